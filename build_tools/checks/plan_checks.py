"""Every check of a plan against itself, in the order in which a page lists them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from ..model.curated import ChangedName
from ..model.edition import Plan
from ..model.findings import Checked, Finding
from . import (
    alike,
    contents,
    doubled,
    growth,
    levels,
    listed,
    marks,
    missing,
    names,
    near_words,
    open_beside,
    order,
    outdated,
    parts,
    period,
    powers,
    repeats,
    residue,
    structures,
    sums,
    table_text,
    unit_prices,
    units,
    units_apart,
    values_apart,
    wording,
)
from .passages import Reading

Check = Callable[[Reading], Iterator[Finding]]

CHECKS: tuple[tuple[str, Check], ...] = (
    ("table-text", table_text.find),
    ("values-apart", values_apart.find),
    ("parts", parts.find),
    ("sums", sums.find),
    ("listed", listed.find),
    ("growth", growth.find),
    ("units", units.find),
    ("units-apart", units_apart.find),
    ("unit-prices", unit_prices.find),
    ("period", period.find),
    ("levels", levels.find),
    ("missing", missing.find),
    ("open-beside", open_beside.find),
    ("residue", residue.find),
    ("names", names.find),
    ("near-words", near_words.find),
    ("outdated", outdated.find),
    ("structures", structures.find),
    ("alike", alike.find),
    ("order", order.find),
    ("contents", contents.find),
    ("marks", marks.find),
    ("wording", wording.find),
    ("doubled", doubled.find),
    ("powers", powers.find),
    ("repeats", repeats.find),
)


MOST = 60


def find_findings(plan: Plan, names: tuple[ChangedName, ...] = ()) -> tuple[tuple[Finding, ...], tuple[Checked, ...]]:
    """All findings of a plan, each once, in the order of the text within a check; and what each check looked at.
    `names` that were changed."""
    reading = Reading(plan, names)
    found: dict[str, Finding] = {}
    for _, check in CHECKS:
        for one in check(reading):
            found.setdefault(one.id, one)
    checked = tuple(Checked(name, reading.looked_at[name], reading.recognised[name]) for name, _ in CHECKS)
    return few(list(found.values())), checked


def few(found: list[Finding]) -> tuple[Finding, ...]:
    """No more than an editor reads: of the kind with most questions, what its check told last is left out first; sure
    ones stay."""
    asked = Counter(one.check for one in found if one.tier == "ask")
    while len(found) > MOST and asked:
        check = max(asked, key=lambda name: asked[name])
        found.remove(next(one for one in reversed(found) if one.check == check and one.tier == "ask"))
        asked -= Counter([check])
    return tuple(found)
