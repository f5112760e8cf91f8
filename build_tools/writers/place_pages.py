"""The index of places of each plan: every passage that names one, and the published table of them."""

from __future__ import annotations

from ..model.edition import Edition, Plan
from ..model.facts import Mention
from . import layout
from .glossary_page import in_reading_order, label_of
from .published import Table
from .references import Places, places_of, way_to

PLACES = Table(
    "places",
    "规划提到的地名，一行一处（名单由编者整理，程序查找）",
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
    places = places_of(edition)
    return {f"pages/zh/{plan.card.id}/places.md": page(plan, number, places) for number, plan in enumerate(edition.plans) if plan.places}


def page(plan: Plan, number: int, places: Places) -> str:
    kinds: dict[str, dict[str, dict[str, tuple[str, str, str]]]] = {}
    for mention in in_reading_order(plan, plan.places):
        kinds.setdefault(mention.kind, {}).setdefault(mention.name, {}).setdefault(mention.address, passage(mention, places))
    return layout.page(
        "places.md.j2",
        card=plan.card,
        colour=layout.colour(plan.card, number),
        period=layout.period(plan.card),
        badge=layout.status_badge(plan.card),
        count=len(plan.places),
        place_count=len({mention.name for mention in plan.places}),
        kinds=[(kind, most_named_first(found)) for kind, found in sorted(kinds.items(), key=lambda entry: -len(entry[1]))],
    )


def most_named_first(found: dict[str, dict]) -> list[tuple[str, list]]:
    """[(place, its passages)]; a paragraph that names a place twice is one passage."""
    return [(name, list(passages.values())) for name, passages in sorted(found.items(), key=lambda entry: -len(entry[1]))]


def passage(mention: Mention, places: Places) -> tuple[str, str, str]:
    """(第三章第一节, way there, the words around)"""
    return label_of(mention.address, places), way_to(mention.address, "../", places), mention.quote


def place_table(edition: Edition) -> tuple[Table, list[tuple]]:
    return PLACES, [(m.plan, m.name, m.kind, m.address, m.line, m.quote) for plan in edition.plans for m in in_reading_order(plan, plan.places)]
