"""The head of a table without a frame: which lines it has, which heads stand over several columns, which over one.

类别  指标   规划目标        属性        above its middle: what stands over others, or the first line of a cell
            2025年  2030年               below it: what stands under others, or the last line of a cell
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from ....chinese.numbering import read_marker
from ....chinese.table_words import YEAR, head_kind, kind_of
from .pieces import Piece, PrintLine, Region, size_of

FIRM = ("serial", "figure", "unit", "attribute", "nature", "dash")
APART = 0.3  # em from the middle of the head
DEEPEST = 8  # lines of a head
NEAR = 1.0  # em; from line to line of a head
FEW_SIGNS = 3
LONGEST, LONGEST_HEAD = 14, 24  # signs of a line of a head, and of all its lines
MOST_WAYS = 2000


@dataclass(frozen=True, slots=True)
class HeadCell:
    """One head: where it stands across, its pieces, and the heads below it (none: it is over one column)."""

    x0: float
    x1: float
    pieces: tuple[Piece, ...]
    below: tuple[HeadCell, ...] = ()

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def middle(self) -> float:
        return (min(p.top for p in self.pieces) + max(p.bottom for p in self.pieces)) / 2

    @property
    def leaves(self) -> tuple[HeadCell, ...]:
        return self.below or (self,)


def head_lines(region: Region) -> int:
    """How many lines of the region are its head; 0 where it has none (it goes on from the page before)."""
    inner = sorted(rule.top for rule in region.wide)
    for top in inner:
        above = sum(line_middle(line) < top for line in region.lines)
        if 0 < above <= DEEPEST and above < len(region.lines):
            return above if is_head(region.lines[:above]) else 0
    firm = next((i for i, line in enumerate(region.lines) if any(is_value(p.text) for p in line)), 0)
    return last_of_head(region.lines, firm) if 0 < firm <= DEEPEST else 0


def is_value(words: str) -> bool:
    """A figure, a unit, 预期性 …; not （亿元） below a head."""
    return kind_of(words) in FIRM and words[:1] not in "（(" and words[-1:] not in "）)"


def last_of_head(lines: Sequence[PrintLine], firm: int) -> int:
    """Without a rule: the lines that read like heads, and what ends their words below them (质, 限, （亿元）)."""
    end, whole = 0, False
    while end < firm:
        line = lines[end]
        if not is_named(line, whole) and not all(ends_head(piece, lines[:end]) for piece in line):
            break
        whole = whole or len(line) > 2
        end += 1
    return end if end and is_head(lines[:end]) else 0


def is_named(line: PrintLine, below: bool) -> bool:
    """Half of the line are words of heads, none is a text. `below`: other heads stand above; then several, and all."""
    words = [piece.text for piece in line]
    named = sum(head_kind(one) != "any" and len(one) <= LONGEST and read_marker(one) is None for one in words)
    if below:
        return len(words) > 1 and named == len(words) and max(map(len, words)) <= LONGEST
    return named * 2 >= len(words) and max(map(len, words)) <= LONGEST


def ends_head(piece: Piece, above: Sequence[PrintLine]) -> bool:
    """A few signs right below the words of a head."""
    near = any(touches(piece, p) and piece.top - p.bottom < NEAR * piece.size for line in above for p in line)
    return near and (len(piece.text) <= FEW_SIGNS or piece.text[:1] in "（([" or piece.text[-1:] in "）)]")


def line_middle(line: PrintLine) -> float:
    return sum(piece.middle for piece in line) / len(line)


def is_head(lines: Sequence[PrintLine]) -> bool:
    """Words of heads, no figures: half of the columns at least."""
    cells = head_cells(lines)
    words = ["".join(piece.text for piece in leaf.pieces) for cell in cells for leaf in (cell, *cell.below)]
    known = sum(head_kind(one) != "any" or bool(YEAR.search(one)) for one in words)
    firm = sum(kind_of(one) in FIRM or len(YEAR.findall(one)) > 1 or len(one) > LONGEST_HEAD for one in words)
    return len(words) > 1 and known * 2 >= len(words) and firm * 4 <= len(words)


def head_cells(lines: Sequence[PrintLine]) -> list[HeadCell]:
    """All heads from left to right, each with those below it."""
    pieces = [piece for line in lines for piece in line]
    if not pieces:
        return []
    middle = (min(p.top for p in pieces) + max(p.bottom for p in pieces)) / 2
    near = APART * size_of(pieces)
    first = min(p.middle for p in pieces)
    aligned = [p for p in pieces if abs(p.middle - first) < near]
    upper = [p for p in pieces if p.middle < middle - near]
    over = [p for p in upper if not any(touches(p, q) for q in pieces if q is not p and q.middle < p.middle)]
    lower = merged([p for p in pieces if not any(p is q for q in over)])
    single = [cell for cell in lower if abs(cell.middle - middle) < near]
    if len(aligned) > len(single):  # all heads begin at the top: what is lower stands below others
        single = []
    under = [cell for cell in lower if not any(cell is one for one in single)]
    spans = groups(sorted(over, key=lambda p: p.x0), under, single)
    taken = [p for cell in spans for p in (*cell.pieces, *(q for leaf in cell.below for q in leaf.pieces))]
    rest = merged([p for p in pieces if not any(p is q for q in taken)])
    return sorted([*spans, *rest], key=lambda cell: cell.x0)


def touches(one: Piece | HeadCell, other: Piece | HeadCell) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1


def merged(pieces: Sequence[Piece]) -> list[HeadCell]:
    """Pieces above one another are one head: 年均增长 / （%）"""
    out: list[HeadCell] = []
    for piece in sorted(pieces, key=lambda p: p.x0):
        near = [cell for cell in out if touches(cell, piece)]
        out = [cell for cell in out if cell not in near]
        parts = [*(p for cell in near for p in cell.pieces), piece]
        parts.sort(key=lambda p: (p.middle, p.x0))
        out.append(HeadCell(min(p.x0 for p in parts), max(p.x1 for p in parts), tuple(parts)))
    return sorted(out, key=lambda cell: cell.x0)


def groups(over: Sequence[Piece], under: Sequence[HeadCell], single: Sequence[HeadCell]) -> list[HeadCell]:
    """Those of `over` that stand above several of `under`: every way to share them out is looked at, the nearest
    kept."""
    if not over or len(under) < 2:
        return []
    best: tuple[float, list[HeadCell]] = (1e9, [])
    for number, cuts in enumerate(combinations(range(len(under) + len(over) - 1), len(over) - 1)):
        if number > MOST_WAYS:
            return []
        counts = [b - a - 1 for a, b in pairwise((-1, *cuts, len(under) + len(over) - 1))]
        shares, at = [], 0
        for count in counts:
            shares.append(tuple(under[at : at + count]))
            at += count
        cost = sum(distance(p, share, single, over) for p, share in zip(over, shares, strict=True))
        if cost < best[0]:
            best = (
                cost,
                [HeadCell(p.x0, p.x1, (p,), share) for p, share in zip(over, shares, strict=True) if len(share) > 1],
            )
    return best[1]


def distance(piece: Piece, share: Sequence[HeadCell], single: Sequence[HeadCell], over: Sequence[Piece]) -> float:
    """How far a head stands from the middle of those below it, or from where they begin. What stands right below
    another head belongs to that."""
    if not share:
        return 0.0
    x0, x1 = share[0].x0, share[-1].x1
    if any(x0 < cell.x0 and cell.x1 < x1 for cell in single):
        return 1e6
    if any(not touches(piece, cell) and any(touches(one, cell) for one in over) for cell in share):
        return 1e6
    return min(abs(piece.centre - (x0 + x1) / 2), abs(piece.x0 - x0) + piece.size)
