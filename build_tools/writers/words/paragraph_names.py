"""Places as people name them who have the plan on paper or in Word: 第三章第一节第2段, 第三章第三节专栏1第4条."""

from __future__ import annotations

from ...model.address import Address
from ...model.edition import Plan
from ...model.outline import Block
from ...model.translation import _, has_han
from .layout import Say
from .references import Places, label_of

PARAGRAPH = _("{section}第{n}段")
IN_BOX = _("{section}{box}第{n}条")
BOX = _("专栏{n}")
OF_BOX = _("{section}的{box}")


def paragraph_name(address: str, places: Places, say: Say) -> str:
    """plan/03/01#2 → 第三章第一节第2段; plan/03/01@1.4 → 第三章第一节专栏1第4条, or with the number that is printed: …专栏-3第4条"""
    section = label_of(address, places, say)
    section += "、" if has_han(section) and section[-1].isnumeric() else ""  # 第一章一、第2段
    place = Address(address)
    if place.paragraph:
        return say(PARAGRAPH).format(section=section, n=place.paragraph)
    if not place.places:
        return section
    number, item = place.places[0], place.item
    block = places.blocks.get(place.unit.nth_box(number))
    if block is not None and block.kind == "table":
        return section
    printed = block.marker.string.strip("：: ") if block else ""
    box = printed if any(map(str.isnumeric, printed)) else say(BOX).format(n=number)
    return (
        say(IN_BOX).format(section=section, box=box, n=item) if item else say(OF_BOX).format(section=section, box=box)
    )


def block_at(line: int, plan: Plan) -> Block | None:
    """The paragraph that stands on a line of the source; none for a heading or the printed contents."""
    return next(
        (block for block in plan.blocks if block.kind != "table" and block.lines[0] <= line <= block.lines[1]), None
    )
