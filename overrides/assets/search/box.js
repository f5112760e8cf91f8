/* The search box on the page: pasted and composed text, the choice of a plan, the text fetched as soon as the box is opened. */

(function () {
  const box = document.querySelector("[data-md-component=search-query]")
  if (!box) return
  const group = document.querySelector("[data-pr-plans]")
  const FEW = 6 // plans that get a button each; more stand in a list to choose from
  const near = document.querySelector("[data-pr-near]")
  const results = document.querySelector(".md-search-result__list")
  let choices = []
  const all = document.querySelector("[data-pr-results]"), examples = document.querySelector("[data-pr-examples]")

  /* The theme listens to keys only. Text that is pasted, chosen from an input method or set by a program comes without one. */
  function tellTheme() {
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
    showChoice()
  }

  /* “养老” → “@甲县 养老”: the choice stands in the box, so that it can be seen, typed and kept in a link. */
  function choosePlan(name) {
    const rest = box.value.replace(/^\s*[@＠]\S*\s*/, "")
    box.value = name ? `@${name} ${rest}` : rest
    tellTheme()
    box.focus()
  }

  function showChoice() {
    const chosen = (box.value.match(/^\s*[@＠](\S+)/) || [])[1] || ""
    for (const choice of choices) {
      if (choice.tagName === "SELECT") choice.value = chosen
      else choice.setAttribute("aria-pressed", String(choice.dataset.prSearchPlan === chosen))
    }
  }

  /* The plans to choose from come when the search is opened: pages carry no list of them, which would grow with their number. */
  function fetchPlans() {
    const script = document.createElement("script")
    script.src = group.dataset.prPlans
    script.onload = () => {
      if (typeof searchExamples !== "undefined") examples.append(...searchExamples.map(example))
      offerMore()
      offer([["", group.dataset.prAll], ...searchPlans.map(name => [name.replace(/\s+/g, "_"), name])]) // “@New_Town”: one word
    }
    document.head.append(script)
  }

  function offer(plans) {
    if (plans.length < 3) return // one plan is no choice
    choices = plans.length <= FEW + 1 ? plans.map(plan => button(...plan)) : [list(plans)]
    group.append(...choices)
    group.hidden = false
    showChoice()
  }

  function button(name, words) {
    const made = document.createElement("button")
    made.type = "button"
    made.className = "pr-button"
    made.dataset.prSearchPlan = name
    made.textContent = words
    made.addEventListener("click", () => choosePlan(name))
    return made
  }

  function list(plans) {
    const made = document.createElement("select")
    made.setAttribute("aria-label", group.getAttribute("aria-label"))
    made.append(...plans.map(([name, words]) => new Option(words, name)))
    made.addEventListener("change", () => choosePlan(made.value))
    return made
  }

  /* The theme closes the search at Tab and takes every other key as typed. Tab goes from the box through the choices first. */
  function moveThrough(event) {
    const stops = [box, ...choices, ...examples.querySelectorAll("button"), all].filter(stop => !stop.closest("[hidden]"))
    const here = stops.indexOf(document.activeElement)
    const next = stops[here + (event.shiftKey ? -1 : 1)]
    if (event.key === "Tab" && here >= 0 && next) {
      event.preventDefault()
      event.stopPropagation()
      next.focus()
    } else if (here > 0 && ["Enter", " ", "ArrowDown", "ArrowUp"].includes(event.key)) {
      event.stopPropagation()
    }
  }

  /* Opening the search is the sign that the text will be needed: the worker then finds it in the browser's store. */
  function fetchText() {
    if (!location.protocol.startsWith("http")) return
    const link = document.createElement("link")
    link.rel = "prefetch"
    link.href = box.dataset.prText
    document.head.append(link)
  }

  /* Nothing holds the words as they were typed: that is said before what comes near. */
  function tellNear() {
    const words = near.dataset.prNear
    const found = [...results.children].filter(entry => !entry.querySelector("a[href*='search/?q='], a[href*='search/index.html?q=']"))
    near.hidden = !found.length || !found.every(entry => [...entry.querySelectorAll(".md-tag")].some(tag => tag.textContent.trim() === words))
  }

  /* All results on a page of their own; with nothing typed, examples of what can be asked for. */
  function offerMore() {
    const typed = box.value.trim()
    all.hidden = !typed
    all.href = `${all.dataset.prResults}?q=${encodeURIComponent(typed)}`
    examples.hidden = Boolean(typed) || !examples.children.length
  }

  function example(words) {
    const made = document.createElement("button")
    made.type = "button"
    made.className = "pr-button"
    made.textContent = words
    made.addEventListener("click", () => { box.value = words; tellTheme(); box.focus() })
    return made
  }

  /* Who goes to a result and comes back finds the query again: the theme opens the search where the address says “?q=”. */
  function keepQuery(event) {
    if (!event.target.closest("a")) return
    const here = new URL(location.href)
    here.searchParams.set("q", box.value.trim())
    try { history.replaceState(history.state, "", here) } catch (error) { /* not from every disk */ }
  }

  /* “/” begins a search, unless the reader turned that off on the page of results. */
  function slash(event) {
    let off = false
    try { off = localStorage.getItem("pr-slash") === "off" } catch (error) { /* private windows keep nothing */ }
    const writing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName || "") || event.target.isContentEditable
    if (event.key !== "/" || off || writing || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const field = document.getElementById("pr-q") || box
    field.focus()
    field.select()
  }

  new MutationObserver(tellNear).observe(results, { childList: true, subtree: true })
  box.addEventListener("focus", fetchText, { once: true })
  box.addEventListener("focus", fetchPlans, { once: true })
  box.addEventListener("input", event => event.isComposing || tellTheme())
  box.addEventListener("compositionend", tellTheme)
  box.addEventListener("keyup", offerMore)
  results.addEventListener("click", keepQuery)
  window.addEventListener("keydown", slash, true)
  box.form.addEventListener("reset", () => setTimeout(tellTheme))
  box.closest("[role=dialog]").addEventListener("keydown", moveThrough)
})()
