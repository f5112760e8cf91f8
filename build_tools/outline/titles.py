"""Titles without a number: 2026年重点工作, or “# 发展基础” as the source marks it.

Looked for only where the numbering lacks its top: it begins with （一） or 1., it begins anew in the middle, or there is
none.
Taken where position, shortness, a numbering below that begins anew, the printed contents and the source's marks agree,
and a note says so; offered with their lines where they do not.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from ..chinese.annexes import is_date, is_letter_line, is_notice_title, is_printing_line, read_annex
from ..chinese.boxes import is_box_title
from ..chinese.numbering import read_marker
from ..chinese.sentences import reads_like_title
from ..model.edition import Problem
from ..model.text import Line
from .boxes import Element
from .headings import Candidate, after_cut, is_blank
from .listed import Listed, key
from .numbering import find_ladder, lacks_top

SHORTEST, LONGEST = 4, 30  # signs of a title
MOST = 40  # titles; more of them are lines of a list
INTRODUCTION = 3  # paragraphs between a title and the numbering below it
LAST_WORDS = re.compile(r"结束语|结语|后记")
DOCUMENT = re.compile(r"(?:工作报告|规划|纲要|方案|意见|草案|报告|[）)])$")
NO_TITLE = re.compile(
    r"(?:前|序|引|绪|导)\s*[言论]$|结(?:束)?语$|后\s*记$|目\s*[录次]$|附\s*[件表]|[（(]|.{0,12}(?:[市县区镇]长|主任|书记|局长)[ \u3000]|.*单位[：:]"
)


def find_titles(
    elements: list[Element], headings: list[Candidate], names: Listed, end: int, settled: Collection[int] = ()
) -> tuple[list[Candidate], list[Problem]]:
    """`names`: entries of the printed contents that carry no number; `end`: where the annexes begin; `settled`: places
    people spoke of."""
    headings = [c for c in headings if c.position < end]
    if any(c.level for c in headings) or not lacks_top(headings):
        return [], []  # complete, or settled by a person
    held = {at for c in headings for at in range(c.position, c.end)} | set(settled)
    titles = [c for at in range(end) if at not in held and (c := title_at(elements, at, headings))]
    if not titles or len(titles) > MOST:
        return [], []
    taken = agreed(titles, headings, elements, names)
    if taken:
        return taken, [told("note", "titles-taken", taken)]
    return [], [told("warning", "titles-offered", titles)]


def closing_words(elements: list[Element], headings: list[Candidate], end: int) -> list[Candidate]:
    """结束语 on a line of its own behind the last heading: a chapter without number, whatever stands above it."""
    last = max((c.end for c in headings if c.position < end), default=end)
    return [
        Candidate(at, at + 1, element, None, level="chapter")
        for at, element in enumerate(elements[last:end], last)
        if isinstance(element, Line) and LAST_WORDS.fullmatch("".join(element.string.split()))
    ]


def title_at(elements: list[Element], at: int, headings: list[Candidate]) -> Candidate | None:
    line = elements[at]
    if not isinstance(line, Line) or not may_be_title(line.string) or after_cut(elements, at):
        return None
    first = all(is_blank(element) for element in elements[:at])
    if DOCUMENT.search(line.string) and (first or not line.hint):
        return None
    below = next((i for i in range(at + 1, len(elements)) if not is_blank(elements[i])), None)
    line_below = elements[below] if below is not None else None
    if not isinstance(line_below, Line):
        return None
    words = line_below.string
    opens = any(c.position == below and c.number == 1 for c in headings)
    if not opens and not words.rstrip("”’」）)").endswith(("。", "！")) and not line.hint:
        return None
    return Candidate(at, at + 1, line, None)


def may_be_title(words: str) -> bool:
    """“2026年重点工作” → True; “各位代表：”, “2026年1月8日”, “县长　张三”, “表1 主要指标” → False"""
    if not SHORTEST <= len(words) <= LONGEST or not reads_like_title(words) or NO_TITLE.match(words):
        return False
    if any(sign in words for sign in "：:，\t") or re.match(r"[表图]\s?\d", words):
        return False
    others = (is_date, is_letter_line, is_notice_title, is_printing_line, is_box_title, read_marker, read_annex)
    return not any(test(words) for test in others)


def agreed(
    titles: list[Candidate], headings: list[Candidate], elements: list[Element], names: Listed
) -> list[Candidate]:
    """The titles that more than one witness names."""
    in_contents = [c for c in titles if key(c.line.string) in names]
    if in_contents:
        return in_contents
    above = [c for c in titles if opens_numbering(c, titles, headings, elements)]
    hinted = [c for c in titles if c.line.hint]
    if hinted and (not headings or set(above) & set(hinted)):
        return hinted
    ladder = find_ladder(headings)
    begins = [c for c in headings if ladder and c.kind == ladder[0] and c.number == 1]
    return titles if len(titles) >= 2 and above and len(above) == len(begins) else []


def opens_numbering(
    title: Candidate, titles: list[Candidate], headings: list[Candidate], elements: list[Element]
) -> bool:
    """Does a numbering begin below the title, after a paragraph or two and before the next title?"""
    after = next((c for c in headings if c.position > title.position), None)
    if after is None or after.number != 1 or any(title.position < c.position < after.position for c in titles):
        return False
    between = [e for e in elements[title.end : after.position] if not is_blank(e)]
    return len(between) <= INTRODUCTION


def told(severity: str, code: str, titles: list[Candidate]) -> Problem:
    lines = ", ".join(str(c.line.number) for c in titles)
    words = "”“".join(c.line.string for c in titles)
    return Problem(severity, code, titles[0].line.number, (words, lines))
