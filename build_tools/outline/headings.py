"""Lines that may be headings. Nothing is decided here: the runs (runs.py) and the numbering (numbering.py) decide.

A candidate has a number and words behind it; `form` says how they read. A heading may be split over two lines, and two
may stand in one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..chinese.annexes import read_annex
from ..chinese.boxes import is_box_title
from ..chinese.numbering import HEADING_KINDS, UNMISTAKABLE, Marker, read_bare_number, read_marker
from ..chinese.sentences import FULL_LINE, LONGEST_CHAPTER, LONGEST_TITLE, ends_sentence, lead_length, reads_like_title
from ..model.text import Grid, Line, line_at
from .boxes import Element
from .listed import Listed, key

SECOND_LINE = 25  # characters; the second line of a title is a short one
INNER = re.compile(r"(?<=\S)[ \t\u3000]+(?=第[ \t\u3000]?[一1１][ \t\u3000]?[章节])")
CAPTION = re.compile(r"[分附续]?[表图][ \u3000]?[一二三四五六七八九十\d]{1,3}|单位[：:]")  # 表3-1 重点工程项目
LEAD_END = "。：:"


@dataclass(frozen=True, slots=True)
class Candidate:
    """`position` and `end`: the elements that hold the heading (half-open).

    `form`: title (words that read like one), sentence (a title that ends in 。), run-in (a title with its text behind
    it), text (a numbered sentence). `title_end`: where the title of a run-in ends, else 0. `level`: as a person ruled,
    else "".
    `after_cut`: the line before breaks off, so that this may be the rest of a sentence.
    """

    position: int
    end: int
    line: Line
    marker: Marker | None
    form: str = "title"
    title_end: int = 0
    level: str = ""
    after_cut: bool = False

    @property
    def kind(self) -> str:
        if self.level:
            return f"ruled-{self.level}"
        return self.marker.kind if self.marker else "title"

    @property
    def number(self) -> int:
        return self.marker.number if self.marker else 0

    @property
    def printed(self) -> str:
        """The number as it stands; “” for a title without one."""
        return self.marker.printed if self.marker else ""

    @property
    def rest(self) -> int:
        """Where the title begins behind its number."""
        return self.marker.rest if self.marker else 0

    @property
    def words(self) -> str:
        """The title alone: “（二）提升港口能级。优化…” → “提升港口能级。”"""
        return self.line.string[self.rest : self.title_end or None]


def parted(elements: list[Element]) -> list[Element]:
    """Two headings in one line become two: 第二章 总体要求　第一节 指导思想"""
    out: list[Element] = []
    for element in elements:
        out += halves(element) if isinstance(element, Line) else [element]
    return out


def halves(line: Line) -> list[Line]:
    inner = INNER.search(line.string)
    marker = read_marker(line.string) if inner else None
    if not inner or not marker or marker.kind not in ("part", "chapter") or not reads_like_title(line.string):
        return [line]
    return [replace(line, text=line.text[: inner.end()]), replace(line, text=line.text[inner.end() :])]


def marked_lines(elements: list[Element], names: Listed = frozenset()) -> list[Candidate]:
    """Every line with a number of a kind that headings have, in order."""
    found, at = [], 0
    while at < len(elements):
        candidate = marked_line(elements, at, names)
        if candidate:
            found.append(candidate)
        at = candidate.end if candidate else at + 1
    return found


def marked_line(elements: list[Element], at: int, names: Listed) -> Candidate | None:
    line = elements[at]
    if not isinstance(line, Line):
        return None
    marker = read_marker(line.string) or read_bare_number(line.string)
    if marker is None or marker.kind not in (*HEADING_KINDS, "bare"):
        return None
    cut = after_cut(elements, at)
    title = line.string[marker.rest :]
    if second := second_line(elements, at, title, marker, names):
        below = line_at(elements, second)
        line = replace(line, text=line.text + below.text, last=below.end)
        marker = read_marker(line.string) or marker
        return Candidate(at, second + 1, line, marker, after_cut=cut)
    form, length = form_of(title, marker.kind)
    return Candidate(at, at + 1, line, marker, form, marker.rest + length if length else 0, after_cut=cut)


def form_of(words: str, kind: str) -> tuple[str, int]:
    """“提升港口能级” → title; “提升港口能级。” → sentence; “提升港口能级。优化码头布局，…” → run-in and the title's length"""
    if reads_like_title(words, LONGEST_CHAPTER if kind in UNMISTAKABLE else LONGEST_TITLE):
        return "title", 0
    if words.rstrip().endswith(("。", "；")) and reads_like_title(words.rstrip()[:-1]):
        return "sentence", 0
    length = lead_length(words, True)
    return ("run-in", length) if length and reads_like_title(words[: length - 1]) else ("text", 0)


def after_cut(elements: list[Element], at: int) -> bool:
    """Does the line before break off in the middle of a sentence?"""
    before = next((elements[i] for i in range(at - 1, -1, -1) if not is_blank(elements[i])), None)
    if not isinstance(before, Line) or before.hint or before.whole or len(before.string) < FULL_LINE:
        return False
    title = reads_like_title(before.string) and "，" not in before.string
    return not (ends_sentence(before.string) or title or is_box_title(before.string))


def second_line(elements: list[Element], at: int, title: str, marker: Marker, names: Listed) -> int | None:
    """Position of the line on which the title goes on: 第四节 / 打造完善高效的市政设施, or …发展， / 开创新局面.

    Where the printed contents list the title they say whether it ends with the first line or with the second.
    """
    after = next((i for i in range(at + 1, len(elements)) if not is_blank(elements[i])), None)
    line, first = elements[after] if after is not None else None, line_at(elements, at).string
    if after is None or not isinstance(line, Line):
        return None
    others = read_marker(line.string) or is_box_title(line.string) or read_annex(line.string)
    if others or CAPTION.match(line.string) or not reads_like_title(line.string):
        return None
    if names and title and key(first) in names:
        return None
    if names and key(first + line.string) in names:
        return after
    if marker.kind in ("arabic", "arabic-paren", "bare"):
        return None
    if not title or title.endswith(("，", "、")):
        return after
    follows_table = after + 1 < len(elements) and isinstance(elements[after + 1], Grid)
    close = after == at + 1 or line.hint
    short = len(line.string) <= SECOND_LINE and "，" not in line.string
    joined = close and short and not follows_table and reads_like_title(title) and marker.kind in UNMISTAKABLE
    return after if joined else None


def is_blank(element: Element) -> bool:
    return isinstance(element, Line) and not element.string


def nothing_between(elements: list[Element], start: int, end: int) -> bool:
    return all(is_blank(element) for element in elements[start:end])
