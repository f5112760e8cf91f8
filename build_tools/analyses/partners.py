"""Which plans are set side by side. Comparing all with all would make the fiftieth plan cost twenty-five times the
second.

    up to four plans → every pair;  fifty plans → each with the three whose headings are most like its own

A pair that editors speak of in links.yml is always compared; who asks for all pairs (--all-pairs) gets them.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations

from ..model.address import Address
from ..model.decisions import Decisions
from ..model.edition import Plan

NEAREST = 3  # a reader of a section is shown up to three other plans

Pairs = tuple[tuple[str, str], ...]


def find_partners(plans: tuple[Plan, ...], decisions: Decisions, nearest: int = NEAREST) -> Pairs:
    """Pairs of plan ids, the earlier plan first, in reading order."""
    ids = [plan.card.id for plan in plans]
    spoken = {
        frozenset(Address(address).plan for address in (ruling.source, ruling.target)) for ruling in decisions.links
    }
    if len(plans) <= nearest + 1:
        return tuple(combinations(ids, 2))
    vectors = [heading_pairs(plan) for plan in plans]
    chosen: set[frozenset[str]] = set()
    for a, mine in enumerate(vectors):
        likeness = [
            (-sum(weight * mine.get(pair, 0.0) for pair, weight in theirs.items()), b)
            for b, theirs in enumerate(vectors)
            if b != a
        ]
        chosen |= {frozenset((ids[a], ids[b])) for _, b in sorted(likeness)[:nearest]}
    return tuple(pair for pair in combinations(ids, 2) if frozenset(pair) in chosen | spoken)


def heading_pairs(plan: Plan) -> dict[str, float]:
    """Pairs of signs in the plan's headings, as a vector of length 1."""
    counted: Counter[str] = Counter()
    for unit in plan.units:
        title = unit.title.string
        counted.update(title[i : i + 2] for i in range(len(title) - 1))
    length = math.sqrt(sum(count**2 for count in counted.values())) or 1.0
    return {pair: counted[pair] / length for pair in sorted(counted)}
