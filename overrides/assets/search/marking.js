/* The words that answer, marked in the text as it is shown. */

const MARK_OPEN = "<mark data-md-highlight>", MARK_CLOSE = "</mark>"

const rangesIn = (text, { marks, phrase }) => markRanges(text, marks, phrase)

/* What to mark in `text`, ascending, none overlapping: [[start, end]…] in signs of `text`. `words` are roots and marked to the end of the
   word that they stand for, `phrase` is marked as it was typed, inside other words too. */
function markRanges(text, words, phrase = "") {
  const folded = fold(text)
  const at = sameSigns(text, folded) ? null : foldWithPlaces(text).at
  const inText = i => (at === null ? i : i < at.length ? at[i] : text.length)
  const found = [...phrasePlaces(phrase, folded), ...rootPlaces(words, folded)].map(([start, end]) => [inText(start), inText(end)])
  return joined(found.sort((a, b) => a[0] - b[0] || b[1] - a[1]))
}

function phrasePlaces(phrase, folded) {
  const found = []
  for (let i = folded.indexOf(phrase); i >= 0 && phrase; i = folded.indexOf(phrase, i + phrase.length)) found.push([i, i + phrase.length])
  return found
}

function rootPlaces(words, folded) {
  if (!words.length) return []
  const { text, at } = rootedWithPlaces(folded)
  return words.flatMap(word => wordPlaces(word, text).map(i => [at[i], at[i + word.length]]))
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
