"""References inside a plan become links: “见第三章”, “第二、三章”, “本章第一节”, “附件2”, “表1”, “专栏-4”. Those to other documents stay
text."""

from __future__ import annotations

import re

from ...chinese import references
from ...chinese.references import Reference, numeral
from ...model.address import Address
from ...model.edition import Plan
from ...model.outline import Block

CAPTION = re.compile(rf"(?P<label>[附分]?表)\s?(?P<n>{references.NUMERAL})")
BOX = re.compile(rf"专栏\s?[-—–－]?\s?({references.NUMERAL})")


def find_references(block: Block, plan: Plan) -> list[tuple[int, int, str]]:
    """(start, end, target) of every reference in a block's text to a chapter, section, annex, table or box that this
    plan has."""
    titles = (plan.card.title, "纲要", "规划纲要", "规划", "本规划", "本纲要")
    found = []
    for reference in references.find_references(block.text.string, titles):
        address = address_of(reference, block, plan)
        if address and address != Address(block.address).box:
            found.append((reference.start, reference.end, Address(address).href))
    return found


def address_of(reference: Reference, block: Block, plan: Plan) -> str | None:
    """The address that is meant, if the plan has it and no other of that number."""
    kind, number = reference.numbers[-1]
    if reference.step:
        return neighbour(kind, reference.step, block, plan)
    if kind in ("章", "节"):
        return unit_address(reference, block, plan)
    if kind == "篇":
        part = Address(plan.card.id).below(f"p{number:02d}")
        return known(part, plan) or chapter_as_part(number, plan)
    if kind == "附件":
        return known(Address(plan.card.id).below(f"a{number}"), plan)
    if kind == "专栏":
        return boxes_by_number(plan.blocks).get(number)
    return tables_by_number(plan.blocks).get((kind, number))


def known(address: str, plan: Plan) -> str | None:
    """The address, where exactly one unit has that number."""
    addresses = {unit.address for unit in plan.units}
    return address if address in addresses and address + "b" not in addresses else None


def unit_address(reference: Reference, block: Block, plan: Plan) -> str | None:
    """第三章第一节 → plan/03/01; 本章第一节 → the section of the chapter in which the words stand"""
    own = Address(block.unit).chapter
    address = Address(plan.card.id)
    for kind, number in reference.numbers:
        address = own if kind == "章" and not number else address.below(f"{number:02d}")
    return known(address, plan)


def chapter_as_part(number: int, plan: Plan) -> str | None:
    """第三部分 in a plan whose chapters are 一、 二、 三、 or 第三部分"""
    address = known(Address(plan.card.id).below(f"{number:02d}"), plan)
    printed = next((unit.number.string for unit in plan.units if unit.address == address), "")
    return address if printed and not printed.endswith("章") else None


def neighbour(kind: str, step: int, block: Block, plan: Plan) -> str | None:
    """上一章, 下节: the unit before or behind the one in which the words stand, on its level and in its chapter."""
    level = {"章": "chapter", "节": "section"}[kind]
    here = Address(block.unit)
    own = here.chapter if kind == "章" else here.section
    found = [
        unit.address
        for unit in plan.units
        if unit.level == level and (kind == "章" or Address(unit.address).chapter == here.chapter)
    ]
    at = found.index(own) + step if own in found else -1
    return found[at] if 0 <= at < len(found) else None


def boxes_by_number(blocks: tuple[Block, ...]) -> dict[int, str]:
    """Number of a box as printed (专栏-4, 专栏四) → its address."""
    boxes: dict[int, str] = {}
    for block in blocks:
        match = BOX.match(block.marker.string) if block.kind == "box" else None
        if match and (n := numeral(match[1])):
            boxes.setdefault(n, block.address)
    return boxes


def tables_by_number(blocks: tuple[Block, ...]) -> dict[tuple[str, int], str]:
    """Number of a table in its caption (表1, 附表2) → the address of the table."""
    tables: dict[tuple[str, int], str] = {}
    for block in blocks:
        match = CAPTION.match(block.text.string) if block.kind == "caption" else None
        if match and (n := numeral(match["n"])):
            tables.setdefault((match["label"], n), Address(block.address).shown_at)
    return tables
