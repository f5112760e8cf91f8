"""The official indicator tables are published cell for cell."""

from __future__ import annotations

import csv
from pathlib import Path

from readable import squeezed

from build_tools.model.edition import Plan

GOLDEN = Path(__file__).parents[1] / "golden"


def test_indicator_table(plan: Plan) -> None:
    """Every row and cell is the printed one, white space aside; nothing is filled in and no row is added."""
    with (GOLDEN / f"indicators_{plan.card.id}.csv").open(encoding="utf-8", newline="") as file:
        want = list(csv.DictReader(file))
    got = [{column: plain(getattr(indicator, column)) for column in want[0]} for indicator in plan.indicators]
    assert got == [{column: squeezed(value) for column, value in row.items()} for row in want]


def plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else squeezed(str(value))
