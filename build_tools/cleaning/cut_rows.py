"""A row that a page cuts is one row: what stands on the second page are the last lines of its longer cells.

1 | 中药材精深加   | 4.8          1 | 中药材精深加工产业园 | 4.8
(the page ends)              →
  | 工产业园       |              (the figures and the number stand on the first page)
"""

from __future__ import annotations

from dataclasses import replace

from ..chinese.numbering import read_marker
from ..chinese.table_words import is_total
from ..model.text import Cell, Grid
from .table_cells import words_of

Row = tuple[Cell, ...]
LEAST = 3  # whole rows that show which columns are never empty
LEAST_AT_PAGE = 1  # where the second part begins a page


def put_together(first: Grid, second: Grid, head: int, at_page: bool = False) -> tuple[Grid, Grid]:
    """Both parts of a table; the row that the page cuts whole in the first. `head`: rows of head that both have;
    `at_page`: the second part is known to begin a page."""
    if len(second.rows) <= head or len(first.rows) <= head:
        return first, second
    above, rest = first.rows[-1], second.rows[head]
    others = [*first.rows[head:-1], *second.rows[head + 1 :]]
    if not is_rest(rest, above, others, at_page) or any(
        row == head and across > 1 for row, _, _, across in second.spans
    ):
        return first, second
    whole = tuple((*cell, *more) for cell, more in zip(above, rest, strict=True))
    spans = tuple(span for one in second.spans if (span := without_row(one, head)))
    rows = (*second.rows[:head], *second.rows[head + 1 :])
    return replace(first, rows=(*first.rows[:-1], whole)), replace(second, rows=rows, spans=spans)


def begins_with_rest(first: Grid, second: Grid) -> bool:
    """Is the first row of a table at the head of a page the rest of a row that the page cut?"""
    return is_rest(second.rows[0], first.rows[-1], [*first.rows[:-1], *second.rows[1:]], at_page=True)


def is_rest(row: Row, above: Row, others: list[Row], at_page: bool = False) -> bool:
    """Does the row go on with cells of the row above, and lack most of what every other row has?"""
    if len(row) != len(above) or not any(row):
        return False
    filled = [c for c, cell in enumerate(row) if cell]
    whole = [other for other in others if len(other) == len(row) and sum(map(bool, other)) * 2 > len(other)]
    never_empty = [c for c in range(len(row)) if all(other[c] for other in whole)]
    lacking = [c for c in never_empty if not row[c]]
    least = LEAST_AT_PAGE if at_page else LEAST
    return (
        len(whole) >= least and len(lacking) * 2 > len(never_empty) and all(goes_on(above[c], row[c]) for c in filled)
    )


def goes_on(upper: Cell, lower: Cell) -> bool:
    """Words that may follow; two figures are never put together."""
    before, after = words_of(upper), words_of(lower)
    if not before or read_marker(after) is not None or is_total(after):
        return False
    return not (before[-1].isdigit() and after[0].isdigit())


def without_row(span: tuple[int, int, int, int], gone: int) -> tuple[int, int, int, int] | None:
    """(3, 0, 4, 1) without row 3 → (3, 0, 3, 1), without row 1 → (2, 0, 4, 1); None where one place is left"""
    row, column, down, across = span
    if row > gone:
        return row - 1, column, down, across
    down -= row <= gone < row + down
    return (row, column, down, across) if down * across > 1 else None
