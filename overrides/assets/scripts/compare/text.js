/* The compare page, part 3: text as elements. Words that both sections use, and all figures, are marked;
   what is still in the language of the plans says so. */
(function (compare) {
  "use strict";
  if (!compare) return;

  const NUMBER = "\\d+(?:[.,:]\\d+)*(?:[-\u2013~\uff5e]\\d+(?:[.,]\\d+)*)?";                                          // 1,250.5; 6-12
  const IN_LETTERS = "\\s?[%\uff05\u2030]|\\s(?:hundred|thousand|million|billion|trillion)\\b|m[\u00b2\u00b3]|km";     // 70%, 1.6 million
  const IN_CHINESE = "\u4e2a\u767e\u5206\u70b9|[\u4e07\u4ebf]?(?:[\u5e73\u7acb]\u65b9)?\u516c?[\u4e00-\u9fff]";                                  // 280万亩, 35平方公里
  const FIGURE = new RegExp(NUMBER + "(?:" + IN_LETTERS + "|" + IN_CHINESE + ")?(?![\\dG]|(?:st|nd|rd|th)\\b)", "g");  // not 5G, 15th
  const NAME = /[A-Za-z]-?$/;                                                                                           // nor COVID-19
  const LETTER = /\w/;

  function make(name, attributes, children) {
    const node = document.createElement(name);
    Object.keys(attributes || {}).forEach((key) => {
      if (key === "text") node.textContent = attributes[key];
      else if (key.slice(0, 2) === "on") node.addEventListener(key.slice(2), attributes[key]);
      else if (attributes[key] !== null) node.setAttribute(key, attributes[key]);
    });
    (children || []).forEach((child) => { if (child) node.appendChild(typeof child === "string" ? document.createTextNode(child) : child); });
    return node;
  }

  /* “{n} items”, {n: 3} → “3 items” */
  function fill(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, (all, key) => { return values[key]; });
  }

  /* The first place of a word in a text, in letters as a whole word only: [[from, to, class]]. Once in a paragraph is enough to find it. */
  function spotOf(word, text) {
    const low = text.toLowerCase(), sought = word.toLowerCase(), letters = LETTER.test(sought[0]);
    for (let at = low.indexOf(sought); at >= 0; at = low.indexOf(sought, at + sought.length)) {
      const end = at + sought.length;
      if (!letters || !(LETTER.test(low[at - 1] || "") || LETTER.test(low[end] || ""))) return [[at, end, "pr-term-mark"]];
    }
    return [];
  }

  function marked(text, words) {
    let spots = [], out = [], done = 0, match;
    words.forEach((word) => { spots = spots.concat(spotOf(word, text)); });
    FIGURE.lastIndex = 0;
    while ((match = FIGURE.exec(text))) if (!NAME.test(text.slice(0, match.index))) spots.push([match.index, match.index + match[0].length, "pr-number-mark"]);
    spots.sort((a, b) => { return a[0] - b[0] || b[1] - a[1]; }).forEach((spot) => {
      if (spot[0] < done) return;
      out.push(text.slice(done, spot[0]), make("mark", { "class": spot[2], text: text.slice(spot[0], spot[1]) }));
      done = spot[1];
    });
    return out.concat(text.slice(done));
  }

  /* A text, or [text, part in the language of the plans, text, …]; marked if there are `words` to mark, be they none. */
  function told(text, words) {
    if (typeof text === "string") return words ? marked(text, words) : [text];
    return [].concat.apply([], text.map((part, at) => {
      return at % 2 ? [make("span", { lang: "zh-Hans" }, told(part, words))] : told(part, words);
    }));
  }

  function wayTo(address, anchor) {
    const steps = address.split("/");
    const files = /\.html(#|$)/.test(document.querySelector('.md-content a[href*="topics"]').getAttribute("href"));  // a bundle for a disk names its pages x.html
    return compare.place.getAttribute("data-root") + steps[0] + "/" + steps[1] + (files ? ".html" : "/") + "#" + (anchor || "s" + steps.slice(2).join("-"));
  }

  /* Behind a paragraph: its address on its own page, and its citation. */
  function ways(unit, anchor) {
    const cite = compare.words.cite;
    return [" ", make("a", { "class": "pr-link", href: wayTo(unit, anchor), "aria-label": compare.words.page + " " + anchor }), window.planReaderCite ? make("button", {
      type: "button", "class": "pr-cite", "aria-haspopup": "dialog", "aria-label": cite.open + " " + anchor,
      onclick () { window.planReaderCite(this, sourceOf(unit), cite, placeOf(unit, anchor)); }
    }) : null];
  }

  /* The page tells it: “some:3f9a01bc other:…” */
  function edition(plan) {
    const told = compare.place.getAttribute("data-editions").split(" ").filter((one) => { return one.indexOf(plan + ":") === 0; });
    return told.length ? told[0].slice(plan.length + 1) : "";
  }

  function sourceOf(unit) {
    const source = {}, plan = compare.read[compare.planOf(unit)].cite;
    Object.keys(plan).forEach((key) => { source[key] = plan[key]; });
    source.page += unit.split("/")[1] + "/";
    source.edition = edition(compare.planOf(unit));
    return source;
  }

  function placeOf(unit, anchor) {
    const web = location.protocol.indexOf("http") === 0, way = wayTo(unit, anchor);
    return { anchor, above: compare.calledOf(unit), url: web ? new URL(way, location.href).href : "" };
  }

  function block(unit, row, words, meant) {
    const kind = row[0], anchor = row[1], marker = row[2], text = row[3];
    if (kind !== "table") return make("p", { "class": "pr-compare-" + kind.replace("_", "-") + (anchor === meant ? " pr-meant" : ""), "data-anchor": anchor }, [marker ? marker + " " : ""].concat(told(text, words), ways(unit, anchor)));
    const rows = text.map((cells) => { return make("tr", {}, cells.map((cell) => { return make("td", {}, told(cell, words)); })); });
    return make("div", { "class": "pr-compare-table", tabindex: "0", role: "region", "aria-label": compare.nameOf(unit) }, [make("table", {}, rows)]);
  }

  /* A section with its subsections, as soon as it is there, and with it `source`, the section that knows which `words()` to mark. */
  function textOf(address, meant, source, words) {
    const chapter = compare.chapterOf(address);
    const box = make("div", { "class": "pr-compare-text" }, [make("p", { "class": "pr-none", text: compare.words.loading })]);
    compare.loadAll([chapter, compare.chapterOf(source)], () => {
      const marks = words();
      box.textContent = "";
      if (!compare.read[chapter]) box.appendChild(make("p", { "class": "pr-none", text: compare.words.failed }));
      compare.within(address).forEach((unit) => {
        if (unit !== address) box.appendChild(make("h3", { text: compare.ownName(unit) }));
        compare.blocksOf(unit).forEach((row) => { box.appendChild(block(unit, row, marks, meant)); });
      });
      box.appendChild(make("p", {}, [make("a", { href: wayTo(address, meant), text: compare.words.page })]));
    });
    return box;
  }

  compare.make = make;
  compare.fill = fill;
  compare.told = told;
  compare.wayTo = wayTo;
  compare.textOf = textOf;
})(window.planReaderCompare);
