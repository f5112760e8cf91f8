/* The search worker: takes the place of the theme's own and speaks its messages, {type, data}:
   0 set up → 1 ready; 2 query → 3 result {items: groups}.

   The text (search/text.js) is loaded with the first query, never before. Everything is loaded as plain scripts,
   so that the search works from a disk, too; there the theme's shim runs this file in a frame instead of a worker. */

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
const PARTS = ["lunr.js", "folding.js", "roots.js", "places.js", "asking.js", "written.js", "typed.js", "spelling.js", "terms.js", "ranking.js", "figures.js", "finding.js", "things.js", "marking.js", "answering.js"]

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

/* A plan and the compare page have a folder of their own: on a disk some/index.html. */
function addressOf(page, anchor) {
  const file = page.includes("/") || !isFolder(page) ? `${page}.html` : `${page}/index.html`
  return (inFolders ? `${page}/` : file) + (anchor && `#${anchor}`)
}

const isFolder = page => page === "compare" || (places && places.plans.has(page))

/* An address leads to its place; everything else is looked for: what has just this name first, then passages, then what has a like name. */
function answerFor(typed) {
  const place = findWritten(typed, places)
  if (place) return answer([place], places, addressOf)
  const query = readQuery(asWritten(typed, places), places.plans)
  const found = find(query, places), things = findThings(query, places)
  const groups = answer(found, places, addressOf), first = isNamedSo(things, query)
  const known = things.length ? [answerThings(things, typed, places, first ? found.length + 1 : 0.5, addressOf)] : []
  return first ? [...known, ...groups] : [...groups, ...known]
}

/* Only the newest query is answered: while the text is loading, people go on typing. */
async function answerQuery(typed) {
  newest = typed
  if (typed.trim()) await (loading = loading || load())
  if (typed !== newest) return
  postMessage({ type: RESULT, data: { items: typed.trim() ? answerFor(typed) : [] } })
}

addEventListener("message", ({ data: message }) => {
  if (message.type === SETUP) postMessage({ type: READY })
  if (message.type === QUERY) answerQuery(message.data)
})
