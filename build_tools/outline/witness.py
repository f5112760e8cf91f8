"""The printed contents are a witness of the headings: where they differ, a person has to look. Nothing is changed by
them."""

from __future__ import annotations

import itertools
import re
import unicodedata
from difflib import SequenceMatcher

from ..chinese.numbering import read_bare_number, read_marker
from ..chinese.page_numbers import FRAMED_PAGE
from ..chinese.signs import narrow
from ..model.edition import Problem
from ..model.outline import Unit
from ..model.text import Line

IN_ANNEX = re.compile(r"^[^/]+/(?:a\d|end)")
PAGE = re.compile(r"(?<![\s.．·…•⋯\-—_])[\s.．·…•⋯\-—_]*(?<!\d)(\d{1,3})\s*$")
LEADERS = " \t\u3000.．·…•⋯-—_"


Entry = tuple[str, str, int, int]  # number, title, page, line
Printed = tuple[str, str, int]  # number, title and line of a heading


def compare(contents: tuple[Line, ...], units: tuple[Unit, ...]) -> list[Problem]:
    annexes = {plain(unit.title.string) for unit in units if unit.level == "annex"}
    entries = [entry for line in contents if (entry := read_entry(line)) and plain(entry[1]) not in annexes]
    if not entries:
        return []
    # contents often leave the lowest level out, and the headings of annexes
    listed = {kind_of(number + title) for number, title, _, _ in entries}
    headings = [
        (unit.number.string, unit.title.string, unit.line)
        for unit in units
        if kind_of(unit.number.string + unit.title.string) in listed and not IN_ANNEX.search(unit.address)
    ]
    keys = [plain(number) for number, _, _, _ in entries], [plain(number) for number, _, _ in headings]
    problems: list[Problem] = []
    only: list[Entry] = []
    more: list[Printed] = []
    for what, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if what == "equal":
            for (number, title, _page, line), (_, heading, at) in zip(entries[a:b], headings[c:d], strict=False):
                problems += differing(number, title, line, heading, at)
        else:
            only += entries[a:b]
            more += headings[c:d]
    return problems + unmatched(only, more) + page_order(entries)


def unmatched(entries: list[Entry], headings: list[Printed]) -> list[Problem]:
    """Entries and headings whose numbers found no partner; one title under two numbers is one problem, not two."""
    problems: list[Problem] = []
    left = list(headings)
    for number, title, _page, line in entries:
        same = next((h for h in left if plain(h[1]) == plain(title)), None)
        if same is None:
            problems.append(Problem("warning", "contents-only", line, (number + title,)))
            continue
        left.remove(same)
        problems.append(Problem("warning", "contents-wording", line, (number + title, same[2], same[0] + same[1])))
    return problems + [Problem("warning", "heading-only", at, (number + title,)) for number, title, at in left]


def kind_of(words: str) -> str:
    marker = read_marker(words) or read_bare_number(words)
    return marker.kind if marker else ""


def read_entry(line: Line) -> tuple[str, str, int, int] | None:
    """“（二）机遇方面·····  16” → ("（二）", "机遇方面", 16, line number)"""
    words = line.string.strip()
    marker = read_marker(words) or read_bare_number(words)
    if not marker:
        return None
    end, page = without_page(words)
    return marker.printed, words[marker.rest : end].strip(), page, line.number


def without_page(words: str) -> tuple[int, int]:
    """Where an entry ends before leader and page, and the page: “回顾….3” → (2, 3), “回顾（3）” → (2, 3), “回顾” → (2, 0)"""
    framed = FRAMED_PAGE.search(narrow(words))
    if framed:
        return len(words[: framed.start()].rstrip(LEADERS)), int(framed[framed.lastindex or 1])
    page = PAGE.search(words)
    return (page.start(), int(page[1])) if page else (len(words), 0)


def plain(words: str) -> str:
    return "".join(unicodedata.normalize("NFKC", words).split())


def differing(number: str, title: str, line: int, heading: str, at: int) -> list[Problem]:
    if "".join(title.split()) == "".join(heading.split()):
        return []
    if plain(title) == plain(heading):
        return [Problem("note", "contents-width", line, (number + title, at))]
    return [Problem("warning", "contents-wording", line, (number + title, at, number + heading))]


def page_order(entries: list[tuple[str, str, int, int]]) -> list[Problem]:
    """Page numbers that go back: the entry before is the one out of order."""
    return [
        Problem("note", "contents-page", here[3], (here[0] + here[1], here[2], after[2]))
        for here, after in itertools.pairwise(entries)
        if after[2] and after[2] < here[2]
    ]
