"""Tables of a PDF that no frame shows are read by their places: wrapped cells, groups, sums, heads over heads, pages.

Every table is set here with the typesetter of the project, with the rules that offices draw: three, one a group, one
below the head, none.
"""

from __future__ import annotations

import pytest
import typst

from build_tools.cleaning import clean
from build_tools.model.text import Draft, Grid, Line
from build_tools.readers import read_file

PAGE = """
#set page(width: 595pt, height: 420pt, margin: (x: 80pt, y: 60pt),
  footer: context align(center, text(9pt)[— #counter(page).display() —]))
#set text(font: "Noto Serif CJK SC", size: 14pt, lang: "zh", region: "cn")
#set par(first-line-indent: (amount: 2em, all: true), justify: true)
前面的段落说的是基础设施，新改建农村公路120公里，实施老旧小区改造20个，供水保证率进一步提高，城乡面貌明显改善，群众出行更加方便。

#set text(size: 10pt)
#set par(first-line-indent: 0pt)
#table(stroke: none, inset: (x: 4pt, y: 5pt), align: %(align)s, columns: (%(columns)s),
%(cells)s)
#set text(size: 14pt)
#set par(first-line-indent: (amount: 2em, all: true))
后面的段落说的是生态环境，森林覆盖率达到58.3%%，城区空气质量优良天数比例保持在96%%以上，主要河流断面水质全部达到Ⅲ类以上，城乡面貌一新。
"""
HEAVY, LIGHT = "table.hline(stroke: 1pt)", "table.hline(stroke: 0.5pt)"
RULES = {  # where lines are drawn: above, below the head, between groups, at the end
    "three lines": (HEAVY, LIGHT, "", HEAVY),
    "a line a group": (HEAVY, LIGHT, LIGHT, HEAVY),
    "a line below the head": ("", LIGHT, "", ""),
    "no lines": ("", "", "", ""),
}
PROJECTS = """%(top)s table.header(repeat: %(repeat)s, [序号], [项目名称], [建设内容及规模], [建设年限], [总投资（亿元）]), %(head)s
table.cell(colspan: 5)[一、产业项目],
[1], [中药材精深加工产业园项目], [新建厂房2.5万平方米，购置设备120台（套），配套建设道路、供电和给排水设施], [2026—2028], [4.8],
[2], [冷链物流集散中心], [改造冷库12座], [2027—2029年], [X],
%(group)s table.cell(colspan: 5)[二、民生项目],
[3], [城区供水管网改造工程（二期）], [改造管网36公里], [2026], [0.35],
[4], [县人民医院迁建项目], [总建筑面积8万平方米，设置床位600张，包括门诊楼、住院楼和医技楼，建成后可满足周边群众就医需求], [2026—2030], [12],
table.cell(colspan: 4, align: center + horizon)[合计], [17.15], %(end)s"""
WANTED = [
    ["序号", "项目名称", "建设内容及规模", "建设年限", "总投资（亿元）"],
    ["一、产业项目"],
    ["1", "中药材精深加工产业园项目", "新建厂房2.5万平方米，购置设备120台（套），配套建设道路、供电和给排水设施", "2026—2028", "4.8"],
    ["2", "冷链物流集散中心", "改造冷库12座", "2027—2029年", "X"],
    ["二、民生项目"],
    ["3", "城区供水管网改造工程（二期）", "改造管网36公里", "2026", "0.35"],
    [
        "4", "县人民医院迁建项目",
        "总建筑面积8万平方米，设置床位600张，包括门诊楼、住院楼和医技楼，建成后可满足周边群众就医需求", "2026—2030", "12",
    ],
    ["合计", "17.15"],
]  # fmt: skip
INDICATORS = """table.hline(stroke: 1pt),
table.cell(rowspan: 2)[类别], table.cell(rowspan: 2)[指标], table.cell(rowspan: 2)[单位],
table.cell(colspan: 3)[规划目标], table.cell(rowspan: 2)[属性], table.hline(start: 3, end: 6, stroke: 0.5pt),
[2025年], [2030年], [年均增长（%）], table.hline(stroke: 0.5pt),
table.cell(rowspan: 3)[经济发展], [地区生产总值], [亿元], [118.6], [155], [5.5], [预期性],
[规模以上工业企业单位增加值能耗累计降低幅度], [%], [], [], [〔12〕], [约束性],
[居民人均可支配收入], [元], [29370], [X], [与经济增长同步], [预期性],
table.cell(rowspan: 2)[民生福祉], [每千人口拥有执业（助理）医师数], [人], [2.6], [3.2], [—], [预期性],
[人均预期寿命], [岁], [79.3], [80.3], [〔1〕], [预期性], table.hline(stroke: 1pt)"""


def pdf(cells: str, columns: str, align: str = "horizon + center") -> bytes:
    return typst.compile((PAGE % {"cells": cells, "columns": columns, "align": align}).encode("utf-8"))


def read(data: bytes) -> Draft:
    return clean(read_file(data, "plan.pdf")[1][1], "pdf")


def rows(draft: Draft) -> list[list[str]]:
    """Cells of the one table, those that a merged cell covers left out."""
    (grid,) = [one for one in draft.lines if isinstance(one, Grid)]
    covered = {
        (r + i, c + j) for r, c, down, across in grid.spans for i in range(down) for j in range(across) if i or j
    }
    return [
        ["".join(line.string for line in cell) for c, cell in enumerate(row) if (r, c) not in covered]
        for r, row in enumerate(grid.rows)
    ]


def words(draft: Draft) -> list[str]:
    return [line.string for line in draft.lines if isinstance(line, Line) and line.string]


def projects(drawing: str, repeat: bool = False) -> str:
    top, head, group, end = (f"{rule}," if rule else "" for rule in RULES[drawing])
    return PROJECTS % {"top": top, "head": head, "group": group, "end": end, "repeat": str(repeat).lower()}


@pytest.mark.parametrize("align", ["horizon + center", "top + left"])
@pytest.mark.parametrize("drawing", RULES)
def test_wrapped_cells_are_whole(drawing: str, align: str) -> None:
    """Each cell has all its lines and none of its neighbours', and titles of groups and the sum keep their rows, with
    cells in the middle of their rows as well as at the top, whatever lines are drawn. The table goes on on a second
    page."""
    draft = read(pdf(projects(drawing), "30pt, 90pt, 1fr, 60pt, 55pt", align))
    assert rows(draft) == WANTED
    assert [words(draft)[0][:6], words(draft)[-1][:6]] == ["前面的段落说", "后面的段落说"]


def test_a_head_that_comes_back_on_the_next_page_stands_once() -> None:
    """Rows of both pages are one table."""
    assert rows(read(pdf(projects("three lines", repeat=True), "30pt, 90pt, 1fr, 60pt, 55pt"))) == WANTED


def test_heads_over_heads_and_categories_beside_their_rows() -> None:
    """规划目标 stands over three columns, 经济发展 beside three rows; an empty cell stays empty."""
    draft = read(pdf(INDICATORS, "50pt, 1fr, 35pt, 45pt, 45pt, 60pt, 45pt"))
    (grid,) = [one for one in draft.lines if isinstance(one, Grid)]
    assert rows(draft)[:2] == [["类别", "指标", "单位", "规划目标", "属性"], ["2025年", "2030年", "年均增长（%）"]]
    assert rows(draft)[3] == ["规模以上工业企业单位增加值能耗累计降低幅度", "%", "", "", "〔12〕", "约束性"]
    assert {(0, 3, 1, 3), (2, 0, 3, 1), (5, 0, 2, 1)} <= set(grid.spans)


@pytest.mark.parametrize(
    "body",
    [
        "#columns(2)[" + "全县粮食产量稳定在十二万吨以上，一批冷链仓储和精深加工项目建成投产。" * 30 + "]",
        "\n\n".join(f"第{n}节　发展基础和环境#h(1fr)#h(60pt){n}" for n in range(1, 9)),
        "张三　　　李四　　　王五\n\n",
    ],
    ids=["two columns", "contents without leaders", "names in a line"],
)
def test_text_with_gaps_is_no_table(body: str) -> None:
    """Two columns of text, contents and a line of names stay text."""
    source = PAGE[: PAGE.index("#set text(size: 10pt)")] + body
    draft = read_file(typst.compile(source.encode("utf-8")), "plan.pdf")[1][1]
    assert not any(isinstance(line, Grid) for line in draft.lines)


def test_a_figure_wider_than_its_cell_is_whole() -> None:
    """917600 reaches over the line into the cell beside it, and keeps its last digit."""
    cells = "[年份], [投资], [完成], [2026年], [917600], [203400], [2027年], [436000], [98700]"
    source = PAGE.replace("stroke: none", "stroke: 0.5pt") % {
        "cells": cells, "columns": "60pt, 33pt, 60pt", "align": "left + horizon"
    }  # fmt: skip
    assert rows(read(typst.compile(source.encode("utf-8"))))[1:] == [
        ["2026年", "917600", "203400"],
        ["2027年", "436000", "98700"],
    ]


def test_rows_in_doubt_are_told_with_their_page() -> None:
    """Figures that stand beside no name may belong to either row: the table is shown, and the page is named."""
    cells = f"""{HEAVY}, [项目], [2025年], [2030年], [数量], {LIGHT},
    [甲类工程的名称很长很长很长很长], [#move(dy: 9pt)[12]], [#move(dy: -8pt)[15]], [#move(dy: 5pt)[3]],
    [乙类工程的名称很长很长很长很长], [#move(dy: -9pt)[16]], [#move(dy: 8pt)[18]], [#move(dy: -7pt)[4]],
    [丙类], [#move(dy: 8pt)[19]], [#move(dy: -6pt)[20]], [5], {HEAVY}"""
    draft = read(pdf(cells, "90pt, 60pt, 60pt, 60pt"))
    assert [(one.code, one.values) for one in draft.problems] == [("table-by-places", (1,))]
