/* The search box on the page: pasted and composed text, the choice of a plan, the text fetched as soon as the box is opened. */

(function () {
  const box = document.querySelector("[data-md-component=search-query]")
  if (!box) return
  const group = document.querySelector("[data-pr-plans]")
  const FEW = 6 // plans that get a button each; more stand in a list to choose from
  const near = document.querySelector("[data-pr-near]")
  const results = document.querySelector(".md-search-result__list")
  let choices = []

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
    script.onload = () => offer([["", group.dataset.prAll], ...searchPlans.map(name => [name.replace(/\s+/g, "_"), name])]) // “@New_Town”: one word
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
    const stops = [box, ...choices]
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
    const found = [...results.children]
    near.hidden = !found.length || !found.every(entry => [...entry.querySelectorAll(".md-tag")].some(tag => tag.textContent.trim() === words))
  }

  new MutationObserver(tellNear).observe(results, { childList: true, subtree: true })
  box.addEventListener("focus", fetchText, { once: true })
  box.addEventListener("focus", fetchPlans, { once: true })
  box.addEventListener("input", event => event.isComposing || tellTheme())
  box.addEventListener("compositionend", tellTheme)
  box.form.addEventListener("reset", () => setTimeout(tellTheme))
  box.closest("[role=dialog]").addEventListener("keydown", moveThrough)
})()
