"""How Chinese official texts number what they say: 第一章, 一、, （一）, ㈠, 壹、, Ⅰ., 甲、, 1., 1.1, （1）, ①, 第一条, ——.

The order 一、 → （一） → 1. → （1） is that of GB/T 9704-2012, 7.3.3; plans differ, so no order is fixed here.
"""

import re
from typing import NamedTuple

from .numerals import to_number

HAN = "〇○零一二三四五六七八九十百两"
SPACE = r"[ \t\u3000]*"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
CAPITALS = "壹贰叁肆伍陆柒捌玖拾"
STEMS = "甲乙丙丁戊己庚辛壬癸"
ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
LATIN_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# signs that hold number and brackets or dot in one
SIGNS = {
    "han-paren": "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
    "arabic": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "arabic-paren": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "circled": CIRCLED,
}
# what a figure measures: “3.5 亿元” is no heading 3.5, “1.1 主要成就” is one
MEASURED = (
    r"(?:[万亿千百]|[%％‰℃]|平方|立方|公[里顷斤]|元|亩|吨|个|人次|人[/／]|户|倍|米|年[，。]|[〇一二三四五六七八九十\d])"
)

NUMERAL = rf"(?P<n>[{HAN}\d](?:{SPACE}[{HAN}\d])*)"  # a scanner may part 十 and 二

# One pattern a kind. Group "n" is the numeral; what stands before group "rest" is the marker.
KINDS = {
    "part": rf"第{SPACE}{NUMERAL}{SPACE}(?:篇|编|部分)",
    "chapter": rf"第{SPACE}{NUMERAL}{SPACE}章",
    "section": rf"第{SPACE}{NUMERAL}{SPACE}节",
    # 第二条之一 too; a blank must follow, for 第三条高速公路 is a road
    "article": rf"第{SPACE}{NUMERAL}{SPACE}条(?:之[{HAN}]{{1,3}})?(?=[ \t\u3000：:、]|$)",
    # not "一、二、三产业", where 一、 begins a list of ordinals
    "han": rf"(?P<n>[一二三四五六七八九十]{{1,3}}){SPACE}[、．.](?!{SPACE}[二三四五六七八九十][、产])",
    "han-paren": rf"[（(]{SPACE}(?P<n>[一二三四五六七八九十]{{1,3}}){SPACE}[)）]、?",
    "capital": rf"(?P<n>[{CAPITALS}]{{1,3}}){SPACE}[、．.]",
    "stem": rf"(?P<n>[{STEMS}]){SPACE}[、．.](?!{SPACE}[{STEMS}])",
    "roman": rf"(?P<n>[{ROMAN}])(?:{SPACE}[、．.]|(?=[ \t\u3000]))|(?P<m>[IVX]{{1,4}}){SPACE}[、．.](?![A-Za-z])",
    "decimal": rf"(?P<n>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})[.．]?(?=[ \t\u3000]*[\u4e00-\u9fff“《])(?!{SPACE}{MEASURED})",
    # not "3.5亿元", "2025.1" or "1、2号机组"
    "arabic": r"(?P<n>\d{1,2})[ ]?[.．、](?![ ]?\d)",
    "arabic-paren": r"(?:[（(](?P<n>\d{1,2})[)）]|(?P<m>\d{1,2})[)）])",
    "dash": r"(?P<n>)(?:——|──|⸺|--(?!-))",
}
PATTERNS = {kind: re.compile(pattern) for kind, pattern in KINDS.items()}
# “1 发展基础”: a bare number, taken for a heading only where 1.1 stands below it
BARE = re.compile(rf"(?P<n>\d{{1,2}})[ \t\u3000]+(?=[\u4e00-\u9fff“《])(?!{MEASURED})")
SPACES = re.compile(r"[ \t\u3000]*")
AFTER_CHAPTER = re.compile(r"[ \t\u3000：:、.．]*")
DECIMALS = ("decimal-2", "decimal-3", "decimal-4")
HEADING_KINDS = (
    "part", "chapter", "section", "capital", "roman", "stem", "han", "han-paren", "arabic", "arabic-paren", *DECIMALS
)  # fmt: skip
UNMISTAKABLE = ("part", "chapter", "section")


class Marker(NamedTuple):
    """`printed` is the marker as it stands, `rest` the position at which the words begin."""

    kind: str
    number: int
    printed: str
    rest: int


def read_marker(string: str) -> Marker | None:
    """“（三） 完善机制” → Marker("han-paren", 3, "（三）", 4); a dash has number 0; None where nothing is numbered."""
    for kind, signs in SIGNS.items():
        if string and string[0] in signs:
            return Marker(kind, signs.index(string[0]) + 1, string[0], end_of(SPACES, string, 1))
    for kind, pattern in PATTERNS.items():
        if match := pattern.match(string):
            number = number_of(kind, match)
            if number is None:
                return None
            gap = AFTER_CHAPTER if kind in UNMISTAKABLE or kind == "article" else SPACES
            if kind == "decimal":
                kind = f"decimal-{len(components(match['n']))}"
            return Marker(kind, number, match.group(), end_of(gap, string, match.end()))
    return None


def end_of(pattern: re.Pattern[str], string: str, start: int) -> int:
    """Where what `pattern` takes from `start` on ends; `start` where it takes nothing."""
    match = pattern.match(string, start)
    return match.end() if match else start


def number_of(kind: str, match: re.Match[str]) -> int | None:
    """The numeral of a marker as a number: 第十二章 → 12, Ⅳ. → 4, 壹、 → 1, 2.3 → 3 (the last of its components)."""
    numeral = match["n"] or match.groupdict().get("m") or ""
    if kind == "dash":
        return 0
    if kind == "decimal":
        return components(numeral)[-1]
    if kind == "stem":
        return STEMS.index(numeral) + 1
    if kind == "roman":
        signs = ROMAN if numeral in ROMAN else LATIN_ROMAN
        return signs.index(numeral) + 1 if numeral in signs else None
    if kind == "capital":
        numeral = numeral.translate(str.maketrans(CAPITALS, "一二三四五六七八九十"))
    try:
        return to_number(numeral)
    except ValueError:
        return None


def read_bare_number(string: str) -> Marker | None:
    """“1 发展基础” → Marker("bare", 1, "1", 2); “12 万亩” → None"""
    match = BARE.match(string)
    return Marker("bare", int(match["n"]), match["n"], match.end()) if match else None


def components(printed: str) -> tuple[int, ...]:
    """“2.1.3” → (2, 1, 3); “第三章” → ()"""
    parts = re.split(r"[.．]", printed.strip().rstrip(".．"))
    return tuple(int(part) for part in parts) if all(part.isdecimal() for part in parts) else ()
