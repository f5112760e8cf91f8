"""Small plans with other ladders and other damage (cases/): each folder holds a text, its plan.yml and what a person
expects of it.

expected.txt is written by hand in the form that readable.py explains. No command rewrites it: a test that fails prints
both.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger import characters_not_kept_once
from readable import show_plan
from small_plan import read_folder

from build_tools.writers.pages.record import FOLDED, REASONS

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/plan.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    """The plan comes out as expected: headings, paragraphs, boxes, tables in full, and what a person has to look at."""
    plan = read_folder(case)
    expected = (case / "expected.txt").read_text(encoding="utf-8")
    assert show_plan(plan.units, plan.blocks, plan.problems) == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_is_lost(case: Path) -> None:
    """And no character of it is lost, or removed without a reason that has a Chinese name."""
    plan = read_folder(case)
    assert characters_not_kept_once(plan) == {}
    assert {entry.reason for entry in plan.removed} <= set(REASONS)


def test_every_reason_is_shown_by_a_case() -> None:
    """Every reason for which a character may go is met in some case: none is a dead word."""
    given = {entry.reason for case in CASES for entry in read_folder(case).removed}
    assert set(REASONS) - given == set()


def test_every_kind_of_folding_is_shown_by_a_case() -> None:
    """Every reason for which a sign is read as another one has a Chinese name and is met in some case."""
    assert {change.reason for case in CASES for change in read_folder(case).folded} == set(FOLDED)
