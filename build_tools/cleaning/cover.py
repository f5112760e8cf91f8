"""Cover lines — title, issuer, date — are not part of the plan's text.

    某区人民政府 / 2021年6月 / 目录 …   →  nothing

Before printed contents everything is cover. Without contents it is what stands above the first heading or paragraph, save for
the title above a preface: that title names the preface and stays.
"""

import re
from dataclasses import replace

from ..chinese.numbering import UNMISTAKABLE, read_bare_number, read_marker
from ..chinese.sentences import reads_like_title
from ..model.text import Draft, Grid, Line

TITLE = re.compile(r"规\s*划|纲\s*要|方\s*案|计\s*划")
FOREWORD = re.compile(r"\s*(?:前\s*言|序\s*言|引\s*言|绪\s*论|导\s*言)\s*$")
# a date, not a year in a title: 二〇二一年六月, but …和二〇三五年远景目标纲要
NOT_TITLE = re.compile(
    r"人民政府|委员会|发展和改革局|\d{4}\s*年\s*\d|[〇二○零一二三四五六七八九]{4}年[一二三四五六七八九十]+月|^\s*[（(][^）)]*[)）]\s*$|印发|送审|征求意见"
)


def take_out(draft: Draft) -> Draft:
    """The lines above the contents, or the issuer and date lines around the title."""
    gone, lines = [], list(draft.lines)
    for at in cover_lines(draft):
        gone += lines[at].text.removed("cover")
        lines[at] = replace(lines[at], text=lines[at].text[:0], hint=False)
    return replace(draft, lines=tuple(lines), removed=draft.removed + tuple(gone))


def cover_lines(draft: Draft) -> list[int]:
    if draft.contents:
        first = draft.contents[0].number
        return [
            i
            for i, line in enumerate(draft.lines)
            if isinstance(line, Line) and line.number < first and line.string.strip()
        ]
    top = []
    for at, line in enumerate(draft.lines):
        if isinstance(line, Grid):
            return top
        words = line.string.strip()
        if words and (opens_text(line) or not reads_like_title(words)):
            kept = [] if opens_text(line) else preface_titles(draft.lines, top)
            return [i for i in top if i not in kept]
        if words:
            top.append(at)
    return []


def preface_titles(lines: tuple[Line | Grid, ...], top: list[int]) -> list[int]:
    """The lines above a preface that name it: 前言 where it stands there, else the title of the plan."""
    forewords = [i for i in top if FOREWORD.match(lines[i].string)]
    return forewords or [i for i in top if is_title(lines[i])]


def opens_text(line: Line) -> bool:
    marker = read_marker(line.string.strip()) or read_bare_number(line.string.strip())
    return (
        marker is not None
        and (marker.kind in UNMISTAKABLE or marker.number == 1)
        or "\t" in line.string.strip("\n").rstrip()
    )


def is_title(line: Line) -> bool:
    return bool(TITLE.search(line.string)) and not NOT_TITLE.search(line.string)
