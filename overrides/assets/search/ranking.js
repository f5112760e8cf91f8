/* How well units and passages answer a list of terms. Titles count most, then how often the words stand there, then lead sentences. */

const TITLE = 2.4 // a term in the heading of the unit
const ABOVE = 0.9 // in a heading above it
const LEAD = 0.5 // in the lead sentence of a passage
const OTHERS = 0.6 // what the passages after the best add
const TOPIC = 0.8 // a heading that names the topic of a term
const OVERVIEW = 0.55 // units that sum up the whole plan, not speak of one subject; figures belong there
const LENGTH = 0.22 // how much a longer passage counts less
const KIND = { h1: 0.3, h2: 0.8, h3: 0.8, p: 1, box: 0.8, table: 0.6 }

/* Adds to each term its worth: rare terms tell more than frequent ones. */
function weigh(terms, places) {
  const all = places.passages.length
  for (const term of terms) {
    term.any = term.any.map(([word, weight]) => {
      const holding = !places.all.includes(word) ? 0 : places.passages.reduce((n, passage) => n + standsIn(word, passage.rooted, term.whole), 0)
      return [word, weight * Math.log(1 + all / (1 + holding)), holding]
    }).filter(([, , holding]) => holding)
    term.worth = Math.max(0, ...term.any.map(([, worth]) => worth))
    term.topics = places.topics.filter(topic => term.any.some(([word]) => topic.words.has(word)))
  }
  return terms.filter(term => term.any.length)
}

const holds = (term, text) => term.any.some(([word]) => standsIn(word, text, term.whole))

/* Worth of one term in one passage: the best of its words. */
function inPassage(term, passage, usual) {
  let best = 0
  for (const [word, worth] of term.any) {
    const at = wordPlaces(word, passage.rooted, term.whole)
    if (!at.length) continue
    const often = (1 + Math.log(at.length)) / (1 - LENGTH + (LENGTH * passage.rooted.length) / usual)
    best = Math.max(best, worth * KIND[passage.kind] * (often + (at[0] < passage.lead ? LEAD : 0)))
  }
  return best
}

/* Worth of one term in a heading: more, the more of the heading it is. */
function inHeading(term, heading) {
  let best = 0
  for (const [word, worth] of term.any) {
    if (standsIn(word, heading)) best = Math.max(best, worth * (0.5 + (0.5 * word.length) / heading.length))
  }
  return best
}

/* Worth of one term in the heading of a unit and in those above it. */
function headingsWorth(term, unit) {
  const own = inHeading(term, unit.heading), above = Math.max(0, ...unit.above.map(u => inHeading(term, u.heading)))
  const named = u => u.level > 0 && term.topics.some(topic => isNamed(u, topic))
  const topic = named(unit) ? 1 : unit.above.some(named) ? 0.5 : 0
  return TITLE * own + ABOVE * above + TOPIC * topic * term.worth
}

/* {score, hits: [passage…] best first} of a unit for weighed terms; `among` are its passages that answer. */
function scoreUnit(unit, terms, among, usual) {
  const hits = among.map(passage => [passage, terms.reduce((sum, term) => sum + inPassage(term, passage, usual), 0)])
  hits.sort((a, b) => b[1] - a[1])
  const title = terms.reduce((sum, term) => sum + headingsWorth(term, unit), 0)
  const best = hits.length ? hits[0][1] : 0
  const others = hits.slice(1).reduce((sum, [, score]) => sum + score, 0)
  const score = (title + best + OTHERS * best * Math.log1p(others / (best || 1))) * (unit.overview && !terms.some(term => term.whole) ? OVERVIEW : 1)
  return { score, hits: hits.map(([passage]) => passage) }
}
