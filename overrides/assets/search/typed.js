/* What was typed in another writing → as the text writes it: traditional forms become simple ones, sounds become words. */

const SOUNDS = /^[a-z][a-z' ]{2,30}$/

/* “營商環境” → “营商环境”; “yiliao”, where no such Latin word stands in the text, → “医疗” */
function asWritten(typed, places) {
  const simple = [...typed].map(sign => places.simple.get(sign) || sign).join("")
  const sound = simple.trim().toLowerCase()
  if (!places.sounds.size || !SOUNDS.test(sound) || standsIn(rooted(fold(sound)), places.all) || planNamed(sound, places.plans)) return simple
  return wordOfSound(sound.replace(/[' ]/g, ""), places) || simple
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
