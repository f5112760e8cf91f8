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
        const folded = fold(row)
        const passage = { unit, anchor, kind, text: row, lead: lead && rooted(fold(row.slice(0, lead))).length, folded, rooted: rooted(folded) }
        unit.passages.push(passage)
        passages.push(passage)
      }
    }
  }
  const topics = source.topics.map(readTopic)
  const frames = topics.filter(topic => topic.frame)
  for (const unit of units) {
    unit.heading = unit.passages[0].rooted
    unit.overview = [unit, ...unit.above].some(u => frames.some(topic => isNamed(u, topic)))
  }
  const all = passages.map(passage => passage.rooted).join("\n")
  const words = readWords([...source.topics.map(({ say, headings, words }) => [say, headings.length ? headings : words]), ...source.words])
  const idle = new Set(source.idle.map(plain))
  const known = new Map([...roots].map(([word, root]) => [root, word])) // root → word, of every Latin word that stands in the text or is explained
  return { ui: source.ui, things: readThings(source.things || []), plans, units, passages, all, usual: usualLength(passages), topics: topics.filter(topic => !topic.frame), words, idle, known, simple: readSimple(source.traditional || ""), sounds: readSounds(source.sounds || "") }
}

const plain = string => rooted(fold(string))

/* Signs of a usual paragraph. */
function usualLength(passages) {
  const paragraphs = passages.filter(passage => passage.kind === "p")
  return paragraphs.reduce((sum, passage) => sum + passage.rooted.length, 1) / (paragraphs.length || 1)
}

/* [[say], [plan]] rows → Map from each everyday word to the words of plans. */
function readWords(rows) {
  const words = new Map()
  for (const [say, plan] of rows) for (const word of say) words.set(plain(word), plan.map(plain))
  return words
}

/* A topic: the words that speak of it, and the headings that name it. */
function readTopic({ words, headings, named, frame = false }) {
  return { words: new Set([...headings, ...words].map(plain)), named: new Set(named), frame }
}

const isNamed = (unit, topic) => topic.named.has(`${unit.page}#${unit.anchor}`)
