"""Each pair of plans compared once; many pairs are shared out among the machine's processors. The result is the same
either way.

Memory stays linear in the number of sections: of all pairs together, each section keeps its best links only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from multiprocessing import cpu_count, get_all_start_methods, get_context
from typing import Any

from .computed import Found, by_score, choose, compare
from .nearest import index_plan
from .profiles import PlanProfile, Profile

MOST_IN_ALL = 25  # links from a section to all other plans together, so that fifty plans stay readable
ALONE = 30  # pairs that one process does sooner than several
AT_ONCE = 25  # pairs that a process is handed at a time
Address = tuple[str, str]
Numbers = tuple[int, int]
Best = dict[str, list[Found]]
Compact = tuple[str, str, float, Address, float]  # a Found as it travels between processes

shared: dict[
    str, Any
] = {}  # what the other processes inherit: plans, indexes, the pairs that editors speak of, and what they closed


def compared(
    profiled: list[PlanProfile], spoken: set[Address], closed: set[Address], chosen: tuple[Address, ...] | None
) -> tuple[Best, list[Found]]:
    """For the chosen pairs of plans (None: every pair): each section's best links, and the links that editors speak
    of."""
    wanted = None if chosen is None else set(chosen)
    numbers = [
        (a, b)
        for a, b in combinations(range(len(profiled)), 2)
        if wanted is None or (profiled[a].plan, profiled[b].plan) in wanted
    ]
    shared.update(
        plans=profiled, indexes=[None, *(index_plan(plan) for plan in profiled[1:])], spoken=spoken, closed=closed
    )
    best: Best = defaultdict(list)
    said: list[Found] = []
    if len(numbers) <= ALONE or "fork" not in get_all_start_methods():
        found = compare_pairs(numbers)
    else:
        found = share_out(numbers, profiled)
    for links, spoken_of in found:
        keep_best(best, links)
        said += spoken_of
    shared.clear()
    return {source: sorted(links, key=by_score)[:MOST_IN_ALL] for source, links in best.items()}, said


def keep_best(best: Best, links: Iterable[Found]) -> None:
    """Takes links in; where a section has twice as many as it may keep, the worse half goes."""
    for link in links:
        kept = best[link.source.section.address]
        kept.append(link)
        if len(kept) > 2 * MOST_IN_ALL:
            kept.sort(key=by_score)
            del kept[MOST_IN_ALL:]


def compare_pairs(numbers: Iterable[Numbers]) -> Iterator[tuple[list[Found], list[Found]]]:
    """For each pair of plans (by place): the links worth showing, in both directions, and the links that editors speak
    of."""
    for a, b in numbers:
        shown, said = [], []
        for found in compare(shared["plans"][a], shared["indexes"][b]):
            shown += [
                link
                for links in choose(found).values()
                for link in links
                if (link.source.section.address, link.target.section.plan) not in shared["closed"]
            ]
            said += [
                link for link in found if (link.source.section.address, link.target.section.address) in shared["spoken"]
            ]
        yield shown, said


def share_out(numbers: list[Numbers], profiled: list[PlanProfile]) -> Iterator[tuple[list[Found], list[Found]]]:
    profiles = {profile.section.address: profile for plan in profiled for profile in plan.profiles}
    shares = [numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE)]
    with get_context("fork").Pool(cpu_count()) as workers:
        for links, said in workers.imap(compare_afar, shares):
            yield [unpack(link, profiles) for link in links], [unpack(link, profiles) for link in said]


def compare_afar(numbers: list[Numbers]) -> tuple[list[Compact], list[Compact]]:
    """As `compare_pairs`, for all pairs of a share together: only the best links travel."""
    best: Best = defaultdict(list)
    said: list[Found] = []
    for links, spoken_of in compare_pairs(numbers):
        keep_best(best, links)
        said += spoken_of
    return [pack(link) for links in best.values() for link in sorted(links, key=by_score)[:MOST_IN_ALL]], [
        pack(link) for link in said
    ]


def pack(link: Found) -> Compact:
    return link.source.section.address, link.target.section.address, link.score, link.passages, link.passage


def unpack(link: Compact, profiles: dict[str, Profile]) -> Found:
    source, target, score, passages, passage = link
    return Found(profiles[source], profiles[target], score, passages, passage)
