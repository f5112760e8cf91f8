"""Which sections of another plan can be near at all, by an inverted index: no comparison of every section with every other.

An index lists for every word pair the sections (or passages) that hold it. Walking the pairs of a section through the index of
another plan gives the likeness to all sections that share anything; only the best go on.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from heapq import nlargest

from .profiles import PlanProfile
from .words import Weights, heaviest

ASKED = 200    # heaviest pairs of a section by which it is looked for
NEAREST = 16   # sections that go on to be scored, for each section
PASSAGES = 12  # passages of the other plan kept for each passage

Index = dict[str, list[tuple[int, float]]]


@dataclass(frozen=True, slots=True)
class Indexed:
    """A plan ready to be asked: its sections and passages by word pair, and for each passage the sections that hold it."""

    plan: PlanProfile
    asked: tuple[Weights, ...]
    sections: Index
    leads: Index
    passages: Index
    addresses: tuple[str, ...]
    holders: dict[str, tuple[int, ...]]


def index_plan(plan: PlanProfile) -> Indexed:
    holders: dict[str, list[int]] = defaultdict(list)
    for number, profile in enumerate(plan.profiles):
        for passage in profile.section.passages:
            holders[passage.address].append(number)
    addresses = tuple(plan.passages)
    asked = tuple(heaviest(profile.text, ASKED) for profile in plan.profiles)
    return Indexed(
        plan,
        asked,
        invert(list(asked)),
        invert([profile.leads for profile in plan.profiles]),
        invert([plan.passages[address] for address in addresses]),
        addresses,
        {address: tuple(numbers) for address, numbers in holders.items()},
    )


def invert(vectors: list[Weights]) -> Index:
    index: Index = defaultdict(list)
    for number, vector in enumerate(vectors):
        for pair, weight in vector.items():
            index[pair].append((number, weight))
    return dict(index)


def ask(index: Index, vector: Weights) -> dict[int, float]:
    """Likeness of `vector` to everything in the index that shares a pair with it."""
    found: dict[int, float] = defaultdict(float)
    for pair in vector.keys() & index.keys():
        weight = vector[pair]
        for number, other in index[pair]:
            found[number] += weight * other
    return found


def nearest_sections(one: Indexed, other: Indexed) -> set[tuple[int, int]]:
    """Pairs (section of `one`, section of `other`) worth scoring, seen from `one`."""
    found = set()
    for number, (asked, profile) in enumerate(zip(one.asked, one.plan.profiles)):
        for near in (ask(other.sections, asked), ask(other.leads, profile.leads)):
            found.update((number, n) for n in nlargest(NEAREST, near, key=lambda n: (near[n], -n)))
        if profile.frame:
            found.update((number, n) for n, there in enumerate(other.plan.profiles) if there.frame == profile.frame)
    return found


def nearest_passages(one: Indexed, other: Indexed) -> dict[tuple[int, int], tuple[float, str, str]]:
    """For pairs of sections: likeness and addresses of their two nearest passages."""
    best: dict[tuple[int, int], tuple[float, str, str]] = {}
    for address, vector in one.plan.passages.items():
        near = ask(other.passages, vector)
        for n in nlargest(PASSAGES, near, key=lambda n: (near[n], -n)):
            found = (near[n], address, other.addresses[n])
            for a in one.holders[address]:
                for b in other.holders[other.addresses[n]]:
                    if found[0] > best.get((a, b), (0.0,))[0]:
                        best[a, b] = found
    return best
