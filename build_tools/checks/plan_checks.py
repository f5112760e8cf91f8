"""Every check of a plan against itself, in the order in which a page lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..model.edition import Plan
from ..model.findings import Checked, Finding
from . import (
    doubled,
    growth,
    marks,
    missing,
    names,
    order,
    period,
    repeats,
    residue,
    sums,
    table_text,
    units,
    values_apart,
)
from .passages import Reading

Check = Callable[[Reading], Iterator[Finding]]

CHECKS: tuple[tuple[str, Check], ...] = (
    ("table-text", table_text.find),
    ("values-apart", values_apart.find),
    ("sums", sums.find),
    ("growth", growth.find),
    ("units", units.find),
    ("period", period.find),
    ("missing", missing.find),
    ("residue", residue.find),
    ("names", names.find),
    ("order", order.find),
    ("marks", marks.find),
    ("repeats", repeats.find),
    ("doubled", doubled.find),
)


def find_findings(plan: Plan) -> tuple[tuple[Finding, ...], tuple[Checked, ...]]:
    """All findings of a plan, each once, in the order of the text within a check; and what each check looked at."""
    reading = Reading(plan)
    found: dict[str, Finding] = {}
    for _, check in CHECKS:
        for one in check(reading):
            found.setdefault(one.id, one)
    return tuple(found.values()), tuple(
        Checked(name, reading.looked_at[name], reading.recognised[name]) for name, _ in CHECKS
    )
