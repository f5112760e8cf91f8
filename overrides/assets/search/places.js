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
      const passage = { unit, anchor, kind, text, lead, folded: fold(text).text }
      unit.passages.push(passage)
      passages.push(passage)
    }
  }
  for (const unit of units) {
    unit.heading = unit.passages[0].folded
    unit.overview = [unit, ...unit.above].some(u => source.overview.some(word => u.title.includes(word)))
  }
  return { plans, units, passages, words: readWords(source.words), idle: source.idle.map(word => fold(word).text) }
}

/* [[say], [plan]] rows → Map from each everyday word to the words of plans. */
function readWords(rows) {
  const words = new Map()
  for (const [say, plan] of rows) for (const word of say) words.set(fold(word).text, plan.map(other => fold(other).text))
  return words
}
