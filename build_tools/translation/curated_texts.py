"""What people wrote about the plans, as messages: the site's own words, topics, terms, places, remarks; and the units
and projects of the facts."""

from __future__ import annotations

from collections.abc import Iterator

from ..chinese.words import bare
from ..model.edition import Edition, Plan
from ..model.facts import Placeholder, Target
from ..model.translation import Message

SITE_WORDS = ("title", "motto", "intro", "operator", "contact")
FOLDER = "../curated"  # from the folder of sources, which is the base path of a PO


def curated_messages(edition: Edition) -> Iterator[Message]:
    """Each text once in each context."""
    seen = set()
    for message in all_messages(edition):
        if (message.context, message.text) not in seen:
            seen.add((message.context, message.text))
            yield message


def all_messages(edition: Edition) -> Iterator[Message]:
    yield from of_decisions(edition)
    for plan in edition.plans:
        yield from of_facts(plan)


def of_decisions(edition: Edition) -> Iterator[Message]:
    """What people wrote about the site and about plans in general."""
    for word in SITE_WORDS:
        yield said(f"site:{word}", str(edition.site.get(word) or ""), "site.yml")
    for topic in edition.topics:
        yield said(f"topic:{topic.id}", topic.name, "topics.yml")
        yield said(f"topic:{topic.id}", topic.definition, "topics.yml")
        for aspect in () if topic.frame else topic.aspects:
            yield said("aspect", aspect[0], "topics.yml")
    for term in edition.glossary:
        yield said(f"term:{term.name}", term.name, "glossary.yml")
        yield said(f"term:{term.name}", term.explanation, "glossary.yml")
    for place in edition.places:
        yield said("place", place.kind, "places.yml")
        yield said("place", bare(place.name), "places.yml")
    for news in edition.changes:
        yield said("changes", news.what, "changes.yml")
        yield said("changes", news.reason, "changes.yml")
    for match in edition.indicator_matches:
        yield said("remark", match.remark, "indicators.yml")


def of_facts(plan: Plan) -> Iterator[Message]:
    """What the program says of one plan: reasons of corrections, subjects, units, names of projects."""
    for change in plan.changes:
        yield said(f"correction:{change.id}", change.reason, "corrections.yml")
    facts: list[Target | Placeholder] = [*plan.targets, *plan.placeholders]
    for fact in facts:
        yield said("unit", fact.unit, f"../data/{type(fact).__name__.lower()}s.csv")
        yield said("unit", getattr(fact, "normalized_unit", ""), "../data/targets.csv")
        yield said("per", getattr(fact, "per", ""), "../data/targets.csv")
        yield said(
            "subject",
            getattr(fact, "subject", "") or getattr(fact, "stands_for", ""),
            f"../data/{type(fact).__name__.lower()}s.csv",
        )
    for project in plan.projects:
        for words in (project.name, project.scale, project.place, project.proponent):
            yield said("project", words, "../data/projects.csv")


def said(context: str, text: str, file: str) -> Message:
    return Message(context, text, ((f"{FOLDER}/{file}", 1),))
