"""The glossary: every term with its English wording, what it means, who says so, and where each chapter first uses
it."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.edition import Edition
from ...model.facts import Occurrence
from ..words import layout
from ..words.layout import Say
from ..words.references import Places, label_of, places_of, way_to
from ..words.term_uses import first_uses, own_name
from .term_marks import SOURCES, anchors


def write(edition: Edition) -> dict[str, str]:
    if not edition.glossary:
        return {}
    places, names = places_of(edition), anchors(edition.glossary)
    uses = {plan.card.id: first_uses(plan) for plan in edition.plans}
    say = layout.say(edition)
    entries = [
        (
            term,
            names[own_name(term)],
            say(SOURCES[term.source]),
            list(uses_of(own_name(term), uses, edition, places, say)),
        )
        for term in edition.glossary
    ]
    if edition.original:
        entries.sort(key=lambda entry: by_letter(entry[0].name))
    return {
        f"{layout.folder(edition)}/glossary.md": layout.page(
            edition,
            "glossary.md.j2",
            entries=entries,
            explained=sum(term.source == "text" for term in edition.glossary),
        )
    }


def by_letter(name: str) -> str:
    """“Three rurals” stands under t, not before a: a translated list has an order that its readers know, not that of
    the Chinese list."""
    return name.casefold().lstrip("“‘\"'(")


def uses_of(
    term: str, uses: dict[str, dict[str, list[Occurrence]]], edition: Edition, places: Places, say: Say
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """(short name of the plan, [(第三章第一节, way there)]) for every plan that uses the term."""
    for plan in edition.plans:
        mentions = uses[plan.card.id].get(term, [])
        if mentions:
            yield (
                plan.card.short,
                [(label_of(mention.address, places, say), way_to(mention.address, "", places)) for mention in mentions],
            )
