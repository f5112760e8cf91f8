"""Tables in blanks whose cells stand at the left and at the top of their places, and tables of words only."""

from __future__ import annotations

from small_plan import read

from build_tools.model.text import Grid

BEFORE = "第一章 目标\n\n各乡镇各部门按下表落实，确保按期完成各项任务。\n\n"
BEHIND = "\n第二章 保障\n\n加强组织领导，落实工作责任，健全考核机制。\n"

AT_THE_TOP = """
  领域        指标              单位     基期       规划目标            属性
                                         2025年     2028年   2030年
  农业强县    油茶籽产量        万吨     2.1        2.6      3.2      预期性
              农机综合作业率    %        71         75       80       预期性
              农产品加工转化    %        58         63       68       预期性
              率
  美丽家园    河道水质达标率    %        92         95       98       约束性
"""

WORDS_ONLY = """
  改革事项              主要举措                牵头部门            完成时限
  推进集体林权制度改    建立林权收储机制，每
                                                县林草局            2027年底
  革                    年收储不少于两批。
                        建立经费保障机制，每    县教体局、县人社局
  深化城乡教师交流                                                  2026年底
                        年轮岗不少于百人。      共同负责
"""

HANGING = """
序号  工程名称              建设内容                  总投资  责任单位
一、交通类
1     临江县道改线工程      改建三级公路18公里，新    6.2     县交通局
                            建桥梁2座
2     环山公路              硬化9公里                 1.4     县交通局
二、水利类
3     红岩水库除险加固      加固大坝1座，改建溢洪道   3.5     县水利局
                            120米
"""


def rows_of(table: str) -> tuple[list[list[str]], list[str]]:
    _, draft, _, problems = read(BEFORE + table + BEHIND, "")
    (grid,) = [line for line in draft.lines if isinstance(line, Grid)]
    rows = [["".join("".join(part.string.split()) for part in cell) for cell in row] for row in grid.rows]
    return rows, [problem.code for problem in (*draft.problems, *problems)]


def test_categories_and_heads_at_the_top_of_their_places():
    """规划目标 stands beside 指标 and over two years; a category begins in the row in which it is printed."""
    rows, problems = rows_of(AT_THE_TOP)
    assert rows[0] == ["领域", "指标", "单位", "基期", "规划目标", "", "属性"]
    assert rows[1] == ["", "", "", "2025年", "2028年", "2030年", ""]
    assert [row[0] for row in rows[2:]] == ["农业强县", "", "", "美丽家园"]
    assert rows[4][1:] == ["农产品加工转化率", "%", "58", "63", "68", "预期性"]
    assert problems == []


def test_a_table_of_words_only():
    """A sentence in a cell does not end the table, and rows are told apart although no figure stands in them."""
    rows, problems = rows_of(WORDS_ONLY)
    assert rows == [
        ["改革事项", "主要举措", "牵头部门", "完成时限"],
        ["推进集体林权制度改革", "建立林权收储机制，每年收储不少于两批。", "县林草局", "2027年底"],
        ["深化城乡教师交流", "建立经费保障机制，每年轮岗不少于百人。", "县教体局、县人社局共同负责", "2026年底"],
    ]
    assert problems == []


def test_cells_that_hang_down_stay_in_their_rows():
    """The second line of a cell belongs to the row above it, and the name of a group to no row."""
    rows, problems = rows_of(HANGING)
    assert rows == [
        ["序号", "工程名称", "建设内容", "总投资", "责任单位"],
        ["一、交通类", "", "", "", ""],
        ["1", "临江县道改线工程", "改建三级公路18公里，新建桥梁2座", "6.2", "县交通局"],
        ["2", "环山公路", "硬化9公里", "1.4", "县交通局"],
        ["二、水利类", "", "", "", ""],
        ["3", "红岩水库除险加固", "加固大坝1座，改建溢洪道120米", "3.5", "县水利局"],
    ]
    assert problems == []


def test_categories_that_fit_two_ways_are_told():
    """One row, three and one: the categories may stand in the middle of their rows or at the top of them."""
    table = (
        "  类别    指标        2025年  2030年  属性\n  农业    粮食产量    20      22      预期性\n"
        "          油料产量    3       4       预期性\n  工业    工业增加值  31      45      预期性\n"
        "          工业投资    12      18      预期性\n  民生    新增就业    5200    6000    预期性\n"
    )
    assert "category-doubtful" in rows_of("\n" + table)[1]


def test_a_line_of_a_cell_is_no_running_head():
    """配套建设升压站 ends three cells of a table: it is no line that is printed on every page."""
    row = "                  总装机{0}万千瓦，年\n  {1}    {2}风电场    发电{0}亿千瓦时，    20{0}\n                  配套建设升压站\n"
    rows = "".join(row.format(10 + i, i, name) for i, name in enumerate(("白石", "黄沙", "青岗"), 1))
    head = "\n  序号    名称      建设内容              总投资\n"
    _, draft, _, _ = read(BEFORE + head + rows + BEHIND, "")
    assert not [entry for entry in draft.removed if entry.reason == "running-head"]
