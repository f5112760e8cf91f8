"""Lines of a table, its cells parted by tabs or by bars, become one grid.

    类别\t指标\t2020 年 / \t1. 粮食产量\t40   →  Grid with rows (类别, 指标, 2020 年), ( , 1. 粮食产量, 40)

A table has two rows or more; a single line with a tab in it is a sentence with a stray tab, and a tab behind 第一章 or 1.
belongs to the number. A row that is too narrow for the rest is put where its cells fit the columns.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from ..chinese.numbering import read_marker
from ..chinese.sentences import ends_sentence
from ..chinese.table_words import head_kind, kind_of
from ..model.problems import Problem
from ..model.text import Cell, Grid, Line, Removed, line_at
from .narrow_rows import fit_width
from .table_cells import Found, is_caption_line, is_group, opens_unit

BAR = re.compile(r"[|│┃｜]")
BAR_ROW = re.compile(r"\s*[|│┃｜].*[|│┃｜]\s*$")
BAR_RULE = re.compile(r"[\s|:=+\-]*$")
DECIMAL = re.compile(r"\d{1,2}(?:[.．]\d{1,2}){0,3}[.．]?", re.ASCII)
LONG = 20  # a sentence in a cell of its own: not the shape of a pair number and words
GAP = 2  # blank lines between two rows


def find(lines: tuple[Line | Grid, ...], at: int) -> Found | None:
    first = lines[at]
    if not isinstance(first, Line) or not is_row(first) or not says_something(first):
        return None
    end = end_of_run(lines, at)
    run = tuple(line for line in lines[at:end] if isinstance(line, Line))
    rows = [line for line in run if says_something(line)]
    if len(rows) < 2 and not any(is_rule(line) for line in run):
        return lonely(rows[0], end)
    if not is_barred(rows[0]) and (width(rows[0]) < 2 or all(is_numbered(line) for line in rows) or are_sections(rows)):
        return None
    if not BAR_ROW.match(rows[0].string) and is_barred(rows[0]) and not has_heads(rows[0]):
        return None  # 首页 | 政务公开 | 互动交流
    table, removed = grid(run)
    return Found((table,), end, removed)


def has_heads(line: Line) -> bool:
    """Two known heads or more, and nothing that stands in a body only"""
    words = ["".join(part.string for part in cell) for cell in cells(line)[0]]
    body = any(kind_of(word) in ("serial", "figure", "unit", "attribute", "nature") for word in words)
    return sum(head_kind(word) != "any" for word in words) >= 2 and not body


def goes_on_below(lines: tuple[Line | Grid, ...], at: int, first: Line) -> bool:
    """Does the table go on directly below the line?"""
    below = lines[at + 1] if at + 1 < len(lines) else None
    if not isinstance(below, Line) or not is_row(below) or style(below) != style(first) or is_numbered(below):
        return False
    return not has_heads(below)


def is_lone_cell(line: Line) -> bool:
    """A group's name, or the only filled cell of a row whose tabs were trimmed; no caption, note or heading."""
    words = line.string.strip()
    return is_group(words) or (
        len(words) <= LONG and not opens_unit(line) and not is_caption_line(line) and read_marker(words) is None
    )


def ends_empty(line: Line, first: Line) -> bool:
    """乙工程\\t\\t: only the first cell of the row is filled"""
    return (
        line.string.endswith("\t")
        and bool(line.string.strip())
        and not is_barred(first)
        and width(line) == width(first)
    )


def lonely(line: Line, end: int) -> Found | None:
    """One row alone, of three cells or more: shown as it stands, so that its cells do not run together."""
    row, gone = cells(line)
    if is_barred(line) or len([cell for cell in row if cell]) < 3:
        return None
    grid = Grid(line.number, line.number, (row,), doubtful=True)
    return Found((grid,), end, gone, [Problem("warning", "table-doubtful", line.number)])


def end_of_run(lines: tuple[Line | Grid, ...], start: int) -> int:
    """One past the last row of the table that begins at `start`; blank lines may part rows of one width."""
    end, at, blanks = start, start, 0
    first = line_at(lines, start)
    while at < len(lines):
        line = lines[at]
        if not isinstance(line, Line):
            break
        if not line.string.strip():
            blanks += 1
            if blanks > GAP:
                break
        elif end > start and (ends_empty(line, first) or (is_lone_cell(line) and goes_on_below(lines, at, first))):
            end, blanks = at + 1, 0
        elif is_row(line) and style(line) == style(first):
            if (blanks and width(line) != width(first)) or (
                is_numbered(line) and not is_numbered(first) and width(line) != width(first)
            ):
                break
            end, blanks = at + 1, 0
        else:
            break
        at += 1
    return max(end, start + 1)


def is_row(line: Line | Grid) -> bool:
    """Tabs between things, not only at the end; or bars at both ends, or between three things."""
    if not isinstance(line, Line) or (ends_sentence(line.string) and len(line.string) > LONG and not is_barred(line)):
        return False
    return "\t" in line.string.rstrip() or is_barred(line)


def is_barred(line: Line) -> bool:
    return bool(BAR_ROW.match(line.string)) or (len(BAR.findall(line.string)) >= 2 and "\t" not in line.string)


def style(line: Line) -> tuple[bool, bool]:
    """Bars or tabs, and whether the row begins with a bar."""
    barred = is_barred(line)
    return barred, barred and bool(BAR.match(line.string.lstrip()))


def is_numbered(line: Line) -> bool:
    """第一章\t发展基础, 1.\t扩大规模。… → True: the tab belongs to the number"""
    first, *others = line.string.strip().split("\t")
    marker = read_marker(first.strip())
    return len(others) == 1 and marker is not None and marker.rest >= len(first.strip())


def are_sections(rows: list[Line]) -> bool:
    """2\t总体要求 / 2.1\t指导思想: numbers of sections and their titles"""
    parts = [line.string.strip().split("\t") for line in rows]
    numbered = all(
        len(words) == 2 and (is_numbered(line) or (DECIMAL.fullmatch(words[0]) and kind_of(words[1]) == "text"))
        for words, line in zip(parts, rows, strict=True)
    )
    return numbered and any("." in words[0] for words in parts)


def says_something(line: Line) -> bool:
    """| 甲 | 乙 | → True; |---|---| → False"""
    return bool(BAR.sub("", line.string).strip()) and not is_rule(line)


def is_rule(line: Line) -> bool:
    return is_barred(line) and "-" in line.string and bool(BAR_RULE.match(line.string))


def width(line: Line) -> int:
    return len(cells(line)[0])


def grid(run: tuple[Line, ...]) -> tuple[Grid, list[Removed]]:
    gone, rows = [], []
    for line in run:
        if is_rule(line) or not line.string.strip():
            gone += line.text.removed("table-rule" if line.string.strip() else "white-space")
        else:
            row, removed = cells(line)
            rows.append(row)
            gone += removed
    return fit_width(Grid(run[0].number, run[-1].number, tuple(rows))), gone


def cells(line: Line) -> tuple[tuple[Cell, ...], list[Removed]]:
    """The line's cells; an empty one has no line in it."""
    barred = is_barred(line)
    marks = (
        [m.start() for m in BAR.finditer(line.string)]
        if barred
        else [i for i, s in enumerate(line.string) if s == "\t"]
    )
    gone = [entry for i in marks for entry in line.text[i : i + 1].removed("cell-mark")]
    edges = [-1, *marks, len(line.string)]
    parts = [line.text[a + 1 : b] for a, b in itertools.pairwise(edges)]
    if barred and not parts[0].string.strip():
        gone += parts.pop(0).removed("white-space")
    if barred and not parts[-1].string.strip():
        gone += parts.pop().removed("white-space")
    gone += [entry for part in parts if not part.string.strip() for entry in part.removed("white-space")]
    return tuple((replace(line, text=part, hint=False),) if part.string.strip() else () for part in parts), gone
