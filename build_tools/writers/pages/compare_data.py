"""What the compare page's script reads, in scripts of its own: an index, one a plan, one a chapter.

A reader loads the index, the two plans that are side by side, and the chapters that are open: with fifty plans a visit
costs what it costs with two. Scripts and not JSON, because a page opened from a folder may not fetch. Browsers keep
them under an address with a version, which publishing gives the index, and the page's script all that follow; none
knows that of another, so that a changed word changes one of them.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.translation import has_han
from ..words import citation, layout
from ..words.compare_words import for_script
from ..words.layout import Say
from ..words.references import Places, label_of, places_of
from ..words.shared_terms import SharedTerms
from ..words.topic_sections import OnTopic, topic_sections
from .compare_rows import (
    blocks_by_unit,
    indicator_rows,
    links_by_source,
    reasons_by_source,
    targets_by_unit,
    unit_row,
)

VARIABLE = "planReaderCompare"
FOLDER = "texts"  # beside the page
INDEX = f"{FOLDER}/index.js"


@dataclass(frozen=True)
class Known:
    """What is worked out once for all plans: links by section and their reasons, the first topic of a section, the
    sections of a plan on a topic."""

    edition: Edition
    say: Say
    places: Places
    links: dict[str, list[Any]]
    reasons: dict[str, dict[str, list[Any]]]
    first_topics: dict[str, str]
    on_topic: dict[tuple[str, str], OnTopic]


def scripts(edition: Edition, shared: SharedTerms) -> dict[str, str]:
    """{path below the page's folder: script}"""
    known = Known(
        edition,
        layout.say(edition),
        places_of(edition),
        links_by_source(edition),
        reasons_by_source(edition, shared),
        {entry.section: entry.topics[0][0] for entry in edition.assigned if entry.topics},
        topic_sections(edition),
    )
    files: dict[str, str] = {}
    plans = []
    for plan in edition.plans:
        chapters = {chapter: assign(chapter, data) for chapter, data in chapter_data(plan, known).items()}
        data = assign(plan.card.id, plan_data(plan, known))
        files |= {f"{FOLDER}/{key}.js": script for key, script in [*chapters.items(), (plan.card.id, data)]}
        plans.append(plan_row(plan, known))
    return files | {INDEX: f"var {VARIABLE} = {as_json(index(plans, known))};\n"}


def assign(key: str, value: object) -> str:
    return f"{VARIABLE}.read[{as_json(key)}] = {as_json(value)};\n"


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def index(plans: list[dict[str, Any]], known: Known) -> dict[str, Any]:
    """Plans and topics, the topic to begin with, the page's words; `read` is where the other scripts put theirs."""
    topics = known.edition.topics
    begin = next((topic.id for topic in topics if not topic.frame), "")
    return {
        "plans": plans,
        "topics": [[topic.id, topic.name] for topic in topics],
        "first": begin,
        "words": for_script(known.say),
        "read": {},
    }


def plan_row(plan: Plan, known: Known) -> dict[str, Any]:
    card = plan.card
    return {
        "id": card.id,
        "short": card.short,
        "colour": known.places.colours[card.id],
        "period": layout.period(card, known.say),
        "badge": layout.status_badge(card, known.say),
        "beside": beside(plan, known.links),
    }


def beside(plan: Plan, links: dict[str, list[Any]]) -> list[str]:
    """The plans that this one was compared with section by section, those with the most links first."""
    counted = Counter(Address(link[0]).plan for unit in plan.units for link in links.get(unit.address, []))
    return sorted(counted, key=lambda other: -counted[other])


def chapter_data(plan: Plan, known: Known) -> dict[str, dict[str, Any]]:
    """Chapter → its texts by unit, what a unit is called in a citation, and by section why its links are there."""
    chapters: dict[str, dict[str, Any]] = {
        Address(unit.address).chapter: {"blocks": {}, "called": {}, "reasons": {}} for unit in plan.units
    }
    for address, blocks in blocks_by_unit(plan).items():
        chapters[Address(address).chapter]["blocks"][address] = blocks
        chapters[Address(address).chapter]["called"][address] = called_above(address, known)
    for unit in plan.units:
        if unit.address in known.reasons:
            chapters[Address(unit.address).chapter]["reasons"][unit.address] = known.reasons[unit.address]
    return chapters


def called_above(unit: str, known: Known) -> str:
    """What a citation says before the number of a paragraph: 第三章第一节; 第三章一、, lest 一 runs into 第2段"""
    label = label_of(unit, known.places, known.say)
    return f"{label}、" if has_han(label) and label[-1].isnumeric() else label


def plan_data(plan: Plan, known: Known) -> dict[str, Any]:
    topics = [topic.id for topic in known.edition.topics]
    return {
        "cite": citation.source_of_script(plan, "", plan.card.id, known.edition),
        "units": {unit.address: unit_row(unit, known.places, known.first_topics) for unit in plan.units},
        "topics": {
            topic: known.on_topic[plan.card.id, topic] for topic in topics if (plan.card.id, topic) in known.on_topic
        },
        "links": {unit.address: known.links[unit.address] for unit in plan.units if unit.address in known.links},
        "indicators": indicator_rows(plan, known.edition),
        "targets": targets_by_unit(plan, known.edition, known.places, known.first_topics, known.say),
    }
