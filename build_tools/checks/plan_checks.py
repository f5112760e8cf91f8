"""Every check of a plan against itself, in the order in which a page lists them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator

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
    misplaced,
    missing,
    misspelt,
    names,
    near_words,
    open_beside,
    order,
    outdated,
    parts,
    period,
    powers,
    reached,
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
    ("reached", reached.find),
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
    ("misspelt", misspelt.find),
    ("order", order.find),
    ("contents", contents.find),
    ("marks", marks.find),
    ("wording", wording.find),
    ("doubled", doubled.find),
    ("powers", powers.find),
    ("repeats", repeats.find),
    ("misplaced", misplaced.find),
)


MOST = 60
ALIKE = {"arithmetic": "contradiction", "unit_error": "contradiction", "implausible": "contradiction"}  # all of figures


def find_findings(
    plan: Plan, names: tuple[ChangedName, ...] = (), kept: Collection[str] = ()
) -> tuple[tuple[Finding, ...], tuple[Checked, ...]]:
    """All findings of a plan, each once, in the order of the text within a check; and what each check looked at.

    `names` that were changed; `kept`: ids that people decided, which are never left out.
    """
    reading = Reading(plan, names)
    found: dict[str, Finding] = {}
    for _, check in CHECKS:
        for one in check(reading):
            found.setdefault(one.id, one)
    checked = tuple(Checked(name, reading.looked_at[name], reading.recognised[name]) for name, _ in CHECKS)
    return few(list(found.values()), kept), checked


def few(found: list[Finding], kept: Collection[str] = ()) -> tuple[Finding, ...]:
    """No more than an editor reads; what is sure stays. Of the questions those go first that are about a sentence of
    which something like it is asked already, then of the check that asks most what it told last.
    """
    told = Counter(place for one in found for place in places_of(one))
    asked = [one for one in found if one.tier == "ask" and one.id not in kept]
    dropped: set[str] = set()
    while len(found) - len(dropped) > MOST and asked:
        again = [one for one in asked if all(told[place] > 1 for place in places_of(one))]
        most = Counter(one.check for one in asked)
        last = again[-1] if again else max(reversed(asked), key=lambda one: most[one.check])
        asked.remove(last)
        dropped.add(last.id)
        told.subtract(places_of(last))
    return tuple(one for one in found if one.id not in dropped)


def places_of(one: Finding) -> set[tuple[str, int]]:
    """The lines it is about, each with its class: another finding of this class about the same line says the like."""
    return {(ALIKE.get(one.kind, one.kind), line) for line in (one.line, one.other_line) if line}
