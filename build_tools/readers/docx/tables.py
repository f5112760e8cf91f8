"""Tables of a Word file → cells in their places. A cell merged downwards is told by w:vMerge, one merged sideways by
w:gridSpan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ...model.text import Grid, Line
from ..framed import Slot
from ..limits import LARGEST_SPAN, MOST_COLUMNS
from .names import WORD, is_on, value_of, w, whole_number

NEAR = 60  # twentieths of a point: edges drawn by hand that lie closer than a millimetre are one edge
WRAPPED = tuple(WORD + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


ReadCell = Callable[[Any], list[Line | Grid]]  # what stands in a cell: lines, and tables inside it


def children(parent: Any, name: str) -> Iterator[Any]:
    """Rows of a table, cells of a row, also those inside content controls."""
    for child in parent:
        if child.tag == WORD + name:
            yield child
        elif child.tag in WRAPPED:
            yield from children(child, name)


def read_table(table: Any, read_cell: ReadCell) -> tuple[list[Slot], int, int]:
    """(cells, how many rows at the top are marked as head, deleted rows)"""
    slots: list[Slot] = []
    open_cells: dict[int, Slot] = {}
    edges = merged_edges(table)
    head = deleted = row = 0
    for line in children(table, "tr"):
        properties = line.find(w("trPr"))
        if properties is not None and properties.find(w("del")) is not None:
            deleted += 1
            continue
        if is_on(value_of(properties, "tblHeader")) and head == row:
            head += 1
        open_cells = read_row(line, row, skipped(properties, "gridBefore"), edges, open_cells, slots, read_cell)
        row += 1
    return slots, head, deleted


def read_row(
    line: Any,
    row: int,
    column: int,
    edges: dict[int, int],
    above: dict[int, Slot],
    slots: list[Slot],
    read_cell: ReadCell,
) -> dict[int, Slot]:
    """Adds the row's cells to `slots`; returns the cells by column that the next row may continue."""
    here: dict[int, Slot] = {}
    sideways: Slot | None = None
    for cell in children(line, "tc"):
        properties = cell.find(w("tcPr"))
        width = min(max(whole_number(value_of(properties, "gridSpan")) or 1, 1), LARGEST_SPAN, MOST_COLUMNS)
        start, end = edges.get(column, column), edges.get(column + width, column + width)
        merge = merged(properties, "vMerge")
        if merged(properties, "hMerge") == "continue" and sideways is not None:
            sideways.columns += max(end - start, 1)
        elif merge == "continue" and start in above:
            slot = sideways = above[start]
            slot.rows = row + 1 - slot.row
            here[start] = slot
            slot.holds += [element for element in read_cell(cell) if getattr(element, "string", "x").strip()]
        else:
            slot = sideways = Slot(row, start, 1, max(end - start, 1), read_cell(cell))
            slots.append(slot)
            if merge:
                here[start] = slot
        column += width
    return here


def merged(properties: Any, name: str) -> str:
    """ "restart", "continue", or nothing; w:vMerge without a value continues."""
    element = properties.find(w(name)) if properties is not None else None
    return "" if element is None else element.get(w("val"), "continue")


def skipped(properties: Any, name: str) -> int:
    return min(whole_number(value_of(properties, name)) or 0, MOST_COLUMNS)


def merged_edges(table: Any) -> dict[int, int]:
    """Column edge → column edge, where some of the grid's columns are so narrow that they are two strokes for one
    edge."""
    grid = table.find(w("tblGrid"))
    widths = [whole_number(column.get(w("w"))) or 0 for column in grid.iter(w("gridCol"))] if grid is not None else []
    if not any(widths):
        return {}
    edges, at = {0: 0}, 0
    for number, width in enumerate(widths, 1):
        at += width >= NEAR or number == 1
        edges[number] = at
    return edges if at + 1 < len(edges) and no_cell_vanishes(table, edges) else {}


def no_cell_vanishes(table: Any, edges: dict[int, int]) -> bool:
    """A column is no stroke if some cell is as narrow as it."""
    for line in children(table, "tr"):
        column = skipped(line.find(w("trPr")), "gridBefore")
        for cell in children(line, "tc"):
            end = column + (whole_number(value_of(cell.find(w("tcPr")), "gridSpan")) or 1)
            if edges.get(column, column) >= edges.get(end, end):
                return False
            column = end
    return True
