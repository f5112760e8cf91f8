/* The compare page, part 1: loads what is shown — a script a plan, a script a chapter, each once — and answers for what is in them.
   Scripts and not fetch(), because a page opened from a folder may not fetch. texts/index.js has made `planReaderCompare`. */
(function (compare) {
  "use strict";
  if (!compare) return;

  compare.place = document.getElementById("pr-compare");
  compare.plan = {};
  compare.plans.forEach((plan) => { compare.plan[plan.id] = plan; });

  const version = document.querySelector("script[src*='texts/index.js']").src.split("?")[1];  // one for all texts of a language
  const waiting = {};  // key of a script → what is to be done when it is there

  function planOf(address) { return address.split("/")[0]; }
  function chapterOf(address) { return address.split("/").slice(0, 2).join("/"); }

  function addressOf(key) { return "texts/" + key + ".js" + (version ? "?" + version : ""); }

  function tellBusy() { compare.place.setAttribute("aria-busy", String(Object.keys(waiting).length > 0)); }

  /* `key`: a plan, or a chapter of a plan that is there. `then` is called at once if it was loaded before, and also if it cannot be. */
  function load(key, then) {
    if (compare.read[key]) { then(); return; }
    if (waiting[key]) { waiting[key].push(then); return; }
    waiting[key] = [then];
    const script = document.createElement("script");
    script.src = addressOf(key);
    script.onload = script.onerror = function () {
      const all = waiting[key];
      delete waiting[key];
      all.forEach((act) => { act(); });
      tellBusy();
    };
    document.head.appendChild(script);
    tellBusy();
  }

  function loadAll(keys, then) {
    let left = keys.length;
    keys.forEach((key) => { load(key, () => { if (--left === 0) then(); }); });
  }

  function unit(address) {
    const plan = compare.read[planOf(address)];
    return plan && plan.units[address];
  }

  function topicOf(address) { return (unit(address) || [])[3]; }  // the first topic of a section; nothing else has one

  function sectionsOf(plan) {
    return Object.keys(compare.read[plan].units).filter(topicOf);
  }

  /* Sections of a plan: those on the topic first of all, and those that mention it. */
  function onTopic(plan, topic) { return compare.read[plan].topics[topic] || [[], []]; }

  function ofChapter(address, what) {
    const chapter = compare.read[chapterOf(address)];
    return chapter && chapter[what][address];
  }

  /* A unit and those below it, in order. */
  function within(address) {
    return Object.keys(compare.read[planOf(address)].units).filter((other) => { return other === address || other.indexOf(address + "/") === 0; });
  }

  compare.load = load;
  compare.loadAll = loadAll;
  compare.planOf = planOf;
  compare.chapterOf = chapterOf;
  compare.topicOf = topicOf;
  compare.onTopic = onTopic;
  compare.sectionsOf = sectionsOf;
  compare.within = within;
  compare.ownName = function (address) { return unit(address)[2]; };
  compare.nameOf = function (address) { return unit(address)[1] + unit(address)[2]; };
  compare.isSubsection = function (address) { return unit(address)[0] === "subsection"; };
  compare.linksOf = function (address) { return compare.read[planOf(address)].links[address] || []; };
  compare.calledOf = function (address) { return ofChapter(address, "called") || ""; };
  compare.blocksOf = function (address) { return ofChapter(address, "blocks") || []; };
  compare.reasonsOf = function (address) { return ofChapter(address, "reasons") || {}; };
})(window.planReaderCompare);
