"""The numbering decides what is a heading and of which level.

The ladder of a plan is found in its text: 第X章 → 一、 → （一）, or 第X篇 → 第X章 → 第X节, or 一、 → （一） → 1. … A kind stands
above another if its headings are followed by the other's number one; else the kind that appears first stands above.
Gaps, repeats and jumps are reported with their line, never repaired.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cmp_to_key

from ..model.edition import Problem
from ..model.outline import LEVELS
from .headings import Candidate

DEEPEST = 3  # chapter, section, subsection (data contract); what is numbered below that is an item


@dataclass(frozen=True, slots=True)
class Heading:
    candidate: Candidate
    level: str


def find_ladder(candidates: list[Candidate]) -> list[str]:
    """Kinds of numbering from the top down: ["chapter", "han", "han-paren"]"""
    first = list(dict.fromkeys(c.kind for c in candidates))
    opens = Counter((a.kind, b.kind) for a, b in zip(candidates, candidates[1:]) if b.number == 1)

    def above(a: str, b: str) -> int:
        return (opens[b, a] - opens[a, b]) or (first.index(a) - first.index(b))

    return sorted(first, key=cmp_to_key(above))


def decide(candidates: list[Candidate], as_printed: tuple[int, ...] = ()) -> tuple[list[Heading], list[Problem]]:
    """Headings in document order. `as_printed`: lines whose odd number is the plan's own, as its editors confirm."""
    ladder = find_ladder(candidates)
    parts = "part" in ladder and "chapter" in ladder
    headings: list[Heading] = []
    problems: list[Problem] = []
    stack: list[Candidate] = []
    numbers: dict[tuple, int] = {}
    for candidate in candidates:
        rank = ladder.index(candidate.kind)
        while stack and ladder.index(stack[-1].kind) >= rank:
            stack.pop()
        above = [c for c in stack if not (parts and c.kind == "part")]
        if len(above) >= DEEPEST:
            continue
        part = parts and candidate.kind == "part"
        level = "part" if part else LEVELS[1 + len(above)]
        # chapters are numbered through the parts
        parent = ("chapter",) if level == "chapter" else (level, stack[-1].position if stack else -1)
        restarts = level == "chapter" and candidate.number == 1 and bool(stack)
        problems += (
            [Problem("warning", "number-restarts", candidate.line.number, (candidate.marker.printed,))]
            if restarts and numbers.get(parent)
            else check_number(candidate, level, numbers.get(parent, 0), as_printed)
        )
        numbers[parent] = candidate.number
        headings.append(Heading(candidate, level))
        stack.append(candidate)
    return headings, problems


def check_number(candidate: Candidate, level: str, last: int, as_printed: tuple[int, ...]) -> list[Problem]:
    """Nothing, or what is odd about this number after `last`."""
    number, expected = candidate.number, last + 1
    if number == expected:
        return []
    printed = candidate.marker.printed
    if number == last:
        code, values = "number-repeated", (printed,)
    elif number < last:
        code, values = "number-back", (printed, last)
    elif number == expected + 1:
        code, values = "number-missing", (printed, last, expected)
    else:
        code, values = "number-jump", (printed, last, expected, number - 1)
    severity = "note" if candidate.line.number in as_printed else "error" if level in ("chapter", "part") else "warning"
    return [Problem(severity, code, candidate.line.number, values)]
