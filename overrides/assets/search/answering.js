/* Units found → what the theme's search list shows: groups of {location, title, text, score, terms}.

   A group is one section (or chapter) with its hits, best first. The theme wants the page itself in every group and shows it on top;
   hits with a lower score than the first fold away under “more in this section”. */

const WINDOW = 84 // signs of text shown around a hit
const SHOWN = 2 // hits of a section that are shown at once
const MARK_OPEN = "<mark data-md-highlight>", MARK_CLOSE = "</mark>"

/* `address(page, anchor)` gives the address of a place. The score only has to fall from group to group. */
function answer(found, places, address) {
  return found.map((result, i) => group(result, found.length - i, places, address))
}

function group(result, score, places, address) {
  const { unit } = result
  const plan = places.plans.get(unit.plan)
  const chapter = unit.above[0] || unit
  const hits = withoutHeading(result).filter(passage => passage.anchor)
  const title = withMarks(unit.title, markRanges(unit.title, result.marks))
  const rows = hits.map((passage, i) => item(passage, title + placeName(passage, places.ui), result.marks, i < SHOWN ? score : score - 0.5, address))
  const page = {
    location: address(unit.page, ""),
    title: `${escapeHTML(plan.name)} · ${withMarks(chapter.title, rows.length ? [] : markRanges(chapter.title, result.marks))}`,
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

function item(passage, title, marks, score, address) {
  const { unit } = passage
  const heading = passage === unit.passages[0]
  const ranges = heading ? [] : markRanges(passage.text, marks)
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

/* Places of the words in `text`, ascending, none overlapping: [[start, end]…] in signs of `text`. A Latin word is marked to its end. */
function markRanges(text, words) {
  const folded = fold(text)
  const reduced = LETTER.test(folded) ? rootedWithPlaces(folded) : { text: folded, at: null }
  const at = sameSigns(text, folded) ? null : foldWithPlaces(text).at
  const inFolded = i => (reduced.at === null ? i : reduced.at[i])
  const inText = i => (at === null ? i : i < at.length ? at[i] : text.length)
  const found = []
  for (const word of words) {
    for (const i of wordPlaces(word, reduced.text)) found.push([inText(inFolded(i)), inText(inFolded(i + word.length))])
  }
  return joined(found.sort((a, b) => a[0] - b[0] || b[1] - a[1]))
}

/* Most paragraphs fold sign for sign; a long list of results is quicker for knowing it. */
function sameSigns(text, folded) {
  return folded.length === text.length && !/[\s\ud800-\udfff]/.test(text)
}

/* [[0, 4], [2, 6], [9, 10]] → [[0, 6], [9, 10]] */
function joined(ranges) {
  const kept = []
  for (const [start, end] of ranges) {
    const last = kept[kept.length - 1]
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else kept.push([start, end])
  }
  return kept
}

/* The sentence with the first hit, and what follows it up to WINDOW signs; cut sentences end in “…”. */
function excerpt(text, ranges) {
  const [hit, hitEnd] = ranges[0] || [0, 0]
  let start = Math.max(text.lastIndexOf("。", hit), text.lastIndexOf("；", hit), text.lastIndexOf("\n", hit)) + 1
  if (hit - start > WINDOW / 2) start = hit - WINDOW / 4
  let end = Math.min(text.length, Math.max(start + WINDOW, hitEnd))
  const stop = text.slice(0, end).lastIndexOf("。") + 1
  if (stop > hitEnd && stop - start > WINDOW / 3) end = stop
  const inside = ranges.filter(([a, b]) => a >= start && b <= end).map(([a, b]) => [a - start, b - start])
  const before = start && !"。；\n".includes(text[start - 1]) ? "…" : ""
  const after = end < text.length && text[end - 1] !== "。" ? "…" : ""
  return before + withMarks(text.slice(start, end), inside) + after
}

function withMarks(text, ranges) {
  let out = "", at = 0
  for (const [start, end] of ranges) {
    out += escapeHTML(text.slice(at, start)) + MARK_OPEN + escapeHTML(text.slice(start, end)) + MARK_CLOSE
    at = end
  }
  return (out + escapeHTML(text.slice(at))).replace(/[\n\t]+/g, " · ")
}

function escapeHTML(text) {
  return text.replace(/[&<>"']/g, sign => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[sign])
}
