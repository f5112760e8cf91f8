/* Words in Latin letters as the forgiving stages compare them: by their roots, so that “industries” finds “industry”, “labor” “labour”
   and “high standard” “high-standard”. The stemmer is lunr's (Porter, for English); the site builder lays lunr.js beside this file. */

const LATIN_WORD = /([a-z]+)('s?(?![a-z]))?([-'/](?=[a-z]))?/g // with what is dropped: 's; and what becomes a space: a hyphen
const roots = new Map()

/* Words that mean something else than what they come from: a car park is no park, training no train. They keep their form. */
const APART = new Set(
  "parking training trained planning planting greening marketing processing lighting living running mechanism cooperative organic important importance general goods news wells fitness civility".split(" "),
)

/* British spellings → American ones, both as people type them and as the text has them. */
const SPELLINGS = [
  [/([bdglmnvi])our/, "$1or"], // labour, harbour, neighbour
  [/([bt])re(s?)$/, "$1er$2"], // centre, fibres
  [/(i|y)s(e|ed|es|ing|er|ers|ation|ations)$/, "$1z$2"], // organise, analysing, modernisation
  [/([aeiou][bdgnv]e)ll(ed|ing|er|ers)$/, "$1l$2"], // travelled, modelling
  [/(def|off|lic|pret)ence/, "$1ense"], // defence, licences
  [/ogue(s?)$/, "og$1"], // catalogue
  [/mme(s?)$/, "m$1"], // programme
]

/* “industries” → “industri”, as “industry”; “modernisation” → “modern”. Words are few, so each is worked out once. */
function rootOf(word) {
  let root = roots.get(word)
  if (root === undefined) {
    const single = word.replace(/s$/, "")
    const spelt = word.length > 4 ? SPELLINGS.reduce((known, [british, american]) => known.replace(british, american), word) : word
    root = [word, single].find(form => APART.has(form)) || lunr.stemmer(new lunr.Token(spelt, {})).toString()
    roots.set(word, root)
  }
  return root
}

/* Folded text with the root of every Latin word: “people's high-quality services” → “peopl high qualiti servic”; Chinese stays as it is. */
function rooted(text) {
  return text.replace(LATIN_WORD, (whole, word, owner, join) => rootOf(word) + (join ? " " : ""))
}

/* The same, sign by sign: {text, at}; `at[i]` is the place in the folded text of the i-th sign, at[text.length] its end. */
function rootedWithPlaces(folded) {
  const at = []
  let text = "", place = 0
  const take = (signs, start) => {
    for (let i = 0; i < signs.length; i++) at.push(start + i)
    text += signs
  }
  for (const match of folded.matchAll(LATIN_WORD)) {
    const [whole, word, , join] = match
    take(folded.slice(place, match.index), place)
    take(rootOf(word), match.index)
    place = match.index + whole.length
    if (join) take(" ", place - 1)
  }
  take(folded.slice(place), place)
  return { text, at: [...at, folded.length] }
}

/* “双随机、一公开” → “双随机一公开”; “land, water” → “land water”: letters and digits, and a space between Latin words. Takes folded text. */
function bare(text) {
  return text.replace(/[^\p{L}\p{N}%\n]+/gu, (marks, i) => (isLetter(text.charCodeAt(i - 1)) && isLetter(text.charCodeAt(i + marks.length)) ? " " : ""))
}

/* Where a word stands in a text, both folded or both rooted. A Latin word must not be part of a longer one: rice does not stand in prices.
   `number`: neither must a number, 43 does not stand in 143. */
function wordPlaces(word, text, number, most = Infinity) {
  const places = []
  for (let i = text.indexOf(word); i >= 0 && places.length < most; i = text.indexOf(word, i + word.length)) {
    const end = i + word.length
    const part = insideWord(text, i) || insideWord(text, end) || (number && (insideNumber(text, i) || insideNumber(text, end)))
    if (!part) places.push(i)
  }
  return places
}

const standsIn = (word, text, number) => wordPlaces(word, text, number, 1).length > 0

/* Whether the border before sign `i` parts two letters of a Latin word. */
function insideWord(text, i) {
  return isLetter(text.charCodeAt(i - 1)) && isLetter(text.charCodeAt(i))
}

const isLetter = code => code >= 97 && code <= 122 // a to z; asked so often that it has to be quick

/* Whether the border before sign `i` lies inside a number: 1|43, 43|.5, 1.|43 */
function insideNumber(text, i) {
  return /\d[.,]?$/.test(text.slice(Math.max(0, i - 2), i)) && /^[.,]?\d/.test(text.slice(i, i + 2))
}
