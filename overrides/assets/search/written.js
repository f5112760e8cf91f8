/* Addresses as tables and citations have them: some/04/05@1.6 stands at some/04/#s05-b1-i6. For pages and for the search. */

const CHAPTER = "([a-z][a-z0-9-]*)/(p\\d+|a\\d+|\\d{2}[a-z]*|end)"
const WRITTEN = new RegExp(`^(?:([a-z]{2}(?:-[a-z]+)?)/)?${CHAPTER}((?:/\\d+[a-z]*){0,2})(?:#(\\d+)|@(fn\\d+|\\d+)((?:\\.\\w+){0,2}))?/?$`)
const ON_THE_WEB = new RegExp(`(?:^|/)${CHAPTER}(?:/|/index\\.html|\\.html)?(?:\\?[^#]*)?#([\\w-]+)$`)

/* “some/03/01#2” → {home: "", page: "some/03", anchor: "s01-p2"}; “en/some/03” → {home: "en/", page: "some/03", anchor: ""}; else null */
function readWritten(written) {
  const found = WRITTEN.exec(written)
  if (!found) return null
  const [, home, plan, chapter, steps, paragraph, box, items = ""] = found
  const parts = steps ? [`s${steps.slice(1).replace("/", "-")}`] : []
  if (paragraph) parts.push(`p${paragraph}`)
  if (box) parts.push(box.startsWith("fn") ? box : `b${box}`)
  const inside = items.split(".").filter(item => item && !item.startsWith("caption")) // a caption stands at its table
  inside.forEach((item, n) => parts.push(n ? item : `i${item}`))
  return { home: home ? `${home}/` : "", page: `${plan}/${chapter}`, anchor: parts.join("-") }
}

/* Back: “some/03” and “s01-b1-i2” → “some/03/01@1.2” */
function writeAddress(page, anchor) {
  let out = page
  for (const [, steps, paragraph, box, item, note] of (anchor || "").matchAll(/(?:^|-)(?:s(\d+[a-z]*(?:-\d+[a-z]*)?)|p(\d+)|b(\d+)|i(\w+(?:-\d+)?)|(fn\d+))/g)) {
    if (steps) out += `/${steps.replace("-", "/")}`
    if (paragraph) out += `#${paragraph}`
    if (box || note) out += `@${box || note}`
    if (item) out += `.${item.replace("-", ".")}`
  }
  return out
}

/* The same of an address of the web: “https://…/some/03/#s01-p2” */
function readOpened(address) {
  const found = ON_THE_WEB.exec(address)
  return found && { home: "", page: `${found[1]}/${found[2]}`, anchor: found[3] === "top" ? "" : found[3] }
}

/* What stands at an address that was typed, as a result; null where it is none, or where nothing stands. */
function findWritten(typed, places) {
  const asked = readWritten(typed.trim().replace(/^\//, "")) || readOpened(typed.trim())
  if (!asked) return null
  const hit = places.passages.find(passage => passage.unit.page === asked.page && passage.anchor === asked.anchor)
  return hit ? { unit: hit.unit, hits: [hit], marks: [], phrase: "", score: 1, stage: 0 } : null
}
