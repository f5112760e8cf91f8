"""One page of a PDF as pdfplumber gives it → printed lines with their places, tables with their cells, pictures, rules.

Lengths are points, measured from the top left corner.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .rules import missing_edges
from .signs import Char, Frame, PrintedLine, lines_of, once, parted


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """Cells by place (row, column, rows, columns), each its printed lines; the frame around all of them."""

    page: int
    frame: Frame
    cells: tuple[tuple[tuple[int, int, int, int], tuple[PrintedLine, ...]], ...]
    rows: int
    columns: int

    @property
    def top(self) -> float:
        return self.frame[1]


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """All that stands on one page (number from 1). `rules`: thin lines across, as (x0, x1, top)."""

    number: int
    width: float
    height: float
    lines: tuple[PrintedLine, ...]
    tables: tuple[PrintedTable, ...]
    pictures: tuple[Frame, ...]
    rules: tuple[tuple[float, float, float], ...]


def printed_page(page: Any, number: int) -> PrintedPage:
    """A pdfplumber page → PrintedPage; signs inside the frame of a table belong to its cells only."""
    chars = once([char for char in page.chars if char.get("upright", True)])
    tables = []
    outside = chars
    for frame, cells in frames_of(page, chars):
        inside, outside = parted(outside, frame)
        if inside:
            tables.append(printed_table(number, frame, cells, inside))
    pictures = tuple((i["x0"], i["top"], i["x1"], i["bottom"]) for i in page.images)
    return PrintedPage(
        number,
        float(page.width),
        float(page.height),
        tuple(lines_of(outside, number)),
        tuple(tables),
        pictures,
        tuple(rules_of(page)),
    )


# -- ruling lines → tables


def rules_of(page: Any) -> Iterator[tuple[float, float, float]]:
    """Thin lines across the page, such as the one above footnotes."""
    for thing in (*page.lines, *page.rects):
        if abs(thing["bottom"] - thing["top"]) <= 2 and thing["x1"] - thing["x0"] > 20:
            yield thing["x0"], thing["x1"], thing["top"]


def frames_of(page: Any, chars: list[Char]) -> list[tuple[Frame, list[Frame]]]:
    """Tables drawn with lines, from the top down: the frame, and the frames of the cells."""
    if len(page.rects) + len(page.lines) + len(page.curves) < 3:
        return []
    found = []
    vertical, horizontal = missing_edges(page, chars)
    settings = {"explicit_vertical_lines": vertical, "explicit_horizontal_lines": horizontal}
    for table in page.find_tables(settings):
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
