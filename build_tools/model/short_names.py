"""Plans that share a short name are told apart wherever they stand beside each other: by their years, else by their
ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from .edition import Plan, PlanCard


def told_apart(plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """青岚 of 2021—2025 and 青岚 of 2026—2030 → 青岚 2021–2025, 青岚 2026–2030; both of one period → 青岚 (qinglan), 青岚
    (qinglan-2)"""
    shorts = Counter(plan.card.short for plan in plans)
    of_years = Counter((plan.card.short, plan.card.period) for plan in plans)
    return tuple(
        replace(plan, card=replace(plan.card, short=apart(plan.card, of_years[plan.card.short, plan.card.period] > 1)))
        if shorts[plan.card.short] > 1
        else plan
        for plan in plans
    )


def apart(card: PlanCard, same_years: bool) -> str:
    if same_years:
        return f"{card.short} ({card.id})"
    first, last = card.period
    return f"{card.short} {first}" if first == last else f"{card.short} {first}–{last}"
