/* The compare page, part 5: what is chosen, and the page that shows it. Without these scripts it is plain links. */
(function (compare) {
  "use strict";
  if (!compare) return;

  var make = compare.make, fill = compare.fill, words = compare.words, planOf = compare.planOf, nameOf = compare.nameOf;
  var title = document.title;
  var state = {};      // what is shown
  var turns = 0;       // loading takes its time: only what was asked for last is shown

  /* Another counterpart or topic leaves a reader with a phone on the side that was shown. */
  function go(next) {
    if ((next.section || "") === state.section) next.side = state.side;
    compare.go(next);
  }
  compare.choose = go;

  // --- choosing: the fields stay, so that the keyboard stays where it is ------------------------------------------------

  function field(key, label, chosen) {
    var select = make("select", { id: "pr-choose-" + key, onchange: function () { if (this.value) chosen(this.value); } });
    return { select: select, label: make("label", {}, [label, select]) };
  }

  var fields = {
    section: field("section", words.section, function (value) { go({ section: value, right: planOf(value) === state.left ? state.right : state.left }); }),
    to: field("to", words.counterparts, function (value) { go({ section: state.section, to: value, right: state.right }); }),
    topic: field("topic", words.topic, function (value) { go({ topic: value, left: state.left, right: state.right }); }),
    left: field("left", words.left, function (value) { go({ topic: state.topic || compare.topicOf(state.section), left: value, right: state.right }); }),
    right: field("right", words.right, function (value) { go({ section: state.section, topic: state.topic, left: state.left, right: value }); })
  };

  function option(value, text) { return make("option", { value: value, text: text }); }

  function offer(select, options, value) {
    select.textContent = "";
    options.forEach(function (each) { select.appendChild(each); });
    select.value = value;
  }

  function offerPlans(key, other) {
    offer(fields[key].select, compare.plans.filter(function (plan) { return plan.id !== state[other]; }).map(function (plan) { return option(plan.id, plan.short); }), state[key]);
  }

  /* Sections of plans, in the order of the plans, by chapter. */
  function sectionOptions(ids) {
    var groups = [option("", "\u2026")];
    compare.plans.forEach(function (plan) {
      if (ids.indexOf(plan.id) < 0) return;
      var chapter = "", group = null;
      compare.sectionsOf(plan.id).forEach(function (address) {
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
    fields.to.select.value = state.to;
    fields.to.label.hidden = !state.section;
  }

  // --- showing ------------------------------------------------------------------------------------------------------

  var columns = make("div", { "class": "pr-compare-columns" });
  var turn = make("div", { "class": "pr-compare-switch", role: "group", "aria-label": words.side });
  var spoken = make("p", { "class": "pr-hidden", role: "status" });

  function turnTo(number) {
    columns.setAttribute("data-shown", String(number));
    Array.prototype.forEach.call(turn.children, function (button, at) { button.setAttribute("aria-pressed", String(at === number)); });
  }

  function showSwitch() {
    turn.textContent = "";
    [state.left, state.right].forEach(function (plan, number) {
      turn.appendChild(make("button", { type: "button", "class": "pr-" + compare.plan[plan].colour, text: compare.plan[plan].short, onclick: function () {
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
    var open = Array.prototype.map.call(columns.querySelectorAll(".pr-compare-section[open]"), function (section) { return section.getAttribute("data-section"); });
    note("open", open.join(",") || "none");
  };

  /* What a screen reader says once the columns have changed. */
  function sentence() {
    var left = compare.plan[state.left].short, right = compare.plan[state.right].short;
    if (!state.section) return fill(words.two_plans, { topic: topicName(), left: left, n: sections(0), right: right, m: sections(1) });
    var chosen = columns.querySelector('.pr-compare-others [aria-pressed="true"]');
    var there = chosen ? chosen.textContent : state.to ? nameOf(state.to) : words.no_section;
    return fill(words.two_sections, { left: left + " " + nameOf(state.section), right: right + " " + there });
  }

  function sections(number) { return columns.children[number].querySelectorAll(".pr-compare-section").length; }

  function topicName() { return compare.topics.filter(function (topic) { return topic[0] === state.topic; })[0][1]; }

  function show() {
    var mine = ++turns;
    compare.complete(compare.asked(), function (complete) {
      if (mine !== turns) return;
      var before = state, held = document.activeElement && document.activeElement.getAttribute("data-to");
      state = complete;
      showChoice(before);
      showSwitch();
      columns.textContent = "";
      compare.columns(state).forEach(function (column) { columns.appendChild(column); });
      turnTo(state.side === "right" ? 1 : 0);
      if (state.asked && location.hash.indexOf("=") > 0) compare.keep(state);
      if (held && columns.querySelector('[data-to="' + held + '"]')) columns.querySelector('[data-to="' + held + '"]').focus();
      if (before.left) spoken.textContent = sentence();
      if (state.asked) document.title = (state.section ? nameOf(state.section) : topicName()) + " - " + title;
    });
  }

  offer(fields.topic.select, [option("", "\u2026")].concat(compare.topics.map(function (topic) { return option(topic[0], topic[1]); })), "");
  var shown = compare.plans.length > 2 ? ["left", "right", "section", "to", "topic"] : ["section", "to", "topic"];
  [make("div", { "class": "pr-compare-choose" }, shown.map(function (key) { return fields[key].label; })), turn, columns, spoken].forEach(function (part) { compare.place.appendChild(part); });

  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a.pr-compare-topic") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go({ topic: link.getAttribute("data-topic"), left: state.left, right: state.right });
    compare.place.scrollIntoView();
  });
  /* The same comparison in another language: the frame's script aims the link first, at a paragraph. */
  Array.prototype.forEach.call(document.querySelectorAll("[data-pr-language]"), function (link) {
    ["pointerdown", "focus", "click", "contextmenu"].forEach(function (moment) {
      link.addEventListener(moment, function () { if (state.asked) link.setAttribute("href", link.getAttribute("href").split(/[?#]/)[0] + "?" + compare.queryOf(state)); });
    });
  });

  compare.show = show;
  ["hashchange", "popstate"].forEach(function (moment) { window.addEventListener(moment, function () { if (!/^#[\w-]+$/.test(location.hash)) show(); }); });
  show();
})(window.planReaderCompare);
