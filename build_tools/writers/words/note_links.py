"""Footnotes on pages and in print: the mark in the text leads to the note, the note back to the texts that refer to
it."""

from __future__ import annotations

from ...model.address import Address
from ...model.edition import Plan
from ...model.outline import Block
from ...model.text import Translated
from ...model.translation import _
from .layout import Say
from .markdown import attribute

BACK = _("回到正文")


def spans(block: Block, plan: Plan) -> list[tuple[int, int, str]]:
    """(start, end, address of the note) of every mark in the block's text; in a translation the mark is looked for as
    printed."""
    if not block.notes or block.is_footnote or block.rows:
        return []
    string, offsets = block.text.string, block.text.offsets
    if not isinstance(block.text, Translated):
        places = {offset: at for at, offset in enumerate(offsets)}
        return [
            (places[note.start], places[note.end - 1] + 1, note.address)
            for note in block.notes
            if note.start in places and note.end - 1 in places
        ]
    printed = {other.address: other.marker.string for other in plan.blocks if other.is_footnote}
    found = [(string.find(printed[note.address]), note.address) for note in block.notes if printed.get(note.address)]
    return [(at, at + len(printed[address]), address) for at, address in found if at >= 0]


def texts(block: Block, plan: Plan) -> list[str]:
    """The notes that a block refers to, mark and text: [1] 国土绿化包括造林、封育。"""
    wanted = {note.address for note in block.notes} if not block.is_footnote else set()
    return [f"{b.marker.string} {b.text.string}".strip() for b in plan.blocks if b.address in wanted]


def back_links(note: Block, say: Say) -> str:
    """Markdown links from a note to the blocks that refer to it."""
    addresses = dict.fromkeys(link.address for link in note.notes)
    return "".join(
        f' [↑]({Address(address).href}){{: .pr-note-back aria-label="{attribute(say(BACK))}" }}'
        for address in addresses
    )
