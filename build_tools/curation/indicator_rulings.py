"""Loads content/curated/indicators.yml: which official indicators people hold to be the same."""

from __future__ import annotations

from pathlib import Path

from ..model.edition import BadInput
from ..model.facts import RELATIONS, IndicatorRuling
from .keys import check_keys
from .yaml_files import load_yaml

KEYS = ("relation", "indicators", "reason")


def load_indicator_rulings(path: Path) -> tuple[IndicatorRuling, ...]:
    """A missing file means no decisions."""
    if not path.is_file():
        return ()
    return tuple(load_ruling(path, entry) for entry in load_yaml(path) or [])


def load_ruling(path: Path, entry: object) -> IndicatorRuling:
    check_keys(path, entry, KEYS, KEYS)
    place = f"{path}:{entry.line}"
    if entry["relation"] not in RELATIONS:
        raise BadInput(f"{place}: the relation “{entry['relation']}” is not known. Use one of: {', '.join(RELATIONS)}.")
    if not isinstance(entry["indicators"], dict) or len(entry["indicators"]) != (
        1 if entry["relation"] == "none" else 2
    ):
        raise BadInput(
            f"{place}: “indicators” must name two plans with an indicator each, or one for the relation none. Write it as {{plan: 1, other: 2}}."
        )
    return IndicatorRuling(
        entry["relation"],
        tuple((str(plan), str(number)) for plan, number in entry["indicators"].items()),
        entry["reason"],
        place,
    )
