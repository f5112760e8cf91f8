"""Pairs of neighbouring signs, weighted by rarity. Chinese needs no word list for that: 高标准农田 → 高标 标准 准农 农田."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from heapq import nlargest
from math import log1p
from operator import add, itemgetter
from typing import TypeVar

Weights = dict[str, float]
Key = TypeVar("Key", int, str)  # pairs of signs, or numbers of topics and aspects

BREAKS = re.compile(r"[^\u3400-\u9fffA-Za-z]+")
RARITY_POWER = 1.3  # how much more a rare pair says than a common one
FAINT = 0.02  # pairs of less weight in a vector of length 1 are half of the work, and no likeness


def pairs(text: str) -> Counter[str]:
    """“粮食产能，5G” → {粮食, 食产, 产能}; marks and digits part the runs."""
    found: Counter[str] = Counter()
    for run in BREAKS.split(text):
        if len(run) > 1:
            found.update(map(add, run, run[1:]))
    return found


class Rarity:
    """How rare every pair is among all passages. `shared`: pairs of more than one plan, the only ones by which sections
    can be alike."""

    def __init__(self, passages: Iterable[tuple[str, Counter[str]]]) -> None:
        met: Counter[str] = Counter()
        plans: dict[str, set[str]] = defaultdict(set)
        number = 0
        for plan, counted in passages:
            met.update(counted.keys())
            plans[plan].update(counted)
            number += 1
        self.unmet: float = math.log((number + 1) / 0.5) ** RARITY_POWER
        by_times = {
            times: max(0.0, math.log((number + 1) / (times + 0.5))) ** RARITY_POWER for times in set(met.values())
        }
        self.values: dict[str, float] = {pair: by_times[times] for pair, times in met.items()}
        self.shared = {
            pair for pair, times in Counter(pair for pairs in plans.values() for pair in pairs).items() if times > 1
        }

    def of(self, pair: str) -> float:
        return self.values.get(pair, self.unmet)


def weigh(counted: Mapping[str, float], rarity: Rarity, most: int, length: float = 1.0) -> Weights:
    """A vector of the given length, cut to what other plans have too, and of that to the heaviest pairs, at most
    `most`."""
    values, unmet, shared = rarity.values, rarity.unmet, rarity.shared
    weights = {pair: log1p(times) * values.get(pair, unmet) for pair, times in counted.items()}
    factor = length / (math.sqrt(sum([w * w for w in weights.values()])) or 1.0)
    least = FAINT / factor
    return heaviest(
        {pair: weight * factor for pair, weight in weights.items() if weight >= least and pair in shared}, most
    )


def heaviest(weights: Weights, most: int) -> Weights:
    """The `most` heaviest pairs; of two alike the one that comes first in the text."""
    if len(weights) <= most:
        return weights
    return dict(nlargest(most, weights.items(), key=itemgetter(1)))


def likeness(one: dict[Key, float], other: dict[Key, float]) -> float:
    """Cosine of two vectors: 0 nothing in common, 1 the same."""
    if len(one) > len(other):
        one, other = other, one
    return sum([w * other[pair] for pair, w in one.items() if pair in other])
