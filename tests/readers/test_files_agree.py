"""One plan in the files that offices have — Word, web page, PDF, result of an OCR program — is one plan: the same
units, the same paragraphs, the same tables with their merged cells.

The plan is invented; it has what makes files differ: chapters and sections, items, a box, a footnote, heads over heads,
a category beside its rows, an empty cell.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from typing import Any

import pytest
import typst
from small_plan import read_folder
from word_files import cell, p, table, word_file

from build_tools.model.edition import Plan

Cells = list[list[tuple[str, int, int]]]  # words, rows, columns; a covered place is left out

INDICATORS: Cells = [
    [("类别", 2, 1), ("指标", 2, 1), ("单位", 2, 1), ("规划目标", 1, 2), ("属性", 2, 1)],
    [("2025年", 1, 1), ("2030年", 1, 1)],
    [("经济发展", 2, 1), ("地区生产总值", 1, 1), ("亿元", 1, 1), ("118.6", 1, 1), ("155", 1, 1), ("预期性", 1, 1)],
    [("规模以上工业企业单位增加值能耗累计降低幅度", 1, 1), ("%", 1, 1), ("", 1, 1), ("〔12〕", 1, 1), ("约束性", 1, 1)],
    [("民生福祉", 1, 1), ("人均预期寿命", 1, 1), ("岁", 1, 1), ("79.3", 1, 1), ("80.3", 1, 1), ("预期性", 1, 1)],
]
PROJECTS: Cells = [
    [("序号", 1, 1), ("项目名称", 1, 1), ("建设内容及规模", 1, 1), ("总投资（亿元）", 1, 1)],
    [
        ("1", 1, 1),
        ("冷链物流集散中心", 1, 1),
        ("改造冷库12座，新建分拣车间2.5万平方米，配套建设道路和供电设施", 1, 1),
        ("4.8", 1, 1),
    ],
    [("2", 1, 1), ("县人民医院迁建项目", 1, 1), ("设置床位600张", 1, 1), ("12", 1, 1)],
    [("合计", 1, 3), ("16.8", 1, 1)],
]
BOX = [
    "专栏1 重点工程",
    "1.茶园提升工程。建设标准茶园2万亩，改造老茶园1.5万亩，配套水肥一体化设施。",
    "2.冷链工程。新建冷库12座。",
]
PLAN: list[tuple[str, Any]] = [  # words, cells of a table, or the lines of a box
    ("head", "第一章 发展基础"),
    ("head", "第一节 主要成就"),
    ("text", "全县粮食产量稳定在12.5万吨以上，一批冷链仓储和精深加工项目建成投产，农产品加工业产值突破30亿元，年均增长6.1%，带动农民就业4200人。"),
    ("text", "生态环境持续改善，森林覆盖率达到58.3%，城区空气质量优良天数比例保持在96%以上，主要河流断面水质全部达到Ⅲ类以上，城乡面貌焕然一新。"),
    ("head", "第二节 机遇挑战"),
    ("text", "综合判断，未来五年机遇和挑战并存，机遇大于挑战。"),
    ("head", "第二章 主要目标"),
    ("text", "到2030年，全县经济总量迈上新台阶，主要指标如下："),
    ("caption", "表1 某县“十五五”时期主要指标"),
    ("table", INDICATORS),
    ("text", "一是突出项目带动，二是突出民生优先，三是突出绿色发展，推动各项目标任务落到实处，形成全社会共同参与的良好局面，确保如期完成。"),
    ("box", BOX),
    ("head", "第三章 重点任务"),
    ("head", "（一）产业提质"),
    ("text", "1.做强特色农业。发展茶叶和中药材，建设标准化基地5000亩，培育龙头企业12家，打造区域公用品牌，延长产业链条，提高农产品附加值。"),
    ("text", "2.做优现代物流。建设冷链集散中心，畅通县乡村三级配送体系，物流成本明显下降。"),
    ("head", "（二）民生改善"),
    ("text", "新建改建学校8所、幼儿园6所，县人民医院迁建项目建成投用，每千人口执业医师达到3.2人。"),
    ("caption", "表2 重点项目表"),
    ("table", PROJECTS),
    ("text", "各乡镇、各部门要按照职责分工，细化年度计划，落实工作责任，加强监测评估，确保规划各项任务落到实处。"),
]  # fmt: skip


# -- the same plan in each file


def as_word() -> bytes:
    def merged(rows: Cells) -> str:
        out, open_cells = [], {}  # column → (rows still covered, columns)
        for row in rows:
            words, column, xml = list(row), 0, []
            while words or any(left for c, (left, _) in open_cells.items() if c >= column):
                left, across = open_cells.get(column, (0, 1))
                if left:
                    xml.append(cell("", f'<w:gridSpan w:val="{across}"/><w:vMerge/>'))
                    open_cells[column] = left - 1, across
                    column += across
                    continue
                text, down, across = words.pop(0)
                start = '<w:vMerge w:val="restart"/>' if down > 1 else ""
                xml.append(cell(text, f'<w:gridSpan w:val="{across}"/>{start}'))
                open_cells[column] = down - 1, across
                column += across
            out.append("".join(xml))
        return table(*out)

    parts = []
    for kind, what in PLAN:
        if kind == "table":
            parts.append(merged(what))
        elif kind == "box":
            parts.append(table(cell("".join(p(line) for line in what))))
        else:
            parts.append(p(str(what), '<w:pStyle w:val="1"/>' if kind == "head" else ""))
    return word_file("".join(parts))


def html_table(rows: Cells) -> str:
    return "".join(
        "<tr>" + "".join(f'<td rowspan="{down}" colspan="{across}">{escape(words)}</td>' for words, down, across in row)
        + "</tr>"
        for row in rows
    )  # fmt: skip


def as_page() -> bytes:
    parts = []
    for kind, what in PLAN:
        if kind == "table":
            parts.append(f"<table border=1>{html_table(what)}</table>")
        elif kind == "box":
            inner = "".join(f"<p>{line}</p>" for line in what)
            parts.append(f"<table border=1><tr><td>{inner}</td></tr></table>")
        else:
            parts.append(f"<p>　　{escape(str(what))}</p>")
    return ('<html><head><meta charset="utf-8"></head><body>' + "".join(parts) + "</body></html>").encode("utf-8")


def as_pdf(stroke: str = "0.5pt", lines: str = "") -> bytes:
    def typeset(rows: Cells) -> str:
        width = sum(across for _, _, across in rows[0])
        deep = max(down for _, down, _ in rows[0])
        cells = [[f"table.cell(rowspan: {d}, colspan: {a})[{words.replace('%', chr(92) + '%')}]" for words, d, a in row]
                 for row in rows]  # fmt: skip
        columns = ", ".join(
            "1fr" if len(words) < 7 else "2.5fr" for words in (["类别", "指标名称或项目"] + [""] * width)[:width]
        )
        head, body = ", ".join(map(", ".join, cells[:deep])), ", ".join(map(", ".join, cells[deep:]))
        rule = "table.hline(stroke: 1pt), " if lines else ""
        return (
            f"#[#set text(size: 10pt)\n#table(columns: ({columns}), stroke: {stroke}, inset: 5pt, "
            f"align: horizon + center, {rule}table.header({head}), {rule}{body}, {rule})]"
        )

    parts = []
    for kind, what in PLAN:
        if kind == "table":
            parts.append(typeset(what))
        elif kind == "box":
            inner = "\n\n".join(what)
            parts.append(f"#table(columns: 100%, stroke: 0.5pt, inset: 6pt, [{inner}])")
        elif kind == "head":
            parts.append(f'#align(center, text(size: 16pt, font: "Noto Sans CJK SC")[{what}])')
        elif kind == "caption":
            parts.append(f"#align(center)[{what}]")
        else:
            parts.append(str(what).replace("1.", "1\\.").replace("2.做", "2\\.做"))
    page = (
        "#set page(width: 595pt, height: 600pt, margin: (x: 80pt, y: 70pt), footer: context align(center, text(9pt)"
        '[— #counter(page).display() —]))\n#set text(font: "Noto Serif CJK SC", size: 14pt, lang: "zh", region: "cn")\n'
        "#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 10pt)\n"
    )
    return typst.compile((page + "\n\n".join(parts)).encode("utf-8"))


def as_scan() -> bytes:
    blocks: list[dict[str, object]] = []
    for kind, what in PLAN:
        if kind == "table":
            caption = [str(blocks.pop()["text"])]
            body = f"<table>{html_table(what)}</table>"
            blocks.append({"type": "table", "table_caption": caption, "table_body": body, "page_idx": 0})
        elif kind == "box":
            blocks += [{"type": "text", "text": line, "page_idx": 0} for line in what]
        else:
            blocks.append({"type": "text", "text": what, "page_idx": 0} | ({"text_level": 1} if kind == "head" else {}))
    return json.dumps(blocks, ensure_ascii=False).encode("utf-8")


FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "word": ("plan.docx", as_word),
    "page": ("plan.html", as_page),
    "pdf": ("plan.pdf", as_pdf),
    "pdf, three lines": ("plan.pdf", lambda: as_pdf("none", "three")),
    "scan": ("plan.json", as_scan),
}


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Plan]:
    read = {}
    for number, (name, (file, made)) in enumerate(FILES.items()):
        folder = tmp_path_factory.mktemp("plans") / f"some{number}"
        folder.mkdir()
        (folder / file).write_bytes(made())
        (folder / "plan.yml").write_text(
            "id: some\nname: 某县\ntitle: 某县规划\nperiod: [2026, 2030]\nstatus: adopted\n", encoding="utf-8"
        )
        read[name] = read_folder(folder)
    return read


def bare(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("name", FILES)
def test_units_are_the_same(plans: dict[str, Plan], name: str) -> None:
    """Every heading of the plan with its level and number, and no other."""
    found = [bare(unit.number.string + unit.title.string) for unit in plans[name].units if unit.title.string]
    assert found == [bare(str(what)) for kind, what in PLAN if kind == "head"]
    levels = [(unit.address, unit.level) for unit in plans[name].units]
    assert levels == [(unit.address, unit.level) for unit in plans["word"].units]


@pytest.mark.parametrize("name", FILES)
def test_paragraphs_are_the_same(plans: dict[str, Plan], name: str) -> None:
    """Every paragraph whole, with its address; the box with its items."""
    said = [
        (block.address, block.kind, bare(block.marker.string + block.text.string))
        for block in plans[name].blocks
        if block.kind != "table"
    ]
    assert [words for _, kind, words in said if kind in ("paragraph", "item")] == [
        bare(str(what)) for kind, what in PLAN if kind == "text"
    ]
    assert [words for _, kind, words in said if kind.startswith("box")] == [bare(line) for line in BOX]
    assert said == [
        (block.address, block.kind, bare(block.marker.string + block.text.string))
        for block in plans["word"].blocks
        if block.kind != "table"
    ]


@pytest.mark.parametrize("name", FILES)
def test_tables_are_the_same(plans: dict[str, Plan], name: str) -> None:
    """Words, and over how many rows and columns each cell reaches."""
    tables = [
        [[(bare(one.text.string), one.rowspan, one.colspan) for one in row] for row in block.rows]
        for block in plans[name].blocks
        if block.kind == "table"
    ]
    assert tables == [INDICATORS, PROJECTS]
