/* A term of the glossary, or a correction, explains itself on hover, on focus, and on the first tap; the second tap, a click or Enter goes to its page.
   Escape puts the explanation away, the pointer may rest on it. Without this script a term is a link. */
(function () {
  "use strict";

  const GAP = 6, STAY = 250;  // pixels between term and explanation; milliseconds to reach it with the pointer
  const terms = document.querySelectorAll("a[data-about]");
  if (!terms.length) return;
  let bubble = document.createElement("div"), shown = null, leaving = 0, touched = false;
  bubble.id = "pr-about";
  bubble.className = "pr-about";
  bubble.setAttribute("role", "tooltip");
  bubble.hidden = true;
  document.querySelector(".pr-page").appendChild(bubble);

  function show(term) {
    clearTimeout(leaving);
    if (shown && shown !== term) hide();
    shown = term;
    bubble.textContent = term.getAttribute("data-about");
    bubble.hidden = false;
    term.setAttribute("aria-describedby", bubble.id);
    place(term.getClientRects()[0]);
  }

  /* Below the term, or above it where there is no room; never beyond the sides. */
  function place(box) {
    const width = document.documentElement.clientWidth, below = box.bottom + GAP;
    const top = below + bubble.offsetHeight > window.innerHeight ? box.top - GAP - bubble.offsetHeight : below;
    bubble.style.left = Math.max(GAP, Math.min(box.left, width - bubble.offsetWidth - GAP)) + "px";
    bubble.style.top = Math.max(GAP, top) + "px";
  }

  function hide() {
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    bubble.hidden = true;
    shown = null;
  }

  function leave() { clearTimeout(leaving); leaving = setTimeout(hide, STAY); }

  Array.prototype.forEach.call(terms, (term) => {
    term.addEventListener("mouseenter", () => { if (!touched) show(term); });
    term.addEventListener("mouseleave", leave);
    term.addEventListener("focus", () => { if (!touched) show(term); });
    term.addEventListener("blur", hide);
    term.addEventListener("touchstart", () => { touched = true; }, { passive: true });
    term.addEventListener("click", (event) => {
      if (touched && shown !== term) { event.preventDefault(); show(term); }
      touched = false;
    });
  });

  bubble.addEventListener("mouseenter", () => { clearTimeout(leaving); });
  bubble.addEventListener("mouseleave", leave);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("click", (event) => { if (shown && !shown.contains(event.target) && !bubble.contains(event.target)) hide(); });
  window.addEventListener("scroll", () => { if (shown) place(shown.getClientRects()[0]); }, { passive: true });
})();
