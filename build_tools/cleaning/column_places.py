"""Where the columns of a table in blanks stand: places that no line of the body crosses are its gaps.

Signs are counted one wide each, as `pdftotext -layout` does, or Han two wide, as editors do: what makes fewer parts
collide is right.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, replace

from ..chinese.table_words import kind_of
from ..model.text import Line
from .table_cells import piece

FIGURES = ("figure", "serial", "dash")
FEW = 0.04  # of the lines may cross a gap: a sum, a row across


@dataclass(frozen=True, slots=True)
class Segment:
    """The part `start`..`end` of a line."""

    line: Line
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.line.string[self.start : self.end]

    def trimmed(self) -> Segment:
        words = self.words
        start = self.start + len(words) - len(words.lstrip())
        return replace(self, start=start, end=start + len(words.strip()))

    def line_of(self) -> Line:
        return piece(self.line, self.start, self.end)


Placed = dict[int, list[Segment]]


@dataclass(frozen=True, slots=True)
class Columns:
    """`edges[i]`: first and last place of column i; `wide`: Han count two."""

    edges: tuple[tuple[int, int], ...]
    wide: bool

    @property
    def width(self) -> int:
        return len(self.edges)

    def extent(self, part: Segment) -> tuple[int, int]:
        return extent(part, self.wide)

    def column_of(self, part: Segment) -> int:
        """The column that the part overlaps most, else the nearest."""
        left, right = self.extent(part)
        return max(
            range(self.width),
            key=lambda c: (
                min(right, self.edges[c][1]) - max(left, self.edges[c][0]),
                -abs(sum(self.edges[c]) - left - right),
            ),
        )

    def touched(self, part: Segment) -> list[int]:
        left, right = self.extent(part)
        return [c for c, (a, b) in enumerate(self.edges) if min(right, b) - max(left, a) > 0]

    def placed(self, parts: list[Segment]) -> Placed:
        out: Placed = {}
        for part in parts:
            for half in self.halves(part):
                out.setdefault(self.column_of(half), []).append(half)
        return out

    def halves(self, part: Segment) -> list[Segment]:
        """新增就业（人） 〔21500〕: one blank is all that is left between two columns; it lies where the others have none"""
        touched = self.touched(part)
        blank = part.words.rfind(" ")
        if len(touched) != 2 or blank < 0 or kind_of(part.words[blank + 1 :]) not in FIGURES:
            return [part]
        first, second = replace(part, end=part.start + blank), replace(part, start=part.start + blank + 1)
        left, right = self.edges[touched[0]][1], self.edges[touched[1]][0]
        apart = self.extent(first)[1] >= left - 1 and self.extent(second)[0] <= right + 1
        return [first.trimmed(), second] if apart and self.touched(second) == touched[1:] else [part]


def extent(part: Segment, wide: bool) -> tuple[int, int]:
    if not wide:
        return part.start, part.end
    before = width(part.line.string[: part.start])
    return before, before + width(part.words)


def width(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in words)


def find(lines: list[list[Segment]]) -> list[Columns]:
    """The columns of these lines in every way of counting in which no two parts of a line fall into one; the fullest
    first."""
    found: list[Columns] = []
    for allowed in (0, max(1, int(len(lines) * FEW))):
        for wide in (False, True):
            columns = Columns(gaps(lines, wide, allowed), wide)
            if columns.width >= 2 and not any(clashes(parts, columns) for parts in lines) and columns not in found:
                found.append(columns)
    return sorted(found, key=lambda columns: -columns.width)


def clashes(parts: list[Segment], columns: Columns) -> bool:
    return len({columns.column_of(part) for part in parts}) < len(parts)


def gaps(lines: list[list[Segment]], wide: bool, allowed: int) -> tuple[tuple[int, int], ...]:
    """Runs of places that more than `allowed` lines have a sign in."""
    covered: Counter[int] = Counter()
    for parts in lines:
        covered.update({place for part in parts for place in range(*extent(part, wide))})
    places = sorted(place for place, count in covered.items() if count > allowed)
    edges: list[tuple[int, int]] = []
    for place in places:
        if edges and place == edges[-1][1]:
            edges[-1] = (edges[-1][0], place + 1)
        else:
            edges.append((place, place + 1))
    return tuple(edges)
