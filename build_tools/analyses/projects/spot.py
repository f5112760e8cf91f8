"""A place in a block that names a project, with the words about it."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...chinese.amounts import Amount, find_amounts
from ...chinese.measures import family, in_common_unit
from ...model.outline import Block

TITLE = re.compile(r"^(?P<name>[^，。；：:]{2,60}?)(?P<mark>[：:。])")


PARTS = re.compile(r"(?:[一二三四五六]是|其[一二三四五六]，)(?P<name>[^，。；：]{4,30}?(?:项目|工程))[：，]")


class Spot(NamedTuple):
    """`start`..`end` is the name in the text; `about` the stretch that tells of this project alone; `money` its
    investment, if any."""

    start: int
    end: int
    name: str
    about: tuple[int, int]
    money: Amount | None = None


class Reading(NamedTuple):
    """A block as the rules see it: its text, the title of its item, its sums of investment; `opening` is what could be
    a title anywhere."""

    block: Block
    text: str
    title: tuple[int, int] | None
    money: tuple[Amount, ...]
    box: str
    opening: tuple[int, int] | None = None


INVESTED = re.compile(r"(?:投资|费用)(?:额)?(?:均为|约|超过|超|为|达)?$")
NOT_OF_A_PROJECT = re.compile(
    r"(?:协议|落地|招商|固定资产|完成|累计实现总?|年均|每年|规划总?|年度(?:计划)?|年|预算内|\d个|项目[\dX]+个(?:以上|左右)?，(?:计划|累计)?总?)投资(?:额|总额)?(?:约|"
    r"超过|超|达到|达)?$"
)
PARTED = re.compile(r"（$")
OF_A_PROJECT = re.compile(r"^的[^，。；]{2,30}?项目")
VERB = re.compile(r"^(?:人民币)?(?:改造|建设|新建|改建|扩建)")


def read_block(block: Block, box: str) -> Reading:
    text = block.text.string
    match = TITLE.match(text)
    opening = (0, match.end("name")) if match else None
    title = opening if block.kind in ("box_item", "box_subitem", "item") else None
    money = tuple(a for a in find_amounts(text) if is_investment(text, a))
    return Reading(block, text, title, money, box, opening)


def is_investment(text: str, amount: Amount) -> bool:
    """“总投资|10亿元|”, “加固（|2.2亿元|，”, “推动|38.72亿元|的…项目”; not “协议投资总额超过|200亿元|”, “每年投资|600万|”"""
    if family(amount.unit) != "money" and not amount.unit.endswith(("万", "亿")):
        return False
    before, after = text[max(0, amount.start - 14) : amount.start], text[amount.end : amount.end + 40]
    if NOT_OF_A_PROJECT.search(before):
        return False
    in_list = PARTED.search(before) and text[amount.end : amount.end + 1] in "，）"
    return bool(
        INVESTED.search(before)
        or in_list
        or OF_A_PROJECT.match(after)
        or (VERB.match(after) and re.search(r"[，；。]$", before))
    )


FOREIGN = ("美元", "欧元", "港元")


def in_yuan(amount: Amount | None) -> str:
    """“8千万元” → 80000000; “12亿” → 1200000000; X亿元 → "" """
    return (
        ""
        if amount is None or amount.open or amount.unit.endswith(FOREIGN)
        else in_common_unit(amount.low, amount.unit if amount.unit.endswith("元") else amount.unit + "元")
    )
