"""Boxes (专栏): a title and its items, in table form or as plain lines.

    专栏-4 端牢中国饭碗支撑行动 / (blank) / 1. 农业机械化工程：… / 2. 水利现代化工程：…   →  Box with two items

In table form the box is a grid of one column whose first row is a title. As plain lines its end has to be found: the numbering
goes on, or, where blank lines part the paragraphs of the document, the block of lines goes on. Nothing else is taken in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..chinese.boxes import is_box_title, read_box_title
from ..chinese.numbering import UNMISTAKABLE, read_marker
from ..chinese.sentences import ends_sentence, reads_like_title
from ..model.edition import Problem
from ..model.text import Grid, Line

SUB_ITEMS = ("circled", "arabic-paren")


@dataclass(frozen=True, slots=True)
class Box:
    """Title line and item lines; `subs[i]` are the sub-item lines of item i."""

    title: Line
    items: tuple[Line, ...]
    subs: tuple[tuple[Line, ...], ...]
    last: int


Element = Line | Grid | Box


def find_boxes(lines: tuple[Line | Grid, ...]) -> tuple[list[Element], list[Problem]]:
    """The same elements, with the lines of each box drawn together."""
    parted = blank_lines_part_paragraphs(lines)
    out, problems, at = [], [], 0
    while at < len(lines):
        element = lines[at]
        at += 1
        if isinstance(element, Grid):
            out.append(box_of_grid(element) or element)
        elif element.string and is_box_title(element.string):
            title, at = whole_title(lines, at - 1)
            items, at = plain_items(lines, at, parted)
            out.append(box_of(title, items, max([title.end] + [line.end for line in items])))
            if not items and not (at < len(lines) and isinstance(next_filled(lines, at), Grid)):
                problems.append(Problem("warning", "empty-box", title.number, (title.string,)))
            elif items and not parted and read_marker(items[0].string) is None:
                problems.append(Problem("note", "box-end", title.number, (title.string,)))
        else:
            out.append(element)
    return out, problems


def box_of_grid(grid: Grid) -> Box | None:
    """A grid of one column that begins with a title. One row will do if that title says 专栏."""
    rows = [row for row in grid.rows if any(row)]
    if not rows or any(len(row) != 1 for row in rows):
        return None
    title, *rest = rows[0][0]
    lines = (*rest, *(line for row in rows[1:] for line in row[0]))
    if (
        not lines
        or rest
        and not is_box_title(title.string)
        or not (reads_like_title(title.string) or is_box_title(title.string))
    ):
        return None
    return box_of(title, lines, grid.last)


def box_of(title: Line, lines: tuple[Line, ...], last: int) -> Box:
    """①②③ below a numbered item are its sub-items; a line without number is an item of its own."""
    items: list[Line] = []
    subs: list[list[Line]] = []
    first = next((marker.kind for line in lines if (marker := read_marker(line.string))), "")
    for line in lines:
        marker = read_marker(line.string)
        if items and marker and marker.kind in SUB_ITEMS and marker.kind != first:
            subs[-1].append(line)
        else:
            items.append(line)
            subs.append([])
    return Box(title, tuple(items), tuple(map(tuple, subs)), last)


def whole_title(lines: tuple[Line | Grid, ...], at: int) -> tuple[Line, int]:
    """A bare “专栏3” takes the next line as its title. Returns the title line and the position after it."""
    line = lines[at]
    if not read_box_title(line.string).title:
        follower = next_position(lines, at + 1)
        if follower is not None and isinstance(lines[follower], Line):
            words = lines[follower]
            if reads_like_title(words.string) and read_marker(words.string) is None:
                return replace(line, text=line.text + words.text, last=words.end), follower + 1
    return line, at + 1


def plain_items(lines: tuple[Line | Grid, ...], at: int, parted: bool) -> tuple[tuple[Line, ...], int]:
    """The item lines from `at` on, and the position after the last of them."""
    items: list[Line] = []
    position = next_position(lines, at)
    while position is not None and isinstance(lines[position], Line):
        line, blank = lines[position], position > at and bool(items)
        if not (goes_on(items, line) or not blank and (parted or not items) and not opens_unit(line)):
            break
        items.append(line)
        at = position + 1
        position = next_position(lines, at)
    return tuple(items), at


def goes_on(items: list[Line], line: Line) -> bool:
    """Is `line` the next number after the items so far, or a sub-item?"""
    marker = read_marker(line.string)
    numbers = [m for item in items if (m := read_marker(item.string))]
    if not marker or not numbers or opens_unit(line):
        return False
    if marker.kind == "dash":
        return numbers[0].kind == "dash"
    same = [m.number for m in numbers if m.kind == marker.kind]
    expected = same[-1] + 1 if same else 1
    return marker.number in (expected, 1 if marker.kind in SUB_ITEMS and marker.kind != numbers[0].kind else expected)


def opens_unit(line: Line) -> bool:
    """第X章, 第X节, 一、标题, （一）标题 or another box"""
    marker = read_marker(line.string)
    if marker is None:
        return is_box_title(line.string)
    heading = marker.kind in UNMISTAKABLE or marker.kind in ("han", "han-paren")
    return heading and reads_like_title(line.string[marker.rest :]) and not ends_sentence(line.string)


def next_position(lines: tuple[Line | Grid, ...], at: int) -> int | None:
    return next((i for i in range(at, len(lines)) if isinstance(lines[i], Grid) or lines[i].string), None)


def next_filled(lines: tuple[Line | Grid, ...], at: int) -> Line | Grid | None:
    position = next_position(lines, at)
    return None if position is None else lines[position]


def blank_lines_part_paragraphs(lines: tuple[Line | Grid, ...]) -> bool:
    """Do most lines of this document stand after a blank one?"""
    pairs = [(a, b) for a, b in zip(lines, lines[1:]) if isinstance(a, Line) and isinstance(b, Line) and b.string]
    return sum(not a.string for a, _ in pairs) * 2 > len(pairs)
