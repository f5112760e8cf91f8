/* What the site knows by name: places, terms, indicators, projects, its own pages. They come as one group before the passages. */

const MOST_THINGS = 4 // of them in the list below the search box
const CLOSE = { same: 3, begins: 2, holds: 1 }

/* [kind, name, other names, about, page, anchor, plan] rows → {kind, name, …, folded} */
function readThings(rows) {
  return rows.map(([kind, name, others, about, page, anchor, plan]) => ({ kind, name, about, page, anchor, plan, folded: [name, ...others].map(fold) }))
}

/* The things that a query names, closest first. A query of two words names what has one of them and stands in the plan of the other. */
function findThings(query, places) {
  if (query.phrase.length < 2 || figureOf(query.phrase)) return []
  const asked = [...new Set([query.phrase, query.words.join(WORD.test(query.phrase) ? " " : "")])]
  const found = []
  for (const thing of places.things) {
    if (query.plan && thing.plan && thing.plan !== query.plan) continue
    const close = Math.max(...asked.map(words => closeness(words, thing)))
    if (close) found.push({ thing, close: close + (query.named && query.named === thing.plan ? 0.5 : 0) })
  }
  const best = Math.max(0, ...found.map(({ close }) => Math.floor(close)))
  return found.sort((a, b) => b.close - a.close || a.thing.name.length - b.thing.name.length).filter(({ close }) => close >= Math.min(best, CLOSE.begins)).map(({ thing }) => thing)
}

function closeness(words, { folded }) {
  if (words.length < 2) return 0
  if (folded.includes(words)) return CLOSE.same
  if (folded.some(name => name.startsWith(words))) return CLOSE.begins
  return words.length > 2 && folded.some(name => standsIn(words, name)) ? CLOSE.holds : 0
}

/* What was typed is the very name of one of them: they stand above the passages; else below. */
const isNamedSo = (things, query) => things.some(({ folded }) => folded.includes(query.phrase) || folded.includes(query.words.join("")))

/* The group of things for the theme's list; its page is the page of results. */
function answerThings(things, typed, places, score, address) {
  const rows = things.slice(0, MOST_THINGS).map(thing => ({
    location: address(thing.page, thing.anchor || "top"),
    title: `${escapeHTML(thing.name)} <small>${escapeHTML(kindOf(thing, places))}</small>`,
    text: escapeHTML(thing.about),
    score,
    terms: {},
  }))
  const page = { location: `${addressOfResults(address)}?q=${encodeURIComponent(typed)}`, title: escapeHTML(places.ui.things), text: "", score: 0, terms: {}, tags: [] }
  return [...rows, page]
}

/* 地名 · 某县 */
function kindOf({ kind, plan }, places) {
  const known = places.plans.get(plan)
  return [places.ui.kinds[kind], known && known.name].filter(Boolean).join(" · ")
}

const addressOfResults = address => (address("x", "").endsWith("/") ? "search/" : "search/index.html")
