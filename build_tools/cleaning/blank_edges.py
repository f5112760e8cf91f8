"""White space at both ends of a line goes: indents, trailing blanks, stray tabs; a stray tab inside a sentence too.

\\u3000\\u3000到2025年，…。\\t → 到2025年，…。
"""

import re
from dataclasses import replace

from ..model.text import Draft, Grid, Line, Removed, strike

EDGES = re.compile(r"^\s+|\s+$")
INNER_TABS = re.compile(r"\t+")


def trim(draft: Draft) -> Draft:
    gone: list[Removed] = []
    lines = tuple(trim_grid(line, gone) if isinstance(line, Grid) else trim_line(line, gone) for line in draft.lines)
    return replace(draft, lines=lines, removed=draft.removed + tuple(gone))


def trim_line(line: Line, gone: list[Removed]) -> Line:
    for reason, pattern in (("white-space", EDGES), ("stray-tab", INNER_TABS)):
        line, removed = strike(line, [m.span() for m in pattern.finditer(line.string) if not parts_figures(m)], reason)
        gone += removed
    return line


def parts_figures(gap: re.Match) -> bool:
    """20\\t22 → True: two figures never become one"""
    return gap.string[gap.start() - 1 : gap.start()].isdigit() and gap.string[gap.end() : gap.end() + 1].isdigit()


def trim_grid(grid: Grid, gone: list[Removed]) -> Grid:
    return replace(
        grid, rows=tuple(tuple(tuple(trim_line(line, gone) for line in cell) for cell in row) for row in grid.rows)
    )
