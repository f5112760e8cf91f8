/* How a place in a plan is cited: GB/T 7714—2015, BibTeX, CSL-JSON. Pure: words in, words out; cite.js shows them.
   `place`: { anchor, locator, url, seen } beside what the page says of the plan (build_tools/writers/words/citation.py). */
(function (root) {
  "use strict";

  function filled(list) { return list.filter((words) => { return words; }); }

  /* What BibTeX and CSL call the language of a page. */
  const CHINESE = ["chinese", "zh-CN"], LANGUAGES = { en: ["english", "en"] };

  function language(source) { return LANGUAGES[source.language] || CHINESE; }

  /* Which site and text, and whether the words are a translation. */
  function note(source, words) {
    return filled([source.translation, source.status, source.site, words.edition + " " + source.edition]).join(source.joint || "，");
  }

  /* 署名. 题名[A/OL]. 草案，尚未通过. 第三章一、第2段. (2021-06)[查阅日期]. 地址. 规划读本, 原文本版本 8a6b1021. */
  function gbt(source, place, words) {
    const dates = (source.issued ? "(" + source.issued + ")" : "") + "[" + place.seen + "]";
    return filled([source.author, source.title + "[A/OL]", source.status, place.locator, dates, place.url, source.site + ", " + words.edition + " " + source.edition, source.translation]).join(". ") + ".";
  }

  /* Signs that TeX would take as commands. */
  function tex(words) {
    return words.replace(/\\/g, "\\textbackslash{}").replace(/([&%$#_])/g, "\\$1").replace(/~/g, "\\textasciitilde{}").replace(/\^/g, "\\textasciicircum{}");
  }

  function bibtex(source, place, words) {
    const fields = [
      ["title", "{" + tex(source.title) + "}"],
      ["author", source.author && "{" + tex(source.author) + "}"],
      ["date", source.issued],
      ["pages", tex(place.locator)],
      ["version", source.edition],
      ["note", tex(note(source, words))],
      ["url", place.url],
      ["urldate", place.seen],
      ["langid", language(source)[0]],
    ];
    const lines = fields.filter((field) => { return field[1]; }).map((field) => { return "  " + field[0] + " = {" + field[1] + "},"; });
    return "@report{" + identity(source, place) + ",\n" + lines.join("\n") + "\n}";
  }

  function csl(source, place, words) {
    const entry = { id: identity(source, place), type: "report", title: source.title, language: language(source)[1] };
    if (source.author) entry.author = [{ literal: source.author }];
    if (source.issued) entry.issued = parts(source.issued);
    if (source.status) entry.status = source.status;
    entry.accessed = parts(place.seen);
    if (place.url) entry.URL = place.url;
    entry.page = place.locator;
    entry.version = source.edition;
    entry.note = note(source, words);
    return JSON.stringify([entry], null, 1);
  }

  /* 2021-06 → { "date-parts": [[2021, 6]] } */
  function parts(date) { return { "date-parts": [date.split("-").map(Number)] }; }

  function identity(source, place) { return (source.page.replace(/\//g, "-") + place.anchor).replace(/-$/, ""); }

  root.planReaderCitation = [["GB/T 7714", gbt], ["BibTeX", bibtex], ["CSL-JSON", csl]];
})(window);
