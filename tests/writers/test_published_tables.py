"""A column of a published table is declared once: the rows follow it by name."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from build_tools.writers.data.published import Table


@dataclass(frozen=True)
class Fact:
    plan: str
    line: int


TABLE = Table("facts", "", (("plan", "string", ""), ("kind", "string", ""), ("line", "integer", "")))


def test_rows_follow_the_columns() -> None:
    """A column is made, or the fact's own field; where it stands is said in one place only."""
    rows = TABLE.rows([Fact("some", 7), Fact("other", 9)], {"kind": lambda fact: fact.plan.upper()})
    assert rows == [("some", "SOME", 7), ("other", "OTHER", 9)]
    turned = Table("facts", "", TABLE.columns[::-1])
    assert turned.rows([Fact("some", 7)], {"kind": lambda fact: "k"}) == [(7, "k", "some")]


def test_a_column_that_nobody_fills_is_an_error() -> None:
    """No column is published empty because its name was misspelt, and nothing is made for a column that is not
    there."""
    with pytest.raises(AttributeError):
        TABLE.rows([Fact("some", 7)])
    with pytest.raises(KeyError, match="no column sort"):
        TABLE.rows([], {"sort": lambda fact: ""})
