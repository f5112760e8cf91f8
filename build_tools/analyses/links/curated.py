"""What editors say about links rules over what the program found.

An entry holds in both directions. Where editors list links from a section to another plan, exactly these are published,
the nearest first; computed links that they pass over are not. Where they only reject, the other computed links stay.
Entries on plans that are not there are left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from ...model.address import Address
from ...model.decisions import Decisions
from ...model.edition import BadInput
from ...model.refusals import meant
from ...model.subjects import Link, LinkRuling, NoCounterpart

BASE = {
    "same": 0.8,
    "overlap": 0.5,
    "related": 0.2,
}  # score of an editor's link, to which the computed score adds up to 0.2
COMPUTED_PART = 0.2
SAME_LEVEL = 0.05  # of two that are equally near, a section answers a section


def rule(
    computed: dict[str, list[Link]], made: dict[tuple[str, str], Link], decisions: Decisions, known: set[str]
) -> tuple[Link, ...]:
    """The links to publish, by source section. `made`: a link for every pair that editors speak of, whatever its score;
    `known`: all addresses."""
    plans = {Address(address).plan for address in known}
    rulings = [
        ruling for ruling in decisions.links if {Address(ruling.source).plan, Address(ruling.target).plan} <= plans
    ]
    none = [entry for entry in decisions.none if {Address(entry.source).plan, entry.plan} <= plans]
    check(rulings, none, made, known)
    closed = closed_by(rulings, none)
    rejected = {
        (source, Address(target).unit)
        for ruling in rulings
        if ruling.decision == "reject"
        for source, target in both_ways(ruling)
    }
    chosen: dict[str, list[Link]] = defaultdict(list)
    for source, links in computed.items():
        chosen[source] = [
            link
            for link in links
            if (source, Address(link.target).plan) not in closed and (source, link.target) not in rejected
        ]
    for ruling in rulings:
        if ruling.decision != "reject":
            for source, target in both_ways(ruling):
                chosen[source].append(ruled(made[source, Address(target).unit], ruling, target))
    return tuple(
        link
        for source in sorted(chosen)
        for link in sorted(chosen[source], key=lambda link: (-link.score, link.target))
    )


def closed_by(rulings: Iterable[LinkRuling], none: Iterable[NoCounterpart]) -> set[tuple[str, str]]:
    """(section, other plan) for which editors list the links, or say that there are none: the program adds nothing
    there."""
    listed = {
        (source, Address(target).plan)
        for ruling in rulings
        if ruling.decision != "reject"
        for source, target in both_ways(ruling)
    }
    return listed | {(entry.source, entry.plan) for entry in none}


def both_ways(ruling: LinkRuling) -> tuple[tuple[str, str], tuple[str, str]]:
    return (ruling.source, ruling.target), (Address(ruling.target).unit, ruling.source)


def ruled(link: Link, ruling: LinkRuling, target: str) -> Link:
    return replace(
        link,
        paragraph=target if target != Address(target).unit else link.paragraph,
        score=round(
            BASE[ruling.kind]
            + COMPUTED_PART * link.score
            + SAME_LEVEL * (len(Address(link.source).units) == len(Address(link.target).units)),
            3,
        ),
        topic=ruling.topic or link.topic,
        origin="computed" if ruling.decision == "accept" and link.score else "curated",
        decision=ruling.decision,
        kind=ruling.kind,
        reason=ruling.reason,
    )


def check(
    rulings: list[LinkRuling], none: list[NoCounterpart], made: dict[tuple[str, str], Link], known: set[str]
) -> None:
    """Raises BadInput for an unknown address, a contradiction, or an entry that changes nothing."""
    linked = {(ruling.source, Address(ruling.target).plan) for ruling in rulings if ruling.decision != "reject"}
    for entry in none:
        if entry.source not in known:
            raise BadInput("address-unknown", entry.source, meant(entry.source, known, 0.7), place=entry.place)
        if (entry.source, entry.plan) in linked:
            raise BadInput("link-contradicts", entry.source, place=entry.place)
    seen: set[tuple[str, str]] = set()
    for ruling in rulings:
        for address in (ruling.source, ruling.target):
            if address not in known:
                raise BadInput("address-unknown", address, meant(address, known, 0.7), place=ruling.place)
        pair = (ruling.source, Address(ruling.target).unit)
        if pair in seen:
            raise BadInput("link-twice", *pair, place=ruling.place)
        seen.add(pair)
        if made[pair].score == 0 and ruling.decision == "reject":
            raise BadInput("link-not-found", place=ruling.place)
