"""Grids → tables with merged cells. Only what an indicator table shows by its layout is merged; no cell is filled in.

类别 | 指标 | (empty) | 2020年 …           指标 spans two columns
民生福祉 | 9. 人均可支配收入增长率 | 城镇 …    the category spans its group, the name its two breakdowns
(empty)  | (empty)               | 农村 …
"""

from __future__ import annotations

import re

from ..model.edition import Problem
from ..model.outline import TableCell
from ..model.text import NOTHING, Grid, Text

YEAR = re.compile(r"20\d\d")
CATEGORY = re.compile(r"^(?:类别|类型|分类|领域|维度|类\s*别)$")
NAME = re.compile(r"^(?:主要)?指标(?:名称)?$")
NUMBER = re.compile(r"^序号$")


def build_table(grid: Grid) -> tuple[tuple[tuple[TableCell, ...], ...], list[Problem]]:
    """Rows of cells as HTML has them: a cell covered by the span of another is left out."""
    texts = [[joined(cell) for cell in row] for row in grid.rows]
    texts = [row for row in texts if any(text.string for text in row)]
    width = len(texts[0])
    problems = [
        Problem("warning", "ragged-row", first_line(grid, i), (len(row), width))
        for i, row in enumerate(texts)
        if len(row) != width
    ]
    header = [text.string for text in texts[0]]
    if problems or not is_indicator_header(header):
        return tuple(tuple(TableCell(text, header=i == 0) for text in row) for i, row in enumerate(texts)), problems
    return merge_indicator_cells(texts, header), problems


def joined(cell: tuple) -> Text:
    text = NOTHING
    for line in cell:
        text = text + line.text
    return text


def first_line(grid: Grid, row: int) -> int:
    return next((line.number for cell in grid.rows[row] for line in cell), grid.number)


def is_indicator_header(header: list[str]) -> bool:
    """指标 among the heads, and a year or 属性 beside it"""
    return any(NAME.match(h) for h in header) and any(YEAR.search(h) or "属性" in h for h in header)


def merge_indicator_cells(texts: list[list[Text]], header: list[str]) -> tuple[tuple[TableCell, ...], ...]:
    name = next(i for i, h in enumerate(header) if NAME.match(h))
    breakdown = name + 1 if name + 1 < len(header) and not header[name + 1] else None
    category = next((i for i, h in enumerate(header) if CATEGORY.match(h)), None)
    number = next((i for i, h in enumerate(header) if NUMBER.match(h)), None)
    covered: set[tuple[int, int]] = set()
    spans: dict[tuple[int, int], tuple[int, int]] = {}

    def cover(row: int, column: int, rows: int, columns: int) -> None:
        spans[row, column] = (rows, columns)
        covered.update(
            (r, c) for r in range(row, row + rows) for c in range(column, column + columns) if (r, c) != (row, column)
        )

    for r, row in enumerate(texts):
        if category is not None and row[category].string and r > 0:
            cover(r, category, run_of_empty(texts, r, [category]), 1)
        if breakdown is None or (r, name) in covered:
            continue
        if not row[breakdown].string:
            cover(r, name, 1, 2)
        elif row[name].string:
            below = 1
            while r + below < len(texts) and not texts[r + below][name].string and texts[r + below][breakdown].string:
                below += 1
            cover(r, name, below, 1)
            if number is not None:
                cover(r, number, below, 1)
    return tuple(
        tuple(
            TableCell(text, *spans.get((r, c), (1, 1)), header=r == 0 or c in (category, name))
            for c, text in enumerate(row)
            if (r, c) not in covered
        )
        for r, row in enumerate(texts)
    )


def run_of_empty(texts: list[list[Text]], start: int, columns: list[int]) -> int:
    """How many rows the cell at `start` covers: itself and the rows below it that are empty there."""
    end = start + 1
    while end < len(texts) and not any(texts[end][c].string for c in columns):
        end += 1
    return end - start
