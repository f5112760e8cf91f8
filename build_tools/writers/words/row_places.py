"""Addresses of rows: of the tables of indicators, targets and projects, and of the index of places.

A row is named after what it is of, never after its place in the table, so that its address outlasts a new row above it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ...chinese.words import bare
from ...model.address import Address
from ...model.curated import Toponym
from ...model.edition import Plan
from ...model.facts import Indicator, Project, Target
from ...model.outline import Block, expand
from .markdown import identifier


def indicator_place(key: str) -> str:
    """some:3f9a01bc:2 → i3f9a01bc-2"""
    return "i" + identifier(key.partition(":")[2])


def target_places(targets: Iterable[Target]) -> list[str]:
    """The second target of some/03/01#2 → t03-s01-p2-2"""
    seen: Counter[str] = Counter()
    places = []
    for target in targets:
        seen[target.address] += 1
        places.append(f"t{within_plan(target.address)}-{seen[target.address]}")
    return places


def project_place(project: Project) -> str:
    """By the first mention of the project: some/03/01#2~1 → x03-s01-p2-1"""
    address, _, number = project.project_group.partition("~")
    return f"x{within_plan(address)}-{number}" if number else f"x{within_plan(address)}"


def place_name(place: Toponym) -> str:
    """By the name that the plan writes, in every language: 某镇"""
    return identifier(bare(place.original or place.name))


def within_plan(address: str) -> str:
    """some/03/01#2 → 03-s01-p2; some/03 → 03"""
    place = Address(address)
    return place.name if place.anchor == "top" else f"{place.name}-{place.anchor}"


def row_web(plan: str, page: str, place: str) -> str:
    """Below the site's address: some/indicators/#i3f9a01bc"""
    return f"{plan}/{page}/#{place}"


def indicator_rows(table: Block, plan: Plan) -> dict[int, Indicator]:
    """Which row of a printed table (by number) is which indicator: both go down the table in the same order."""
    waiting = [i for i in plan.indicators if i.address == table.address]
    found: dict[int, Indicator] = {}
    for number, row in enumerate(expand(table.rows)):
        words = [cell.text.string for cell in row if cell is not None]
        taken = 0
        while taken < len(waiting) and is_in_row(waiting[taken], words) and one_row(waiting, taken):
            taken += 1
        if taken:
            found[number] = waiting[0]
            waiting = waiting[taken:]
    return found


def is_in_row(indicator: Indicator, words: list[str]) -> bool:
    """“收入增长，城镇，全市” is in a row with the cells 收入增长 and 城镇; 全市 is the head of a column."""
    part = indicator.breakdown.removesuffix(indicator.area).rstrip("，")
    return any(indicator.name in cell for cell in words) and any(part in cell for cell in words)


def one_row(waiting: list[Indicator], at: int) -> bool:
    """Values of several areas stand in one row."""
    here, first = waiting[at], waiting[0]
    return at == 0 or (bool(here.area) and here.area != first.area and here.name == first.name)


def row_webs(plan: Plan) -> Mapping[str, str]:
    """Every id of an indicator → its address below the site's."""
    return {i.id: row_web(plan.card.id, "indicators", indicator_place(i.id)) for i in plan.indicators}


def group_webs(plan: Plan) -> Mapping[str, str]:
    """Every indicator → the address of its first row."""
    webs, found = row_webs(plan), dict[str, str]()
    for i in plan.indicators:
        found.setdefault(i.group, webs[i.id])
    return found
