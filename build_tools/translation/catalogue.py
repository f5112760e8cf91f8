"""Edition → [Message]: one a heading, paragraph, box title, box item, table cell and line of plan.yml, in reading
order, and after the plans what people wrote about them: topics, terms, places, remarks.

A text without any Han character (100, X602, %) reads the same in every language and is no message.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ..model.address import Address
from ..model.edition import Edition, Plan
from ..model.outline import Block, TableCell, Unit, expand
from ..model.text import Text, line_starts
from ..model.translation import Message, has_han
from .curated_texts import curated_messages

CARD_FIELDS = ("name", "short", "title", "region", "issuer", "issued", "origin", "revision")


def catalogue(edition: Edition) -> tuple[Message, ...]:
    """Every text of every plan, and about them, that has to be translated."""
    of_plans = (message for plan in edition.plans for message in messages_of(plan))
    return tuple(message for message in (*of_plans, *curated_messages(edition)) if has_han(message.text))


def messages_of(plan: Plan) -> Iterator[Message]:
    """The card, then each heading followed by the blocks directly under it."""
    for field in CARD_FIELDS:
        yield Message(f"{plan.card.id}:{field}", getattr(plan.card, field), ((f"{plan.card.id}/plan.yml", 1),))
    under: dict[str, list[Block]] = {}
    for block in plan.blocks:
        under.setdefault(block.unit, []).append(block)
    lines = Lines(plan)
    for unit in plan.units:
        yield heading(unit, lines)
        for block in under.get(unit.address, []):
            yield from block_messages(block, lines)


class Lines:
    """Where in the source a text stands: `plan/plan.txt`, line 219. The folder of sources is the base path of the
    PO."""

    def __init__(self, plan: Plan) -> None:
        self.file = f"{plan.card.id}/{plan.card.file}"
        self.starts = line_starts(plan.source)

    def place(self, text: Text, line: int = 1) -> tuple[tuple[str, int], ...]:
        return ((self.file, bisect_right(self.starts, text.offsets[0]) if text.offsets else line),)


def heading(unit: Unit, lines: Lines) -> Message:
    return Message(unit.address, unit.title.string, lines.place(unit.title, unit.line))


def block_messages(block: Block, lines: Lines) -> Iterator[Message]:
    if block.text.string:
        yield Message(block.address, block.text.string, lines.place(block.text, block.lines[0]))
    for row, column, cell in cells(block.rows):
        yield Message(cell_address(block, row, column), cell.text.string, lines.place(cell.text, block.lines[0]))


def cell_address(block: Block, row: int, column: int) -> Address:
    """plan/03@1:r2c3: cells have no place of their own on a page."""
    return Address(block.address).of(f"r{row}c{column}")


def cells(rows: tuple[tuple[TableCell, ...], ...]) -> list[tuple[int, int, TableCell]]:
    """(row, column, cell) by the top left corner of each cell, both counted from 1 in the full matrix."""
    found: list[tuple[int, int, TableCell]] = []
    seen: set[int] = set()
    for r, row in enumerate(expand(rows), 1):
        for c, cell in enumerate(row, 1):
            if cell is not None and id(cell) not in seen:
                seen.add(id(cell))
                found.append((r, c, cell))
    return found
