"""“分别达到A、B、C”: several things and as many figures in one clause.

“猪、牛、羊和禽类保有量分别达到X万头、X万头、X万只和|X万只|” → 禽类保有量
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .amounts import Amount
from .wording import bare_words, clause_start

BETWEEN = re.compile(r"(?:以上|以下|左右)?(?:、|和|及|与)")
EACH = re.compile(r"，?(?:力争|将)?(?P<what>占比)?分别[\u4e00-\u9fff]{0,4}\s*$")
LIST = re.compile(r"、|和|及|与")
TAIL = re.compile(
    r"(?:年)?(?:产值|增加值|总额|总量|保有量|存栏量|存栏|出栏量|出栏|产量|面积|收入|占比|比重|比例|率|总规模|规模|数量|人数|户数|学历教师占比|的?贡献率)$"
)


def one_of_several(text: str, amounts: Sequence[Amount], index: int) -> str:
    """The member of the list that belongs to quantity `index`; empty where no 分别 stands before the figures."""
    first, last = run_of(text, amounts, index)
    match = EACH.search(text[: amounts[first].start])
    if not match:
        return ""
    head = text[clause_start(text, match.start()) : match.start()]
    names = [
        name
        for name in (bare_words(part) or part for part in LIST.split(bare_words(head) + (match["what"] or "")))
        if name
    ]
    if len(names) < last - first + 1:
        return bare_words(head)
    name = names[index - last - 1]
    tail = TAIL.search(names[-1])
    return name if not tail or name.endswith(tail.group()) else name + tail.group()


def run_of(text: str, amounts: Sequence[Amount], index: int) -> tuple[int, int]:
    """First and last of the figures that follow each other with nothing but 、 or 和 between."""
    first = last = index
    while first and BETWEEN.fullmatch(text[amounts[first - 1].end : amounts[first].start]):
        first -= 1
    while last + 1 < len(amounts) and BETWEEN.fullmatch(text[amounts[last].end : amounts[last + 1].start]):
        last += 1
    return first, last
