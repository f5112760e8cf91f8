/* The search box on the page: pasted and composed text, the choice of a plan, the text fetched as soon as the box is opened. */

(function () {
  const box = document.querySelector("[data-md-component=search-query]")
  if (!box) return
  const choices = [...document.querySelectorAll("[data-pr-search-plan]")]

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
    for (const choice of choices) choice.setAttribute("aria-pressed", String(choice.dataset.prSearchPlan === chosen))
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
    } else if (here > 0 && (event.key === "Enter" || event.key === " ")) {
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

  box.addEventListener("focus", fetchText, { once: true })
  box.addEventListener("input", event => event.isComposing || tellTheme())
  box.addEventListener("compositionend", tellTheme)
  box.form.addEventListener("reset", () => setTimeout(tellTheme))
  box.closest("[role=dialog]").addEventListener("keydown", moveThrough)
  for (const choice of choices) choice.addEventListener("click", () => choosePlan(choice.dataset.prSearchPlan))
})()
