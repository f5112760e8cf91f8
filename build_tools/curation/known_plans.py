"""Do the plans, chapters and paragraphs that people's decisions name exist?

An entry about a plan that is simply not in this publication is a note; a misspelt plan, or an address that its plan
does not have, is refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from ..model.address import Address
from ..model.curated import Correction, Toponym
from ..model.decisions import Decisions
from ..model.facts import ProjectRuling
from ..model.findings import FindingRuling
from ..model.problems import Problem
from ..model.refusals import BadInput, Meant, Refusal, meant

NEAR = 0.8


class Named(NamedTuple):
    """What an entry at `place` (file and line) names: a plan, and perhaps an address in it."""

    place: str
    plan: str
    address: str = ""


def named_in(decisions: Decisions) -> list[Named]:
    """Of corrections, places, projects, findings, glossary and abstracts."""
    entries: list[Correction | Toponym | ProjectRuling | FindingRuling] = [
        *decisions.corrections,
        *decisions.places,
        *decisions.projects,
        *decisions.findings,
    ]
    found = [Named(entry.place, entry.plan) for entry in entries]
    found += [Named(term.place, term.plan) for term in decisions.glossary if term.plan]
    for abstract in decisions.abstracts:
        addresses = (abstract.chapter, *(of for _, ofs in abstract.sentences for of in ofs))
        found += [Named(abstract.place, Address(address).plan, address) for address in addresses]
    return found


def named_in_subjects(said: Decisions) -> list[Named]:
    """Of links, topics and indicators: what they name in a plan is looked up where plans are compared."""
    found = [Named(ruling.place, plan) for ruling in said.indicators for plan, _ in ruling.indicators]
    found += [Named(ruling.place, Address(ruling.section).plan) for ruling in said.rulings]
    for link in said.links:
        found += [Named(link.place, Address(address).plan) for address in (link.source, link.target)]
    for gap in said.none:
        found += [Named(gap.place, Address(gap.source).plan), Named(gap.place, gap.plan)]
    return found


def check_plans(named: Iterable[Named], plans: Collection[str], without: Collection[str] = ()) -> list[Problem]:
    """Notes on plans that are not here, one a file and plan. Raises BadInput with every misspelt one."""
    refused: list[Refusal] = []
    absent: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], int] = {}
    for entry in named:
        if entry.plan in plans or entry.plan in without:
            continue
        file, _, line = entry.place.rpartition(":")
        nearest = misspelt(entry.plan, plans)
        if nearest.word:
            refused.append(Refusal("plan-misspelt", (entry.plan, nearest), entry.place))
            continue
        absent[file, entry.plan] += 1
        first.setdefault((file, entry.plan), int(line))
    if refused:
        raise BadInput.together(dict.fromkeys(refused))
    return [
        Problem("note", "plan-not-here", first[file, plan], (plan, count), file)
        for (file, plan), count in absent.items()
    ]


def misspelt(plan: str, plans: Collection[str]) -> Meant:
    """“shuangchneg” is a slip of the pen; county-2 beside county-1, or plan-b beside plan-a, is another plan."""
    found = meant(plan, plans, NEAR)
    other = found.word
    numbered = plan.rstrip("0123456789") == other.rstrip("0123456789")
    lettered = len(plan) == len(other) and plan[:-1] == other[:-1]
    return Meant("") if numbered or lettered else found


def check_addresses(named: Iterable[Named], addresses: Mapping[str, Collection[str]]) -> None:
    """Raises BadInput with every address that its plan, one of `addresses`, does not have."""
    refused = [
        Refusal("address-unknown", (entry.address, meant(entry.address, addresses[entry.plan], 0.7)), entry.place)
        for entry in named
        if entry.address and entry.plan in addresses and entry.address not in addresses[entry.plan]
    ]
    if refused:
        raise BadInput.together(dict.fromkeys(refused))
