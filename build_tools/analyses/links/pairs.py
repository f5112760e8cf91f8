"""Each pair of plans compared once; many pairs are shared out among the machine's processors. The result is the same either way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from multiprocessing import cpu_count, get_all_start_methods, get_context

from .computed import Found, choose, compare
from .nearest import Indexed, index_plan
from .profiles import PlanProfile, Profile
from .signals import Signals

ALONE = 30  # pairs that one process does sooner than several
Address = tuple[str, str]
Compact = tuple[str, str, float, tuple[float, ...], Address]  # a Found as it travels between processes

shared: dict = {}  # what the other processes inherit: plans, indexes and the pairs that editors speak of


def compared(profiled: list[PlanProfile], spoken: set[Address], chosen: tuple[Address, ...] | None) -> Iterator[tuple[list[Found], list[Found]]]:
    """For the chosen pairs of plans (None: every pair): the links worth showing, in both directions, and the links that editors speak of."""
    shared.update(plans=profiled, indexes=[None, *(index_plan(plan) for plan in profiled[1:])], spoken=spoken)
    numbers = [(a, b) for a, b in combinations(range(len(profiled)), 2) if chosen is None or (profiled[a].plan, profiled[b].plan) in chosen]
    if len(numbers) <= ALONE or "fork" not in get_all_start_methods():
        yield from map(compare_pair, numbers)
    else:
        profiles = {profile.section.address: profile for plan in profiled for profile in plan.profiles}
        with get_context("fork").Pool(cpu_count()) as workers:
            for shown, said in workers.imap(compare_afar, numbers, chunksize=4):
                yield [unpack(link, profiles) for link in shown], [unpack(link, profiles) for link in said]
    shared.clear()


def compare_pair(numbers: tuple[int, int]) -> tuple[list[Found], list[Found]]:
    one: PlanProfile = shared["plans"][numbers[0]]
    other: Indexed = shared["indexes"][numbers[1]]
    shown, said = [], []
    for found in compare(one, other):
        shown += [link for links in choose(found).values() for link in links]
        said += [link for link in found if (link.source.section.address, link.target.section.address) in shared["spoken"]]
    return shown, said


def compare_afar(numbers: tuple[int, int]) -> tuple[list[Compact], list[Compact]]:
    shown, said = compare_pair(numbers)
    return [pack(link) for link in shown], [pack(link) for link in said]


def pack(link: Found) -> Compact:
    return link.source.section.address, link.target.section.address, link.score, tuple(link.signals), link.passages


def unpack(link: Compact, profiles: dict[str, Profile]) -> Found:
    source, target, score, signals, passages = link
    return Found(profiles[source], profiles[target], score, Signals(*signals), passages)
