"""One page of a PDF as pdfplumber gives it → printed lines with their places, tables with their cells, pictures, rules.

Lengths are points, measured from the top left corner.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ...chinese.boxes import is_box_title
from .columns import Columns, parts_of
from .open_tables import OpenTable, open_tables
from .printed import PrintedPage, PrintedTable
from .rules import missing_ends, missing_sides, straighten
from .signs import Char, Frame, lines_of, once, parted, quarter, righted, seated
from .watermarks import without_watermarks

UNKNOWN = "(cid:"  # pdfminer's word for a sign that the font does not name
MOST_BELOW = 3  # lines; page number and notes may stand below a table that goes on
STRUCK_FROM, STRUCK_TO = 0.35, 0.8  # of a sign's height from its top; a line lower down is drawn under it
RULE, STROKE = 20, 3  # points; shorter lines are none
HEAD = 0.12  # of the page's height; the running head stands there
BORDER = 0.6  # of the page's area; a frame that large is drawn around the page
SAME = 4.0  # points between the edges of a box on one page and on the next


@dataclass(frozen=True, slots=True)
class Above:
    """What ends a page and may go on on the next: a table without a frame; the left and right edge of a box; the
    columns it is set in."""

    table: OpenTable | None = None
    box: tuple[float, float] | None = None
    columns: Columns | None = None


NOTHING_ABOVE = Above()


def printed_pages(
    page: Any, number: int, above: Above = NOTHING_ABOVE, crowded: bool = False
) -> tuple[list[PrintedPage], Above]:
    """A pdfplumber page → its parts in reading order, one unless it is set in columns, and what may go on on the next
    page; signs inside a table belong to its cells only. `above`: what ends the page before; `crowded`: more is drawn
    than tables have."""
    straighten(page)
    chars, marks = without_watermarks(seated(once(page.chars)))
    tables, ornaments, outside = framed(page, number, above, [] if crowded else frames_of(page), chars)
    turned = "".join(char["text"] for char in outside if quarter(char))
    outside = [char for char in outside if not quarter(char)]
    whole = PrintedPage(
        number,
        float(page.width),
        float(page.height),
        pictures=tuple((i["x0"], i["top"], i["x1"], i["bottom"]) for i in page.images),
        rules=tuple(rules_of(page)),
        crowded=crowded,
        ornaments=tuple(ornaments),
        turned=turned,
        watermark=tuple(lines_of(marks, number)),
        struck="" if crowded else struck_through(chars, list(rules_of(page, STROKE))),
        unmapped=sum(char["text"].startswith(UNKNOWN) for char in chars),
        signs=len(chars),
    )
    parts: list[PrintedPage] = []
    opened: list[OpenTable] = []
    found, columns = parts_of(outside, tables, above.columns)
    for part in found:
        opened = [] if crowded else open_tables(page, number, part.chars, above.table if not parts else None)
        used = {id(char) for one in opened for char in one.chars}
        lines = tuple(lines_of([char for char in part.chars if id(char) not in used], number))
        inside = tuple(sorted([*part.tables, *(one.table for one in opened)], key=lambda one: one.top))
        parts.append(replace(whole, lines=lines, tables=inside, edges=part.edges))
        whole = replace(whole, pictures=(), turned="", watermark=(), struck="", unmapped=0, signs=0, goes_on=True)
    return parts, replace(end_of(parts[-1], opened), columns=columns)


def framed(
    page: Any, number: int, above: Above, frames: list[tuple[Frame, list[Frame]]], outside: list[Char]
) -> tuple[list[PrintedTable], list[Frame], list[Char]]:
    """Tables and boxes that are drawn, frames around lines that are none, and the signs outside of tables."""
    tables: list[PrintedTable] = []
    ornaments: list[Frame] = []
    for frame, cells in frames:
        inside, others = parted(outside, frame)
        if inside and (len(cells) > 1 or is_box(inside, others, frame, above, page)):
            table, left = printed_table(number, frame, cells, inside)
            tables.append(table)
            outside = others + left
        elif inside:
            ornaments.append(frame)
    return tables, ornaments, outside


def end_of(page: PrintedPage, opened: list[OpenTable]) -> Above:
    """The last table of the page, if next to nothing stands below it."""
    last = page.tables[-1] if page.tables else None
    if last is None or sum(line.top > last.frame[3] for line in page.lines) > MOST_BELOW:
        return NOTHING_ABOVE
    table = next((one for one in opened if one.table is last), None)
    return Above(table, (last.frame[0], last.frame[2]) if last.columns == 1 else None)


def is_box(inside: list[Char], others: list[Char], frame: Frame, above: Above, page: Any) -> bool:
    """Is a single frame a box: does it begin with the title of one, or go on, at the top of the page, with one of the
    page before? Any other frame is an ornament around lines."""
    x0, top, x1, bottom = frame
    if (x1 - x0) * (bottom - top) > BORDER * float(page.width) * float(page.height):
        return False
    first = next(lines_of(righted(inside), 0))
    if is_box_title(first.text.strip()):
        return True
    at_top = not any(float(page.height) * HEAD < char["top"] < top for char in others)
    return at_top and above.box is not None and abs(above.box[0] - x0) < SAME and abs(above.box[1] - x1) < SAME


# -- ruling lines → tables


def rules_of(page: Any, longer: float = RULE) -> Iterator[tuple[float, float, float]]:
    """Thin lines across the page, such as the one above footnotes."""
    for thing in (*page.lines, *page.rects):
        if abs(thing["bottom"] - thing["top"]) <= 2 and thing["x1"] - thing["x0"] > longer:
            yield thing["x0"], thing["x1"], thing["top"]


def struck_through(chars: list[Char], rules: list[tuple[float, float, float]]) -> str:
    """Signs through whose middle a line is drawn, as Word prints what is deleted and still shown."""
    out = []
    for char in chars:
        top, bottom = char["top"], char["bottom"]
        high, low = top + STRUCK_FROM * (bottom - top), top + STRUCK_TO * (bottom - top)
        if any(x0 < (char["x0"] + char["x1"]) / 2 < x1 and high < y < low for x0, x1, y in rules):
            out.append(char["text"])
    return "".join(out)


def frames_of(page: Any) -> list[tuple[Frame, list[Frame]]]:
    """Tables drawn with lines, from the top down: the frame, and the frames of the cells. Frames of a single cell,
    which pdfplumber gives no table of, stand among them where no table stands in them."""
    if len(page.rects) + len(page.lines) + len(page.curves) < 1:
        return []
    round_cornered = [(one["x0"], one["top"], one["x1"], one["bottom"]) for one in page.curves if len(one["pts"]) > 4]
    finder = page.debug_tablefinder(
        {"explicit_vertical_lines": missing_sides(page), "explicit_horizontal_lines": missing_ends(page)}
    )
    found = [(tuple(table.bbox), [cell for cell in table.cells if cell]) for table in finder.tables]
    used = {cell for _, cells in found for cell in cells}
    single = [cell for cell in finder.cells if cell not in used] + round_cornered
    found += [(one, [one]) for one in single if not any(touch(one, frame) for frame, _ in found)]
    return sorted(found, key=lambda one: one[0][1])


def touch(one: Frame, other: Frame) -> bool:
    """Do two frames share more than an edge?"""
    return min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1


def printed_table(page: int, frame: Frame, cells: list[Frame], chars: list[Char]) -> tuple[PrintedTable, list[Char]]:
    """Cells → places in a grid of the edges that occur; a cell over several places spans them. Signs that stand in none
    of them are handed back."""
    across = edges([x for cell in cells for x in (cell[0], cell[2])])
    down = edges([y for cell in cells for y in (cell[1], cell[3])])
    placed = []
    taken: set[tuple[int, int]] = set()
    for cell in sorted(cells, key=lambda c: (c[1], c[0])):
        inside, chars = parted(chars, cell)
        row, column = place(down, cell[1]), place(across, cell[0])
        size = max(place(down, cell[3]) - row, 1), max(place(across, cell[2]) - column, 1)
        placed.append(((row, column, *size), tuple(lines_of(righted(inside), page))))
        taken |= {(row + i, column + j) for i in range(size[0]) for j in range(size[1])}
    for row, column, height in open_places(taken, len(down) - 1, len(across) - 1):
        inside, chars = parted(chars, (across[column], down[row], across[column + 1], down[row + height]))
        placed.append(((row, column, height, 1), tuple(lines_of(righted(inside), page))))
    return PrintedTable(page, frame, tuple(placed), len(down) - 1, len(across) - 1), chars


def open_places(taken: set[tuple[int, int]], rows: int, columns: int) -> Iterator[tuple[int, int, int]]:
    """(row, column, height) of places that no cell covers, as where a page cuts a merged cell: what stands below one
    another is one."""
    for column in range(columns):
        row = 0
        while row < rows:
            end = row
            while end < rows and (end, column) not in taken:
                end += 1
            if end > row:
                yield row, column, end - row
            row = max(end, row + 1)


def edges(values: list[float], near: float = 3.0) -> list[float]:
    """[10.0, 10.4, 80.2] → [10.0, 80.2]: lines drawn side by side are one."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > near:
            kept.append(value)
    return kept


def place(kept: list[float], value: float) -> int:
    return min(range(len(kept)), key=lambda i: abs(kept[i] - value))
