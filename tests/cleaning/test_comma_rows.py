"""Tables whose cells are parted by commas; sentences with commas are none."""

from __future__ import annotations

import pytest
from small_plan import read

from build_tools.model.text import Grid

BEFORE = "第一章 目标\n\n各乡镇各部门按下表落实，确保按期完成各项任务。\n\n表1 主要指标\n"
BEHIND = "\n\n第二章 保障\n\n加强组织领导，落实工作责任，健全考核机制。\n"
TABLE = "类别，指标，单位，2025年，2030年，属性\n农业，油茶林面积，万亩，18，25，预期性\n水产养殖面积，万亩，41，，预期性\n交通，农村公路，公里，850，930，约束性\n"


def grids(text: str) -> tuple[list[list[list[str]]], list[str]]:
    _, draft, _, problems = read(BEFORE + text + BEHIND, "")
    found = [line for line in draft.lines if isinstance(line, Grid)]
    words = [[["".join(part.string for part in cell) for cell in row] for row in grid.rows] for grid in found]
    return words, [problem.code for problem in (*draft.problems, *problems)]


@pytest.mark.parametrize("comma", ["，", ","])
def test_cells_parted_by_commas(comma):
    """A row goes on with the category above it, an empty cell stays empty."""
    assert grids(TABLE.replace("，", comma)) == (
        [[
            ["类别", "指标", "单位", "2025年", "2030年", "属性"],
            ["农业", "油茶林面积", "万亩", "18", "25", "预期性"],
            ["", "水产养殖面积", "万亩", "41", "", "预期性"],
            ["交通", "农村公路", "公里", "850", "930", "约束性"],
        ]],
        [],
    )  # fmt: skip


def test_rows_that_do_not_fit_are_told():
    """Two header rows whose places nothing shows: cut at their commas, with a problem."""
    table = "指标，单位，规划目标，属性\n2027年，2030年\n油茶林面积，万亩，18，25，预期性\n农村公路，公里，850，930，约束性\n"
    (grid,), problems = grids(table)
    assert grid[2] == ["油茶林面积", "万亩", "18", "25", "预期性"]
    assert "table-doubtful" in problems


def test_sentences_are_no_rows():
    """Nor is a list of indicators in a sentence."""
    text = "落实指标，单位，项目责任，明确任务，\n加快推进，确保实效，取得进展，\n各项指标，单位，项目按期完成。\n"
    assert grids(text)[0] == []


def test_a_wrapped_sentence_is_no_table():
    """重点项目, 总投资 and figures stand in sentences, too, and a program cuts these at its line ends."""
    text = "　　坚持规划引领，滚动实施重点项目126个，总投资312\n亿元，其中“十五五”期间计划完成230亿元，\n盘活土地900亩，新增债券优先投向规划内项目。\n"
    assert grids(text)[0] == []
