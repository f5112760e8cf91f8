"""Rows of tables that `pdftotext -layout` prints: cells over several lines, groups, sums, heads over others."""

from __future__ import annotations

import pytest
from small_plan import between, read

from build_tools.model.text import Grid

# centred cells: a tall one pushes the lines of the others between its own
PROJECTS = """
                     建设性
 序号      项目名称            建设内容        建设年限     总投资
                      质
 一、水利
                              2项                 8.6
   类
                           加固大坝 1 座，
         青石水库                       2026—
   1              续建     改建溢洪道 120               5.2
         加固工程                        2027
                             米
   2     河道整治     新建    治理河道 12 公里     2028     3.4
 二、交通                        1项                14.5
   类
                           新建二级公路
         环城公路                       2025—
   3              新建      18 公里、桥               14.5
          一期                         2028
                            梁 2 座
                    合计                           23.1
"""

SUMMED = """
               水利工程              道路建设
  县区                                           投资合计
              新建      加固       新建      改造
 东坪县         3       5       18.6     21.3     46800
 西岭县         4       8        27      30.5     71250
  小计          7       13      45.6     51.8    118050
 南浦区         2       6       14.2     9.8      33500
  合计          9       19      59.8     61.6    151550
"""

GROUPED = """
 类别      项目名称      起止年限     总投资     备注
        合计                    29.3
     一、水源工程                  12.1
     （一）中型水库                  9.8
 续建     龙洞水库     2024—2027     5.2     已开工
 新建     鹰岩水库     2027—2031     4.6
     （二）小型水库                  2.3
 新建     磨盘溪水库    2026—2029     2.3
     二、引水工程                  17.2
 新建     白水河引水    2026—2030    17.2
"""


def grids_of(text: str) -> list[Grid]:
    return [line for line in read(between(text))[1].lines if isinstance(line, Grid)]


def words(grid: Grid) -> list[list[str]]:
    return [["".join("".join(part.string.split()) for part in cell) for cell in row] for row in grid.rows]


def test_lines_that_stand_between_one_another_make_rows() -> None:
    """A cell of three lines beside one of two and one of one, a wrapped group name with its sum, a wrapped head."""
    (grid,) = grids_of(PROJECTS)
    assert words(grid) == [
        ["序号", "项目名称", "建设性质", "建设内容", "建设年限", "总投资"],
        ["一、水利类", "", "", "2项", "", "8.6"],
        ["1", "青石水库加固工程", "续建", "加固大坝1座，改建溢洪道120米", "2026—2027", "5.2"],
        ["2", "河道整治", "新建", "治理河道12公里", "2028", "3.4"],
        ["二、交通类", "", "", "1项", "", "14.5"],
        ["3", "环城公路一期", "新建", "新建二级公路18公里、桥梁2座", "2025—2028", "14.5"],
        ["合计", "", "", "", "", "23.1"],
    ]
    assert [unit.title.string for unit in read(between(PROJECTS))[2].units] == ["项目", "保障"]


def test_heads_without_years_stand_over_others() -> None:
    """新建 and 加固 below 水利工程: two rows of head, each wide one over its two columns."""
    (grid,) = grids_of(SUMMED)
    assert grid.head == 2
    assert words(grid)[:2] == [
        ["县区", "水利工程", "", "道路建设", "", "投资合计"],
        ["", "新建", "加固", "新建", "改造", ""],
    ]
    assert {(0, 1, 1, 2), (0, 3, 1, 2)} <= set(grid.spans)


def test_a_group_with_its_sum_is_a_row_and_no_heading() -> None:
    """一、水源工程 and 12.1 with nothing between: the name over the columns in whose middle it stands, the sum in its own."""
    (grid,) = grids_of(GROUPED)
    assert [(row[0], row[3]) for row in words(grid)[1:4]] == [
        ("合计", "29.3"),
        ("一、水源工程", "12.1"),
        ("（一）中型水库", "9.8"),
    ]
    assert [row[0] for row in words(grid)[4:]] == ["续建", "新建", "（二）小型水库", "新建", "二、引水工程", "新建"]
    assert {(r, 0) for r, _, _, across in grid.spans if across > 1} >= {(1, 0), (2, 0), (3, 0)}
    assert [unit.title.string for unit in read(between(GROUPED))[2].units] == ["项目", "保障"]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("甲乡       917600 203400    28", ["甲乡", "917600", "203400", "28"]),
        ("甲乡（含林场） 9176  203400    28", ["甲乡（含林场）", "9176", "203400", "28"]),
    ],
)
def test_one_blank_between_columns_parts_them(row: str, cells: list[str]) -> None:
    """Two figures with one blank between stay two, and so do words and a figure where the other rows have a gap."""
    rows = [
        "乡镇         投资    到位资金     项目",
        "丙乡         8200   6100       5",
        "丁乡         73     68         4",
    ]
    rows += ["戊乡         5      3          2", row, "己乡         640    520        9"]
    (grid,) = grids_of("\n".join(rows))
    assert words(grid)[4] == cells


@pytest.mark.parametrize(
    ("lines", "cell"),
    [
        (
            ("光伏20万千瓦", "、储能12万千", "瓦、风电装机2", "0万千瓦      "),
            "光伏20万千瓦、储能12万千瓦、风电装机20万千瓦",
        ),
        (("120         ", "165         "), None),
    ],
)
def test_a_figure_cut_by_the_edge_of_its_cell_is_one(lines: tuple[str, ...], cell: str | None) -> None:
    """What reaches the upright was cut for want of room; two short figures below one another are two, and told."""

    def wide(words: str) -> int:
        return sum(2 if sign > "\u2fff" else 1 for sign in words)

    room = max(map(wide, lines)) // 2 * 2
    rule = "─" * (room // 2)
    rows = ["│序号│建设内容" + " " * (room - 8) + "│", f"├──┼{rule}┤"]
    rows += [
        f"│{'1' if n == 0 else ' '}   │{line.rstrip()}{' ' * (room - wide(line.rstrip()))}│"
        for n, line in enumerate(lines)
    ]
    text = "\n".join([f"┌──┬{rule}┐", *rows, f"├──┼{rule}┤", "│2   │加固水库" + " " * (room - 8) + "│", f"└──┴{rule}┘"])
    (grid,) = grids_of(text)
    assert grid.doubtful == (cell is None)
    assert cell is None or words(grid)[1][1] == cell


def test_a_short_sentence_above_a_table_is_no_head() -> None:
    """加强领导。 right above 指标 stays a paragraph."""
    text = "指标见下表。\n      指标      单位    2025年   2030年   属性\n     粮食产量     万吨     20      22    约束性\n"
    (grid,) = grids_of(text + "     森林覆盖率    %      31      32    约束性")
    assert words(grid)[0] == ["指标", "单位", "2025年", "2030年", "属性"]
