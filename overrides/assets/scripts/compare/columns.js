/* The compare page, part 4: the two columns — a section and its counterpart, or a topic in two plans. */
(function (compare) {
  "use strict";
  if (!compare) return;

  const make = compare.make, fill = compare.fill, words = compare.words, planOf = compare.planOf, nameOf = compare.nameOf;
  const AT_FIRST = 5;   // counterparts to choose from; the others, and further parts of a section already there, wait under a fold
  const MOST_OPEN = 12; // indicators and targets that are shown unasked

  function column(plan, children) {
    const card = compare.plan[plan];
    return make("section", { "class": "pr-compare-column pr-" + card.colour, "data-plan": plan, "aria-label": card.short },
      [make("h2", { text: [card.short, card.period, card.badge].join(" · ") })].concat(children));
  }

  /* Official indicators on the topic, and what the text promises in figures: a section all that stands in it, a topic what its own words name. */
  function figures(plan, topic, address) {
    const targets = compare.read[plan].targets;
    const rows = compare.read[plan].indicators.filter((row) => { return topic === "targets" || row[0] === topic; }).map((row) => { return make("li", {}, compare.told(row[1])); });
    (address ? compare.within(address) : Object.keys(targets)).forEach((unit) => {
      (targets[unit] || []).forEach((row) => {
        if (address || row[3].indexOf(topic) >= 0) rows.push(make("li", {}, [make("a", { href: compare.wayTo(unit, row[0]) }, compare.told(row[1])), " "].concat(compare.told(row[2]))));
      });
    });
    if (!rows.length) return null;
    return make("details", { "class": "pr-compare-figures", open: rows.length <= MOST_OPEN ? "open" : null }, [make("summary", { text: fill(words.figures, { n: rows.length }) }), make("ul", {}, rows)]);
  }

  function counterparts(state, links, chosen) {
    function button(other) {
      return make("button", { type: "button", "aria-pressed": String(other === chosen), "data-to": other[0], text: nameOf(other[0]), onclick () { compare.choose({ section: state.section, to: other[0] }); } });
    }
    const families = {}, first = [], rest = [];
    links.forEach((other) => {
      const family = other[0].split("/").slice(0, 3).join("/");
      if (other === chosen || (!families[family] && first.length < AT_FIRST)) first.push(other); else rest.push(other);
      families[family] = true;
    });
    if (!links.length) return null;
    return make("div", { "class": "pr-compare-others", role: "group", "aria-label": words.counterparts }, first.map(button).concat([
      rest.length ? make("details", {}, [make("summary", { text: fill(words.further, { n: rest.length }) }), make("div", { "class": "pr-compare-others" }, rest.map(button))]) : null
    ]));
  }

  function sectionColumn(address, topic, above, text) {
    return column(planOf(address), above.concat([figures(planOf(address), topic, address), make("h3", { text: nameOf(address) }), text]));
  }

  /* [words both use, why] → “why. Shared terms: …” */
  function sentence(reason) {
    const shared = reason[0].join(words.and);
    return !shared ? reason[1] : fill(reason[1] ? words.why_and_terms : words.terms, { reason: reason[1], words: shared });
  }

  function bySection(state) {
    const links = compare.linksOf(state.section).filter((link) => { return planOf(link[0]) === state.right; });
    const linked = links.filter((other) => { return other[0] === state.to; })[0];
    const link = linked || (state.to ? [state.to, ""] : links[0]);  // any section may stand on the right
    const topic = compare.topicOf(state.section);
    function reason() { return link && compare.reasonsOf(state.section)[link[0]] || [[], ""]; }
    function shared() { return reason()[0]; }
    const left = sectionColumn(state.section, topic, [], compare.textOf(state.section, "", state.section, shared));
    if (!link) {
      const compared = compare.plan[state.left].beside.indexOf(state.right) >= 0;
      return [left, column(state.right, [make("p", { "class": "pr-none", text: compared ? words.no_section : words.not_compared })])];
    }
    const why = make("p", { "class": "pr-compare-why" });
    compare.load(compare.chapterOf(state.section), () => { why.textContent = sentence(reason()); });
    return [left, sectionColumn(link[0], topic, [counterparts(state, links, link), why], compare.textOf(link[0], link[1], state.section, shared))];
  }

  /* Words that a section shares with any of the `others` and their subsections. */
  function sharedWith(address, others) {
    const found = {}, reasons = compare.reasonsOf(address);
    Object.keys(reasons).forEach((target) => {
      if (others.some((other) => { return (target + "/").indexOf(other + "/") === 0; })) reasons[target][0].forEach((word) => { found[word] = true; });
    });
    return Object.keys(found);
  }

  /* The name of a section; its text is fetched when it is unfolded. */
  function fold(address, others, open) {
    const details = make("details", { "class": "pr-compare-section", "data-section": address, open: open ? "open" : null }, [make("summary", { text: nameOf(address) })]);
    function show() {
      if (details.open && details.children.length < 2) details.appendChild(compare.textOf(address, "", address, () => { return sharedWith(address, others); }));
    }
    details.addEventListener("toggle", show);
    details.firstChild.addEventListener("click", () => { setTimeout(compare.unfolded); });
    show();
    return details;
  }

  /* Who asked for nothing yet sees what there is on the first topic, all folded: no text is fetched for that. Who asked for a topic sees the first section of each. */
  function byTopic(state) {
    const sections = {}, unfolded = state.open === undefined ? null : state.open.split(",");
    [state.left, state.right].forEach((plan) => { sections[plan] = [].concat.apply([], compare.onTopic(plan, state.topic)); });
    return [[state.left, state.right], [state.right, state.left]].map((pair) => {
      const plan = pair[0], all = sections[plan];
      if (!all.length) return column(plan, [figures(plan, state.topic, ""), make("p", { "class": "pr-none", text: words.no_topic })]);
      return column(plan, [figures(plan, state.topic, "")].concat(all.map((address, at) => { return fold(address, sections[pair[1]], unfolded ? unfolded.indexOf(address) >= 0 : state.asked && at === 0); })));
    });
  }

  compare.columns = function (state) { return state.section ? bySection(state) : byTopic(state); };
})(window.planReaderCompare);
