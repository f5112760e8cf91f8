/* Latin words of a query as the text spells them: written together or apart, or with a slip of the pen. */

const LEAST_LETTERS = 5 // of a word in which a slip is mended; in one of four only the last letter may be missing

/* ["live", "stock", "wastesorting", "enviroment"] → ["livestock", "waste sorting", "environment"] where the text has these; what is known stays. */
function respelt(words, places) {
  return [together, apart, mended].reduce((known, step) => step(known, places), words)
}

const isKnown = (word, places) => !/^[a-z]+$/.test(word) || places.known.has(rootOf(word))

/* ["live", "stock"] → ["livestock"], where only that stands in the text */
function together(words, { all, known }) {
  const out = []
  for (const word of words) {
    const last = out[out.length - 1] || ""
    const joins = last && known.has(rootOf(last + word)) && !standsIn(rooted(`${last} ${word}`), all)
    if (joins) out[out.length - 1] = last + word
    else out.push(word)
  }
  return out
}

/* ["wastesorting"] → ["waste sorting"]; ["660mw"] → ["660 mw"] */
function apart(words, places) {
  return words.map(word => {
    if (isKnown(word, places) && !/^\d+[a-z]+$/.test(word)) return word
    const ways = [...word].map((letter, i) => `${word.slice(0, i)} ${word.slice(i)}`).slice(1)
    return ways.find(way => standsIn(rooted(way), places.all)) || word
  })
}

/* ["enviroment"] → ["environment"]: the word of the text, or the one explained, that differs in one letter; the most frequent of several */
function mended(words, places) {
  return words.map(word => {
    if (isKnown(word, places) || word.length < LEAST_LETTERS - 1 || word.includes(" ")) return word
    const root = rootOf(word), short = word.length < LEAST_LETTERS
    const near = [...places.known.keys()].filter(known => (short ? known.startsWith(word) && known.length === word.length + 1 : oneApart(root, known)))
    const times = new Map(near.map(known => [known, wordPlaces(known, places.all).length]))
    const [best] = near.sort((a, b) => times.get(b) - times.get(a))
    return best ? places.known.get(best) : word
  })
}

/* Whether one letter is other, missing or too many, or two have changed places. */
function oneApart(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0, end = 0
  while (start < a.length && a[start] === b[start]) start++
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  return Math.max(x.length, y.length) === 1 || (x.length === 2 && x === y[1] + y[0])
}
