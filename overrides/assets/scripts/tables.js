/* Large tables: find, filter by a column, sort by a column, the choice kept in the address; what is shown as a file. On a phone every row
   is a small sheet of its own. Works from file://, by keyboard alone; without it the table reads the same.
   A table stands in <div class="pr-sheet" data-filters="2 3" data-keys="subject value …">; the words of the controls come from its data attributes. */
(function () {
  "use strict";

  const NONE = "-"; // the value of an empty cell, as a filter has it
  const FEW = 12; // rows that need no controls
  const LONG = 16; // signs of a cell that needs a line of its own on a phone

  function make(name, attributes, words) {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    if (words) element.textContent = words;
    return element;
  }

  /* What a cell says, and what it is sorted and filtered by: the value of its <data>, else its words. */
  function words(cell) { return cell ? cell.textContent.trim() : ""; }
  function key(cell) {
    const data = cell && cell.querySelector("data");
    return data ? data.getAttribute("value") : words(cell);
  }

  /* What a cell is filtered by: the values it lists, else its one key; that it is empty, or a key that the small print says is not given. */
  function values(cell, none) {
    const listed = cell.querySelector("[data-values]"), small = cell.querySelector("small");
    const found = listed ? listed.getAttribute("data-values").split("|") : [key(cell) || NONE];
    return small && words(small) === none ? [...found, NONE] : found;
  }

  /* Figures stand before words, such as sums still to be filled in (X), and empty cells last, whichever way a column is sorted. */
  function rank(key) { return key === "" ? 2 : isNaN(Number(key)) ? 1 : 0; }
  function compare(a, b, down) {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    return (down ? -1 : 1) * (rank(a) === 0 ? Number(a) - Number(b) : a.localeCompare(b, "zh-Hans", { numeric: true }));
  }

  /* Every cell with the column it begins in: cells that reach down or to the right take the places of others. */
  function places(rows, put) {
    const taken = [];
    Array.from(rows).forEach((row, number) => {
      let column = 0;
      for (const cell of row.cells) {
        while (taken[column] > number) column++;
        put(cell, column);
        for (let reach = 0; reach < cell.colSpan; reach++) taken[column + reach] = number + cell.rowSpan;
        column += cell.colSpan;
      }
    });
  }

  /* Cells say what their heads say, for a phone, where a row stands by itself (sheets.css); the roles stay when the looks change. */
  function name(table) {
    const heads = [];
    places(table.tHead.rows, (head, column) => {
      for (let reach = 0; reach < head.colSpan; reach++) heads[column + reach] = [heads[column + reach], words(head)].filter(Boolean).join(" ");
    });
    for (const body of table.tBodies) places(body.rows, (cell, column) => {
      if (cell.tagName === "TD" && heads[column]) cell.dataset.head = heads[column];
      cell.classList.toggle("pr-long", words(cell).length > LONG);
    });
    table.setAttribute("role", "table");
    for (const part of table.querySelectorAll("thead, tbody")) part.setAttribute("role", "rowgroup");
    for (const row of table.rows) row.setAttribute("role", "row");
    for (const cell of table.querySelectorAll("td")) cell.setAttribute("role", "cell");
    for (const cell of table.querySelectorAll("th")) cell.setAttribute("role", cell.closest("thead") ? "columnheader" : "rowheader");
    table.dataset.rows = "";
  }

  function controls(box, place) {
    const table = box.querySelector("table");
    if (!table || !table.tHead || !table.tBodies.length) return;
    const body = table.tBodies[0], heads = Array.from(table.tHead.rows[0].cells), rows = Array.from(body.rows);
    const text = rows.map(row => words(row).toLowerCase()), keys = (box.dataset.keys || "").split(" ").filter(Boolean);
    const bar = make("div", { "class": "pr-sheet-bar", role: "search" }), count = make("p", { "class": "pr-sheet-count", role: "status" });
    const find = make("input", { id: `${box.id}-find`, type: "search", autocomplete: "off" });
    const all = make("button", { type: "button" }, box.dataset.clear), order = make("select", { id: `${box.id}-order` });
    const more = make("div", { "class": "pr-sheet-more" }), choices = {}, said = name => (place ? `${box.id}.${name}` : name);
    let sorted = "";

    function labelled(control, name, into, classes) {
      const field = make("div", { "class": `pr-sheet-field ${classes || ""}` });
      field.append(make("label", { "for": control.id }, name), control);
      into.appendChild(field);
    }

    function filter(column) {
      const found = new Set(rows.flatMap(row => values(row.cells[column], box.dataset.none)));
      if (found.size < 2) return;
      const select = make("select", { id: `${box.id}-filter-${column}` });
      select.appendChild(make("option", { value: "" }, box.dataset.all));
      Array.from(found).filter(value => value !== NONE).sort((a, b) => compare(a, b)).forEach(value => select.appendChild(make("option", { value }, value)));
      if (found.has(NONE)) select.appendChild(make("option", { value: NONE }, box.dataset.none));
      select.addEventListener("change", () => { show(); remember(true); });
      choices[column] = select;
      labelled(select, words(heads[column]), more);
    }

    function show() {
      const sought = find.value.trim().toLowerCase();
      let shown = 0;
      rows.forEach((row, number) => {
        const fits = text[number].includes(sought) && Object.keys(choices).every(column => !choices[column].value || values(row.cells[column], box.dataset.none).includes(choices[column].value));
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      count.textContent = box.dataset.count.replace("{n}", shown).replace("{all}", rows.length);
      all.hidden = shown === rows.length;
    }

    /* "value" rises, "-value" falls, "" is the order of the plan. */
    function sort(by) {
      const down = by.startsWith("-"), column = keys.indexOf(by.replace("-", ""));
      sorted = column < 0 ? "" : by;
      heads.forEach(head => head.removeAttribute("aria-sort"));
      if (sorted) heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
      const ordered = rows.map((row, number) => ({ row, number, key: sorted && key(row.cells[column]) }));
      ordered.sort((a, b) => (sorted && compare(a.key, b.key, down)) || a.number - b.number).forEach(entry => body.appendChild(entry.row));
      order.value = sorted;
    }

    /* The choice in the address: a link to it can be sent, and Back leads to the one before. */
    function remember(step) {
      const asked = new URLSearchParams(location.search);
      const state = [["find", find.value.trim()], ["sort", sorted], ...Object.keys(choices).map(column => [keys[column], choices[column].value])];
      for (const [name, value] of state) if (value) asked.set(said(name), value); else asked.delete(said(name));
      const query = asked.toString();
      history[step ? "pushState" : "replaceState"](null, "", location.pathname + (query && `?${query}`) + location.hash);
    }

    function recall() {
      const asked = new URLSearchParams(location.search);
      find.value = asked.get(said("find")) || "";
      for (const column in choices) {
        choices[column].value = asked.get(said(keys[column])) || "";
        if (choices[column].selectedIndex < 0) choices[column].value = "";
      }
      sort(asked.get(said("sort")) || "");
      show();
    }

    function lay() {
      const fold = make("button", { type: "button", "class": "pr-sheet-fold", "aria-expanded": "false" }, box.dataset.more);
      fold.addEventListener("click", () => fold.setAttribute("aria-expanded", String(fold.getAttribute("aria-expanded") === "false")));
      labelled(find, box.dataset.find, bar);
      bar.append(fold, more);
      (box.dataset.filters || "").split(" ").filter(Boolean).forEach(column => filter(Number(column)));
      order.appendChild(make("option", { value: "" }, box.dataset.plain));
      heads.forEach((head, column) => {
        for (const [sign, arrow] of [["", "↑"], ["-", "↓"]]) order.appendChild(make("option", { value: sign + keys[column] }, `${words(head)} ${arrow}`));
      });
      labelled(order, box.dataset.sort, more, "pr-sheet-order");
      more.appendChild(all);
      box.parentNode.insertBefore(bar, box);
      box.parentNode.insertBefore(count, box);
    }

    if (rows.length > FEW) lay();
    heads.forEach((head, column) => {
      const button = make("button", { type: "button", title: box.dataset.sort });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => { sort((sorted === keys[column] ? "-" : "") + keys[column]); remember(true); });
    });
    find.addEventListener("input", () => { show(); remember(false); });
    order.addEventListener("change", () => { sort(order.value); remember(true); });
    all.addEventListener("click", () => {
      find.value = "";
      for (const column in choices) choices[column].value = "";
      show();
      remember(true);
      find.focus();
    });
    window.addEventListener("popstate", recall);
    recall();
    if (rows.length > FEW && box.dataset.save) saving(box, heads, more);
  }

  /* The rows that are shown, as a table for a spreadsheet: their words, and the address of each. */
  function saving(box, heads, more) {
    const button = make("button", { type: "button" }, box.dataset.save);
    const quoted = words => `"${words.replace(/\s+/g, " ").trim().replace(/^[=+\-@]/, "'$&").replace(/"/g, '""')}"`;
    button.addEventListener("click", () => {
      const shown = Array.from(box.querySelectorAll("tbody tr")).filter(row => !row.hidden);
      const lines = shown.map(row => {
        const place = row.querySelector(".pr-link[id]");
        const cells = Array.from(row.cells, cell => Array.from(cell.childNodes, part => (part.nodeName === "BR" ? " " : part.textContent)).join(""));
        return [...cells, place ? location.href.replace(/[?#].*/, "") + `#${place.id}` : ""];
      });
      const file = "\ufeff" + [[...heads.map(words), "url"], ...lines].map(line => line.map(quoted).join(",")).join("\r\n") + "\r\n";
      const link = make("a", { href: URL.createObjectURL(new Blob([file], { type: "text/csv" })), download: `${box.id}.csv` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
    more.appendChild(button);
  }

  /* A table wider than its column scrolls in a box, for its width alone; the head follows the page, the keyboard reaches the box. */
  function fit(box) {
    const table = box.querySelector("table"), wide = table && table.scrollWidth > box.clientWidth + 1;
    box.classList.toggle("pr-wide", Boolean(wide));
    if (wide) box.setAttribute("tabindex", "0"); else box.removeAttribute("tabindex");
  }

  function follow() {
    const top = document.querySelector(".md-header").getBoundingClientRect().bottom;
    for (const box of document.querySelectorAll(".pr-wide")) box.style.setProperty("--pr-down", `${Math.max(0, top - box.getBoundingClientRect().top)}px`);
  }

  document.querySelectorAll(".pr-sheet").forEach((box, place) => {
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", `${words(document.querySelector("h1")).replace("¶", "").trim()} ${place + 1}`);
    controls(box, place);
  });
  const boxes = () => document.querySelectorAll(".pr-sheet, .pr-table, .md-typeset__scrollwrap:not(:is(.pr-sheet, .pr-table) *)"); // the last are the theme's
  if (!document.querySelector("table")) return;
  for (const table of document.querySelectorAll(".pr-sheet table, .pr-table table")) if (table.tHead && table.tBodies.length) name(table);
  function look() { boxes().forEach(fit); follow(); }
  window.addEventListener("load", look);
  window.addEventListener("resize", look);
  window.addEventListener("scroll", follow, { passive: true });
  look();
})();
