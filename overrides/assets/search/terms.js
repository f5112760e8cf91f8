/* The forgiving stage: a query that stands nowhere as it is → terms, each a list of words that will do.

   A term is {any: [[word, weight]…]}, its words rooted; how rare it is gives its worth (ranking.js). */

const OTHER_WORD = 0.85 // weight of a plan's word against the word typed
const FURTHER = 0.97 // of each further one against the one before: the closest stands first
const NEAR_WORD = 0.8 // of a word that differs from the typed one in one sign
const LONGEST_WORD = 40
const MOST_NEAR = 5 // signs that may be meant: of more, none is likelier than the others
const FIGURE = /([a-z]*\d[0-9a-z.,]*%?)/ // 43, 40%, 5g, pm2.5, g303
const NUMBER = /^\d[\d.,]*%?$/
const LATIN = /([0-9a-z%.,&+-]+)/

/* “老人没人照顾” → [{any: [["老人", 1], ["养老服务", .85]…]}, {any: [["照顾", 1], ["照护", .85]…]}] */
function readTerms(query, places) {
  const latin = query.words.every(word => /^[\x20-\x7e]+$/.test(word))
  const words = latin ? [respelt(query.words, places).join(" ")] : query.words
  const terms = words.flatMap(word => termsOfWord(rooted(word), places))
  const seen = new Set()
  return terms.filter(({ any: [[word]] }) => !seen.has(word) && seen.add(word))
}

/* “43亿斤” → 43 as a whole number, 亿斤; “营商环竟”, of which the text knows no part as it is → what differs in one sign. */
function termsOfWord(word, places) {
  if (places.words.has(word)) return [knownTerm(word, places)]
  const whole = standsIn(word, places.all) ? [{ any: [[word, 1]] }] : []
  const pieces = word.split(FIGURE).filter(Boolean).flatMap(run => cut(run, places))
  const odd = pieces.some(({ kind, text }) => kind === "rest" && text.length > 1 && !standsIn(text, places.all))
  const near = odd && !whole.length ? nearWords(word, places) : []
  if (near.length) return [{ any: near }]
  const terms = { known: text => [knownTerm(text, places)], idle: () => [], rest: text => termsOfRest(standsIn(text, places.all) ? text : nearPart(text, places), places) }
  return whole.concat(...pieces.map(({ kind, text }) => terms[kind](text)))
}

function knownTerm(word, places) {
  return { any: [[word, 1], ...places.words.get(word).map((other, i) => [other, OTHER_WORD * FURTHER ** i])] }
}

/* One run of signs → pieces: words we know (longest first), words that only ask, the rest. */
function cut(run, places) {
  const pieces = []
  for (let i = 0; i < run.length; ) {
    const known = longestAt(run, i, places.words)
    const idle = known ? "" : longestAt(run, i, places.idle)
    const text = known || idle || run[i]
    const last = pieces[pieces.length - 1]
    if (!known && !idle && last && last.kind === "rest") last.text += text
    else pieces.push({ kind: known ? "known" : idle ? "idle" : "rest", text })
    i += text.length
  }
  return pieces
}

/* The longest of `words` that stands at `start`, not as part of a longer Latin word. */
function longestAt(run, start, words) {
  if (WORD.test(run[start]) && start && WORD.test(run[start - 1])) return ""
  for (let end = Math.min(run.length, start + LONGEST_WORD); end > start; end--) {
    if (!insideWord(run, end) && words.has(run.slice(start, end))) return run.slice(start, end)
  }
  return ""
}

/* What no list knows: numbers and Latin words whole, Chinese in the longest pieces that the text itself holds. */
function termsOfRest(rest, places) {
  const pieces = rest.split(LATIN).flatMap(piece => (LATIN.test(piece) ? [piece] : longestPieces(piece.trim(), places)))
  return pieces.filter(piece => piece && standsIn(piece, places.all)).map(piece => ({ any: [[piece, 1]], whole: NUMBER.test(piece) }))
}

/* “养老服物” → ["养老服"]: 物 alone says nothing */
function longestPieces(run, places) {
  const pieces = []
  for (let start = 0; start < run.length; ) {
    let end = run.length
    while (end > start + 1 && !standsIn(run.slice(start, end), places.all)) end--
    if (end > start + 1) pieces.push(run.slice(start, end))
    start = end
  }
  return pieces
}

/* “食用茵基地” → “食用菌基地”: where no word is near the whole, the two signs before or behind one that the text does not know there say what
   it is; the two of which the text knows fewest others come first. */
function nearPart(run, places) {
  if (run.length < 4 || MARK.test(run) || WORD.test(run)) return run
  const ways = [...run].flatMap((sign, i) => {
    const before = run.slice(i - 2, i), after = run.slice(i + 1, i + 3), knows = pair => pair.length === 2 && standsIn(pair, places.all)
    if (knows(run.slice(Math.max(0, i - 1), i + 1)) || knows(run.slice(i, i + 2))) return []
    return [i > 1 && knows(before) && `(?<=${before})\\p{Script=Han}`, knows(after) && `\\p{Script=Han}(?=${after})`].filter(Boolean)
      .map(pattern => ({ i, found: [...new Set(places.all.match(new RegExp(pattern, "gu")) || [])] }))
  })
  const [best] = ways.filter(({ found }) => found.length && found.length < MOST_NEAR).sort((a, b) => a.found.length - b.found.length)
  return best ? run.slice(0, best.i) + best.found[0] + run.slice(best.i + 1) : run
}

/* Words of the text that differ from `word` in one sign: other, missing, too many; frequent ones first. “营商环竟” → [["营商环境", .8]] */
function nearWords(word, places) {
  if (word.length < 3 || word.length > 12 || MARK.test(word) || WORD.test(word)) return []
  const ways = [...word].flatMap((sign, i) => {
    const before = word.slice(0, i), after = word.slice(i + 1)
    return word.length > 4 ? [`${before}\\p{L}${after}`, before + after, `${before}${sign}\\p{L}${after}`] : [`${before}\\p{L}${after}`]
  })
  const pattern = new RegExp(ways.join("|"), "gu")
  const found = new Map()
  for (const match of places.all.match(pattern) || []) found.set(match, (found.get(match) || 0) + 1)
  const best = [...found].sort((a, b) => b[1] - a[1]).slice(0, 3)
  return best.map(([match, times]) => [match, NEAR_WORD * (times / best[0][1])])
}
