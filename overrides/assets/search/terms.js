/* The forgiving stage: a query that stands nowhere as it is → terms, each a list of words that will do.

   A term is {any: [[word, weight]…]}; how rare it is gives its worth (ranking.js). */

const FEWEST = 2 // signs a term must have
const OTHER_WORD = 0.85 // worth of a plan's word against the word typed
const NEAR_WORD = 0.8 // worth of a word that differs from the typed one in one sign

/* “老人没人照顾” → [{any: [["老人", 1], ["养老", .85]…]}, {any: [["照顾", 1], ["照护", .85]…]}] */
function readTerms(phrases, places) {
  const terms = []
  for (const phrase of phrases) {
    const near = nearWords(phrase, places)
    if (near.length) terms.push({ any: near.map(word => [word, NEAR_WORD]), length: phrase.length })
    else for (const run of phrase.split(MARK)) terms.push(...termsOfRun(run, places))
  }
  return merged(terms)
}

/* One run without spaces or marks: known words first (longest), words that only ask taken out, the rest by what the text knows. */
function termsOfRun(run, places) {
  const terms = []
  let rest = ""
  const flush = () => {
    terms.push(...termsOfRest(rest, places))
    rest = ""
  }
  for (let i = 0; i < run.length; ) {
    const known = longestAt(run, i, places.words)
    const idle = known ? "" : places.idle.find(word => run.startsWith(word, i))
    if (known) {
      flush()
      terms.push({ any: [[known, 1], ...places.words.get(known).map(word => [word, OTHER_WORD])], length: known.length })
      i += known.length
    } else if (idle) {
      flush()
      i += idle.length
    } else {
      rest += run[i++]
    }
  }
  flush()
  return terms
}

function longestAt(run, start, words) {
  for (let length = Math.min(run.length - start, 24); length >= FEWEST; length--) {
    const word = run.slice(start, start + length)
    if (words.has(word)) return word
  }
  return ""
}

/* What no list knows: the longest pieces that the text itself holds. “养老服物” → 养老服 (and 物 is dropped) */
function termsOfRest(rest, places) {
  const terms = []
  for (let i = 0; i < rest.length; ) {
    let length = rest.length - i
    while (length >= FEWEST && !places.passages.some(p => p.folded.includes(rest.slice(i, i + length)))) length--
    if (length >= FEWEST) {
      terms.push({ any: [[rest.slice(i, i + length), 1]], length })
      i += length
    } else {
      i++
    }
  }
  return terms
}

/* Words of the text that differ from `word` in one sign: other, missing, too many. “营商环竟” → ["营商环境"] */
function nearWords(word, places) {
  const signs = [...word]
  if (signs.length < 4 || signs.length > 12 || MARK.test(word) || places.passages.some(p => p.folded.includes(word))) return []
  const safe = signs.map(sign => sign.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  const ways = []
  for (let i = 0; i < safe.length; i++) {
    const before = safe.slice(0, i).join(""), after = safe.slice(i + 1).join("")
    ways.push(before + "[^\\n]" + after)
    if (signs.length > 4) ways.push(before + after)
    if (i) ways.push(before + "[^\\n]" + safe[i] + after)
  }
  const pattern = new RegExp(ways.join("|"), "g")
  const found = new Map()
  for (const passage of places.passages) {
    for (const match of passage.folded.match(pattern) ?? []) found.set(match, (found.get(match) ?? 0) + 1)
  }
  return [...found].sort((a, b) => b[1] - a[1]).slice(0, 4).map(([match]) => match)
}

/* The same term asked twice counts once. */
function merged(terms) {
  const seen = new Map()
  for (const term of terms) if (!seen.has(term.any[0][0])) seen.set(term.any[0][0], term)
  return [...seen.values()]
}
