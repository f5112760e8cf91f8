"""The index of places of each plan: every passage that names one, and the published table of them."""

from __future__ import annotations

from ..chinese.words import bare
from ..model.curated import Place
from ..model.edition import Edition, Plan
from ..model.facts import Mention
from ..model.translation import _, without_signs
from . import layout
from .glossary_page import in_reading_order, label_of
from .layout import Say
from .published import Table
from .references import Places, places_of, way_to

PLACES = Table(
    "places",
    _("规划提到的地名，一行一处（名单由编者整理，程序查找）"),
    (
        ("plan", "string", "规划"),
        ("place", "string", "地名"),
        ("kind", "string", "种类：乡镇街道、河流、道路等"),
        ("address", "string", "段落地址"),
        ("line", "integer", "原文本行号"),
        ("quote", "string", "前后文"),
    ),
)


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
    kinds: dict[str, list[tuple[str, list[str], list]]] = {}
    for place in edition.places:
        own = without_signs(place.original) or bare(place.name)
        if place.plan == plan.card.id and own in passages:
            kinds.setdefault(place.kind, []).append(
                (bare(place.name), names_beside(place), list(passages[own].values()))
            )
    return layout.page(
        edition,
        "places.md.j2",
        **layout.of_plan(edition, plan),
        count=sum(map(len, passages.values())),
        place_count=len(passages),
        kinds=list(kinds.items()),
    )


def names_beside(place: Place) -> list[str]:
    """Other names of the place; in a translation the one that the plan writes."""
    return [place.original] if place.original else other_names(place)


def other_names(place: Place) -> list[str]:
    """G203 with 绥沈公路, 绥沈 → [绥沈公路]: what is part of another name, or a name only in its context, need not be said."""
    plain = [alias for alias in place.aliases if bare(alias) == alias]
    return [
        alias for alias in plain if not any(alias != other and alias in other for other in (bare(place.name), *plain))
    ]


def passage(mention: Mention, addresses: Places, say: Say) -> tuple[str, str, str]:
    """(第三章第一节, way there, the words around)"""
    return label_of(mention.address, addresses, say), way_to(mention.address, "../", addresses), mention.quote


def place_table(edition: Edition) -> tuple[Table, list[tuple]]:
    return PLACES, [
        (m.plan, m.name, m.kind, m.address, m.line, m.quote)
        for plan in edition.plans
        for m in in_reading_order(plan, plan.places)
    ]
