"""The compare page, each plan's list of counterparts, and which plan speaks of which topic: plain links first, a script
on top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.outline import Unit, opens_page
from ...model.subjects import AspectSaid, Link
from ...model.translation import _
from ..words import citation, layout
from ..words.apart import apart
from ..words.aspect_gaps import WAYS, Gap, aspect_gaps
from ..words.compare_words import why
from ..words.markdown import escape
from ..words.paragraph_names import paragraph_name
from ..words.references import Places, joined, name_of, places_of, way_to
from ..words.shared_terms import SharedTerms, shared_terms
from ..words.topic_sections import NONE, OnTopic, topic_sections
from . import compare_data
from .see_also import to_show

TOGETHER = 2  # plans whose aspects stand on one page; of more each plan's page lists what it lacks
COLUMNS = 4  # more plans than this stand below each other
MOST_SECTIONS = 6  # of a plan shown for a topic; the rest is counted

Links = dict[str, list[tuple[Link, str]]]


@dataclass(frozen=True)
class Reference:
    """A link with what stands after it."""

    name: str
    target: str
    note: str = ""


def write(edition: Edition) -> dict[str, str]:
    """Nothing where there is only one plan: it has no counterpart."""
    if len(edition.plans) < 2:
        return {}
    places, folder = places_of(edition), f"{layout.folder(edition)}/compare"
    shared = shared_terms(edition)
    scripts = compare_data.scripts(edition, shared)
    files = {f"{folder}/{path}": text for path, text in scripts.items()}
    files[f"{folder}/index.md"] = layout.page(
        edition,
        "compare.md.j2",
        plans=edition.plans,
        topics=edition.topics,
        gaps=bool(edition.aspects),
        index=compare_data.INDEX,
        editions=" ".join(edition_of(plan) for plan in edition.plans),
    )
    files[f"{folder}/topics.md"] = layout.page(
        edition, "compare_topics.md.j2", plans=edition.plans, columns=COLUMNS, rows=topic_rows(edition, places)
    )
    gaps = [gap_list(gap, edition, places) for gap in aspect_gaps(edition)]
    apart = len(edition.plans) > TOGETHER
    if gaps:
        files[f"{folder}/aspects.md"] = layout.page(
            edition,
            "compare_aspects.md.j2",
            plans=edition.plans,
            columns=COLUMNS,
            lists=[] if apart else gaps,
            counts=[(plan, lacking(plan, gaps)) for plan in edition.plans] if apart else [],
            rows=aspect_table(edition, places),
        )
    reasons = reasons_of(edition, shared)
    for plan in edition.plans:
        files[f"{folder}/{plan.card.id}.md"] = layout.page(
            edition,
            "compare_plan.md.j2",
            card=plan.card,
            chapters=counterparts(plan, reasons, edition, places),
            gaps=lacking(plan, gaps),
            here=apart,
        )
    return files


def edition_of(plan: Plan) -> str:
    """some:3f9a01bc, for the citations that the script makes"""
    return f"{plan.card.id}:{apart(plan.card.id, citation.edition_hash(plan))}"


def reasons_of(edition: Edition, shared: SharedTerms) -> Links:
    """Section → its links, each with the reason as readers are told."""
    topics, say = {topic.id: topic.name for topic in edition.topics}, layout.say(edition)
    links: Links = {}
    for link in edition.links:
        links.setdefault(link.source, []).append((link, why(link, topics, shared[link.source, link.target], say)))
    return links


def topic_rows(edition: Edition, places: Places) -> list[dict[str, Any]]:
    """For each topic the sections of every plan."""
    found = topic_sections(edition)
    return [
        {"topic": topic, "cells": [cell(found.get((plan.card.id, topic.id), NONE), places) for plan in edition.plans]}
        for topic in edition.topics
    ]


def gap_list(gap: Gap, edition: Edition, places: Places) -> dict[str, Any]:
    """What one plan has and the other does not seem to have: topic, aspect, how it is said, the sentence and its
    place."""
    topics, say = {topic.id: topic.name for topic in edition.topics}, layout.say(edition)
    rows = [
        {
            "topic": topics[said.topic],
            "aspect": aspect_name(said, say, bool(edition.original)),
            "way": say(WAYS[said.way]),
            "place": paragraph_name(said.address, places, say) if edition.original else "",
            "sentence": said.sentence,
            "target": way_to(said.address, "../", places),
        }
        for said in gap.rows
    ]
    return {
        "plan": gap.plan.card.short,
        "other": gap.other.card.short,
        "lacks": gap.other.card.id,
        "anchor": gap.anchor,
        "rows": rows,
    }


def lacking(plan: Plan, gaps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lists of what others have and this plan lacks."""
    return [gap for gap in gaps if gap["lacks"] == plan.card.id]


def aspect_name(said: AspectSaid, say: layout.Say, translated: bool) -> str:
    """With the word by which it was found, where that is another; a translation has the name alone."""
    if translated or said.word == said.name:
        return said.name
    return say(_("{aspect}（{word}）")).format(aspect=said.name, word=said.word)


def aspect_table(edition: Edition, places: Places) -> list[dict[str, Any]]:
    """Every aspect of every topic, and how each plan speaks of it."""
    say = layout.say(edition)
    topics = {topic.id: topic.name for topic in edition.topics}
    rows: dict[tuple[str, int], dict[str, Any]] = {}
    for said in edition.aspects:
        row = rows.setdefault(
            (said.topic, said.number), {"topic": topics[said.topic], "aspect": said.name, "cells": []}
        )
        row["cells"].append((say(WAYS[said.way]), way_to(said.address, "../", places) if said.address else ""))
    return list(rows.values())


def cell(found: OnTopic, places: Places) -> tuple[list[Reference], int]:
    """(sections shown, how many more)"""
    first, others = found
    shown = (first or others)[:MOST_SECTIONS]
    return [Reference(escape(name_of(section, places)), way_to(section, "../", places)) for section in shown], len(
        first
    ) + len(others) - len(shown)


def counterparts(plan: Plan, links: Links, edition: Edition, places: Places) -> list[dict[str, Any]]:
    """For each chapter its sections, each with its links to other plans."""
    chapters: dict[str, dict[str, Any]] = {}
    for unit in plan.units:
        if opens_page(unit):
            chapters[unit.address] = {
                "name": escape(name_of(unit.address, places)),
                "anchor": "c" + Address(unit.address).name,
                "sections": [],
            }
        elif unit.level in ("section", "subsection"):
            chapters[Address(unit.address).chapter]["sections"].append(
                section_entry(unit, links.get(unit.address, []), edition, places)
            )
    return [chapter for chapter in chapters.values() if chapter["sections"]]


def section_entry(unit: Unit, links: list[tuple[Link, str]], edition: Edition, places: Places) -> dict[str, Any]:
    others = [plan for plan in edition.plans if plan.card.id != Address(unit.address).plan]
    reasons = {link.target: reason for link, reason in links}
    found = []
    for other in others:
        shown = to_show([link for link, _ in links if Address(link.target).plan == other.card.id])
        references = [
            Reference(
                escape(name_of(link.target, places)),
                way_to(link.paragraph or link.target, "../", places),
                escape(reasons[link.target]),
            )
            for link in shown
        ]
        if references or len(others) == 1:
            found.append({"short": other.card.short, "references": references})
    return {
        "name": escape(joined(unit.number.string, unit.title.string)),
        "target": way_to(unit.address, "../", places),
        "deep": unit.level == "subsection",
        "found": found,
        "address": unit.address,
    }
