"""Tables whose columns are parted by blanks, as `pdftotext -layout` prints them → grids.

    类别    指标        单位    2025 年
                     地区生产
    经济发展             亿元     412           →   (经济发展, 地区生产总值, 亿元, 412)
                      总值

The columns are where no line has a sign. A row is known by its line with most cells; the lines of a wrapped cell stand
evenly above and below it, or all below; a category stands in the middle of its rows. Where all lines have equally many
cells, their order does.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from ..chinese.table_words import head_kind, is_total
from ..model.problems import Problem
from ..model.text import Cell, Grid, Line
from . import column_heads, column_places
from .blank_run import first_line, is_columnar, last_line, looks_like_table, segments_of
from .column_places import Columns, Placed, Segment
from .label_rows import in_one_column, label_row
from .row_blocks import blocks_of, category_rows
from .row_fit import Row, fit_row, unplaced
from .table_cells import (
    Found,
    fuses,
    is_group,
    left_over,
    put_between,
    words_of,
)
from .table_heads import Head, double, single


class Made(NamedTuple):
    """A table, the last line it took, and what is in doubt."""

    grid: Grid
    last: int
    doubts: tuple[Problem, ...] = ()


def find(lines: tuple[Line | Grid, ...], at: int) -> Found | None:
    if not is_columnar(lines[at]):
        return None
    start, end = first_line(lines, at), last_line(lines, at)
    run = [line for line in lines[start:end] if isinstance(line, Line)]
    if not looks_like_table(run):
        return None
    above = tuple(lines[start:at])
    placed = None if evenly_parted(run) else by_place(run)
    ordered = None if placed else by_order(run) or by_kinds(run)
    made = placed or ordered or by_place(run)
    if made is None:
        return doubtful(run, above, end)
    grid, used, doubts = made
    lacking = [
        Problem("warning", "ragged-row", line.number, (len(parts), len(grid.rows[0])))
        for line in run
        if made is ordered and line.number <= used and (parts := segments_of(line)) and lacks(parts, grid)
    ]
    kept = [line for row in grid.rows for cell in row for line in cell]
    taken = [line for line in run if line.number <= used]
    gone = [entry for line in taken for entry in left_over(line, kept, "cell-mark")]
    rest = next((i for i in range(start, end) if lines[i].number > used), end)
    return Found((grid,), rest, gone, [*doubts, *lacking])


def evenly_parted(run: list[Line]) -> bool:
    """Are all gaps equally wide, whatever stands between them? Then blanks part the cells and place none."""
    lines = [parts for line in run if (parts := segments_of(line))]
    gaps = {b.start - a.end for parts in lines for a, b in pairwise(parts)}
    lefts = {part.start for parts in lines for part in parts[1:2]}
    return len(gaps) == 1 and len(lefts) > 1 and all(len(parts) > 1 for parts in lines)


def lacks(parts: list[Segment], grid: Grid) -> bool:
    """Has the line fewer parts than its row has columns, categories and sums aside?"""
    row = next(
        (row for row in grid.rows[grid.head :] if any(cell and cell[0].number == parts[0].line.number for cell in row)),
        None,
    )
    if row is None or is_total(parts[0].words) or is_group(parts[0].words):
        return False
    heads = [words_of(cell) for cell in grid.rows[0]]
    return any(not cell and head_kind(words) != "category" for cell, words in zip(row, heads, strict=False))


def by_order(run: list[Line]) -> Made | None:
    """Every line has equally many parts, and nothing is wrapped: their order tells the columns."""
    filled = [segments_of(line) for line in run if line.string.strip()]
    width = len(filled[0])
    if width < 2 or any(len(parts) != width for parts in filled):
        return None
    rows = tuple(tuple((part.line_of(),) for part in parts) for parts in filled)
    return Made(Grid(run[0].number, run[-1].number, rows), run[-1].number)


def by_kinds(run: list[Line]) -> Made | None:
    """Rows with an empty cell left out: each line is a row, and what its parts are tells their columns."""
    lines = [segments_of(line) for line in run if line.string.strip()]
    words = [[part.words for part in parts] for parts in lines]
    ways: list[tuple[int, int, Head, list[Row]]] = []
    for upper in (1, 2):
        heads = [single(words[0])] if upper == 1 else list(double(words[0] + words[1], len(words[0])))
        for head in heads:
            fits = [fit_row(row, head.kinds) for row in words[upper:]]
            rows = [row for row in fits if row]
            lacking = sum(row.lacks for row in rows)
            if rows and len(rows) == len(fits) and lacking * 2 <= len(rows):
                ways.append((lacking, len(ways), head, rows))
    if not ways:
        return None
    _, _, head, rows = min(ways)
    return Made(grid_of(lines, head, rows), run[-1].number)


def grid_of(lines: list[list[Segment]], head: Head, rows: list[Row]) -> Grid:
    top = [part for parts in lines[: len(head.places)] for part in parts]
    out: list[tuple[Cell, ...]] = [
        tuple(() if i is None else (top[i].line_of(),) for i in places) for places in head.places
    ]
    spans = list(head.spans)
    for parts, row in zip(lines[len(head.places) :], rows, strict=False):
        cells: list[Cell] = [()] * head.width
        for part, column in zip(parts, row.columns, strict=False):
            cells[column] = (part.line_of(),)
        across = head.width if len(row.columns) == 1 else row.columns[1] if row.total else 1
        if across > 1:
            spans.append((len(out), 0, 1, across))
        if row.lacks and (between := unplaced(row, [part.words for part in parts], head.kinds)):
            held = [
                part for part, column in zip(parts, row.columns, strict=False) if between[0] <= column <= between[1]
            ]
            whole = replace(held[0], end=held[-1].end).line_of()
            spans.append((len(out), *put_between(cells, between, (whole,))))
        out.append(tuple(cells))
    first, last = lines[0][0].line.number, lines[-1][0].line.number
    return Grid(first, last, tuple(out), tuple(spans), head=len(head.places), inferred=tuple(s[:2] for s in spans))


def by_place(run: list[Line]) -> Made | None:
    """The first way of counting places that makes sense of all lines."""
    lines = [segments_of(line) for line in run]
    first = column_heads.first_body_line(lines)
    if first is None:
        return None
    body = [parts for parts in lines[first:] if parts and not is_across(parts)]
    apart = [rest for parts in body if (rest := in_one_column(parts))]
    ways = column_places.find(body)
    ways += [way for way in column_places.find(apart) if way not in ways] if apart != body else []
    ways.sort(key=lambda columns: -columns.width)
    return next((made for columns in ways if (made := laid_out(run, lines, first, columns))), None)


def is_across(parts: list[Segment]) -> bool:
    """A line that names a group and stands across the columns."""
    return len(parts) == 1 and is_group(parts[0].words)


def laid_out(run: list[Line], lines: list[list[Segment]], first: int, columns: Columns) -> Made | None:
    """Head, rows and categories in these columns, and the last line used; None where something does not fit."""
    columns = column_heads.with_head_columns(lines[:first], columns)
    placed = [columns.placed(parts) for parts in lines]
    category = category_column(lines, placed, first, columns)
    if category is not None and has_own_category(placed[first:], category, columns.width):
        category = None
    blocks = blocks_of(placed, run, first, columns.width, category, column_heads.certain(lines[:first]))
    head = column_heads.read(lines[: blocks[0][0]], columns) if blocks and blocks[0][0] <= first else None
    if blocks is None or head is None:
        return None
    body = [row_of(placed[a:b], columns.width, category) for a, b in blocks]
    doubts = put_categories(body, placed, blocks, category) if category is not None else []
    if doubts is None:
        return None
    if any(fuses(cell) for row in (*head.rows, *body) for cell in row):
        return None
    spans = list(head.spans)
    for r, row in enumerate(body):
        labelled = label_row(placed[slice(*blocks[r])], columns, r + len(head.rows))
        body[r], span = labelled or total_row(row, r + len(head.rows))
        if not labelled and (lone := group_row(row)):
            body[r], span = [lone, *[()] * (len(row) - 1)], [(r + len(head.rows), 0, 1, len(row))]
        spans += span
    rows = (*head.rows, *map(tuple, body))
    last = run[blocks[-1][1] - 1].number
    grid = Grid(run[0].number, last, rows, tuple(spans), head=len(head.rows), inferred=tuple(s[:2] for s in spans))
    return Made(grid, last, tuple(doubts))


def category_column(lines: list[list[Segment]], placed: list[Placed], first: int, columns: Columns) -> int | None:
    """The first column, if its head says so or if only some rows have something in it."""
    heads = [part for parts in lines[:first] for part in parts if columns.column_of(part) == 0]
    if any(head_kind(part.words) == "category" for part in heads):
        return 0
    second = [part for parts in lines[:first] for part in parts if columns.column_of(part) == 1]
    if any(head_kind(part.words) == "category" for part in second) and columns.width > 2:
        return 1
    return None


def has_own_category(placed: list[Placed], category: int, width: int) -> bool:
    """Does every full line name its own: 续建, 新建, 新建, so that none stands over several rows?"""
    full = [line for line in placed if len(line) * 2 > width and len(line) > 2]
    return len(full) > 1 and all(category in line for line in full)


def row_of(placed: list[Placed], width: int, category: int | None) -> list[Cell]:
    """The cells of a block of lines: all parts of a column from above to below."""
    alone = [part for line in placed for parts in line.values() for part in parts]
    if len(alone) == 1 and is_group(alone[0].words):
        return [(alone[0].line_of(),), *[()] * (width - 1)]
    return [
        () if column == category else tuple(part.line_of() for line in placed for part in line.get(column, ()))
        for column in range(width)
    ]


def put_categories(
    body: list[list[Cell]], placed: list[Placed], blocks: list[tuple[int, int]], category: int
) -> list[Problem] | None:
    """Each category goes to the first of its rows; None where its rows cannot be told, a problem where not surely."""
    found = category_rows(placed, blocks, category)
    if found is None:
        return None
    for row, parts in found[0]:
        body[row][category] = tuple(part.line_of() for part in parts)
    line = placed[blocks[0][0]]
    number = next(part.line.number for parts in line.values() for part in parts)
    return [] if found[1] else [Problem("warning", "category-doubtful", number)]


def group_row(row: list[Cell]) -> Cell | None:
    """The only cell of a row that names a group."""
    filled = [cell for cell in row if cell]
    return filled[0] if len(filled) == 1 and is_group(filled[0][0].string) else None


def total_row(row: list[Cell], number: int) -> tuple[list[Cell], list[tuple[int, int, int, int]]]:
    """(empty, empty, 合计, empty, 187.7) → 合计 stands over all columns up to the figure."""
    filled = [c for c, cell in enumerate(row) if cell]
    if not filled or not is_total(row[filled[0]][0].string) or any(row[: filled[0]]):
        return row, []
    label, after = filled[0], filled[1] if len(filled) > 1 else len(row)
    if label == 0 and after == 1:
        return row, []
    moved = [row[label], *[()] * (after - 1), *row[after:]]
    return moved, [(number, 0, 1, after)] if after > 1 else []


def doubtful(run: list[Line], above: tuple[Line | Grid, ...], end: int) -> Found:
    """Each line a row, cut at its gaps, as it stands."""
    rows, gone = [], []
    for line in run:
        cells = [part.line_of() for part in segments_of(line)]
        if cells:
            rows.append(tuple((replace(cell, hint=False),) for cell in cells))
        gone += left_over(line, cells, "cell-mark")
    grid = Grid(run[0].number, run[-1].number, tuple(rows), doubtful=True)
    return Found((grid,), end, gone, [Problem("warning", "table-doubtful", run[0].number)])
