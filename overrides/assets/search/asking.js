/* What was typed → what is asked: the plan it is confined to, the phrase, its words. */

const AT = /(?:^|\s)[@＠](\S+)/g

/* “@双辽市 养老 服务” → {plan: "shuangliao", phrase: "养老服务", words: ["养老", "服务"]}. A plan's name among several words confines, too. */
function readQuery(typed, plans) {
  let plan = ""
  const rest = typed.replace(AT, (whole, name) => {
    const found = planNamed(name, plans)
    if (found) plan = found
    return found ? " " : whole
  })
  let words = rest.split(/[\s,，;；、?？!！]+/).map(word => fold(word).text).filter(Boolean)
  const named = words.length > 1 && !plan ? words.map(word => planNamed(word, plans)) : []
  const beside = named.find(Boolean) ?? ""
  return { plan, beside, phrase: fold(rest.trim()).text, words: [...new Set(words)], others: words.filter((_, i) => !named[i]) }
}

/* “双辽” or “双辽市” → “shuangliao”; “” where no plan has the name. A Chinese name may stand without its last sign (市, 区, 县). */
function planNamed(name, plans) {
  const asked = fold(name).text
  for (const plan of plans.values()) {
    for (const full of plan.names) {
      const known = fold(full).text
      if (asked === known || (asked.length > 1 && asked + known.slice(-1) === known)) return plan.id
    }
  }
  return ""
}
