"""A table that runs over a page repeats its head there; the repetition goes.

类别 | 指标 | 2020年 … (page) 类别 | 指标 | 2020年   →  the head stands once
"""

from dataclasses import replace

from ..model.text import Draft, Grid, Removed


def take_out(draft: Draft) -> Draft:
    gone: list[Removed] = []
    lines = tuple(once(line, gone) if isinstance(line, Grid) else line for line in draft.lines)
    return replace(draft, lines=lines, removed=draft.removed + tuple(gone))


def once(grid: Grid, gone: list[Removed]) -> Grid:
    head = words(grid.rows[0])
    rows = [grid.rows[0]]
    for row in grid.rows[1:]:
        if words(row) == head and len(row) > 1:
            gone += [entry for cell in row for line in cell for entry in line.text.removed("repeated-head")]
        else:
            rows.append(row)
    return replace(grid, rows=tuple(rows))


def words(row: tuple) -> list[str]:
    return ["".join("".join(line.string for line in cell).split()) for cell in row]
