"""How Chinese official texts number what they say: 第一章, 一、, （一）, 1., （1）, ①, ——.

The order 一、 → （一） → 1. → （1） is that of GB/T 9704-2012, 7.3.3; plans differ, so no order is fixed here.
"""

import re
from typing import NamedTuple

from .numerals import to_number

HAN = "〇○零一二三四五六七八九十百两"
SPACE = r"[ \t\u3000]*"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

NUMERAL = rf"(?P<n>[{HAN}\d](?:{SPACE}[{HAN}\d])*)"  # a scanner may part 十 and 二

# One pattern a kind. Group "n" is the numeral; what stands before group "rest" is the marker.
KINDS = {
    "part": rf"第{SPACE}{NUMERAL}{SPACE}(?:篇|编|部分)",
    "chapter": rf"第{SPACE}{NUMERAL}{SPACE}章",
    "section": rf"第{SPACE}{NUMERAL}{SPACE}节",
    # not "一、二、三产业", where 一、 begins a list of ordinals
    "han": rf"(?P<n>[一二三四五六七八九十]{{1,3}}){SPACE}[、．.](?!{SPACE}[二三四五六七八九十][、产])",
    "han-paren": rf"[（(]{SPACE}(?P<n>[一二三四五六七八九十]{{1,3}}){SPACE}[)）]",
    # not "3.5亿元", "2025.1" or "1、2号机组"
    "arabic": r"(?P<n>\d{1,2})[ ]?[.．、](?![ ]?\d)",
    "arabic-paren": r"(?:[（(](?P<n>\d{1,2})[)）]|(?P<m>\d{1,2})[)）])",
    "circled": rf"(?P<n>[{CIRCLED}])",
    "dash": r"(?P<n>)(?:——|──|--(?!-))",
}
PATTERNS = {kind: re.compile(pattern) for kind, pattern in KINDS.items()}
SPACES = re.compile(r"[ \t\u3000]*")
AFTER_CHAPTER = re.compile(r"[ \t\u3000：:、.．]*")
HEADING_KINDS = ("part", "chapter", "section", "han", "han-paren", "arabic", "arabic-paren")
UNMISTAKABLE = ("part", "chapter", "section")


class Marker(NamedTuple):
    """`printed` is the marker as it stands, `rest` the position at which the words begin."""

    kind: str
    number: int
    printed: str
    rest: int


def read_marker(string: str) -> Marker | None:
    """“（三） 完善机制” → Marker("han-paren", 3, "（三）", 4); a dash has number 0; None where nothing is numbered."""
    for kind, pattern in PATTERNS.items():
        if match := pattern.match(string):
            if kind == "dash":
                number = 0
            elif kind == "circled":
                number = CIRCLED.index(match["n"]) + 1
            else:
                numeral = match["n"] or match.groupdict().get("m")
                try:
                    number = to_number(numeral)
                except ValueError:
                    return None
            gap = AFTER_CHAPTER if kind in UNMISTAKABLE else SPACES
            return Marker(kind, number, match.group(), gap.match(string, match.end()).end())
    return None
