"""Pairs of neighbouring signs, weighted by rarity. Chinese needs no word list for that: 高标准农田 → 高标 标准 准农 农田."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from heapq import nlargest
from operator import add

Weights = dict[str, float]

BREAKS = re.compile(r"[^\u3400-\u9fffA-Za-z]+")
RARITY_POWER = 1.3  # how much more a rare pair says than a common one


def pairs(text: str) -> Counter:
    """“粮食产能，5G” → {粮食, 食产, 产能}; marks and digits part the runs."""
    found: Counter = Counter()
    for run in BREAKS.split(text):
        if len(run) > 1:
            found.update(map(add, run, run[1:]))
    return found


class Rarity:
    """How rare every pair is among all passages; a pair never met is the rarest."""

    def __init__(self, passages: Iterable[Counter]) -> None:
        met: Counter = Counter()
        number = 0
        for counted in passages:
            met.update(counted.keys())
            number += 1
        self.unmet = math.log((number + 1) / 0.5) ** RARITY_POWER
        self.values = {pair: max(0.0, math.log((number + 1) / (times + 0.5))) ** RARITY_POWER for pair, times in met.items()}

    def __getitem__(self, pair: str) -> float:
        return self.values.get(pair, self.unmet)


def weigh(counted: Counter | dict[str, float], rarity: Rarity, most: int) -> Weights:
    """A vector of length 1, cut to its `most` heaviest pairs: what is left is what the text is about."""
    values, unmet, log = rarity.values, rarity.unmet, math.log
    weights = {pair: log(1 + times) * values.get(pair, unmet) for pair, times in counted.items()}
    length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    return {pair: w / length for pair, w in heaviest(weights, most).items()}


def heaviest(weights: Weights, most: int) -> Weights:
    """The `most` heaviest pairs; of two alike the later in the alphabet, so that every run keeps the same."""
    if len(weights) <= most:
        return weights
    line = nlargest(most, weights.values())[-1]
    kept = {pair: w for pair, w in weights.items() if w > line}
    for pair in sorted((pair for pair, w in weights.items() if w == line), reverse=True)[: most - len(kept)]:
        kept[pair] = line
    return kept


def likeness(one: Weights, other: Weights) -> float:
    """Cosine of two vectors: 0 nothing in common, 1 the same."""
    if len(one) > len(other):
        one, other = other, one
    return sum([w * other[pair] for pair, w in one.items() if pair in other])
