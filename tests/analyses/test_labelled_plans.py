"""Invented plans of other kinds, read by a person before the program read them: a banner's, a special plan, a report on
a year's work.

The bounds leave room for what nobody has mended yet; test_other_counties.py holds the single constructions.
"""

from __future__ import annotations

from functools import cache

import pytest
from labelled_plans import PLANS, Score, score

FILES = sorted(PLANS.glob("*.yml"))


@cache
def read(name: str) -> Score:
    return score(PLANS / name)


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


@pytest.mark.parametrize("name", [file.name for file in FILES])
def test_targets_are_found_and_nothing_else_is_taken_for_one(name):
    """97 of 100 figures that are promised have a row, and 97 of 100 rows are a promise; what is past has none."""
    told = read(name)
    assert share(told.found, told.labels) >= 0.97, told.told
    assert share(told.found, told.rows) >= 0.97, told.told


@pytest.mark.parametrize("name", [file.name for file in FILES])
def test_a_target_can_be_understood_alone(name):
    """Subject with context, for each of what, by when, and how the figure binds."""
    told = read(name)
    assert share(told.whole, told.found) >= 0.95, told.told
    assert share(told.per, told.per_labels) >= 0.95, told.told
    assert share(told.year, told.found) >= 0.97, told.told
    assert share(told.sign, told.found) >= 0.97, told.told


@pytest.mark.parametrize("name", [file.name for file in FILES])
def test_projects_are_found_by_their_own_names(name):
    told = read(name)
    assert share(told.names_found, told.names) >= 0.85, told.told
    assert share(told.names_found, told.name_rows) >= 0.88, told.told
    assert told.sums_right == told.sums, told.told
