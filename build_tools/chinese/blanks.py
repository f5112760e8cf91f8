"""Places that a draft leaves to be filled in, in the forms that might pass for markup or stray signs.

____万亩, ＿＿亿元, （   ）座, 引进企业　　家, □□家, ※万人, 〇〇公里, **亿斤, …家 → a figure;  牵头单位：______ → a blank
二〇二〇年, □是□否, 等……家长 → none
"""

import re

from .measures import FAMILY_OF

HAN = "[\u4e00-\u9fff]"
NUMERAL = "一二三四五六七八九十百千万亿数几多余半〇○零"
UNITS = "|".join(sorted(map(re.escape, FAMILY_OF), key=len, reverse=True))
BEFORE_UNIT = rf"(?=[ ]?余?(?:[十百千]?[万亿]{{1,2}})?(?:{UNITS})|[ ]?[十百千]?[万亿])"
SCALED = r"(?=[万亿](?:亩|元|吨|斤|人|户|平方|立方|千瓦|公里|头|只|件|株|㎡|m))"
ENDING = r"(?=(?:个|家|户|座|条|处|所|项|人|亩|元|吨|公里|平方米|台|套|辆|张|名|%|％)(?:[，。；、）以左]|$))"

# 产量达到**亿斤: two stars for a figure, not the start of bold words
STARS = re.compile(
    r"(?<=[\u4e00-\u9fff（(约近超])\*{2,4}(?=[万亿余多个家户座条处所项人亩吨元公平立台套辆张名次年%％‰])"
)
# blanks that are no noise: inside brackets, or where the figure before a unit is missing
EMPTY = re.compile(
    rf"(?<=[（(]) +(?=[)）])|(?<={HAN})(?<![{NUMERAL}]) +{SCALED}|(?<={HAN})(?<![{NUMERAL}])(?: {{2,}}|"
    rf"\u3000{{2,}}){ENDING}"
)
FIGURE = re.compile(
    rf"(?:(?<!_)_{{2,}}+|(?<!＿)＿++|□{{1,4}}|※{{1,3}}|(?<![{NUMERAL}\d])[〇○]{{1,4}}|[（(][ \u3000_＿]+[）)]|[（(][）)]|"
    rf"×{{1,4}}){BEFORE_UNIT}"
    rf"|(?<={HAN})…{{1,2}}{ENDING}"
)
ANY = re.compile(r"[*_＿□※〇○（(×…\u3000]|  | (?=[万亿])")  # without one of these nothing is to be filled in
BLANK = re.compile(r"_{3,}|＿{2,}|[（(][ \u3000_＿]{2,}[）)]|□{2,}|※{2,}|(?<![\u4e00-\u9fff])〇{2,}")


def figures_to_fill_in(string: str) -> list[tuple[int, int]]:
    """Places of figures: a unit stands behind each."""
    if not ANY.search(string):
        return []
    found = {match.span() for pattern in (STARS, EMPTY, FIGURE) for match in pattern.finditer(string)}
    return without_inner(found)


def blanks_to_fill_in(string: str) -> list[tuple[int, int]]:
    """Places of names and words: nothing shows what they are."""
    figures = {place for start, end in figures_to_fill_in(string) for place in range(start, end)}
    return [match.span() for match in BLANK.finditer(string) if figures.isdisjoint(range(*match.span()))]


def without_inner(spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """（   ） rather than the blanks in it"""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not out or end > out[-1][1]:
            out.append((start, end))
    return out
