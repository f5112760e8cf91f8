/* Translation, original, or both: the reader's choice, kept from page to page. Without this script both stand on the page. */
(function () {
  "use strict";

  const page = document.querySelector(".pr-page");
  const buttons = document.querySelectorAll("[data-pr-view]");
  if (!page || !buttons.length) return;

  function remembered() { try { return localStorage.getItem("pr-view"); } catch (error) { return null; } }
  function remember(view) { try { localStorage.setItem("pr-view", view); } catch (error) { /* private windows keep nothing */ } }

  /* What the reader looks at stays where it is on the screen. */
  function keepPlace(change) {
    let marks = page.querySelectorAll("[id]"), here = null;
    for (let n = 0; n < marks.length && !here; n++) if (marks[n].getBoundingClientRect().bottom > 80 && marks[n].offsetParent) here = marks[n];
    const before = here && here.getBoundingClientRect().top;
    change();
    if (here && window.scrollY > 0 && here.offsetParent) window.scrollBy(0, here.getBoundingClientRect().top - before);
  }

  function show(view) {
    page.setAttribute("data-view", view);
    Array.prototype.forEach.call(buttons, (button) => { button.setAttribute("aria-pressed", String(button.getAttribute("data-pr-view") === view)); });
  }

  Array.prototype.forEach.call(buttons, (button) => {
    button.addEventListener("click", () => {
      keepPlace(() => { show(button.getAttribute("data-pr-view")); });
      remember(button.getAttribute("data-pr-view"));
    });
  });

  const known = Array.prototype.some.call(buttons, (button) => { return button.getAttribute("data-pr-view") === remembered(); });
  show(known ? remembered() : "translation");
})();
