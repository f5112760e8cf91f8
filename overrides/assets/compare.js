/* The compare page: two columns, a section and its counterparts or a topic in two plans.
   The state is in the address (#section=…&to=… or #topic=…&left=…&right=…). Without this script the page is plain links. */
(function () {
  "use strict";

  var data = window.planReaderCompare;
  var place = document.getElementById("pr-compare");
  if (!data || !place) return;

  var root = place.getAttribute("data-root");
  var plans = {};
  data.plans.forEach(function (plan) { plans[plan.id] = plan; });

  // --- small pieces -------------------------------------------------------------------------------------------------

  function make(name, attributes, children) {
    var node = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      if (key === "text") node.textContent = attributes[key];
      else if (key.slice(0, 2) === "on") node.addEventListener(key.slice(2), attributes[key]);
      else if (attributes[key] !== null) node.setAttribute(key, attributes[key]);
    });
    (children || []).forEach(function (child) { if (child) node.appendChild(typeof child === "string" ? document.createTextNode(child) : child); });
    return node;
  }

  function planOf(address) { return address.split("/")[0]; }
  function join(number, title) { return (number + (/[、）).．]$/.test(number) ? "" : " ") + title).trim(); }
  function nameOf(address) { return join(data.units[address][1], data.units[address][2]); }
  function sectionsOf(plan) {
    return Object.keys(data.sections).filter(function (address) { return planOf(address) === plan; });
  }
  function within(address) {  // the section and its subsections, in order
    return Object.keys(data.units).filter(function (other) { return other === address || other.indexOf(address + "/") === 0; });
  }
  function wayTo(address, anchor) {
    var steps = address.split("/");
    var page = root + steps[0] + "/" + steps[1] + (usesFiles() ? ".html" : "/");
    return page + "#" + (anchor || "s" + steps.slice(2).join("-"));
  }
  function usesFiles() {  // a bundle for reading without a server names its pages x.html
    var link = document.querySelector('a.pr-compare-topic');
    return link ? /\.html(#|$)/.test(link.getAttribute("href")) : false;
  }

  // --- state in the address -----------------------------------------------------------------------------------------

  function readState() {
    var words = (location.hash.length > 1 ? location.hash : location.search).slice(1);
    var state = {};
    words.split("&").forEach(function (part) {
      var at = part.indexOf("=");
      if (at > 0) state[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1));
    });
    if (state.section && !data.sections[state.section]) delete state.section;
    if (state.to && !data.units[state.to]) delete state.to;
    if (state.topic && !data.topics.some(function (topic) { return topic.id === state.topic; })) delete state.topic;
    if (!state.section && !state.topic) {
      if (data.topics.length) state.topic = data.topics[0].id; else state.section = Object.keys(data.sections)[0];
    }
    state.left = state.section ? planOf(state.section) : plans[state.left] ? state.left : data.plans[0].id;
    if (state.to) state.right = planOf(state.to);
    if (!plans[state.right] || state.right === state.left) state.right = data.plans.filter(function (plan) { return plan.id !== state.left; })[0].id;
    return state;
  }

  function go(state) {
    var keys = state.section ? ["section", "to", "right"] : ["topic", "left", "right"];
    var words = keys.filter(function (key) { return state[key]; }).map(function (key) { return key + "=" + state[key]; }).join("&");
    if (location.hash === "#" + words) show(); else location.hash = words;
  }

  // --- choosing -----------------------------------------------------------------------------------------------------

  function option(value, words, chosen) { return make("option", { value: value, text: words, selected: value === chosen ? "selected" : null }); }

  function chooser(words, id, options, chosen) {
    return make("label", {}, [words, make("select", { id: id, onchange: function () { chosen(this.value); } }, options)]);
  }

  function sectionOptions(state) {
    var groups = [option("", "……", "")];
    data.plans.forEach(function (plan) {
      var chapter = null, group = null;
      sectionsOf(plan.id).forEach(function (address) {
        var head = address.split("/").slice(0, 2).join("/");
        if (head !== chapter) {
          chapter = head;
          group = make("optgroup", { label: plan.short + " " + nameOf(head) });
          groups.push(group);
        }
        var unit = data.units[address];
        var own = unit[1].slice(data.units[head][1].length);
        group.appendChild(option(address, (unit[0] === "subsection" ? "　" : "") + join(own, unit[2]), state.section));
      });
    });
    return groups;
  }

  function choose(state) {
    var row = make("div", { "class": "pr-compare-choose" }, [
      chooser("选一节", "pr-choose-section", sectionOptions(state), function (value) { if (value) go({ section: value, right: state.right }); }),
      chooser("或选主题", "pr-choose-topic", [option("", "……", "")].concat(data.topics.map(function (topic) { return option(topic.id, topic.zh, state.topic); })),
        function (value) { if (value) go({ topic: value, left: state.left, right: state.right }); })
    ]);
    if (data.plans.length > 2) {
      var others = function (side) { return data.plans.filter(function (plan) { return plan.id !== state[side === "left" ? "right" : "left"]; }).map(function (plan) { return option(plan.id, plan.short, state[side]); }); };
      if (!state.section) row.appendChild(chooser("左栏", "pr-choose-left", others("left"), function (value) { go({ topic: state.topic, left: value, right: state.right }); }));
      row.appendChild(chooser("右栏", "pr-choose-right", others("right"), function (value) { go({ topic: state.topic, section: state.section, left: state.left, right: value }); }));
    }
    return row;
  }

  // --- text with its marks ------------------------------------------------------------------------------------------

  var FIGURE = /\d[\d.,]*\s*(?:[%％]|[万亿]?(?:[一-龥]|m³|km)?)/g;

  function marked(text, words) {
    var spots = [], match;
    words.forEach(function (word) {
      for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) spots.push([at, at + word.length, ""]);
    });
    FIGURE.lastIndex = 0;
    while ((match = FIGURE.exec(text))) spots.push([match.index, match.index + match[0].length, "pr-number-mark"]);
    spots.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
    var out = [], done = 0;
    spots.forEach(function (spot) {
      if (spot[0] < done) return;
      out.push(text.slice(done, spot[0]), make("mark", { "class": spot[2] || null, text: text.slice(spot[0], spot[1]) }));
      done = spot[1];
    });
    out.push(text.slice(done));
    return out;
  }

  function textOf(address, words, meant) {
    var box = make("div", { "class": "pr-compare-text" });
    within(address).forEach(function (unit) {
      if (unit !== address) box.appendChild(make("h3", { text: join(data.units[unit][1].slice(data.units[address][1].length), data.units[unit][2]) }));
      (data.blocks[unit] || []).forEach(function (block) {
        if (block[0] === "table") box.appendChild(make("table", {}, block[3].map(function (row) { return make("tr", {}, row.map(function (cell) { return make("td", {}, marked(cell, words)); })); })));
        else box.appendChild(make("p", { "class": block[1] === meant ? "pr-meant" : null, "data-anchor": block[1] }, [block[2] ? block[2] + " " : ""].concat(marked(block[3], words))));
      });
    });
    box.appendChild(make("p", {}, [make("a", { href: wayTo(address, meant), text: "到原页" })]));
    return box;
  }

  // --- figures above the text ---------------------------------------------------------------------------------------

  function figures(plan, topics, addresses) {
    var rows = data.indicators.filter(function (row) { return row[0] === plan && (topics.indexOf(row[1]) >= 0 || topics.indexOf("targets") >= 0); })
      .map(function (row) { return make("li", { text: "指标：" + row[2] + "，" + row[3] }); });
    var targets = [];
    addresses.forEach(function (address) { within(address).forEach(function (unit) { (data.targets[unit] || []).forEach(function (row) { targets.push([unit, row]); }); }); });
    targets.forEach(function (target) {
      var row = target[1];
      rows.push(make("li", {}, [make("a", { href: wayTo(target[0], row[0]), text: row[1] || "目标" }), " " + row[2] + "（" + row[3] + "年）"]));
    });
    if (!rows.length) return null;
    var list = make("ul", {}, rows);
    return make("details", { "class": "pr-compare-figures", open: rows.length <= 12 ? "open" : null }, [make("summary", { text: "指标与目标 " + rows.length + " 项" }), list]);
  }

  // --- the two ways of comparing ------------------------------------------------------------------------------------

  function column(plan, children) {
    return make("section", { "class": "pr-compare-column pr-" + plans[plan].colour, "data-plan": plan, "aria-label": plans[plan].short },
      [make("h2", { text: plans[plan].short + " · " + plans[plan].period + " · " + plans[plan].badge })].concat(children));
  }

  var AT_FIRST = 5;  // counterparts to choose from; the others, and further parts of a section already there, wait under a fold

  function counterparts(state, links, chosen) {
    var button = function (other) {
      return make("button", { type: "button", "aria-pressed": String(other === chosen), "data-to": other[0], text: nameOf(other[0]), onclick: function () { go({ section: state.section, to: other[0] }); } });
    };
    var families = {}, first = [], rest = [];
    links.forEach(function (other) {
      var family = other[0].split("/").slice(0, 3).join("/");
      if (other === chosen || (!families[family] && first.length < AT_FIRST)) first.push(other); else rest.push(other);
      families[family] = true;
    });
    return make("div", { "class": "pr-compare-others", role: "group", "aria-label": "对应的节" }, first.map(button).concat([
      rest.length ? make("details", {}, [make("summary", { text: "另有 " + rest.length + " 处" }), make("div", { "class": "pr-compare-others" }, rest.map(button))]) : null
    ]));
  }

  function bySection(state) {
    var all = data.links[state.section] || [];
    var links = all.filter(function (link) { return planOf(link[0]) === state.right; });
    var link = links.filter(function (other) { return other[0] === state.to; })[0] || links[0];
    var words = link ? link[3] : [];
    var topics = data.sections[state.section].slice(0, 1);
    var left = column(state.left, [figures(state.left, topics, [state.section]), make("h3", { text: nameOf(state.section) }), textOf(state.section, words, "")]);
    if (!link) return [left, column(state.right, [make("p", { "class": "pr-none", text: "未找到对应的节。" })])];
    var others = counterparts(state, links, link);
    var why = [link[4], words.length ? "共同用语：" + words.join("、") : ""].filter(Boolean).join("。");
    return [left, column(state.right, [others, make("p", { "class": "pr-compare-why", text: why }), figures(state.right, topics, [link[0]]), make("h3", { text: nameOf(link[0]) }), textOf(link[0], words, link[1])])];
  }

  function onTopic(plan, topic) {  // sections of which it is the first topic, then those that mention it; a section stands for its subsections
    var found = sectionsOf(plan).filter(function (address) { return data.sections[address].indexOf(topic) >= 0; });
    found.sort(function (a, b) { return (data.sections[a][0] !== topic) - (data.sections[b][0] !== topic); });
    return found.filter(function (address) { return !found.some(function (other) { return address.indexOf(other + "/") === 0; }); });
  }

  function sharedWords(state) {
    var words = {};
    onTopic(state.left, state.topic).forEach(function (address) {
      (data.links[address] || []).forEach(function (link) { if (planOf(link[0]) === state.right) link[3].forEach(function (word) { words[word] = true; }); });
    });
    return Object.keys(words);
  }

  function byTopic(state) {
    var words = sharedWords(state);
    return [state.left, state.right].map(function (plan) {
      var found = onTopic(plan, state.topic);
      var first = found.filter(function (address) { return data.sections[address][0] === state.topic; });
      var children = found.map(function (address, number) {
        var details = make("details", { "class": "pr-compare-section", "data-section": address, open: number === 0 ? "open" : null }, [make("summary", { text: nameOf(address) })]);
        var fill = function () { if (details.children.length < 2) details.appendChild(textOf(address, words, "")); };
        details.addEventListener("toggle", function () { if (details.open) fill(); });
        if (number === 0) fill();
        return details;
      });
      if (!found.length) children = [make("p", { "class": "pr-none", text: "未找到讲这个主题的节。" })];
      return column(plan, [figures(plan, [state.topic], first.length ? first : found.slice(0, 1))].concat(children));
    });
  }

  function show() {
    var state = readState();
    var columns = make("div", { "class": "pr-compare-columns", "data-shown": "0" }, state.section ? bySection(state) : byTopic(state));
    var turn = make("div", { "class": "pr-compare-switch", role: "group", "aria-label": "看哪一份" }, [state.left, state.right].map(function (plan, number) {
      return make("button", { type: "button", "class": "pr-" + plans[plan].colour, "aria-pressed": String(number === 0), text: plans[plan].short, onclick: function () {
        columns.setAttribute("data-shown", String(number));
        Array.prototype.forEach.call(turn.children, function (button, at) { button.setAttribute("aria-pressed", String(at === number)); });
      } });
    }));
    place.textContent = "";
    [choose(state), turn, columns].forEach(function (part) { place.appendChild(part); });
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a.pr-compare-topic") : null;
    if (!link) return;
    event.preventDefault();
    go({ topic: link.getAttribute("data-topic"), left: readState().left, right: readState().right });
    place.scrollIntoView();
  });
  window.addEventListener("hashchange", show);
  show();
})();
