/* The text as a list of passages (headings and blocks), each in a unit (chapter, section or subsection). */

const UNIT_KINDS = ["h1", "h2", "h3"]

/* {plans, chapters: [{plan, page, title, parts: [[anchor, kind, text, lead]]}]} → {plans, units, passages} */
function buildPlaces(source) {
  const units = [], passages = []
  const plans = new Map(source.plans.map(plan => [plan.id, plan]))
  for (const chapter of source.chapters) {
    const above = []
    const parts = [["", "h1", chapter.title], ...chapter.parts]
    let unit
    for (const [anchor, kind, text, lead = 0] of parts) {
      const level = UNIT_KINDS.indexOf(kind)
      if (level >= 0) {
        above.length = level
        unit = { plan: chapter.plan, page: chapter.page, anchor, level, title: text, above: above.slice(), passages: [] }
        above[level] = unit
        units.push(unit)
      }
      // a row of a table is a passage, so that its cells are found together and shown together
      for (const row of kind === "table" ? text.split("\n") : [text]) {
        const passage = { unit, anchor, kind, text: row, lead, folded: fold(row) }
        unit.passages.push(passage)
        passages.push(passage)
      }
    }
  }
  const frames = source.topics.filter(topic => topic.frame).flatMap(topic => topic.headings)
  for (const unit of units) {
    unit.heading = unit.passages[0].folded
    unit.overview = [unit, ...unit.above].some(u => frames.some(word => u.title.includes(word)))
  }
  const topics = source.topics.filter(topic => !topic.frame).map(readTopic)
  const all = passages.map(passage => passage.folded).join("\n")
  return { ui: source.ui, plans, units, passages, all, topics, words: readWords([...source.topics.map(englishName), ...source.words]), idle: new Set(source.idle.map(word => fold(word))) }
}

/* [[say], [plan]] rows → Map from each everyday word to the words of plans. */
function readWords(rows) {
  const words = new Map()
  for (const [say, plan] of rows) for (const word of say) words.set(fold(word), plan.map(other => fold(other)))
  return words
}

/* A topic: the words that speak of it, and those by which headings name it. */
function readTopic({ words, headings }) {
  const named = headings.map(word => fold(word))
  return { words: new Set([...named, ...words.map(word => fold(word))]), headings: named }
}

/* “Wind and solar power” asks for the topic's own headings. */
function englishName({ en, headings }) {
  return [[en], headings]
}
