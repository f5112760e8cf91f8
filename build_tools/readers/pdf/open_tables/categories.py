"""Categories of a table without a frame: words in a column of their own, beside the rows that they hold for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....chinese.table_words import is_total
from .cells import Places, Row
from .columns import CellLine
from .rows import Evidence, Mode

BLOCK = 1.6  # em; lines of one category stand closer
MOST_LINES = 8  # of one category
NEVER = (1e6, (0, 0))
SKIPPED = 0.5  # of a row; what it costs to leave rows without words where a page cuts them off
OFF = 0.75  # of a row; a category further from the middle of its rows is in doubt


def put_categories(
    places: Places,
    column: int,
    lines: Sequence[CellLine],
    rows: Sequence[Row],
    heights: Sequence[tuple[float, bool]],
    mode: Mode,
    known: Evidence,
    shift: int,
    goes_on: bool,
) -> bool:
    """Words to the rows they stand beside; whether that is in doubt. `goes_on`: the first may stand on the page
    before."""
    doubt = False
    full = [height for height, whole in heights if whole]
    partial = len(full) < len(heights)
    for first, end in stretches(rows, column, full):
        top, bottom = rows[first].top, rows[end - 1].bottom
        own = [line for line in lines if top <= line.middle < bottom]
        bounds = [top, *(row.bottom for row in rows[first:end])]
        own.sort(key=lambda line: line.middle)
        if partial or not own:
            found = [(own, 0, end - first)] if own else []
        else:
            found, unsure = shared_out(own, bounds, mode, known, goes_on and first == 0)
            doubt |= unsure
        before = found[0][1] if found else end - first
        if goes_on and first == 0 and before:  # their words stand on the page before
            places.put((shift, column, before, 1), ())
        for block, start, stop in found:
            for line in block:
                places.put((first + start + shift, column, stop - start, 1), line.piece.chars)
    return doubt


def stretches(rows: Sequence[Row], column: int, full: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Rows one after the other that categories may hold for: titles of groups, sums and rules over all columns part
    them."""
    start = 0
    for i, row in enumerate(rows):
        if takes(row, column):
            if i > start:
                yield start, i
            start = i + 1
        elif any(abs(row.top - height) < 1 for height in full) and i > start:
            yield start, i
            start = i
    if start < len(rows):
        yield start, len(rows)


def takes(row: Row, column: int) -> bool:
    """Does the row itself have something in the column, or across it?"""
    return any(line.column <= column <= line.last or is_total(line.text) for line in row.lines)


Shared = tuple[list[CellLine], int, int]


def shared_out(
    lines: Sequence[CellLine], bounds: Sequence[float], mode: Mode, known: Evidence, goes_on: bool
) -> tuple[list[Shared], bool]:
    """Words of one or more lines, and the rows (first, behind the last) that each stands beside; whether that is in
    doubt. All ways to share them out are weighed: words stand in the middle of their rows, or at their beginning.

    Rows 0–10, 10–20, 20–30, 30–40, words with their middles at 10 and 30 → (0, 2), (2, 4)
    """
    rows, count = len(bounds) - 1, len(lines)
    height = (bounds[-1] - bounds[0]) / rows
    best = {(0, end): (0.0 if end == 0 else SKIPPED * height * (1 if goes_on else 1000), (0, 0)) for end in range(rows)}
    for line in range(1, count + 1):
        for first in range(max(0, line - MOST_LINES), line):
            join = joining(lines, first, line, known)
            for end in range(1, rows + 1):
                ways = [
                    (best[first, start][0] + join + off(lines[first:line], bounds, start, end, mode), (first, start))
                    for start in range(end)
                    if (first, start) in best
                ]
                if ways:
                    best[line, end] = min([*ways, best.get((line, end), NEVER)])
    if (count, rows) not in best:
        return [([line], at, at + 1) for line in lines for at in [row_at(bounds, line.middle)]], True
    found: list[Shared] = []
    at = (count, rows)
    while at[0]:
        before = best[at][1]
        found.append((list(lines[before[0] : at[0]]), before[1], at[1]))
        at = before
    found.reverse()
    return found, any(off(block, bounds, a, b, mode) > OFF * height for block, a, b in found)


def off(block: Sequence[CellLine], bounds: Sequence[float], start: int, end: int, mode: Mode) -> float:
    """How far words stand from the middle of their rows, or from the beginning of the first."""
    if mode == "top":
        return abs(block[0].middle - bounds[start]) if row_at(bounds, block[0].middle) != start else 0.0
    return abs((bounds[start] + bounds[end]) / 2 - (block[0].piece.top + block[-1].piece.bottom) / 2)


def joining(lines: Sequence[CellLine], first: int, end: int, known: Evidence) -> float:
    """What speaks against lines `first` to `end` as one word: they stand apart, a short line stands before its last; or
    the line before it is full and it is short, so that it may be the end of that."""
    widest = max(line.piece.x1 - line.piece.x0 for line in lines)
    full = [line.piece.x1 - line.piece.x0 > widest - known.size / 2 for line in lines]
    cost = 0.0
    for at in range(first + 1, end):
        step = lines[at].middle - lines[at - 1].middle
        least = known.leading or BLOCK * known.size
        cost += NEVER[0] if step > 1.6 * least else known.size * (step > 1.1 * least) + known.size * (not full[at - 1])
    if first and full[first - 1] and not full[first]:
        cost += 1.5 * known.size
    return cost


def row_at(bounds: Sequence[float], height: float) -> int:
    return max(0, min(len(bounds) - 2, sum(bound <= height for bound in bounds) - 1))
