"""Text that remembers its place in the source, and the record of what was taken out or mended.

Offsets are 0-based code points into the decoded source; line numbers are 1-based, split at LF.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Removed:
    """Source characters `start`..`end` (half-open) that no reader will see, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Change:
    """Source characters `start`..`end` that the reader sees as `after`: a correction of damage, with its reason."""

    id: str
    start: int
    end: int
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Text:
    """A string whose i-th character came from source position `offsets[i]`.

    A corrected passage repeats the position at which it starts, so that it can still be found.
    """

    string: str
    offsets: tuple[int, ...]

    @staticmethod
    def at(string: str, start: int) -> Text:
        return Text(string, tuple(range(start, start + len(string))))

    def __len__(self) -> int:
        return len(self.string)

    def __str__(self) -> str:
        return self.string

    def __getitem__(self, part: slice) -> Text:
        return Text(self.string[part], self.offsets[part])

    def __add__(self, other: Text) -> Text:
        return Text(self.string + other.string, self.offsets + other.offsets)

    def without(self, ranges: Iterable[tuple[int, int]]) -> Text:
        """The text less the given half-open ranges (positions in this text, ascending, apart from each other)."""
        kept, at = [], 0
        for start, end in ranges:
            kept.append((at, start))
            at = end
        kept.append((at, len(self.string)))
        return Text(
            "".join(self.string[a:b] for a, b in kept),
            tuple(offset for a, b in kept for offset in self.offsets[a:b]),
        )

    def removed(self, reason: str) -> list[Removed]:
        """The whole text as ledger entries: one for each unbroken run of source positions."""
        found: list[Removed] = []
        for offset in self.offsets:
            if found and found[-1].end == offset:
                found[-1] = Removed(found[-1].start, offset + 1, reason)
            else:
                found.append(Removed(offset, offset + 1, reason))
        return found


NOTHING = Text("", ())


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text. `last` is its last source line once lines were joined; `hint` says the source marks it as a heading."""

    number: int
    text: Text
    last: int = 0
    hint: bool = False

    @property
    def string(self) -> str:
        return self.text.string

    @property
    def end(self) -> int:
        return self.last or self.number


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it stands in the source: rows of cells, each cell its lines (an empty cell has none)."""

    number: int
    last: int
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What one cleaning step hands to the next: the lines still there, what was taken out, and the printed contents as a witness."""

    lines: tuple[Line | Grid, ...]
    removed: tuple[Removed, ...] = ()
    contents: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded source file. `lines` and `line_ends` together hold every character once."""

    file: str
    sha256: str
    encoding: str
    text: str
    lines: tuple[Line, ...]
    line_ends: tuple[Removed, ...]

    def line_starts(self) -> list[int]:
        """Offset of the first character of every line; bisect_right(starts, offset) is the line number of an offset."""
        return line_starts(self.text)


def line_starts(text: str) -> list[int]:
    """“ab\nc” → [0, 3]: the offset of the first character of every line."""
    return [0, *(match.end() for match in re.finditer("\n", text))]


def strike(line: Line, ranges: Iterable[tuple[int, int]], reason: str) -> tuple[Line, list[Removed]]:
    """`line` less the given ranges of its text, and the ledger entries for what went."""
    ranges = [(a, b) for a, b in ranges if a < b]
    if not ranges:
        return line, []
    gone = [entry for a, b in ranges for entry in line.text[a:b].removed(reason)]
    return replace(line, text=line.text.without(ranges)), gone
