"""The head of a table in blanks: heads over one column, and heads over several that stand a line higher."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise

from ..chinese.table_words import YEAR, bare, head_kind, is_leaf, kind_of
from ..model.text import Cell
from .column_places import Columns, Segment
from .label_rows import labels_in
from .table_cells import is_group
from .table_heads import starts_anew

AGAIN = 100  # places that a head is off which does not begin where the lower heads begin anew
NO_HEAD = ("figure", "serial", "unit", "attribute", "dash")
LEAST = 3  # known heads of a table of words only
LOWER = 0.4  # lines by which a head below another stands lower than the rest


@dataclass(frozen=True, slots=True)
class ReadHead:
    rows: tuple[tuple[Cell, ...], ...]
    spans: tuple[tuple[int, int, int, int], ...]


def first_body_line(lines: list[list[Segment]]) -> int | None:
    """The first line with a figure, a unit or an attribute that is no year of the head."""
    for i, parts in enumerate(lines):
        kinds = [kind_of(part.words) for part in parts]
        named = labels_in(parts) == 2 or (len(parts) == 1 and is_group(parts[0].words))
        if named or (len(parts) >= 3 and kinds[0] == "serial"):
            return i
        firm = [kind for kind in kinds if kind in ("figure", "serial", "unit", "attribute", "dash", "nature")]
        if set(firm) == {"nature"} and not certain(lines[:i]):
            continue  # 新建, 加固 below 堤防建设
        if set(firm) == {"unit"} and all(
            part.words == "年" for part, kind in zip(parts, kinds, strict=True) if kind == "unit"
        ):
            continue  # the second line of 2027 / 年
        if len(parts) >= 2 and firm and not (len(firm) < 2 and heads_in(parts) * 2 >= len(parts)):
            return i
    return below_known_heads(lines)


def below_known_heads(lines: list[list[Segment]]) -> int | None:
    """Of a table of words only: the first line below 重点任务, 主要举措, 牵头部门"""
    first = next((i for i, parts in enumerate(lines) if parts), None)
    if first is None or len(lines[first]) < LEAST or heads_in(lines[first]) < LEAST:
        return None
    return next((i for i in range(first + 1, len(lines)) if lines[i]), None)


def heads_in(parts: list[Segment]) -> int:
    return sum(head_kind(part.words) != "any" for part in parts)


def certain(lines: list[list[Segment]]) -> int:
    """How many of the lines above the body are head and nothing else: up to the last with 单位, 属性, or several known
    heads."""
    sure = [i for i, parts in enumerate(lines) if any(is_leaf(part.words) for part in parts) or heads_in(parts) >= 2]
    return sure[-1] + 1 if sure else 0


def with_head_columns(lines: list[list[Segment]], columns: Columns) -> Columns:
    """A column with nothing below its head has its place there, if that is nobody else's."""
    parts = [part for line in lines for part in line]
    taken = {columns.column_of(part) for part in parts if columns.touched(part)}
    alone: list[tuple[int, int, str]] = []
    for part in sorted(parts, key=columns.extent):
        left, right = columns.extent(part)
        if columns.touched(part) or columns.column_of(part) not in taken:
            continue
        if alone and left < alone[-1][1]:  # 建设性 / 质
            alone[-1] = (alone[-1][0], max(right, alone[-1][1]), alone[-1][2] + part.words)
        else:
            alone.append((left, right, part.words))
    others = [columns.extent(part) for part in parts]
    new = [
        (left, right)
        for left, right, words in alone
        if (head_kind(words) not in ("any", "figure") and apart(left, right, others))
        or beside_another(words, lines, columns)
    ]
    return Columns(tuple(sorted([*columns.edges, *new])), columns.wide) if new else columns


def apart(left: int, right: int, extents: list[tuple[int, int]]) -> bool:
    """Does nothing of the head stand above or below, but what lies within? So 水利工程 over 新建 and 加固 has no column."""
    return all(b <= left or a >= right or left <= a < b <= right for a, b in extents)


def beside_another(words: str, lines: list[list[Segment]], columns: Columns) -> bool:
    """Does a head in the same line have the nearest column for itself?"""
    for parts in lines:
        own = [columns.column_of(part) for part in parts if part.words == words]
        if own and [columns.column_of(part) for part in parts].count(own[0]) > 1:
            return True
    return False


def read(lines: list[list[Segment]], columns: Columns) -> ReadHead | None:
    """Rows of the head's cells; None where a column has no head or a head no column."""
    parts = [(number, part) for number, line in enumerate(lines) for part in line]
    if not parts:
        return ReadHead((), ())
    if any(kind_of(part.words) in NO_HEAD and part.words[0] not in "（(年" for _, part in parts):
        return None
    level = [n for n, part in parts if is_leaf(part.words)] or alone_in_column(parts, columns)
    middle = sum(level) / len(level) if level else None
    upper = groups_of(parts, middle, columns)
    cells = by_column([(n, part) for n, part in parts if part not in upper], columns)
    lower = [c for c, cell in enumerate(cells) if cell and middle is not None and stands_lower(cell, middle)]
    if upper and len(lower) <= len(upper):  # “十五五” / 投资 is one head on two lines
        upper, cells = [], by_column(parts, columns)
    if any(not cell or len({n for n, _ in cell}) < len(cell) for cell in cells):
        return None
    texts = [tuple(part.line_of() for _, part in cell) for cell in cells]
    return in_two_rows(texts, lower, upper, columns) if upper else ReadHead((tuple(texts),), ())


def by_column(parts: list[tuple[int, Segment]], columns: Columns) -> list[list[tuple[int, Segment]]]:
    cells: list[list[tuple[int, Segment]]] = [[] for _ in range(columns.width)]
    for n, part in parts:
        cells[columns.column_of(part)].append((n, part))
    return cells


def mean(cell: list[tuple[int, Segment]]) -> float:
    return sum(n for n, _ in cell) / len(cell)


def stands_lower(cell: list[tuple[int, Segment]], middle: float) -> bool:
    return mean(cell) > middle + LOWER and (middle > 0 or min(n for n, _ in cell) > 0)


def groups_of(parts: list[tuple[int, Segment]], middle: float | None, columns: Columns) -> list[Segment]:
    """Heads that stand above the line of 指标, 单位, 属性, with a head of its own below at least one of their columns."""
    if middle is None:
        return []
    found = []
    for n, part in parts:
        lower = [
            p
            for m, p in parts
            if m > n
            and m >= middle
            and {columns.column_of(p), *columns.touched(p)} & {columns.column_of(part), *columns.touched(part)}
        ]
        if n < middle - LOWER and stands_over(part, lower, columns):
            found.append(part)
    return found or fewer_above(parts, middle, columns) or at_the_top(parts, middle, columns)


def at_the_top(parts: list[tuple[int, Segment]], middle: float, columns: Columns) -> list[Segment]:
    """规划目标 beside 指标, 单位, 属性 in the first line of the head, and years alone below it"""
    if middle > min(n for n, _ in parts):
        return []
    below = [p for n, p in parts if n > middle]
    years = {columns.column_of(p) for p in below if YEAR.search(p.words) or head_kind(p.words) == "figure"}
    above = [p for n, p in parts if n == middle and columns.column_of(p) in years]
    dated = any(YEAR.search(p.words) for p in below if columns.column_of(p) in years)
    return above if dated and not any(YEAR.search(p.words) or bare(p.words).startswith("年均") for p in above) else []


def fewer_above(parts: list[tuple[int, Segment]], middle: float, columns: Columns) -> list[Segment]:
    """中小河流治理, 堤防建设 over 条数, 长度, 新建, 加固: fewer heads above the line of 县区 and 投资合计 than below it, which
    all have columns of their own. The two lines of a wrapped head are one above and one below."""
    upper = [part for n, part in parts if n < middle - LOWER]
    lower = [columns.column_of(part) for n, part in parts if n > middle + LOWER]
    own = [columns.column_of(part) for n, part in parts if abs(n - middle) <= LOWER]
    apart = len({*lower, *own}) == len(lower) + len(own) == columns.width
    return upper if apart and len(upper) < len(lower) else []


def stands_over(part: Segment, lower: list[Segment], columns: Columns) -> bool:
    """规划目标 over 2025年; 2026年计划 over 投资 and 形象进度; not 年均 over 增长"""
    if len({columns.column_of(p) for p in lower}) > 1 and len(columns.touched(part)) != 1:
        return True
    if not any(YEAR.search(p.words) or head_kind(p.words) == "figure" for p in lower):
        return False
    return not ((head_kind(part.words) == "figure" and bare(part.words).startswith("年均")) or YEAR.search(part.words))


def alone_in_column(parts: list[tuple[int, Segment]], columns: Columns) -> list[int]:
    """The lines all of whose heads have a column for themselves: they stand in the middle of the head."""
    own = [columns.column_of(part) for _, part in parts]
    shared = {n for (n, _), column in zip(parts, own, strict=True) if own.count(column) > 1}
    return [n for n, _ in parts if n not in shared]


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
