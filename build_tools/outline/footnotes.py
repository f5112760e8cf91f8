"""Footnotes as blocks of the unit whose text refers to them, linked both ways."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ..model.address import Address
from ..model.outline import Block, NoteLink, Unit
from ..model.text import Removed
from .notes import Footnote


def with_notes(
    blocks: tuple[Block, ...], units: list[Unit], notes: list[Footnote], gone: list[Removed]
) -> tuple[Block, ...]:
    """The blocks and, behind the last block of each unit, the notes that its texts refer to: `unit@fn1`, `unit@fn2`
    …"""
    if not notes or not units:
        return blocks
    holder = {offset: block for block in blocks for offset in offsets_of(block)}
    made: dict[str, list[Block]] = {}
    links: dict[str, list[NoteLink]] = {}
    count: Counter[str] = Counter()
    for note in notes:
        referring = [(start, end, holder[start]) for start, end in note.places if start in holder]
        unit = referring[0][2].unit if referring else unit_at(note, units)
        count[unit] += 1
        address = Address(unit).nth_footnote(count[unit])
        back = tuple(NoteLink(start, end, block.address) for start, end, block in referring)
        made.setdefault(unit, []).append(note_block(note, address, unit, back, gone))
        for start, end, block in referring:
            links.setdefault(block.address, []).append(NoteLink(start, end, address))
    linked = [replace(b, notes=tuple(links[b.address])) if b.address in links else b for b in blocks]
    by_unit: dict[str, list[Block]] = {}
    for block in linked:
        by_unit.setdefault(block.unit, []).append(block)
    return tuple(b for unit in units for b in [*by_unit.get(unit.address, []), *made.get(unit.address, [])])


def offsets_of(block: Block) -> list[int]:
    return [o for text in (block.text, *(cell.text for row in block.rows for cell in row)) for o in text.offsets]


def unit_at(note: Footnote, units: list[Unit]) -> str:
    """The unit in which the note stands, where no mark refers to it; titles in which a mark stands have no blocks."""
    place = note.places[0][0] if note.places else None
    titled = [u for u in units if place is not None and place in u.title.offsets]
    before = [unit for unit in units if unit.line <= note.line.number]
    return (titled or before[-1:] or list(units[:1]))[0].address


def note_block(note: Footnote, address: str, unit: str, back: tuple[NoteLink, ...], gone: list[Removed]) -> Block:
    text = note.line.text
    gone += text[note.mark : note.rest].removed("marker-space")
    lines = (note.line.number, note.line.end)
    return Block(address, unit, "note", text[note.rest :], lines, text[: note.mark], notes=back)
