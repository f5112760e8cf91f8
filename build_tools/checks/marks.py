"""Quotation marks, brackets and book titles that are opened and not closed, or closed and not opened.

构建“一核两带三区空间格局，统筹… → finding at the clause of the mark
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.findings import Finding
from .passages import Reading, clauses, finding, part

PAIRS = {"”": "“", "）": "（", "》": "《", "】": "【", "〕": "〔"}
LIST_CLOSERS = "0123456789一二三四五六七八九十"  # 1） and 一） are marks of items


def find(reading: Reading) -> Iterator[Finding]:
    for _, passage in reading.texts:
        for at in unbalanced(passage.text):
            here = part(passage, clause_at(passage.text, at))
            yield finding(reading, "marks", "unbalanced_quote", "sure", "marks", here, (passage.text[at],))


def unbalanced(text: str) -> list[int]:
    """Positions of marks without a counterpart."""
    waiting: list[int] = []
    alone: list[int] = []
    for at, sign in enumerate(text):
        if sign in PAIRS.values():
            waiting.append(at)
        elif sign in PAIRS:
            if waiting and text[waiting[-1]] == PAIRS[sign]:
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


def clause_at(text: str, at: int) -> str:
    """The clause around a position, with the mark in it."""
    for start, clause in clauses(text):
        if start <= at < start + len(clause):
            return clause
    return text[max(0, at - 15) : at + 15]
