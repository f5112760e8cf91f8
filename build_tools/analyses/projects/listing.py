"""Projects that an item of a box only lists, behind a word that is no project: “交通：甲至乙高速（58公里，92亿元）；丙大桥。”,
“在建项目：甲二期、乙产业园。”
"""

from __future__ import annotations

import re

from ...chinese.names import may_name_works
from .grammar import LEAD, TOLD, is_project, like_its_neighbours, trimmed
from .spot import Reading, Spot
from .titled import KIND_OF_PROJECTS

PART = re.compile(r"(?:[^；。（]|（[^（）]*）?)+")
HEAD = re.compile(r"(?:[^，；。（]|（[^（）]*）?)+")
MEMBER = re.compile(r"(?:[^、（]|（[^（）]*）?)+")
AND_LAST = re.compile(r"(?<=[\u4e00-\u9fff）])(?:以及|和)(?=[\u4e00-\u9fffA-Z]{4,}$)")
OF_MANY = re.compile(r"等(?:一批|[\d一二三四五六七八九十]*[个项大]?[\u4e00-\u9fff]{0,6}(?:项目|工程))?$")
BRACKETS = re.compile(r"（[^（）]*）")
KIND = re.compile(r"[\u4e00-\u9fff]{1,6}(?<!工程)(?<!项目)|[\u4e00-\u9fff]{2,8}(?:领域|方面|类)")
CALLED_PROJECTS = re.compile("项目|工程")
LONGEST = 500  # signs of an item's list


def listed_in_item(reading: Reading, places: frozenset[str]) -> list[Spot]:
    """All names behind the title of an item that is a kind of works, no name; each with its own part of the text."""
    title = reading.title
    if not title or not reading.block.kind.startswith("box_"):
        return []
    text = reading.text
    name = text[slice(*title)]
    if is_project(name, places, listed=False) or (not is_kind(name) and not only_lists(reading, places)):
        return []
    called = bool(CALLED_PROJECTS.search(name + reading.box))
    found: list[Spot] = []
    for part in PART.finditer(text, title[1] + 1, title[1] + LONGEST):
        if LEAD.match(text, part.start()):
            return found
        found += members(reading, part.start(), part.end(), places, called)
    return found


def is_kind(name: str) -> bool:
    """交通, 能源类, 在建项目"""
    return bool(KIND.fullmatch(name) or KIND_OF_PROJECTS.fullmatch(name))


def only_lists(reading: Reading, places: frozenset[str]) -> bool:
    """“旅游通道项目：甲公路（42公里）、乙步道（65公里）。”: behind the title stands a list of works with names and nothing else"""
    if not reading.title:
        return False
    head = PART.match(reading.text, reading.title[1] + 1, reading.title[1] + LONGEST)
    if not head or "，" in BRACKETS.sub("", head.group()):
        return False
    names = [BRACKETS.sub("", match.group()) for match in MEMBER.finditer(OF_MANY.sub("", head.group()))]
    return len(names) > 1 and 2 * sum(is_project(name, places, listed=False) for name in names) > len(names)


def members(reading: Reading, start: int, end: int, places: frozenset[str], called: bool) -> list[Spot]:
    """The names before the first comma of a part; the sum is the one that stands beside, where one name is alone."""
    text = reading.text
    head = HEAD.match(text, start, end)
    if not head:
        return []
    stop = head.end() - (len(match.group()) if (match := OF_MANY.search(head.group())) else 0)
    cut = AND_LAST.search(text[start:stop])
    ends = [match.span() for match in MEMBER.finditer(text, start, stop)]
    if cut and ends and ends[-1][0] < start + cut.start():
        ends[-1:] = [(ends[-1][0], start + cut.start()), (start + cut.end(), ends[-1][1])]
    found = []
    names = [trimmed(low, TOLD.sub("", text[low:high])) for low, high in ends]
    works = sum(may_name_works(name) for _, name in names)
    for (at, name), (low, high) in zip(names, ends, strict=True):
        listed = called and 2 * works > len(ends) > 1
        if is_project(name, places, listed) or (listed and like_its_neighbours(name)):
            about = (low, end if len(ends) == 1 else high)
            money = next((sum_ for sum_ in reading.money if about[0] <= sum_.start < about[1]), None)
            found.append(Spot(at, at + len(name), name, about, money, listed=len(ends) > 1))
    return found
