"""Cells one a line or parted by blanks only, some left out: what nothing places is shown over all columns it may stand
in; tables of words are read by their heads."""

from __future__ import annotations

import pytest
from small_plan import read

from build_tools.analyses import find_indicators
from build_tools.model.text import Grid

BEFORE = "第一章 目标\n\n各乡镇各部门按下表落实，确保按期完成各项任务。\n\n表1 主要指标\n"
BEHIND = "\n\n第二章 保障\n\n加强组织领导，落实工作责任，健全考核机制。\n"

ROWS = [
    ["指标", "单位", "2025年", "2030年", "属性"],
    ["油茶林面积", "万亩", "18", "25", "预期性"],
    ["水产养殖面积", "万亩", "41", "46", "预期性"],
    ["旅游床位", "张", "30", "预期性"],
    ["农村公路", "公里", "850", "930", "约束性"],
]


@pytest.mark.parametrize("gap", ["\n", "   "])
def test_a_figure_of_either_year_is_of_none(gap):
    """30 may be of 2025 or of 2030: one cell over both years, a problem, and no indicator has it as its value."""
    source, draft, outline, problems = read(BEFORE + "\n".join(gap.join(row) for row in ROWS) + BEHIND, "")
    (grid,) = [line for line in draft.lines if isinstance(line, Grid)]
    assert (3, 2, 1, 2) in grid.spans
    assert ["".join(part.string for part in cell) for cell in grid.rows[3]] == ["旅游床位", "张", "30", "", "预期性"]
    assert "ragged-row" in [problem.code for problem in (*draft.problems, *problems)]
    rows, _ = find_indicators("some", outline.blocks, source.line_starts(), (2026, 2030))
    (beds,) = [row for row in rows if row.name == "旅游床位"]
    assert (beds.baseline, beds.target) == ("", "")
    assert [(row.baseline, row.target) for row in rows if row.name == "农村公路"] == [("850", "930")]


WORDS = ["改革事项", "主要举措", "牵头部门", "完成时限"]
BODY = [
    ["林权制度改革", "建立收储机制，每年评估两次。", "县林草局", "2027年底"],
    ["供水价格改革", "制定分类水价，每年公布成本。", "县水利局", "2026年底"],
    ["公立医院改革", "推行目标年薪，完善考核办法。", "县卫健局", "2028年底"],
]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("rows", ["\n", "\n\n"])
def test_words_alone_make_a_table(between, rows):
    """Heads and columns that end alike: rows of four, with blank lines between cells, between rows, or none."""
    _, draft, _, problems = read(BEFORE + rows.join(between.join(row) for row in [WORDS, *BODY]) + BEHIND, "")
    (grid,) = [line for line in draft.lines if isinstance(line, Grid)]
    assert [["".join(part.string for part in cell) for cell in row] for row in grid.rows] == [WORDS, *BODY]
    assert (*draft.problems, *problems) == ()


def test_words_that_do_not_come_out_are_told():
    """A cell is missing, nothing tells which: the lines stay as they stand, none joined to its neighbour."""
    cells = [*WORDS, *BODY[0], "供水价格改革", "县水利局", "2026年底", *BODY[2]]
    _, draft, outline, _ = read(BEFORE + "\n".join(cells) + BEHIND, "")
    assert [problem.code for problem in draft.problems] == ["table-doubtful"]
    (block,) = [block for block in outline.blocks if block.rows]
    assert [cell.text.string for row in block.rows for cell in row] == cells


def test_a_group_between_rows_whose_last_cell_is_empty():
    """二、水利类 is no remark of the row above it."""
    text = "序号\t项目名称\t总投资\t备注\n一、交通类\n1\t环湖公路\t2.4\t省级\n2\t北门大桥\t1.2\n二、水利类\n3\t红岩水库\t3.1\t市级\n"
    for table in (text, text.replace("\t", "\n")):
        _, draft, outline, _ = read(BEFORE + table + BEHIND, "")
        (grid,) = [line for line in draft.lines if isinstance(line, Grid)]
        assert [row[0][0].string for row in grid.rows] == ["序号", "一、交通类", "1", "2", "二、水利类", "3"]
        assert [unit.title.string for unit in outline.units] == ["目标", "保障"]
