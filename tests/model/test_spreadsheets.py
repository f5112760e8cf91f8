"""Cells of a published CSV: nothing that a spreadsheet would run, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.spreadsheets import NUMBER, guarded, unguarded

SIGNS = st.text(st.sampled_from("'=+-@＝ \t\r\n1.5%年a\""), max_size=8)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ('=HYPERLINK("http://example.invalid","粮食")', '\'=HYPERLINK("http://example.invalid","粮食")'),
        ("+城镇化率", "'+城镇化率"),
        ("@单位能耗", "'@单位能耗"),
        ("-2+3", "'-2+3"),
        ("＝1+1", "'＝1+1"),
        (" =1+1", "' =1+1"),
        ("'=1", "''=1"),
        ("-1.5", "-1.5"),
        ("-40.3%", "-40.3%"),
        ("=", "="),
        ("3-5", "3-5"),
        ("'十四五'", "'十四五'"),
        ("", ""),
    ],
)
def test_a_cell_that_would_run_is_marked(value: str, cell: str) -> None:
    """What begins a formula gets an apostrophe; a number, a sign alone and any other text stay as printed."""
    assert guarded(value) == cell
    assert unguarded(cell) == value


@given(SIGNS)
def test_the_mark_can_be_taken_off(value: str) -> None:
    """Whatever the text, reading a cell back gives the text; and a cell that begins like a formula is a number or a
    sign alone."""
    cell = guarded(value)
    assert unguarded(cell) == value
    assert not cell.strip().startswith(("=", "+", "-", "@", "＝")) or NUMBER.fullmatch(cell) or len(cell.strip()) == 1
