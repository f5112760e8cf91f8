"""One scanner for figures, numerals in characters and words that stand for a figure."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.chinese.amounts import find_quantities
from build_tools.chinese.measures import in_common_unit, unit_in_words
from build_tools.chinese.numerals import to_number, to_numeral

READ = [
    ("新建十二座泵站", [("十二", "座")]),
    ("建成两所学校", [("两", "所")]),
    ("各建一个驿站", [("一", "个")]),
    ("培育一百二十个牧场", [("一百二十", "个")]),
    ("缩短四成以上", [("四成", "")]),
    ("超过三分之一", [("三分之一", "")]),
    ("比2025年翻一番", [("翻一番", "")]),
    ("利用系数提高到0.57", [("0.57", "")]),
    ("缩小到1.88∶1以内", [("1.88∶1", "比例")]),
    ("实现嘎查全覆盖", [("全覆盖", "")]),
    ("实现15分钟救援圈全覆盖", [("15", "分钟")]),  # one promise, not two
    ("达到（  ）%", [("（  ）", "%")]),
    ("达到____%", [("____", "%")]),
    ("年均增长12%—15%", [("12", "%")]),
    ("十余家", [("十", "余家")]),
    ("“十四五”以来的十年", []),
    ("数十家、百家争鸣、一批项目、三产融合、第十条", []),
    ("附件2名录、专栏3个别项目", []),
]


@pytest.mark.parametrize(("text", "expected"), READ, ids=[row[0][:12] for row in READ])
def test_every_notation_is_read_and_kept_as_printed(text, expected):
    assert [(a.low, a.unit) for a in find_quantities(text)] == expected


VALUES = [
    ("十二", "座", "12", ""), ("四成", "", "40", "%"), ("三分之一", "", "33.33", "%"), ("翻一番", "", "2", "倍"),
    ("翻两番", "", "4", "倍"), ("全覆盖", "", "100", "%"), ("动态清零", "", "0", ""), ("1.88∶1", "比例", "1.88", ""),
    ("3:3:4", "比例", "", ""), ("四千", "万元", "40000000", ""),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "unit", "value", "in_words"), VALUES, ids=[row[0] for row in VALUES])
def test_the_value_in_figures_stands_beside_what_is_printed(printed, unit, value, in_words):
    assert (in_common_unit(printed, unit), unit_in_words(printed)) == (value, in_words)


@pytest.mark.parametrize("row", ["二十三四", "三三十", "三四十五", "十百"])
def test_a_row_of_numerals_is_no_number(row):
    """二十三四 is twenty-three or -four: no value is made of it."""
    with pytest.raises(ValueError, match="numeral"):
        to_number(row)


@given(st.integers(1, 9999))
def test_every_numeral_reads_back(number):
    assert to_number(to_numeral(number)) == number


@given(st.text(alphabet="十百千两三四成半数翻番全覆盖建座所个户分之0123.%达到，。各一", max_size=40))
def test_quantities_never_overlap(text):
    amounts = find_quantities(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(amounts))
