/* The link to another language leads to the paragraph that is being read. Without this script it leads to the same page. */
(function () {
  "use strict";

  /* The place named in the address if it is on the screen, else the first one that is; none at the top of a page. */
  function placeBeingRead() {
    var named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (named && isOnScreen(named)) return named.id;
    if (window.pageYOffset < window.innerHeight / 4) return "";
    var all = document.querySelectorAll("article [id]");
    for (var i = 0; i < all.length; i++) {
      if (isOnScreen(all[i])) return all[i].id;
    }
    return "";
  }

  function isOnScreen(element) {
    var box = element.getBoundingClientRect();
    var header = document.querySelector(".md-header");
    var top = header ? header.getBoundingClientRect().bottom : 0;
    return box.height > 0 && box.bottom > top + 8 && box.top < window.innerHeight;
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-pr-language]"), function (link) {
    var page = link.getAttribute("href");

    function aim() {
      var place = placeBeingRead();
      link.setAttribute("href", place ? page + "#" + encodeURIComponent(place) : page);
    }

    /* Before a click, and before the menu that opens a link in another window. */
    ["pointerdown", "focus", "click", "contextmenu"].forEach(function (moment) { link.addEventListener(moment, aim); });
  });
})();
