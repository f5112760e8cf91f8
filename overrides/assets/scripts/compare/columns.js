/* The compare page, part 4: the two columns — a section and its counterpart, or a topic in two plans. */
(function (compare) {
  "use strict";
  if (!compare) return;

  var make = compare.make, fill = compare.fill, words = compare.words, planOf = compare.planOf, nameOf = compare.nameOf;
  var AT_FIRST = 5;   // counterparts to choose from; the others, and further parts of a section already there, wait under a fold
  var MOST_OPEN = 12; // indicators and targets that are shown unasked

  function column(plan, children) {
    var card = compare.plan[plan];
    return make("section", { "class": "pr-compare-column pr-" + card.colour, "data-plan": plan, "aria-label": card.short },
      [make("h2", { text: [card.short, card.period, card.badge].join(" · ") })].concat(children));
  }

  /* Official indicators on the topics, and what the text of the sections promises in figures. */
  function figures(plan, topics, addresses) {
    var all = topics.indexOf("targets") >= 0;
    var rows = compare.read[plan].indicators.filter(function (row) { return all || topics.indexOf(row[0]) >= 0; }).map(function (row) { return make("li", {}, compare.told(row[1])); });
    addresses.forEach(function (address) {
      compare.within(address).forEach(function (unit) {
        (compare.read[plan].targets[unit] || []).forEach(function (row) {
          rows.push(make("li", {}, [make("a", { href: compare.wayTo(unit, row[0]) }, compare.told(row[1])), " "].concat(compare.told(row[2]))));
        });
      });
    });
    if (!rows.length) return null;
    return make("details", { "class": "pr-compare-figures", open: rows.length <= MOST_OPEN ? "open" : null }, [make("summary", { text: fill(words.figures, { n: rows.length }) }), make("ul", {}, rows)]);
  }

  function counterparts(state, links, chosen) {
    function button(other) {
      return make("button", { type: "button", "aria-pressed": String(other === chosen), "data-to": other[0], text: nameOf(other[0]), onclick: function () { compare.go({ section: state.section, to: other[0] }); } });
    }
    var families = {}, first = [], rest = [];
    links.forEach(function (other) {
      var family = other[0].split("/").slice(0, 3).join("/");
      if (other === chosen || (!families[family] && first.length < AT_FIRST)) first.push(other); else rest.push(other);
      families[family] = true;
    });
    return make("div", { "class": "pr-compare-others", role: "group", "aria-label": words.counterparts }, first.map(button).concat([
      rest.length ? make("details", {}, [make("summary", { text: fill(words.further, { n: rest.length }) }), make("div", { "class": "pr-compare-others" }, rest.map(button))]) : null
    ]));
  }

  function sectionColumn(address, topics, shared, meant, above) {
    var plan = planOf(address);
    return column(plan, above.concat([figures(plan, topics, [address]), make("h3", { text: nameOf(address) }), compare.textOf(address, shared, meant)]));
  }

  function bySection(state) {
    var links = compare.linksOf(state.section).filter(function (link) { return planOf(link[0]) === state.right; });
    var link = links.filter(function (other) { return other[0] === state.to; })[0] || links[0];
    var topics = compare.topicsOf(state.section).slice(0, 1);
    var left = sectionColumn(state.section, topics, link ? link[2] : [], "", []);
    if (link) return [left, sectionColumn(link[0], topics, link[2], link[1], [counterparts(state, links, link), make("p", { "class": "pr-compare-why", text: link[3] })])];
    var compared = compare.plan[state.left].beside.indexOf(state.right) >= 0;
    return [left, column(state.right, [make("p", { "class": "pr-none", text: compared ? words.no_section : words.not_compared })])];
  }

  /* Sections of which it is the first topic, then those that mention it; a section stands for its subsections. */
  function onTopic(plan, topic) {
    var found = compare.sectionsOf(plan).filter(function (address) { return compare.topicsOf(address).indexOf(topic) >= 0; });
    found.sort(function (a, b) { return (compare.topicsOf(a)[0] !== topic) - (compare.topicsOf(b)[0] !== topic); });
    return found.filter(function (address) { return !found.some(function (other) { return address.indexOf(other + "/") === 0; }); });
  }

  function sharedOn(state) {
    var found = {};
    onTopic(state.left, state.topic).forEach(function (address) {
      compare.linksOf(address).forEach(function (link) { if (planOf(link[0]) === state.right) link[2].forEach(function (word) { found[word] = true; }); });
    });
    return Object.keys(found);
  }

  function fold(address, shared, open) {
    var details = make("details", { "class": "pr-compare-section", "data-section": address, open: open ? "open" : null }, [make("summary", { text: nameOf(address) })]);
    function show() { if (details.open && details.children.length < 2) details.appendChild(compare.textOf(address, shared, "")); }
    details.addEventListener("toggle", show);
    show();
    return details;
  }

  function byTopic(state) {
    var shared = sharedOn(state);
    return [state.left, state.right].map(function (plan) {
      var found = onTopic(plan, state.topic);
      var first = found.filter(function (address) { return compare.topicsOf(address)[0] === state.topic; });
      if (!found.length) return column(plan, [figures(plan, [state.topic], []), make("p", { "class": "pr-none", text: words.no_topic })]);
      return column(plan, [figures(plan, [state.topic], first.length ? first : found.slice(0, 1))].concat(found.map(function (address, at) { return fold(address, shared, at === 0); })));
    });
  }

  compare.columns = function (state) { return state.section ? bySection(state) : byTopic(state); };
  compare.onTopic = onTopic;
})(window.planReaderCompare);
