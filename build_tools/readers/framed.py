"""Tables of Word and HTML → grids, boxes or plain lines. What a format draws as a table may be one, a frame around
text, or page layout.

A frame of one column is a box if its first line is a title, else its lines are lines of the text; a cell that holds
chapters or another table is layout. Merged cells stay where they are: covered places are empty cells.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from ..chinese.boxes import is_box_title
from ..chinese.numbering import UNMISTAKABLE, read_marker
from ..chinese.sentences import reads_like_title
from ..model.text import Grid, Line

FEW = 40  # lines that a cell of a real table may hold; boxes hold up to 25


@dataclass
class Slot:
    """One cell as the format gives it: where it begins, how far it reaches, what it holds (nested tables as grids)."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    holds: list[Line | Grid] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        return [line for element in self.holds for line in lines_in(element)]


def lines_in(element: Line | Grid) -> list[Line]:
    """A nested table gives its cells one after the other."""
    if isinstance(element, Line):
        return [element]
    return [line for row in element.rows for cell in row for line in cell]


def elements_of(slots: list[Slot], number: int, last: int, head: int) -> list[Line | Grid]:
    """The table as what it is. `number`, `last`: its first and last line; `head`: rows that the format marks as
    head."""
    slots = tight(slots)
    if not any(slot.lines for slot in slots):
        return []
    if is_layout(slots):
        return [element for slot in slots for element in slot.holds]
    if all(slot.column == 0 for slot in slots) and max(slot.columns for slot in slots) == 1:
        return frame(slots, number, last)
    return [grid_of(slots, number, last, head)]


def is_layout(slots: list[Slot]) -> bool:
    """Chapters, a great many lines, or a table inside a cell of a table of several columns: page layout."""
    for slot in slots:
        lines = slot.lines
        heads = [line for line in lines if is_heading(line)]
        nested = [e for e in slot.holds if isinstance(e, Grid)]
        if len(heads) > 1 or len(lines) > FEW or (nested and len(lines) > sum(len(lines_in(grid)) for grid in nested)):
            return True
    column = [slot for slot in slots if len(slot.lines) > 1]
    total = [line for slot in slots for line in slot.lines]
    return not column and len(total) > FEW and sum(is_heading(line) for line in total) > 1


def is_heading(line: Line) -> bool:
    marker = read_marker(line.string.strip())
    return marker is not None and marker.kind in UNMISTAKABLE and reads_like_title(line.string.strip()[marker.rest :])


def frame(slots: list[Slot], number: int, last: int) -> list[Line | Grid]:
    """One column: a box with its title as the first row, or lines with a line drawn around them; tables inside it
    follow it."""
    lines = [
        element for slot in slots for element in slot.holds if isinstance(element, Line) and element.string.strip()
    ]
    tables = [element for slot in slots for element in slot.holds if isinstance(element, Grid)]
    if not lines:
        return list(tables)
    title = lines[0].string.strip()
    titled = is_box_title(title) or (reads_like_title(title) and read_marker(title) is None)
    if not titled or len(lines) < 2:
        return [element for slot in slots for element in slot.holds]
    rows = tuple(((line,),) for line in lines)
    return [Grid(number, last, rows, drawn=True), *tables]


def grid_of(slots: list[Slot], number: int, last: int, head: int) -> Grid:
    height = max(slot.row + slot.rows for slot in slots)
    width = max(slot.column + slot.columns for slot in slots)
    rows: list[list[tuple[Line, ...]]] = [[()] * width for _ in range(height)]
    for slot in slots:
        rows[slot.row][slot.column] = tuple(line for line in slot.lines if line.string.strip())
    spans = tuple(
        (slot.row, slot.column, slot.rows, slot.columns) for slot in slots if slot.rows > 1 or slot.columns > 1
    )
    return Grid(number, last, tuple(map(tuple, rows)), spans, drawn=True, head=min(head, height))


def tight(slots: list[Slot]) -> list[Slot]:
    """Columns and rows in which no cell begins are no columns and rows: they go, and spans over them get shorter."""
    columns = places({slot.column for slot in slots})
    rows = places({slot.row for slot in slots})
    kept_rows, kept_columns = list(rows), list(columns)
    return [
        Slot(
            rows[slot.row],
            columns[slot.column],
            bisect_left(kept_rows, slot.row + slot.rows) - rows[slot.row],
            bisect_left(kept_columns, slot.column + slot.columns) - columns[slot.column],
            slot.holds,
        )
        for slot in slots
    ]


def places(used: set[int]) -> dict[int, int]:
    """{0, 1, 3} → {0: 0, 1: 1, 3: 2}"""
    return {place: at for at, place in enumerate(sorted(used))}
