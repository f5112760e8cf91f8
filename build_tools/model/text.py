"""Text that remembers its place in the source, and the record of what was taken out or mended.

Offsets are 0-based code points into the decoded source; line numbers are 1-based, split at LF, CRLF or CR (and at
U+0085, U+2029).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from .problems import Problem

LINE_END = re.compile("\r{0,2}\n|[\r\x85\u2029]")  # LF, CRLF, CR; CR CR LF, which some programs make of CRLF; NEL, PS
LINE_OR_BREAK = re.compile("\r{0,2}\n|[\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Removed:
    """Source characters `start`..`end` (half-open) that no reader will see, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Change:
    """Source characters `start`..`end` that the reader sees as `after`: a correction of damage, with its reason.

    A folded sign (⼀ → 一, &ldquo; → “) is a change, too; it has no id, and its reason is a short name as in `Removed`.
    """

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


@dataclass(frozen=True, slots=True)
class Translated(Text):
    """Other words for a text of the source. `offsets` tell where that text stands, not which sign came from where: so
    nothing can be cut out of it as if they did."""

    def __getitem__(self, part: slice) -> Text:
        raise TypeError("the signs of a translation have no places of their own")

    def __add__(self, other: Text) -> Text:
        raise TypeError("the signs of a translation have no places of their own")

    def without(self, ranges: Iterable[tuple[int, int]]) -> Text:
        raise TypeError("the signs of a translation have no places of their own")


NOTHING = Text("", ())


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text. `last` is its last source line once lines were joined; `hint` says the source marks it as a
    heading.

    `whole`: the format itself says that this is one paragraph (Word, HTML), so that no step joins it to a neighbour.
    """

    number: int
    text: Text
    last: int = 0
    hint: bool = False
    whole: bool = False

    @property
    def string(self) -> str:
        return self.text.string

    @property
    def end(self) -> int:
        return self.last or self.number


def line_at(elements: Sequence[object], at: int) -> Line:
    """The line at `at`, where the caller has seen that no table and no box stands there."""
    line = elements[at]
    if not isinstance(line, Line):
        raise TypeError(f"no line at {at}: {line!r}")
    return line


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it stands in the source: rows of cells, each cell its lines (an empty cell has none).

    `spans`: merged cells (row, column, rows, columns), each more than one place large; the places they cover are empty
    cells.
    `drawn`: the format itself says which cells are merged (HTML, Word, ruling lines of a PDF): nothing is to be
    inferred.
    `head`: how many rows the format marks as head; 0 where it does not say.
    `inferred`: merged cells (row, column) that only the layout shows; `doubtful`: the columns could not be told, rows
    are shown as they stand.
    """

    number: int
    last: int
    rows: tuple[tuple[Cell, ...], ...]
    spans: tuple[tuple[int, int, int, int], ...] = ()
    drawn: bool = False
    head: int = 0
    inferred: tuple[tuple[int, int], ...] = ()
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """What one step hands to the next: the lines still there, what was taken out, the printed contents as a witness.

    `notes`: texts of footnotes with their printed marks ([1] …), taken out of the run of lines; `problems`: doubts of
    readers and cleaning.
    `folded`: signs that stand for another one; each became one sign. `page_starts`: as in Source, where only the text
    shows its pages.
    """

    lines: tuple[Line | Grid, ...]
    removed: tuple[Removed, ...] = ()
    contents: tuple[Line, ...] = ()
    notes: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()
    folded: tuple[Change, ...] = ()
    page_starts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A source file as text. `lines` and `line_ends` together hold every character once.

    Of a file that is not text (Word, PDF, HTML, JSON), `text` is what the reader took out, in reading order, a
    paragraph or cell a line.
    `page_starts`: the line on which page 1, 2, … of the file begins; empty where the file has no pages. `pageless`:
    first and last lines of what stands on no page, though other files of the plan have pages.
    """

    file: str
    sha256: str
    encoding: str
    text: str
    lines: tuple[Line, ...]
    line_ends: tuple[Removed, ...]
    page_starts: tuple[int, ...] = ()
    pageless: tuple[tuple[int, int], ...] = ()

    def line_starts(self) -> list[int]:
        """Offset of the first character of every line; bisect_right(starts, offset) is the line number of an offset."""
        return line_starts(self.text)


def page_of(page_starts: tuple[int, ...], line: int) -> int | None:
    """(1, 40, 81), 40 → 2; None where there are no pages."""
    return bisect_right(page_starts, line) or None


def line_starts(text: str) -> list[int]:
    """“ab\nc” → [0, 3]: the offset of the first character of every line."""
    return [0, *(match.end() for match in line_ends(text))]


def line_ends(text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """The line ends in `start`..`end` of a text. U+2028 is a break inside a paragraph, but ends the lines of a text
    that has more of it than of all others."""
    breaks = text.count("\u2028")
    pattern = LINE_OR_BREAK if breaks and breaks > text.count("\n") + text.count("\r") else LINE_END
    return pattern.finditer(text, start, len(text) if end is None else end)


def lines_of(text: str) -> list[str]:
    """“ab\ncd” → [ab, cd]: the lines without their ends"""
    ends = list(line_ends(text))
    starts, stops = [0, *(end.end() for end in ends)], [*(end.start() for end in ends), len(text)]
    return [text[start:stop] for start, stop in zip(starts, stops, strict=True)]


def strike(line: Line, ranges: Iterable[tuple[int, int]], reason: str) -> tuple[Line, list[Removed]]:
    """`line` less the given ranges of its text, and the ledger entries for what went."""
    ranges = [(a, b) for a, b in ranges if a < b]
    if not ranges:
        return line, []
    gone = [entry for a, b in ranges for entry in line.text[a:b].removed(reason)]
    return replace(line, text=line.text.without(ranges)), gone


def fold(line: Line, edits: Iterable[tuple[int, int, str]], reason: str) -> tuple[Line, list[Change]]:
    """`line` with each of the given ranges read as one sign, and the ledger entries: (0, 6, "—") makes —— of
    &mdash;—."""
    signs: list[str] = []
    offsets: list[int] = []
    folded: list[Change] = []
    at = 0
    for start, end, sign in edits:
        first, last = line.text.offsets[start], line.text.offsets[end - 1]
        if last - first != end - 1 - start:
            continue  # something was taken out between its signs
        folded.append(Change("", first, last + 1, line.string[start:end], sign, reason))
        signs += line.string[at:start], sign
        offsets += *line.text.offsets[at:start], first
        at = end
    if not folded:
        return line, []
    text = Text("".join(signs) + line.string[at:], (*offsets, *line.text.offsets[at:]))
    return replace(line, text=text), folded


def settled(removed: Iterable[Removed], folded: Iterable[Change]) -> tuple[tuple[Removed, ...], tuple[Change, ...]]:
    """Both in order of their place. A folded sign that was taken out afterwards is no change any more: it is removed
    whole."""
    removed, kept = list(removed), []
    gone = (
        {entry.start + i: entry.reason for entry in removed for i in range(entry.end - entry.start)} if folded else {}
    )
    for change in folded:
        if change.start not in gone:
            kept.append(change)
        elif change.end > change.start + 1:
            removed.append(Removed(change.start + 1, change.end, gone[change.start]))
    return tuple(sorted(removed, key=lambda entry: entry.start)), tuple(sorted(kept, key=lambda change: change.start))
