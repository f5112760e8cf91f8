"""Tables of a Word dump: a cell begins with a tab, goes on in lines without one, and a blank line ends the row.

    \\t2025年 / 情况 / \\t2030年 / 目标 / (blank)   →  one row of a grid: (2025年 情况), (2030年 目标)

A paragraph indented with a tab is no table: a table begins with a short cell that is no sentence and no heading, and
has two rows, or one row of a 专栏. Where the shape does not fit, the lines stay lines and only the tab goes.
"""

from dataclasses import replace

from ..chinese.numbering import HEADING_KINDS, UNMISTAKABLE, read_marker
from ..chinese.sentences import reads_like_title
from ..model.text import Cell, Grid, Line, Removed, line_at
from .table_cells import Found


def find(lines: tuple[Line | Grid, ...], at: int) -> Found | None:
    """A table whose first line is one cell behind a tab."""
    line = lines[at]
    if isinstance(line, Grid) or line.string.count("\t") != 1:
        return None
    table, end, removed = read_table(lines, at)
    return Found((table,), end, removed) if table else None


def read_table(lines: tuple[Line | Grid, ...], start: int) -> tuple[Grid | None, int, list[Removed]]:
    """The grid that begins at `start` with one past its last line and its ledger entries; None where there is no
    table."""
    first = lines[start]
    if isinstance(first, Grid) or not begins_table(first):
        return None, start, []
    rows: list[tuple[Cell, ...]] = []
    row: list[Cell] = []
    gone: list[Removed] = []
    at = start
    while at < len(lines):
        line = lines[at]
        if not isinstance(line, Line):
            break
        if line.string.startswith("\t"):
            row += split_cells(line, gone)
        elif not line.string.strip():
            if not row:
                break
            rows.append(tuple(row))
            row = []
            gone += line.text.removed("white-space")
        elif row and not is_chapter_heading(line):
            row[-1] = (*row[-1], line)
        else:
            break
        at += 1
    if row:
        rows.append(tuple(row))
    if not is_table(rows):
        return None, start, []
    # the blank line that ends the last row is not part of the table
    last = max(i for i in range(start, at) if line_at(lines, i).string)
    return Grid(first.number, lines[last].number, tuple(rows)), at, gone


def begins_table(line: Line) -> bool:
    """\\t类别 → True; \\t到2025年，…达到15%以上。 → False; \\t（一）国际环境 → False"""
    words = line.string.strip()
    if not line.string.startswith("\t") or (words and not reads_like_title(words.split("\t")[0])):
        return False
    marker = read_marker(words)
    return marker is None or marker.kind not in HEADING_KINDS


def is_chapter_heading(line: Line) -> bool:
    marker = read_marker(line.string.strip())
    return marker is not None and marker.kind in UNMISTAKABLE and reads_like_title(line.string)


def split_cells(line: Line, gone: list[Removed]) -> list[Cell]:
    """A cell a tab; an empty cell has no line in it."""
    cells: list[Cell] = []
    at = 0
    for words in line.string.split("\t")[1:]:
        gone += line.text[at : at + 1].removed("cell-mark")
        part = line.text[at + 1 : at + 1 + len(words)]
        if words.strip():
            cells.append((replace(line, text=part, hint=False),))
        else:
            gone += part.removed("white-space")
            cells.append(())
        at += 1 + len(words)
    return cells


def is_table(rows: list[tuple[Cell, ...]]) -> bool:
    """Two rows or more of one width; or title and lines of a 专栏 in one cell. A row of nothing does not count."""
    filled = [row for row in rows if any(row)]
    if not filled:
        return False
    if len(filled) == 1:
        (first, *others) = filled[0]
        return not others and len(first) > 1 and first[0].string.strip().startswith("专栏")
    widths = {len(row) for row in filled}
    return len(widths) == 1 or max(widths) >= 3
