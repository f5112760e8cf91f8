/* Query → units with their hits, best first. Whatever holds the phrase itself comes before all else. */

const ENOUGH = 6 // units: with fewer the forgiving stage adds what is related
const LEAST = 0.25 // what scores less than this share of the best related unit is left out
const SIBLINGS = 0.3 // share of the other subsections' scores that adds to a subsection's
const OWN_PLAN = 2 // a unit of the plan that the query names counts so many times

/* [{unit, hits, phrase or marks, score, stage, near}…]; a unit stands once, in the first stage that finds it. */
function find(query, places) {
  if (!query.phrase) return []
  const passages = query.plan ? places.passages.filter(p => p.unit.plan === query.plan) : places.passages
  const found = new Map()
  for (const { stage, step, always } of stepsFor(query, places)) {
    if (!always && (found.size >= ENOUGH || (found.size && figureOf(query.phrase)))) continue
    const results = step(query, passages, places).sort((a, b) => b.score - a.score)
    for (const result of results) if (!found.has(result.unit)) found.set(result.unit, { ...result, stage })
  }
  return [...found.values()]
}

/* Who types “SME” does not look for “assessment”: a word that is explained is looked for inside other words last, any other at once. */
function stepsFor(query, places) {
  if (figureOf(query.phrase)) return [{ stage: 0, step: findFigure, always: true }, { stage: 2, step: findNearest }]
  const phrase = { stage: 0, step: findPhrase, always: true }
  const forgiving = [{ stage: 1, step: findLoose }, { stage: 2, step: findRelated }]
  const explained = places.words.has(rooted(query.phrase))
  const inside = { stage: explained ? 3 : 0, step: findInside, always: true }
  return explained ? [phrase, ...forgiving, inside] : [phrase, inside, ...forgiving]
}

/* Where the phrase stands as it is, as words of its own, or a heading says it in another order: “waste sorting”, “the sorting of waste”. */
function findPhrase(query, passages, places) {
  return holding(query, passages, places).filter(({ hits }) => hits.some(p => standsIn(query.phrase, p.folded) || isHeadOf(query, p)))
}

/* Where it only stands inside other words: rice in prices. */
function findInside(query, passages, places) {
  return holding(query, passages, places).filter(({ hits }) => !hits.some(p => standsIn(query.phrase, p.folded) || isHeadOf(query, p)))
}

/* A heading of a section with every word of a query of several Latin words. */
function isHeadOf({ phrase, words }, passage) {
  if (words.length < 2 || !/^[a-z]/.test(phrase) || passage.kind === "h1" || !UNIT_KINDS.includes(passage.kind)) return false
  return words.every(word => standsIn(rooted(word), passage.rooted))
}

function holding(query, passages, places) {
  const terms = weigh([{ any: [[rooted(query.phrase), 1]] }, ...readTerms(query, places)], places)
  return byUnit(passages.filter(p => p.folded.includes(query.phrase) || isHeadOf(query, p)), terms, places).map(result => ({ ...result, marks: [], phrase: query.phrase }))
}

/* Where it stands but for marks: 双随机一公开 finds 双随机、一公开, “high standard farmland” finds “high-standard farmland”. */
function findLoose(query, passages, places) {
  const plain = bare(query.phrase)
  if (plain.length < 3) return []
  const terms = weigh([query.phrase, ...query.words].map(word => ({ any: [[rooted(word), 1]] })), places)
  return byUnit(passages.filter(p => standsIn(plain, bareOf(p))), terms, places)
}

function bareOf(passage) {
  if (passage.bare === undefined) passage.bare = bare(passage.folded)
  return passage.bare
}

/* What holds the words apart, or speaks of the same thing in other words. Each part of the query that is missing costs. */
function findRelated(query, passages, places) {
  const terms = weigh(readTerms(query, places), places)
  const total = terms.reduce((sum, term) => sum + term.worth, 0)
  const results = byUnit(passages.filter(p => terms.some(term => holds(term, p.rooted))), terms, places)
  for (const result of results) {
    const text = [...result.unit.above.map(unit => unit.heading), ...result.unit.passages.map(p => p.rooted)].join("\n")
    const covered = terms.filter(term => holds(term, text)).reduce((sum, term) => sum + term.worth, 0)
    result.score *= covered / total
    result.near = !query.words.every(word => standsIn(rooted(word), text))
    if (query.named === result.unit.plan) result.score *= OWN_PLAN
  }
  const best = Math.max(0, ...results.map(result => result.score))
  return results.filter(result => result.score > LEAST * best)
}

/* Passages gathered by their unit, with the score of the unit and the words to be marked. */
function byUnit(passages, terms, places) {
  const among = new Map(), marks = terms.flatMap(term => term.any.map(([word]) => word))
  for (const passage of passages) {
    if (!among.has(passage.unit)) among.set(passage.unit, [])
    among.get(passage.unit).push(passage)
  }
  return withSiblings([...among].map(([unit, hits]) => ({ unit, marks, ...scoreUnit(unit, terms, hits, places.usual) })))
}

/* A section that speaks of the thing in several of its subsections is likelier meant than one that names it in passing. */
function withSiblings(results) {
  const sums = new Map()
  const section = ({ unit }) => unit.above[1] || unit
  for (const result of results) sums.set(section(result), (sums.get(section(result)) || 0) + result.score)
  return results.map(result => ({ ...result, score: result.score + SIBLINGS * (sums.get(section(result)) - result.score) }))
}
