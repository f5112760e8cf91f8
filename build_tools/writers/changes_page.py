"""What changed in this edition, in the editors' words, and which texts it was made from."""

from __future__ import annotations

from ..model.edition import Edition
from . import layout


def write(edition: Edition) -> dict[str, str]:
    sources = [(plan.card, layout.status_badge(plan.card), plan.sha256, len(plan.source)) for plan in edition.plans]
    dates: dict[str, list] = {}
    for change in edition.changes:
        dates.setdefault(change.date, []).append(change)
    return {"pages/zh/changes.md": layout.page("changes.md.j2", dates=list(dates.items()), sources=sources, edition=str(edition.site.get("edition") or ""))}
