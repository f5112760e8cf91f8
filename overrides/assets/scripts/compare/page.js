/* The compare page, part 5: what is chosen, and the page that shows it. Without these scripts it is plain links. */
(function (compare) {
  "use strict";
  if (!compare) return;

  const make = compare.make, fill = compare.fill, words = compare.words, planOf = compare.planOf, nameOf = compare.nameOf;
  const title = document.title;
  let state = {};      // what is shown
  let turns = 0;       // loading takes its time: only what was asked for last is shown

  /* Another counterpart or topic leaves a reader with a phone on the side that was shown. */
  function go(next) {
    if ((next.section || "") === state.section) next.side = state.side;
    compare.go(next);
  }
  compare.choose = go;

  // --- choosing: the fields stay, so that the keyboard stays where it is ------------------------------------------------

  function field(key, label, chosen) {
    const select = make("select", { id: "pr-choose-" + key, onchange () { if (this.value) chosen(this.value); } });
    return { select, label: make("label", {}, [label, select]) };
  }

  const fields = {
    section: field("section", words.section, (value) => { go({ section: value, right: planOf(value) === state.left ? state.right : state.left }); }),
    to: field("to", words.counterparts, (value) => { go({ section: state.section, to: value, right: state.right }); }),
    topic: field("topic", words.topic, (value) => { go({ topic: value, left: state.left, right: state.right }); }),
    left: field("left", words.left, (value) => { go({ topic: state.topic || compare.topicOf(state.section), left: value, right: state.right }); }),
    right: field("right", words.right, (value) => { go({ section: state.section, topic: state.topic, left: state.left, right: value }); })
  };

  function option(value, text) { return make("option", { value, text }); }

  function offer(select, options, value) {
    select.textContent = "";
    options.forEach((each) => { select.appendChild(each); });
    select.value = value;
  }

  function offerPlans(key, other) {
    offer(fields[key].select, compare.plans.filter((plan) => { return plan.id !== state[other]; }).map((plan) => { return option(plan.id, plan.short); }), state[key]);
  }

  /* Sections of plans, in the order of the plans, by chapter. */
  function sectionOptions(ids) {
    const groups = [option("", "\u2026")];
    compare.plans.forEach((plan) => {
      if (ids.indexOf(plan.id) < 0) return;
      let chapter = "", group = null;
      compare.sectionsOf(plan.id).forEach((address) => {
        if (compare.chapterOf(address) !== chapter) {
          chapter = compare.chapterOf(address);
          group = make("optgroup", { label: plan.short + " " + nameOf(chapter) });
          groups.push(group);
        }
        group.appendChild(option(address, (compare.isSubsection(address) ? "\u3000" : "") + compare.ownName(address)));
      });
    });
    return groups;
  }

  function showChoice(before) {
    if (before.left + " " + before.right !== state.left + " " + state.right) {
      offer(fields.section.select, sectionOptions([state.left, state.right]), state.section);
      offer(fields.to.select, sectionOptions([state.right]), state.to);
      offerPlans("left", "right");
      offerPlans("right", "left");
    }
    fields.section.select.value = state.section;
    fields.topic.select.value = state.topic;
    fields.to.select.value = state.to || shownBeside();
    fields.to.label.hidden = !state.section;
  }

  /* Of a section the counterpart that stands beside it, where none was asked for. */
  function shownBeside() {
    const nearest = state.section && compare.linksOf(state.section).filter((link) => { return planOf(link[0]) === state.right; })[0];
    return nearest ? nearest[0] : "";
  }

  // --- showing ------------------------------------------------------------------------------------------------------

  const columns = make("div", { "class": "pr-compare-columns" });
  const turn = make("div", { "class": "pr-compare-switch", role: "group", "aria-label": words.side });
  const spoken = make("p", { "class": "pr-hidden", role: "status" });

  function turnTo(number) {
    columns.setAttribute("data-shown", String(number));
    Array.prototype.forEach.call(turn.children, (button, at) => { button.setAttribute("aria-pressed", String(at === number)); });
  }

  function showSwitch() {
    turn.textContent = "";
    [state.left, state.right].forEach((plan, number) => {
      turn.appendChild(make("button", { type: "button", "class": "pr-" + compare.plan[plan].colour, text: compare.plan[plan].short, onclick () {
        turnTo(number);
        note("side", number ? "right" : "");
        if (columns.getBoundingClientRect().top < 0) turn.scrollIntoView();
      } }));
    });
  }

  /* What is seen belongs to the address, without a step back for it. */
  function note(key, value) {
    state[key] = value;
    state.asked = true;
    compare.keep(state);
  }

  compare.unfolded = function () {
    const open = Array.prototype.map.call(columns.querySelectorAll(".pr-compare-section[open]"), (section) => { return section.getAttribute("data-section"); });
    note("open", open.join(",") || "none");
  };

  /* What a screen reader says once the columns have changed. */
  function sentence() {
    const left = compare.plan[state.left].short, right = compare.plan[state.right].short;
    if (!state.section) return fill(words.two_plans, { topic: topicName(), left, n: sections(0), right, m: sections(1) });
    const chosen = columns.querySelector('.pr-compare-others [aria-pressed="true"]');
    const there = chosen ? chosen.textContent : state.to ? nameOf(state.to) : words.no_section;
    return fill(words.two_sections, { left: left + " " + nameOf(state.section), right: right + " " + there });
  }

  function sections(number) { return columns.children[number].querySelectorAll(".pr-compare-section").length; }

  function topicName() { return compare.topics.filter((topic) => { return topic[0] === state.topic; })[0][1]; }

  function show() {
    const mine = ++turns;
    compare.complete(compare.asked(), (complete) => {
      if (mine !== turns) return;
      const before = state, held = document.activeElement && document.activeElement.getAttribute("data-to");
      state = complete;
      showChoice(before);
      showSwitch();
      columns.textContent = "";
      compare.columns(state).forEach((column) => { columns.appendChild(column); });
      turnTo(state.side === "right" ? 1 : 0);
      if (state.asked && location.hash.indexOf("=") > 0) compare.keep(state);
      if (held && columns.querySelector('[data-to="' + held + '"]')) columns.querySelector('[data-to="' + held + '"]').focus();
      if (before.left) spoken.textContent = sentence();
      if (state.asked) document.title = (state.section ? nameOf(state.section) : topicName()) + " - " + title;
    });
  }

  offer(fields.topic.select, [option("", "\u2026")].concat(compare.topics.map((topic) => { return option(topic[0], topic[1]); })), "");
  const shown = compare.plans.length > 2 ? ["left", "right", "section", "to", "topic"] : ["section", "to", "topic"];
  [make("div", { "class": "pr-compare-choose" }, shown.map((key) => { return fields[key].label; })), turn, columns, spoken].forEach((part) => { compare.place.appendChild(part); });

  document.addEventListener("click", (event) => {
    const link = event.target.closest ? event.target.closest("a.pr-compare-topic") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go({ topic: link.getAttribute("data-topic"), left: state.left, right: state.right });
    compare.place.scrollIntoView();
  });
  /* The same comparison in another language: the frame's script aims the link first, at a paragraph. */
  Array.prototype.forEach.call(document.querySelectorAll("[data-pr-language]"), (link) => {
    ["pointerdown", "focus", "click", "contextmenu"].forEach((moment) => {
      link.addEventListener(moment, () => { if (state.asked) link.setAttribute("href", link.getAttribute("href").split(/[?#]/)[0] + "?" + compare.queryOf(state)); });
    });
  });

  compare.show = show;
  ["hashchange", "popstate"].forEach((moment) => { window.addEventListener(moment, () => { if (!/^#[\w-]+$/.test(location.hash)) show(); }); });
  show();
})(window.planReaderCompare);
