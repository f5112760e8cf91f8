"""The numbering decides of which level a heading is.

The ladder of a plan is found in its text: 第X章 → 一、 → （一）, or 第X篇 → 第X章 → 第X节, or 一、 → （一） → 1. … A kind stands
above another if its headings are followed by the other's number one; else the kind that appears first stands above.
Each annex has a ladder of its own. Gaps, repeats and jumps are reported with their line, never repaired.
"""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass
from functools import cmp_to_key

from ..model.edition import Problem
from .headings import Candidate
from .listed import Listed, key

BELOW = {  # what a region's headings may be, from the top down; what is numbered below that is an item
    "": ("chapter", "section", "subsection"),
    "annex": ("section", "subsection"),
}


LOW = ("han-paren", "arabic", "arabic-paren", "section")
FIXED = ("part", "chapter", "section", "decimal-2", "decimal-3", "decimal-4")  # whatever a text says


@dataclass(frozen=True, slots=True)
class Heading:
    candidate: Candidate
    level: str
    number: int


def find_ladder(candidates: list[Candidate]) -> list[str]:
    """Kinds of numbering from the top down: ["chapter", "han", "han-paren"]"""
    plain = [c for c in candidates if not c.level]
    first = list(dict.fromkeys(c.kind for c in plain))
    opens = Counter((a.kind, b.kind) for a, b in itertools.pairwise(plain) if b.number == 1)

    def above(a: str, b: str) -> int:
        if a in FIXED and b in FIXED:
            return FIXED.index(a) - FIXED.index(b)
        return (opens[b, a] - opens[a, b]) or (first.index(a) - first.index(b))

    return sorted(first, key=cmp_to_key(above))


def ranks(candidates: list[Candidate], parts: bool) -> dict[str, int]:
    """The place of every kind on the ladder; a level that a person ruled stands beside the kind that has it."""
    ladder = find_ladder(candidates)
    out = {kind: rank for rank, kind in enumerate(ladder)}
    top = int(parts) - int(lacks_top(candidates))
    for below, level in enumerate(("chapter", "section", "subsection")):
        out[f"ruled-{level}"] = top + below
    return out


def lacks_top(candidates: list[Candidate]) -> bool:
    """No numbering, one that begins with （一） or 1., or a top that begins anew: chapters are to be found without
    numbers."""
    ladder = find_ladder(candidates)
    if "decimal-2" in ladder:
        return ladder[0] == "decimal-2"
    if not ladder or ladder[0] in LOW:
        return True
    numbers = [c.number for c in candidates if c.kind == ladder[0]]
    return ladder[0] not in ("part", "chapter", "bare", "title") and any(
        later == 1 < earlier for earlier, later in itertools.pairwise(numbers)
    )


def decide(
    candidates: list[Candidate], level: str = "", as_printed: tuple[int, ...] = (), names: Listed = frozenset()
) -> tuple[list[Heading], list[Problem]]:
    """Headings of one region in document order. `as_printed`: lines whose odd number is the plan's own, as its editors
    confirm."""
    kinds = {c.kind for c in candidates}
    parts = "part" in kinds and "chapter" in kinds
    rank = ranks(candidates, parts)
    levels = BELOW[level]
    headings: list[Heading] = []
    problems: list[Problem] = []
    stack: list[Candidate] = []
    last: dict[tuple[str, int], Candidate | None] = {}
    count: dict[tuple[str, int], int] = {}
    last_of: dict[tuple[str, str], int] = {}
    for candidate in candidates:
        while stack and rank[stack[-1].kind] >= rank[candidate.kind]:
            stack.pop()
        above = [c for c in stack if not (parts and c.kind == "part")]
        if len(above) >= len(levels):
            continue
        here = "part" if parts and candidate.kind == "part" else levels[len(above)]
        # chapters are numbered through the parts
        parent = ("chapter", -1) if here == "chapter" else (here, stack[-1].position if stack else -1)
        through = last_of.get((here, candidate.kind), 0)
        if last.get(parent) or candidate.number != through + 1:  # else numbered through: 二、 goes on with （3）
            problems += odd_number(candidate, here, last.get(parent), as_printed, names)
        last_of[here, candidate.kind] = candidate.number
        count[parent] = candidate.number or count.get(parent, 0) + 1
        last[parent] = candidate
        headings.append(Heading(candidate, here, count[parent]))
        stack.append(candidate)
    return headings, problems


def odd_number(
    candidate: Candidate, level: str, before: Candidate | None, as_printed: tuple[int, ...], names: Listed
) -> list[Problem]:
    """Nothing, or what is odd about this number after the one before it in its place."""
    if not candidate.number or (before is not None and not before.number):
        return []  # a title without a number
    last = before.number if before else 0
    if level == "chapter" and candidate.number == 1 and last:
        return [Problem("warning", "number-restarts", candidate.line.number, (candidate.printed,))]
    if candidate.line.number in as_printed:
        return []  # a person looked at it
    return check_number(candidate, level, last, own_gap(candidate, before, names))


def own_gap(candidate: Candidate, before: Candidate | None, names: Listed) -> bool:
    """Do the printed contents have the same gap? They list the headings on both sides of it, with these very
    numbers."""
    return before is not None and {key(candidate.line.string), key(before.line.string)} <= names


def check_number(candidate: Candidate, level: str, last: int, own: bool) -> list[Problem]:
    """Nothing, or what is odd about this number after `last`; `own`: the contents have the same gap."""
    number, expected = candidate.number, last + 1
    if number == expected:
        return []
    code, values = odd_step(number, last)
    severity = "note" if own else "error" if level in ("chapter", "part") else "warning"
    return [Problem(severity, code, candidate.line.number, (candidate.printed, *values))]


def odd_step(number: int, last: int) -> tuple[str, tuple[int, ...]]:
    """The code of the problem and the numbers in its sentence: 2 after 2, 1 after 3, 4 after 2, 7 after 2."""
    expected = last + 1
    if number == last:
        return "number-repeated", ()
    if number < last:
        return "number-back", (last,)
    if number == expected + 1:
        return "number-missing", (last, expected)
    return "number-jump", (last, expected, number - 1)
