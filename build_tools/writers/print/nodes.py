"""Units and blocks of a plan → the nodes of a printed volume: headings, paragraphs, boxes and tables, each with its
address."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from ...model.address import Address
from ...model.edition import Plan
from ...model.outline import Block, TableCell, Unit, expand, head_rows
from ...model.shown import holds_chinese
from ...model.translation import has_han
from ...model.walks import by_chapter, caption_of, chapters_of
from ..words.unit_names import front_or_end
from .kinds import Box, Cell, Heading, Node, Paragraph, Table
from .numbers import before_the_point, columns_of_numbers
from .runs import Marks, Run, runs_of

DEPTH = {"part": 0, "chapter": 1, "front": 1, "annex": 1, "section": 2, "subsection": 3}
NARROWEST, SHORT, WIDEST = 2.0, 8.0, 22.0  # columns of a table, in full-width characters
PART = 4.0  # signs of a Chinese word that are not parted where it can be helped
WORDS = re.compile(r"[\u4e00-\u9fff]{2}|[A-Za-z]{3}")
HAN_GAP = 0.3  # between a figure and the Chinese after it: 30左右
UNIT_LINE = re.compile(r"[（(]?(?:计量)?(?:单位|Units?)\s*[：:]")  # 单位：万元, and its translation
LATIN, LATIN_IN_CHINESE = 0.55, 0.65  # of a full-width character, with the gap that sets it off from Chinese


def nodes_of(plan: Plan, marks: Marks, say: Callable[[str], str] = str, only: str = "", below: int = 0) -> list[Node]:
    """All nodes of the plan, or of the chapter `only`, its top headings at level `below` + 1."""
    parts = by_chapter(plan)
    wanted = [chapter for chapter in chapters_of(plan) if only in ("", chapter.address)]
    level = Levels(below, any(unit.level == "part" for unit in wanted))
    nodes: list[Node] = []
    for chapter in wanted:
        content = parts[chapter.address]
        nodes.append(heading(chapter, level.of(chapter), say(front_or_end(chapter)), plan.card.title))
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
            nodes.append(table(part, caption_of(parts, part), marks, level.last + 1))
        elif part.kind == "note" and not part.is_footnote and nodes and isinstance(nodes[-1], Table):
            nodes[-1].notes.append(paragraph(part, marks))
        elif part.kind != "caption":  # a caption is set with its table
            nodes.append(paragraph(part, marks))
    return nodes


def heading(unit: Unit, level: int, foreword: str = "", name: str = "") -> Heading:
    """`name`: the title of the plan. A text that begins with it, parted into lines by its cover, has it as the card
    does."""
    role = "chapter" if unit.level in ("front", "annex") else unit.level
    title = unit.title.string or foreword
    same = bool(name) and "".join(title.split()) == "".join(name.split())
    return titled(name if same else title, level, unit.address, role, unit.number.string)


def titled(text: str, level: int, address: str, role: str, number: str = "") -> Heading:
    """A title is plain text, because bookmarks are; one that has no translation says so."""
    return Heading(level, number, address, role, text, holds_chinese(text))


def paragraph(block: Block, marks: Marks) -> Paragraph:
    locator = Address(block.address).locator if block.kind != "note" else ""
    return Paragraph(block.kind, runs_of(block, marks), locator, block.address)


def table(block: Block, captions: list[Block], marks: Marks, level: int) -> Table:
    count = head_rows(block.rows)
    names = name_column(block.rows[count:])
    columns = columns_of_numbers(block.rows[count:])
    titles, units = titles_and_units(captions)
    return Table(
        caption=all_runs(titles, marks),
        columns=column_widths(block.rows, count),
        head=[[cell(c, marks) for c in row] for row in block.rows[:count]],
        body=[
            [cell(c, marks, c is named, columns.get(id(c))) for c in row]
            for row, named in zip(block.rows[count:], names, strict=True)
        ],
        notes=[],
        locator=Address(block.address).locator,
        address=block.address,
        role="printed",
        level=level,
        unit=all_runs(units, marks) or None,
    )


def titles_and_units(captions: list[Block]) -> tuple[list[Block], list[Block]]:
    """主要指标, 单位：万元 → the title and the line of the unit; where a title stands behind its unit, all is title."""
    first = next((n for n, one in enumerate(captions) if UNIT_LINE.match(one.text.string)), len(captions))
    units = captions[first:]
    return (captions[:first], units) if all(UNIT_LINE.match(one.text.string) for one in units) else (captions, [])


def all_runs(blocks: list[Block], marks: Marks) -> list[Run]:
    return [run for block in blocks for run in runs_of(block, marks)]


def cell(found: TableCell, marks: Marks, names_row: bool = False, column: int | None = None) -> Cell:
    long = width(found.text.string) > 8
    whole = before_the_point(found.text.string) if column is not None else None
    return Cell(
        runs_of(found, marks),
        found.rowspan,
        found.colspan,
        found.header,
        long,
        row_head=names_row or None,
        whole=whole,
        column=column,
    )


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
    """Share of each column in full-width characters. A column of short texts holds the longest of them; one with longer
    texts is as wide as its texts weigh, all rows counted, so that a single long cell takes no room from the others.

    A head may break between words, so that it counts by its longest one: an empty column is as narrow as that. A cell
    over several columns counts for its last.
    """
    matrix = expand(rows)
    words: dict[tuple[int, int], float] = {}
    needs: dict[tuple[int, int], list[float]] = {}
    for number, row in enumerate(matrix):
        for column, found in enumerate(row):
            if found is None or (column and row[column - 1] is found):
                continue
            place = (column, min(column + found.colspan, len(row)) - 1)
            words[place] = max(words.get(place, 0), min(longest_word(found.text.string), WIDEST))
            if number >= heads:
                needs.setdefault(place, []).append(width(found.text.string) / found.rowspan)
    widths = [NARROWEST] * max(len(row) for row in matrix)
    for first, last in sorted(words, key=lambda place: place[1] - place[0]):
        needed = max(words[first, last], weight(needs.get((first, last), [])))
        widths[last] = max(widths[last], needed - sum(widths[first:last]))
    return with_room_for_numbers(widths, rows[heads:])


def weight(needs: list[float]) -> float:
    """[3, 4, 3] → 4; [20, 0, 0, 0] → 10, the root of the mean square: a long text among many short ones breaks"""
    longest = max(needs, default=0)
    if longest <= SHORT:
        return longest
    return min(WIDEST, max(SHORT, math.sqrt(sum(need * need for need in needs) / len(needs))))


def with_room_for_numbers(widths: list[float], rows: tuple[tuple[TableCell, ...], ...]) -> list[float]:
    """Numbers that stand with their points below each other need room for the longest before and the longest after."""
    columns = columns_of_numbers(rows)
    parts: dict[int, list[tuple[float, float]]] = {}
    for found in (cell for row in rows for cell in row if id(cell) in columns):
        whole = before_the_point(found.text.string)
        rest = found.text.string[len(whole) :]
        gap = HAN_GAP if has_han(rest) else 0
        parts.setdefault(columns[id(found)], []).append((width(whole), width(rest) + gap))
    needed = {column: sum(map(max, zip(*found, strict=True))) for column, found in parts.items()}
    return [max(share, min(needed.get(column, 0), WIDEST)) for column, share in enumerate(widths)]


def longest_word(text: str) -> float:
    """“2030 target” → the width of “target”; Chinese breaks anywhere, but 2030年目标 is read in parts of four signs"""
    return max((min(width(word), PART) if has_han(word) else width(word) for word in text.split()), default=0)


def width(text: str) -> float:
    """In full-width characters: 2020年 → 3.6"""
    letter = LATIN_IN_CHINESE if has_han(text) else LATIN
    return sum(letter if sign < "\u0250" else 1 for sign in text)
