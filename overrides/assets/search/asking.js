/* What was typed → what is asked: the plan it is confined to, the phrase, its words. */

const AT = /(?:^|\s)[@＠](\S+)/g
const BREAK = /[\s,，、;；?？!！]+/

/* “@某市 养老 服务” → {plan: "plan", phrase: "养老服务", words: ["养老", "服务"]}: only that plan is searched. “@New_Town” is “New Town”.
   “某市 养老” → {named: "plan", words: ["养老"]}: that plan comes first. */
function readQuery(typed, plans) {
  let plan = ""
  const rest = typed.replace(AT, (whole, name) => {
    const found = planNamed(name, plans)
    plan = plan || found
    return found ? " " : whole
  })
  const words = rest.split(BREAK).map(word => fold(word)).filter(Boolean)
  const names = words.map(word => planNamed(word, plans))
  const others = words.filter((word, i) => !names[i])
  return { plan, named: others.length ? names.find(Boolean) || "" : "", phrase: fold(rest.trim()), words: others.length ? others : words }
}

/* “某某” or “某某市” → “plan”; of a long Chinese name the end will do: “某某区”, but “city” names no plan. “” where no plan has the name. */
function planNamed(name, plans) {
  const asked = fold(name.replace(/_/g, " "))
  const fits = known => known === asked || (asked.length > 2 && !WORD.test(asked) && known.endsWith(asked))
  const plan = [...plans.values()].find(plan => plan.names.some(known => fits(fold(known))))
  return plan ? plan.id : ""
}
