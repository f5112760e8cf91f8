/* Query → units with their hits, best first. Whatever holds the phrase itself comes before all else. */

const ENOUGH = 6 // units: with fewer the forgiving stage adds what is related

function find(query, places) {
  const passages = query.plan ? places.passages.filter(p => p.unit.plan === query.plan) : places.passages
  if (!query.phrase) return []
  const steps = [
    () => findPhrase(query, passages, places),
    () => findWords(query, passages, places),
    () => findLoose(query, passages, places),
    () => findInUnits(query, passages, places),
    () => findRelated(query, passages, places),
  ]
  const found = [], seen = new Set()
  for (const [stage, step] of steps.entries()) {
    if (found.length >= ENOUGH) break
    for (const result of ordered(step())) {
      if (seen.has(result.unit)) continue
      seen.add(result.unit)
      found.push({ ...result, stage })
    }
  }
  return found
}

const ordered = results => results.sort((a, b) => b.score - a.score)

/* All passages that hold the phrase. */
function findPhrase(query, passages, places) {
  const terms = weigh([{ any: [[query.phrase, 1]] }], places)
  return byUnit(passages.filter(p => p.folded.includes(query.phrase)), terms)
}

/* All passages that hold every word; the name of the passage's own plan is held by the page. */
function findWords(query, passages, places) {
  if (query.words.length < 2) return []
  const words = wordsWithin(query)
  const terms = weigh(words.map(word => ({ any: [[word, 1]] })), places)
  return byUnit(passages.filter(p => holds(p.folded, query, p.unit, words)), terms)
}

/* All passages that hold the phrase but for marks: 双随机一公开 finds 双随机、一公开. */
function findLoose(query, passages, places) {
  const plain = bare(query.phrase)
  if (plain.length < 3) return []
  const terms = weigh(query.words.map(word => ({ any: [[word, 1]] })), places)
  return byUnit(passages.filter(p => bareOf(p).includes(plain)), terms, [plain])
}

/* Units that hold every word somewhere, headings above included. */
function findInUnits(query, passages, places) {
  if (query.words.length < 2) return []
  const words = wordsWithin(query)
  const terms = weigh(words.map(word => ({ any: [[word, 1]] })), places)
  const whole = unit => [...unit.above, unit].map(u => u.heading).concat(unit.passages.map(p => p.folded)).join("\n")
  const units = new Set(passages.map(p => p.unit))
  const full = [...units].filter(unit => holds(whole(unit), query, unit, words))
  return byUnit(full.flatMap(unit => unit.passages.filter(p => words.some(word => p.folded.includes(word)))), terms)
}

/* What speaks of the same thing in other words. Each part of the question that is missing costs. */
function findRelated(query, passages, places) {
  const phrases = /[a-z] [a-z]/.test(query.phrase) ? [query.phrase] : query.words
  const terms = weigh(readTerms(phrases, places), places)
  const total = terms.reduce((sum, term) => sum + term.worth, 0)
  const results = byUnit(passages.filter(p => terms.some(term => inPassage(term, p) || inHeading(term, p.folded))), terms)
  for (const result of results) {
    const covered = terms.filter(term => result.unit.passages.concat(result.unit.above.map(u => u.passages[0])).some(p => term.any.some(([word]) => p.folded.includes(word))))
    result.score *= covered.reduce((sum, term) => sum + term.worth, 0) / total
    if (query.beside === result.unit.plan) result.score *= 2
  }
  const best = Math.max(0, ...results.map(result => result.score))
  return results.filter(result => result.score > 0.25 * best)
}

function wordsWithin(query) {
  return query.beside && query.others.length ? query.others : query.words
}

function holds(text, query, unit, words) {
  if (query.beside && query.beside !== unit.plan) return query.words.every(word => text.includes(word))
  return words.every(word => text.includes(word))
}

function bareOf(passage) {
  if (passage.bare === undefined) passage.bare = bare(passage.folded)
  return passage.bare
}

/* Passages gathered by their unit, with the score of the unit. */
function byUnit(passages, terms, marks) {
  const among = new Map()
  for (const passage of passages) {
    if (!among.has(passage.unit)) among.set(passage.unit, [])
    among.get(passage.unit).push(passage)
  }
  const shown = marks || terms.flatMap(term => term.any.map(([word]) => word))
  return [...among].map(([unit, hits]) => ({ unit, marks: shown, ...scoreUnit(unit, terms, hits) }))
}
