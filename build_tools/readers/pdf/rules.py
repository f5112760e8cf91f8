"""Tables with lines between rows and columns, but none at the sides: those are added for pdfplumber, as if they had
been drawn. (Where nothing parts the columns either: open_tables.)"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

NEAR = 4.0  # points; ends of rules this close are the same edge
STRAIGHT = 0.5  # points
LEAST_UPRIGHTS = 3
SHORTEST = 100  # points; shorter rules are underlines and fractions
HEAD_ZONE = 0.09  # of the page's height; a rule there belongs to the running head

Edge = dict[str, Any]


def straighten(page: Any) -> None:
    """A rule that rises by less than half a point is level: pdfplumber takes what is not exactly level for upright."""
    for line in page.lines:
        for low, high in (("top", "bottom"), ("x0", "x1")):
            if 0 < line[high] - line[low] < STRAIGHT:
                line[high] = line[low]


@dataclass(frozen=True, slots=True)
class Region:
    """Rules of one width below each other: the table between the first and the last of them."""

    x0: float
    x1: float
    tops: tuple[float, ...]


def missing_sides(page: Any) -> list[Edge]:
    """Edges at the left and the right of tables that have lines between their columns only."""
    sides: list[Edge] = []
    drawn = [edge for edge in page.edges if edge["orientation"] == "v"]
    for region in regions(page):
        top, bottom = region.tops[0], region.tops[-1]
        inner = [e["x0"] for e in drawn if e["bottom"] > top + NEAR and e["top"] < bottom - NEAR]
        inner = [x for x in inner if region.x0 - NEAR <= x <= region.x1 + NEAR]
        if inner:
            lacking = [x for x in (region.x0, region.x1) if not any(abs(x - other) <= NEAR for other in inner)]
            sides += [vertical_edge(x, top, bottom) for x in lacking]
    return sides


def missing_ends(page: Any) -> list[Edge]:
    """Edges across, at the foot and at the head of tables that a page cuts without a line: where at least three lines
    between columns end together."""
    level = [edge for edge in page.edges if edge["orientation"] == "h" and edge["x1"] - edge["x0"] > NEAR]
    uprights = joined_uprights([edge for edge in page.edges if edge["orientation"] == "v"])
    found = []
    for end in (0, 1):
        for y in sorted({round(tops[end]) for _, tops in uprights}):
            here = sorted(x for x, tops in uprights if abs(tops[end] - y) <= 1)
            if len(here) < LEAST_UPRIGHTS or here[-1] - here[0] < SHORTEST:
                continue
            if not any(abs(e["top"] - y) <= NEAR and e["x1"] > here[0] and e["x0"] < here[-1] for e in level):
                found.append(level_edge(here[0], here[-1], float(y)))
    return found


def joined_uprights(edges: list[Edge]) -> list[tuple[float, tuple[float, float]]]:
    """(x, (top, bottom)) of the lines between columns; those drawn cell by cell are one."""
    out: list[tuple[float, tuple[float, float]]] = []
    for edge in sorted(edges, key=lambda e: (round(e["x0"]), e["top"])):
        if out and abs(out[-1][0] - edge["x0"]) <= 1 and edge["top"] <= out[-1][1][1] + NEAR:
            out[-1] = out[-1][0], (out[-1][1][0], max(out[-1][1][1], edge["bottom"]))
        else:
            out.append((edge["x0"], (edge["top"], edge["bottom"])))
    return [one for one in out if one[1][1] - one[1][0] > NEAR]


def level_edge(x0: float, x1: float, y: float) -> Edge:
    return {
        "object_type": "line",
        "orientation": "h",
        "x0": x0,
        "x1": x1,
        "top": y,
        "bottom": y,
        "height": 0,
        "width": x1 - x0,
    }


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
