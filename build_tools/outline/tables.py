"""Grids → tables with merged cells, as HTML has them: a cell covered by the span of another is left out. No cell is
filled in.

Which cells are merged the grid knows; a row with too few or too many cells is shown as it stands, with a Problem.
"""

from __future__ import annotations

import re
from itertools import product

from ..chinese.table_words import bare, head_kind
from ..model.edition import Problem
from ..model.outline import TableCell
from ..model.text import NOTHING, Cell, Grid, Text

YEAR = re.compile(r"20\d\d")
NAME = re.compile(r"^(?:主要)?指标(?:名称)?$")

Rows = tuple[tuple[TableCell, ...], ...]


def build_table(grid: Grid) -> tuple[Rows, list[Problem]]:
    """Rows of cells, and what is odd about them."""
    width = max(len(row) for row in grid.rows)
    ragged = [row for row in range(len(grid.rows)) if len(grid.rows[row]) != width]
    if grid.doubtful:
        return plain_rows(grid, 0), []
    if ragged:
        usual = max(ragged_widths(grid), key=lambda pair: pair[1])[0]
        return plain_rows(grid, 1), [
            Problem("warning", "ragged-row", first_line(grid, i), (len(row), usual))
            for i, row in enumerate(grid.rows)
            if len(row) != usual
        ]
    return spanned_rows(grid), []


def ragged_widths(grid: Grid) -> list[tuple[int, int]]:
    """(width, how many rows have it)"""
    widths = [len(row) for row in grid.rows]
    return [(width, widths.count(width)) for width in sorted(set(widths), reverse=True)]


def plain_rows(grid: Grid, head: int) -> Rows:
    """Every row with the cells that it has."""
    rows = [row for row in grid.rows if any(row)]
    return tuple(tuple(TableCell(joined(cell), header=r < head) for cell in row) for r, row in enumerate(rows))


def spanned_rows(grid: Grid) -> Rows:
    """Rows without the places that merged cells cover; a row of which nothing is left is no row."""
    spans = {(r, c): (down, across) for r, c, down, across in grid.spans}
    covered = {
        place
        for (r, c), (down, across) in spans.items()
        for place in product(range(r, r + down), range(c, c + across))
        if place != (r, c)
    }
    heads = row_heads(grid)
    rows = []
    for r, row in enumerate(grid.rows):
        if not any(row) and not any((r, c) in covered for c in range(len(row))):
            continue
        rows.append(
            tuple(
                TableCell(
                    joined(cell),
                    *spans.get((r, c), (1, 1)),
                    header=r < max(grid.head, len(row) > 1 or 0) or c in heads,
                    inferred=(r, c) in grid.inferred,
                )
                for c, cell in enumerate(row)
                if (r, c) not in covered
            )
        )
    return tuple(rows)


def row_heads(grid: Grid) -> list[int]:
    """The columns that name what a row of an indicator table is about: the categories and the names."""
    head = grid.rows[: max(grid.head, 1)]
    words = [
        [bare("".join(line.string for line in row[c])) for row in head if row[c]] for c in range(len(grid.rows[0]))
    ]
    if not is_indicator_head([word for column in words for word in column]):
        return []
    name = next(c for c, column in enumerate(words) if any(NAME.match(word) for word in column))
    return [name, *(c for c, column in enumerate(words) if any(head_kind(word) == "category" for word in column))]


def is_indicator_head(words: list[str]) -> bool:
    """指标 among the heads, and a year or 属性 beside it"""
    return any(NAME.match(word) for word in words) and any(YEAR.search(word) or "属性" in word for word in words)


def joined(cell: Cell) -> Text:
    text = NOTHING
    for line in cell:
        text = text + line.text
    return text


def first_line(grid: Grid, row: int) -> int:
    return next((line.number for cell in grid.rows[row] for line in cell), grid.number)
