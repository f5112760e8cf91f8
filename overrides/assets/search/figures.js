/* A figure that is typed is looked for as a number: by value, border and unit. 20000头 is 2万头; 6.5% is not 16.5%; 2.2亿元 is not 2亿元. */

const AMOUNT = /(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([十百千]?[万亿]*)/g
const SCALES = { 十: 1e1, 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 }
const UNITS = new Set("元 亩 公顷 吨 斤 公斤 公里 千米 米 平方米 平方公里 立方米 千瓦 千瓦时 兆瓦 人 人次 名 户 头 只 羽 尾 袋 个 家 座 条 处 项 种 台 套 台套 张 辆 所 件 块 村 镇 株 棵 标箱 箱 倍 岁 天 小时 分钟 % ‰ 个百分点 公里/平方公里 元/亩".split(" "))
const NEAREST = 6 // units whose figures are shown where the figure itself stands nowhere

/* “20000头” → {value: 20000, unit: "头"}; “2025年”, “第3章”, “660MW” and plain numbers are words like any other: null */
function figureOf(phrase) {
  const [match] = phrase.matchAll(AMOUNT)
  if (!match || match.index !== 0) return null
  const unit = phrase.slice(match[0].length)
  return UNITS.has(unit) ? { value: valueOf(match), unit } : null
}

function valueOf([, whole, fraction = "", scale]) {
  return [...scale].reduce((value, sign) => value * SCALES[sign], Number(whole.replace(/,/g, "") + fraction))
}

/* Every amount of a text that has this unit: [{value, words}…]. A number that goes on before or behind is another number. */
function amountsWith(unit, text) {
  const found = []
  for (const match of text.matchAll(AMOUNT)) {
    const end = match.index + match[0].length
    if (!text.startsWith(unit, end) || /[\d.]$/.test(text.slice(0, match.index).slice(-1))) continue
    found.push({ value: valueOf(match), words: match[0] + unit })
  }
  return found
}

/* A row of a table says its unit once, in brackets or in a cell of its own: “粮食产能(亿斤) | 2025年43” holds 43亿斤. */
function amountsInRow(unit, cells) {
  const said = cells.flatMap(cell => [cell, ...[...cell.matchAll(/\(([^()]+)\)/g)].map(([, words]) => words)])
  const scale = said.map(words => (words.endsWith(unit) ? words.slice(0, -unit.length) : "-")).find(words => /^[十百千]?[万亿]*$/.test(words))
  if (scale === undefined) return []
  return cells.map(cell => /(?:^|[^\d.,])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?[)\]〕]?(?:以上|以下|以内|左右)?$/.exec(cell)).filter(Boolean)
    .map(([, whole, fraction = ""]) => ({ value: valueOf(["", whole, fraction, scale]), words: whole + fraction }))
}

const amountsIn = (unit, { folded, kind }) => [...amountsWith(unit, folded), ...(kind === "table" ? amountsInRow(unit, folded.split(CELL_END)) : [])]

const same = (one, other) => Math.abs(one - other) <= 1e-9 * Math.max(one, other)

/* Units that hold the figure, in whatever way it is printed; printed as it was typed it comes first. */
function findFigure(query, passages, places) {
  const { value, unit } = figureOf(query.phrase), typed = amount => (amount.words === query.phrase ? 1 : 0)
  const holding = passage => amountsIn(unit, passage).filter(amount => same(amount.value, value)).sort((a, b) => typed(b) - typed(a))
  return heldBy(passages, places, holding, amount => 1 + passages.length * typed(amount))
}

/* Where it stands nowhere: the nearest values with the same unit, which say that they are only near. */
function findNearest(query, passages, places) {
  const { value, unit } = figureOf(query.phrase)
  const distance = amount => Math.abs(Math.log((amount.value || 1e-9) / (value || 1e-9)))
  const nearest = passage => amountsIn(unit, passage).sort((a, b) => distance(a) - distance(b)).slice(0, 1)
  const results = heldBy(passages, places, nearest, amount => 1 / (1 + distance(amount)))
  return results.map(result => ({ ...result, near: true })).sort((a, b) => b.score - a.score).slice(0, NEAREST)
}

function heldBy(passages, places, amountsOf, worth) {
  const units = new Map()
  for (const passage of passages) {
    const [amount] = amountsOf(passage)
    if (!amount) continue
    const result = units.get(passage.unit) || { unit: passage.unit, hits: [], marks: [], phrase: amount.words, score: 0 }
    result.hits.push(passage)
    result.score += worth(amount)
    units.set(passage.unit, result)
  }
  return [...units.values()]
}
