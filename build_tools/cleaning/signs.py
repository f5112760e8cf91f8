"""Signs are folded once, before anything is read: each stands for another one, or is seen by nobody, or says that the
text is damaged.

⼀、⼯业 → 一、工业;  一、\\u200b目标 → 一、目标;  GDP\\u00a0增长 → GDP 增长;  \\uf0b7 完善机制 → 完善机制
新建�标准农田, (cid:3382)旧小区 → as they stand, with a problem
"""

import re

from ..chinese.blanks import figures_to_fill_in
from ..chinese.signs import BLANKS, BULLETS, INVISIBLE, is_private, is_radical, plain_character
from ..model.problems import Problem
from ..model.text import Draft, Line, Removed, fold, strike
from .over_lines import Outcome, over_lines

UNREADABLE = re.compile(r"\ufffd+|\(cid:\d{1,6}\)|(?<=[\u4e00-\u9fff\d])[■▇█]+(?=[\u4e00-\u9fff\d])|(?<=\d)[■▇█]+")
LONE_BOX = re.compile(r"(?<![□\d])□(?=[\u4e00-\u9fff]{2})")  # a sign that the font lacks
AROUND = 6


def fold_signs(draft: Draft) -> Draft:
    return over_lines(draft, folded_line)


def folded_line(line: Line) -> Outcome:
    if line.string.isascii():
        return Outcome(line, problems=unreadable(line))
    gone: list[Removed] = []
    for reason, places in (("invisible", invisible(line.string)), ("bullet", bullet(line.string))):
        line, removed = strike(line, places, reason)
        gone += removed
    line, radicals = fold(
        line, ((i, i + 1, plain_character(c)) for i, c in enumerate(line.string) if is_radical(c)), "radical"
    )
    line, blanks = fold(line, ((i, i + 1, " ") for i, c in enumerate(line.string) if c in BLANKS), "odd-blank")
    radicals = [change for change in radicals if change.before != change.after]  # a few have no other form
    return Outcome(line, gone, radicals + blanks, unreadable(line))


def invisible(string: str) -> list[tuple[int, int]]:
    """Every sign that has no width and no ink."""
    return [(i, i + 1) for i, sign in enumerate(string) if sign in INVISIBLE]


def bullet(string: str) -> list[tuple[int, int]]:
    """The bullet of a sign font at the start of a line, with the blanks behind it."""
    start = len(string) - len(string.lstrip())
    if string[start : start + 1] not in BULLETS or not string[start : start + 1]:
        return []
    rest = string[start + 1 :]
    return [(start, start + 1 + len(rest) - len(rest.lstrip(" \t\u3000")))]


def unreadable(line: Line) -> list[Problem]:
    """A problem for every run of signs that cannot be read."""
    places = [match.span() for match in UNREADABLE.finditer(line.string)]
    places += [(i, i + 1) for i, sign in enumerate(line.string) if is_private(sign)]
    if line.string.count("□") == 1:  # two are boxes to tick, or a blank
        places += {match.span() for match in LONE_BOX.finditer(line.string)} - set(figures_to_fill_in(line.string))
    return [
        Problem("warning", "unreadable-sign", line.number, (line.string[max(0, a - AROUND) : b + AROUND].strip(),))
        for a, b in sorted(places)
    ]
