/* Text as the search compares it: full and half width, capitals, kinds of quotes and spaces do not count. */

const SAME = { "“": '"', "”": '"', "„": '"', "「": '"', "」": '"', "『": '"', "』": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "―": "-", "−": "-", "〇": "零", "、": ",", "。": "." }
const WORD = /[0-9a-z]/
const MARK = /[^\p{L}\p{N}%]/u
const CELL_END = "\n"
const signs = new Map()

/* “Ｇ” → “g”, “é” → “e”, ““” → “"”, any space → “ ”, a tab or line end (which part two cells) → CELL_END. Signs are few, so each is worked out once. */
function foldSign(sign) {
  let out = signs.get(sign)
  if (out === undefined) {
    out = /[\n\t]/.test(sign) ? CELL_END : /\s/.test(sign) ? " " : [...withoutAccent(sign.normalize("NFKC").toLowerCase())].map(s => SAME[s] || s).join("")
    signs.set(sign, out)
  }
  return out
}

/* “é” → “e”; signs of other scripts keep theirs */
function withoutAccent(sign) {
  const plain = sign.normalize("NFD").replace(/\p{M}/gu, "")
  return /^[a-z]+$/.test(plain) ? plain : sign
}

/* “Ｇ３０３　号” → “g303号”; “5G 网络” → “5g网络”; “work  safety” → “work safety”: a space counts only between Latin words. */
function fold(string) {
  const text = string.replace(/[^\u4e00-\u9fff0-9a-z% .,;:()-]/gu, foldSign)
  if (!text.includes(" ")) return text
  return text.replace(/(^|[^0-9a-z]) +/g, "$1").replace(/ +(?=[^0-9a-z]|$)/g, "").replace(/ {2,}/g, " ")
}

/* The same, sign by sign: {text, at}; `at[i]` is the place in `string` of the i-th sign of the folded text. */
function foldWithPlaces(string) {
  const at = []
  let text = "", space = -1, place = 0
  for (const sign of string) {
    const out = foldSign(sign)
    if (out === " ") {
      if (space < 0) space = place
    } else {
      if (space >= 0 && WORD.test(out[0]) && WORD.test(text.slice(-1))) {
        text += " "
        at.push(space)
      }
      space = -1
      text += out
      for (let i = 0; i < out.length; i++) at.push(place)
    }
    place += sign.length
  }
  return { text, at }
}
