"""Which sections of a plan speak of a topic: those that do so first of all, and those that mention it. Pages, print and
data ask here."""

from __future__ import annotations

from collections import defaultdict

from ...model.address import Address
from ...model.edition import Edition
from ...model.subjects import Assigned

OnTopic = tuple[
    list[str], list[str]
]  # sections of which it is the first topic, most on it first; the others, in document order
NONE: OnTopic = ([], [])


def topic_sections(edition: Edition) -> dict[tuple[str, str], OnTopic]:
    """(plan, topic) → its sections. A section stands for its subsections."""
    found: dict[tuple[str, str], list[Assigned]] = defaultdict(list)
    for entry in edition.assigned:
        for topic in dict(entry.topics):
            found[Address(entry.section).plan, topic].append(entry)
    return {key: in_order(entries, key[1]) for key, entries in found.items()}


def all_on_topic(found: dict[tuple[str, str], OnTopic], plan: str, topic: str) -> list[str]:
    """All sections of a plan that speak of a topic, in the order in which pages, print and data list them."""
    first, others = found.get((plan, topic), NONE)
    return first + others


def in_order(entries: list[Assigned], topic: str) -> OnTopic:
    there = {entry.section for entry in entries}
    entries = [entry for entry in entries if Address(entry.section).parent not in there]
    first = sorted((entry for entry in entries if entry.topics[0][0] == topic), key=lambda entry: -entry.topics[0][1])
    return [entry.section for entry in first], [entry.section for entry in entries if entry.topics[0][0] != topic]
