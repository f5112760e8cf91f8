"""The head of a table in blanks: heads over one column, and heads over several that stand a line higher."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise

from ..chinese.table_words import YEAR, bare, head_kind, is_leaf, kind_of
from ..model.text import Cell
from .column_places import Columns, Segment
from .table_cells import is_group
from .table_heads import starts_anew

AGAIN = 100  # places that a head is off which does not begin where the lower heads begin anew
NO_HEAD = ("figure", "serial", "unit", "attribute", "dash")
LOWER = 0.4  # lines by which a head below another stands lower than the rest


@dataclass(frozen=True, slots=True)
class ReadHead:
    rows: tuple[tuple[Cell, ...], ...]
    spans: tuple[tuple[int, int, int, int], ...]


def first_body_line(lines: list[list[Segment]]) -> int | None:
    """The first line with a figure, a unit or an attribute that is no year of the head."""
    for i, parts in enumerate(lines):
        kinds = [kind_of(part.words) for part in parts]
        if (len(parts) == 1 and is_group(parts[0].words)) or (len(parts) >= 3 and kinds[0] == "serial"):
            return i
        firm = [kind for kind in kinds if kind in ("figure", "serial", "unit", "attribute", "dash", "nature")]
        if len(parts) >= 2 and firm and not (len(firm) < 2 and heads_in(parts) * 2 >= len(parts)):
            return i
    return None


def heads_in(parts: list[Segment]) -> int:
    return sum(head_kind(part.words) != "any" for part in parts)


def certain(lines: list[list[Segment]]) -> int:
    """How many of the lines above the body are head and nothing else: up to the last with 单位, 属性, or several known
    heads."""
    sure = [i for i, parts in enumerate(lines) if any(is_leaf(part.words) for part in parts) or heads_in(parts) >= 2]
    return sure[-1] + 1 if sure else 0


def with_head_columns(lines: list[list[Segment]], columns: Columns) -> Columns:
    """A column with nothing below its head has its place there, if that is nobody else's."""
    for parts in lines:
        taken = [columns.column_of(part) for part in parts]
        alone = [
            part
            for part, column in zip(parts, taken, strict=False)
            if not columns.touched(part) and taken.count(column) > 1
        ]
        if alone:
            columns = Columns(tuple(sorted([*columns.edges, *map(columns.extent, alone)])), columns.wide)
    return columns


def read(lines: list[list[Segment]], columns: Columns) -> ReadHead | None:
    """Rows of the head's cells; None where a column has no head or a head no column."""
    parts = [(number, part) for number, line in enumerate(lines) for part in line]
    if not parts:
        return ReadHead((), ())
    if any(kind_of(part.words) in NO_HEAD and part.words[0] not in "（(" for _, part in parts):
        return None
    level = [n for n, part in parts if is_leaf(part.words)]
    middle = sum(level) / len(level) if level else None
    upper = groups_of(parts, middle, columns)
    below = [(n, part) for n, part in parts if part not in upper]
    cells: list[list[tuple[int, Segment]]] = [[] for _ in range(columns.width)]
    for n, part in below:
        cells[columns.column_of(part)].append((n, part))
    if any(not cell for cell in cells):
        return None
    texts = [tuple(part.line_of() for _, part in cell) for cell in cells]
    if not upper:
        return ReadHead((tuple(texts),), ())
    lower = [c for c, cell in enumerate(cells) if middle is not None and mean(cell) > middle + LOWER]
    return in_two_rows(texts, lower, upper, columns)


def mean(cell: list[tuple[int, Segment]]) -> float:
    return sum(n for n, _ in cell) / len(cell)


def groups_of(parts: list[tuple[int, Segment]], middle: float | None, columns: Columns) -> list[Segment]:
    """Heads that stand above the line of 指标, 单位, 属性, with a head of its own below at least one of their columns."""
    if middle is None:
        return []
    found = []
    for n, part in parts:
        lower = [
            p
            for m, p in parts
            if m > n and m >= middle and set(columns.touched(p)) & {columns.column_of(part), *columns.touched(part)}
        ]
        if n < middle - LOWER and any(YEAR.search(p.words) or head_kind(p.words) == "figure" for p in lower):
            own = head_kind(part.words)
            if not (own == "figure" and bare(part.words).startswith("年均")) and not YEAR.search(part.words):
                found.append(part)
    return found


def in_two_rows(texts: list[Cell], lower: list[int], upper: list[Segment], columns: Columns) -> ReadHead | None:
    """Heads over several columns are shared out so that each stands over the middle of its own."""
    if not lower or (lower != list(range(lower[0], lower[-1] + 1)) and len(upper) == 1):
        return None
    words = [bare("".join(line.string for line in texts[c])) for c in lower]
    shares = shared(lower, words, upper, columns)
    if shares is None:
        return None
    first: list[Cell] = [() if c in lower else texts[c] for c in range(columns.width)]
    second: list[Cell] = [texts[c] if c in lower else () for c in range(columns.width)]
    spans = [(0, c, 2, 1) for c in range(columns.width) if c not in lower]
    for part, some in zip(upper, shares, strict=False):
        first[some[0]] = (part.line_of(),)
        if len(some) > 1:
            spans.append((0, some[0], 1, len(some)))
    return ReadHead((tuple(first), tuple(second)), tuple(spans))


def shared(lower: list[int], words: list[str], upper: list[Segment], columns: Columns) -> list[list[int]] | None:
    """The columns of every upper head, in order and side by side."""
    breaks = [i for i in range(1, len(lower)) if lower[i] != lower[i - 1] + 1]
    again = [i for i in range(1, len(words)) if starts_anew(words, i)]
    best: tuple[float, list[list[int]]] | None = None
    for cuts in combinations(range(1, len(lower)), len(upper) - 1):
        if not set(breaks) <= set(cuts):
            continue
        edges = [0, *cuts, len(lower)]
        shares = [lower[a:b] for a, b in pairwise(edges)]
        off = sum(beside(part, some, columns) for part, some in zip(upper, shares, strict=False))
        off += AGAIN * (len(again) == len(upper) - 1 and list(cuts) != again)
        if best is None or off < best[0]:
            best = (off, shares)
    return best[1] if best else None


def beside(part: Segment, some: list[int], columns: Columns) -> float:
    """How far a head is from the middle, or from the left edge, of the columns it is to stand over."""
    left, right = columns.extent(part)
    first, last = columns.edges[some[0]][0], columns.edges[some[-1]][1]
    return min(abs(left + right - first - last) / 2, abs(left - first))
