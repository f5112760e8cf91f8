"""A place in a block that names a project, with the words about it."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...chinese.amounts import Amount, find_amounts
from ...chinese.measures import family, in_common_unit
from ...chinese.word_lists import any_of
from ...model.outline import Block

TITLE = re.compile(r"^(?P<name>[^，。；：:]{2,60}?)(?P<mark>[：:。])")


TITLE_BY_COMMA = re.compile(
    r"^(?P<name>[^，。；：:（]{4,40}?)(?:（[^（）]*）)?，(?=总?投资|概算|估算|位于|全长|占地|建设|新建|改建|扩建|计划|规划|主要|20\d\d年)"
)  # “某某船闸工程，投资11亿元，…”
TITLED = ("box_item", "box_subitem", "item")
PARTS = re.compile(r"(?:[一二三四五六]是|其[一二三四五六]，)(?P<name>[^，。；：]{4,30}?(?:项目|工程))[：，]")


class Spot(NamedTuple):
    """`start`..`end` is the name in the text; `about` the stretch that tells of this project alone; `money` its
    investment, if any; `listed` says that it is one of a list, `shared` is a sum behind the list: none's own."""

    start: int
    end: int
    name: str
    about: tuple[int, int]
    money: Amount | None = None
    listed: bool = False
    shared: Amount | None = None


class Reading(NamedTuple):
    """A block as the rules see it: its text, the title of its item, its sums of investment; `opening` is what could be
    a title anywhere."""

    block: Block
    text: str
    title: tuple[int, int] | None
    money: tuple[Amount, ...]
    box: str
    opening: tuple[int, int] | None = None


INVESTED = re.compile(r"(?:投资|费用)(?:额)?(?:均为|分别为|分别约?|约|超过|超|为|达)?$")
NOT_OF_A_PROJECT = re.compile(
    rf"(?:{any_of('flows_of_investment')}|\d个|项目(?:不少于|超过)?[\dX]+个(?:以上|左右)?[，、](?:计划|累计)?总?)"
    r"投资(?:额|总额)?(?:约|超过|超|达到|达)?$"
)
PARTED = re.compile(r"（$")
AFTER_A_SIZE = re.compile(r"（[\d.]+[^，。；（）\d]{1,5}，$")  # 某某公路（12.6公里，|8.4亿元|）
OF_A_PROJECT = re.compile(r"^的[^，。；]{2,30}?项目")
VERB = re.compile(r"^(?:人民币)?(?:改造|建设|新建|改建|扩建)")


def read_block(block: Block, box: str) -> Reading:
    text = block.text.string
    match = TITLE.match(text)
    title_by_comma = TITLE_BY_COMMA.match(text)
    opening = (0, match.end("name")) if match else None
    title = opening if block.kind in TITLED else None
    if not opening and title_by_comma and block.kind in TITLED:
        opening = (0, title_by_comma.end("name"))
    return Reading(block, text, title, investments(text), box, opening)


def investments(text: str) -> tuple[Amount, ...]:
    """“投资|22亿元|的甲电站、|9.6亿元|的乙工程”: in such a list the word is said once"""
    found: list[Amount] = []
    for amount in find_amounts(text):
        goes_on = bool(found) and family(amount.unit) == "money" and goes_on_with(text, found[-1], amount)
        if goes_on or is_investment(text, amount):
            found.append(amount)
    return tuple(found)


def goes_on_with(text: str, one: Amount, other: Amount) -> bool:
    """Also “投资分别为|1.1亿元|、|8600万元|和|2.3亿元|”"""
    between = text[one.end : other.start]
    if text[other.start - 1] == "、" and of_a_name(text, one) and of_a_name(text, other):
        return not re.search("[，。；]", between)
    return between in ("、", "和", "，", "") and "分别" in text[max(0, one.start - 40) : one.start]


def of_a_name(text: str, amount: Amount) -> bool:
    return text.startswith("的", amount.end)


def is_investment(text: str, amount: Amount) -> bool:
    """“总投资|10亿元|”, “加固（|2.2亿元|，”, “推动|38.72亿元|的…项目”; not “协议投资总额超过|200亿元|”, “每年投资|600万|”"""
    if family(amount.unit) != "money" and not amount.unit.endswith(("万", "亿")):
        return False
    before, after = text[max(0, amount.start - 14) : amount.start], text[amount.end : amount.end + 40]
    if NOT_OF_A_PROJECT.search(before):
        return False
    in_list = (PARTED.search(before) or AFTER_A_SIZE.search(before)) and text[amount.end : amount.end + 1] in "，）"
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
