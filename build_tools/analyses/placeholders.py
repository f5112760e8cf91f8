"""Figures that a draft leaves open: X, XX, [X], ×× or N before a measure word.

地区生产总值完成X亿元 → unit 亿元, stands for 地区生产总值;  road X602, 绿电+N, 1+N, IPv6, X光 → none
"""

from __future__ import annotations

import re
from bisect import bisect_right

from ..chinese.amounts import OPEN, OPEN_UNIT, Amount, find_amounts
from ..chinese.several import Unpaired
from ..chinese.subjects import subject_of
from ..chinese.wording import bare_words, clause_start
from ..model.facts import Placeholder
from ..model.outline import Block

AROUND = 12
PURPOSE = re.compile(r"[^，。；]*，(?P<what>[^，。；]{2,20})")
NEXT_WORDS = re.compile(r"[\u4e00-\u9fff]{2,12}")


def find_placeholders(plan: str, blocks: tuple[Block, ...], line_starts: list[int]) -> tuple[Placeholder, ...]:
    found = []
    for block in blocks:
        string = block.text.string
        matches = list(OPEN.finditer(string))
        if not matches:
            continue
        amounts = find_amounts(string)
        for match in matches:
            unit = OPEN_UNIT.match(string, match.end())
            found.append(
                Placeholder(
                    plan=plan,
                    address=block.address,
                    line=bisect_right(line_starts, block.text.offsets[match.start()]),
                    quote=string[max(0, match.start() - AROUND) : match.end() + AROUND],
                    unit=unit.group() if unit else "",
                    stands_for=stands_for(string, amounts, match),
                    start=match.start(),
                    end=match.end(),
                )
            )
    return tuple(found)


def stands_for(text: str, amounts: tuple[Amount, ...], match: re.Match) -> str:
    """“工业产值实现|X|亿元” → 工业产值; “推进|X|商场升级改造” (no unit) → 商场升级改造"""
    index = next((n for n, amount in enumerate(amounts) if amount.start == match.start()), None)
    if index is not None:
        try:
            words = subject_of(text, amounts, index)
        except Unpaired as error:
            return str(error)
        return with_its_purpose(words, text, match.end()) if words.endswith("投资") else words
    words = NEXT_WORDS.match(text, match.end())
    return words.group() if words else bare_words(text[clause_start(text, match.start()) : match.start()])


def with_its_purpose(words: str, text: str, at: int) -> str:
    """“计划投资|X|万元，整合核心商圈” → 投资：整合核心商圈"""
    purpose = PURPOSE.match(text, at)
    return f"{words}：{purpose['what']}" if purpose else words
