"""The index of places of each plan: every passage that names one, and the published table of them."""

from __future__ import annotations

from typing import Any

from ...chinese.words import bare
from ...model.curated import Toponym
from ...model.edition import Edition, Plan
from ...model.facts import Occurrence
from ...model.walks import in_reading_order
from ..words import layout
from ..words.layout import Say
from ..words.references import Places, label_of, places_of, way_to
from ..words.row_places import place_name


def write(edition: Edition) -> dict[str, str]:
    addresses = places_of(edition)
    return {
        f"{layout.folder(edition)}/{plan.card.id}/places.md": page(edition, plan, addresses)
        for plan in edition.plans
        if plan.places
    }


def page(edition: Edition, plan: Plan, addresses: Places) -> str:
    passages: dict[str, dict[str, tuple[str, str, str]]] = {}
    for mention in in_reading_order(plan, plan.places):
        passages.setdefault(mention.name, {}).setdefault(
            mention.address, passage(mention, addresses, layout.say(edition))
        )
    kinds: dict[str, list[tuple[str, str, list[str], list[Any]]]] = {}
    for place in edition.places:
        own = place.original or bare(place.name)
        if place.plan == plan.card.id and own in passages:
            kinds.setdefault(place.kind, []).append(
                (bare(place.name), place_name(place), names_beside(place), list(passages[own].values()))
            )
    return layout.page(
        edition,
        "places.md.j2",
        **layout.of_plan(edition, plan),
        count=sum(map(len, passages.values())),
        place_count=len(passages),
        kinds=list(kinds.items()),
    )


def names_beside(place: Toponym) -> list[str]:
    """Other names of the place; in a translation the one that the plan writes."""
    return [place.original] if place.original else other_names(place)


def other_names(place: Toponym) -> list[str]:
    """G203 with 绥沈公路, 绥沈 → [绥沈公路]: what is part of another name, or a name only in its context, need not be said."""
    plain = [alias for alias in place.aliases if bare(alias) == alias]
    return [
        alias for alias in plain if not any(alias != other and alias in other for other in (bare(place.name), *plain))
    ]


def passage(mention: Occurrence, addresses: Places, say: Say) -> tuple[str, str, str]:
    """(第三章第一节, way there, the words around)"""
    return label_of(mention.address, addresses, say), way_to(mention.address, "../", addresses), mention.quote
