"""How pages speak of places in a plan: “第三章第一节 增强粮食安全保障能力”, and the way there from another page."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.edition import Edition, Plan
from ..model.outline import Block, Unit, anchor_of
from ..model.translation import has_han
from .layout import gap

NO_ANCHOR = ("caption",)  # blocks that are set inside another
FIRST_WORDS, FIRST_SIGNS = 60, 160  # of a Chinese text, of one in letters


@dataclass(frozen=True)
class Places:
    """All units and blocks of an edition by address, and each plan's place among the plans."""

    plans: dict[str, tuple[int, Plan]]
    units: dict[str, Unit]
    blocks: dict[str, Block]


def places_of(edition: Edition) -> Places:
    return Places(
        {plan.card.id: (place, plan) for place, plan in enumerate(edition.plans)},
        {unit.address: unit for plan in edition.plans for unit in plan.units},
        {block.address: block for plan in edition.plans for block in plan.blocks},
    )


def number_of(address: str, units: dict[str, Unit]) -> str:
    """plan/03/01 → 第三章第一节; with other numbering plan/04/01/02 → 第四章一、（二）; in letters Chapter 4, 1, (2)"""
    steps = address.split("/")
    chain = ["/".join(steps[:n]) for n in range(2, len(steps) + 1)]
    numbers = [units[a].number.string for a in chain if a in units and units[a].number.string]
    if numbers and numbers[0][0].isascii() and numbers[0][0].isalpha():
        return ", ".join([*(number.rstrip(".") for number in numbers[:-1]), numbers[-1]])
    return "".join(numbers)


def name_of(address: str, units: dict[str, Unit]) -> str:
    return joined(number_of(address, units), units[address].title.string)


def joined(number: str, title: str) -> str:
    """第一节 发展目标, but 一、发展目标: a number that ends in its own stop needs no space."""
    return f"{number}{gap(number, title)}{title}".strip()


def way_to(address: str, up: str, places: Places) -> str:
    """The address as a Markdown target: plan/03/01#2 → ../plan/03.md#s01-p2. `up`: the way to the top folder."""
    block = places.blocks.get(address)
    if block and block.kind in NO_ANCHOR:
        address = block.unit
    plan, chapter = address.replace("#", "/").replace("@", "/").split("/")[:2]
    return f"{up}{plan}/{chapter}.md#{anchor_of(address)}"


def first_words(block: Block | None) -> str:
    """The beginning of a paragraph."""
    if block is None or block.kind == "table":
        return ""
    text = block.text.string
    if has_han(text):
        return text if len(text) <= FIRST_WORDS else text[:FIRST_WORDS] + "……"
    return text if len(text) <= FIRST_SIGNS else text[:FIRST_SIGNS].rpartition(" ")[0] + " …"
