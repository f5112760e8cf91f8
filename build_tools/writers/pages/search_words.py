"""What the search is told about words, in the language of the edition: everyday words, names, and the words of topics
with the headings that name them."""

from __future__ import annotations

from typing import Any

from ...model.address import Address
from ...model.curated import SearchWord
from ...model.edition import Edition
from ...model.outline import Unit
from ...model.subjects import Topic


def rows(edition: Edition) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """[(what people say, what the text says)]. In a translation also the Chinese names: 拉林河 → Lalin River."""
    said = [(word.say, words_in(word, edition)) for word in edition.search.words]
    return [row for row in said if row[1]] + names(edition)


def words_in(word: SearchWord, edition: Edition) -> tuple[str, ...]:
    return word.translated.get(edition.language, ()) if edition.original else word.plan


def names(edition: Edition) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Terms and places by what the plans call them; none where the text is the plans' own."""
    known = {say for word in edition.search.words for say in word.say}
    pairs = {entry.original: plain(entry.name) for entry in edition.glossary + edition.places if entry.original}
    return [((original,), (name,)) for original, name in pairs.items() if name and original not in known]


def plain(name: str) -> str:
    """13th Five-Year Plan period (2016–2020) → 13th Five-Year Plan period"""
    return name.partition("(")[0].strip()


def topic_rows(edition: Edition) -> list[dict[str, Any]]:
    """`say`: labels; `words`: what speaks of the topic; `headings`: words by which headings name it; `named`: the
    headings that do so.

    A heading is named in the language of the plans: there its words are known. `frame`: such headings stand over what
    sums up the whole plan.
    """
    return [topic_row(topic, edition) for topic in edition.topics]


def topic_row(topic: Topic, edition: Edition) -> dict[str, Any]:
    units = [unit for plan in (edition.original or edition).plans for unit in plan.units]
    row = {
        "say": [topic.name_en],
        "words": list(topic.keywords) if edition.original is None else translated_words(topic, edition),
        "headings": list(topic.synonyms) if edition.original is None else [],
        "named": [place_of(unit) for unit in units if any(word in unit.title.string for word in topic.synonyms)],
    }
    return row | {"frame": True} if topic.frame else row


def translated_words(topic: Topic, edition: Edition) -> list[str]:
    """The words of translations for all that speaks of the topic in Chinese."""
    chinese = {*topic.keywords, *topic.synonyms}
    found = [
        translated for word in edition.search.words if chinese & {*word.plan} for translated in words_in(word, edition)
    ]
    found += [plain(term.name) for term in edition.glossary if term.original in chinese]
    return list(dict.fromkeys([topic.name_en, *found]))


def place_of(unit: Unit) -> str:
    """plan/03#s01; of a chapter plan/03#"""
    address = Address(unit.address)
    return f"{address.chapter}#{'' if address == address.chapter else address.anchor}"
