"""How much the sections and passages of two plans have in common, by inverted indexes: no comparison of all with all.

An index lists for every word pair (or aspect) the sections or passages that hold it. Walking the pairs of a section
through the indexes of another plan gives its likeness to every section that shares anything; only the nearest go on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter
from typing import Any

from .profiles import PlanProfile, Profile
from .signals import SHARES, TOPIC_POWER, VECTORS

NEAREST = 10  # sections that go on to be scored, for each section
PASSAGES = 12  # passages of the other plan kept for each passage

VALUE = itemgetter(1)
Index = dict[str | int, list[tuple[int, float]]]
Likenesses = list[float]  # to each section of the other plan, by place


@dataclass(frozen=True, slots=True)
class Indexed:
    """A plan ready to be asked: its sections by each kind of vector, and its passages."""

    plan: PlanProfile
    sections: dict[str, Index]
    passages: Index
    addresses: tuple[str, ...]


def index_plan(plan: PlanProfile) -> Indexed:
    return Indexed(
        plan,
        {name: invert([getattr(profile, name) for profile in plan.profiles]) for name in (*VECTORS, "topics")},
        invert(list(plan.passages.values())),
        tuple(plan.passages),
    )


def invert(vectors: Sequence[Mapping[Any, float]]) -> Index:
    index: Index = defaultdict(list)
    for number, vector in enumerate(vectors):
        for pair, weight in vector.items():
            index[pair].append((number, weight))
    return dict(index)


def ask(index: Index, vector: Mapping[Any, float], share: float, found: Likenesses | dict[int, float]) -> None:
    """Adds `share` of the likeness of `vector` to everything in the index that has anything in common with it."""
    for pair, weight in vector.items():
        if pair in index:
            weight *= share
            for number, other in index[pair]:
                found[number] += weight * other


def alike(profile: Profile, other: Indexed) -> Likenesses:
    """All signals but that of passages, by their shares."""
    found = [0.0] * len(other.plan.profiles)
    ask(other.sections["topics"], profile.topics, 1.0, found)
    found = [SHARES.topics * value**TOPIC_POWER for value in found]
    for name in VECTORS:
        ask(other.sections[name], getattr(profile, name), getattr(SHARES, name), found)
    return found


def worth_scoring(one: PlanProfile, other: Indexed, found: list[Likenesses]) -> list[tuple[int, int]]:
    """Pairs of sections in which one is among the other's nearest, or both have the same frame."""
    pairs = {(a, b) for a, values in enumerate(found) for b in nearest(values)}
    pairs |= {(a, b) for b, values in enumerate(zip(*found, strict=False)) for a in nearest(values)}
    frames: dict[str, list[int]] = defaultdict(list)
    for b, profile in enumerate(other.plan.profiles):
        frames[profile.frame].append(b)
    pairs |= {(a, b) for a, profile in enumerate(one.profiles) if profile.frame for b in frames[profile.frame]}
    return sorted(pairs)


def nearest(values: Sequence[float]) -> list[int]:
    """Places of the greatest values."""
    return [place for place in nlargest(NEAREST, range(len(values)), key=values.__getitem__) if values[place]]


def nearest_passages(one: PlanProfile, other: Indexed) -> dict[tuple[int, int], tuple[float, str, str]]:
    """For pairs of sections: likeness and addresses of their two nearest passages."""
    best: dict[tuple[int, int], tuple[float, str, str]] = {}
    for address, vector in one.passages.items():
        found: dict[int, float] = defaultdict(float)
        ask(other.passages, vector, 1.0, found)
        for n, value in nlargest(PASSAGES, found.items(), key=VALUE):
            for a in one.holders[address]:
                for b in other.plan.holders[other.addresses[n]]:
                    if value > best.get((a, b), (0.0,))[0]:
                        best[a, b] = value, address, other.addresses[n]
    return best
