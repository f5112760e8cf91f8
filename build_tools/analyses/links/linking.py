"""All plans of an edition: topics of every section, and links from every section to the other plans."""

from __future__ import annotations

from ...model.address import Address
from ...model.decisions import Decisions
from ...model.edition import Plan
from ...model.subjects import Assigned, Link
from ..topics import assign, overrule
from .computed import Found
from .curated import both_ways, closed_by, rule
from .evidence import paragraph_meant, shared_words
from .pairs import compared
from .profiles import PlanProfile, profile_plans

Topics = dict[str, tuple[tuple[str, float], ...]]


def compare_plans(
    plans: tuple[Plan, ...], decisions: Decisions, pairs: tuple[tuple[str, str], ...] | None = None
) -> tuple[tuple[Assigned, ...], tuple[Link, ...]]:
    """Topics of every section, and the links as published between the given pairs of plans (None: all). Raises BadInput
    for decisions that do not fit."""
    profiled = profile_plans(plans, decisions.topics, decisions.phrases)
    assigned = overrule(
        [entry for plan in profiled for entry in topics_of(plan, decisions)],
        decisions.rulings,
        {plan.card.id for plan in plans},
    )
    topics = {entry.section: entry.topics for entry in assigned}
    spoken: set[tuple[str, str]] = {
        (source, Address(target).unit) for ruling in decisions.links for source, target in both_ways(ruling)
    }
    closed = closed_by(decisions.links, decisions.none)
    best, said = compared(profiled, spoken, closed, pairs)
    computed = {source: [as_link(link, topics) for link in links] for source, links in best.items()}
    made = {(link.source.section.address, link.target.section.address): as_link(link, topics) for link in said}
    made |= unfound(spoken - made.keys(), profiled, topics)
    known = topics.keys() | {block.address for plan in plans for block in plan.blocks}
    return tuple(assigned), rule(computed, made, decisions, known)


def topics_of(plan: PlanProfile, decisions: Decisions) -> list[Assigned]:
    return [
        assign(profile.section, profile.topics, decisions.topics, profile.frame, plan.known)
        for profile in plan.profiles
    ]


def as_link(found: Found, topics: Topics) -> Link:
    source, target = found.source, found.target
    meant = paragraph_meant(source, target, found.passages[1])
    return Link(
        source.section.address,
        target.section.address,
        meant.address if meant else "",
        round(found.score, 3),
        shared_topic(topics[source.section.address], topics[target.section.address]),
        shared_words(source, target, found.passages),
    )


def unfound(pairs: set[tuple[str, str]], profiled: list[PlanProfile], topics: Topics) -> dict[tuple[str, str], Link]:
    """Links that editors speak of and the program never came upon: score 0."""
    profiles = {profile.section.address: profile for plan in profiled for profile in plan.profiles}
    return {
        (a, b): as_link(Found(profiles[a], profiles[b], 0.0, ("", ""), 0.0), topics)
        for a, b in sorted(pairs)
        if a in profiles and b in profiles
    }


def shared_topic(one: tuple[tuple[str, float], ...], other: tuple[tuple[str, float], ...]) -> str:
    """The topic both speak of most; where they share none, the first of the one."""
    theirs = dict(other)
    shared = [(share * theirs[topic], topic) for topic, share in one if topic in theirs]
    return max(shared)[1] if shared else (one[0][0] if one else "")
