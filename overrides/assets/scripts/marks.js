/* Marks in a chapter that the reader turns on: targets, and what the checks found. */
(function () {
  "use strict";

  /* Chapters: targets, and what the checks found, marked in the text, or not, as the reader last chose. */
  function marks(kind, selector) {
    const found = document.querySelectorAll(selector).length - document.querySelectorAll(".pr-original " + selector).length;
    const tools = document.querySelector("[data-pr-" + kind + "]");
    if (!tools || !found) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pr-mark-targets";
    function remembered() { try { return localStorage.getItem("pr-" + kind) === "on"; } catch (error) { return false; } }
    function mark(on) {
      document.body.classList.toggle("pr-show-" + kind, on);
      button.setAttribute("aria-pressed", String(on));
      button.textContent = tools.getAttribute("data-pr-" + kind) + " " + found;
      try { localStorage.setItem("pr-" + kind, on ? "on" : "off"); } catch (error) { /* private windows keep nothing */ }
    }
    button.addEventListener("click", () => { mark(button.getAttribute("aria-pressed") !== "true"); });
    tools.appendChild(button);
    mark(remembered());
  }

  marks("targets", ".pr-target");
  marks("found", ".pr-found");
})();
