"""Small parts that all forms of tables share: what a form finds, cells of a line, words of a cell."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace

from ..chinese.boxes import is_box_title
from ..chinese.numbering import UNMISTAKABLE, read_marker
from ..chinese.sentences import ends_sentence
from ..model.problems import Problem
from ..model.text import Cell, Draft, Grid, Line, Removed

SENTENCE = 12  # characters; what is shorter may be a cell that ends in 。
LONGEST_GROUP = 16
NOTES = ("注：", "注:", "备注：", "备注:", "说明：", "资料来源", "数据来源", "注1", "注释")


@dataclass(frozen=True, slots=True)
class Found:
    """A form's find: the elements that take the place of the lines up to `end`, what went, and what is in doubt."""

    elements: tuple[Line | Grid, ...]
    end: int
    removed: list[Removed] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def piece(line: Line, start: int, end: int) -> Line:
    """The part `start`..`end` of a line as a line of its own, the blanks at its ends left off."""
    words = line.string[start:end]
    start += len(words) - len(words.lstrip())
    return replace(line, text=line.text[start : start + len(words.strip())], hint=False)


def cell_of(line: Line, start: int, end: int) -> Cell:
    """The same as a cell; of blanks an empty one."""
    part = piece(line, start, end)
    return (part,) if part.string else ()


def left_over(line: Line, cells: list[Line], reason: str) -> list[Removed]:
    """Ledger entries for what of the line is in none of the cells: blanks as white-space, marks as `reason`."""
    kept = {offset for cell in cells for offset in cell.text.offsets}
    gone: list[Removed] = []
    for at, offset in enumerate(line.text.offsets):
        if offset in kept:
            continue
        why = "white-space" if line.string[at].isspace() and line.string[at] != "\t" else reason
        if gone and gone[-1].end == offset and gone[-1].reason == why:
            gone[-1] = Removed(gone[-1].start, offset + 1, why)
        else:
            gone.append(Removed(offset, offset + 1, why))
    return gone


def put_between(cells: list[Cell], columns: tuple[int, int], held: Cell) -> tuple[int, int, int]:
    """What stands in the columns `first`..`last` is one cell over all of them, as nothing tells where it belongs: the
    place of that cell (column, rows, columns)."""
    first, last = columns
    cells[first : last + 1] = [held, *[()] * (last - first)]
    return first, 1, last - first + 1


def words_of(cell: Cell) -> str:
    """A cell's words without white space, to compare cells by."""
    return "".join("".join(line.string for line in cell).split())


def fuses(cell: Cell) -> bool:
    """Would two figures become one if the lines of the cell were put together: 20 / 22?"""
    pairs = itertools.pairwise(cell)
    return any(a.string[-1:].isdigit() and b.string[:1].isdigit() for a, b in pairs)


def is_blank(element: Line | Grid) -> bool:
    return isinstance(element, Line) and not element.string.strip()


def blanks_in(lines: tuple[Line | Grid, ...]) -> list[Removed]:
    """White space of the blank lines that a table takes in."""
    return [
        entry
        for line in lines
        if isinstance(line, Line) and is_blank(line)
        for entry in line.text.removed("white-space")
    ]


def opens_text(line: Line) -> bool:
    """第二节 …, 专栏3 …, 注：…, or a sentence: nothing of this stands in the middle of a table of short cells."""
    return opens_unit(line) or is_sentence(line)


def opens_unit(line: Line) -> bool:
    """A heading, the title of a box, an item behind a dash, or a note"""
    words = line.string.strip()
    marker = read_marker(words)
    heading = marker is not None and (marker.kind in UNMISTAKABLE or marker.kind in ("han", "han-paren", "dash"))
    heading = heading and marker is not None and len(words) > len(marker.printed)
    return heading or is_box_title(words) or words.startswith(NOTES)


def is_sentence(line: Line) -> bool:
    words = line.string.strip()
    return ends_sentence(words) and len(words) > SENTENCE


def is_group(words: str) -> bool:
    """一、经济发展 in a row of its own parts a table into groups; as a heading it reads the same, so what follows must
    tell."""
    marker = read_marker(words.strip())
    return (
        marker is not None
        and marker.kind in ("han", "han-paren")
        and 0 < len(words.strip()) <= LONGEST_GROUP
        and not ends_sentence(words)
    )


def is_caption_line(line: Line) -> bool:
    """表1 主要指标, 单位：亿元, 续表, …重点项目表: what stands above a table, not in it"""
    words = "".join(line.string.split()).strip("（）()")
    return (
        words.startswith(("单位：", "单位:", "计量单位：", "续表", "附表"))
        or bool(re.match(r"(?:分|附|续)?表\d", words))
        or (len(words) > 10 and words.endswith(("表", "指标", "一览")))
    )


def with_elements(draft: Draft, elements: list[Line | Grid], gone: list[Removed], problems: list[Problem]) -> Draft:
    return replace(
        draft,
        lines=tuple(elements),
        removed=draft.removed + tuple(gone),
        problems=draft.problems + tuple(problems),
    )
