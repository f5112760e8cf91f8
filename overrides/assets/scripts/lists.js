/* Long lists to find an entry in: places, terms, plans. */
(function () {
  "use strict";

  function make(name, attributes, words) {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    if (words) element.textContent = words;
    return element;
  }

  function words(element) { return element ? element.textContent.trim() : ""; }

  /* A long list, one that opens entry by entry too: find an entry by its name, or by what data-words adds; a heading without entries goes with
     them. What is sought stands in the address. */
  function finder(list) {
    const entries = list.querySelectorAll("details, .pr-entry"), bar = make("div", { "class": "pr-sheet-bar", role: "search" });
    const count = make("p", { "class": "pr-sheet-count", role: "status" });
    const label = make("label", {}, list.dataset.find), find = make("input", { type: "search", autocomplete: "off" });

    function show() {
      const sought = find.value.trim().toLowerCase();
      let shown = 0;
      for (const entry of entries) {
        const said = words(entry.querySelector("summary") || entry) + (entry.dataset.words || "");
        entry.hidden = !said.toLowerCase().includes(sought);
        shown += entry.hidden ? 0 : 1;
      }
      for (const part of list.querySelectorAll("section")) part.hidden = !part.querySelector("details:not([hidden]), .pr-entry:not([hidden])");
      const only = sought && shown === 1 && list.querySelector("details:not([hidden])");
      if (only) only.open = true;
      count.textContent = list.dataset.count.replace("{n}", shown).replace("{all}", entries.length);
    }

    function remember() {
      const asked = new URLSearchParams(location.search);
      for (const [name, value] of [["find", find.value.trim()], ["by", by.value]]) if (value) asked.set(name, value); else asked.delete(name);
      const query = asked.toString();
      history.replaceState(null, "", location.pathname + (query && `?${query}`) + location.hash);
    }

    /* By name: all entries in one row; else each below its own heading, in the order of the page. */
    const by = make("select", {}), home = Array.from(entries, entry => entry.parentNode);
    function order() {
      const sorted = Array.from(entries, (entry, place) => ({ entry, place }));
      if (by.value) sorted.sort((a, b) => words(a.entry.querySelector("a")).localeCompare(words(b.entry.querySelector("a")), "zh-Hans", { numeric: true }));
      for (const { entry, place } of sorted) (by.value ? home[0] : home[place]).appendChild(entry);
      list.classList.toggle("pr-by-name", Boolean(by.value));
    }

    find.addEventListener("input", () => { show(); remember(); });
    by.addEventListener("change", () => { order(); show(); remember(); });
    label.appendChild(find);
    bar.appendChild(label);
    if (list.dataset.by) {
      const choice = make("label", {}, list.dataset.by);
      by.append(make("option", { value: "" }, list.dataset.group), make("option", { value: "name" }, list.dataset.name));
      choice.appendChild(by);
      bar.appendChild(choice);
    }
    list.insertBefore(count, list.firstChild);
    list.insertBefore(bar, count);
    const asked = new URLSearchParams(location.search);
    find.value = asked.get("find") || "";
    if (list.dataset.by && asked.get("by") === "name") { by.value = "name"; order(); }
    show();
  }

  document.querySelectorAll(".pr-find-list").forEach(finder);
})();
