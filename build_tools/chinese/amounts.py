"""Quantities in running text: 280万亩, 3-5个, X亿元, 8.3公里/平方公里, 超亿元.

“玉米种植面积稳定在280万亩左右” → one amount: number 280, unit 万亩
“X602、102国道、G303、4A级、2025年、第3章” → none: a number is a quantity only where a unit of measure follows
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .measures import FAMILY_OF, PER

OPEN = re.compile(
    r"\[X{1,3}\]|(?<![A-Za-z0-9+＋])X{1,3}(?![A-Za-z0-9光射])|[×Ｘ]{1,3}(?=[%％]|余|[万亿]|[\u4e00-\u9fff])(?<!\d.)|(?<![A-Za-z0-9+＋])N(?=[个家户条项所处座名场次])"
)

DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
NUMBER = rf"(?<![A-Za-z\d.+第×])(?:{DIGITS})"
SCALE = r"[十百千]?[万亿]{1,2}|[十百千]"
DASH = r"[-－—–~～至]"
UNIT = "|".join(sorted(map(re.escape, FAMILY_OF), key=len, reverse=True))
PER_UNIT = "|".join(sorted(PER, key=len, reverse=True))

FIGURE = re.compile(
    rf"(?P<low>{NUMBER})(?:(?P<low_scale>{SCALE})?[人元]?{DASH}(?P<high>{DIGITS}))?"
    rf"[ ]?(?P<unit>[余多]?(?:{SCALE})?[余多]?(?:(?:{UNIT})(?:[（(][套只人次]+[）)])?(?:/(?:{PER_UNIT}))?|(?<=[万亿])(?!\d)|/10万))"
)
SINGLE = re.compile(rf"(?P<low>{NUMBER})(?P<unit>(?:{SCALE})(?:人|元))")
OPEN_UNIT = re.compile(rf"余?(?:{SCALE})?(?:(?:{UNIT})(?:（[套只人次头]+）)?(?:/(?:{PER_UNIT}))?|(?<=[万亿]))")
# A unit with its scale and no number before it: only where a comparator shows that one of them is meant.
BARE = re.compile(
    r"(?P<mark>超过|超|突破|近|达到|达|面积)(?P<unit>[十百千]?[万亿](?:亩|元|吨|户|人次|人|头|只))(?P<after>以上|左右)?"
)
RATIO = re.compile(r"(?<![\d:：])\d+(?:[:：]\d+){2,}(?![\d:：])|(?<=[到至为])\d+(?:\.\d+)?[:：]1(?![\d:：])")


class Amount(NamedTuple):
    """Characters `start`..`end` of the text. `low` is the number as printed; `high` the upper end of a range or empty."""

    start: int
    end: int
    low: str
    high: str
    unit: str
    open: bool


@lru_cache(maxsize=4096)
def find_amounts(string: str) -> tuple[Amount, ...]:
    """All quantities of a text, in order. Several analyses read the same text, so what was found is kept."""
    found = open_amounts(string)
    taken = {place for amount in found for place in range(amount.start, amount.end)}
    for match in figures(string):
        amount = Amount(
            match.start(), match.end(), match["low"], match.groupdict().get("high") or "", match["unit"], False
        )
        if match.start() not in taken and not is_date(string, amount) and not breaks_a_word(string, match.end()):
            found.append(amount)
    found += bare_amounts(string)
    found += [Amount(match.start(), match.end(), match.group(), "", "比例", False) for match in RATIO.finditer(string)]
    return tuple(sorted(found))


def open_amounts(string: str) -> list[Amount]:
    """“产值达到X亿元” → number X, unit 亿元, open"""
    found = []
    for match in OPEN.finditer(string):
        unit = OPEN_UNIT.match(string, match.end())
        if unit:
            found.append(Amount(match.start(), unit.end(), match.group(), "", unit.group(), True))
    return found


def bare_amounts(string: str) -> list[Amount]:
    """“累计营收超亿元” → number 1, unit 亿元; “造林面积万亩以上” → number 1, unit 万亩; “达到千亿级” → none"""
    return [
        Amount(match.start("unit"), match.end("unit"), "1", "", match["unit"], False)
        for match in BARE.finditer(string)
        if match["mark"] in ("超过", "超", "突破") or match["after"]
    ]


def figures(string: str) -> Iterator[re.Match]:
    """Every number with a unit; of “9000万元—3亿元” both ends on their own."""
    match = FIGURE.search(string)
    while match:
        match = (SINGLE.match(string, match.start()) if mixed(match) else None) or match
        yield match
        match = FIGURE.search(string, match.end())


def mixed(match: re.Match) -> bool:
    """“9000万元—3亿元”: the ends have scales of their own, so they are two amounts, not 9000 to 3亿"""
    scale = match["low_scale"]
    return bool(match["high"] and scale and not match["unit"].startswith(scale))


def breaks_a_word(string: str, at: int) -> bool:
    """“5mm”, “100MWh” are no 米 and no 兆瓦: the Latin letters go on"""
    return (
        string[at - 1 : at].isascii()
        and string[at - 1 : at].isalpha()
        and string[at : at + 1].isascii()
        and string[at : at + 1].isalpha()
    )


def is_date(string: str, amount: Amount) -> bool:
    """“2025年”, “2001—2005年期间”, “10月” are dates, not quantities"""
    return (
        amount.unit == "年" and len(amount.high or amount.low) == 4 and (amount.high or amount.low)[:2] in ("19", "20")
    )
