"""How pages speak of places in a plan: “第三章第一节 增强粮食安全保障能力”, and the way there from another page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.outline import Block, Unit
from ...model.shown import together
from ...model.translation import _, has_han
from . import layout
from .colours import colours
from .layout import Say, gap
from .unit_names import called

NO_ANCHOR = ("caption",)  # blocks that are set inside another
SECTION = _("第{n}节")
FIRST_WORDS, FIRST_SIGNS = 60, 100  # of a Chinese text, of one in letters


@dataclass(frozen=True)
class Places:
    """All units and blocks of an edition by address, each plan's place among the plans, its colour, and in a
    translation what a section is called: Section {n}"""

    plans: dict[str, tuple[int, Plan]]
    units: dict[str, Unit]
    blocks: dict[str, Block]
    section: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)


def places_of(edition: Edition) -> Places:
    return Places(
        {plan.card.id: (place, plan) for place, plan in enumerate(edition.plans)},
        {unit.address: unit for plan in edition.plans for unit in plan.units},
        {block.address: block for plan in edition.plans for block in plan.blocks},
        layout.say(edition)(SECTION) if edition.original else "",
        colours(edition.plans),
    )


def number_of(address: str, places: Places) -> str:
    """plan/03/01 → 第三章第一节; with other numbering plan/04/01/02 → 第四章一、（二）; in letters Chapter 4, Section 1 (2)"""
    chain = Address(address).upwards[::-1]
    numbered = [places.units[a] for a in chain if a in places.units and places.units[a].number.string]
    if not places.section or not numbered:
        above = places.units.get(chain[0]) if chain[1:] else None
        title = above.title.string if above and not above.number.string and above.level == "chapter" else ""
        return title + "".join(unit.number.string for unit in numbered)  # 2026年重点工作（一）
    numbers = [section_number(unit, places.section) for unit in numbered]
    return ", ".join([*(number.rstrip(".") for number in numbers[:-1]), numbers[-1]]).replace(", (", " (")


def section_number(unit: Unit, section: str) -> str:
    """The number of a section that is printed without the word: 1. → Section 1."""
    number = unit.number.string
    return section.format(n=number) if unit.level == "section" and number[0].isdigit() else number


def name_of(address: str, places: Places) -> str:
    return joined(number_of(address, places), places.units[address].title.string)


def joined(number: str, title: str) -> str:
    """第一节 发展目标, but 一、发展目标: a number that ends in its own stop needs no space."""
    return together((number, gap(number, title), title)).strip()


def way_to(address: str, up: str, places: Places) -> str:
    """The address as a Markdown target: plan/03/01#2 → ../plan/03.md#s01-p2. `up`: the way to the top folder."""
    block = places.blocks.get(address)
    if block and block.kind in NO_ANCHOR:
        address = block.unit
    return Address(address).href_from(up)


def first_words(block: Block | None) -> str:
    """The beginning of a paragraph."""
    if block is None or block.kind == "table":
        return ""
    text = block.text.string
    if has_han(text):
        return text if len(text) <= FIRST_WORDS else text[:FIRST_WORDS] + "……"
    return text if len(text) <= FIRST_SIGNS else text[:FIRST_SIGNS].rpartition(" ")[0] + " …"


def label_of(address: str, places: Places, say: Say) -> str:
    """plan/03/01#2 → 第三章第一节, or 第三章一 where the number is 一、; text before the first chapter → 前言; plan → its title"""
    place = Address(address)
    if not place.units:
        return places.plans[place.plan][1].card.title
    return number_of(place.unit, places).rstrip("、.．") or called(places.units[place.chapter], say)
