"""Why two sections are, or are not, linked: every signal with what it adds, and the line that a link has to reach."""

from __future__ import annotations

from ...model.address import Address
from ...model.decisions import Decisions
from ...model.edition import BadInput, Plan
from ...model.refusals import meant as nearest
from .computed import LEAST_SHARE, SILENT, Found, choose, compare, explained, foreign, sureness
from .curated import both_ways
from .evidence import paragraph_meant, shared_words
from .nearest import index_plan
from .profiles import PlanProfile, profile_plans
from .signals import OTHER_FRAME, SAME_FRAME, SHARES, signals

NAMES = {
    "text": "whole text",
    "heading": "headings",
    "leads": "lead sentences",
    "aspects": "aspects of topics",
    "topics": "topics",
    "passage": "two nearest paragraphs",
}


def explain(plans: tuple[Plan, ...], decisions: Decisions, here: str, there: str) -> list[str]:
    """Lines for a person. Raises BadInput if one of the two is no section, or both are of one plan."""
    if Address(here).plan == Address(there).plan:
        raise BadInput("link-one-plan", here, there)
    profiled = profile_plans(plans, decisions.topics, decisions.phrases)
    for address in (here, there):
        if not any(profile.section.address == address for plan in profiled for profile in plan.profiles):
            known = [profile.section.address for plan in profiled for profile in plan.profiles]
            raise BadInput("no-section", address, nearest(address, known, 0.7), known[0])
    one, other = (next(plan for plan in profiled if plan.plan == Address(address).plan) for address in (here, there))
    found, _ = compare(one, index_plan(other))
    link = next(
        (link for link in found if (link.source.section.address, link.target.section.address) == (here, there)), None
    )
    lines = [f"{here} {heading(one, here)} → {there} {heading(other, there)}"]
    if link is None:
        return [
            *lines,
            "The program never compares them: their rarest words have nothing in common, and no paragraph of one "
            "is among those nearest to a paragraph of the other.",
            *editors(decisions, here, there),
        ]
    for name, value, share in zip(
        NAMES.values(), signals(link.source, link.target, link.passage), SHARES, strict=False
    ):
        lines.append(f"  {name:<24}{value:.3f} × {share:.3f} = {value * share:.3f}")
    if bool(link.source.frame) != bool(link.target.frame):
        lines.append(f"  one looks back or sets the course, the other acts: × {OTHER_FRAME}")
    elif link.source.frame and link.source.frame == link.target.frame:
        lines.append(f"  both have the same frame, {link.source.frame}: + {SAME_FRAME}")
    lines.append(f"  score {link.score:.3f}")
    lines.append("  words in common: " + ("、".join(shared_words(link.source, link.target, link.passages)) or "none"))
    meant = paragraph_meant(link.source, link.target, link.passages[1])
    if meant:
        lines.append(f"  paragraph meant: {meant.address} {meant.text[:30]}")
    return [*lines, verdict(choose(found).get(here, []), link), *editors(decisions, here, there)]


def heading(plan: PlanProfile, address: str) -> str:
    return next(profile.section.heading for profile in plan.profiles if profile.section.address == address)


def verdict(shown: list[Found], link: Found) -> str:
    place = next((number for number, other in enumerate(shown, 1) if other.target is link.target), 0)
    if place:
        repeated = (
            f" A link before it speaks of much the same, which takes it down to {shown[place - 1].score:.3f}."
            if shown[place - 1].score < link.score
            else ""
        )
        return f"Linked, in place {place} of {len(shown)}.{repeated}"
    if not explained(link):
        return "Not linked: they use no telling word in common, so nothing would explain the link."
    if foreign(link):
        about, other = (link.source, link.target) if link.source.unknown_to else (link.target, link.source)
        return f"Not linked: {about.subject}, in each paragraph of the one, is nothing to {other.section.plan}."
    if not shown:
        return (
            f"Not linked: even the best link of this section counts under {SILENT} (this one {sureness(link):.3f}) by "
            "how much of its main words the other speaks of, so it has no counterpart."
        )
    best = shown[0].score
    if link.score < LEAST_SHARE * best:
        return (
            f"Not linked: it scores under {LEAST_SHARE} of the best link ({best:.3f}, "
            f"{shown[0].target.section.address})."
        )
    near = next((other for other in shown if other.target.family == link.target.family), None)
    if near:
        return f"Not linked: {near.target.section.address} of the same section is nearer ({near.score:.3f})."
    return (
        f"Not linked: {len(shown)} links are nearer, or speak of what those before them leave out; the last of them "
        f"counts {shown[-1].score:.3f}."
    )


def editors(decisions: Decisions, here: str, there: str) -> list[str]:
    lines = [
        f"Editors ({ruling.place}): {ruling.decision}, {ruling.kind or 'no kind'}. {ruling.reason}"
        for ruling in decisions.links
        for pair in both_ways(ruling)
        if (pair[0], Address(pair[1]).unit) == (here, there)
    ]
    lines += [
        f"Editors ({entry.place}): {here} has no counterpart in {entry.plan}. {entry.reason}"
        for entry in decisions.none
        if (entry.source, entry.plan) == (here, Address(there).plan)
    ]
    return lines or ["Editors say nothing on these two."]
