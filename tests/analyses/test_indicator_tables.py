"""Indicator tables of other shapes than those of the two plans: two heads, areas, several years, numbering anew, no
numbers."""

from __future__ import annotations

import pytest
from small_plan import read

from build_tools.analyses import find_indicators
from build_tools.chinese.printed_values import printed_value

PERIOD = (2026, 2030)


def indicators(table: str):
    source, _, outline, _ = read(
        "第一章 目标\n\n主要指标如下表所示，请抓好落实。\n\n" + table + "\n\n第二章 保障\n\n加强领导，落实责任。\n"
    )
    return find_indicators("some", outline.blocks, source.line_starts(), PERIOD)


def bars(*rows: str) -> str:
    head, *others = ["| " + " | ".join(row.split(",")) + " |" for row in rows]
    return "\n".join([head, "|" + "---|" * head.count(" | ") + "---|", *others])


def test_values_of_a_part_are_not_those_of_the_whole():
    """全市 and 城区 side by side: each has records of its own, with the area named."""
    found, problems = indicators(
        bars("指标,单位,全市,全市,城区,城区,属性", "指标,单位,2025年,2030年,2025年,2030年,属性", "就业,万人,1.9,2,1.1,1.2,预期性", "能耗,%,3,4,—,—,约束性")
    )  # fmt: skip
    assert [(i.name, i.area, i.baseline, i.target) for i in found] == [
        ("就业", "全市", "1.9", "2"),
        ("就业", "城区", "1.1", "1.2"),
        ("能耗", "全市", "3", "4"),
    ]
    assert len({i.id for i in found}) == 3
    assert problems == []


def test_the_period_says_which_years_are_meant():
    """2020, 2025, 2030: the plan begins in 2026, so 2025 is the base; 2020 is kept beside."""
    (found,), _ = indicators(bars("指标,2020年,2025年,2030年,属性", "产量（万吨）,1,2,3以上,约束性"))
    assert (found.baseline_year, found.baseline, found.target_year, found.target) == ("2025", "2", "2030", "3以上")
    assert (found.baseline_value, found.target_value, found.comparator, found.interim) == ("2", "3", ">=", "2020：1")


def test_growth_of_the_targets_period_is_taken():
    """年均增长 below 完成情况 and below 目标: that of the target."""
    (found,), _ = indicators(
        bars(
            "指标,单位,“十四五”完成情况,,“十五五”目标,,属性",
            ",,2025年,年均增长（%）,2030年,年均增长（%）,",
            "产值,亿元,120,5.1,165,6.5,预期性",
        )
    )
    assert (found.baseline, found.target, found.annual_growth) == ("120", "165", "6.5")


def test_tables_without_numbers_give_different_ids():
    """No 序号 and two tables: every row is an indicator of its own, and no record is called 指标名称."""
    table = bars("指标名称,单位,2025年,2030年", "产量,吨,1,2", "产值,元,3,4")
    found, problems = indicators(
        table + "\n\n表2 分项指标\n\n" + bars("指标名称,单位,2025年,2030年", "产量,吨,5,6", "面积,亩,7,8")
    )
    assert [i.name for i in found] == ["产量", "产值", "产量", "面积"]
    assert len({i.id for i in found}) == 4
    assert len({i.address for i in found}) == 2
    assert problems == []


def test_numbers_may_begin_anew_in_a_category():
    """1, 2 and again 1, 2 is no gap; 1, 3 is one."""
    rows = ["类别,序号,指标,2025年,2030年", "经济,1,甲值,1,2", ",2,乙值,1,2", "民生,1,丙值,1,2", ",2,丁值,1,2"]
    assert indicators(bars(*rows))[1] == []
    assert [p.code for p in indicators(bars(*rows[:2], ",3,乙值,1,2"))[1]] == ["indicator-number"]


@pytest.mark.parametrize(
    ("head", "codes"), [("指标,单位,现状值,目标值", ["indicator-years"]), ("指标,单位,数值,属性", ["indicator-years"])]
)
def test_years_that_cannot_be_placed_are_told(head, codes):
    """现状值 and 目标值 are baseline and target without a year; what is neither is no value. Never silence."""
    found, problems = indicators(bars(head, "产量,吨,1,2"))
    assert [p.code for p in problems][:1] == codes
    assert not any(i.baseline_year or i.target_year for i in found)


def test_figures_below_no_head_are_told():
    """An empty head over figures: shown, not published."""
    found, problems = indicators(bars("指标,2025年,,2030年", "产量（吨）,1,9,2", "产值（元）,3,8,4"))
    assert [p.code for p in problems] == ["empty-head"]
    assert [(i.baseline, i.target) for i in found] == [
        ("1", "2"),
        ("3", "4"),
    ]


def test_a_row_across_names_the_category():
    """一、经济发展 from edge to edge is the category of the rows below it."""
    found, _ = indicators(
        "指标\t2025年\t2030年\n一、经济发展\t\t\n产量（吨）\t1\t2\n二、民生福祉\t\t\n床位（张）\t3\t4"
    )
    assert [(i.category, i.name) for i in found] == [("一、经济发展", "产量"), ("二、民生福祉", "床位")]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("5左右", ("5", "≈")),
        ("[5.3]", ("5.3", "=")),
        ("≥1,200", ("1200", ">=")),
        ("５．５以内", ("5.5", "<=")),
        ("-1.5%", ("-1.5", "=")),
        ("XX", ("", "")),
        ("—", ("", "")),
        ("与经济增长同步", ("", "")),
        ("15—18", ("", "")),
        ("2�", ("", "")),
    ],
)
def test_numbers_of_printed_cells(words, value):
    """A number and how it is meant; what is no single number has none."""
    assert printed_value(words) == value


def test_a_banner_and_its_town_are_areas():
    """全旗 and 镇区 as 全市 and 城区."""
    found, _ = indicators(
        bars("指标,单位,全旗,全旗,镇区,镇区,属性", "指标,单位,2025年,2030年,2025年,2030年,属性", "就业,万人,1.9,2,1.1,1.2,预期性", "供水,万吨,3,4,2,3,约束性")
    )  # fmt: skip
    assert [i.area for i in found] == ["全旗", "镇区", "全旗", "镇区"]


def test_areas_below_the_years_belong_to_the_head():
    """2025年 and 2030年 over 全市 and 城区, the merged cells left empty: two rows of head, a record an area."""
    found, problems = indicators(
        bars("指标,2025年,,2030年,,属性", ",全市,城区,全市,城区,", "就业（万人）,1.9,1.1,2,1.2,预期性", "供水（万吨）,3,2,4,—,约束性")
    )  # fmt: skip
    assert [(i.name, i.area, i.baseline, i.target) for i in found][:2] == [
        ("就业", "全市", "1.9", "2"),
        ("就业", "城区", "1.1", "1.2"),
    ]
    assert problems == []
