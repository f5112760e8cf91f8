/* The frame's buttons: menu, search, light or dark; and the keyboard in wide tables.
   ES2020, like all our scripts: what browsers of county offices know since 2020; without them the pages read the same. */
(function () {
  "use strict";

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  /* A button works the theme's hidden check box and says whether the thing is open. */
  each("[data-pr-opens]", (button) => {
    const box = document.getElementById(button.getAttribute("data-pr-opens"));
    const panel = document.getElementById(button.getAttribute("aria-controls"));
    if (!box || !panel) return;

    function tell() {
      button.setAttribute("aria-expanded", String(box.checked));
      if (box.checked) panel.querySelector("a").focus();
    }

    button.addEventListener("click", () => { box.click(); });
    box.addEventListener("change", tell);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !box.checked) return;
      box.click();
      button.focus();
    });
  });

  each("[data-pr-search]", (button) => {
    button.addEventListener("click", () => {
      const field = document.querySelector("[data-md-component=search-query]");
      if (field) field.focus();
    });
  });

  each("[data-pr-scheme]", (button) => {
    button.addEventListener("click", () => {
      const now = document.body.getAttribute("data-md-color-scheme");
      const other = document.querySelector("[data-md-component=palette] input:not([data-md-color-scheme=" + now + "])");
      if (other) other.click();
    });
  });

  /* The theme makes the labels of every search result a landmark of the page, which they are not. */
  each(".md-search-result__list", (list) => {
    new MutationObserver(() => {
      each(".md-search-result__list nav", (labels) => { labels.setAttribute("role", "presentation"); });
    }).observe(list, { childList: true, subtree: true });
  });

  /* The theme acts on single letters (p, n, f, s …) that a voice or a slip may give, and has no switch for it (WCAG 2.1.4). */
  window.addEventListener("keydown", (event) => {
    const writing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName || "") || event.target.isContentEditable;
    if (event.key.length === 1 && event.key !== " " && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  }, true);

  /* On paper every list is open, whichever script made it; afterwards it is as it was. A section of the compare page stays as the reader left it. */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    each("details:not([open]):not(.pr-compare-section)", (list) => { list.open = true; opened.push(list); });
  });
  window.addEventListener("afterprint", () => {
    opened.forEach((list) => { list.open = false; });
    opened = [];
  });

  /* On a phone the plans' chapters fold, so that the topics are not three screens away; where there is room they are all in sight, but those of a very long plan. */
  const narrow = window.matchMedia("(max-width: 44.984375em)");
  function foldChapters() { each(".pr-chapters", (chapters) => { chapters.open = !narrow.matches && !chapters.classList.contains("pr-long"); }); }
  if (narrow.addEventListener) narrow.addEventListener("change", foldChapters);
  foldChapters();

  /* A touched paragraph, row or heading shows its address and its citation (reading.css); the one touched before hides them. */
  let touched = null;
  document.addEventListener("click", (event) => {
    const found = event.target.closest(".md-content :is(.pr-p, .pr-note, .pr-box-title, tr, h2, h3)");
    if (touched) touched.classList.remove("pr-touched");
    if (found) found.classList.add("pr-touched");
    touched = found;
  });

  /* A notice that was read in this visit is a line on a phone: what is particular to the page first, the rest at a touch. */
  each(".pr-status[role=note]", (notice) => {
    const told = "pr-told " + notice.firstChild.textContent.trim(), link = notice.querySelector("a");
    try {
      if (sessionStorage.getItem(told)) {
        notice.classList.add("pr-told");
        if (link && narrow.matches) notice.prepend(link, link.nextSibling || "");
      }
      sessionStorage.setItem(told, "yes");
    } catch (error) { /* private windows keep nothing */ }
    notice.addEventListener("click", () => { notice.classList.remove("pr-told"); });
  });

  /* A table that is wider than the screen scrolls in a box of its own; the keyboard must reach that box. */
  function reach() {
    each(".md-typeset__scrollwrap", (box) => {
      if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
      else box.removeAttribute("tabindex");
    });
  }

  window.addEventListener("load", reach);
  window.addEventListener("resize", reach);
})();
