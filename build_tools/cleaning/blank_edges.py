"""White space at both ends of a line goes: indents, trailing blanks, stray tabs; a stray tab inside a sentence too.

\\u3000\\u3000到2025年，…。\\t → 到2025年，…。
"""

import re
from dataclasses import replace

from ..model.text import Draft, Grid, Line, Removed, strike

INNER_TABS = re.compile(r"\t+")
NUMBER = re.compile(r"\d{1,2}(?:[.．]\d{1,2}){0,3}", re.ASCII)


def trim(draft: Draft) -> Draft:
    gone: list[Removed] = []
    lines = tuple(trim_grid(line, gone) if isinstance(line, Grid) else trim_line(line, gone) for line in draft.lines)
    return replace(draft, lines=lines, removed=draft.removed + tuple(gone))


def trim_line(line: Line, gone: list[Removed]) -> Line:
    line, edges = strike(line, blank_ends(line.string), "white-space")
    tabs = [match.span() for match in INNER_TABS.finditer(line.string) if not parts_figures(match)]
    line, stray = strike(line, tabs, "stray-tab")
    gone += edges + stray
    return line


def blank_ends(string: str) -> list[tuple[int, int]]:
    """“ 甲乙　” → [(0, 1), (3, 4)]; only blanks → [(0, all)]"""
    start = len(string) - len(string.lstrip())
    return [(0, start), (max(start, len(string.rstrip())), len(string))]


def parts_figures(gap: re.Match[str]) -> bool:
    """20\\t22 → True: two figures never become one; nor do the number of a section and its title, 2\\t总体要求"""
    before, after = gap.string[gap.start() - 1 : gap.start()], gap.string[gap.end() : gap.end() + 1]
    return before.isdigit() and (after.isdigit() or NUMBER.fullmatch(gap.string[: gap.start()]) is not None)


def trim_grid(grid: Grid, gone: list[Removed]) -> Grid:
    return replace(
        grid, rows=tuple(tuple(tuple(trim_line(line, gone) for line in cell) for cell in row) for row in grid.rows)
    )
