"""Analyses read a text without the marks of its footnotes; what they find is put back to its place in the text with
them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from .facts import Placeholder, Project, Target
from .outline import Block
from .span import Span
from .text import Text

Fact = TypeVar("Fact", Placeholder, Project, Target)


def without_note_marks(block: Block) -> Block:
    """“森林覆盖率①达到32%” → “森林覆盖率达到32%”"""
    if not block.notes or block.is_footnote:
        return block
    rows = tuple(tuple(replace(cell, text=plain(cell.text, block)) for cell in row) for row in block.rows)
    return replace(block, text=plain(block.text, block), rows=rows)


def plain(text: Text, block: Block) -> Text:
    kept = places_kept(text, block)
    return Text("".join(text.string[i] for i in kept), tuple(text.offsets[i] for i in kept))


def places_kept(text: Text, block: Block) -> list[int]:
    """Positions of the text that are no part of a note's mark."""
    marks = {offset for note in block.notes for offset in range(note.start, note.end)}
    return [i for i, offset in enumerate(text.offsets) if offset not in marks]


def restored(facts: Iterable[Fact], blocks: Iterable[Block]) -> tuple[Fact, ...]:
    """Facts found in texts without marks, with their places in the texts with them."""
    marked = {block.address: block for block in blocks if block.notes and not block.rows}
    return tuple(restore(fact, marked[fact.address]) if fact.address in marked else fact for fact in facts)


def restore(fact: Fact, block: Block) -> Fact:
    kept = places_kept(block.text, block)
    if fact.span is None or fact.span.end > len(kept):
        return fact
    return replace(fact, span=Span(kept[fact.span.start], kept[fact.span.end - 1] + 1))
