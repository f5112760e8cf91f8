"""References inside a plan become links: “见第三章”, “第三章第二节”, “专栏-4”."""

from __future__ import annotations

import re

from ..chinese.numbering import HAN
from ..chinese.numerals import to_number
from ..model.edition import Plan
from ..model.outline import Block, anchor_of, chapter_of

NUMERAL = rf"[{HAN}\d]{{1,5}}"
CHAPTER = re.compile(rf"(?<!》)第({NUMERAL})章(?:第({NUMERAL})节)?")  # not “《城乡规划法》第三章”
BOX = re.compile(rf"专栏\s?[-—–－]?\s?({NUMERAL})")


def find_references(block: Block, plan: Plan) -> list[tuple[int, int, str]]:
    """(start, end, target) of every reference in a block's text to a chapter, section or box that this plan has."""
    text = block.text.string
    found = [
        (match.start(), match.end(), address)
        for match in CHAPTER.finditer(text)
        if (address := unit_address(match, plan))
    ]
    for match in BOX.finditer(text):
        address = boxes_by_number(plan.blocks).get(number(match[1]))
        if address and address != block.address and not block.address.startswith(address + "."):
            found.append((match.start(), match.end(), address))
    return [
        (start, end, f"{chapter_of(address).split('/')[1]}.md#{anchor_of(address)}") for start, end, address in found
    ]


def unit_address(match: re.Match, plan: Plan) -> str | None:
    numbers = [number(numeral) for numeral in match.groups() if numeral]
    address = "/".join([plan.card.id, *(f"{n:02d}" for n in numbers if n)])
    return address if all(numbers) and any(unit.address == address for unit in plan.units) else None


def number(numeral: str) -> int | None:
    try:
        return to_number(numeral)
    except ValueError:
        return None


def boxes_by_number(blocks: tuple[Block, ...]) -> dict[int, str]:
    """Number of a box as printed (专栏-4, 专栏四) → its address."""
    boxes = {}
    for block in blocks:
        match = BOX.match(block.marker.string) if block.kind == "box" else None
        if match and (n := number(match[1])):
            boxes.setdefault(n, block.address)
    return boxes
