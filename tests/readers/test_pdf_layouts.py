"""Pages that are not set as most are: two columns, a page on its side, a watermark under the lines, words written
upwards in a cell, paragraphs parted by white only, a box with round corners."""

from __future__ import annotations

import pytest
import typst

from build_tools.model.problems import Problem
from build_tools.model.text import Draft, Grid, Line, Source
from build_tools.readers import read_file

TEXTS = [
    "全县粮食产量稳定在12.5万吨以上，一批冷链仓储和精深加工项目建成投产，农产品加工业产值突破30亿元，年均增长6.1%。",
    "生态环境持续改善，森林覆盖率达到58.3%，城区空气质量优良天数比例保持在96%以上，主要河流断面水质全部达到Ⅲ类以上。",
    "新改建农村公路680公里，完成老旧小区改造86个，城市建成区绿化覆盖率提高到41.5%，供水保证率进一步提高，城乡面貌改善。",
    "深入实施乡村产业提升行动，建设布局合理的农业园区，打造高山蔬菜、道地药材、生态茶叶三个产业集群，转化率提高到72%。",
    "聚焦绿色食品、新型建材、装备配套三大主导产业，规模以上工业企业达到96家，园区亩均税收提高到14.5万元。",
    "坚持适度超前、统筹布局，一批水利、交通、能源项目建成投用，基础设施支撑能力显著提升，发展后劲明显增强。",
]
ROWS = [["类别", "指标", "2025年", "2030年"], ["经济", "生产总值", "86", "115"], ["生态", "森林覆盖率", "58.3", "60"]]
FACE = '#set text(font: "Noto Serif CJK SC", size: 11pt, lang: "zh", region: "cn")\n'
INDENT = "#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 8pt)\n"
PAGE = "#set page(width: 420pt, height: 560pt, margin: 50pt"
CELLS = ", ".join(f"[{words}]" for row in ROWS for words in row)
TABLE = f"#table(columns: (50pt, 110pt, 60pt, 60pt), stroke: 0.5pt, inset: 5pt, {CELLS})"


def read(source: str) -> tuple[Source, Draft]:
    return read_file(typst.compile(source.encode("utf-8")), "plan.pdf")[1]


def lines(draft: Draft) -> list[str]:
    return ["".join(one.string.split()) for one in draft.lines if isinstance(one, Line)]


def rows(draft: Draft) -> list[list[str]]:
    grids = [one for one in draft.lines if isinstance(one, Grid)]
    return [["".join(line.string for line in cell) for cell in row] for grid in grids for row in grid.rows]


def told(draft: Draft) -> list[str]:
    return [problem.code for problem in draft.problems if isinstance(problem, Problem)]


@pytest.mark.parametrize("more", [0, 3], ids=["one page", "a short last page"])
def test_two_columns_are_read_one_after_the_other(more: int) -> None:
    """A paragraph goes on from the foot of the left column to the head of the right one; a title stands over both."""
    texts = [*TEXTS, *(f"第{n + 1}条补充说明，{text}" for n in range(1 + more) for text in TEXTS)]
    title = '#place(top, scope: "parent", float: true)[#align(center, text(16pt)[某县“十五五”时期经济社会发展规划纲要])]\n\n'
    _, draft = read(f"{PAGE}, columns: 2)\n{FACE}{INDENT}{title}" + "\n\n".join(texts))
    assert lines(draft) == ["某县“十五五”时期经济社会发展规划纲要", *texts]


def test_a_table_of_two_columns_is_no_page_of_two_columns() -> None:
    """Pairs of words beside each other stay rows."""
    pairs = "".join(f"#grid(columns: (50%, 50%), [{n}片区负责单位], [{n}月底前完成])\n\n" for n in range(1, 13))
    _, draft = read(f"{PAGE})\n{FACE}{INDENT}" + pairs)
    assert all("片区负责单位" in line and "月底前完成" in line for line in lines(draft))


@pytest.mark.parametrize("angle", [-90, 90])
def test_a_page_on_its_side_is_turned(angle: int) -> None:
    turned = f"#page[#rotate({angle}deg, reflow: true, box(width: 460pt)[{TABLE}\n\n{TEXTS[0]}])]"
    _, draft = read(f"{PAGE})\n{FACE}{INDENT}{TEXTS[1]}\n\n{turned}\n\n{TEXTS[2]}")
    assert rows(draft) == ROWS
    assert lines(draft) == [TEXTS[1], TEXTS[0], TEXTS[2]]


@pytest.mark.parametrize("angle", [0, -45, 30])
def test_a_watermark_goes_to_the_ledger(angle: int) -> None:
    """Its letters are much larger than those of the lines printed over it; no line is torn, none is lost."""
    mark = f"background: rotate({angle}deg, text(60pt, fill: luma(220))[征求意见稿])"
    source, draft = read(f"{PAGE}, {mark})\n{FACE}{INDENT}" + "\n\n".join(TEXTS * 3) + f"\n\n{TABLE}")
    assert lines(draft) == TEXTS * 3
    assert rows(draft) == ROWS
    marks = "".join(source.text[one.start : one.end] for one in draft.removed if one.reason == "watermark")
    assert set(marks) == set("征求意见稿")


@pytest.mark.parametrize("angle", [-90, 90])
def test_words_on_their_side_in_a_cell_are_words(angle: int) -> None:
    _, draft = read(f"{PAGE})\n{FACE}{INDENT}" + TABLE.replace("[经济]", f"[#rotate({angle}deg, reflow: true)[经济]]"))
    assert rows(draft) == ROWS


def test_words_on_their_side_outside_of_cells_are_told() -> None:
    words = "以下各项由各乡镇人民政府会同县发展和改革局等部门按照职责分工于每年年底以前组织落实并报告情况"
    side = f"#place(right, dx: 40pt, rotate(90deg, reflow: true)[{words}])"
    _, draft = read(f"{PAGE})\n{FACE}{INDENT}" + "\n\n".join(TEXTS) + side)
    assert lines(draft) == TEXTS
    assert "page-turned-text" in told(draft)


def test_white_between_lines_parts_paragraphs() -> None:
    """No paragraph is indented, and the last line of the first is full."""
    full = "坚持统筹布局一批水利交通能源项目建成投用基础设施支撑能力显著提升发展" * 2
    full = full[: 29 * 2 - 1] + "。"
    setting = "#set par(justify: true, leading: 8pt, spacing: 18pt)\n"
    _, draft = read(f"{PAGE})\n{FACE}{setting}{full}\n\n" + "\n\n".join(TEXTS))
    assert lines(draft) == [full, *TEXTS]


def test_a_box_with_round_corners_is_a_box() -> None:
    box = "#rect(width: 100%, radius: 6pt, inset: 6pt)[#set par(first-line-indent: 0pt)\n专栏1 重点工程\n\n{}]"
    _, draft = read(f"{PAGE})\n{FACE}{INDENT}{TEXTS[0]}\n\n" + box.format(TEXTS[1]))
    assert lines(draft) == [TEXTS[0]]
    assert rows(draft) == [["专栏1重点工程" + TEXTS[1]]]


def test_words_that_are_struck_through_are_told() -> None:
    """They stay in the text, as they are printed; underlined words and cells of tables are no such words."""
    struck = f"{TEXTS[0]}#strike[此处删去旧文字]#underline[重点工程]"
    _, draft = read(f"{PAGE})\n{FACE}{INDENT}{struck}\n\n{TABLE}\n\n{TEXTS[1]}")
    assert [(one.code, one.values) for one in draft.problems] == [("page-struck-text", (1, "此处删去旧文字"))]
    assert "此处删去旧文字重点工程" in lines(draft)[0]
