/* Units found → what the theme's search list shows: groups of {location, title, text, score, terms}.

   A group is one section (or chapter) with its hits, best first. The theme wants the page itself in every group and shows it on top;
   hits with a lower score than the first fold away under “more in this section”. */

const WINDOW = 84 // signs of text shown around a hit; Latin letters are narrow, so there may be more of them
const LATIN_WINDOW = 200
const PART_END = /[。；\n]|[.;?!]["”’)]?\s+/g // of a sentence, or of a part of one
const SENTENCE_END = /(^|[。.?!]["”’)]?\s*)$/
const SHOWN = 2 // hits of a section that are shown at once

/* `address(page, anchor)` gives the address of a place. The score only has to fall from group to group. */
function answer(found, places, address) {
  return found.map((result, i) => group(result, found.length - i, places, address))
}

function group(result, score, places, address) {
  const { unit } = result
  const plan = places.plans.get(unit.plan)
  const chapter = unit.above[0] || unit
  const hits = withoutHeading(result).filter(passage => passage.anchor)
  const title = withMarks(unit.title, rangesIn(unit.title, result))
  const rows = hits.map((passage, i) => item(passage, title + placeName(passage, places.ui), result, i < SHOWN ? score : score - 0.5, address))
  const page = {
    location: address(unit.page, ""),
    title: `${escapeHTML(plan.name)} · ${withMarks(chapter.title, rows.length ? [] : rangesIn(chapter.title, result))}`,
    text: "",
    score: rows.length ? 0 : score,
    terms: rows.length ? rows[0].terms : {},
    tags: [plan.period, plan.status, ...(result.near ? [places.ui.near] : [])].map(escapeHTML),
  }
  return [...rows, page]
}

/* The heading is a hit of its own only where no text below it is one: the title stands above every hit anyway. */
function withoutHeading({ hits }) {
  const texts = hits.filter(passage => !UNIT_KINDS.includes(passage.kind))
  return texts.length ? texts : hits
}

function item(passage, title, result, score, address) {
  const { unit } = passage
  const heading = passage === unit.passages[0]
  const ranges = heading ? [] : rangesIn(passage.text, result)
  return {
    location: address(unit.page, passage.anchor),
    title,
    text: heading ? "" : excerpt(passage.text, ranges),
    score,
    terms: Object.fromEntries([...new Set(ranges.map(([a, b]) => passage.text.slice(a, b)))].slice(0, 5).map(word => [word, true])),
  }
}

/* s01-p3 → 第3段; a box or table needs no number. `ui`: the words for it. */
function placeName({ anchor, kind }, ui) {
  const paragraph = anchor.match(/(?:^|-)p(\d+)$/)
  const name = paragraph ? ui.paragraph.replace("{n}", paragraph[1]) : ui[kind]
  return name ? ` <small>${escapeHTML(name)}</small>` : ""
}

/* The sentence with the first hit, and what follows it up to the window; “…” stands where a sentence is cut. */
function excerpt(text, ranges) {
  const [hit, hitEnd] = ranges[0] || [0, 0]
  const window = /\p{Script=Han}/u.test(text.slice(0, WINDOW)) ? WINDOW : LATIN_WINDOW
  const stops = [0, ...[...text.matchAll(PART_END)].map(match => match.index + match[0].length), text.length]
  const first = Math.max(...stops.filter(stop => stop <= hit))
  const start = hit - first > window / 2 ? wordEdge(text, hit - window / 4) : first
  const most = Math.min(text.length, Math.max(start + window, hitEnd))
  const last = Math.max(...stops.filter(stop => stop > hitEnd && stop - start > window / 3 && stop <= most))
  const end = last > 0 ? last : wordEdge(text, most)
  const inside = ranges.filter(([a, b]) => a >= start && b <= end).map(([a, b]) => [a - start, b - start])
  const before = stops.includes(start) ? "" : "…"
  const after = end === text.length || SENTENCE_END.test(text.slice(0, end)) ? "" : "…"
  return before + withMarks(text.slice(start, end), inside) + after
}

/* The next place from `i` on that parts no Latin word. */
function wordEdge(text, i) {
  while (/[A-Za-z][A-Za-z]/.test(text.slice(i - 1, i + 1))) i++
  return i
}
