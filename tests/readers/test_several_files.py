"""A plan in several files is one plan: parts of a scan, a PDF with its annex as an Excel file, in the order of the
card."""

from __future__ import annotations

import datetime
import io
import json
import zipfile
from pathlib import Path

import pytest
import typst
from openpyxl import Workbook
from openpyxl.comments import Comment
from small_plan import read_folder

from build_tools.adding import replace_plan
from build_tools.model.edition import BadInput, Plan
from build_tools.model.text import Draft, Grid, Line
from build_tools.readers import read_file, read_files
from build_tools.readers.shown_values import shown

SCANS = [
    [
        {"type": "text", "text": "第一章 发展基础", "page_idx": 0},
        {"type": "text", "text": "全县粮食产量达到12.5万吨。", "page_idx": 0},
        {"type": "text", "text": "第二章 主要目标", "page_idx": 1},
    ],
    [
        {"type": "text", "text": "森林覆盖率达到60%。", "page_idx": 0},
        {"type": "text", "text": "第三章 保障措施", "page_idx": 0},
        {"type": "text", "text": "完善规划实施机制。", "page_idx": 1},
    ],
]


def scan(at: int) -> bytes:
    return json.dumps(SCANS[at], ensure_ascii=False).encode("utf-8")


def workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "重点项目"
    for row in (
        ["附表1 某县重点项目表"],
        ["", "", "", "单位：亿元"],
        ["类别", "项目名称", "占比", "总投资"],
        ["产业", "冷链物流园", 0.125, 4.8],
        [None, "中药材基地", 0.5, 12000],
        ["合计", None, None, None],
        ["注：投资为估算数。"],
    ):
        sheet.append(row)
    sheet["C4"].number_format = sheet["C5"].number_format = "0.0%"
    sheet["D4"].number_format, sheet["D5"].number_format = "0.00", "#,##0"
    sheet["D6"] = "=D4+D5"
    sheet["B4"].comment = Comment("请核实", "某人")
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("A4:A5")
    sheet.merge_cells("A6:C6")
    hidden = book.create_sheet("底稿")
    hidden.append(["不公开的测算", 99])
    hidden.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def lines(draft: Draft) -> list[str]:
    return [line.string for line in draft.lines if isinstance(line, Line)]


def test_a_sheet_is_a_table_with_the_lines_around_it() -> None:
    """Title and unit above, the note below, merged cells in place, figures as the sheet shows them; a hidden sheet is
    on the ledger, and a formula without a result is told."""
    form, (source, draft) = read_file(workbook(), "annex.xlsx")
    (grid,) = [one for one in draft.lines if isinstance(one, Grid)]
    assert form == "xlsx"
    assert lines(draft) == ["附表1 某县重点项目表", "单位：亿元", "注：投资为估算数。"]
    assert [["".join(line.string for line in cell) for cell in row] for row in grid.rows] == [
        ["类别", "项目名称", "占比", "总投资"],
        ["产业", "冷链物流园", "12.5%", "4.80"],
        ["", "中药材基地", "50.0%", "12,000"],
        ["合计", "", "", ""],
    ]
    assert set(grid.spans) == {(1, 0, 2, 1), (3, 0, 1, 3)}
    assert {source.text[e.start : e.end] for e in draft.removed if e.reason == "hidden-text"} == {"不公开的测算", "99"}
    assert [(one.code, one.values) for one in draft.problems] == [("formula-without-value", ("重点项目!D6",))]


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (0.125, "0.0%", "12.5%"),
        (4.8, "General", "4.8"),
        (0.1 + 0.2, "General", "0.3"),
        (2.5, "0", "3"),
        (1234567.891, "#,##0.00_ ", "1,234,567.89"),
        (12, '0"万元"', "12万元"),
        (4.8, "0.0#", "4.8"),
        (5, "# ?/?", "5"),
        (datetime.datetime(2026, 3, 1), 'yyyy"年"m"月"', "2026年3月"),
        (datetime.datetime(2026, 3, 1), "yyyy/mm/dd", "2026/03/01"),
        ("[5.3]", "General", "[5.3]"),
    ],
)
def test_values_stand_as_the_sheet_shows_them(value: object, form: str, words: str) -> None:
    """No rounding of its own, no figure in another shape."""
    assert shown(value, form) == words


def test_files_are_one_text_in_their_order() -> None:
    """Every character is on a line or on the ledger, pages count on, and lines of a file without pages are on none."""
    annex = workbook()
    form, (source, draft) = read_files([(scan(0), "1.json"), (scan(1), "2.json"), (annex, "annex.xlsx")])
    kept = [*draft.lines, *draft.notes]
    cells = [line for one in kept if isinstance(one, Grid) for row in one.rows for cell in row for line in cell]
    offsets = [at for line in (*(one for one in kept if isinstance(one, Line)), *cells) for at in line.text.offsets]
    offsets += [at for entry in draft.removed for at in range(entry.start, entry.end)]
    assert form == "ocr_json"
    assert sorted(offsets) == list(range(len(source.text)))
    assert all(source.lines[line.number - 1].string == line.string for line in cells)
    assert lines(draft)[:7] == [one["text"] for part in SCANS for one in part] + ["附表1 某县重点项目表"]
    assert source.page_starts == (1, 3, 4, 6)
    assert source.pageless == ((7, len(source.lines)),)


def plan(folder: Path, card: str, **files: bytes) -> Plan:
    folder.mkdir()
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    (folder / "plan.yml").write_text(
        "name: 某县\ntitle: 某县规划\nperiod: [2026, 2030]\nstatus: adopted\n" + card, encoding="utf-8"
    )
    return read_folder(folder)


def test_a_card_names_its_files(tmp_path: Path) -> None:
    """files: in plan.yml: one plan, with the pages of all its files; what stands on no page has none."""
    read = plan(
        tmp_path / "some", "files: [b.json, a.json, c.xlsx]\n", b_json=scan(0), a_json=scan(1), c_xlsx=workbook()
    )
    chapters = [unit.title.string for unit in read.units if unit.level == "chapter"]
    table = next(block for block in read.blocks if block.kind == "table")
    assert chapters == ["发展基础", "主要目标", "保障措施"]
    assert [read.page_of(block.lines[0]) for block in read.blocks][:3] == [1, 3, 4]
    assert read.page_of(table.lines[0]) is None


@pytest.mark.parametrize(
    ("card", "said"),
    [
        ("files: a.json\n", "files names no list"),
        ("files: [a.json, a.json]\n", "twice"),
        ("files: [a.json]\nfile: a.json\n", "both file and files"),
        ("files: [a.json, b.json]\n", r"b\.json"),
        ("files: [a.json, ../x.json]\n", "does not lie in the folder"),
        ("", "files: "),
    ],
)
def test_a_wrong_list_of_files_is_one_line(tmp_path: Path, card: str, said: str) -> None:
    """The line of plan.yml, and what to write."""
    with pytest.raises(BadInput, match=rf"plan\.yml:\d+: [^\n]*{said}"):
        plan(tmp_path / "some", card, a_json=scan(0), c_txt=b"x")


def test_several_files_are_not_replaced_by_one(tmp_path: Path) -> None:
    """`add --replace` cannot tell which of them the new file is for, and says what to do."""
    plan(tmp_path / "some", "files: [a.json, b.json]\n", a_json=scan(0), b_json=scan(1))
    (tmp_path / "new.json").write_bytes(scan(0))
    with pytest.raises(BadInput, match="several files"):
        replace_plan("some", tmp_path / "new.json", tmp_path, tmp_path / "curated")


@pytest.mark.parametrize("cut", [60, 600])
def test_a_damaged_workbook_is_one_line(cut: int) -> None:
    """As any damaged file."""
    with pytest.raises(BadInput, match=r"^a\.xlsx:1: [^\n]+$"):
        read_file(workbook()[:cut] + b"xl/workbook.xml", "a.xlsx")


def test_a_workbook_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The zip says how large its parts are, and no more than that is unpacked."""
    monkeypatch.setattr("build_tools.readers.xlsx.LARGEST_PART", 10_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", " " * 20_000)
    with pytest.raises(BadInput, match="larger"):
        read_file(out.getvalue(), "a.xlsx")


def test_pdf_and_workbook_are_one_plan(tmp_path: Path) -> None:
    """The text as PDF, its annex as a workbook."""
    body = '#set text(font: "Noto Serif CJK SC", lang: "zh")\n第一章 发展基础\n\n全县粮食产量达到12.5万吨，城乡面貌发生变化。'
    read = plan(tmp_path / "some", "files: [a.pdf, b.xlsx]\n", a_pdf=typst.compile(body.encode()), b_xlsx=workbook())
    assert [read.page_of(block.lines[0]) for block in read.blocks if block.kind == "paragraph"][:1] == [1]
    assert any(block.kind == "table" for block in read.blocks)
