"""Where a plan uses the words of a list: terms of the glossary, places. Longest word first, headings and cells of
tables included.

words 拉林河 and 拉林河口湿地: “加强拉林河口湿地保护” → 拉林河口湿地 only
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ..chinese.words import bare, find_words
from ..model.curated import Term, Toponym
from ..model.facts import Occurrence
from ..model.outline import Block, Unit
from ..model.span import Span
from ..model.text import Text

AROUND = 18
SHORT = 2  # a term this short is marked only in quotation marks: “三农” is a term, 亩 and 一区 are everyday words
TERM = "term"


def find_terms(
    plan: str, units: tuple[Unit, ...], blocks: tuple[Block, ...], line_starts: list[int], terms: tuple[Term, ...]
) -> tuple[Occurrence, ...]:
    names = {word: (term.name, TERM) for term in terms if term.plan in ("", plan) for word in spellings(term.name)}
    return tuple(find_mentions(plan, units, blocks, line_starts, names))


def spellings(term: str) -> tuple[str, ...]:
    """三农 → “[三农]”; 放管服 → 放管服"""
    return (f"“[{term}]”",) if len(term) <= SHORT else (term,)


def find_places(
    plan: str, units: tuple[Unit, ...], blocks: tuple[Block, ...], line_starts: list[int], places: tuple[Toponym, ...]
) -> tuple[Occurrence, ...]:
    names = {
        word: (bare(place.name), place.kind)
        for place in places
        if place.plan == plan
        for word in (place.name, *place.aliases)
    }
    return tuple(find_mentions(plan, units, blocks, line_starts, names))


def find_mentions(
    plan: str,
    units: tuple[Unit, ...],
    blocks: tuple[Block, ...],
    line_starts: list[int],
    names: dict[str, tuple[str, str]],
) -> Iterator[Occurrence]:
    """`names`: a word to find → (what the list calls it, its kind). Headings, then blocks."""
    called = {bare(word): name for word, name in names.items()}
    words = tuple(names)
    for address, text, line in texts(units, blocks):
        string = text.string
        for start, end in find_words(string, words):
            name, kind = called[string[start:end]]
            at = bisect_right(line_starts, text.offsets[start]) if text.offsets else line
            yield Occurrence(
                plan, name, kind, address, at, string[max(0, start - AROUND) : end + AROUND], Span(start, end)
            )


def texts(units: tuple[Unit, ...], blocks: tuple[Block, ...]) -> Iterator[tuple[str, Text, int]]:
    """(address, text, line) of everything that can be read."""
    for unit in units:
        yield unit.address, unit.title, unit.line
    for block in blocks:
        yield block.address, block.text, block.lines[0]
        for row in block.rows:
            for cell in row:
                yield block.address, cell.text, block.lines[0]
