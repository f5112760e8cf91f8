/* The link to another language leads to the paragraph that is being read, and keeps what was sought or chosen in a table. Without this
   script it leads to the same page. */
(function () {
  "use strict";

  /* What follows the page's address: a state that names no place (of the compare page, say) as it is; a place that is on the screen;
     else the first place that is; nothing at the top of a page. */
  function whatIsRead() {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (location.hash.indexOf("=") > 0) return location.hash;
    if (named && isOnScreen(named)) return location.hash;
    if (window.pageYOffset < window.innerHeight / 4) return "";
    const places = document.querySelectorAll("article [id]");
    for (let i = 0; i < places.length; i++) {
      if (isOnScreen(places[i])) return "#" + encodeURIComponent(places[i].id);
    }
    return "";
  }

  function isOnScreen(element) {
    const box = element.getBoundingClientRect();
    const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
    return box.height > 0 && box.bottom > header + 8 && box.top < window.innerHeight;
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-pr-language]"), (link) => {
    const page = link.getAttribute("href");

    function aim() {
      link.setAttribute("href", page + location.search + whatIsRead());
    }

    /* Before a click, and before the menu that opens a link in another window. */
    ["pointerdown", "focus", "click", "contextmenu"].forEach((moment) => { link.addEventListener(moment, aim); });
  });
})();
