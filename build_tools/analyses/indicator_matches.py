"""Which official indicators of two plans are the same. What people decided comes first; for the rest the names are
compared.

森林覆盖率（%） and 森林覆盖率（%） → same; 基本养老保险参保率 and 基本养老保险法定人员覆盖率 → a shared concept
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

from ..model.edition import BadInput, Plan
from ..model.facts import Indicator, IndicatorMatch, IndicatorRuling

SAME, CONCEPT, NONE = "same", "same-concept-different-unit-or-scope", "none"
SYNONYMS = (
    ("地区生产总值（GDP）", "GDP"),
    ("地区生产总值", "GDP"),
    ("增长率", "增长"),
    ("增速", "增长"),
    ("比率", "比例"),
    ("人数", ""),
    ("户数", ""),
    ("拥有量", ""),
    ("拥有", ""),
)
SIGNS = re.compile(r"[\s（）()＆&、，数]")
PART_OF = re.compile(r"^(.{4,})占.+(?:比重|比例)$")  # what is compared is the part, not the whole it is a share of
SIMILAR = 0.7
ALIKE = 0.96


def match_indicators(
    plans: tuple[Plan, ...], rulings: tuple[IndicatorRuling, ...], pairs: tuple[tuple[str, str], ...] | None = None
) -> tuple[IndicatorMatch, ...]:
    """For the given pairs of plans (None: all): matches in the order of the first plan's table, then what stands alone
    in the second."""
    check(plans, rulings)
    out: list[IndicatorMatch] = []
    for first, second in combinations(plans, 2):
        if first.indicators and second.indicators and (pairs is None or (first.card.id, second.card.id) in pairs):
            out += match_pair(first, second, rulings)
    return tuple(out)


Found = dict[
    str, tuple[Indicator, str, str, str]
]  # key of an indicator → that of the other plan, relation, remark, origin


def match_pair(first: Plan, second: Plan, rulings: tuple[IndicatorRuling, ...]) -> list[IndicatorMatch]:
    here, there = one_a_group(first), one_a_group(second)
    pairs, alone = decided(here, there, first.card.id, second.card.id, rulings)
    taken = {other.key for other, *_rest in pairs.values()}
    open_here = [i for i in here if i.key not in pairs and (first.card.id, i.key) not in alone]
    open_there = [i for i in there if i.key not in taken and (second.card.id, i.key) not in alone]
    pairs |= propose(open_here, open_there)
    met = {other.key for other, *_rest in pairs.values()}
    return [
        *(matched(i, *pairs[i.key]) if i.key in pairs else standing_alone(i, second.card.id, alone) for i in here),
        *(standing_alone(i, first.card.id, alone) for i in there if i.key not in met),
    ]


def decided(
    here: list[Indicator], there: list[Indicator], first: str, second: str, rulings: tuple[IndicatorRuling, ...]
) -> tuple[Found, dict[tuple[str, str], str]]:
    """What people say of these two plans: pairs by the key of the first, and reasons of those that stand alone by plan
    and key."""
    pairs: Found = {}
    alone: dict[tuple[str, str], str] = {}
    tables = {first: here, second: there}
    for ruling in rulings:
        meant = {plan: named(said, tables[plan]) for plan, said in ruling.indicators if plan in tables}
        if ruling.relation == NONE:
            alone |= {(plan, found.key): ruling.reason for plan, found in meant.items() if found}
        elif (one := meant.get(first)) and (other := meant.get(second)):
            pairs[one.key] = (other, ruling.relation, ruling.reason, "curated")
    return pairs, alone


def named(said: str, table: list[Indicator]) -> Indicator | None:
    """The indicator that people mean: by its printed number, or, where there is none, by its name."""
    return next((i for i in table if said == i.no), None) or next((i for i in table if said == i.name), None)


def matched(one: Indicator, other: Indicator, relation: str, remark: str, origin: str) -> IndicatorMatch:
    return IndicatorMatch(one.plan, one.no, other.plan, other.no, relation, remark, origin, one.key, other.key)


def standing_alone(one: Indicator, other_plan: str, alone: dict[tuple[str, str], str]) -> IndicatorMatch:
    reason = alone.get((one.plan, one.key))
    origin = "computed" if reason is None else "curated"
    return IndicatorMatch(one.plan, one.no, other_plan, "", NONE, reason or "", origin, one.key)


def propose(here: list[Indicator], there: list[Indicator]) -> Found:
    """The best pairs of names first; each indicator is used once."""
    scored = sorted(
        (
            (-alike(a.name, b.name), a.no.zfill(3), b.no.zfill(3), x, y)
            for x, a in enumerate(here)
            for y, b in enumerate(there)
        )
    )
    pairs: Found = {}
    used: set[str] = set()
    for score, _no, _other_no, x, y in scored:
        a, b = here[x], there[y]
        if -score >= SIMILAR and a.key not in pairs and b.key not in used:
            relation = SAME if -score >= ALIKE and a.unit == b.unit else CONCEPT
            pairs[a.key] = (b, relation, "程序按名称比较得出，未经人工核对。", "computed")
            used.add(b.key)
    return pairs


def alike(a: str, b: str) -> float:
    """Share of common pairs of characters: 0 to 1."""
    first, second = pairs_of(a), pairs_of(b)
    return 2 * sum((first & second).values()) / max(1, sum(first.values()) + sum(second.values()))


def pairs_of(name: str) -> Counter[str]:
    for long, short in SYNONYMS:
        name = name.replace(long, short)
    core = SIGNS.sub("", PART_OF.sub(r"\1", name))
    return Counter(core[i : i + 2] for i in range(len(core) - 1))


def one_a_group(plan: Plan) -> list[Indicator]:
    """One row of each indicator: 城镇 and 农村 are two rows of one."""
    return list({indicator.key: indicator for indicator in reversed(plan.indicators)}.values())[::-1]


def check(plans: tuple[Plan, ...], rulings: tuple[IndicatorRuling, ...]) -> None:
    """Raises BadInput for a plan that is there and has no such indicator; a plan that is not there is let be."""
    tables = {plan.card.id: one_a_group(plan) for plan in plans}
    for ruling in rulings:
        for plan, number in ruling.indicators:
            if plan in tables and named(number, tables[plan]) is None:
                raise BadInput("indicator-unknown", plan, number, place=ruling.place)
