"""What stands together on a line of print, the rules across a page, and the table that both make where nothing else
parts its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

from ..signs import Char, is_bold, rows_of_signs

CLOSING, OPENING = "，。、；：）》”】〕", "（《“【〔"
BLANK_HALF = 0.45  # em
GAP = 0.75  # em; a wider gap parts two pieces of a line
TOUCH = 3.0  # points; rules that end closer together are one
SHORTEST = 15  # points; a shorter rule is a fraction or a sign
THIN = 2.0  # points; a rule of two edges is one


@dataclass(frozen=True)
class Piece:
    """Signs of one line between two gaps."""

    chars: tuple[Char, ...]

    @cached_property
    def x0(self) -> float:
        return float(self.chars[0]["x0"])

    @cached_property
    def x1(self) -> float:
        return max(float(char["x1"]) for char in self.chars)

    @cached_property
    def top(self) -> float:
        return min(float(char["top"]) for char in self.chars)

    @cached_property
    def bottom(self) -> float:
        return max(float(char["bottom"]) for char in self.chars)

    @cached_property
    def size(self) -> float:
        return Counter(round(float(char["size"]), 1) for char in self.chars).most_common(1)[0][0] or 1.0

    @cached_property
    def text(self) -> str:
        return "".join(str(char["text"]) for char in self.chars)

    @cached_property
    def bold(self) -> bool:
        return all(is_bold(char) for char in self.chars)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


PrintLine = list[Piece]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line drawn across."""

    top: float
    x0: float
    x1: float


@dataclass
class Region:
    """Lines of print, and rules among them, that may be a table."""

    lines: list[PrintLine]
    rules: list[Rule] = field(default_factory=list)

    @property
    def pieces(self) -> list[Piece]:
        return [piece for line in self.lines for piece in line]

    @cached_property
    def x0(self) -> float:
        return min([p.x0 for p in self.pieces] + [rule.x0 for rule in self.wide])

    @cached_property
    def x1(self) -> float:
        return max([p.x1 for p in self.pieces] + [rule.x1 for rule in self.wide])

    @cached_property
    def size(self) -> float:
        return size_of(self.pieces)

    @cached_property
    def wide(self) -> list[Rule]:
        """Rules as long as the longest, or nearly so."""
        longest = max((rule.x1 - rule.x0 for rule in self.rules), default=0)
        return [rule for rule in self.rules if rule.x1 - rule.x0 > 0.9 * longest]


def size_of(pieces: Iterable[Piece]) -> float:
    sizes = Counter[float]()
    for piece in pieces:
        sizes[piece.size] += len(piece.chars)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def print_lines(chars: Sequence[Char]) -> list[PrintLine]:
    """Signs → lines from the top down, each parted at its gaps."""
    inked = [ink(char) for char in chars if not char["text"].isspace()]
    return [line for row in rows_of_signs(inked) if (line := parted_line(row))]


def ink(char: Char) -> Char:
    """A full-width mark fills half of its place: a line that ends in ， may reach into the column beside it. Such a sign
    keeps the one it came from under "own"."""
    wide = char["x1"] - char["x0"] > 0.8 * char["size"]
    if wide and char["text"] in CLOSING:
        return {**char, "x1": char["x1"] - BLANK_HALF * char["size"], "own": char}
    if wide and char["text"] in OPENING:
        return {**char, "x0": char["x0"] + BLANK_HALF * char["size"], "own": char}
    return char


def own_signs(chars: Iterable[Char]) -> list[Char]:
    return [char.get("own", char) for char in chars]


def parted_line(row: list[Char]) -> PrintLine:
    cuts = [i for i, (a, b) in enumerate(pairwise(row), 1) if b["x0"] - a["x1"] > GAP * min(a["size"], b["size"])]
    return [Piece(tuple(row[start:end])) for start, end in pairwise([0, *cuts, len(row)]) if end > start]


def rules_across(page: Any) -> list[Rule]:
    """Edges of lines and of boxes that lie across; those drawn a cell each are put together."""
    found = sorted(
        (round(float(edge["top"]), 1), float(edge["x0"]), float(edge["x1"]))
        for edge in page.edges
        if edge["orientation"] == "h"
    )
    rows: list[list[tuple[float, float, float]]] = []
    for edge in found:
        if rows and edge[0] - rows[-1][0][0] <= THIN:
            rows[-1].append(edge)
        else:
            rows.append([edge])
    return [rule for row in rows for rule in joined_rules(row) if rule.x1 - rule.x0 >= SHORTEST]


def joined_rules(row: list[tuple[float, float, float]]) -> list[Rule]:
    """(0–40), (40–90), (150–200) at one height → (0–90), (150–200)"""
    out: list[Rule] = []
    for top, x0, x1 in sorted(row, key=lambda one: one[1]):
        if out and x0 - out[-1].x1 <= TOUCH:
            out[-1] = Rule(out[-1].top, out[-1].x0, max(out[-1].x1, x1))
        else:
            out.append(Rule(top, x0, x1))
    return out
