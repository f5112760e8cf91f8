"""Rows and columns that are known → cells with their places, those over several of them too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ....chinese.table_words import is_total, kind_of
from ..signs import Char
from .columns import CellLine
from .heads import HeadCell
from .regions import FIRM

Place = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """Lines of a row of the body, and from where to where it reaches."""

    lines: tuple[CellLine, ...]
    top: float
    bottom: float


@dataclass
class Places:
    """Signs by the place of their cell; a place that is taken takes what comes after, too."""

    rows: int
    columns: int
    signs: dict[Place, list[Char]] = field(default_factory=dict)

    def put(self, place: Place, chars: Sequence[Char]) -> None:
        self.signs.setdefault(self.at(place[0], place[1]) or place, []).extend(chars)

    def at(self, row: int, column: int) -> Place | None:
        return next((p for p in self.signs if covers(p, row, column)), None)

    def all(self) -> Iterator[tuple[Place, list[Char]]]:
        """Empty cells, too, wherever nothing reaches."""
        taken = {(r + i, c + j) for r, c, down, across in self.signs for i in range(down) for j in range(across)}
        empty = [(r, c, 1, 1) for r in range(self.rows) for c in range(self.columns) if (r, c) not in taken]
        yield from sorted({**self.signs, **{place: [] for place in empty}}.items())


def covers(place: Place, row: int, column: int) -> bool:
    r, c, down, across = place
    return r <= row < r + down and c <= column < c + across


# -- head


def head_height(head: Sequence[HeadCell]) -> int:
    return 0 if not head else 2 if any(cell.below for cell in head) else 1


def put_head(places: Places, head: Sequence[HeadCell], edges: Sequence[float]) -> None:
    """A head over one column goes down to the body; one over several has those below it."""
    height = head_height(head)
    leaves = [leaf for cell in head for leaf in cell.leaves]
    at = column_starts(leaves, edges)
    number = 0
    for cell in head:
        first, end = at[number], at[number + len(cell.leaves)]
        chars = [char for piece in cell.pieces for char in piece.chars]
        places.put((0, first, 1 if cell.below else height, end - first), chars)
        for leaf in cell.below:
            start, stop = at[number], at[number + 1]
            places.put((1, start, 1, stop - start), [char for piece in leaf.pieces for char in piece.chars])
            number += 1
        number += not cell.below


def column_starts(leaves: Sequence[HeadCell], edges: Sequence[float]) -> list[int]:
    """The column at which each head begins: the one behind the stripe before it; last of all, how many columns there
    are."""
    at = [column_of(leaf.centre, edges) for leaf in leaves]
    starts = [0]
    for before, here, leaf in zip(at, at[1:], leaves[1:], strict=False):
        first = next((c for c in range(before + 1, here + 1) if edges[c] >= leaves[len(starts) - 1].x1 - 1), here)
        starts.append(max(first if edges[first] <= leaf.x0 + 1 else here, starts[-1] + 1))
    return [*starts, len(edges) - 1]


def column_of(x: float, edges: Sequence[float]) -> int:
    return max(0, min(len(edges) - 2, sum(edge <= x for edge in edges) - 1))


# -- body


def put_rows(
    places: Places, rows: Sequence[Row], edges: Sequence[float], categories: frozenset[int], shift: int
) -> None:
    for number, row in enumerate(rows, shift):
        if is_across(row, edges, categories):
            places.put((number, 0, 1, places.columns), signs(row.lines))
            continue
        lines = sorted(row.lines, key=lambda one: one.last - one.column, reverse=True)
        for line in [one for one in lines if is_sum(one, row, edges)]:
            places.put((number, 0, 1, next_filled(line, row, places.columns)), line.piece.chars)
            lines = [one for one in lines if one is not line]
        for line in sorted(lines, key=lambda one: (one.last == one.column, one.middle)):
            places.put((number, line.column, 1, line.last - line.column + 1), line.piece.chars)


def signs(lines: Sequence[CellLine]) -> list[Char]:
    return [char for line in sorted(lines, key=lambda one: one.middle) for char in one_by_one(line)]


def one_by_one(line: CellLine) -> tuple[Char, ...]:
    return line.piece.chars


def is_across(row: Row, edges: Sequence[float], categories: frozenset[int]) -> bool:
    """Nothing else in the row: the title of a group, across the columns or at their beginning."""
    columns = {line.column for line in row.lines}
    if len(columns) > 1 or any(kind_of(line.text) in FIRM or is_total(line.text) for line in row.lines):
        return False
    line = row.lines[0]
    central = abs(line.piece.centre - (edges[0] + edges[-1]) / 2) < line.piece.size
    inside = line.column == line.last and edges[line.column] < line.piece.centre < edges[line.column + 1]
    own = abs(line.piece.centre - (edges[line.column] + edges[line.column + 1]) / 2) < line.piece.size
    return (
        line.last > line.column
        or (central and not (inside and own and line.column <= len(categories) + 1))
        or (line.column == 0 and not categories)
    )


def is_sum(line: CellLine, row: Row, edges: Sequence[float]) -> bool:
    """合计 in the middle of several columns, nothing else there."""
    if not is_total(line.text) or any(one.column < line.column for one in row.lines):
        return False
    end = next_filled(line, row, len(edges) - 1)
    own = (edges[line.column] + edges[line.column + 1]) / 2
    whole = (edges[0] + edges[end]) / 2
    return line.last > line.column or (
        end > 1 and abs(line.piece.centre - whole) < abs(line.piece.centre - own) - line.piece.size / 4
    )


def next_filled(line: CellLine, row: Row, columns: int) -> int:
    return min((one.column for one in row.lines if one.column > line.last), default=columns)


def by_columns(lines: Sequence[CellLine]) -> dict[int, list[CellLine]]:
    out: dict[int, list[CellLine]] = defaultdict(list)
    for line in lines:
        out[line.column].append(line)
    return out
