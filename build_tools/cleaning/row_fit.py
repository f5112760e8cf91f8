"""Cells in a row without their places → rows, by what the columns hold.

    heads 类别 序号 指标 单位 2025年 属性, cells: 经济发展 1 产值 亿元 12 预期性 2 收入 元 7 约束性   →   two rows; the second has no 类别

The cheapest way to cut the cells into rows is taken: every cell costs what it fits its column badly. A row may lack the
category, which goes on from above; 合计 may stand over several columns; a group's name may have its sums beside it; a row
that lacks another cell is taken where nothing else fits. What a column holds is learned from the rows, and read again.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations

from ..chinese.table_words import is_group_number, is_total, kind_of, misfit
from .table_cells import is_group

LACKING = 0.9  # cost of a row with a cell too few
LEFT = 0.8  # cost of a cell after the table's end
FITS = 0.1  # cost a cell up to which a single row is taken
ACROSS = 0.1  # cost of a row that names a group
TOTAL = 0.05  # … or a sum
WRONG_NUMBER = 0.5  # the serial number does not run on
BLANK_AMISS = 0.4  # a blank line inside a row, or none between two
GROUP = 1.5  # cost of a group's name among other cells
SPARSE = 0.3  # cost of a cell too few where many rows lack the same
OFTEN = 3  # rows that lack it
SURE = 0.2  # by so much another place must fit worse, so that the lacking cell is known
MOSTLY = 0.6  # of a column's cells
NUDGE, MOST_NUDGE = 0.02, 0.04  # cost of a figure ten times as large as its column's others, and the most
MOST_TRIED = 14  # columns of a row whose lacking cell is looked for
LEAST = 0.04  # cost a cell that figures of other sizes may add
SIZE = re.compile(r"\d+(?:\.\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """`columns[i]`: the column of the row's ith cell; `first`: number of its first cell; `lacks`: a cell is missing,
    and which one cannot be told."""

    first: int
    columns: tuple[int, ...]
    lacks: bool = False
    total: bool = False
    group: bool = False


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


Way = tuple[int, tuple[int, ...]]  # cost, and the columns kept, each negative: the cheapest way is the least, then
# the one whose cells stand further behind
FINE = 1_000_000  # costs as whole numbers, so that ties are ties
START = State(0.0, -1, Row(0, ()), 0)


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a table without their places, what its columns hold, and `costs[column][cell]`.

    `sparse`: columns that many rows have nothing in; `fine`: the costs in millionths."""

    cells: list[str]
    kinds: tuple[str, ...]
    costs: list[list[float]]
    sparse: frozenset[int] = frozenset()
    fine: list[list[int]] = field(default_factory=list)

    def lacking(self, columns: Iterable[int]) -> float:
        return sum(SPARSE if column in self.sparse else LACKING for column in columns)


def table_of(cells: list[str], kinds: tuple[str, ...], sparse: frozenset[int] = frozenset()) -> Table:
    groups = [is_group(cell) for cell in cells]
    costs = {kind: [misfit(kind, cell) for cell in cells] for kind in sorted(set(kinds))}
    columns = [costs[kind] for kind in kinds]
    if any(groups):  # 一、水利类 stands in the first column, or in one of categories
        columns = [
            column
            if not c or kinds[c] == "category"
            else [max(cost, GROUP * group) for cost, group in zip(column, groups, strict=True)]
            for c, column in enumerate(columns)
        ]
    return in_fine(Table(cells, kinds, columns, sparse))


def in_fine(table: Table) -> Table:
    return replace(table, fine=[[round(cost * FINE) for cost in column] for column in table.costs])


def fit_rows(cells: list[str], kinds: tuple[str, ...], blanks: frozenset[int] = frozenset()) -> Fit:
    """`blanks`: cells before which a blank line stands, where such lines part rows. An empty cell is “”."""
    first = fitted(table_of(cells, kinds), blanks)
    if all(len(row.columns) == len(kinds) or row.group or row.total for row in first.rows) and first.end == len(cells):
        return first
    known, sparse = learned(cells, kinds, first.rows)
    table = table_of(cells, known, sparse)
    second = fitted(in_fine(replace(table, costs=with_sizes(table, first.rows))), blanks)
    return second if second.end >= first.end and second.cost < first.cost + LEAST * len(cells) else first


def learned(cells: list[str], kinds: tuple[str, ...], rows: tuple[Row, ...]) -> tuple[tuple[str, ...], frozenset[int]]:
    """What the columns hold by the rows that are read, and the columns that many of them have nothing in."""
    held: list[Counter[str]] = [Counter() for _ in kinds]
    absent: Counter[int] = Counter()
    for row in rows:
        if row.total or row.group:
            continue
        absent.update(set(range(len(kinds))) - set(row.columns))
        for i, column in enumerate(row.columns):
            held[column][kind_of(cells[row.first + i])] += bool(cells[row.first + i])
    known = []
    for kind, found in zip(kinds, held, strict=True):
        most, count = found.most_common(1)[0] if found else ("", 0)
        sure = count >= OFTEN and count >= MOSTLY * found.total()
        if kind in ("figure", "any") and sure and most == "text":
            kind = "any" if kind == "figure" else "free"
        elif kind == "any" and sure and most in ("figure", "serial"):
            kind = "figure"
        known.append(kind)
    lacked = [c for c, n in absent.items() if n >= OFTEN and kinds[c] not in ("serial", "name", "category")]
    return tuple(known), frozenset(lacked)


def with_sizes(table: Table, rows: tuple[Row, ...]) -> list[list[float]]:
    """Of two columns of figures a figure fits that one a little better whose other figures are about as large."""
    sizes: list[list[float]] = [[] for _ in table.kinds]
    for row in rows:
        if len(row.columns) == len(table.kinds):
            for i, column in enumerate(row.columns):
                size = size_of(table.cells[row.first + i])
                sizes[column] += [size] if size is not None else []
    own = [size_of(cell) for cell in table.cells]
    return [
        [cost + strange(size, known) for cost, size in zip(column, own, strict=True)] if kind == "figure" else column
        for kind, known, column in zip(table.kinds, sizes, table.costs, strict=True)
    ]


def strange(size: float | None, known: list[float]) -> float:
    """What a figure costs in a column whose other figures are of these sizes."""
    return min(NUDGE * abs(size - sorted(known)[len(known) // 2]), MOST_NUDGE) if size is not None and known else 0.0


def size_of(words: str) -> float | None:
    """[5200] → 3.7, the power of ten; of what is no figure None"""
    found = SIZE.search(words) if kind_of(words) in ("figure", "serial") else None
    return math.log10(max(float(found[0]), 0.01)) if found else None


def fitted(table: Table, blanks: frozenset[int]) -> Fit:
    cells = table.cells
    states: list[State | None] = [START, *[None] * len(cells)]
    for at in range(len(cells)):
        state = states[at]
        if state is None:
            continue
        for row, cost in candidates(table, at):
            serial, amiss = numbered(cells, table.kinds, row, state.serial)
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
    fitting = [
        (cost, number, row)
        for number, (row, cost) in enumerate(candidates(table_of(cells, kinds), 0))
        if len(row.columns) == len(cells)
    ]
    cost, _, row = min(fitting, default=(9.0, 0, None))
    spare = LEFT if row and not row.total and len(row.columns) < len(kinds) else 0.0
    lacking = LACKING * (len(kinds) - len(cells)) if row and row.lacks else 0.0
    return row if row and cost - spare - lacking <= FITS * len(cells) else None


def unplaced(row: Row, cells: list[str], kinds: tuple[str, ...]) -> tuple[int, int] | None:
    """First and last of the columns among which the cells of a row that lacks one may stand as well elsewhere: 2025年,
    2030年 for a single figure. None where they are known, or nothing tells."""
    missing = [c for c in range(len(kinds)) if c not in row.columns and kinds[c] != "category"]
    base = sorted([*row.columns, *missing])
    if not 0 < len(missing) <= 2 or len(base) > MOST_TRIED:
        return None
    words = [cells[row.first + i] for i in range(len(row.columns))]
    ways = []
    for out in combinations(base, len(missing)):
        kept = [c for c in base if c not in out]
        ways.append((sum(misfit(kinds[c], cell) for c, cell in zip(kept, words, strict=True)), out))
    least = min(cost for cost, _ in ways)
    open_columns = {c for cost, out in ways if cost <= least + SURE for c in out}
    first, last = min(open_columns), max(open_columns)
    figures = all(kinds[c] in ("figure", "any") for c in range(first, last + 1))
    held = [c for c in row.columns if first <= c <= last]
    return (first, last) if first < last and held and figures else None


def way_to(states: list[State | None], end: int) -> list[Row]:
    rows: list[Row] = []
    while state := states[end] if end > 0 else None:
        rows.append(state.row)
        end = state.before
    return rows[::-1]


def candidates(table: Table, at: int) -> Iterator[tuple[Row, float]]:
    """All rows that may begin at cell `at`, with their cost."""
    cells, kinds = table.cells, table.kinds
    every = tuple(range(len(kinds)))
    if is_total(cells[at]):
        yield from labelled(table, at, 1, Row(at, (), total=True), TOTAL)
    if is_group(cells[at]) and at + 2 < len(cells):
        yield Row(at, (0,), group=True), ACROSS
        yield from labelled(table, at, 1, Row(at, (), group=True), ACROSS)
    if kinds[0] in ("serial", "any") and is_group_number(cells[at]) and at + 2 < len(cells):
        yield from labelled(table, at, 2, Row(at, (), group=True), ACROSS)
    full = [every]
    if categories := [c for c in every if kinds[c] == "category"]:
        full.append(tuple(c for c in every if c not in categories))
        full += [tuple(c for c in every if c != categories[0])] * (len(categories) > 1)
    for columns in full:
        if at + len(columns) <= len(cells):
            spare = LEFT if len(columns) < len(every) and not at else 0
            yield Row(at, columns), price(columns, table, at) + spare
        for less in (1, 2):
            if at + len(columns) - less <= len(cells) and len(columns) > 2 * less:
                best, cost, sure = with_less(columns, table, at, less)
                yield Row(at, best, lacks=not sure), cost + table.lacking(set(columns) - set(best))


def labelled(table: Table, at: int, label: int, row: Row, own: float) -> Iterator[tuple[Row, float]]:
    """合计, 一、能源类 or 一 | 能源类 with the cells beside it, as many as there may be: they stand where they fit; where an
    empty cell is written, too, nothing but the places below the label is left out."""
    width = len(table.kinds)
    others = tuple(range(label, width))
    for count in range(min(len(others), len(table.cells) - at - label) + 1):
        beside = table.cells[at + label : at + label + count]
        if not beside and (label == 1 or not at):
            continue
        if all(beside):
            best, cost, sure = with_less(others, table, at + label, len(others) - count)
        else:
            best, sure = others[len(others) - count :], True
            cost = price(best, table, at + label)
        yield replace(row, columns=(*range(label), *best), lacks=not sure), cost + own


def with_less(columns: tuple[int, ...], table: Table, at: int, less: int) -> tuple[tuple[int, ...], float, bool]:
    """The columns without the `less` that cost least to leave out, and whether any other would cost clearly more; of
    those that cost the same the first ones."""
    count = len(columns) - less
    ways: list[list[Way]] = [[(0, ())], *[[] for _ in range(less)]]  # by columns left out so far, the two cheapest
    for place, column in enumerate(columns):
        costs = table.fine[column]
        for out in range(min(less, place), -1, -1):
            taken = place - out
            here = ways[out]
            if taken < count:
                more = costs[at + taken]
                going = [(cost + more, (*kept, -column)) for cost, kept in here]
            else:
                going = []
            if out < less and here:
                ways[out + 1] = sorted([*ways[out + 1], *here])[:2] if ways[out + 1] else here
            ways[out] = going
    if not ways[less]:
        return columns[less:], float(len(columns)), False
    cost, kept = ways[less][0]
    sure = len(ways[less]) == 1 or ways[less][1][0] > cost + SURE * FINE
    return tuple(-column for column in kept), cost / FINE, sure


def price(columns: tuple[int, ...], table: Table, at: int) -> float:
    return sum(table.costs[column][at + i] for i, column in enumerate(columns))


def numbered(cells: list[str], kinds: tuple[str, ...], row: Row, last: int) -> tuple[int, float]:
    """(the row's serial number, what it costs if it does not run on)"""
    place = next((i for i, column in enumerate(row.columns) if kinds[column] == "serial"), None)
    if place is None or row.total or row.group:
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
