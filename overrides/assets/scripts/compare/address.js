/* The compare page, part 2: what is compared stands in the address, once, so that it can be shared: ?section=…&to=… or ?topic=…&left=…&right=…,
   with the sections that are unfolded (open) and, on a phone, the side that is shown. Older addresses said it behind a #; so does a page
   from a disk, where a browser may not change what stands behind the question mark. */
(function (compare) {
  "use strict";
  if (!compare) return;

  const planOf = compare.planOf;

  function asked() {
    const state = {};
    (location.hash.indexOf("=") > 0 ? location.hash : location.search).slice(1).split("&").forEach((part) => {
      const at = part.indexOf("=");
      if (at > 0) state[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1));
    });
    return state.section || state.topic ? state : {};
  }

  function isTopic(id) { return compare.topics.some((topic) => { return topic[0] === id; }); }

  /* The plan to set beside another: the one with the most in common; of two plans the other. */
  function beside(left) {
    return compare.plan[left].beside[0] || compare.plans.filter((plan) => { return plan.id !== left; })[0].id;
  }

  /* What an old address asks for may be gone; then the nearest that is there is shown. Calls then({section, to, topic, left, right, asked}). */
  function complete(state, then) {
    let left = state.section ? planOf(state.section) : state.left;
    if (!compare.plan[left]) left = compare.plans[0].id;
    const named = [state.to && planOf(state.to), state.right].filter((id) => { return id !== left && compare.plan[id]; })[0];
    compare.loadAll([left, named || beside(left)], () => {
      const section = state.section && compare.topicOf(state.section) ? state.section : "";
      const nearest = section && compare.linksOf(section)[0];
      const right = named || (nearest ? planOf(nearest[0]) : beside(left));
      compare.load(right, () => {
        const topic = section ? "" : isTopic(state.topic) ? state.topic : compare.first;
        const to = state.to && planOf(state.to) === right && compare.topicOf(state.to) ? state.to : "";
        then({
          section: section || (topic ? "" : compare.sectionsOf(left)[0]), to, topic, left, right, asked: Boolean(section || topic === state.topic),
          open: state.open, side: state.side
        });
      });
    });
  }

  function queryOf(state) {
    const keys = (state.section ? ["section", "to", "right"] : ["topic", "left", "right", "open"]).concat("side");
    return keys.filter((key) => { return state[key]; }).map((key) => { return key + "=" + state[key]; }).join("&");
  }


  compare.asked = asked;
  compare.complete = complete;
  compare.queryOf = queryOf;
  compare.go = function (state) {
    try { history.pushState(null, "", location.pathname + "?" + queryOf(state)); } catch (error) { location.hash = queryOf(state); return; }
    compare.show();
  };
  compare.keep = function (state) {
    try { history.replaceState(null, "", location.pathname + "?" + queryOf(state)); } catch (error) { /* not from every disk */ }
  };
})(window.planReaderCompare);
