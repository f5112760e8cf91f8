"""A plan's text → projects: every mention of a named project, with what the plan says of it.

Four ways to name one: by a sum (总投资10亿元的…), as the title of a box item, by the grammar of a clause (新建…, …等项目), in a
table.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from dataclasses import replace

from ...chinese.names import is_enlarged, is_proper, names_works, place_in, places_named, stem_of
from ...model.facts import Project, ProjectRuling
from ...model.outline import Block, Unit
from ...model.span import Span
from ..standing import status_units, works_are_done
from . import details
from .grammar import by_grammar
from .groups import evidence_of, group_names, join_alike, ruled
from .invested import invested
from .listing import listed_in_item
from .naming import FAR
from .spot import Reading, Spot, in_yuan, read_block
from .tabled import tabled
from .titled import TOGETHER, in_brackets, is_programme, own_title, titled

QUOTE = 60


def find_projects(
    plan: str,
    units: tuple[Unit, ...],
    blocks: tuple[Block, ...],
    line_starts: list[int],
    name: str = "",
    rulings: tuple[ProjectRuling, ...] = (),
    since: int = 0,
) -> tuple[Project, ...]:
    """All mentions outside the sections, and the sentences, that tell of what was reached: the projects of those are
    done. `since` is the plan's first year."""
    today = status_units(units)
    places = places_named([unit.title.string for unit in units] + [block.text.string for block in blocks])
    places |= {stem for stem in (stem_of(place_in(name)),) if len(stem) >= 2}
    found: list[tuple[Project, Reading | None, Spot | None]] = []
    box = ""
    for at, block in enumerate(blocks):
        box = block.text.string if block.kind == "box" else box
        if block.kind == "table":
            found += [(row, None, None) for row in tabled(plan, block, around(blocks, at), line_starts)]
        if block.kind in ("table", "caption", "note", "box") or block.unit in today:
            continue
        reading = read_block(block, box if block.kind.startswith("box_") else "")
        for spot in spots(reading, places):
            if works_are_done(sentence_at(reading.text, spot.start), since):
                continue
            row = project(plan, reading, spot, line_starts)
            works = names_works(spot.name) or is_enlarged(spot.name)
            proper = works and is_proper(spot.name, places) and not is_programme(spot.name)
            found.append((replace(row, proper=proper), reading, spot))
    return joined(found, tuple(ruling for ruling in rulings if ruling.plan == plan))


def sentence_at(text: str, at: int) -> str:
    start = text.rfind("。", 0, at) + 1
    end = text.find("。", at)
    return text[start : end if end >= 0 else len(text)]


def joined(
    found: list[tuple[Project, Reading | None, Spot | None]], rulings: tuple[ProjectRuling, ...] = ()
) -> tuple[Project, ...]:
    """Mentions of one project get one group, and each the number of all; a part knows the whole whose sum holds its
    own."""
    told = [
        (row.investment_yuan, row.place, row.scale.split("；") if row.investment_yuan else []) for row, _, _ in found
    ]
    names = [row.name for row, _, _ in found]
    groups = ruled(names, join_alike(group_names(names), told), rulings)
    evidence = evidence_of(names, groups, rulings)
    ids = group_ids([row.address for row, _, _ in found], groups)
    times = Counter(ids)
    wholes = {
        row.address: group
        for (row, reading, spot), group in zip(found, ids, strict=False)
        if reading and spot and spot.money and not in_brackets(reading.text, spot)
    }
    return tuple(
        replace(
            row,
            project_group=group,
            mentions=times[group],
            joined_by=why,
            part_of=wholes.get(row.address, "") if reading and spot and in_brackets(reading.text, spot) else "",
        )
        for (row, reading, spot), group, why in zip(found, ids, evidence, strict=False)
    )


def around(blocks: tuple[Block, ...], at: int) -> str:
    """Captions and notes beside a table: 单位：亿元"""
    near = blocks[max(0, at - 3) : at] + blocks[at + 1 : at + 2]
    return "\n".join(block.text.string for block in near if block.unit == blocks[at].unit and len(block.text) < 40)


def group_ids(addresses: list[str], groups: list[int]) -> list[str]:
    """A group goes by the place of its first mention, plan/03/02@1.1~2 the second of that item, so that a new project
    elsewhere changes no name."""
    first: dict[int, str] = {}
    met: Counter[str] = Counter()
    for address, group in zip(addresses, groups, strict=False):
        if group not in first:
            met[address] += 1
            first[group] = f"{address}~{met[address]}"
    return [first[group] for group in groups]


def spots(reading: Reading, places: frozenset[str]) -> list[Spot]:
    """All mentions in a block, in order of the text; of two that overlap, or claim one sum, the better name stands."""
    named = sorted(by_grammar(reading, places), key=place_of)
    listed = listed_in_item(reading, places)
    named = sorted(named + [spot for spot in listed if not overlapping(spot, named)], key=place_of)
    by_sum = [spot for spot in invested(reading) if not holds_several(spot, named)]
    surely = [spot for spot in named if names_works(spot.name)]
    title = own_title(reading, places, surely)
    if title:
        within = [spot for spot in by_sum if in_brackets(reading.text, spot)]
        sums = [spot.money for spot in by_sum if spot not in within]
        found = [title._replace(money=sums[0] if sums else None), *within]
    else:
        found = by_sum + titled(reading, by_sum, surely, listed=bool(listed))
    together = TOGETHER.search(reading.text)
    found.sort(key=place_of)
    for spot in named:
        if title and not (together and together.end() <= spot.start):
            continue
        rivals = rivals_of(spot, found)
        if is_titled(reading, found) and not names_works(spot.name):
            continue  # what an item tells of the project in its title
        if not rivals:
            insort(found, spot, key=place_of)
        elif all(worse(other, spot, places) for other in rivals):
            for other in rivals:
                found.remove(other)
            better = spot if spot.shared else spot._replace(money=spot.money or rivals[0].money)
            insort(found, better, key=place_of)
    return found


def between(first: int, end: int, found: list[Spot]) -> list[Spot]:
    """Those that begin in a stretch of the text; `found` in order, so that a list without end takes no longer than in
    proportion."""
    return found[bisect_left(found, (first, 0), key=place_of) : bisect_left(found, (end, 0), key=place_of)]


def is_titled(reading: Reading, found: list[Spot]) -> bool:
    """Whether the title of the item is a project of its own."""
    title = reading.title
    return title is not None and any(place_of(other) == title for other in between(title[0], title[0] + 1, found))


def overlapping(spot: Spot, found: list[Spot]) -> bool:
    return any(spot.start < other.end for other in between(spot.start - FAR, spot.end, found))


def holds_several(spot: Spot, named: list[Spot]) -> bool:
    """“甲电站、乙水厂” before their one sum are two projects, not one of that name"""
    return sum(other.end <= spot.end for other in between(spot.start, spot.end, named)) > 1


def place_of(spot: Spot) -> tuple[int, int]:
    return spot.start, spot.end


def rivals_of(spot: Spot, found: list[Spot]) -> list[Spot]:
    """Those that overlap it, and those that claim its sum, which stands no farther from the name than FAR; `found` in
    order."""
    first, end = spot.start, spot.end
    for money in filter(None, (spot.money, spot.shared)):
        first, end = min(first, money.start - FAR), max(end, money.end + FAR)
    return [
        other
        for other in between(first - FAR, end, found)
        if (other.start < spot.end and spot.start < other.end) or claims_the_sum(other, spot)
    ]


def claims_the_sum(other: Spot, spot: Spot) -> bool:
    return other.money is not None and other.money in (spot.money, spot.shared)


def worse(name: Spot, other: Spot, places: frozenset[str]) -> bool:
    """“建设苎溪绿色印染中心” or a whole clause is a worse name than 苎溪绿色印染中心, which stands in it or names works of its own"""
    if name.name == other.name or not names_works(other.name):
        return False
    return other.name in name.name or not (names_works(name.name) and is_proper(name.name, places))


def printed(text: str, spot: Spot) -> str:
    """The sum as printed, a range whole: 9000万元—3亿元"""
    if not spot.money:
        return ""
    rest = re.match(r"[—-][\d.]+[万亿]元", text[spot.money.end :])
    return text[spot.money.start : spot.money.end] + (rest.group() if rest else "")


def project(plan: str, reading: Reading, spot: Spot, line_starts: list[int]) -> Project:
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
        project_group="",
        investment=printed(text, spot),
        investment_yuan=in_yuan(money),
        scale=details.scale(text, spot),
        place=details.place(text, spot),
        start_year=start_year,
        finish_year=finish_year,
        proponent=details.proponent(text, spot),
        part_of="",
        span=Span(spot.start, spot.end),
        status=details.status(text, spot),
    )
