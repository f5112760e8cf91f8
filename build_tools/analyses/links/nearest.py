"""How much the sections and passages of two plans have in common, by an inverted index: no comparison of all with all.

An index lists for every word pair the sections (or passages) that hold it. Walking the pairs of a section through the index of
another plan gives its likeness to every section that shares anything; only the nearest go on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter

from .profiles import PlanProfile
from .words import Weights

NEAREST = 14   # sections that go on to be scored, for each section and each kind of likeness
PASSAGES = 12  # passages of the other plan kept for each passage

VALUE = itemgetter(1)
Index = dict[str, list[tuple[int, float]]]
Likenesses = list[dict[int, float]]  # for each of ours: theirs → likeness


@dataclass(frozen=True, slots=True)
class Indexed:
    """A plan ready to be asked: its sections (by text and by leads) and its passages, by word pair."""

    plan: PlanProfile
    texts: Index
    leads: Index
    passages: Index
    addresses: tuple[str, ...]


def index_plan(plan: PlanProfile) -> Indexed:
    return Indexed(
        plan,
        invert([profile.text for profile in plan.profiles]),
        invert([profile.leads for profile in plan.profiles]),
        invert(list(plan.passages.values())),
        tuple(plan.passages),
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
    for pair, weight in vector.items():
        for number, other in index.get(pair, ()):
            found[number] += weight * other
    return found


def worth_scoring(one: PlanProfile, other: Indexed, *likenesses: Likenesses) -> list[tuple[int, int]]:
    """Pairs of sections in which one is among the other's nearest by some likeness, or both have the same frame."""
    pairs = {pair for found in likenesses for pair in nearest(found)}
    frames: dict[str, list[int]] = defaultdict(list)
    for b, profile in enumerate(other.plan.profiles):
        frames[profile.frame].append(b)
    pairs |= {(a, b) for a, profile in enumerate(one.profiles) if profile.frame for b in frames[profile.frame]}
    return sorted(pairs)


def nearest(found: Likenesses) -> Iterator[tuple[int, int]]:
    """The nearest of theirs to each of ours, and of ours to each of theirs."""
    back: dict[int, dict[int, float]] = defaultdict(dict)
    for a, values in enumerate(found):
        yield from ((a, b) for b, _ in nlargest(NEAREST, values.items(), key=VALUE))
        for b, value in values.items():
            back[b][a] = value
    for b, values in back.items():
        yield from ((a, b) for a, _ in nlargest(NEAREST, values.items(), key=VALUE))


def nearest_passages(one: PlanProfile, other: Indexed) -> dict[tuple[int, int], tuple[float, str, str]]:
    """For pairs of sections: likeness and addresses of their two nearest passages."""
    best: dict[tuple[int, int], tuple[float, str, str]] = {}
    for address, vector in one.passages.items():
        for n, value in nlargest(PASSAGES, ask(other.passages, vector).items(), key=VALUE):
            found = (value, address, other.addresses[n])
            for a in one.holders[address]:
                for b in other.plan.holders[other.addresses[n]]:
                    if found[0] > best.get((a, b), (0.0,))[0]:
                        best[a, b] = found
    return best
