"""Which colour each plan has: its own where it asks for one that is free, else the next that nobody has."""

from __future__ import annotations

from ...model.edition import Plan

PALETTE = (  # as styles and print know them; a card may ask for one of the first six
    "brick", "teal", "plum", "moss", "ochre", "slate",
    "rose", "pine", "indigo", "rust", "lagoon", "orchid",
)  # fmt: skip


def colours(plans: tuple[Plan, ...]) -> dict[str, str]:
    """Plan → colour. What cards ask for comes first, in the order of the plans; no colour twice as long as there are
    enough.

    teal, teal, nothing → teal, brick, plum
    """
    found: dict[str, str] = {}
    for plan in plans:
        if plan.card.colour and plan.card.colour not in found.values():
            found[plan.card.id] = plan.card.colour
    free = [colour for colour in PALETTE if colour not in found.values()]
    for place, plan in enumerate(plan for plan in plans if plan.card.id not in found):
        found[plan.card.id] = free[place] if place < len(free) else PALETTE[place % len(PALETTE)]
    return found


def colour(plans: tuple[Plan, ...], plan: Plan) -> str:
    """The colour of one of the plans."""
    return colours(plans)[plan.card.id]
