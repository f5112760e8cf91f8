"""Figures that a draft leaves open: X, XX, [X], ×× or N before a measure word.

    地区生产总值完成X亿元 → unit 亿元, stands for 地区生产总值;  road X602, 绿电+N, 1+N, IPv6, X光 → none
"""

from __future__ import annotations

import re
from bisect import bisect_right

from ..model.facts import Placeholder
from ..model.outline import Block

OPEN = re.compile(r"\[X{1,3}\]|(?<![A-Za-z0-9+＋])X{1,3}(?![A-Za-z0-9光射])|[×Ｘ]{1,3}(?=[%％]|余|[万亿]|[\u4e00-\u9fff])(?<!\d.)|(?<![A-Za-z0-9+＋])N(?=[个家户项条所处座名场次])")
MEASURE = "分钟|平方米|平方公里|立方米|千瓦时|千瓦|公里|公顷|标箱|场次|人次|辆次|元|户|家|个|条|项|所|处|座|名|种|张|吨|亩|头|只|人|年|箱|辆|场|斤|件|台|套|岁|次|天|米|倍|位|组|批|支|台套|村|镇|株|度"
UNIT = re.compile(rf"[%％]|余?[十百千万亿]{{0,2}}(?:{MEASURE})(?:（[只人次头套]+）)?|[十百千万亿]{{1,2}}")
CLAUSE = re.compile(r"[，。；：！？、]")
VERBS = re.compile(
    r"(?:分别|力争|预计|计划|将|已|约|超过|突破|达到|达|实现|完成|增加到|增加至|增至|提高到|提升到|提升至|提高至|下降至|下降|降至|稳定在|保持在|控制在|不低于|不少于|为|至|到|超|共|各|在|和|从|由|成|新增|累计)+$"
)
AROUND = 12


def find_placeholders(plan: str, blocks: tuple[Block, ...], line_starts: list[int]) -> tuple[Placeholder, ...]:
    found = []
    for block in blocks:
        string = block.text.string
        for match in OPEN.finditer(string):
            unit = UNIT.match(string, match.end())
            found.append(
                Placeholder(
                    plan=plan,
                    address=block.address,
                    line=bisect_right(line_starts, block.text.offsets[match.start()]),
                    quote=string[max(0, match.start() - AROUND) : match.end() + AROUND],
                    unit=unit.group() if unit else "",
                    stands_for=subject(string[: match.start()]),
                    start=match.start(),
                    end=match.end(),
                )
            )
    return tuple(found)


def subject(before: str) -> str:
    """The words that the figure belongs to: the nearest clause that says something beside verbs and other open figures."""
    for clause in reversed(CLAUSE.split(before)):
        words = OPEN.sub("", clause)
        while (shorter := VERBS.sub("", words)) != words:
            words = shorter
        words = words.strip("“”（）() ")
        if len(words) >= 2 and not UNIT.fullmatch(words):
            return words
    return ""
