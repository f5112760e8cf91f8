/* How well units and passages answer a list of terms. Titles count most, then lead sentences, then density. */

const TITLE = 2.4 // a term in the heading of the unit
const ABOVE = 0.9 // in a heading above it
const LEAD = 0.7 // in the lead sentence of a passage
const OTHERS = 0.35 // what the passages after the best add
const OVERVIEW = 0.55 // units that sum up the whole plan, not speak of one subject
const EVEN = 1.2 // how soon further occurrences stop counting (BM25's k1)
const KIND = { h1: 0, h2: 0, h3: 0, p: 1, box: 0.85, table: 0.7 }

/* Adds to each term its worth: rare terms tell more than frequent ones. */
function weigh(terms, places) {
  const all = places.passages.length
  for (const term of terms) {
    term.any = term.any.map(([word, weight]) => {
      const holding = places.passages.reduce((n, passage) => n + passage.folded.includes(word), 0)
      return [word, weight * Math.log(1 + all / (1 + holding)), holding]
    }).filter(([, , holding]) => holding)
    term.worth = Math.max(0, ...term.any.map(([, worth]) => worth))
  }
  return terms.filter(term => term.any.length)
}

/* Worth of one term in one passage: the best of its words. */
function inPassage(term, passage) {
  let best = 0
  for (const [word, worth] of term.any) {
    const first = passage.folded.indexOf(word)
    if (first < 0) continue
    const times = passage.folded.split(word).length - 1
    const dense = times / (times + EVEN * (0.3 + (0.7 * passage.folded.length) / 170))
    const lead = first < (passage.lead || firstSentence(passage)) ? LEAD : 0
    best = Math.max(best, worth * (KIND[passage.kind] * (0.5 + dense) + lead * KIND[passage.kind]))
  }
  return best
}

function firstSentence(passage) {
  if (passage.sentence === undefined) passage.sentence = passage.folded.search(/[.;:]|$/)
  return Math.min(passage.sentence, 40)
}

function inHeading(term, heading) {
  let best = 0
  for (const [word, worth] of term.any) {
    if (heading.includes(word)) best = Math.max(best, worth * (0.5 + (0.5 * word.length) / heading.length))
  }
  return best
}

/* {score, hits: [passage…] best first} of a unit for weighed terms; `hits` are the passages of `among` that answer. */
function scoreUnit(unit, terms, among) {
  const hits = among.map(passage => [passage, terms.reduce((sum, term) => sum + inPassage(term, passage), 0)])
  hits.sort((a, b) => b[1] - a[1])
  const title = terms.reduce((sum, term) => sum + TITLE * inHeading(term, unit.heading) + ABOVE * Math.max(0, ...unit.above.map(u => inHeading(term, u.heading))), 0)
  const body = (hits[0]?.[1] ?? 0) + OTHERS * Math.log1p(hits.slice(1).reduce((sum, [, score]) => sum + score, 0))
  const score = (title + body) * (unit.overview ? OVERVIEW : 1)
  return { score, hits: hits.map(([passage]) => passage) }
}
