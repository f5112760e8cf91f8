"""Tables without a frame: three lines, lines across, one below the head, or none. Signs → cells, by their places over
the whole table.

Region (which lines are a table) → head → columns → rows → what stands over several of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ....chinese.table_words import head_kind, is_total
from ..printed import PrintedTable
from ..signs import Char, lines_of
from .categories import put_categories
from .cells import Places, Row, column_of, head_height, put_head, put_rows
from .columns import CellLine, cell_lines, column_edges, parted_heads, spans_of, whole_heads
from .heads import HeadCell, head_cells, head_lines
from .pieces import PrintLine, Region, own_signs, print_lines, rules_across
from .regions import open_regions
from .rows import Evidence, Mode, cut_rows, evidence_of, levels_of, row_askew

STUCK_LINES = 0.15  # of the lines; more that cross a stripe between columns are a doubt
DEAR = 2.0  # what a row costs on the average where its place is in doubt


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table as read; its columns, and which of them hold categories, for the page after."""

    table: PrintedTable
    edges: tuple[float, ...]
    categories: frozenset[int]
    chars: tuple[Char, ...]


def open_tables(page: Any, number: int, chars: Sequence[Char], above: OpenTable | None) -> list[OpenTable]:
    """Tables among signs that stand in no frame. `above`: the last one of the page before, where it ends that page."""
    found: list[OpenTable] = []
    for region in open_regions(print_lines(chars), rules_across(page), above is not None, float(page.height)):
        read = read_region(region, number, above if not found else None)
        if read:
            found.append(read)
    return found


def read_region(region: Region, number: int, above: OpenTable | None) -> OpenTable | None:
    count = head_lines(region)
    body = region.lines[count:]
    if not body:
        return None
    head = whole_heads(head_cells(parted_heads(region.lines[:count], body, region)), body)
    edges = column_edges(region, head, body, above.edges if above and not count else ())
    if len(edges) < 3:
        return None
    lines = cell_lines(body, edges)
    categories = categories_of(head, edges, above if not count else None)
    beside = [line for line in lines if line.column == line.last and line.column in categories]
    beside = [line for line in beside if not is_total(line.text)]
    others = [line for line in lines if not any(line is one for one in beside)]
    if not others:
        return None
    heights = rule_heights(region, body, edges)
    rows, mode, doubt = rows_of(others, heights, region)
    shift = head_height(head)
    places = Places(shift + len(rows), len(edges) - 1)
    put_head(places, head, edges)
    put_rows(places, rows, edges, categories, shift)
    for column in sorted(categories):
        own = [line for line in beside if line.column == column]
        doubt |= put_categories(
            places, column, own, rows, heights, mode, evidence_of(others, region.size), shift, not count
        )
    crossed = sum(any(x0 + 1 < cut < x1 - 1 for x0, x1 in spans_of(line)) for line in body for cut in edges[1:-1])
    doubt |= crossed > STUCK_LINES * len(body) * (len(edges) - 2)
    used = tuple(own_signs(char for line in region.lines for piece in line for char in piece.chars))
    return OpenTable(printed(places, number, region, doubt), tuple(edges), categories, used)


def printed(places: Places, number: int, region: Region, doubtful: bool) -> PrintedTable:
    pieces = region.pieces
    frame = region.x0, min(p.top for p in pieces), region.x1, max(p.bottom for p in pieces)
    cells = tuple((place, tuple(lines_of(own_signs(chars), number))) for place, chars in places.all())
    return PrintedTable(number, frame, cells, places.rows, places.columns, doubtful)


def categories_of(head: Sequence[HeadCell], edges: Sequence[float], above: OpenTable | None) -> frozenset[int]:
    """Columns whose words stand beside several rows."""
    if above is not None and len(above.edges) == len(edges):
        return above.categories
    leaves = [leaf for cell in head for leaf in cell.leaves]
    named = [column_of(leaf.centre, edges) for leaf in leaves if head_kind(words_of_head(leaf)) == "category"]
    return frozenset(c for c in named if c < 2)


def words_of_head(cell: HeadCell) -> str:
    return "".join(piece.text for piece in cell.pieces)


# -- rows


def rule_heights(region: Region, body: Sequence[PrintLine], edges: Sequence[float]) -> list[tuple[float, bool]]:
    """Rules within the body that part rows, and whether they part categories, too: one may begin behind those."""
    top = min(piece.top for piece in body[0])
    bottom = max(piece.bottom for line in body[-3:] for piece in line)
    return [
        (rule.top, rule.x0 <= edges[0] + region.size)
        for rule in region.rules
        if top < rule.top < bottom and rule.x1 > edges[-2] and rule.x0 < edges[min(2, len(edges) - 2)] + region.size
    ]


def rows_of(
    lines: Sequence[CellLine], heights: Sequence[tuple[float, bool]], region: Region
) -> tuple[list[Row], Mode, bool]:
    """The rows of the body, how their cells stand in them, and whether they are in doubt."""
    known = evidence_of(lines, region.size)
    bands = [list(band) for band in banded(lines, [height for height, _ in heights])]
    levels = [levels_of(band, region.size) for band in bands]
    if len(bands) > 2 and single_rows(bands, known):
        rows = [[line for level in band for line in level] for band in levels]
        return bounded(rows, heights, region), mode_of(levels, known), False
    cuts = {mode: [cut_rows(band, known, mode) for band in levels] for mode in ("middle", "top")}
    mode: Mode = "top" if total(cuts["top"]) < total(cuts["middle"]) else "middle"
    rows = []
    for band, (starts, _) in zip(levels, cuts[mode], strict=True):
        rows += [[line for level in band[a:b] for line in level] for a, b in pairwise([*starts, len(band)])]
    return bounded(rows, heights, region), mode, total(cuts[mode]) > DEAR * len(rows)


def total(cuts: Sequence[tuple[list[int], float]]) -> float:
    return sum(cost for _, cost in cuts)


def mode_of(levels: Sequence[list[list[CellLine]]], known: Evidence) -> Mode:
    """How cells stand in rows that rules part."""
    off = {mode: sum(row_askew(band, known, mode) for band in levels) for mode in ("middle", "top")}
    return "top" if off["top"] < off["middle"] else "middle"


def banded(lines: Sequence[CellLine], heights: Sequence[float]) -> Iterator[list[CellLine]]:
    """What stands between two rules."""
    for top, bottom in pairwise([0.0, *heights, 1e9]):
        band = [line for line in lines if top <= line.middle < bottom]
        if band:
            yield band


def single_rows(bands: Sequence[Sequence[CellLine]], known: Evidence) -> bool:
    """Most bands hold one value a column: each has its rule."""
    columns = sorted(known.values) or ([known.name] if known.name is not None else [])
    single = [max((sum(line.column == c for line in band) for c in columns), default=1) < 2 for band in bands]
    return sum(single) * 10 >= 7 * len(bands)


def bounded(rows: Sequence[list[CellLine]], heights: Sequence[tuple[float, bool]], region: Region) -> list[Row]:
    """Between two rows: the rule, or the middle of the gap."""
    tops = [min(line.piece.top for line in row) for row in rows]
    ends = [max(line.piece.bottom for line in row) for row in rows]
    gaps = [b - a for a, b in zip(ends, tops[1:], strict=False)]
    half = sum(gaps) / len(gaps) / 2 if gaps else region.size / 2
    bounds = [tops[0] - half]
    for end, top in zip(ends, tops[1:], strict=False):
        rule = next((height for height, _ in heights if end - 2 < height < top + 2), None)
        bounds.append((end + top) / 2 if rule is None else rule)
    bounds.append(ends[-1] + half)
    return [Row(tuple(row), a, b) for row, (a, b) in zip(rows, pairwise(bounds), strict=True)]
