"""Where plans use the terms of the glossary."""

from __future__ import annotations

from ...model.address import Address
from ...model.curated import Term
from ...model.edition import Plan
from ...model.facts import Occurrence
from ...model.walks import in_reading_order


def own_name(term: Term) -> str:
    """The term as plans write it, by which its uses are known in every language."""
    return term.original or term.name


def first_uses(plan: Plan) -> dict[str, list[Occurrence]]:
    """Term → its first use in every chapter that uses it."""
    found: dict[str, dict[str, Occurrence]] = {}
    for mention in in_reading_order(plan, plan.terms):
        found.setdefault(mention.name, {}).setdefault(Address(mention.address).chapter, mention)
    return {name: list(chapters.values()) for name, chapters in found.items()}
