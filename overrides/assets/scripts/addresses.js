/* An address as tables and citations have it leads to its place (readWritten, assets/search/written.js): on the web the page “not here”
   leads on; from a disk the search box takes it. */
(function () {
  "use strict";

  function decoded(words) { try { return decodeURIComponent(words); } catch (error) { return ""; } }

  /* What was asked for below the root of the site, the # included. */
  function below(site) {
    const path = decoded(location.pathname + location.hash);
    return path.indexOf(site.pathname) === 0 ? path.slice(site.pathname.length) : "";
  }

  function leadOn(site) {
    const asked = readWritten(below(site));
    if (!asked) return;
    const there = new URL(asked.home + asked.page + "/" + (asked.anchor && "#" + asked.anchor), site);
    if (there.pathname !== location.pathname) location.replace(there.href);
  }

  /* some/04#2 arrives as some/04/#2: the second paragraph of the chapter. An entry that folds opens when its address is asked for. */
  function arrive() {
    const number = /^#(\d+)$/.exec(location.hash);
    if (number && document.getElementById("p" + number[1])) location.replace("#p" + number[1]);
    const entry = document.getElementById(decoded(location.hash.slice(1)));
    if (entry && entry.tagName === "DETAILS") entry.open = true;
  }

  if (document.querySelector(".pr-missing") && window.__md_scope) leadOn(window.__md_scope);
  window.addEventListener("hashchange", arrive);
  arrive();
})();
