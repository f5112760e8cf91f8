"""Cells in a row without their places → rows, by what the columns hold.

    heads 类别 序号 指标 单位 2025年 属性, cells: 经济发展 1 产值 亿元 12 预期性 2 收入 元 7 约束性   →   two rows; the second has no 类别

The cheapest way to cut the cells into rows is taken: every cell costs what it fits its column badly. A row may lack the
category, which goes on from above; 合计 may stand over several columns; a row that lacks another cell is taken where
nothing else fits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..chinese.table_words import is_total, misfit
from .table_cells import is_group

LACKING = 0.9  # cost of a row with a cell too few
LEFT = 0.8  # cost of a cell after the table's end
FITS = 0.1  # cost a cell up to which a single row is taken
ACROSS = 0.1  # cost of a row that names a group
WRONG_NUMBER = 0.5  # the serial number does not run on
BLANK_AMISS = 0.4  # a blank line inside a row, or none between two


@dataclass(frozen=True, slots=True)
class Row:
    """`columns[i]`: the column of the row's ith cell; `first`: number of its first cell; `lacks`: a cell is missing."""

    first: int
    columns: tuple[int, ...]
    lacks: bool = False
    total: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    rows: tuple[Row, ...]
    cost: float
    end: int


@dataclass(frozen=True, slots=True)
class State:
    cost: float
    before: int
    row: Row
    serial: int


START = State(0.0, -1, Row(0, ()), 0)


def fit_rows(cells: list[str], kinds: tuple[str, ...], blanks: frozenset[int] = frozenset()) -> Fit:
    """`blanks`: cells before which a blank line stands, where such lines part rows."""
    costs = {kind: [misfit(kind, cell) for cell in cells] for kind in sorted(set(kinds))}
    states: list[State | None] = [START, *[None] * len(cells)]
    for at in range(len(cells)):
        state = states[at]
        if state is None:
            continue
        for row, cost in candidates(cells, kinds, at, costs):
            serial, amiss = numbered(cells, kinds, row, state.serial)
            total = state.cost + cost + amiss + between_blanks(row, blanks, at)
            end = at + len(row.columns)
            known = states[end]
            if known is None or total < known.cost - 1e-9:
                states[end] = State(total, at, row, serial)
    reached = [(i, state) for i, state in enumerate(states) if state is not None and len(state.row.columns) > 1]
    end, last = min(reached, key=lambda one: (one[1].cost + LEFT * (len(cells) - one[0]), -one[0]), default=(0, START))
    return Fit(tuple(way_to(states, end)), last.cost, end)


def fit_row(cells: list[str], kinds: tuple[str, ...]) -> Row | None:
    """One row of exactly these cells, if they fit well."""
    if len(cells) == 1 and is_group(cells[0]):
        return Row(0, (0,))
    costs = {kind: [misfit(kind, cell) for cell in cells] for kind in sorted(set(kinds))}
    fitting = [
        (cost, number, row)
        for number, (row, cost) in enumerate(candidates(cells, kinds, 0, costs))
        if len(row.columns) == len(cells)
    ]
    cost, _, row = min(fitting, default=(9.0, 0, None))
    spare = LEFT if row and not row.total and len(row.columns) < len(kinds) else 0.0
    lacking = LACKING * (len(kinds) - len(cells)) if row and row.lacks else 0.0
    return row if row and cost - spare - lacking <= FITS * len(cells) else None


def way_to(states: list[State | None], end: int) -> list[Row]:
    rows: list[Row] = []
    while state := states[end] if end > 0 else None:
        rows.append(state.row)
        end = state.before
    return rows[::-1]


def candidates(
    cells: list[str], kinds: tuple[str, ...], at: int, costs: dict[str, list[float]]
) -> Iterator[tuple[Row, float]]:
    """All rows that may begin at cell `at`, with their cost."""
    every = tuple(range(len(kinds)))
    if is_total(cells[at]):
        yield from totals(cells, kinds, at, costs)
    if is_group(cells[at]) and at + 2 < len(cells):
        yield Row(at, (0,)), ACROSS
    full = [every]
    if categories := [c for c in every if kinds[c] == "category"]:
        full.append(tuple(c for c in every if c not in categories))
        full += [tuple(c for c in every if c != categories[0])] * (len(categories) > 1)
    for columns in full:
        if at + len(columns) <= len(cells):
            yield (
                Row(at, columns),
                price(columns, kinds, at, costs) + (LEFT if len(columns) < len(every) and not at else 0),
            )
        for less in (1, 2):
            if at + len(columns) - less <= len(cells) and len(columns) > 2 * less:
                best, cost = with_less(columns, kinds, at, costs, less)
                yield Row(at, best, lacks=True), cost + LACKING * less


def with_less(
    columns: tuple[int, ...], kinds: tuple[str, ...], at: int, costs: dict[str, list[float]], less: int
) -> tuple[tuple[int, ...], float]:
    """The columns without the `less` that cost least to leave out; of those that cost the same the first ones."""
    count = len(columns) - less
    ways: list[tuple[float, tuple[int, ...]] | None] = [(0.0, ()), *[None] * less]  # by columns left out so far
    for place, column in enumerate(columns):
        cells = costs[kinds[column]]
        following: list[tuple[float, tuple[int, ...]] | None] = [None] * (less + 1)
        for out, way in enumerate(ways):
            if way is None:
                continue
            if place - out < count:
                taken = (way[0] + cells[at + place - out], (*way[1], column))
                following[out] = min(filter(None, (following[out], taken)), key=latest)
            if out < less:
                following[out + 1] = way
        ways = following
    cost, kept = ways[less] or (float(len(columns)), columns[less:])
    return kept, cost


def latest(way: tuple[float, tuple[int, ...]]) -> tuple[float, list[int]]:
    """The cheapest way first; of those that cost the same the one whose cells stand further behind."""
    return round(way[0], 6), [-column for column in way[1]]


def price(columns: tuple[int, ...], kinds: tuple[str, ...], at: int, costs: dict[str, list[float]]) -> float:
    return sum(costs[kinds[column]][at + i] for i, column in enumerate(columns))


def totals(
    cells: list[str], kinds: tuple[str, ...], at: int, costs: dict[str, list[float]]
) -> Iterator[tuple[Row, float]]:
    """合计 with a figure for each of the last columns, or for each column of figures."""
    figures = [c for c, kind in enumerate(kinds) if kind == "figure"]
    for count in range(1, len(kinds)):
        if at + count >= len(cells):
            return
        last = tuple(range(len(kinds) - count, len(kinds)))
        ways = [last] if count != len(figures) or tuple(figures) == last else [tuple(figures), last]
        for columns in ways:
            cost = sum(costs[kinds[column]][at + 1 + i] for i, column in enumerate(columns))
            yield Row(at, (0, *columns), total=True), cost + 0.05


def numbered(cells: list[str], kinds: tuple[str, ...], row: Row, last: int) -> tuple[int, float]:
    """(the row's serial number, what it costs if it does not run on)"""
    place = next((i for i, column in enumerate(row.columns) if kinds[column] == "serial"), None)
    if place is None or row.total:
        return last, 0.0
    words = cells[row.first + place].strip(".．、")
    if not words.isdecimal():
        return last, 0.0
    return int(words), 0.0 if int(words) in (last + 1, 1) else WRONG_NUMBER


def between_blanks(row: Row, blanks: frozenset[int], at: int) -> float:
    if not blanks:
        return 0.0
    inside = sum(i in blanks for i in range(at + 1, at + len(row.columns)))
    return BLANK_AMISS * (inside + (bool(at) and at not in blanks))
