"""Which official indicators of two plans are the same. What people decided comes first; for the rest the names are compared.

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
    """For the given pairs of plans (None: all): matches in the order of the first plan's table, then what stands alone in the second."""
    check(plans, rulings)
    out: list[IndicatorMatch] = []
    for first, second in combinations(plans, 2):
        if first.indicators and second.indicators and (pairs is None or (first.card.id, second.card.id) in pairs):
            out += match_pair(first, second, rulings)
    return tuple(out)


def match_pair(first: Plan, second: Plan, rulings: tuple[IndicatorRuling, ...]) -> list[IndicatorMatch]:
    here, there = first.card.id, second.card.id
    pairs: dict[str, tuple[str, str, str, str]] = {}
    alone = {ruling.indicators[0]: ruling.reason for ruling in rulings if ruling.relation == NONE}
    for ruling in rulings:
        numbers = dict(ruling.indicators)
        if here in numbers and there in numbers:
            pairs[numbers[here]] = (numbers[there], ruling.relation, ruling.reason, "curated")
    open_here = [i for i in by_number(first) if i.no not in pairs and (here, i.no) not in alone]
    open_there = [
        i for i in by_number(second) if i.no not in {pair[0] for pair in pairs.values()} and (there, i.no) not in alone
    ]
    pairs |= propose(open_here, open_there)
    out = []
    for indicator in by_number(first):
        to, relation, remark, origin = pairs.get(indicator.no) or (
            "",
            NONE,
            alone.get((here, indicator.no), ""),
            "curated" if (here, indicator.no) in alone else "computed",
        )
        out.append(IndicatorMatch(here, indicator.no, there, to, relation, remark, origin))
    met = {pair[0] for pair in pairs.values()}
    for indicator in by_number(second):
        if indicator.no not in met:
            out.append(
                IndicatorMatch(
                    there,
                    indicator.no,
                    here,
                    "",
                    NONE,
                    alone.get((there, indicator.no), ""),
                    "curated" if (there, indicator.no) in alone else "computed",
                )
            )
    return out


def propose(here: list[Indicator], there: list[Indicator]) -> dict[str, tuple[str, str, str, str]]:
    """The best pairs of names first; each indicator is used once."""
    scored = sorted(
        ((-alike(a.name, b.name), a.no, b.no) for a in here for b in there),
        key=lambda row: (row[0], row[1].zfill(3), row[2].zfill(3)),
    )
    units = {a.no: a.unit for a in here}, {b.no: b.unit for b in there}
    pairs: dict[str, tuple[str, str, str, str]] = {}
    for score, a, b in scored:
        if -score >= SIMILAR and a not in pairs and b not in {pair[0] for pair in pairs.values()}:
            same = -score >= ALIKE and units[0][a] == units[1][b]
            pairs[a] = (b, SAME if same else CONCEPT, "程序按名称比较得出，未经人工核对。", "computed")
    return pairs


def alike(a: str, b: str) -> float:
    """Share of common pairs of characters: 0 to 1."""
    first, second = pairs_of(a), pairs_of(b)
    return 2 * sum((first & second).values()) / max(1, sum(first.values()) + sum(second.values()))


def pairs_of(name: str) -> Counter:
    for long, short in SYNONYMS:
        name = name.replace(long, short)
    core = SIGNS.sub("", PART_OF.sub(r"\1", name))
    return Counter(core[i : i + 2] for i in range(len(core) - 1))


def by_number(plan: Plan) -> list[Indicator]:
    """One of each number: 城镇 and 农村 are two rows of one indicator."""
    return list({indicator.no: indicator for indicator in reversed(plan.indicators)}.values())[::-1]


def check(plans: tuple[Plan, ...], rulings: tuple[IndicatorRuling, ...]) -> None:
    """Raises BadInput for a plan that is there and has no such indicator; a plan that is not there is let be."""
    known = {plan.card.id: {indicator.no for indicator in plan.indicators} for plan in plans}
    for ruling in rulings:
        for plan, number in ruling.indicators:
            if plan in known and number not in known[plan]:
                raise BadInput(
                    f"{ruling.place}: the plan “{plan}” has no indicator {number}. Mend the number or take the entry out."
                )
