"""What a page cuts — a row of a table, a framed box — is whole; a frame around one cell is a box where it begins with
the title of one, and an ornament where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst
from small_plan import read_folder

from build_tools.model.edition import Plan

PAGE = """
#set page(width: 400pt, height: 300pt, margin: 50pt,
  footer: context align(center, text(9pt)[— #counter(page).display() —]))
#set text(font: "Noto Serif CJK SC", size: 10.5pt, lang: "zh", region: "cn")
#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 7pt)
#align(center, text(15pt)[第一章 发展基础])

"""


def filler(count: int) -> str:
    """Paragraphs that all differ, and whose last line is full."""
    words = "推进第{n}个片区的冷链仓储项目建设，完善道路供水设施。"
    return "".join(words.format(n=n + 11) + "\n\n" for n in range(count))


BOX = [
    "专栏1 重点工程",
    "1.茶园提升工程。建设标准茶园2万亩，改造老茶园1.5万亩，配套水肥一体化设施和采摘道路，带动农户3200户。",
    "2.冷链工程。新建冷库12座，改造分拣车间6座。",
    "3.水利工程。除险加固小型水库9座，新建蓄水池240口。",
]
FRAME = "#table(columns: 100%%, stroke: 0.5pt, inset: 5pt, [#set par(first-line-indent: 0pt)\n%s])"
ROWS = [
    ["序号", "项目", "内容", "投资"],
    ["1", "水库除险加固工程", "加固大坝680米，改建溢洪道1座，更换启闭设备", "1860"],
    ["2", "县道改建工程", "改建二级公路32公里、桥梁5座，完善标志标线", "4520"],
]


def plan_of(body: str, folder: Path) -> Plan:
    folder.mkdir()
    (folder / "plan.pdf").write_bytes(typst.compile((PAGE + body).encode("utf-8")))
    card = "id: some\nname: 某县\ntitle: 某县规划\nperiod: [2026, 2030]\nstatus: adopted\n"
    (folder / "plan.yml").write_text(card, encoding="utf-8")
    return read_folder(folder)


def boxed(plan: Plan) -> list[str]:
    return [b.marker.string + b.text.string for b in plan.blocks if b.kind.startswith("box")]


@pytest.mark.parametrize("before", range(4))
def test_a_box_of_one_frame_is_whole_over_pages(tmp_path: Path, before: int) -> None:
    """Wherever the page ends: the title is no part of the paragraph above, the items are those of the box."""
    inner = "\n\n".join(BOX)
    plan = plan_of(filler(before + 2) + FRAME % inner, tmp_path / "a")
    assert ["".join(line.split()) for line in boxed(plan)] == ["".join(line.split()) for line in BOX]
    assert not plan.problems


@pytest.mark.parametrize("before", range(6))
def test_a_row_that_a_page_cuts_is_one_row(tmp_path: Path, before: int) -> None:
    """Its cells are put together again, also in a table of few rows; no row is made of the rest."""
    cells = ", ".join(f"[{words}]" for row in ROWS for words in row)
    table = f"#table(columns: (30pt, 60pt, 62pt, 40pt), stroke: 0.5pt, inset: 5pt, {cells})"
    plan = plan_of(filler(before + 3) + table, tmp_path / "a")
    (found,) = [b for b in plan.blocks if b.kind == "table"]
    assert [["".join(cell.text.string.split()) for cell in row] for row in found.rows] == ROWS


def test_a_frame_around_lines_is_an_ornament(tmp_path: Path) -> None:
    """Lines in a frame that has no title of a box stay paragraphs of the text."""
    lines = "坚持以人民为中心，把改善民生作为发展的根本目的，让发展成果惠及全县人民。"
    plan = plan_of(filler(2) + f"#rect(width: 100%, inset: 5pt)[{lines}]\n\n" + filler(1), tmp_path / "a")
    assert not boxed(plan)
    assert lines in [b.text.string for b in plan.blocks if b.kind == "paragraph"]


@pytest.mark.parametrize("open_cell", [False, True], ids=["the last row is open", "a merged cell is open, too"])
def test_cells_that_a_page_leaves_open_are_cells(tmp_path: Path, open_cell: bool) -> None:
    """Browsers draw no line where a page cuts a table: nothing in it is lost, and no cell takes another's column."""
    last = "(x, y) => (left: 0.5pt, right: 0.5pt, top: 0.5pt, bottom: if y < 2 {0.5pt})"
    ticked = "(x, y) => (left: 0.5pt, right: 0.5pt, top: if x > 0 or y < 2 {0.5pt}, bottom: if x > 0 {0.5pt})"
    cells = ", ".join(f"[{words}]" for words in ["类别", "指标", "单位", "2030年"])
    if open_cell:
        cells += ", table.cell(rowspan: 2)[经济发展], " + ", ".join(
            f"[{words}]" for words in ["生产总值", "亿元", "300", "工业增加值", "亿元", "95"]
        )
    else:
        words = ["经济", "生产总值", "亿元", "300", "生态", "森林覆盖率", "%", "60"]
        cells += ", " + ", ".join(f"[{one}]" for one in words)
    table = f"#table(columns: (60pt, 90pt, 60pt, 60pt), stroke: {ticked if open_cell else last}, inset: 5pt, {cells})"
    plan = plan_of(filler(2) + table, tmp_path / "a")
    (found,) = [b for b in plan.blocks if b.kind == "table"]
    rows = [[cell.text.string for cell in row] for row in found.rows]
    expected = [["经济发展", "生产总值", "亿元", "300"], ["工业增加值", "亿元", "95"]]
    other = [["经济", "生产总值", "亿元", "300"], ["生态", "森林覆盖率", "%", "60"]]
    assert rows[1:] == (expected if open_cell else other)
