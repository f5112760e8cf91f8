/* What a reader has to say on a page reaches the editors with the address of the paragraph; on paper the page says when it was printed. */
(function (root) {
  "use strict";

  const link = document.querySelector("[data-pr-feedback]");

  /* `page`: the way to another page from the root of the site. */
  function linkTo(anchor, page) {
    const address = (page ? link.getAttribute("data-pr-root") + page : link.getAttribute("data-pr-address")) + (anchor ? "#" + anchor : "");
    return link.getAttribute("data-pr-feedback").replace("{address}", encodeURIComponent(address));
  }

  if (link) {
    ["pointerdown", "focus", "click", "contextmenu"].forEach((moment) => {
      link.addEventListener(moment, () => { link.href = linkTo(decodeURIComponent(location.hash.slice(1))); });
    });
  }

  /* For the citation of a paragraph: { words, to(anchor, page) }, or nothing where there is nobody to write to. */
  root.planReaderFeedback = link && { words: link.getAttribute("data-pr-paragraph"), to: linkTo };

  window.addEventListener("beforeprint", () => {
    const said = document.querySelector("[data-pr-printed]"), now = new Date();
    if (said) said.textContent = said.getAttribute("data-pr-printed").replace("{date}", [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((number) => { return (number < 10 ? "0" : "") + number; }).join("-"));
  });
})(window);
