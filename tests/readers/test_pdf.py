"""A PDF with a text layer: paragraphs, tables, boxes, footnotes and pages are told by their places; what cannot be read
is one line.

The files are set here with the typesetter of the project, in the ways offices set theirs: full frames, lines across
only, three lines.
"""

from __future__ import annotations

import io

import pikepdf
import pytest
import typst

from build_tools.model.edition import BadInput
from build_tools.model.text import Draft, Grid, Line, Source
from build_tools.readers import read_file
from build_tools.readers.pdf.flow import BROWSER

PAGE = """
#set page(width: 420pt, height: 420pt, margin: 60pt, header: align(center, text(8pt)[某县“十五五”规划纲要文本]),
  footer: context align(center, text(9pt)[— #counter(page).display() —]))
#set text(font: ("Noto Serif CJK SC", "Noto Sans CJK SC"), size: 11pt, lang: "zh", region: "cn")
#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 8pt)
#let head(t) = {align(center, text(15pt, t)); v(4pt)}
#head[第一章 发展基础]
全县粮食产量稳定在12.5万吨以上，一批冷链仓储和精深加工项目建成投产，农产品加工业产值突破30亿元，年均增长6.1%，带动农民就地就业4200人#footnote[就业人数为部门快报数。]。

第二段讲生态环境，森林覆盖率达到58.3%，城区空气质量优良天数比例保持在96%以上，主要河流断面水质全部达到Ⅲ类以上。

#for i in range(16) [第#(i + 3)段说的是基础设施，新改建农村公路120公里，实施老旧小区改造20个，供水保证率进一步提高，城乡面貌明显改善。

]
#pagebreak()
#head[第二章 主要目标]
"""
CELLS = """[类别], [指标], [2025年], [2030年], [属性],
table.cell(rowspan: 2)[经济], [生产总值（亿元）], [86], [115], [预期性], [加工业产值（亿元）], [30], [], [预期性],
table.cell(rowspan: 2)[生态], [森林覆盖率（%）], [58.3], [60], [约束性], [城区空气质量优良天数占全年天数的比例（%）], [96], [96以上], [约束性]"""
COLUMNS = "columns: (40pt, 110pt, 45pt, 45pt, 45pt), align: horizon + center, inset: 5pt"
EXPECTED = [
    ["类别", "指标", "2025年", "2030年", "属性"],
    ["经济", "生产总值（亿元）", "86", "115", "预期性"],
    ["", "加工业产值（亿元）", "30", "", "预期性"],
    ["生态", "森林覆盖率（%）", "58.3", "60", "约束性"],
    ["", "城区空气质量优良天数占全年天数的比例（%）", "96", "96以上", "约束性"],
]
TABLES = {
    "full frame": f"#table({COLUMNS}, stroke: 0.5pt, {CELLS})",
    "no lines at the sides": f"#table({COLUMNS}, stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt, left: if x > 0 "
    f"{{0.5pt}}), "
    f"{CELLS})",
    "lines across only": f"#table({COLUMNS}, stroke: (top: 0.5pt, bottom: 0.5pt), {CELLS})",
    "three lines": f"#table({COLUMNS}, stroke: none, table.hline(), "
    f"{CELLS.replace('table.cell', 'table.hline(), table.cell', 1)}, table.hline())",
}


def made(body: str) -> tuple[Source, Draft]:
    form, (source, draft) = read_file(typst.compile((PAGE + body).encode("utf-8")), "plan.pdf")
    assert form == "pdf"
    return source, draft


def words(draft: Draft) -> list[str]:
    return [line.string for line in draft.lines if isinstance(line, Line)]


def grids(draft: Draft) -> list[list[list[str]]]:
    return [
        [["".join(line.string for line in cell) for cell in row] for row in one.rows]
        for one in draft.lines
        if isinstance(one, Grid)
    ]


@pytest.fixture(scope="module")
def plain() -> tuple[Source, Draft]:
    return made("最后一段。")


def test_paragraphs_are_whole_over_lines_and_pages(plain: tuple[Source, Draft]) -> None:
    """Each paragraph is one line of the draft, also where a page ends inside it; headings stand alone and carry a
    hint."""
    lines = words(plain[1])
    assert lines[0] == "第一章 发展基础"
    assert lines[-2] == "第二章 主要目标"
    assert [line.hint for line in plain[1].lines if line.string.startswith("第") and "章" in line.string] == [
        True,
        True,
    ]
    assert lines[1].startswith("全县粮食产量稳定在12.5万吨以上")
    assert lines[1].endswith("就地就业4200人¹。")
    assert len(lines) == 21
    assert all(line.endswith("。") for line in lines if "章" not in line)


def test_heads_and_page_numbers_are_on_the_ledger(plain: tuple[Source, Draft]) -> None:
    """What repeats at the edge of the pages is taken out with its reason, and the footnote is a note with its mark."""
    source, draft = plain
    gone = {entry.reason: source.text[entry.start : entry.end] for entry in draft.removed}
    assert gone["running-head"] == "某县“十五五”规划纲要文本"
    assert gone["page-number"] == f"—{len(source.page_starts)}—"
    assert [note.string for note in draft.notes] == ["¹就业人数为部门快报数。"]


def test_pages_are_known(plain: tuple[Source, Draft]) -> None:
    """The first page begins on the first line, and there are as many pages as the file has."""
    source, _ = plain
    assert source.page_starts[0] == 1
    assert len(source.page_starts) >= 2
    assert sorted(source.page_starts) == list(source.page_starts)


@pytest.mark.parametrize("drawing", TABLES)
def test_a_table_is_read_however_it_is_drawn(drawing: str) -> None:
    """With a full frame, open sides, lines across only or three lines: the same cells, none fused, none lost."""
    _, draft = made("见下表。\n" + TABLES[drawing] + "\n后文。")
    (grid,) = grids(draft)
    assert [row for row in grid if any(row)] == EXPECTED
    assert words(draft)[-1] == "后文。"


def test_a_box_is_a_table_of_one_column() -> None:
    """A framed text keeps its paragraphs apart, each whole."""
    items = [
        "1.茶园提升工程。建设标准茶园2万亩，改造老茶园1.5万亩，配套水肥一体化设施和采摘道路。",
        "2.冷链工程。新建冷库12座。",
    ]
    inside = " \n\n ".join(items)
    _, draft = made(f"见专栏。\n#table(columns: 1, stroke: 0.5pt, inset: 6pt, [专栏1 重点工程], [{inside}])\n后文。")
    (grid,) = grids(draft)
    cells = [line.string for one in draft.lines if isinstance(one, Grid) for row in one.rows for line in row[0]]
    assert grid[0] == ["专栏1重点工程"]
    assert cells[1:] == items


def test_every_character_is_kept_once(plain: tuple[Source, Draft]) -> None:
    """What was taken out of the PDF is on a line, in a note or on the ledger, and nowhere twice."""
    source, draft = plain
    offsets = [offset for entry in draft.removed for offset in range(entry.start, entry.end)]
    offsets += [offset for line in (*draft.lines, *draft.notes) for offset in line.text.offsets]
    assert sorted(offsets) == list(range(len(source.text)))


def test_pages_without_text_are_refused_with_what_to_do() -> None:
    """A PDF of pictures of pages is never published as a short plan."""
    empty = typst.compile(b"#set page(width: 200pt, height: 200pt)\n#rect()\n#pagebreak()\n#rect()")
    with pytest.raises(BadInput, match=r"plan\.pdf:1: 2 of 2 pages hold no text.*MinerU"):
        read_file(empty, "plan.pdf")


def test_a_pdf_whose_fonts_name_no_signs_is_refused_with_what_to_do() -> None:
    """Not a thousand signs that cannot be read, but one line."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(typst.compile((PAGE + "最后一段。").encode("utf-8")))) as document:
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one:
                del one["/ToUnicode"]
        document.save(out)
    with pytest.raises(BadInput, match="MinerU"):
        read_file(out.getvalue(), "plan.pdf")


@pytest.mark.parametrize("cut", [40, 400, 4000])
def test_a_broken_pdf_is_one_line(cut: int) -> None:
    """A file that breaks off is refused in one line, not with a traceback."""
    whole = typst.compile((PAGE + "完。").encode("utf-8"))
    with pytest.raises(BadInput, match=r"^plan\.pdf:1: [^\n]+$"):
        read_file(whole[:cut], "plan.pdf", "pdf")


def test_the_number_of_a_heading_keeps_its_blank() -> None:
    """1 规划背景 is number and title; a figure at the start of a line is closed up later, as anywhere."""
    assert {"1 规划背景", "1.1 基本情况"} <= set(words(made("\n1 规划背景\n\n1.1 基本情况\n\n全县辖17个乡镇。\n")[1]))


def test_a_line_that_had_no_room_for_the_next_word_goes_on() -> None:
    """Text that is not stretched to the edge: 完成率 / 100%，… is one paragraph."""
    body = "#set par(justify: false)\n" + "\n\n".join(
        f"{start}规划约束性指标的完成率应当达到并保持在10000.00%，预期性指标完成率在九成以上。"
        for start in ("到时", "届时，", "到三〇年")
    )
    assert sum(line.endswith("九成以上。") and "完成率应当" in line for line in words(made(body)[1])) == 3


@pytest.mark.parametrize(
    "printed",
    [
        "11/29/26, 2:44 AM",
        "2026/11/29 10:32    某县规划纲要",
        "2026/2/3 上午9:05",
        "https://www.example.gov.cn/zw/1.html    3/12",
    ],
)
def test_what_a_browser_prints_around_a_page_is_known(printed: str) -> None:
    """Day and hour with the title of the page above, its address and number below."""
    assert BROWSER.fullmatch(printed)


@pytest.mark.parametrize("text", ["2026/2027年度实施。", "12:30", "3/12", "详见https://www.example.gov.cn/1.html"])
def test_text_is_not_what_a_browser_prints(text: str) -> None:
    """A day without hour, an address within a sentence."""
    assert not BROWSER.fullmatch(text)


def test_a_raised_mark_in_brackets_keeps_its_figures() -> None:
    """A note's mark that is printed as a raised [2] is [2], not [²]."""
    body = '#set footnote(numbering: "[1]")\n全县粮食总产量稳定在12.5万吨以上#footnote[按统计口径计算。]。'
    _source, draft = made(body)
    assert any("以上[2]。" in line for line in words(draft))
