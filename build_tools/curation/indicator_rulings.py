"""Loads content/curated/indicators.yml: which official indicators people hold to be the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..model.edition import BadInput
from ..model.facts import RELATIONS, IndicatorRuling
from .keys import Once, check_keys, check_one_of, load_entries

KEYS = ("relation", "indicators", "reason")


def load_indicator_rulings(path: Path) -> tuple[IndicatorRuling, ...]:
    """A missing file means no decisions."""
    seen = Once(path)
    return tuple(load_ruling(path, entry, line, seen) for line, entry in load_entries(path))


def load_ruling(path: Path, entry: Any, line: int, seen: Once) -> IndicatorRuling:
    check_keys(path, entry, KEYS, KEYS, line, others=("indicators",))
    check_one_of(path, entry, "relation", RELATIONS)
    said, wanted = entry["indicators"], 1 if entry["relation"] == "none" else 2
    if not isinstance(said, dict) or len(said) != wanted or any(isinstance(n, (list, dict)) for n in said.values()):
        raise BadInput("ruling-indicators", place=f"{path}:{entry.lines['indicators']}")
    pairs = tuple((str(plan), str(number)) for plan, number in said.items())
    seen.see(frozenset(pairs), line, ", ".join(" ".join(pair) for pair in pairs))
    return IndicatorRuling(entry["relation"], pairs, str(entry["reason"]), f"{path}:{line}")
