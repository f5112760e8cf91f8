"""The text that a reader takes out of a file that is not text: a paragraph or a cell a line, every character on a line
or on the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from ..model.edition import BadInput
from ..model.problems import Problem
from ..model.text import Draft, Grid, Line, Removed, Source, Text
from .decoding import file_hash
from .limits import LONGEST_LINE, MOST_COLUMNS, MOST_LINES

ENDS = dict.fromkeys(map(ord, "\r\n\x85\u2028\u2029"), " ")  # of lines


@dataclass(frozen=True, slots=True)
class CellText:
    """One cell of a table as a file gives it: its paragraphs, and how many rows and columns it covers."""

    paragraphs: tuple[str, ...]
    rowspan: int = 1
    colspan: int = 1


@dataclass(slots=True)
class TakenText:
    """Grows line by line; `lines`, `notes` and `removed` then make a Draft, `parts` the text of the Source."""

    file: str = ""

    parts: list[str] = field(default_factory=list)
    lines: list[Line | Grid] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    page_starts: list[int] = field(default_factory=list)
    contents: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    length: int = 0

    @property
    def number(self) -> int:
        """Number of the line taken last."""
        return len(self.parts)

    @property
    def next_number(self) -> int:
        return len(self.parts) + 1

    def page(self) -> None:
        """What is added from now on stands on the next page."""
        self.page_starts.append(self.next_number)

    def line(self, words: str, hint: bool = False, whole: bool = False) -> Line:
        """One more line of the text; who asks for it keeps it: in `lines`, in a cell, as a note."""
        words = words.translate(ENDS)
        if len(words) > LONGEST_LINE or len(self.parts) >= MOST_LINES:
            raise BadInput("most-text", place=f"{self.file}:{self.next_number}")
        line = Line(self.next_number, Text.at(words, self.length), hint=hint, whole=whole)
        self.parts.append(words)
        self.length += len(words) + 1
        self.removed.append(Removed(self.length - 1, self.length, "line-end"))
        return line

    def add(self, words: str, hint: bool = False, whole: bool = False) -> None:
        """A paragraph, or a line of one."""
        self.lines.append(self.line(words, hint, whole))

    def note(self, words: str) -> None:
        """The text of a footnote, with its mark."""
        self.notes.append(self.line(words, whole=True))

    def drop(self, words: str, reason: str) -> Line:
        """A line that no reader will see, and why."""
        line = self.line(words, whole=True)
        self.removed += line.text.removed(reason)
        return line

    def problem(self, severity: str, code: str, line: int, *values: object) -> None:
        self.problems.append(Problem(severity, code, max(1, line), values))

    def table(self, rows: Sequence[Sequence[CellText]], head: int = 0, drawn: bool = True) -> None:
        """Cells as HTML has them (a covered place is left out) become a Grid whose rows all have their places."""
        first = self.next_number
        places, spans = laid_out(rows, f"{self.file}:{self.next_number}")
        height, width = len(rows), 1 + max((column for _, column in places), default=0)
        grid: list[list[tuple[Line, ...]]] = [[()] * width for _ in range(height)]
        for (row, column), cell in sorted(places.items()):
            grid[row][column] = tuple(self.line(words) for words in cell.paragraphs if words.strip())
        if self.next_number > first:
            self.lines.append(Grid(first, self.next_number - 1, tuple(map(tuple, grid)), tuple(spans), drawn, head))

    def source(self, file: str, data: bytes, encoding: str) -> Source:
        text = "\n".join(self.parts)
        starts = Text.at(text, 0)
        lines, at = [], 0
        for number, words in enumerate(self.parts, 1):
            lines.append(Line(number, starts[at : at + len(words)]))
            at += len(words) + 1
        ends = tuple(entry for entry in self.removed if entry.reason == "line-end" and entry.end <= len(text))
        return Source(file, file_hash(data), encoding, text, tuple(lines), ends, tuple(self.page_starts))

    def draft(self) -> Draft:
        length = max(0, self.length - 1)  # the last line has no end
        removed = tuple(entry for entry in self.removed if entry.end <= length)
        return Draft(
            tuple(self.lines),
            removed,
            tuple(self.contents),
            tuple(self.notes),
            tuple(self.problems),
            page_starts=tuple(self.page_starts),
        )


Place = tuple[int, int]


class Spanning(Protocol):
    """A cell of any format that says how many rows and columns it covers."""

    @property
    def rowspan(self) -> int: ...
    @property
    def colspan(self) -> int: ...


Spanned = TypeVar("Spanned", bound=Spanning)


def laid_out(
    rows: Sequence[Sequence[Spanned]], place: str
) -> tuple[dict[Place, Spanned], list[tuple[int, int, int, int]]]:
    """Where each cell stands once those that cover several rows or columns have taken their places, and the spans.

    [甲 over two rows, 乙], [丙] → {(0, 0): 甲, (0, 1): 乙, (1, 1): 丙}, [(0, 0, 2, 1)]
    """
    taken: set[Place] = set()
    places: dict[Place, Spanned] = {}
    spans = []
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            if column >= MOST_COLUMNS:
                raise BadInput("most-columns", MOST_COLUMNS, place=place)
            height, width = min(cell.rowspan, len(rows) - row), cell.colspan
            places[row, column] = cell
            taken.update((row + i, column + j) for i in range(height) for j in range(width))
            if height > 1 or width > 1:
                spans.append((row, column, height, width))
            column += width
    return places, spans


def paragraphs_of(words: Iterable[str]) -> tuple[str, ...]:
    """[" 甲 ", "", "乙"] → ("甲", "乙")"""
    return tuple(stripped for one in words if (stripped := one.strip()))
