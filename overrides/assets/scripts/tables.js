/* Large tables: find, filter by a column, sort by a column. Works from file://, by keyboard alone; without it the table reads the same.
   A table stands in <div class="pr-sheet" data-filters="2 3" …>; the words of the controls come from its data attributes. */
(function () {
  "use strict";

  function each(list, act) { Array.prototype.forEach.call(list, act); }

  function make(name, attributes, words) {
    var element = document.createElement(name);
    for (var key in attributes) element.setAttribute(key, attributes[key]);
    if (words) element.textContent = words;
    return element;
  }

  /* What a cell says, and what it is sorted and filtered by: the value of its <data>, else its words. */
  function words(cell) { return cell ? cell.textContent.trim() : ""; }
  function key(cell) {
    var data = cell && cell.querySelector("data");
    return data ? data.getAttribute("value") : words(cell);
  }

  /* What a cell is filtered by: the values it lists, else its one key. */
  function values(cell) {
    var listed = cell && cell.querySelector("[data-values]"), one = key(cell);
    return listed ? listed.getAttribute("data-values").split("|") : one ? [one] : [];
  }

  /* Figures stand before words, such as sums still to be filled in (X), and empty cells last, whichever way a column is sorted. */
  function rank(key) { return key === "" ? 2 : isNaN(Number(key)) ? 1 : 0; }
  function compare(a, b, down) {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    return (down ? -1 : 1) * (rank(a) === 0 ? Number(a) - Number(b) : a.localeCompare(b, "zh-Hans", { numeric: true }));
  }

  function sheet(box, place) {
    var table = box.querySelector("table");
    if (!table || !table.tBodies.length) return;
    var few = table.tBodies[0].rows.length <= 12;
    var body = table.tBodies[0], heads = table.tHead.rows[0].cells;
    var rows = Array.prototype.slice.call(body.rows), text = rows.map(words), chosen = {};
    var bar = make("div", { "class": "pr-sheet-bar", role: "search" });
    var count = make("p", { "class": "pr-sheet-count", role: "status" });

    function show() {
      var sought = find.value.trim().toLowerCase(), shown = 0;
      rows.forEach(function (row, n) {
        var fits = text[n].toLowerCase().indexOf(sought) >= 0;
        for (var column in chosen) fits = fits && (!chosen[column] || values(row.cells[column]).indexOf(chosen[column]) >= 0);
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      count.textContent = box.dataset.shown + " " + shown + " " + box.dataset.of + " " + rows.length;
    }

    function sort(column) {
      var head = heads[column], down = head.getAttribute("aria-sort") === "ascending";
      each(heads, function (other) { other.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      var order = rows.map(function (row, n) { return { row: row, key: key(row.cells[column]), n: n }; });
      order.sort(function (a, b) { return compare(a.key, b.key, down) || a.n - b.n; });
      order.forEach(function (entry) { body.appendChild(entry.row); });
    }

    function filter(column) {
      var name = words(heads[column]), id = box.id + "-filter-" + column;
      var options = [];
      rows.forEach(function (row) {
        values(row.cells[column]).forEach(function (value) { if (options.indexOf(value) < 0) options.push(value); });
      });
      if (options.length < 2) return;
      var select = make("select", { id: id });
      select.appendChild(make("option", { value: "" }, box.dataset.all));
      options.sort(function (a, b) { return compare(a, b); }).forEach(function (value) { select.appendChild(make("option", { value: value }, value)); });
      select.addEventListener("change", function () { chosen[column] = select.value; show(); });
      var label = make("label", { "for": id }, name);
      label.appendChild(select);
      bar.appendChild(label);
    }

    var label = make("label", { "for": box.id + "-find" }, box.dataset.find);
    var find = make("input", { id: box.id + "-find", type: "search", autocomplete: "off" });
    find.addEventListener("input", show);
    label.appendChild(find);
    bar.appendChild(label);
    (box.dataset.filters || "").split(" ").filter(String).forEach(function (column) { filter(Number(column)); });
    each(heads, function (head, column) {
      var button = make("button", { type: "button", title: box.dataset.sort }, words(head));
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () { sort(column); });
    });
    if (!few) {
      box.parentNode.insertBefore(bar, box);
      box.parentNode.insertBefore(count, box);
    }
    box.setAttribute("tabindex", "0");
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", document.querySelector("h1").textContent.replace("¶", "").trim() + " " + (place + 1));
    show();
  }

  each(document.querySelectorAll(".pr-sheet"), sheet);

  /* A long list, one that opens entry by entry too: find an entry by its name; a heading without entries goes with them. */
  function finder(list) {
    var entries = list.querySelectorAll("details, .pr-entry"), bar = make("div", { "class": "pr-sheet-bar", role: "search" });
    var count = make("p", { "class": "pr-sheet-count", role: "status" });
    var label = make("label", {}, list.dataset.find), find = make("input", { type: "search", autocomplete: "off" });
    function show() {
      var sought = find.value.trim().toLowerCase(), shown = 0;
      each(entries, function (entry) {
        entry.hidden = words(entry.querySelector("summary") || entry).toLowerCase().indexOf(sought) < 0;
        shown += entry.hidden ? 0 : 1;
      });
      each(list.querySelectorAll("section"), function (part) { part.hidden = !part.querySelector("details:not([hidden])"); });
      var only = sought && shown === 1 && list.querySelector("details:not([hidden])");
      if (only) only.open = true;
      count.textContent = list.dataset.shown + " " + shown + " " + list.dataset.of + " " + entries.length;
    }
    find.addEventListener("input", show);
    label.appendChild(find);
    bar.appendChild(label);
    list.insertBefore(count, list.firstChild);
    list.insertBefore(bar, count);
    show();
  }

  each(document.querySelectorAll(".pr-find-list"), finder);

  /* Chapters: targets, and what the checks found, marked in the text, or not, as the reader last chose. */
  function marks(kind, selector) {
    var found = document.querySelectorAll(selector).length - document.querySelectorAll(".pr-original " + selector).length;
    var tools = document.querySelector("[data-pr-" + kind + "]");
    if (!tools || !found) return;
    var button = make("button", { type: "button", "class": "pr-mark-targets" });
    function remembered() { try { return localStorage.getItem("pr-" + kind) === "on"; } catch (error) { return false; } }
    function mark(on) {
      document.body.classList.toggle("pr-show-" + kind, on);
      button.setAttribute("aria-pressed", String(on));
      button.textContent = tools.getAttribute("data-pr-" + kind) + " " + found;
      try { localStorage.setItem("pr-" + kind, on ? "on" : "off"); } catch (error) { /* private windows keep nothing */ }
    }
    button.addEventListener("click", function () { mark(button.getAttribute("aria-pressed") !== "true"); });
    tools.appendChild(button);
    mark(remembered());
  }

  marks("targets", ".pr-target");
  marks("found", ".pr-found");
})();
