"""What reads like a table that no reader took for one: wide gaps inside a paragraph, short lines one below the other.

油茶林面积      18      25 in a paragraph; six lines such as 县林草局, 2027年底 that are no sentences → a problem with its line
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from ..chinese.annexes import is_letter_line, is_printing_line
from ..chinese.sentences import ends_sentence
from ..model.address import Address
from ..model.edition import Problem
from ..model.outline import Block

GAP = re.compile(r"(?<=\S)(?:[ \u3000\xa0]{3,}|\t+)(?=\S)")
GAPS = 2  # in one paragraph, or in one line and in the next
SHORT = 16  # signs of a line that may be a cell
CELLS = 6  # so many one below the other
SHOWN = 16


def find_unread_tables(blocks: tuple[Block, ...], line_starts: list[int]) -> list[Problem]:
    return [
        Problem(
            "warning", "table-unread", bisect_right(line_starts, block.text.offsets[0]), (block.text.string[:SHOWN],)
        )
        for block in (*with_gaps(blocks), *short_ones(blocks))
    ]


def with_gaps(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The first of the paragraphs, one below the other, whose words are parted by wide gaps."""
    for parted, run in groupby(blocks, lambda block: is_text(block) and bool(GAP.search(block.text.string))):
        lines = list(run)
        if parted and sum(len(GAP.findall(block.text.string)) for block in lines) >= GAPS:
            yield lines[0]


def short_ones(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for short, run in groupby(blocks, is_short):
        lines = list(run)
        if short and len(lines) >= CELLS:
            yield lines[0]


def is_text(block: Block) -> bool:
    return block.kind in ("paragraph", "item", "note", "caption") and bool(block.text.string)


def is_short(block: Block) -> bool:
    """A line without number and end, as cells are; the lines of a letter and on a title page are short, too."""
    words = block.text.string.strip()
    apart = Address(block.unit).name in ("00", "00b", "end") or is_letter_line(words) or is_printing_line(words)
    return (
        block.kind in ("paragraph", "caption")
        and 0 < len(words) <= SHORT
        and not block.marker.string
        and not ends_sentence(words)
        and not apart
    )
