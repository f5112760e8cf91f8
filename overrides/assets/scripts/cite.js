/* “引” beside the ¶ of a paragraph: its citation in three styles, to copy. Works from file:// and by keyboard; without it the ¶ is there.
   The compare page, where paragraphs of several plans stand, opens it by itself. */
(function () {
  "use strict";

  const page = document.querySelector(".pr-page");
  const styles = window.planReaderCitation;
  if (!page || !styles) return;
  let source = null, words = null;  // of the paragraph that is cited
  let dialog = null, opener = null;

  function make(name, attributes, text) {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    if (text) element.textContent = text;
    return element;
  }

  /* Numbers of the headings above, then the paragraph by its own address: 第三章二、第2段; Chapter 3, Section 2 (1), paragraph 2 */
  function locator(link, anchor) {
    if (link.hasAttribute("data-locator")) return link.getAttribute("data-locator");  // a row says itself where it stands
    const steps = [source.chapter].concat(numbers(link), anchor.split("-").map(step)).filter((words) => { return words; });
    return source.joint ? steps.map((words) => { return words.replace(/\.$/, ""); }).join(source.joint).replace(/, \(/g, " (") : steps.join("");
  }

  function numbers(link) {
    let found = {}, headings = page.querySelectorAll("h2, h3");
    for (let n = 0; n < headings.length && headings[n].compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING; n++) {
      const number = headings[n].querySelector(".pr-number");
      if (headings[n].tagName === "H2") found = {};
      found[headings[n].tagName] = number ? number.textContent : headings[n].textContent;
    }
    return [source.section && /^\d/.test(found.H2 || "") ? source.section.replace("{n}", found.H2) : found.H2, found.H3];
  }

  function step(part) {
    const kind = { p: words.paragraph, b: words.box, i: words.item }[part.charAt(0)];
    return kind ? kind.replace("{n}", part.slice(1)) : "";
  }

  /* （原件第23页）, where the file as received has pages. */
  function sheet(link) {
    const paragraph = link.closest("[data-page]");
    if (!paragraph) return "";
    const said = words.sheet.replace("{n}", paragraph.getAttribute("data-page"));
    return source.joint ? source.joint + said : "（" + said + "）";
  }

  /* The way to the line of the numbered source text, from this page. */
  function showLine(link) {
    const paragraph = link && link.closest("[data-lines]"), line = paragraph && parseInt(paragraph.getAttribute("data-lines"), 10);
    const shown = dialog.querySelector(".pr-cite-line");
    shown.hidden = !line;
    if (!line) return;
    const part = source.parts.split(",").filter((start) => { return Number(start) <= line; }).length;
    const file = part > 1 ? "source-" + part + ".html" : "source.html";
    shown.textContent = words.line.replace("{line}", line);
    const isFile = /\.html$/.test(location.pathname) && !/\/index\.html$/.test(location.pathname); // on a disk some/03.html, not some/03/
    shown.href = (isFile ? source.page.replace(/[^/]+\/$/, "") : source.page).replace(/[^/]+\//g, "../") + source.text + file + "#L" + line;
  }

  /* The way to the page of the file as received, where that is published and has pages. */
  function showPage(link) {
    const paragraph = link && link.closest("[data-page]"), number = paragraph && paragraph.getAttribute("data-page");
    const shown = dialog.querySelector(".pr-cite-page");
    shown.hidden = !number || !source.file;
    if (shown.hidden) return;
    shown.textContent = words.sheet.replace("{n}", number);
    shown.href = source.page.replace(/[^/]+\//g, "../") + source.file + "#page=" + number;
  }

  /* From a disk there is no address on the web: the path within the site stands for it. */
  function address(anchor) {
    const canonical = document.querySelector("link[rel=canonical]");
    if (location.protocol.indexOf("http") === 0) return location.href.replace(/[?#].*/, "") + "#" + anchor;
    return (canonical ? canonical.href : source.page) + "#" + anchor;
  }

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((number) => { return (number < 10 ? "0" : "") + number; }).join("-");
  }

  function build() {
    dialog = make("dialog", { "class": "pr-cite-dialog", "aria-labelledby": "pr-cite-title" });
    const close = make("button", { type: "button", "class": "pr-button" }, words.close);
    close.addEventListener("click", shut);
    dialog.appendChild(make("p", { id: "pr-cite-title", "class": "pr-cite-title" }, words.open));
    styles.forEach((style, n) => { dialog.appendChild(field(style[0], n)); });
    dialog.appendChild(make("a", { "class": "pr-cite-line" }));
    dialog.appendChild(make("a", { "class": "pr-cite-page" }));
    if (window.planReaderFeedback) dialog.appendChild(make("a", { "class": "pr-cite-feedback" }, window.planReaderFeedback.words));
    dialog.appendChild(close);
    dialog.addEventListener("click", (event) => { if (event.target === dialog) shut(); });
    dialog.addEventListener("close", () => { if (opener) opener.focus(); });
    page.appendChild(dialog);
  }

  function field(name, n) {
    const group = make("div", { "class": "pr-cite-style" }), id = "pr-cite-" + n;
    const text = make("textarea", { id, readonly: "", rows: n ? 6 : 5, spellcheck: "false" });
    const copy = make("button", { type: "button", "class": "pr-button", "aria-label": words.copy + " " + name }, words.copy);
    const told = make("span", { role: "status", "class": "pr-cite-told" });
    copy.addEventListener("click", () => { take(text, told); });
    [make("label", { "for": id }, name), copy, told, text].forEach((part) => { group.appendChild(part); });
    return group;
  }

  /* The old way to copy works without https; where both fail the text stays marked for Ctrl+C. */
  function take(text, told) {
    text.focus();
    text.select();
    let done = false;
    try { done = document.execCommand("copy"); } catch (error) { done = false; }
    if (done || !navigator.clipboard) { told.textContent = done ? words.copied : words.marked; return; }
    navigator.clipboard.writeText(text.value).then(() => { told.textContent = words.copied; }, () => { told.textContent = words.marked; });
  }

  /* `place`: { anchor, locator, url }; `link`: the ¶ of a paragraph that knows its line in the source. */
  function show(button, of, said, place, link) {
    opener = button;
    source = of;
    words = said;
    if (!dialog) build();
    place.seen = today();
    place.url = place.url || address(place.anchor);
    styles.forEach((style, n) => { document.getElementById("pr-cite-" + n).value = style[1](source, place, words); });
    Array.prototype.forEach.call(dialog.querySelectorAll(".pr-cite-told"), (told) => { told.textContent = ""; });
    showLine(link);
    showPage(link);
    if (window.planReaderFeedback) dialog.querySelector(".pr-cite-feedback").href = window.planReaderFeedback.to(place.anchor, source.page);
    if (dialog.showModal) dialog.showModal(); else dialog.setAttribute("open", "");
  }

  function shut() {
    if (dialog.close) dialog.close(); else { dialog.removeAttribute("open"); opener.focus(); }
  }

  /* 第三章一、, then 第2段: the numbers of the headings above may come ready. */
  window.planReaderCite = function (button, of, said, place) {
    source = of;
    words = said;
    const tail = place.anchor.split("-").map(step).filter((part) => { return part; });
    place.url = place.url || of.page + "#" + place.anchor;
    place.locator = [place.above].concat(tail).join(of.joint || "");
    show(button, of, said, place, null);
  };

  if (!page.hasAttribute("data-pr-cite")) return;
  const own = JSON.parse(page.getAttribute("data-pr-cite")), ownWords = JSON.parse(page.getAttribute("data-pr-words"));

  function open(button, link) {
    source = own;
    words = ownWords;
    const anchor = link.getAttribute("href").slice(1);
    show(button, own, ownWords, { anchor, locator: locator(link, anchor) + sheet(link) }, link);
  }

  Array.prototype.forEach.call(page.querySelectorAll(".pr-link"), (link) => {
    const button = make("button", { type: "button", "class": "pr-cite", "aria-haspopup": "dialog", "aria-label": ownWords.open + " " + link.getAttribute("href").slice(1) });
    button.addEventListener("click", () => { open(button, link); });
    link.parentNode.insertBefore(button, link.nextSibling);
  });
})();
