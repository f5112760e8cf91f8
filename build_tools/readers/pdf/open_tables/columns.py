"""The columns of a table without a frame: between two heads, or between what stands side by side in most lines, runs a
stripe that next to nothing crosses."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ....chinese.numbering import read_marker
from ..signs import Char
from .heads import HeadCell
from .pieces import Piece, PrintLine, Region

STUCK = 0.15  # em; signs this close are not parted by a column
STEP, FINE = 1.0, 0.5  # points
LITTLE = 0.25
CLEAR = 0.3  # em; the least stripe where no head tells of a column
SEVERAL = 0.3  # of the lines that have something on both sides of a stripe


@dataclass(frozen=True)
class CellLine:
    """One line of a cell: the columns from which to which it reaches."""

    piece: Piece
    column: int
    last: int

    @property
    def text(self) -> str:
        return self.piece.text

    @property
    def middle(self) -> float:
        return self.piece.middle


def column_edges(
    region: Region, head: Sequence[HeadCell], body: Sequence[PrintLine], above: Sequence[float]
) -> list[float]:
    """Left edge, the middles of the stripes, right edge. `above`: the columns of the page before."""
    leaves = [leaf for cell in head for leaf in cell.leaves]
    solid = [spans_of(line) for line in body]
    if not leaves and above and crossings(above[1:-1], solid) <= 1 + len(body) // 10:
        return [min(above[0], region.x0), *above[1:-1], max(above[-1], region.x1)]
    if not leaves:
        many = [spans for line, spans in zip(body, solid, strict=True) if len(line) > 1]
        return [region.x0, *clear_stripes(region.x0, region.x1, many, CLEAR * region.size), region.x1]
    single = [len(line) == 1 for line in body]
    cuts = [stripe(left.x1, right.x0, left.centre, right.centre, solid, single) for left, right in pairwise(leaves)]
    edges = [region.x0, *cuts, region.x1]
    return sorted({*edges, *second_columns(edges, body, solid, region.size)})


def parted_heads(lines: Sequence[PrintLine], body: Sequence[PrintLine], region: Region) -> list[PrintLine]:
    """Heads that stand close are two where a clear stripe runs below the gap between them: 建设性质建设年限"""
    many = [spans_of(line) for line in body if len(line) > 1 or not is_title(line[0], region)]
    cuts = clear_stripes(region.x0, region.x1, many, CLEAR * region.size, 1 + len(many) // 40)
    return [[part for piece in line for part in parted_at(piece, cuts)] for line in lines]


def is_title(piece: Piece, region: Region) -> bool:
    """A line of one piece that may stand across the columns: numbered, at the left edge, or in the middle of all."""
    central = abs(piece.centre - (region.x0 + region.x1) / 2) < piece.size
    return central or piece.x0 < region.x0 + piece.size or read_marker(piece.text) is not None


def parted_at(piece: Piece, cuts: Sequence[float]) -> list[Piece]:
    parts, run = [], [piece.chars[0]]
    for before, char in pairwise(piece.chars):
        middle = (before["x1"] + char["x0"]) / 2
        gap = gap_between(before, char, alone=True) > STUCK * char["size"]
        if gap and any(abs(cut - middle) < char["size"] for cut in cuts):
            parts.append(Piece(tuple(run)))
            run = []
        run.append(char)
    return [*parts, Piece(tuple(run))]


def whole_heads(head: Sequence[HeadCell], body: Sequence[PrintLine]) -> list[HeadCell]:
    """Heads of one sign each, with no stripe below the gap between them, are one: 单 位"""
    solid = [spans_of(line) for line in body]
    out: list[HeadCell] = []
    for cell in head:
        last = out[-1] if out else None
        if last and is_sign(last) and is_sign(cell):
            cut = stripe(last.x1, cell.x0, last.centre, cell.centre, solid)
            if sum(crossed(cut, spans) for spans in solid) * 10 > len(body):
                out[-1] = HeadCell(last.x0, cell.x1, (*last.pieces, *cell.pieces))
                continue
        out.append(cell)
    return out


def is_sign(cell: HeadCell) -> bool:
    return not cell.below and sum(len(piece.chars) for piece in cell.pieces) == 1


def spans_of(line: PrintLine) -> list[tuple[float, float]]:
    """Where signs stand in a line; gaps of a third of an em part them."""
    out: list[tuple[float, float]] = []
    for char in (char for piece in line for char in piece.chars):
        if out and char["x0"] - out[-1][1] < CLEAR * char["size"]:
            out[-1] = out[-1][0], max(out[-1][1], float(char["x1"]))
        else:
            out.append((float(char["x0"]), float(char["x1"])))
    return out


def crossings(cuts: Sequence[float], solid: Sequence[Sequence[tuple[float, float]]]) -> int:
    """The most lines that cross one of the cuts."""
    return max((sum(crossed(cut, spans) for spans in solid) for cut in cuts), default=0)


def crossed(x: float, spans: Sequence[tuple[float, float]]) -> bool:
    return any(x0 + 0.5 < x < x1 - 0.5 for x0, x1 in spans)


def stripe(
    x0: float,
    x1: float,
    left: float,
    right: float,
    solid: Sequence[Sequence[tuple[float, float]]],
    single: Sequence[bool] = (),
) -> float:
    """The middle of the widest place between two heads that the fewest lines cross. `single`: lines of one piece, which
    may be titles of groups and count for little."""
    weights = [LITTLE if one else 1.0 for one in single] or [1.0] * len(solid)
    if x1 <= x0:
        x0, x1 = left, right
    steps = [x0 + STEP * i for i in range(max(1, int((x1 - x0) / STEP)) + 1)]
    counts = [sum(w for w, spans in zip(weights, solid, strict=True) if crossed(x, spans)) for x in steps]
    least = min(counts)
    best, start = (0, 0), None
    for i, count in enumerate([*counts, -1.0]):
        if count == least and start is None:
            start = i
        elif count != least and start is not None:
            best = max(best, (i - start, -start))
            start = None
    first = -best[1]
    return (steps[first] + steps[min(first + best[0], len(steps)) - 1]) / 2


def clear_stripes(
    x0: float, x1: float, solid: Sequence[Sequence[tuple[float, float]]], least: float, most: int = 0
) -> list[float]:
    """Middles of the stripes, at least `least` wide, that no more than `most` lines cross; not at the edges."""
    steps = max(1, round((x1 - x0) / FINE))
    change = [0] * (steps + 2)
    for start, end in (span for line in solid for span in line):
        a, b = max(0, math.ceil((start - x0) / FINE)), min(steps, math.floor((end - x0) / FINE))
        if a <= b:
            change[a] += 1
            change[b + 1] -= 1
    counts = list(accumulate(change[: steps + 1]))
    filled = [i for i, count in enumerate(counts) if count > most]
    return [x0 + (a + b) / 2 * FINE for a, b in pairwise(filled) if (b - a - 1) * FINE >= least]


def second_columns(
    edges: Sequence[float], body: Sequence[PrintLine], solid: Sequence[Sequence[tuple[float, float]]], size: float
) -> list[float]:
    """A head may stand over two columns (指标 over name and breakdown): where many lines have something on both sides
    of a clear stripe."""
    found = []
    for left, right in pairwise(edges):
        inside = [[span for span in spans if span[0] >= left - 1 and span[1] <= right + 1] for spans in solid]
        for cut in clear_stripes(left, right, inside, size * 0.75):
            both = sum(any(s[1] < cut for s in spans) and any(s[0] > cut for s in spans) for spans in inside)
            if both > 1 and both >= SEVERAL * sum(bool(spans) for spans in inside):
                found.append(cut)
    return found


def cell_lines(body: Sequence[PrintLine], edges: Sequence[float]) -> list[CellLine]:
    """Each line cut at the columns; signs that touch one another over an edge stay together and cover both."""
    out = []
    for line in body:
        chars = [char for piece in line for char in piece.chars]
        run: list[Char] = []
        for char in chars:
            parted = bool(run) and column_at(edges, run[-1]) != column_at(edges, char)
            if parted and gap_between(run[-1], char, len(line) == 1) > STUCK * char["size"]:
                out.append(cell_line(run, edges))
                run = []
            run.append(char)
        out.append(cell_line(run, edges))
    return out


def gap_between(before: Char, char: Char, alone: bool) -> float:
    """Where nothing else stands in the line, the blank half of a mark is no gap: （一）经济发展"""
    if alone:
        before, char = before.get("own", before), char.get("own", char)
    return float(char["x0"] - before["x1"])


def cell_line(run: list[Char], edges: Sequence[float]) -> CellLine:
    columns = [column_at(edges, char) for char in run]
    return CellLine(Piece(tuple(run)), min(columns), max(columns))


def column_at(edges: Sequence[float], char: Char) -> int:
    x: float = (char["x0"] + char["x1"]) / 2
    return max(0, min(len(edges) - 2, sum(edge <= x for edge in edges) - 1))
