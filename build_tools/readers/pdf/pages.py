"""One page of a PDF as pdfplumber gives it → printed lines with their places, tables with their cells, pictures, rules.

Lengths are points, measured from the top left corner.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .open_tables import OpenTable, open_tables
from .printed import PrintedPage, PrintedTable
from .rules import missing_sides
from .signs import Char, Frame, lines_of, once, parted, seated

MOST_BELOW = 3  # lines; page number and notes may stand below a table that goes on


def printed_page(
    page: Any, number: int, above: OpenTable | None = None, crowded: bool = False
) -> tuple[PrintedPage, OpenTable | None]:
    """A pdfplumber page → PrintedPage, and the table without a frame that may go on on the next page; signs inside a
    table belong to its cells only. `above`: such a table of the page before; `crowded`: more is drawn than tables
    have."""
    chars = seated(once([char for char in page.chars if char.get("upright", True)]))
    tables = []
    outside = chars
    for frame, cells in [] if crowded else frames_of(page):
        inside, outside = parted(outside, frame)
        if inside:
            tables.append(printed_table(number, frame, cells, inside))
    opened = [] if crowded else open_tables(page, number, outside, above)
    used = {id(char) for one in opened for char in one.chars}
    outside = [char for char in outside if id(char) not in used]
    lines = tuple(lines_of(outside, number))
    pictures = tuple((i["x0"], i["top"], i["x1"], i["bottom"]) for i in page.images)
    printed = PrintedPage(
        number,
        float(page.width),
        float(page.height),
        lines,
        tuple(sorted([*tables, *(one.table for one in opened)], key=lambda one: one.top)),
        pictures,
        tuple(rules_of(page)),
        crowded,
    )
    last = opened[-1] if opened else None
    if last and (sum(line.top > last.table.top for line in lines) > MOST_BELOW or printed.tables[-1] is not last.table):
        last = None
    return printed, last


# -- ruling lines → tables


def rules_of(page: Any) -> Iterator[tuple[float, float, float]]:
    """Thin lines across the page, such as the one above footnotes."""
    for thing in (*page.lines, *page.rects):
        if abs(thing["bottom"] - thing["top"]) <= 2 and thing["x1"] - thing["x0"] > 20:
            yield thing["x0"], thing["x1"], thing["top"]


def frames_of(page: Any) -> list[tuple[Frame, list[Frame]]]:
    """Tables drawn with lines, from the top down: the frame, and the frames of the cells."""
    if len(page.rects) + len(page.lines) + len(page.curves) < 3:
        return []
    found = []
    for table in page.find_tables({"explicit_vertical_lines": missing_sides(page)}):
        x0, top, x1, bottom = table.bbox
        cells = [cell for cell in table.cells if cell]
        if (x1 - x0) * (bottom - top) < 0.9 * float(page.width) * float(page.height) or len(cells) > 1:
            found.append(((x0, top, x1, bottom), cells))
    return sorted(found, key=lambda one: one[0][1])


def printed_table(page: int, frame: Frame, cells: list[Frame], chars: list[Char]) -> PrintedTable:
    """Cells → places in a grid of the edges that occur; a cell over several places spans them."""
    across = edges([x for cell in cells for x in (cell[0], cell[2])])
    down = edges([y for cell in cells for y in (cell[1], cell[3])])
    placed = []
    for cell in sorted(cells, key=lambda c: (c[1], c[0])):
        inside, chars = parted(chars, cell)
        row, column = place(down, cell[1]), place(across, cell[0])
        size = max(place(down, cell[3]) - row, 1), max(place(across, cell[2]) - column, 1)
        placed.append(((row, column, *size), tuple(lines_of(inside, page))))
    return PrintedTable(page, frame, tuple(placed), len(down) - 1, len(across) - 1)


def edges(values: list[float], near: float = 3.0) -> list[float]:
    """[10.0, 10.4, 80.2] → [10.0, 80.2]: lines drawn side by side are one."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > near:
            kept.append(value)
    return kept


def place(kept: list[float], value: float) -> int:
    return min(range(len(kept)), key=lambda i: abs(kept[i] - value))
