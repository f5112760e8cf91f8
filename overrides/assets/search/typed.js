/* What was typed in another writing → as the text writes it: traditional forms become simple ones, numerals figures, sounds words. */

const SOUNDS = /^[a-z][a-z' ]{2,30}$/
const NUMERAL = /(百分之|千分之)?([零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?|(?<=百分之|千分之)\d+(?:\.\d+)?)([万亿]*)(\p{Script=Han}*)/u
const PARTS_OF = { 百分之: "%", 千分之: "‰" }
const DIGITS = "零一二三四五六七八九"

/* “營商環境” → “营商环境”; “六十四万亩” → “64万亩”; “yiliao”, where no such Latin word stands in the text, → “医疗” */
function asWritten(typed, places) {
  const simple = [...typed].map(sign => places.simple.get(sign) || sign).join("").split(/(\s+)/).map(word => inDigits(word, places)).join("")
  const sound = simple.trim().toLowerCase()
  if (!places.sounds.size || !SOUNDS.test(sound) || standsIn(rooted(fold(sound)), places.all) || planNamed(sound, places.plans)) return simple
  return wordOfSound(sound.replace(/[' ]/g, ""), places) || simple
}

/* “六十四万亩” → “64万亩”, “百分之七十五” → “75%”, where the text does not write it so; “一村一品” and “三农” are no amounts. */
function inDigits(word, places) {
  const found = NUMERAL.exec(word)
  if (!found || found[0] !== word || places.all.includes(fold(word))) return word
  const [, part, numeral, scale, unit] = found, number = /\d/.test(numeral) ? numeral : figuresOf(numeral)
  if (part) return unit || !number ? word : number + PARTS_OF[part]
  return number && UNITS.has(unit) ? number + scale + unit : word
}

/* “二百三十” → “230”, “二〇三〇” → “2030”, “十二点五” → “12.5”; a scale alone (千) is no number: “” */
function figuresOf(numeral) {
  const digit = sign => DIGITS.indexOf(sign === "两" ? "二" : sign === "〇" ? "零" : sign)
  const [whole, rest = ""] = numeral.split("点"), behind = rest && "." + [...rest].map(digit).join("")
  if (/^[百千]/.test(whole)) return ""
  if (!/[十百千]/.test(whole)) return [...whole].map(digit).join("") + behind
  const tens = [...whole.matchAll(/([零〇一二两三四五六七八九]*)([十百千]?)/g)].filter(([all]) => all)
  return tens.reduce((sum, [, sign, scale]) => sum + (sign ? digit(sign.slice(-1)) : 1) * (SCALES[scale] || 1), 0) + behind
}

/* The word that stands in the text most often among those that sound so. */
function wordOfSound(sound, places) {
  const text = places.all, counts = new Map()
  for (let start = 0; start < text.length; start++) {
    let rest = sound, end = start
    while (rest) {
      const said = places.sounds.get(text[end])
      if (!said || !rest.startsWith(said)) break
      rest = rest.slice(said.length)
      end++
    }
    if (!rest && end - start > 1) counts.set(text.slice(start, end), (counts.get(text.slice(start, end)) || 0) + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best ? best[0] : ""
}

/* “營营醫医” → Map 營 → 营, 醫 → 医 */
function readSimple(pairs) {
  const signs = [...pairs]
  return new Map(signs.flatMap((sign, i) => (i % 2 ? [] : [[sign, signs[i + 1]]])))
}

/* “liao疗辽 yi医” → Map 疗 → liao, 辽 → liao, 医 → yi */
function readSounds(words) {
  return new Map(words.split(" ").flatMap(word => {
    const said = word.match(/^[a-z]*/)[0]
    return [...word.slice(said.length)].map(sign => [sign, said])
  }))
}
