/* The search box on the page: pasted and composed text, the choice of a plan, the text fetched as soon as the box is opened. */

const box = document.querySelector("[data-md-component=search-query]")
const choices = document.querySelectorAll("[data-pr-search-plan]")

/* The theme listens to keys only. Text that is pasted, chosen from an input method or set by a program comes without one. */
function tellTheme() {
  box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
}

function chosenPlan() {
  return box.value.match(/^@(\S+)/)?.[1] ?? ""
}

/* “养老” → “@某市 养老”: the choice stands in the box, so that it can be seen, typed and kept in a link. */
function choosePlan(name) {
  const rest = box.value.replace(/^@\S+\s*/, "")
  box.value = name ? `@${name} ${rest}` : rest
  tellTheme()
  box.focus()
}

function showChoice() {
  for (const choice of choices) choice.setAttribute("aria-pressed", String(choice.dataset.prSearchPlan === chosenPlan()))
}

/* Opening the search is the sign that the text will be needed: the worker then finds it in the browser's store. */
function fetchText() {
  if (!location.protocol.startsWith("http")) return
  const link = document.createElement("link")
  link.rel = "prefetch"
  link.href = box.dataset.prText
  document.head.append(link)
}

if (box) {
  box.addEventListener("focus", fetchText, { once: true })
  box.addEventListener("input", event => event.isComposing || tellTheme())
  box.addEventListener("compositionend", tellTheme)
  box.addEventListener("input", showChoice)
  for (const choice of choices) {
    choice.addEventListener("click", () => {
      choosePlan(choice.dataset.prSearchPlan)
      showChoice()
    })
  }
  box.form.addEventListener("reset", () => setTimeout(() => { tellTheme(); showChoice() }))
}
