"""The rows of a table that has no rule for each: all ways to cut its lines are weighed, and the cheapest is taken.

What speaks for two lines in one row: they stand as far apart as the lines of a cell, the upper one is full, the lower
one begins with a comma. For two rows: two figures below each other, a number, cells that begin (or have their middles)
at one height. One function a piece of evidence; the costs are small numbers, one is a doubt, four are as good as proof.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ....chinese.numbering import read_marker
from ....chinese.table_words import is_total, kind_of
from .columns import CellLine
from .regions import FIRM

Mode = Literal["middle", "top"]
Cells = dict[int, list[CellLine]]
LEVEL = 0.3  # em; lines nearer than this stand side by side
TALLEST = 60  # levels of one row
A_ROW = 0.4
TWO_VALUES, TWO_NUMBERS = 4.0, 6.0
NO_VALUE, FEW_VALUES, NO_NAME = 2.5, 1.0, 1.5
A_GROUP = 0.3
ASKEW = 1.6  # for each em that a cell stands off its row
WIDE_APART, SHORT_LINE, NUMBERED = 1.5, 0.8, 1.5
ACROSS = 3.0  # a line over several columns beside others
FARTHEST = 1.9  # em; lines of a cell stand nearer
AS_NEAR_AS_LINES, FULL_LINE = 0.8, 1.0
BROKEN_WORDS = 3.0
CLOSING = "，。、；：！？）》”%％)],.;"
OPENING = "（《“、，；：(—-"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of the body before it is cut: its type size, how far the lines of a cell stand apart (0: not
    known), how wide the lines of each column get, which columns hold values, which one holds the names."""

    size: float
    leading: float
    widths: dict[int, float]
    values: frozenset[int]
    serial: int | None
    name: int | None


def evidence_of(lines: Sequence[CellLine], size: float) -> Evidence:
    columns: dict[int, list[CellLine]] = defaultdict(list)
    for line in lines:
        if line.column == line.last:
            columns[line.column].append(line)
    widths = {c: max(one.piece.x1 - one.piece.x0 for one in column) for c, column in columns.items()}
    values = frozenset(
        c for c, column in columns.items() if sum(kind_of(one.text) in FIRM for one in column) * 10 >= 6 * len(column)
    )
    serials = [c for c in sorted(values) if counts_up(columns[c])]
    texts = [c for c in columns if c not in values]
    name = min(texts, key=lambda c: (-min(len(columns[c]), 3), c), default=None)
    return Evidence(size, leading_of(columns.values(), size), widths, values, serials[0] if serials else None, name)


def counts_up(column: Sequence[CellLine]) -> bool:
    """1, 2, 3 … below one another"""
    numbers = [int(one.text.rstrip(".．、")) for one in column if one.text.rstrip(".．、").isdecimal()]
    return len(numbers) * 10 >= 8 * len(column) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def leading_of(columns: Iterable[Sequence[CellLine]], size: float) -> float:
    """How far the lines of a cell stand apart: the least distance that comes back, where there are wider ones, too."""
    steps: list[float] = []
    for column in columns:
        middles = sorted(one.middle for one in column)
        steps += [b - a for a, b in pairwise(middles) if b - a > 0.8 * size]
    steps.sort()
    if not steps:
        return 0.0
    least = steps[0]
    near = [step for step in steps if step < 1.08 * least]
    wider = [step for step in steps if step > 1.12 * least]
    return sum(near) / len(near) if len(near) > 1 and wider and least < 2 * size else 0.0


def levels_of(lines: Sequence[CellLine], size: float) -> list[list[CellLine]]:
    """Lines side by side, from the top down."""
    out: list[list[CellLine]] = []
    for line in sorted(lines, key=lambda one: one.middle):
        if out and line.middle - out[-1][0].middle < LEVEL * size:
            out[-1].append(line)
        else:
            out.append([line])
    return out


def cut_rows(levels: Sequence[list[CellLine]], known: Evidence, mode: Mode) -> tuple[list[int], float]:
    """Where each row begins (numbers of levels), and what the cheapest way costs; `mode`: how cells stand in a row."""
    between = [0.0, *(boundary_cost(levels, at, known) for at in range(1, len(levels))), 0.0]
    best: list[tuple[float, int]] = [(0.0, 0)] + [(1e9, 0)] * len(levels)
    for start in range(len(levels)):
        cells: Cells = defaultdict(list)
        for end in range(start + 1, min(len(levels), start + TALLEST) + 1):
            for line in levels[end - 1]:
                cells[line.column].append(line)
            cost = row_cost(cells, known, mode)
            total = best[start][0] + cost + between[end]
            if total < best[end][0]:
                best[end] = total, start
            if too_many(cells, known):
                break
    starts, at = [], len(levels)
    while at:
        at = best[at][1]
        starts.append(at)
    return starts[::-1], best[-1][0]


def too_many(cells: Cells, known: Evidence) -> bool:
    """Three values below one another: no row gets as tall as this."""
    return any(values_in(cells.get(c, [])) > 2 for c in known.values)


# -- what speaks for and against one row


def row_cost(cells: Cells, known: Evidence, mode: Mode) -> float:
    return (
        A_ROW
        + values_cost(cells, known)
        + askew_cost(cells, known, mode)
        + lines_cost(cells, known)
        + lacking_cost(cells, known)
    )


def values_cost(cells: Cells, known: Evidence) -> float:
    """Two values in one place are two rows."""
    cost = 0.0
    for c in known.values:
        cost += max(0, values_in(cells.get(c, [])) - 1) * (TWO_NUMBERS if c == known.serial else TWO_VALUES)
    return cost


def values_in(lines: Sequence[CellLine]) -> int:
    """How many values stand below one another; 2026— / 2028 is one."""
    parted = sum(broken(upper, lower) for upper, lower in pairwise(lines))
    return sum(kind_of(one.text) in FIRM for one in lines) - parted


def askew_cost(cells: Cells, known: Evidence, mode: Mode) -> float:
    """Cells that begin lower than others, or whose middles stand apart."""
    blocks = [(lines[0].piece.top, lines[-1].piece.bottom) for lines in cells.values() if lines]
    if len(blocks) < 2:
        return 0.0
    if mode == "top":
        first = min(top for top, _ in blocks)
        off = [top - first for top, _ in blocks]
    else:
        tallest = max(blocks, key=lambda one: one[1] - one[0])
        off = [abs((top + bottom - sum(tallest)) / 2) for top, bottom in blocks]
    return sum(min(ASKEW * one / known.size, 2.5) for one in off if one > 0.15 * known.size)


def lines_cost(cells: Cells, known: Evidence) -> float:
    """Lines of a cell stand close, and all but the last are full."""
    cost = 0.0
    for c, lines in cells.items():
        for upper, lower in pairwise(lines):
            step = lower.middle - upper.middle
            if (known.leading and step > 1.2 * known.leading) or step > FARTHEST * known.size:
                cost += WIDE_APART
            if c not in known.values and opens_group(lower):
                cost += NUMBERED
            if c not in known.values and not is_full(upper, known) and not broken(upper, lower):
                cost += SHORT_LINE
    return cost


def lacking_cost(cells: Cells, known: Evidence) -> float:
    """A row has values and a name, unless it is the title of a group."""
    lines = [line for column in cells.values() for line in column]
    if is_group(lines):
        return A_GROUP
    across = sum(line.last > line.column and not is_total(line.text) for line in lines)
    filled = sum(c in cells for c in known.values)
    cost = ACROSS * across
    if known.values and not filled:
        cost += NO_VALUE
    elif filled * 2 < len(known.values):
        cost += FEW_VALUES
    if known.serial is not None and known.serial not in cells and filled:
        cost += FEW_VALUES
    if known.name is not None and known.name not in cells and not is_total(lines[0].text):
        cost += NO_NAME
    return cost


def is_group(lines: Sequence[CellLine]) -> bool:
    """One line alone: across columns, bold, numbered, or in the first column of those there are."""
    if len(lines) != 1:
        return False
    line = lines[0]
    return line.last > line.column or line.piece.bold or opens_group(line) or line.column == 0


def opens_group(line: CellLine) -> bool:
    """（二）创新驱动, 三、重点项目"""
    marker = read_marker(line.text)
    return marker is not None and marker.rest < len(line.text) and not line.text[0].isascii()


def is_full(line: CellLine, known: Evidence) -> bool:
    """Does the line reach as far as its column allows?"""
    width = known.widths.get(line.column, 0.0)
    return width > 3 * known.size and line.piece.x1 - line.piece.x0 > width - 1.6 * known.size


def broken(upper: CellLine, lower: CellLine) -> bool:
    """Words that cannot be the end, or the beginning, of a cell."""
    if kind_of(upper.text) == "dash":
        return False
    return lower.text[:1] in CLOSING or upper.text[-1:] in OPENING or is_open(upper.text)


def is_open(words: str) -> bool:
    """A bracket that is not closed: 年均增速（按可比"""
    return any(words.count(a) > words.count(b) for a, b in ("（）", "《》", "()", "“”"))


# -- what speaks against a cut


def boundary_cost(levels: Sequence[list[CellLine]], at: int, known: Evidence) -> float:
    """Of a cut above level `at`: the nearest lines of each column on both sides."""
    above: dict[int, CellLine] = {}
    below: dict[int, CellLine] = {}
    for level in levels[max(0, at - 6) : at]:
        above |= {line.column: line for line in level if line.column == line.last}
    for level in reversed(levels[at : at + 6]):
        below |= {line.column: line for line in level if line.column == line.last}
    cost = 0.0
    for c in above.keys() & below.keys():
        upper, lower = above[c], below[c]
        near = bool(known.leading) and lower.middle - upper.middle < 1.1 * known.leading
        if near and c not in known.values:
            cost += AS_NEAR_AS_LINES + (FULL_LINE if is_full(upper, known) else 0.0)
        if broken(upper, lower):
            cost += BROKEN_WORDS
    return cost


def row_askew(levels: Sequence[list[CellLine]], known: Evidence, mode: Mode) -> float:
    """How far the cells of one row stand off it."""
    cells: Cells = defaultdict(list)
    for level in levels:
        for line in level:
            cells[line.column].append(line)
    return askew_cost(cells, known, mode)
