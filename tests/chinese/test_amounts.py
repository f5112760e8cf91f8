"""Quantities and their units: what counts as one, and what it is in common units."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.chinese.amounts import find_amounts
from build_tools.chinese.measures import common_unit, in_common_unit

READ = [
    ("280万亩", [("280", "", "万亩")]),
    ("3-5个", [("3", "5", "个")]),
    ("10万—20万人", [("10", "20", "万人")]),
    ("9000万元—3亿元", [("9000", "", "万元"), ("3", "", "亿元")]),
    ("8.3公里/平方公里", [("8.3", "", "公里/平方公里")]),
    ("3.8万台（套）", [("3.8", "", "万台（套）")]),
    ("20/10万", [("20", "", "/10万")]),
    ("[X]%", [("[X]", "", "%")]),
    ("XX户", [("XX", "", "户")]),
    ("2025年第3章G303、X602、4A级、K349+720", []),
]


@pytest.mark.parametrize(("text", "expected"), READ, ids=[row[0] for row in READ])
def test_a_number_is_a_quantity_only_where_a_unit_follows(text, expected):
    assert [(a.low, a.high, a.unit) for a in find_amounts(text)] == expected


NORMAL = [
    ("0.65", "万吨", "6500", "吨"),
    ("3569.18", "公顷", "53537.7", "亩"),
    ("153.04", "km", "153.04", "公里"),
    ("1100", "m", "1.1", "公里"),
    ("170.5", "万kW", "1705000", "千瓦"),
    ("5", "万m³/日", "50000", "立方米/日"),
    ("6.0", "％", "6", "%"),
    ("8", "千万元", "80000000", "元"),
    ("X", "亿元", "", "元"),
]


@pytest.mark.parametrize(("value", "unit", "number", "common"), NORMAL, ids=[row[0] + row[1] for row in NORMAL])
def test_common_units_expand_scales_and_keep_percent(value, unit, number, common):
    assert (in_common_unit(value, unit), common_unit(unit)) == (number, common)


@given(st.text(alphabet="0123456789.万亿亩元%个X—-，。达到（）年公里", max_size=40))
def test_amounts_never_overlap_and_stand_in_the_text(text):
    """Whatever the text: in order, apart from each other, and each number stands where it is said to."""
    amounts = find_amounts(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(amounts))
    assert all(text[a.start : a.end].startswith(a.low) or a.low == "1" for a in amounts)
