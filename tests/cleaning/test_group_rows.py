"""Rows that name a group or a sum, and rows with empty cells, in tables whose places the text does not show."""

from __future__ import annotations

import pytest
from small_plan import between, read

from build_tools.model.text import Grid

PROJECTS = [
    ["序号", "项目名称", "建设内容", "建设年限", "总投资", "2026年投资"],
    ["一", "水利类（2个）", "", "", "8.6", "3.1"],
    ["1", "青石水库加固", "加固大坝1座", "2026—2027", "5.2", "2.3"],
    ["2", "河道整治工程", "治理河道12公里", "2026—2028", "3.4", "0.8"],
    ["二", "交通类（2个）", "", "", "20.7", "6.9"],
    ["3", "环城公路", "新建二级公路18公里", "2025—2028", "14.5", "4.7"],
    ["4", "客运站迁建", "建筑面积8000平方米", "2026—2028", "6.2", "2.2"],
    ["合计", "", "", "", "29.3", "10"],
]
SUMMED = [
    ["县区", "水利", None, "道路", None, "投资合计"],
    [None, "新建", "加固", "新建", "改造", None],
    ["东坪县", "3", "5", "18.6", "21.3", "46800"],
    ["西岭县", "4", "8", "27", "30.5", "71250"],
    ["小计", "7", "13", "45.6", "51.8", "118050"],
    ["南浦区", "2", "6", "14.2", "9.8", "33500"],
    ["合计", "9", "19", "59.8", "61.6", "151550"],
]


def grids_of(text: str) -> list[list[list[str]]]:
    lines = read(between(text))[1].lines
    return [
        [["".join(part.string for part in cell) for cell in row] for row in line.rows]
        for line in lines
        if isinstance(line, Grid)
    ]


def full(rows: list[list[str | None]] | list[list[str]]) -> list[list[str]]:
    return [[words or "" for words in row] for row in rows]


def titles(text: str) -> list[str]:
    return [unit.title.string for unit in read(between(text))[2].units]


def test_a_blank_line_among_cells_is_an_empty_cell_where_that_makes_the_rows_even() -> None:
    """Each cell on a line of its own, the empty ones as blank lines: every cell in its column, nothing in doubt."""
    text = "表1 重点项目\n" + "\n".join(words for row in PROJECTS for words in row)
    assert grids_of(text) == [PROJECTS]
    assert not [p for p in read(between(text))[1].problems if p.code in ("ragged-row", "table-doubtful")]


def test_sums_beside_a_groups_name_stand_in_the_columns_of_sums() -> None:
    """The same cells without the empty ones: a group's name, its two sums, and the row after it are told apart."""
    text = "表1 重点项目\n" + "\n".join(words for row in PROJECTS for words in row if words)
    assert grids_of(text) == [PROJECTS]
    assert titles(text) == ["项目", "保障"]


def test_a_row_whose_empty_cell_cannot_be_told_is_told() -> None:
    """Two figures in three columns of figures: the row is named; a lacking remark is no doubt."""
    rows = ["序号 指标 单位 2025年 2030年 增速 备注", "1 粮食产量 万吨 20 22 2.1 亩均提高", "2 牛羊存栏 万头 31 35 2.5"]
    rows += ["3 造林面积 万亩 4 5", "4 治沙面积 万亩 2 3 8.4", "5 用水总量 亿方 1.2 1.3 1.6 省定"]
    text = "表1 指标\n" + "\n".join("\n".join(row.split()) for row in rows)
    _, draft, _, _ = read(between(text))
    told = [p.values for p in draft.problems if p.code == "ragged-row"]
    assert told == [(5, 7)], draft.problems
    (grid,) = grids_of(text)
    assert grid[2] == ["2", "牛羊存栏", "万头", "31", "35", "2.5", ""]


def test_cells_that_fit_no_head_become_no_headings() -> None:
    """一、水利类 among cells whose columns cannot be told is a row of what is shown as it stands, and so are its sums."""
    cells = [
        "某项",
        "某量",
        "3.2",
        "一、水利类",
        "8.6",
        "青石水库",
        "5.2",
        "7",
        "二、交通类",
        "20.7",
        "环城公路",
        "14.5",
    ]
    cells += ["1.1", "客运站", "6.2", "三、其他类", "5", "4", "3"]
    text = "\n".join(cells)
    assert titles(text) == ["项目", "保障"]
    _, draft, outline, _ = read(between(text))
    assert "table-doubtful" in [p.code for p in draft.problems]
    shown = [cell.text.string for block in outline.blocks for row in block.rows for cell in row]
    assert shown == cells


@pytest.mark.parametrize(
    ("row", "placed"),
    [
        ("合计\t\t29.3\t10", ["合计", "", "", "", "29.3", "10"]),
        ("二\t交通类\t\t20.7\t6.9", ["二", "交通类", "", "", "20.7", "6.9"]),
        ("二、交通类\t\t20.7\t6.9", ["二、交通类", "", "", "", "20.7", "6.9"]),
        ("其中：中央投资\t9.1", ["其中：中央投资", "9.1"]),
    ],
)
def test_the_label_of_a_sum_or_a_group_covers_the_places_left_out(row: str, placed: list[str]) -> None:
    """A wide cell written once: what follows it stands in its own columns; what fits nowhere stays narrow."""
    tabs = ["\t".join(cells) for cells in PROJECTS[:-1]]
    (grid,) = grids_of("表1 重点项目\n" + "\n".join([*tabs, row]))
    assert grid[-1] == placed


def test_heads_without_a_year_stand_below_others() -> None:
    """新建 and 加固 below 水利, written with tabs or a cell a line: two rows of head, sums in their columns."""
    tabs = "\n".join(
        "\t".join(words or "" for words in row if words is not None or r == 1) for r, row in enumerate(SUMMED)
    )
    cells = "\n".join(words for row in SUMMED for words in row if words)
    for text in (tabs, cells):
        assert grids_of("表1 任务\n" + text) == [full(SUMMED)]
