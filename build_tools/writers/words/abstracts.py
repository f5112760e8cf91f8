"""The abstract of a chapter: sentences of the editors, each with the way to the paragraphs it sums up."""

from __future__ import annotations

from itertools import count

from ...model.address import Address
from ...model.edition import Edition


def of_chapter(edition: Edition, chapter: str) -> list[tuple[str, list[tuple[int, str]]]]:
    """[(sentence, [(number, anchor)])], numbered through; empty where the edition's language has no abstract of the
    chapter."""
    found = next(
        (
            abstract
            for abstract in edition.abstracts
            if abstract.chapter == chapter and abstract.language == edition.language
        ),
        None,
    )
    number = count(1)
    return (
        [
            (sentence, [(next(number), Address(address).anchor) for address in addresses])
            for sentence, addresses in found.sentences
        ]
        if found
        else []
    )
