"""Rows narrower than their table: a merged cell was written once and the places it covers were left out, or empty
cells at the end were.

    合计\t\t648300\t  in a table of six columns   →   合计 over three columns, an empty year, 648300, an empty remark

The cells' kinds tell where the lacking places are; where they do not, the row stays as narrow as it is, which is told.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ..chinese.table_words import head_kind, is_group_number, is_total, kind_of, misfit
from ..model.text import Cell, Grid
from .table_cells import is_group, words_of
from .table_heads import is_below_heads, shares

MergedCells = tuple[int, int, int, int]
Rows = list[list[Cell]]
FITS = 0.3  # cost a cell up to which a short row is put
CLEARLY = 0.25  # by so much a cell another way must be better, so that the row is not put at all


def fit_width(grid: Grid) -> Grid:
    """Rows narrower than the others are put where their cells fit; what fits nowhere stays as narrow as it is."""
    widths = Counter(len(row) for row in grid.rows)
    if len(widths) == 1:
        return grid
    width = max(widths, key=lambda n: (widths[n], n))
    rows = [list(row) for row in grid.rows]
    rows = [row[:width] if len(row) > width and not any(row[width:]) else row for row in rows]
    if any(len(row) > width for row in rows):
        return replace(grid, rows=tuple(map(tuple, rows)))
    spans: list[MergedCells] = []
    head = 1
    if len(rows) > 2 and len(rows[0]) < width and len(rows[1]) == width and (spread := spread_head(rows[0], rows[1])):
        rows[0], spans = spread
        head = 2
    kinds = column_kinds(rows, width, head)
    for r, row in enumerate(rows):
        if len(row) < width:
            rows[r], span = placed(row, kinds, r, once=head > 1)
            spans += span
    return replace(grid, rows=tuple(map(tuple, rows)), spans=tuple(spans), head=head if head > 1 else 0)


def spread_head(first: list[Cell], second: list[Cell]) -> tuple[list[Cell], list[MergedCells]] | None:
    """(类别, 指标, 规划目标, 属性) over ( , , 2025年, 2030年, ) → 规划目标 stands over two columns."""
    lower = [c for c, cell in enumerate(second) if cell]
    words = [words_of(second[c]) for c in lower]
    if not lower or not is_below_heads(words) or lower != list(range(lower[0], lower[-1] + 1)):
        return None
    before, after = lower[0], len(second) - lower[-1] - 1
    groups = first[before : len(first) - after]
    sizes = shares(words, [words_of(cell) for cell in groups]) if groups else []
    if not sizes or not all(groups):
        return None
    row, spans = list(first[:before]), []
    for cell, size in zip(groups, sizes, strict=False):
        if size > 1:
            spans.append((0, len(row), 1, size))
        row += [cell, *[()] * (size - 1)]
    row += first[len(first) - after :] if after else []
    return row, spans + [(0, c, 2, 1) for c in range(len(second)) if c not in lower]


def column_kinds(rows: Rows, width: int, head: int) -> list[str]:
    """What each column holds: by its head, else by most of its cells."""
    out = []
    for c in range(width):
        full = [words_of(row[c]) for row in rows if len(row) == width]
        said = head_kind("".join(full[:head])) if full else "any"
        kinds = Counter(kind_of(words) for words in full[head:] if words)
        most = kinds.most_common(1)[0][0] if kinds else "any"
        guess = {"text": "name", "dash": "any", "serial": "figure"}.get(most, most)
        out.append(guess if said == "any" else said)
    return out


def placed(row: list[Cell], kinds: list[str], number: int, once: bool) -> tuple[list[Cell], list[MergedCells]]:
    """A sum or a group's row with its label over the places left out; another row with empty cells behind; as it is
    where its cells fit neither way. `once`: this table writes wide cells once, as its head shows."""
    lacking = len(kinds) - len(row)
    if len(row) == 1 and row[0] and is_group(words_of(row[0])):
        return [row[0], *[()] * lacking], [(number, 0, 1, len(kinds))]
    behind = [*row, *[()] * lacking]
    label = label_of([words_of(cell) for cell in row])
    ways = [[*row[:at], *[()] * lacking, *row[at:]] for at in range(max(label, 1), len(row) + 1)]
    costs = [cost(way, kinds) for way in ways]
    least = min(costs)
    if label and len(row) > label and least <= FITS:
        best = [way for way, price in zip(ways, costs, strict=True) if price < least + 1e-9]
        certain = once or len({filled(way) for way in best}) == 1 or not all(row)
        if best[0] == ways[0] and certain:
            return best[0], [(number, label - 1, 1, lacking + 1)]
        return (best[-1], []) if len({filled(way) for way in best}) == 1 else (row, [])
    if number == 0 or (costs[-1] <= FITS and costs[-1] < least + CLEARLY):
        return behind, []
    return row, []


def filled(row: list[Cell]) -> tuple[bool, ...]:
    return tuple(map(bool, row))


def label_of(words: list[str]) -> int:
    """How many cells name a sum or a group: 合计 → 1; 一、能源类 → 1; 一 | 能源类 → 2; else 0"""
    if words and (is_total(words[0]) or is_group(words[0])):
        return 1
    return 2 if len(words) > 1 and is_group_number(words[0]) and kind_of(words[1]) == "text" else 0


def cost(row: list[Cell], kinds: list[str]) -> float:
    """How badly the cells of a row fit, a cell on the average; the first one is a label in any case."""
    filled = [(c, words_of(cell)) for c, cell in enumerate(row) if cell and c]
    return sum(misfit(kinds[c], words) for c, words in filled) / max(1, len(filled))
