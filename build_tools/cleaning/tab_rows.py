"""Lines of a table, its cells parted by tabs or by bars, become one grid.

    类别\\t指标\\t2020 年 / \\t1. 粮食产量\\t40   →  Grid with rows (类别, 指标, 2020 年), ( , 1. 粮食产量, 40)

A table has two rows or more, of the same width; a single line with a tab in it is a sentence with a stray tab.
"""

import re
from dataclasses import replace

from ..model.text import Draft, Grid, Line, Removed

BAR_ROW = re.compile(r"\s*\|.*\|\s*$")
BAR_RULE = re.compile(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*$")


def gather(draft: Draft) -> Draft:
    lines, gone, at = [], [], 0
    while at < len(draft.lines):
        if isinstance(draft.lines[at], Grid):
            lines.append(draft.lines[at])
            at += 1
            continue
        run = draft.lines[at : end_of_run(draft.lines, at)]
        if len([line for line in run if says_something(line)]) >= 2 and width(run[0]) >= 2:
            table, removed = grid(run)
            lines.append(table)
            gone += removed
            at += len(run)
        else:
            lines.append(draft.lines[at])
            at += 1
    return replace(draft, lines=tuple(lines), removed=draft.removed + tuple(gone))


def end_of_run(lines: tuple[Line, ...], start: int) -> int:
    """One past the last row of the table that begins at `start`; blank lines may part rows of one width."""
    end, at = start, start
    while at < len(lines) and (
        is_row(lines[at]) or end > start and isinstance(lines[at], Line) and not lines[at].string.strip()
    ):
        if is_row(lines[at]):
            if at > end and end > start and width(lines[at]) != width(lines[start]):
                break
            end = at + 1
        at += 1
    return max(end, start + 1)


def is_row(line: Line | Grid) -> bool:
    """Tabs between things, not only at the end; or bars at both ends."""
    return isinstance(line, Line) and ("\t" in line.string.rstrip() or bool(BAR_ROW.match(line.string)))


def says_something(line: Line) -> bool:
    """| 甲 | 乙 | → True; |---|---| → False"""
    return bool(line.string.replace("|", "").strip()) and not BAR_RULE.match(line.string)


def width(line: Line) -> int:
    return len(cells(line)[0])


def grid(run: tuple[Line, ...]) -> tuple[Grid, list[Removed]]:
    gone, rows = [], []
    for line in run:
        if BAR_RULE.match(line.string) or not line.string.strip():
            gone += line.text.removed("table-rule" if line.string.strip() else "white-space")
        else:
            row, removed = cells(line)
            rows.append(row)
            gone += removed
    return Grid(run[0].number, run[-1].number, tuple(rows)), gone


def cells(line: Line) -> tuple[tuple[tuple[Line, ...], ...], list[Removed]]:
    """The line's cells; an empty one has no line in it."""
    mark = "|" if BAR_ROW.match(line.string) else "\t"
    marks = [i for i, sign in enumerate(line.string) if sign == mark]
    gone = [entry for i in marks for entry in line.text[i : i + 1].removed("cell-mark")]
    edges = [-1, *marks, len(line.string)]
    parts = [line.text[a + 1 : b] for a, b in zip(edges, edges[1:])]
    if mark == "|":
        gone += parts[0].removed("white-space") + parts[-1].removed("white-space")
        parts = parts[1:-1]
    gone += [entry for part in parts if not part.string.strip() for entry in part.removed("white-space")]
    return tuple((replace(line, text=part, hint=False),) if part.string.strip() else () for part in parts), gone
