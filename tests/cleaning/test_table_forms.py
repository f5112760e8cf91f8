"""One table, many forms: each gives the same grid, and what cannot be told is said."""

from __future__ import annotations

import pytest
from small_plan import read
from table_forms import FORMS, TABLES, cells_of, cleaned, expected

from build_tools.model.text import Grid


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_table(form):
    """Heads in one row and two, categories, areas, groups across, long cells: one grid with its merged cells, nothing
    in doubt."""
    done = 0
    for name in TABLES:
        grids, draft = cleaned(FORMS[form](name))
        assert [cells_of(grid) for grid in grids] == [expected(name)], name
        assert not [problem for problem in draft.problems if problem.code != "page-number-doubtful"], name
        done += 1
    assert done == len(TABLES) >= 8


@pytest.mark.parametrize("form", ["tabs", "html", "bars", "layout", "frame"])
def test_head_is_known(form):
    """The rows of the head are marked as such, one or two."""
    assert cleaned(FORMS[form]("two heads"))[0][0].head == 2
    assert cleaned(FORMS[form]("towns"))[0][0].head == 1


def grids_of(text: str) -> list[Grid]:
    return [line for line in read(text)[1].lines if isinstance(line, Grid)]


def words(grid: Grid) -> list[list[str]]:
    return [["".join(line.string for line in cell) for cell in row] for row in grid.rows]


HEAD = "第一章 目标\n\n见下表。\n\n"


def test_only_categories_and_heads_are_merged_by_inference():
    """A blank below 责任单位 or in a column of figures is an empty cell, not a merged one."""
    (grid,) = grids_of(HEAD + "项目名称\t总投资\t责任单位\n甲工程\t1.2\t县水利局\n乙工程\t\t\n丙工程\t3.1\t\n")
    assert grid.spans == ()
    assert words(grid)[2] == ["乙工程", "", ""]


def test_inferred_spans_are_marked_and_drawn_ones_are_not():
    """What the layout shows is marked as inferred; what the format says is not."""
    (tabs,) = grids_of(HEAD + FORMS["tabs"]("works"))
    (html,) = grids_of(HEAD + FORMS["html"]("works"))
    assert tabs.inferred
    assert not html.inferred
    assert tabs.spans == html.spans


CONTINUED = (
    "| 指标 | 2025年 | 2030年 |\n|---|---|---|\n| 粮食产量 | 20 | 22 |\n\n{between}\n\n{head}| 油料产量 | 3 | 4 |\n| 茶叶产量 | 1 | "
    "2 |\n"
)
AGAIN = "| 指标 | 2025年 | 2030年 |\n|---|---|---|\n"


@pytest.mark.parametrize("between", ["", "续表", "（续表）", "表1 主要指标（续）", "[1] 按当年价格。"])
@pytest.mark.parametrize("head", ["", AGAIN])
def test_a_table_over_a_page_is_one(between, head):
    """With its head again or without, 续表 or a note at the foot between: one table, its head once."""
    grids = grids_of(HEAD + "表1 主要指标\n\n" + CONTINUED.format(between=between, head=head))
    if "[1]" in between and not head:
        assert len(grids) == 2  # nothing shows that it is the same table
    else:
        assert [words(grid) for grid in grids] == [
            [["指标", "2025年", "2030年"], ["粮食产量", "20", "22"], ["油料产量", "3", "4"], ["茶叶产量", "1", "2"]]
        ]


def test_tables_with_their_own_captions_stay_apart():
    """Two tables with the same head and a caption each are two."""
    text = HEAD + "表1 粮食\n\n" + CONTINUED.format(between="表2 油料", head=AGAIN)
    assert len(grids_of(text)) == 2


def test_a_category_over_a_page_is_one_cell():
    """<td rowspan=2></td> at the top of the next page goes on with the last category."""
    row = "<td>{}</td><td>{}</td><td>3</td><td>4</td></tr>"
    top = "<table><tr><td>类别</td><td>指标</td><td>单位</td><td>2025年</td><td>2030年</td></tr>"
    first = top + "<tr><td rowspan=2>民生</td>" + row.format("甲", "个") + "<tr>" + row.format("乙", "个") + "</table>"
    second = top + "<tr><td rowspan=2></td>" + row.format("丙", "个") + "<tr>" + row.format("丁", "个") + "</table>"
    (grid,) = grids_of(HEAD + first + "\n\n" + second)
    assert (1, 0, 4, 1) in grid.spans
    assert len(grid.rows) == 5


def test_a_sum_stands_over_the_columns_before_its_figure():
    """合计 and one figure: the figure in the column of figures, not in that of names."""
    (grid,) = grids_of(
        HEAD + "序号\t项目名称\t建设年限\t总投资\n1\t甲工程\t2026—2028\t3\n2\t乙工程\t2027\t4.5\n合计\t7.5\n"
    )
    assert words(grid)[3] == ["合计", "", "", "7.5"]
    assert (3, 0, 1, 3) in grid.spans


@pytest.mark.parametrize(
    "text",
    [
        "第一章\t发展基础\n第一节\t主要成就\n五年来成绩显著。",
        "1.\t扩大规模。面积发展到16万亩。\n2.\t做强加工。加工率提高到45%。",
        "县长：张三    2026年3月",
        "首页 | 政务公开 | 互动交流\n",
    ],
)
def test_what_is_no_table_is_none(text):
    """Numbers with a tab behind, a signature, a navigation line are text."""
    assert grids_of(HEAD + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "指标    2025年    2030年\n粮食        20  22   24   26  28\n油料   3\n茶叶  1   2    3",
        "产值\n甲乡\n20\n22\n乙乡\n31\n丙乡\n14\n15\n16\n丁乡\n88\n戊乡\n9",
        "粮食\t20\t22",
    ],
)
def test_what_cannot_be_told_is_said_and_stays_apart(text):
    """No figure grows, none goes: the lines stay as they are, and a Problem names the first."""
    _, draft, outline, _ = read(HEAD + text + "\n\n第二章 保障\n\n加强领导。")
    assert any(problem.code in ("table-doubtful", "ragged-row", "table-rest") for problem in draft.problems)
    shown = [block.text.string for block in outline.blocks]
    shown += [cell.text.string for block in outline.blocks for row in block.rows for cell in row]
    for figure in ("20", "22"):
        assert any(figure in piece.split() for piece in shown), shown


def test_a_short_row_stops_nothing():
    """| 合计 | in a table of four columns is shown as it stands, with its line."""
    _, _draft, outline, problems = read(
        HEAD + "| 指标 | 2025年 | 2030年 | 属性 |\n|---|---|---|---|\n| 粮食 | 20 | 22 | 约束性 |\n| 合计 |\n"
    )
    assert len([block for block in outline.blocks if block.kind == "table"]) == 1
    assert all(problem.code == "ragged-row" for problem in problems)


def test_an_open_html_table_is_said():
    """Without </table> the text stays, and the line is named."""
    _, draft, _, _ = read(HEAD + "<table><tr><td>指标</td><td>20</td></tr>\n\n第二章 保障\n\n加强领导。")
    assert [problem.code for problem in draft.problems] == ["html-table"]


@pytest.mark.parametrize("gap", ["\t", "    "])
def test_numbered_rows_that_end_in_figures_are_no_contents(gap):
    """1, a name, a whole number, and so on: rows of a table, not a table of contents, in a head of three columns or of
    six."""
    three = ["序号,项目名称,总投资（万元）", "1,县医院迁建,3", "2,第二中学,5", "3,滨河公园,8"]
    six = [
        "序号,类别,指标,单位,2025年,2030年",
        "1,港口,吞吐量,万吨,3,6",
        "2,港口,泊位,个,6,11",
        "3,物流,联运量,万吨,18,40",
    ]
    for rows in (three, six):
        (grid,) = grids_of(HEAD + "\n".join(gap.join(row.split(",")) for row in rows))
        assert [row[0] for row in words(grid)] == ["序号", "1", "2", "3"]


def test_cells_parted_by_one_blank():
    """Below known heads, and where all parts fit: a table, also with “2025 年” and a blank line behind it. A sentence is
    none."""
    text = (
        HEAD
        + "指标 2025 年 2030 年 属性\n粮食产量（亿斤） 20 22 约束性\n森林覆盖率（%） 31.2 32 约束性\n\n到 2030 年，各项指标全面完成。\n"
    )
    (grid,) = grids_of(text)
    assert words(grid)[1:] == [["粮食产量（亿斤）", "20", "22", "约束性"], ["森林覆盖率（%）", "31.2", "32", "约束性"]]
    assert grids_of(HEAD + "指标 2025 年 2030 年 属性\n以上指标 到 2030 年 全面完成。\n加强 监测 评估。") == []
