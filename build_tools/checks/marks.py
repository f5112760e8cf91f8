"""Quotation marks, brackets and book titles that are opened and not closed, or closed and not opened.

构建“一核两带三区空间格局，统筹… → finding at the clause of the mark
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ..model.findings import Finding
from .passages import Reading, clauses, finding, part

PAIRS = {"”": "“", "）": "（", "》": "《", "】": "【", "〕": "〔"}
MARK = re.compile("[" + re.escape("".join([*PAIRS, *PAIRS.values()])) + "]")
LIST_CLOSERS = "0123456789一二三四五六七八九十"  # 1） and 一） are marks of items


def find(reading: Reading) -> Iterator[Finding]:
    """One finding a kind of mark and clause: a run of the same mark, “““““, is one doubt, not five."""
    for _, passage in reading.texts:
        reading.saw("marks")
        for clause, mark in dict.fromkeys(clauses_of(passage.text, unbalanced(passage.text))):
            yield finding(reading, "marks", "unbalanced_quote", "sure", "marks", part(passage, clause), (mark,))


def unbalanced(text: str) -> list[int]:
    """Positions of marks without a counterpart."""
    waiting: list[int] = []
    alone: list[int] = []
    for match in MARK.finditer(text):
        at, sign = match.start(), match.group()
        if sign not in PAIRS:
            waiting.append(at)
        elif waiting and text[waiting[-1]] == PAIRS[sign]:
            waiting.pop()
        elif sign == "）" and (at == 0 or text[at - 1] in LIST_CLOSERS):
            continue
        elif any(text[i] == PAIRS[sign] for i in waiting):
            while text[waiting[-1]] != PAIRS[sign]:
                alone.append(waiting.pop())
            waiting.pop()
        else:
            alone.append(at)
    return sorted([*waiting, *alone])


def clauses_of(text: str, places: list[int]) -> Iterator[tuple[str, str]]:
    """The clause around each position, with the mark in it, and the mark; the text is cut into clauses once."""
    cut = list(clauses(text)) if places else []
    starts = [start for start, _ in cut]
    for at in places:
        yield cut[bisect_right(starts, at) - 1][1], text[at]
