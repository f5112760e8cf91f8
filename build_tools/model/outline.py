"""The plan as a tree of units and a list of blocks, in document order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .address import Address
from .text import NOTHING, Removed, Text

LEVELS = ("part", "chapter", "section", "subsection", "front", "annex")
PAGES = ("part", "chapter", "front", "annex")  # units with a page of their own
KINDS = ("paragraph", "item", "caption", "box", "box_item", "box_subitem", "table", "note")


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading with what it opens. `address` is like `plan/03/01`; `line` the source line of the number."""

    address: str
    level: str
    number: Text
    title: Text
    line: int


@dataclass(frozen=True, slots=True)
class TableCell:
    """`inferred`: only the layout says that the cell is a merged one."""

    text: Text
    rowspan: int = 1
    colspan: int = 1
    header: bool = False
    inferred: bool = False


class NoteLink(NamedTuple):
    """The mark of a footnote in a text: its source offsets (half-open) and the address of the note.

    In the note itself: the address of a block that refers to it, and the offsets of the mark there.
    """

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, item, box, box item, table, caption or note under `unit` (an address).

    `marker` is what is printed before the text (`1.`, `——`, `专栏-4`); `lead` the length of a run-in lead sentence;
    `notes` the footnotes it refers to, or, in a footnote (`unit@fn1`), the blocks that refer to it.
    """

    address: str
    unit: str
    kind: str
    text: Text
    lines: tuple[int, int]
    marker: Text = NOTHING
    rows: tuple[tuple[TableCell, ...], ...] = ()
    lead: int = 0
    notes: tuple[NoteLink, ...] = ()

    @property
    def is_footnote(self) -> bool:
        return self.kind == "note" and Address(self.address).is_footnote


@dataclass(frozen=True, slots=True)
class Outline:
    """What the outline stage finds: everything of a Plan that stands in its text."""

    units: tuple[Unit, ...]
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...]


def opens_page(unit: Unit) -> bool:
    """Parts, chapters, what stands before them and annexes have a page of their own."""
    return unit.level in PAGES


def head_rows(rows: tuple[tuple[TableCell, ...], ...]) -> int:
    """How many rows at the top are head, at least one: all their cells are heads, and below the first none stands from
    edge to edge."""
    width = sum(cell.colspan for cell in rows[0]) if rows else 0
    count = 1
    while count < len(rows) - 1 and rows[count] and all(cell.header for cell in rows[count]) and rows[0][0].header:
        if rows[count][0].colspan == width > 1:
            break
        count += 1
    return count if all(cell.header for cell in rows[0]) else 1


def expand(rows: tuple[tuple[TableCell, ...], ...]) -> list[list[TableCell | None]]:
    """The full matrix of a merged table: a covered place holds the cell that covers it."""
    matrix: list[list[TableCell | None]] = [[] for _ in rows]
    for r, row in enumerate(rows):
        column = 0
        for cell in row:
            while column < len(matrix[r]) and matrix[r][column] is not None:
                column += 1
            for i in range(r, min(r + cell.rowspan, len(rows))):
                matrix[i] += [None] * (column + cell.colspan - len(matrix[i]))
                for j in range(column, column + cell.colspan):
                    matrix[i][j] = cell
    return matrix
