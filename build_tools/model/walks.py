"""Walks over a plan: its pages, what stands on each, what belongs to a block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .address import Address
from .edition import Edition, Plan
from .facts import Indicator, Occurrence
from .outline import Block, Unit, opens_page

VALUES = ("baseline", "target", "annual_growth")  # columns of an indicator table


def chapters_of(plan: Plan) -> list[Unit]:
    """Units with a page of their own: chapters, parts, what stands before them, annexes."""
    return [unit for unit in plan.units if opens_page(unit)]


def by_chapter(plan: Plan) -> dict[str, list[Unit | Block]]:
    """Units below a chapter and all its blocks, in document order."""
    pages: dict[str, list[Unit | Block]] = {chapter.address: [] for chapter in chapters_of(plan)}
    blocks: dict[str, list[Block]] = {}
    for block in plan.blocks:
        blocks.setdefault(block.unit, []).append(block)
    for unit in plan.units:
        page = pages[Address(unit.address).chapter]
        if unit.address not in pages:
            page.append(unit)
        page += blocks.get(unit.address, [])
    return pages


def caption_of(parts: list[Unit | Block], table: Block) -> list[Block]:
    return [
        part
        for part in parts
        if isinstance(part, Block) and part.kind == "caption" and Address(part.address).box == table.address
    ]


def states_of(edition: Edition, plan: Plan) -> Iterator[str]:
    """How far each text of the plan is translated; its card is not counted."""
    found = ((Address(text), state) for text, state in edition.states.items())
    return (state for address, state in found if address.plan == plan.card.id and address.units)


def corrections_in(plan: Plan, block: Block) -> list[str]:
    """Ids of the corrections whose place lies in this block."""
    if not plan.changes:
        return []
    offsets = set(block.text.offsets) | {offset for row in block.rows for cell in row for offset in cell.text.offsets}
    return [change.id for change in plan.changes if change.start in offsets]


def in_reading_order(plan: Plan, mentions: tuple[Occurrence, ...]) -> list[Occurrence]:
    return sorted(mentions, key=lambda mention: (mention.line, mention.span or ()))


def value_columns(indicators: Sequence[Indicator]) -> dict[str, tuple[str, ...]]:
    """Table → the columns for values that it has: a year says so, or a value. What no column stands for is not left
    empty by the plan."""
    found: dict[str, set[str]] = {}
    for i in indicators:
        there = {
            "baseline": i.baseline_year or i.baseline,
            "target": i.target_year or i.target,
            "annual_growth": i.annual_growth,
        }
        found.setdefault(i.address, set()).update(name for name, said in there.items() if said)
    return {table: tuple(name for name in VALUES if name in names) for table, names in found.items()}
