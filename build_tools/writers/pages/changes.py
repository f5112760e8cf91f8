"""What changed in this edition, in the editors' words, and which texts it was made from."""

from __future__ import annotations

from typing import Any

from ...model.edition import Edition
from ..words import layout


def write(edition: Edition) -> dict[str, str]:
    sources = [
        (plan.card, layout.status_badge(plan.card, layout.say(edition)), plan.sha256, len(plan.source))
        for plan in edition.plans
    ]
    dates: dict[str, list[Any]] = {}
    for change in edition.changes:
        dates.setdefault(change.date, []).append(change)
    return {
        f"{layout.folder(edition)}/changes.md": layout.page(
            edition,
            "changes.md.j2",
            dates=list(dates.items()),
            sources=sources,
            of=str(edition.site.get("edition") or ""),
        )
    }
