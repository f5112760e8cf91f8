"""Rows and cells of a table on a page, with their spans; a cell of a table inside a cell is none of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..limits import LARGEST_SPAN, MOST_COLUMNS
from .tree import Element


@dataclass(frozen=True, slots=True)
class Cell:
    element: Element
    rowspan: int
    colspan: int


def read_rows(table: Element) -> tuple[list[list[Cell]], int]:
    """(rows of cells, how many of them at the top are marked as head: in thead, or th from end to end)"""
    rows: list[list[Cell]] = []
    head = 0
    for row, in_head in rows_of(table):
        cells = [cell for cell in row.elements if cell.tag in ("td", "th")]
        if not cells:
            continue
        if head == len(rows) and (in_head or all(cell.tag == "th" for cell in cells)):
            head += 1
        rows.append([Cell(c, span(c, "rowspan", LARGEST_SPAN), span(c, "colspan", MOST_COLUMNS)) for c in cells])
    return rows, 0 if head == len(rows) else head


def rows_of(table: Element) -> Iterator[tuple[Element, bool]]:
    """(row, stands in thead) of this table, not of those in its cells."""
    for child in table.elements:
        if child.tag == "tr":
            yield child, False
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from ((row, child.tag == "thead") for row in child.elements if row.tag == "tr")


def span(cell: Element, name: str, most: int) -> int:
    """rowspan="2" → 2; whatever is no number → 1"""
    said = cell.get(name).strip()
    return min(max(int(said), 1), most) if said.isdecimal() and len(said) < 6 else 1
