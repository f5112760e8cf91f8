"""The printed contents are a witness of the headings: where they differ, a person has to look. Nothing is changed by them."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from ..chinese.numbering import read_marker
from ..model.edition import Problem
from ..model.outline import Unit
from ..model.text import Line

PAGE = re.compile(r"(?<![\s.．·…•⋯\-—_])[\s.．·…•⋯\-—_]*(?<!\d)(\d{1,3})\s*$")


def compare(contents: tuple[Line, ...], units: tuple[Unit, ...]) -> list[Problem]:
    entries = [entry for line in contents if (entry := read_entry(line))]
    # contents often leave the lowest level out
    listed = {read_marker(number + title or number).kind for number, title, _, _ in entries}
    headings = [
        (unit.number.string, unit.title.string, unit.line)
        for unit in units
        if (marker := read_marker(unit.number.string + unit.title.string)) and marker.kind in listed
    ]
    if not entries:
        return []
    keys = [plain(number) for number, _, _, _ in entries], [plain(number) for number, _, _ in headings]
    problems = []
    for what, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if what == "equal":
            for (number, title, page, line), (_, heading, at) in zip(entries[a:b], headings[c:d]):
                problems += differing(number, title, line, heading, at)
            continue
        problems += [
            Problem("warning", "contents-only", line, (number + title,)) for number, title, _, line in entries[a:b]
        ]
        problems += [Problem("warning", "heading-only", at, (number + title,)) for number, title, at in headings[c:d]]
    return problems + page_order(entries)


def read_entry(line: Line) -> tuple[str, str, int, int] | None:
    """“（二）机遇方面·····  16” → ("（二）", "机遇方面", 16, line number)"""
    words = line.string.strip()
    marker = read_marker(words)
    if not marker:
        return None
    page = PAGE.search(words)
    title = words[marker.rest : page.start() if page else None]
    return marker.printed, title.strip(), int(page[1]) if page else 0, line.number


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
        for here, after in zip(entries, entries[1:])
        if after[2] and after[2] < here[2]
    ]
