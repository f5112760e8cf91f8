"""The words around the name of a place, in a translation: for the index of places."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model.facts import Occurrence
from ..model.outline import Block
from ..model.shown import holds_chinese
from ..model.translation import has_han, in_chinese
from .aligned import aligned_sentence
from .book import Book

AROUND = 60  # letters shown before and after a name


def translated_place_use(mention: Occurrence, block: tuple[Block, Block] | None, book: Book) -> Occurrence:
    """With the words of the translation where they name the place, else with those of the plan."""
    return replace(mention, quote=words_around(mention, block, book) or in_chinese(mention.quote), span=None)


def words_around(mention: Occurrence, block: tuple[Block, Block] | None, book: Book) -> str:
    """Looked for in the sentence that belongs to the mention, if it is known which one that is."""
    if block is None or holds_chinese(block[1].text.string):
        return ""
    before, after = (side.text.string for side in block)
    sentence = aligned_sentence(before, after, mention.span.start, book.rules) if mention.span else ""
    sentence = sentence or after
    for name in book.rules.names_of(book.look_up("place", mention.name) if has_han(mention.name) else mention.name):
        found = re.search(book.rules.whole(name), sentence, re.IGNORECASE)
        if found:
            return cut(sentence, *found.span())
    return ""


def cut(text: str, start: int, end: int) -> str:
    """Whole words only."""
    left, right = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    left = left.partition(" ")[2] if start > AROUND else left
    right = right.rpartition(" ")[0] if end + AROUND < len(text) else right
    return left + text[start:end] + right
