/* The search worker: takes the place of the theme's own and speaks its messages, {type, data}:
   0 set up → 1 ready; 2 query → 3 result {items: groups}.

   The text (search/text.js) is loaded with the first query, never before. Everything is loaded as plain scripts,
   so that the search works from a disk, too; there the theme's shim runs this file in a frame instead of a worker. */

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
const PARTS = ["lunr.js", "folding.js", "roots.js", "places.js", "asking.js", "written.js", "typed.js", "spelling.js", "terms.js", "ranking.js", "figures.js", "finding.js", "marking.js", "answering.js"]

const here = new URL(typeof document === "undefined" ? self.location.href : document.currentScript.src)
const root = new URL("../../", here)
const { text, version, inFolders } = readAddress(here)

let loading, places, newest

/* “worker.js?text=en/search/text.js&v=3f9a” → {text: "en/search/text.js", version: "?v=3f9a", inFolders: true}: the text of a language below the
   root of the site; one version for the search as a whole. `?files`: pages are not …/03/, as on the web, but …/03.html, as in a bundle.
   The theme's shim hangs “?” and the time behind what is there. */
function readAddress(address) {
  const said = new URLSearchParams(address.search.slice(1).split("?")[0])
  return { text: said.get("text") || "search/text.js", version: said.has("v") ? `?v=${said.get("v")}` : "", inFolders: !said.has("files") }
}

/* All parts and the text, once; after that `places` is there. */
async function load() {
  await importScripts(...PARTS.map(part => new URL(part + version, here).href), new URL(text + version, root).href)
  places = buildPlaces(searchText)
}

function addressOf(page, anchor) {
  return (inFolders ? `${page}/` : `${page}.html`) + (anchor && `#${anchor}`)
}

/* An address leads to its place; everything else is looked for. */
function searchFor(typed) {
  const place = findWritten(typed, places)
  return place ? [place] : find(readQuery(asWritten(typed, places), places.plans), places)
}

/* Only the newest query is answered: while the text is loading, people go on typing. */
async function answerQuery(typed) {
  newest = typed
  if (typed.trim()) await (loading = loading || load())
  if (typed !== newest) return
  const found = typed.trim() ? searchFor(typed) : []
  postMessage({ type: RESULT, data: { items: typed.trim() ? answer(found, places, addressOf) : [] } })
}

addEventListener("message", ({ data: message }) => {
  if (message.type === SETUP) postMessage({ type: READY })
  if (message.type === QUERY) answerQuery(message.data)
})
