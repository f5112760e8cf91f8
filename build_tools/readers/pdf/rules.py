"""Tables that are not drawn in full: no lines at the sides, only lines across, or three lines in all. What is missing
is found by places.

Columns are parted by blank stripes that no sign of the body crosses, rows by the entries of the column that has one a
row, and a category stands in the middle of the rows it covers. The result is a list of edges for pdfplumber, as if they
had been drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from .signs import Char, rows_of_signs

NEAR = 4.0  # points; ends of rules this close are the same edge
SHORTEST = 100  # points; shorter rules are underlines and fractions
HEAD_ZONE = 0.09  # of the page's height; a rule there belongs to the running head
STRIPE = 0.55  # em; the least blank stripe between two columns
SEGMENT = 0.75  # em; a wider gap parts two entries of a line

Edge = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands together on one line between two gaps."""

    x0: float
    x1: float
    middle: float
    size: float
    signs: int


@dataclass(frozen=True, slots=True)
class Region:
    """Rules of one width below each other: the table between the first and the last of them."""

    x0: float
    x1: float
    tops: tuple[float, ...]


def missing_edges(page: Any, chars: Sequence[Char]) -> tuple[list[Edge], list[Edge]]:
    """(vertical, horizontal) edges to be added to those drawn on the page."""
    vertical: list[Edge] = []
    horizontal: list[Edge] = []
    drawn = [edge for edge in page.edges if edge["orientation"] == "v"]
    for region in regions(page):
        top, bottom = region.tops[0], region.tops[-1]
        inner = [e["x0"] for e in drawn if e["bottom"] > top + NEAR and e["top"] < bottom - NEAR]
        inner = [x for x in inner if region.x0 - NEAR <= x <= region.x1 + NEAR]
        entries = list(entries_of(chars, region))
        if not entries or reads_like_text(entries, region):
            continue
        sides = [x for x in (region.x0, region.x1) if not any(abs(x - other) <= NEAR for other in inner)]
        cuts = [] if any(region.x0 + NEAR < x < region.x1 - NEAR for x in inner) else stripes(entries, region)
        if not inner and not cuts:
            continue  # lines across a text, or a box without sides
        vertical += [vertical_edge(x, top, bottom) for x in (*sides, *cuts)]
        if cuts:
            horizontal += list(row_edges(entries, region, [region.x0, *cuts, region.x1]))
    return vertical, horizontal


def regions(page: Any) -> Iterator[Region]:
    """At least three rules across below each other, less than half a page apart; one may leave out the column of
    categories."""
    rules = sorted(
        {
            (round(e["top"], 1), round(e["x0"]), round(e["x1"]))
            for e in page.edges
            if e["orientation"] == "h" and e["x1"] - e["x0"] > SHORTEST and e["top"] > float(page.height) * HEAD_ZONE
        }
    )
    run: list[tuple[float, int, int]] = []
    for rule in [*rules, None]:
        if rule and run and (rule[0] - run[-1][0] > float(page.height) / 2 or not overlap(run[-1], rule)):
            yield from region_of(run)
            run = []
        if rule is None:
            yield from region_of(run)
        else:
            run.append(rule)


def overlap(one: tuple[float, int, int], other: tuple[float, int, int]) -> bool:
    """Do two rules share at least two thirds of the wider one?"""
    shared = min(one[2], other[2]) - max(one[1], other[1])
    return shared * 3 >= 2 * max(one[2] - one[1], other[2] - other[1])


def region_of(run: list[tuple[float, int, int]]) -> Iterator[Region]:
    tops = [rule[0] for rule in run]
    tops = [top for before, top in zip((None, *tops), tops, strict=False) if before is None or top - before > NEAR]
    if len(tops) >= 3:
        yield Region(min(rule[1] for rule in run), max(rule[2] for rule in run), tuple(tops))


def entries_of(chars: Sequence[Char], region: Region) -> Iterator[Entry]:
    """Signs inside the region, by lines, parted at gaps."""
    inside = [
        char
        for char in chars
        if region.tops[0] < (char["top"] + char["bottom"]) / 2 < region.tops[-1]
        and region.x0 - NEAR <= char["x0"]
        and char["x1"] <= region.x1 + NEAR
        and not char["text"].isspace()
    ]
    for row in rows_of_signs(inside):
        run: list[Char] = []
        for char in row:
            if run and char["x0"] - run[-1]["x1"] > SEGMENT * char["size"]:
                yield entry(run)
                run = []
            run.append(char)
        if run:
            yield entry(run)


def entry(run: list[Char]) -> Entry:
    middle = (run[0]["top"] + run[0]["bottom"]) / 2
    return Entry(run[0]["x0"], run[-1]["x1"], middle, run[0]["size"], len(run))


def reads_like_text(entries: Sequence[Entry], region: Region) -> bool:
    """Most lines run from edge to edge: paragraphs between rules, no table."""
    wide = sum(e.x1 - e.x0 > 0.8 * (region.x1 - region.x0) for e in entries)
    return wide * 3 > len({round(e.middle) for e in entries})


def stripes(entries: Sequence[Entry], region: Region) -> list[float]:
    """Middles of the blank stripes between columns: those of the body, and those whose cells are empty but for the
    head."""
    size = Counter(round(e.size, 1) for e in entries).most_common(1)[0][0]
    columns = merged([(e.x0, e.x1) for e in entries if e.middle > region.tops[1]], STRIPE * size)
    for head in [(e.x0, e.x1) for e in entries if e.middle < region.tops[1]]:
        touched = [column for column in columns if column[0] < head[1] and head[0] < column[1]]
        if len(touched) < 2:  # a head above several columns parts none
            columns = merged([*columns, head], 0.1 * size)
    return [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]


def merged(intervals: Sequence[tuple[float, float]], gap: float) -> list[tuple[float, float]]:
    """[(0, 10), (8, 20), (60, 80)] → [(0, 20), (60, 80)]: what overlaps, or lies closer than `gap`, is one column."""
    out: list[tuple[float, float]] = []
    for x0, x1 in sorted(intervals):
        if out and x0 - out[-1][1] < gap:
            out[-1] = (out[-1][0], max(out[-1][1], x1))
        else:
            out.append((x0, x1))
    return out


def row_edges(entries: Sequence[Entry], region: Region, columns: list[float]) -> Iterator[Edge]:
    """Edges between rows where no rule parts them: between the entries of the column that has one a row."""
    body = [e for e in entries if e.middle > region.tops[1]]
    anchors = anchors_of(body, columns)
    if len(region.tops) - 2 >= 0.7 * len(anchors):
        return  # every row has its rule
    bounds = [region.tops[1], *((a + b) / 2 for a, b in pairwise(anchors)), region.tops[-1]]
    first = [e for e in body if e.x1 <= columns[1]]
    groups = category_bounds(merged_entries(first), bounds)
    left = columns[1] if groups else columns[0]
    for bound in bounds[1:-1]:
        yield horizontal_edge(left, columns[-1], bound)
    for bound in groups:
        yield horizontal_edge(columns[0], columns[1], bound)


def anchors_of(body: Sequence[Entry], columns: list[float]) -> list[float]:
    """Heights of the rows: of the column whose entries stand most often at one height with those of others.

    The lines of a wrapped cell stand above and below the middle of its row, where nothing else stands.
    """
    heights = [sorted(e.middle for e in body if x0 <= (e.x0 + e.x1) / 2 <= x1) for x0, x1 in pairwise(columns)]
    near = 0.3 * body[0].size if body else 0.0

    def agreement(column: list[float]) -> tuple[int, int]:
        shared = sum(
            any(abs(h - other) < near for other in one) for h in column for one in heights if one is not column
        )
        return shared, -len(column)

    return max(heights, key=agreement, default=[])


def merged_entries(entries: Sequence[Entry]) -> list[float]:
    """Middles of the words of a narrow column; lines close together are one (创新 / 驱动)."""
    runs: list[list[Entry]] = []
    for one in sorted(entries, key=lambda e: e.middle):
        if runs and one.middle - runs[-1][-1].middle <= 1.7 * one.size:
            runs[-1].append(one)
        else:
            runs.append([one])
    return [(run[0].middle + run[-1].middle) / 2 for run in runs]


def category_bounds(middles: list[float], bounds: list[float]) -> list[float]:
    """Bounds of the groups whose middles carry the categories; none where they do not come out even.

    Rows at 0–10, 10–20, 20–30, 30–40 with words at 10 and 30 → [20]
    """
    if not 0 < len(middles) < len(bounds) - 1:
        return []
    found, start = [], 0
    for middle in middles:
        ends = range(start + 1, len(bounds))
        end = min(ends, key=lambda i: abs((bounds[start] + bounds[i]) / 2 - middle), default=start)
        if end == start or abs((bounds[start] + bounds[end]) / 2 - middle) > 0.35 * (bounds[start + 1] - bounds[start]):
            return []
        found.append(bounds[end])
        start = end
    return found[:-1] if start == len(bounds) - 1 else []


def vertical_edge(x: float, top: float, bottom: float) -> Edge:
    return {
        "object_type": "line",
        "orientation": "v",
        "x0": x,
        "x1": x,
        "top": top,
        "bottom": bottom,
        "height": bottom - top,
        "width": 0,
    }


def horizontal_edge(x0: float, x1: float, top: float) -> Edge:
    return {
        "object_type": "line",
        "orientation": "h",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": top,
        "width": x1 - x0,
        "height": 0,
    }
