"""A sentence of one field below headings of another: 深化普通高中育人方式改革 under 推动绿色低碳转型.

It speaks of the field in two words and more (words/fields.yml), its headings do not, nor does any other sentence of its
section; and another heading of the plan does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from operator import add

from ..chinese.word_lists import words_of
from ..model.address import Address
from ..model.findings import Finding
from .passages import Passage, Reading, finding

LEAST = 2  # words of the field in the sentence
MOST_FIGURES = 2  # quantities of the sentence
OWN = 1  # words of another field that the sentence may have beside them


@cache
def fields() -> tuple[tuple[str, tuple[str, ...]], ...]:
    lines = (line.split() for line in words_of("fields"))
    return tuple((name, (name, *words)) for name, *words in lines)


@cache
def fields_in(text: str) -> frozenset[str]:
    return frozenset(name for name, words in fields() if any(word in text for word in words))


def find(reading: Reading) -> Iterator[Finding]:
    by_unit: dict[str, list[Passage]] = defaultdict(list)
    for sentence in reading.sentences:
        if sentence.kind in ("paragraph", "item") and not reading.looks_back(sentence.unit):
            by_unit[sentence.unit].append(sentence)
    headed = {field: title for title in reversed(reading.titles.values()) for field in fields_in(title)}
    for unit, sentences in by_unit.items():
        own = frozenset[str]().union(*(fields_in(reading.titles.get(above, "")) for above in Address(unit).upwards))
        if own and len(sentences) > 1:
            yield from in_section(reading, sentences, own, headed)


def in_section(
    reading: Reading, sentences: list[Passage], own: frozenset[str], headed: dict[str, str]
) -> Iterator[Finding]:
    """Sentences of a section whose headings belong to `own` fields."""
    by_field = [words_by_field(sentence.text) for sentence in sentences]
    for at, (sentence, found) in enumerate(zip(sentences, by_field, strict=True)):
        field = max(found, key=lambda name: len(found[name]), default="")
        reading.saw("misplaced", bool(field))
        others = sum(len(words) for name, words in found.items() if name != field)
        if not field or len(found[field]) < LEAST or field in own or not own.isdisjoint(found) or others > OWN:
            continue
        if any(field in names for number, names in enumerate(by_field) if number != at):
            continue
        title, words = reading.titles.get(sentence.unit, ""), "、".join(found[field])
        if len(reading.values(sentence)) > MOST_FIGURES:
            continue  # the targets of a section, of whatever they are
        if field in headed:
            values = (words, title, headed[field])
            yield finding(reading, "misplaced", "misplaced", "ask", "misplaced", sentence, values)
        elif len(found[field]) > LEAST:
            yield finding(reading, "misplaced", "misplaced", "ask", "misplaced-alone", sentence, (words, title))


def words_by_field(text: str) -> dict[str, list[str]]:
    """Every field with its words in the text; of 普通高中 and 高中 the longer counts."""
    found: dict[str, list[str]] = defaultdict(list)
    begins = by_beginning()
    for two in begins.keys() & set(map(add, text, text[1:])):
        for name, word in begins[two]:
            if word in text:
                found[name].append(word)
    return {name: sorted(without_parts(found[name]), key=text.find) for name, _ in fields() if name in found}


@cache
def by_beginning() -> dict[str, list[tuple[str, str]]]:
    """Fields and their words by the first two signs of a word."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, words in fields():
        for word in words:
            found[word[:2]].append((name, word))
    return found


def without_parts(words: list[str]) -> list[str]:
    """普通高中 and 高中 → 普通高中"""
    return [word for word in words if not any(word != other and word in other for other in words)]
