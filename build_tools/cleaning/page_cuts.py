"""A paragraph cut by the end of a page, or by a stray line end, becomes one again.

    …社会公共服务和美 / (blank) / 丽乡村建设取得明显实效。   →  …社会公共服务和美丽乡村建设取得明显实效。

The last line on a page is a full one: what stands before a cut has no sentence end and is at least a printed line long;
what follows opens nothing new. A quotation left open by one part and closed by the next is a cut even at a full stop.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from ..chinese.boxes import is_box_title
from ..chinese.numbering import HEADING_KINDS, UNMISTAKABLE, read_marker
from ..chinese.sentences import FULL_LINE, ends_sentence, open_marks, reads_like_title
from ..chinese.table_words import is_dash
from ..chinese.titles import names_a_plan
from ..model.text import Change, Draft, Grid, Line, Removed, Text, line_at
from .repeats import again

LETTER = re.compile(
    r".{0,60}(?:的通知|的公告|的批复|的决议|的函|的通告|会议上)|.{0,10}[〔\[（(【]\d{4}[〕\])）】]第?\d{1,5}号"
)
SALUTATION = re.compile(r"(?:各位|同志|各|全|尊敬)[^。，]{0,60}[：:]")
FIGURE = re.compile(r"[-—]|\[?[\d.,]+%?\]?")
CAPTION = re.compile(r"(?:[分附续]?[表图]|附件)[ ]?\d{1,3}(?:[-—.]\d{1,2})?[ \u3000：:]+[^，。；]{2,40}$")
APART = ("注：", "注:", "资料来源", "单位：", "备注：")


def join(draft: Draft) -> Draft:
    lines: list[Line | Grid] = []
    blanks: list[Line] = []
    seams: list[tuple[int, int]] = []
    kept: list[Change] = []
    for line in draft.lines:
        if isinstance(line, Grid):
            line = join_cells(line, seams, kept)
        elif not line.string:
            blanks.append(line)
            continue
        before = lines[-1] if lines else None
        if (
            isinstance(before, Line)
            and isinstance(line, Line)
            and before.string
            and is_cut(before, line)
            and not ends_with_plan_title(lines)
        ):
            lines[-1] = sewn(before, line, seams)
        else:
            lines += [*blanks, line]
        blanks = []
    removed = without_kept(renamed(draft.removed, seams), {change.start for change in kept})
    return replace(draft, lines=(*lines, *blanks), removed=tuple(removed), folded=draft.folded + tuple(kept))


def ends_with_plan_title(lines: list[Line | Grid]) -> bool:
    """Is the last line also the first of the document, and a title such as …规划和二〇三五年远景目标纲要?"""
    return names_a_plan(line_at(lines, -1).string) and not any(
        isinstance(line, Grid) or line.string for line in lines[:-1]
    )


def sewn(before: Line, after: Line, seams: list[tuple[int, int]]) -> Line:
    seams.append((before.text.offsets[-1], after.text.offsets[0]))
    return replace(before, text=before.text + after.text, last=after.end)


def figures_meet(before: Line, after: Line) -> bool:
    """120 / 165 in one cell are two figures; nothing tells that they are one. — / 165 are a dash and a figure."""
    dash = is_dash(before.string) or is_dash(after.string)
    return (before.string[-1:].isdigit() and after.string[:1].isdigit()) or dash


def apart(before: Line, after: Line, kept: list[Change]) -> Line:
    """Two lines of a cell whose figures meet: the line end between them is read as a blank."""
    place = before.text.offsets[-1] + 1
    kept.append(Change("", place, place + 1, "\n", " ", "odd-blank"))
    return replace(before, text=before.text + Text(" ", (place,)) + after.text, last=after.end)


def without_kept(removed: Iterable[Removed], kept: set[int]) -> list[Removed]:
    """The ledger less the line ends that are shown as a blank: [5, 7) less 5 → [6, 7)"""
    out: list[Removed] = []
    for entry in removed:
        starts = [entry.start, *(place + 1 for place in sorted(kept) if entry.start <= place < entry.end)]
        ends = [*(place for place in sorted(kept) if entry.start <= place < entry.end), entry.end]
        out += [Removed(a, b, entry.reason) for a, b in zip(starts, ends, strict=True) if a < b] if kept else [entry]
    return out


def join_cells(grid: Grid, seams: list[tuple[int, int]], kept: list[Change]) -> Grid:
    """Lines of a cell are one text, save in a box (a table of one column), where a line may be an item of its own."""
    box = all(len(row) == 1 for row in grid.rows)
    return replace(grid, rows=tuple(tuple(join_cell(cell, box, seams, kept) for cell in row) for row in grid.rows))


def join_cell(cell: tuple[Line, ...], box: bool, seams: list[tuple[int, int]], kept: list[Change]) -> tuple[Line, ...]:
    lines: list[Line] = []
    for line in cell:
        if lines and line.string and not box and figures_meet(lines[-1], line):
            lines[-1] = apart(lines[-1], line, kept)
        elif lines and line.string and (not box or is_cut(lines[-1], line)):
            lines[-1] = sewn(lines[-1], line, seams)
        elif line.string:
            lines.append(line)
    return tuple(lines)


def is_cut(before: Line, after: Line) -> bool:
    if (
        before.whole
        or after.whole
        or again(before.string, after.string)
        or opens_something(after)
        or len(before.string) < FULL_LINE
        or stands_alone(before)
    ):
        return False
    if ends_sentence(before.string):
        return closes_quotation(before, after)
    return not (after.hint and reads_like_title(after.string))


def opens_something(line: Line) -> bool:
    words = "".join(line.string.split())
    return (
        read_marker(line.string) is not None
        or is_box_title(line.string)
        or line.string.startswith(APART)
        or CAPTION.match(line.string) is not None
        or LETTER.fullmatch(words) is not None
        or SALUTATION.fullmatch(words) is not None
    )


def stands_alone(line: Line) -> bool:
    """A heading, a box title, the title or number of a letter, or an unnumbered line that the source marks as
    heading."""
    if LETTER.fullmatch("".join(line.string.split())) or reads_like_row(line.string):
        return True
    marker = read_marker(line.string)
    if marker is None:
        return is_box_title(line.string) or (line.hint and reads_like_title(line.string) and "，" not in line.string)
    title = line.string[marker.rest :]
    if marker.kind in UNMISTAKABLE:
        return reads_like_title(title)
    return (
        marker.kind in HEADING_KINDS
        and reads_like_title(title)
        and (marker.kind in ("han", "han-paren") or "，" not in title)
    )


def reads_like_row(string: str) -> bool:
    """“粮食产量（亿斤） 20 22 约束性”: a row of a table whose cells are parted by single blanks"""
    parts = string.split()
    figures = sum(FIGURE.fullmatch(part) is not None for part in parts)
    return figures >= 2 and not any(mark in string for mark in "，。；")


def closes_quotation(before: Line, after: Line) -> bool:
    """“……要务之首。 / 第一要务。”的意识… : opened before, closed after."""
    waiting = open_marks(before.string)
    closing = {"“": "”", "（": "）", "《": "》", "‘": "’"}
    if not waiting or waiting[-1] not in closing:
        return False
    close, opening = closing[waiting[-1]], waiting[-1]
    at, again = after.string.find(close), after.string.find(opening)
    return at >= 0 and (again < 0 or at < again)


def renamed(removed: tuple[Removed, ...], seams: list[tuple[int, int]]) -> list[Removed]:
    """Line ends inside a seam are put on the ledger as page cuts."""
    starts = {offset for a, b in seams for offset in range(a + 1, b)}
    return [Removed(r.start, r.end, "page-cut") if r.reason == "line-end" and r.start in starts else r for r in removed]
