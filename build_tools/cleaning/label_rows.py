"""Rows of a table in blanks that name a sum or a group: their label stands over several columns, in the middle or at
the left of them.

              合计                       648300
          一、水源工程                     312000      →   合计 over three columns, an empty year, 648300
"""

from __future__ import annotations

from ..chinese.table_words import is_group_number, is_total, kind_of
from ..model.text import Cell
from .column_places import Columns, Placed, Segment
from .table_cells import is_group

NEAR = 1.5  # places by which a label may be off the middle of its column
USUALLY = 4.0  # … of a sum, which mostly reaches up to its first figure
Span = tuple[int, int, int, int]


def labels_in(parts: list[Segment]) -> int:
    """How many of a line's parts name a sum or a group: 合计, 一、能源类 → 1; 一 | 能源类 → 2; else 0"""
    if not parts:
        return 0
    if is_total(parts[0].words) or is_group(parts[0].words):
        return 1
    two = len(parts) > 1 and is_group_number(parts[0].words) and kind_of(parts[1].words) == "text"
    return 2 if two else 0


def in_one_column(parts: list[Segment]) -> list[Segment]:
    """What of the line stands in one column each: no label of a sum or a group, but the number of a group; and no words
    with a figure one blank behind them, which may be two cells."""
    count = labels_in(parts)
    return [part for i, part in enumerate(parts) if (i >= count or (count == 2 and i == 0)) and not may_be_two(part)]


def may_be_two(part: Segment) -> bool:
    """城镇新增就业（人） 〔21500〕 → True"""
    before, _, last = part.words.rpartition(" ")
    return bool(before) and kind_of(before) == "text" and kind_of(last) in ("figure", "serial")


def label_row(placed: list[Placed], columns: Columns, number: int) -> tuple[list[Cell], list[Span]] | None:
    """The cells of a row that is one line and begins with a label, and the span of that; None of any other."""
    lines = [sorted((part for parts in line.values() for part in parts), key=lambda p: p.start) for line in placed]
    filled = [parts for parts in lines if parts]
    count = labels_in(filled[0]) if len(filled) == 1 else 0
    if not count:
        return None
    parts = filled[0]
    row: list[Cell] = [()] * columns.width
    for part in parts[count:]:
        row[columns.column_of(part)] = (part.line_of(),)
    start = count - 1
    if count == 2:
        row[0] = (parts[0].line_of(),)
    room = next((c for c in range(start, columns.width) if row[c]), columns.width) - start
    if room < 1:
        return None
    row[start] = (parts[start].line_of(),)
    across = room if len(parts) == count == 1 else reach(parts[start], start, room, columns)
    return row, [(number, start, 1, across)] if across > 1 else []


def reach(label: Segment, start: int, room: int, columns: Columns) -> int:
    """Over how many columns the label stands: where their middle is nearest to its own; one at the left edge of a wider
    place reaches up to the next cell."""
    left, right = columns.extent(label)
    edges = columns.edges
    off = [abs(left + right - edges[start][0] - edges[start + n - 1][1]) / 2 for n in range(1, room + 1)]
    if not is_total(label.words) and right <= edges[start][1] + NEAR:
        return 1
    if off[0] <= NEAR and (right - left < edges[start][1] - edges[start][0]):
        return 1
    at_the_left = left <= edges[start][0] + NEAR and right <= edges[start][1]
    spare = USUALLY if is_total(label.words) else NEAR
    return room if at_the_left or off[-1] <= min(off) + spare else off.index(min(off)) + 1
