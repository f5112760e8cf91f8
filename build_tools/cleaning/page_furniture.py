"""Running heads and page numbers that a scan or a PDF carried into the text.

    …推进城乡融合发展、均衡发展和美 / — 23 — / 某区“十四五”规划纲要 / 丽乡村建设…   →  the two lines between go

A page number is a line of its own, and runs on: each is higher than the one before, as many pages later as there is
text between them. What has its look and does not fit the run stays, with a problem. A running head is a line without
sentence end that stands again and again where a page ends: beside a page number, at the top of a page, or inside a cut
paragraph. A subheading that a plan uses again and again (发展目标) is none, nor are the addressees 各乡镇人民政府.
"""

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from ..chinese.boxes import is_box_title
from ..chinese.numbering import read_marker
from ..chinese.page_numbers import PageNumber, read_page_number
from ..chinese.sentences import FULL_LINE, ends_sentence, reads_like_title
from ..chinese.titles import names_a_plan
from ..model.problems import Problem
from ..model.text import Draft, Grid, Line, Removed, line_at
from .table_cells import is_caption_line

TIMES = 3
PAGE = 700  # signs on a page where the text does not tell: 22 lines of 28 and what a booklet has
LEAST, MOST = 0.25, 4.0  # shares of a page's usual length that a page may have
SHORTEST = 200  # signs on a page of a text whose numbers stand bare
WRAPPED = 0.3  # so many unended lines are line ends of a hard-wrapped text, not cuts of pages
BARE_RUN = 3  # so many bare numbers must run on
LONG_RUN = 10
SHORT_PAGES = 5  # of so many pages one may be nearly empty: the end of a chapter, a picture


class NumberLine(NamedTuple):
    """A line that may be a page number: where it stands, how much text is before it."""

    at: int
    before: int
    read: PageNumber
    line: int


def take_out(draft: Draft) -> Draft:
    places = candidates(draft.lines)
    numbers = page_numbers(places)
    heads = running_heads(draft, numbers)
    seen: set[str] = set()
    gone: list[Removed] = []
    lines: list[Line | Grid] = []
    opened = False
    for at, line in enumerate(draft.lines):
        reason = ""
        if at in numbers:
            reason = "page-number"
        elif isinstance(line, Line) and key(line) in heads:
            # the chapter's own heading is the first of its running heads, and so is a title above all text: they stay
            if key(line) in seen or (opened and not read_marker(line.string)):
                reason = "running-head"
            seen.add(key(line))
        if reason and isinstance(line, Line):
            gone += line.text.removed(reason)
            line = replace(line, text=line.text[:0], hint=False)
        opened = opened or isinstance(line, Grid) or bool(line.string.strip())
        lines.append(line)
    odd = tuple(
        Problem("warning", "page-number-like", place.line, (line_at(draft.lines, place.at).string.strip(),))
        for place in places
        if not place.read.plain and place.at not in numbers
    )
    return replace(draft, lines=tuple(lines), removed=draft.removed + tuple(gone), problems=draft.problems + odd)


def candidates(lines: tuple[Line | Grid, ...]) -> list[NumberLine]:
    found, before = [], 0
    for at, line in enumerate(lines):
        if isinstance(line, Grid):
            before += sum(len(part.string) for row in line.rows for cell in row for part in cell)
        elif read := read_page_number(line.string):
            found.append(NumberLine(at, before, read, line.number))
        else:
            before += len("".join(line.string.split()))
    return found


def page_numbers(places: list[NumberLine]) -> set[int]:
    """Positions of the lines that are page numbers: those whose form says so and that run on, and bare ones that fit
    between."""
    found: set[int] = set()
    for roman in (False, True):
        printed = [place for place in places if place.read.roman is roman and not place.read.plain]
        bare = [place for place in places if place.read.roman is roman and place.read.plain]
        run = running(printed)
        page = length_of_page(run) if len(run) > 1 else PAGE
        found |= {place.at for place in run}
        found |= {place.at for place in (fitting(bare, run, page) if run else bare_run(bare))}
    return found


def running(places: list[NumberLine]) -> list[NumberLine]:
    """The longest series of rising numbers; a number below may begin anew (a letter, then the plan) where two follow
    it."""
    parts: list[list[NumberLine]] = []
    for place in places:
        if parts and place.read.number <= 2 and place.read.number <= parts[-1][-1].read.number:
            parts.append([])
        parts = parts or [[]]
        parts[-1].append(place)
    return [place for part in parts for place in rising(part)]


def rising(places: list[NumberLine]) -> list[NumberLine]:
    """Longest subsequence that never falls, by patience sorting: a number may stand at the head and at the foot of a
    page."""
    tops: list[int] = []
    piles: list[int] = []
    back: list[int] = []
    for i, place in enumerate(places):
        at = bisect_right(tops, place.read.number)
        tops[at : at + 1] = [place.read.number]
        back.append(piles[at - 1] if at else -1)
        piles[at : at + 1] = [i]
    out, i = [], piles[-1] if piles else -1
    while i >= 0:
        out.append(places[i])
        i = back[i]
    return out[::-1]


def length_of_page(run: list[NumberLine]) -> float:
    steps = [
        (b.before - a.before) / (b.read.number - a.read.number)
        for a, b in pairwise(run)
        if b.read.number > a.read.number
    ]
    return max(median(steps), 1) if steps else PAGE


def fitting(bare: list[NumberLine], run: list[NumberLine], page: float) -> list[NumberLine]:
    """Bare numbers that stand between two of the run, as many pages away as they say."""
    fit = []
    for place in bare:
        before = [p for p in run if p.at < place.at][-1:] or [NumberLine(-1, 0, PageNumber(0, True, False), 0)]
        after = [p for p in run if p.at > place.at][:1]
        if all(apart(a, b, page) for a, b in [(before[0], place), *((place, b) for b in after)]):
            fit.append(place)
    return rising(fit)


def apart(a: NumberLine, b: NumberLine, page: float) -> bool:
    """Are there as many pages of text between the two as their numbers say?"""
    pages = b.read.number - a.read.number
    return pages > 0 and LEAST * page * pages <= b.before - a.before <= MOST * page * pages


def bare_run(bare: list[NumberLine]) -> list[NumberLine]:
    """Numbers alone: three or more that follow each other at the distance of a page, n, n + 1, n + 2."""
    numbers = [place for place, row in zip(bare, rows(bare), strict=False) if not row]
    best: list[NumberLine] = []
    for start, first in enumerate(numbers):
        run, short = [first], 0
        while found := next_page(numbers[start + 1 :], run, short):
            short += found.before - run[-1].before < SHORTEST
            run.append(found)
        if len(run) >= BARE_RUN and len(run) > len(best) and even(run):
            best = run
    return best


def next_page(numbers: list[NumberLine], run: list[NumberLine], short: int) -> NumberLine | None:
    """The next number at the distance of a page; of every five pages that ran on, one may be a short one."""
    last = run[-1]
    named = [place for place in numbers if place.at > last.at and place.read.number == last.read.number + 1]
    full = next((place for place in named if place.before - last.before >= SHORTEST), None)
    return full or (named[0] if named and short < len(run) // SHORT_PAGES else None)


def rows(bare: list[NumberLine]) -> list[bool]:
    """Which numbers count rows, 1 粮食 2 棉花 3 油料: three that follow each other with too little text between for a
    page."""
    near = [b.read.number == a.read.number + 1 and b.before - a.before < SHORTEST for a, b in pairwise(bare)]
    third = [a and b for a, b in pairwise(near)]
    return [any(third[max(0, i - 2) : i + 1]) for i in range(len(bare))]


def even(run: list[NumberLine]) -> bool:
    """Are the pages about as long as each other? That many numbers run on says enough in a long run."""
    steps = [b.before - a.before for a, b in pairwise(run)]
    return len(run) >= LONG_RUN or max(steps) <= MOST * max(median(steps), SHORTEST)


def key(line: Line) -> str:
    """What a running head repeats: its words without white space and page number."""
    return re.sub(r"[\s\d·•\-—–|]", "", line.string)


def running_heads(draft: Draft, numbers: set[int]) -> set[str]:
    filled = [(at, line) for at, line in enumerate(draft.lines) if isinstance(line, Grid) or line.string.strip()]
    places: dict[str, list[int]] = {}
    for n, (at, line) in enumerate(filled):
        if isinstance(line, Line) and may_be_running_head(line) and not stands_over_columns(draft.lines, at):
            places.setdefault(key(line), []).append(n)
    heads = set()
    starts = set(draft.page_starts[1:])
    cuts = unended(filled) <= WRAPPED * len(filled)
    for words, found in places.items():
        ends = sum(at_page_end(filled, n, numbers, starts, cuts) for n in found)
        name = names_a_plan(line_at(draft.lines, filled[found[0]][0]).string) or PLAN.search(words) is not None
        if any(b - a < APART for a, b in pairwise(found)) or any(in_a_cell(filled, n, numbers, starts) for n in found):
            continue  # rows of a table that differ in their figures only, or parts of its cells
        often = len(found) >= TIMES and (name or ends * 3 >= len(found)) and (ends or name)
        lonely = len(found) < TIMES and name and any(at_page_end(filled, n, numbers, starts, False) for n in found)
        if often or lonely or (len(found) == 2 and name and ends):
            heads.add(words)
    return heads


GAPS = re.compile(r"[ \u3000]{2,}")
APART = 2  # lines with something in them from one running head to the next: never directly below one another
PLAN = re.compile(r"(?:规划|纲要|计划|方案|报告)[^，。]{0,8}$")


def may_be_running_head(line: Line) -> bool:
    """A title without number or that of a chapter; sections and boxes may have one title in many chapters."""
    marker = read_marker(line.string.strip())
    return (
        len(key(line)) >= 4
        and "\t" not in line.string.strip()
        and "，" not in line.string
        and any(sign.isalpha() for sign in line.string)  # ├──┼──┤ is part of a drawn table
        and "<" not in line.string  # <td>1</td> of one that is written
        and line.string.count("|") < 3  # | 粮食 | 20 | of one in bars
        and reads_like_title(line.string)
        and not is_box_title(line.string.strip())
        and not is_caption_line(line)
        and (marker is None or marker.kind in ("part", "chapter"))
    )


def stands_over_columns(lines: tuple[Line | Grid, ...], at: int) -> bool:
    """规划目标 directly above 类别    指标    单位 is the head of a table that goes on on every page."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    return isinstance(below, Line) and is_columnar(below)


def is_columnar(line: Line) -> bool:
    return len(GAPS.split(line.string.strip())) >= 3


def in_a_cell(filled: list[tuple[int, Line | Grid]], n: int, numbers: set[int], starts: set[int]) -> bool:
    """Does the line stand far from the edge directly above or below a row in columns, where no page ends?"""
    here, line = filled[n]
    near = [one for one in (n - 1, n + 1) if 0 <= one < len(filled) and abs(filled[one][0] - here) == 1]
    rows = [other for one in near if isinstance(other := filled[one][1], Line) and is_columnar(other)]
    indented = isinstance(line, Line) and line.string[:2].isspace()
    return bool(rows) and indented and not at_page_end(filled, n, numbers, starts, False)


def unended(filled: list[tuple[int, Line | Grid]]) -> int:
    """How many lines look as if a page or a line end had cut them."""
    return sum(isinstance(line, Line) and is_unended(line) for _, line in filled)


def is_unended(line: Line) -> bool:
    return len(line.string.strip()) >= FULL_LINE and not ends_sentence(line.string)


def at_page_end(filled: list[tuple[int, Line | Grid]], n: int, numbers: set[int], starts: set[int], cuts: bool) -> bool:
    """Beside a page number, at the top of a page, or, in a text whose lines are paragraphs, after one that has no
    end."""
    here = filled[n][1]
    before = filled[n - 1] if n else None
    after = filled[n + 1] if n + 1 < len(filled) else None
    if any(near and near[0] in numbers for near in (before, after)) or here.number in starts:
        return True
    line = before[1] if before else None
    return cuts and isinstance(line, Line) and is_unended(line)
