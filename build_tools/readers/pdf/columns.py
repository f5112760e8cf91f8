"""A page set in two columns is read column by column: the gutter between them is found, and what reaches over it — a
title, a table — parts what stands above from what stands below.

    title over both            title
    left 1    right 1     →    left 1, left 2, right 1, right 2
    left 2    right 2          table over both
    table over both
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .printed import PrintedTable
from .signs import Char, rows_of_signs

GUTTER = 0.4  # em; the least white between two columns in any line, where a mark of punctuation ends the left one
GAP = 0.7  # em; white that parts a line into pieces
MIDDLE = (0.35, 0.65)  # of the text's width; the gutter lies there
LEAST_LINES = 8  # of each column
CROSSING = 0.3  # of the lines; more that reach over the gutter are a page of one column
FULL = 0.5  # of a column's lines; as many reach its right edge, as in prose and not in tables
NEAR_EDGE = 2.5  # em


@dataclass(frozen=True, slots=True)
class Part:
    """Signs and tables that are read one below the other. `edges`: left and right edge of the column; None over the
    whole page."""

    chars: tuple[Char, ...]
    tables: tuple[PrintedTable, ...] = ()
    edges: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Signs at one height from left to right; or a table."""

    top: float
    chars: tuple[Char, ...] = ()
    table: PrintedTable | None = None

    def crosses(self, x: float) -> bool:
        """Does it reach over x, without white there?"""
        if self.table is not None:
            return bool(self.table.frame[0] < x < self.table.frame[2])
        left, right = self.halves(x)
        if not left or not right:
            return bool(left) and bool(left[-1]["x1"] > x)
        return bool(left[-1]["x1"] > x or right[0]["x0"] - left[-1]["x1"] < GUTTER * right[0]["size"])

    def halves(self, x: float) -> tuple[tuple[Char, ...], tuple[Char, ...]]:
        at = sum(char["x0"] < x for char in self.chars)
        return self.chars[:at], self.chars[at:]

    @property
    def gaps(self) -> int:
        return sum(char["x0"] - before["x1"] > GAP * before["size"] for before, char in pairwise(self.chars))


@dataclass
class Sides:
    """What stands left and right of a gutter, and how many rows reach over it."""

    left: list[tuple[Char, ...]] = field(default_factory=list)
    right: list[tuple[Char, ...]] = field(default_factory=list)
    crossing: int = 0
    several: int = 0  # rows parted more than once


@dataclass(frozen=True, slots=True)
class Columns:
    """The gutter of a page, and the edges of what stands left and right of it."""

    x: float
    left: tuple[float, float]
    right: tuple[float, float]


def parts_of(
    chars: Sequence[Char], tables: Sequence[PrintedTable], before: Columns | None
) -> tuple[list[Part], Columns | None]:
    """One part where the page has one column; its columns else. `before`: those of the page before, as the last page
    has few lines in them."""
    rows = [Row(min(char["top"] for char in signs), tuple(signs)) for signs in rows_of_signs(chars)]
    x = gutter_of(rows)
    found = columns_of(sides_of(rows, x), x) if x is not None else before if before and keeps(rows, before) else None
    if found is None:
        return [Part(tuple(chars), tuple(tables))], None
    things = sorted([*rows, *(Row(table.top, table=table) for table in tables)], key=lambda row: row.top)
    return list(in_order(things, found)), found


def keeps(rows: Sequence[Row], before: Columns) -> bool:
    """Does a page keep to the columns of the page before, with next to nothing over the gutter?"""
    inside = [row for row in rows if not row.crosses(before.x)]
    return len(inside) > 1 and len(inside) + 1 >= len(rows)


def gutter_of(rows: Sequence[Row]) -> float | None:
    """The place in the middle over which fewest lines reach, if both sides of it are set like prose."""
    if len(rows) < LEAST_LINES:
        return None
    left = min(row.chars[0]["x0"] for row in rows)
    right = max(row.chars[-1]["x1"] for row in rows)
    places = [left + (right - left) * share / 100 for share in range(round(MIDDLE[0] * 100), round(MIDDLE[1] * 100))]
    counts = [sum(row.crosses(x) for row in rows) for x in places]
    best = [x for x, count in zip(places, counts, strict=True) if count == min(counts)]
    x = best[len(best) // 2]
    return x if are_columns(sides_of(rows, x), len(rows)) else None


def sides_of(rows: Sequence[Row], x: float) -> Sides:
    sides = Sides()
    for row in rows:
        if row.crosses(x):
            sides.crossing += 1
            continue
        sides.several += row.gaps > 1
        left, right = row.halves(x)
        sides.left += [left] if left else []
        sides.right += [right] if right else []
    return sides


def are_columns(sides: Sides, rows: int) -> bool:
    if min(len(sides.left), len(sides.right)) < LEAST_LINES or sides.crossing > CROSSING * rows:
        return False
    return sides.several * 5 < rows and is_prose(sides.left) and is_prose(sides.right)


def is_prose(pieces: Sequence[tuple[Char, ...]]) -> bool:
    """Do most lines begin and end at the edges of the column?"""
    left, right = min(piece[0]["x0"] for piece in pieces), max(piece[-1]["x1"] for piece in pieces)
    begun = sum(piece[0]["x0"] - left < NEAR_EDGE * piece[0]["size"] for piece in pieces)
    full = sum(right - piece[-1]["x1"] < NEAR_EDGE * piece[0]["size"] for piece in pieces)
    return bool(min(full, begun) >= FULL * len(pieces))


def columns_of(sides: Sides, x: float) -> Columns:
    """Both columns are equally wide."""
    edges = [
        (min(piece[0]["x0"] for piece in side), max(piece[-1]["x1"] for piece in side))
        for side in (sides.left, sides.right)
    ]
    width = max(end - start for start, end in edges)
    return Columns(x, (edges[0][0], edges[0][0] + width), (edges[1][0], edges[1][0] + width))


def in_order(things: Sequence[Row], found: Columns) -> Iterator[Part]:
    """What reaches over the gutter as it stands; what lies between two of those, the left column first."""
    waiting: list[Row] = []
    whole: list[Row] = []
    for thing in things:
        if thing.crosses(found.x):
            yield from side_by_side(waiting, found)
            waiting = []
            whole.append(thing)
        else:
            yield from over_both(whole)
            whole = []
            waiting.append(thing)
    yield from side_by_side(waiting, found)
    yield from over_both(whole)


def over_both(rows: Sequence[Row]) -> Iterator[Part]:
    chars = tuple(char for row in rows for char in row.chars)
    tables = tuple(row.table for row in rows if row.table is not None)
    if chars or tables:
        yield Part(chars, tables)


def side_by_side(rows: Sequence[Row], found: Columns) -> Iterator[Part]:
    for right, edges in enumerate((found.left, found.right)):
        chars = tuple(char for row in rows for char in row.halves(found.x)[right])
        tables = [row.table for row in rows if row.table and (row.table.frame[0] >= found.x) == bool(right)]
        if chars or tables:
            yield Part(chars, tuple(tables), edges)
