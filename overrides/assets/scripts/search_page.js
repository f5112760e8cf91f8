/* The page of results: the same search as the box, all of it in one list with an address of its own, filters and a file to take along.
   Everything is loaded as plain scripts, so that it works from a disk, too. */
(function () {
  const root = document.getElementById("pr-search")
  if (!root || typeof searchText === "undefined") return
  const places = buildPlaces(searchText), ui = places.ui
  const onWeb = /\/$/.test(location.pathname), home = new URL(root.dataset.home, location.href)
  const WAIT = 250 // milliseconds without a key after which the address takes what was typed
  let hits = [], waiting

  function make(name, attributes = {}, words = "") {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    if (words) element.textContent = words
    return element
  }

  function chooser(id, label, options) {
    const select = make("select", { id })
    select.append(...options.map(([value, words]) => new Option(words, value)))
    select.addEventListener("change", show)
    return [labelled(id, label, select), select]
  }

  function labelled(id, words, field) {
    const label = make("label", { for: id }, words)
    label.append(field)
    return label
  }

  const form = make("form", { class: "pr-sheet-bar", role: "search" })
  const box = make("input", { type: "search", id: "pr-q", name: "q", autocomplete: "off", "aria-keyshortcuts": "/" })
  const [planLabel, plan] = chooser("pr-plan", ui.plan, [["", ui.all], ...[...places.plans.values()].map(({ id, name }) => [id, name])])
  const [kindLabel, kind] = chooser("pr-kind", ui.kind, [["", ui.every], ["passage", ui.passages], ...Object.entries(ui.kinds)])
  const csv = make("button", { type: "button", class: "pr-button" }, ui.csv)
  const count = make("p", { class: "pr-sheet-count", role: "status" }), near = make("p", { class: "pr-search-near" }, ui.nearby)
  const list = make("ol", { class: "pr-hits" })
  form.append(labelled("pr-q", ui.find, box), planLabel, kindLabel, csv)
  root.append(form, count, near, list, keySwitch())

  /* A page of a folder, as the site has it here: some/03/ on the web, some/03.html on a disk. */
  function address(page, anchor) {
    const folder = page === "compare" || places.plans.has(page)
    return (onWeb ? `${page}/` : folder ? `${page}/index.html` : `${page}.html`) + (anchor ? `#${anchor}` : "")
  }

  const href = hit => new URL(address(hit.page, hit.anchor), home).href

  /* Every thing and passage that answers: {kind, plan, title, words, html, page, anchor} */
  function answers(typed) {
    const place = findWritten(typed, places)
    const query = readQuery(asWritten(typed, places), places.plans)
    const found = place ? [place] : find(query, places)
    near.hidden = !found.length || !found.every(result => result.near)
    const things = place ? [] : findThings(query, places), passages = found.flatMap(passagesOf)
    const known = things.map(thing => ({ kind: thing.kind, plan: thing.plan, where: kindOf(thing, places), title: thing.name, html: escapeHTML(thing.about), words: thing.about, page: thing.page, anchor: thing.anchor, unit: null }))
    return isNamedSo(things, query) ? [...known, ...passages] : [...passages, ...known]
  }

  function passagesOf(result) {
    return withoutHeading(result).map(passage => {
      const heading = passage === result.unit.passages[0]
      return {
        kind: "passage", plan: result.unit.plan, title: result.unit.title, where: whereIs(result.unit), at: numberOf(passage), words: passage.text,
        html: heading ? "" : excerpt(passage.text, rangesIn(passage.text, result)), page: result.unit.page, anchor: passage.anchor, unit: result.unit,
      }
    })
  }

  /* 某县 · 第三章 … */
  const whereIs = unit => [places.plans.get(unit.plan).name, ...unit.above.map(above => above.title)].join(" · ")

  /* 第2段 */
  const numberOf = passage => placeName(passage, ui).replace(/<[^>]*>/g, "").trim()

  function show() {
    const typed = box.value.trim()
    const fits = hit => (!plan.value || hit.plan === plan.value) && (!kind.value || hit.kind === kind.value)
    hits = typed ? answers(typed).filter(fits) : []
    list.replaceChildren(...hits.map(entry))
    count.textContent = typed ? (hits.length ? ui.found.replace("{n}", hits.length) : ui.nothing) : ""
    if (!hits.length) near.hidden = true
    csv.disabled = !hits.length
    const examples = document.getElementById("pr-search-examples")
    if (examples) examples.hidden = Boolean(typed)
    clearTimeout(waiting)
    waiting = setTimeout(keep, WAIT)
  }

  function entry(hit) {
    const line = make("li", { class: hit.kind === "passage" ? "" : "pr-hit-thing" }), link = make("a", { href: href(hit) }, hit.title)
    const text = make("p")
    text.innerHTML = hit.html // escaped where it was marked (marking.js)
    line.append(link, make("p", { class: "pr-small" }, [hit.where, hit.at].filter(Boolean).join(" · ")), ...(hit.html ? [text] : []))
    return line
  }

  /* What is asked for stands in the address, so that Back, a bookmark and a letter bring it again. */
  function keep() {
    const said = new URLSearchParams([["q", box.value.trim()], ["plan", plan.value], ["kind", kind.value]].filter(([, value]) => value))
    try { history.replaceState(null, "", `${location.pathname}${String(said) && `?${said}`}`) } catch (error) { /* not from every disk */ }
  }

  function restore() {
    const said = new URLSearchParams(location.search || window.planReaderAsked)
    box.value = said.get("q") || ""
    plan.value = places.plans.has(said.get("plan")) ? said.get("plan") : ""
    kind.value = said.get("kind") === "passage" || said.get("kind") in ui.kinds ? said.get("kind") : ""
    show()
  }

  /* A cell that a spreadsheet would run is text there, as in the published tables. */
  const cell = words => `"${(/^[=+\-@\t\r]/.test(words) ? "'" : "") + words.replace(/"/g, '""')}"`

  /* 某县 · 第三章 … · 第一节 … · 第2段 */
  const placed = hit => (hit.unit ? [hit.where, hit.title, hit.at] : [hit.where]).filter(Boolean).join(" · ")

  function rowOf(hit) {
    const known = places.plans.get(hit.plan), url = href(hit)
    const at = { anchor: hit.anchor, locator: placed(hit).split(" · ").slice(1).join(known && known.cite.joint ? ", " : "，"), url, seen: new Date().toISOString().slice(0, 10) }
    const cited = hit.unit && window.planReaderCitation ? window.planReaderCitation[0][1](known.cite, at, { edition: ui.edition }) : ""
    return [known ? known.name : "", placed(hit), hit.kind === "passage" ? ui.passages : ui.kinds[hit.kind], hit.unit ? hit.words : `${hit.title} ${hit.words}`, hit.unit ? writeAddress(hit.page, hit.anchor) : "", url, cited]
  }

  function download() {
    const text = "\ufeff" + [ui.columns, ...hits.map(rowOf)].map(row => row.map(cell).join(",")).join("\n") + "\n"
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "text/csv" })), download: `${box.value.trim().replace(/[^\p{L}\p{N}]+/gu, "-")}.csv` })
    document.body.append(link)
    link.click()
    link.remove()
  }

  /* “/” on every page can be turned off: who speaks to the computer may say it by chance (WCAG 2.1.4). */
  function keySwitch() {
    const label = make("label", { class: "pr-small" }), check = make("input", { type: "checkbox", id: "pr-key" })
    try { check.checked = localStorage.getItem("pr-slash") !== "off" } catch (error) { check.checked = true }
    check.addEventListener("change", () => { try { localStorage.setItem("pr-slash", check.checked ? "on" : "off") } catch (error) { /* private windows keep nothing */ } })
    label.append(check, ` ${ui.key}`)
    return label
  }

  /* Arrow keys go from the box through the results and back. */
  function move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], stops = [box, ...list.querySelectorAll("a")]
    const next = stops[stops.indexOf(document.activeElement) + step]
    if (!step || !stops.includes(document.activeElement) || !next) return
    event.preventDefault()
    next.focus()
  }

  form.addEventListener("submit", event => { event.preventDefault(); clearTimeout(waiting); keep(); const first = list.querySelector("a"); if (first) first.focus() })
  box.addEventListener("input", event => event.isComposing || show())
  box.addEventListener("compositionend", show)
  csv.addEventListener("click", download)
  root.addEventListener("keydown", move)
  list.addEventListener("click", () => { clearTimeout(waiting); keep() })
  window.addEventListener("popstate", restore)
  restore()
})()
