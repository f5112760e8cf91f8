"""A plan's text → projects: every mention of a named project, with what the plan says of it.

Three ways to name one: by a sum (总投资10亿元的…), as the title of a box item, in a list (…、…等项目).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from ...model.facts import Project
from ...model.outline import Block, Unit
from ..standing import status_units
from . import details
from .groups import group_names, join_alike
from .invested import invested
from .listed import listed
from .spot import Reading, Spot, in_yuan, read_block
from .titled import in_brackets, titled

QUOTE = 60


def find_projects(
    plan: str, units: tuple[Unit, ...], blocks: tuple[Block, ...], line_starts: list[int]
) -> tuple[Project, ...]:
    """All mentions outside the sections that tell of what was reached: the projects of those are done."""
    today = status_units(units)
    mentions: list[tuple[Reading, Spot]] = []
    box = ""
    for block in blocks:
        box = block.text.string if block.kind == "box" else box
        if block.kind in ("table", "caption", "note", "box") or block.unit in today:
            continue
        reading = read_block(block, box if block.kind.startswith("box_") else "")
        mentions += [(reading, spot) for spot in spots(reading)]
    told = [
        (
            in_yuan(spot.money),
            details.place(reading.text, spot),
            details.scale(reading.text, spot).split("；") if spot.money else [],
        )
        for reading, spot in mentions
    ]
    groups = join_alike(group_names([spot.name for _, spot in mentions]), told)
    ids = group_ids([reading.block.address for reading, _ in mentions], groups)
    wholes = {
        reading.block.address: group
        for (reading, spot), group in zip(mentions, ids)
        if spot.money and not in_brackets(reading.text, spot)
    }
    return tuple(
        project(plan, reading, spot, group, wholes, line_starts) for (reading, spot), group in zip(mentions, ids)
    )


def group_ids(addresses: list[str], groups: list[int]) -> list[str]:
    """A group goes by the place of its first mention, plan/03/02@1.1~2 the second of that item, so that a new project elsewhere changes no name."""
    first: dict[int, str] = {}
    met: Counter = Counter()
    for address, group in zip(addresses, groups):
        if group not in first:
            met[address] += 1
            first[group] = f"{address}~{met[address]}"
    return [first[group] for group in groups]


def spots(reading: Reading) -> list[Spot]:
    """All mentions in a block, in order of the text."""
    by_sum = invested(reading)
    found = by_sum + titled(reading, by_sum)
    return sorted(found + listed(reading, found))


def printed(text: str, spot: Spot) -> str:
    """The sum as printed, a range whole: 9000万元—3亿元"""
    if not spot.money:
        return ""
    rest = re.match(r"[—-][\d.]+[万亿]元", text[spot.money.end :])
    return text[spot.money.start : spot.money.end] + (rest.group() if rest else "")


def project(
    plan: str, reading: Reading, spot: Spot, group: str, wholes: dict[str, str], line_starts: list[int]
) -> Project:
    text, money = reading.text, spot.money
    start_year, finish_year = details.years(text, spot)
    at = min(spot.start, len(text) - 1)
    return Project(
        plan=plan,
        address=reading.block.address,
        line=bisect_right(line_starts, reading.block.text.offsets[at]),
        quote=text[spot.start : max(spot.end, money.end if money else 0)][:QUOTE]
        if not money or money.start > spot.start
        else text[money.start : spot.end][:QUOTE],
        name=spot.name,
        project_group=group,
        investment=printed(text, spot),
        investment_yuan=in_yuan(money),
        scale=details.scale(text, spot),
        place=details.place(text, spot),
        start_year=start_year,
        finish_year=finish_year,
        proponent=details.proponent(text, spot),
        part_of=wholes.get(reading.block.address, "") if spot.money and in_brackets(text, spot) else "",
        start=spot.start,
        end=spot.end,
    )
