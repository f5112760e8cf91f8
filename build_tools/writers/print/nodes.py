"""Units and blocks of a plan → the nodes of a printed volume: headings, paragraphs, boxes and tables, each with its
address."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ...model.address import Address
from ...model.edition import Plan
from ...model.outline import Block, TableCell, Unit, expand, head_rows
from ...model.translation import OPEN, has_han, without_signs
from ...model.walks import by_chapter, caption_of, chapters_of
from ..words.unit_names import front_or_end
from .kinds import Box, Cell, Heading, Node, Paragraph, Table
from .runs import Marks, runs_of

DEPTH = {"part": 0, "chapter": 1, "front": 1, "annex": 1, "section": 2, "subsection": 3}
NARROWEST, WIDEST = 2.0, 16.0  # columns of a table, in full-width characters
WORDS = re.compile(r"[\u4e00-\u9fff]{2}|[A-Za-z]{3}")
LATIN, LATIN_IN_CHINESE = 0.55, 0.65  # of a full-width character, with the gap that sets it off from Chinese


def nodes_of(plan: Plan, marks: Marks, say: Callable[[str], str] = str, only: str = "", below: int = 0) -> list[Node]:
    """All nodes of the plan, or of the chapter `only`, its top headings at level `below` + 1."""
    parts = by_chapter(plan)
    wanted = [chapter for chapter in chapters_of(plan) if only in ("", chapter.address)]
    level = Levels(below, any(unit.level == "part" for unit in wanted))
    nodes: list[Node] = []
    for chapter in wanted:
        content = parts[chapter.address]
        nodes.append(heading(chapter, level.of(chapter), say(front_or_end(chapter))))
        nodes += chapter_nodes(content, plan, marks, level)
    return nodes


class Levels:
    """Heading levels without a gap: a subsection right under a chapter is one level below it, because print allows no
    jump."""

    def __init__(self, below: int, with_parts: bool) -> None:
        self.below, self.top = below, 0 if with_parts else 1
        self.last = below

    def of(self, unit: Unit) -> int:
        self.last = min(self.below + 1 + DEPTH[unit.level] - self.top, self.last + 1)
        return self.last


def chapter_nodes(parts: list[Unit | Block], plan: Plan, marks: Marks, level: Levels) -> list[Node]:
    nodes: list[Node] = []
    for part in parts:
        if isinstance(part, Unit):
            nodes.append(heading(part, level.of(part)))
        elif part.kind == "box":
            nodes.append(
                Box(runs_of(part, marks), Address(part.address).locator, part.address, "box", [], level.last + 1)
            )
        elif part.kind in ("box_item", "box_subitem") and isinstance(nodes[-1], Box):
            nodes[-1].items.append(paragraph(part, marks))
        elif part.kind == "table":
            nodes.append(table(part, caption_of(parts, part), marks))
        elif part.kind == "note" and not part.is_footnote and nodes and isinstance(nodes[-1], Table):
            nodes[-1].notes.append(paragraph(part, marks))
        elif part.kind != "caption":  # a caption is set with its table
            nodes.append(paragraph(part, marks))
    return nodes


def heading(unit: Unit, level: int, foreword: str = "") -> Heading:
    role = "chapter" if unit.level in ("front", "annex") else unit.level
    return titled(unit.title.string or foreword, level, unit.address, role, unit.number.string)


def titled(text: str, level: int, address: str, role: str, number: str = "") -> Heading:
    """A title is plain text, because bookmarks are; one that has no translation says so."""
    return Heading(level, number, address, role, without_signs(text), text.startswith(OPEN))


def paragraph(block: Block, marks: Marks) -> Paragraph:
    locator = Address(block.address).locator if block.kind != "note" else ""
    return Paragraph(block.kind, runs_of(block, marks), locator, block.address)


def table(block: Block, captions: list[Block], marks: Marks) -> Table:
    count = head_rows(block.rows)
    names = name_column(block.rows[count:])
    return Table(
        caption=[run for caption in captions for run in runs_of(caption, marks)],
        columns=column_widths(block.rows, count),
        head=[[cell(c, marks) for c in row] for row in block.rows[:count]],
        body=[
            [cell(c, marks, names_row=c is named) for c in row]
            for row, named in zip(block.rows[count:], names, strict=True)
        ],
        notes=[],
        locator=Address(block.address).locator,
        address=block.address,
        role="printed",
    )


def cell(found: TableCell, marks: Marks, names_row: bool = False) -> Cell:
    long = width(found.text.string) > 8
    return Cell(runs_of(found, marks), found.rowspan, found.colspan, found.header, long, row_head=names_row or None)


def name_column(rows: tuple[tuple[TableCell, ...], ...]) -> list[TableCell | None]:
    """Of each row the cell that says what the row is about: it stands in the column with the most different words.

    | 一 | 森林覆盖率 | % | 30 | → 森林覆盖率
    """
    matrix = expand(rows)
    columns = range(max(map(len, matrix), default=0))
    different = [
        len({one.text.string for row in matrix if (one := at(row, n)) and WORDS.search(one.text.string)})
        for n in columns
    ]
    best = max(columns, key=lambda n: different[n], default=0)
    found: list[TableCell | None] = []
    for row in matrix:
        named = at(row, best)
        known = any(named is other for other in found)  # one cell over several rows is the head of the first
        found.append(named if named is not None and not known and named.text.string.strip() else None)
    return found


def at(row: Sequence[TableCell | None], column: int) -> TableCell | None:
    return row[column] if column < len(row) else None


def column_widths(rows: tuple[tuple[TableCell, ...], ...], heads: int = 1) -> list[float]:
    """Share of each column: its longest text in full-width characters, within bounds; a cell over several columns
    counts for its last.

    A head may break between words, so that it counts by its longest one: an empty column is as narrow as that.
    """
    matrix = expand(rows)
    widths = [NARROWEST] * max(len(row) for row in matrix)
    for number, row in enumerate(matrix):
        for column, found in enumerate(row):
            last = column + 1 == len(row) or row[column + 1] is not found
            if found is not None and last:
                before = sum(widths[i] for i in range(column) if row[i] is found)
                needed = longest_word(found.text.string) if number < heads else room_for(found)
                widths[column] = max(widths[column], min(needed, WIDEST) - before)
    return widths


def room_for(found: TableCell) -> float:
    """A cell over several rows has room below itself: it needs that much less in width, but no word is cut."""
    return max(width(found.text.string) / found.rowspan, longest_word(found.text.string))


def longest_word(text: str) -> float:
    """“2030 target” → the width of “target”; 2030年目标 breaks anywhere, but is one word to its readers"""
    return max(map(width, text.split()), default=0)


def width(text: str) -> float:
    """In full-width characters: 2020年 → 3.6"""
    letter = LATIN_IN_CHINESE if has_han(text) else LATIN
    return sum(letter if sign < "\u0250" else 1 for sign in text)
