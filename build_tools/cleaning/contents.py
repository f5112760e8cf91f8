"""The printed table of contents goes from the text, but stays as a witness of the headings.

目录 / 第一章 继往开来.....\\t10 / 一、全面建成小康社会·····  20   →  nothing; the entries are kept in Draft.contents
"""

import re
from dataclasses import replace

from ..chinese.numbering import read_marker
from ..chinese.sentences import reads_like_title
from ..model.text import NOTHING, Draft, Grid, Line

HEAD = re.compile(r"\s*目\s*[录次]\s*$")
DOTS = ".．·…•⋯\t"
LEADER = DOTS + "-—_ \u3000\xa0"

PAGE_NUMBER = re.compile(r"[-—–─·\s]*(?:\d{1,3}|[ivxIVXⅠ-Ⅻ]{1,4})[-—–─·\s]*$")


def take_out(draft: Draft) -> Draft:
    start, end = find(draft.lines)
    if start is None:
        return draft
    entries = tuple(
        line
        for line in draft.lines[start:end]
        if isinstance(line, Line) and (is_entry(line.string) or read_marker(line.string))
    )
    gone, blank = [], []
    for line in draft.lines[start:end]:
        if isinstance(line, Grid):
            blank.append(line)
            continue
        gone += line.text.removed("contents")
        blank.append(replace(line, text=line.text[:0], hint=False))
    lines = draft.lines[:start] + tuple(blank) + draft.lines[end:]
    return replace(draft, lines=lines, removed=draft.removed + tuple(gone), contents=entries)


def find(found: tuple[Line | Grid, ...]) -> tuple[int | None, int]:
    """First and one past last line of the contents: from 目录, or from the first of three entries with leader and page, on."""
    lines = tuple(Line(line.number, NOTHING) if isinstance(line, Grid) else line for line in found)
    start = next((i for i, line in enumerate(lines) if HEAD.match(line.string)), None)
    if start is None:
        run = [
            i
            for i, line in enumerate(lines)
            if is_entry(line.string)
            and read_marker(line.string)
            and "." * 3 in line.string.replace("·", ".").replace("…", "...")
        ]
        if len(run) < 3:
            return None, 0
        start = run[0] - 1
    first, end = None, start + 1
    for at in range(start + 1, len(lines)):
        words = lines[at].string.strip()
        if not words or PAGE_NUMBER.match(words) or HEAD.match(words):
            continue
        entry, marker = is_entry(lines[at].string), read_marker(words)
        again = first and marker and marker[:2] == first[:2]  # 第一章 for the second time: the text begins
        if not entry and (again or not marker or not reads_like_title(words)):
            break
        first = first or marker
        end = at + 1
    return max(start, 0), end


def is_entry(string: str) -> bool:
    """第一章 继往开来.....\\t10 → True; 第一章 继往开来 10 → False: a leader parts title and page, or two blanks do"""
    words = string.rstrip()
    before = words.rstrip("0123456789")
    title = before.rstrip(LEADER)
    leader = before[len(title) :]
    parted = any(sign in DOTS for sign in leader) or len(leader) > 1 and leader[-2:].isspace()
    return 0 < len(words) - len(before) <= 3 and bool(title) and parted
