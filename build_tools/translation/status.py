"""How far a translation is, chapter by chapter."""

from __future__ import annotations

import polib

from ..model.address import Address
from ..model.translation import STATES
from .po import state


def count_states(po: polib.POFile) -> dict[str, dict[str, int]]:
    """{chapter: {state: entries}} in the order of the PO; a plan's card counts under the plan, templates under
    “interface”."""
    counts: dict[str, dict[str, int]] = {}
    for entry in po:
        if not entry.obsolete:
            part = counts.setdefault(part_of(entry.msgctxt or ""), dict.fromkeys(STATES, 0))
            part[state(entry)] += 1
    return counts


def part_of(context: str) -> str:
    """plan/03/01#2 → plan/03; plan:title → plan; interface → interface"""
    return Address(context).chapter
