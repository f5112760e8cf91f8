/* Text as the search compares it: full and half width, capitals, kinds of quotes and spaces do not count. */

const SAME = { "“": '"', "”": '"', "„": '"', "「": '"', "」": '"', "『": '"', "』": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "―": "-", "−": "-", "〇": "零", "、": ",", "。": "." }
const WORD = /[0-9a-zà-ÿ]/
const MARK = /[^\p{L}\p{N}%]/u
const folded = new Map()

/* “Ｇ３０３” → “g303”, one character at a time so that every place can be found again. */
function foldSign(sign) {
  let out = folded.get(sign)
  if (out === undefined) {
    out = sign.normalize("NFKC").toLowerCase().replace(/[^\n]/gu, s => SAME[s] ?? s)
    folded.set(sign, out)
  }
  return out
}

/* “5G 网络” → “5g网络”; “work  safety” → “work safety”: a space counts only between Latin words.
   A line end or tab parts two cells and stays. `at[i]` is the place in `string` of the i-th sign of the result. */
function fold(string) {
  let text = "", space = -1
  const at = []
  let place = 0
  for (const sign of string) {
    if (sign === "\n" || sign === "\t") {
      text += "\n"
      at.push(place)
      space = -1
    } else if (/\s/.test(sign)) {
      space = place
    } else {
      const out = foldSign(sign)
      if (space >= 0 && WORD.test(out[0]) && WORD.test(text.slice(-1))) {
        text += " "
        at.push(space)
      }
      space = -1
      for (let i = 0; i < out.length; i++) at.push(place)
      text += out
    }
    place += sign.length
  }
  return { text, at }
}

/* “双随机、一公开” → “双随机一公开”: letters and digits only; takes folded text. */
function bare(text) {
  return text.replace(/[^\p{L}\p{N}%\n]/gu, "")
}
