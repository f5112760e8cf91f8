"""Tables whose cells are parted by commas, as spreadsheets write them → grids.

    指标，单位，2025年，2030年 / 粮食产量，万吨，20，22 / …   →   a grid of four columns

Only below a line of known heads, and only lines that end no sentence. A row that lacks its category, which stands
above, is put where its cells fit; where one fits nowhere, the lines are shown cut at their commas, with a Problem.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ..chinese.sentences import ends_sentence
from ..chinese.table_words import YEAR, head_kind, is_leaf
from ..model.problems import Problem
from ..model.text import Cell, Grid, Line
from .row_fit import fit_row
from .table_cells import Found, cell_of, is_blank, is_group, left_over, opens_unit
from .table_heads import may_be_head

COMMA = re.compile(r"[，,]")
LEAST = 3  # columns, and known heads among them
LONGEST_HEAD = 12
CERTAIN = 2  # heads that are nothing else: 指标, 单位, 2025年
SHORT_BY = 2  # cells that a head may lack: 规划目标 over three years


def find(lines: tuple[Line | Grid, ...], at: int) -> Found | None:
    head = lines[at]
    if not isinstance(head, Line) or not is_head(head):
        return None
    width = len(cells(head))
    run = [head]
    for line in lines[at + 1 :]:
        if not isinstance(line, Line) or not is_row(line, width):
            break
        run.append(line)
    if len(run) < LEAST:
        return None
    rows = [cells(line) for line in run]
    placed = in_columns(rows)
    if () in placed and () not in (whole := in_columns([cells(line, every=True) for line in run])):
        rows = placed = whole
    doubt = [Problem("warning", "table-doubtful", head.number)] if () in placed else []
    grid = Grid(run[0].number, run[-1].number, tuple(rows if doubt else placed), doubtful=bool(doubt))
    kept = [part for row in rows for cell in row for part in cell]
    gone = [entry for line in run for entry in left_over(line, kept, "cell-mark")]
    return Found((grid,), at + len(run), gone, doubt)


def in_columns(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    return [rows[0], *(put(row, rows[0]) for row in rows[1:])]


def cells(line: Line, every: bool = False) -> tuple[Cell, ...]:
    """An empty cell has no line in it; a comma in a figure (1,200) parts nothing, unless every one does: 850,930."""
    marks = [m.start() for m in COMMA.finditer(line.string) if every or not parts_thousands(m)]
    return tuple(cell_of(line, a + 1, b) for a, b in pairwise([-1, *marks, len(line.string)]))


def parts_thousands(comma: re.Match[str]) -> bool:
    before, after = comma.string[: comma.start()][-1:], comma.string[comma.end() :]
    return comma.group() == "," and before.isdigit() and re.match(r"\d{3}(?!\d)", after) is not None


def is_head(line: Line) -> bool:
    if is_blank(line) or len(COMMA.findall(line.string)) < LEAST - 1 or ends_sentence(line.string):
        return False
    words = [words_of(cell) for cell in cells(line)]
    known = sum(head_kind(word) != "any" for word in words)
    certain = sum(is_leaf(word) or bool(YEAR.match(word)) for word in words)
    fits = all(0 < len(word) <= LONGEST_HEAD and may_be_head(word) and "、" not in word for word in words)
    return known >= LEAST and certain >= CERTAIN and fits


def words_of(cell: Cell) -> str:
    return cell[0].string if cell else ""


def is_row(line: Line, width: int) -> bool:
    """Two cells or more, not many more than the head has; or the name of a group"""
    count = len(cells(line))
    group = is_group(line.string)
    return not is_blank(line) and (
        group or (2 <= count <= width + SHORT_BY and not ends(line) and not opens_unit(line))
    )


def ends(line: Line) -> bool:
    return line.string.rstrip().endswith(("。", "；", "：", "！", "？"))


def put(row: tuple[Cell, ...], head: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The row in the columns of the head; () where it cannot be told."""
    if len(row) == len(head):
        return row
    if len(row) > len(head):
        return ()
    found = fit_row([words_of(cell) for cell in row], tuple(head_kind(words_of(cell)) for cell in head))
    if found is None or found.lacks:
        return ()
    places = dict(zip(found.columns, row, strict=True))
    return tuple(places.get(c, ()) for c in range(len(head)))
