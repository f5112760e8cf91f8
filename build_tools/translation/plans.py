"""A plan in another language: the same units and blocks at the same addresses, and its facts.

Places in the source (offsets, lines) stay those of the plan. Places in a text (`span`) are those of the translation
where they can be found in it; else there is none, and nothing is marked.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..chinese.numbering import read_marker
from ..languages import Rules
from ..model.edition import Plan, PlanCard
from ..model.outline import Block, TableCell, Unit
from ..model.shown import holds_chinese
from ..model.text import Text, Translated
from ..model.translation import in_chinese
from .book import Book
from .catalogue import CARD_FIELDS, cell_address, cells
from .facts import translated_facts
from .numbering import translated_number


def translated_plan(plan: Plan, book: Book) -> Plan:
    blocks = tuple(translated_block(block, book) for block in plan.blocks)
    return translated_facts(
        replace(
            plan,
            card=translated_card(plan.card, book),
            units=tuple(translated_unit(unit, book) for unit in plan.units),
            blocks=blocks,
            changes=tuple(
                replace(
                    c,
                    before=in_chinese(c.before),
                    after=in_chinese(c.after),
                    reason=book.tell(f"correction:{c.id}", c.reason),
                )
                for c in plan.changes
            ),
            problems=tuple(
                replace(p, values=tuple(in_chinese(v) if isinstance(v, str) else v for v in p.values))
                for p in plan.problems
            ),
        ),
        plan,
        book,
    )


def translated_card(card: PlanCard, book: Book) -> PlanCard:
    """A translator's word first; where there is none in English, what the card itself gives as English name and
    title."""
    given = {"name": card.name_en, "short": card.name_en, "title": card.title_en} if book.language == "en" else {}
    said: dict[str, Any] = {
        field: ("" if book.look_up(context, text) else given.get(field)) or book.tell(context, text)
        for field in CARD_FIELDS
        for context, text in [(f"{card.id}:{field}", getattr(card, field))]
    }
    return replace(card, **said)


def translated_unit(unit: Unit, book: Book) -> Unit:
    return replace(
        unit,
        number=put(unit.number, translated_number(unit.number.string, book.say)),
        title=put(unit.title, book.tell(unit.address, unit.title.string)),
    )


def translated_block(block: Block, book: Book) -> Block:
    text = book.tell(block.address, block.text.string)
    rows = translated_rows(block, book) if block.rows else ()
    return replace(
        block,
        text=put(block.text, text),
        marker=put(block.marker, translated_marker(block.marker.string, book)),
        rows=rows,
        lead=lead_of(block, text, book.rules),
    )


def translated_marker(printed: str, book: Book) -> str:
    """“1.” by its pattern; —— as the language has it before an item"""
    marker = read_marker(printed) if book.rules.dash else None
    return book.rules.dash if marker and marker.kind == "dash" else translated_number(printed, book.say)


def put(text: Text, words: str) -> Text:
    """Other words at the same place in the source."""
    return text if words == text.string and not holds_chinese(words) else Translated(words, text.offsets)


def lead_of(block: Block, text: str, rules: Rules) -> int:
    """A run-in lead sentence stays one: the first sentence of the translation."""
    match = rules.lead.match(text) if block.lead and rules.lead else None
    return match.end() if match else 0


def translated_rows(block: Block, book: Book) -> tuple[tuple[TableCell, ...], ...]:
    said = {
        id(cell): replace(cell, text=put(cell.text, book.tell(cell_address(block, row, column), cell.text.string)))
        for row, column, cell in cells(block.rows)
    }
    return tuple(tuple(said[id(cell)] for cell in row) for row in block.rows)
