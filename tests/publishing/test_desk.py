"""The editor's desk: work lists that come back filled, Word files with comments, and nothing of it in the
publication."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from hypothesis import assume, given
from hypothesis import strategies as st
from small_plan import write_plan
from word_files import word_file

from build_tools.__main__ import main
from build_tools.publishing.commented_document import squeezed, with_comments
from build_tools.publishing.filled_list import read_filled
from build_tools.publishing.work_lists import document, workbook
from build_tools.writers.office.remarks import Remark

TEXT = """第一章 主要目标
到2030年，全县农产品加工转化率达到70%，全县粮食产量达到X亿斤。
到2030年，全县农产品加工转化率达到75%，新建公路X公里。
第二章 保障措施
加强组织领导（含县直各部门，落实责任。
"""


@pytest.fixture
def arguments(tmp_path: Path) -> list[str]:
    write_plan(tmp_path / "sources", "some", TEXT)
    return ["--sources", str(tmp_path / "sources"), "--out", str(tmp_path / "out")]


def made(tmp_path: Path, arguments: list[str]) -> Path:
    assert main(["desk", "--quiet", *arguments]) == 0
    return tmp_path / "out" / "build" / "desk"


def test_the_desk_is_made_beside_the_publication(tmp_path: Path, arguments: list[str]) -> None:
    """Findings stand on the desk's pages and in its data; pages and data of the publication have none of them."""
    assert main(["convert", "--quiet", *arguments]) == 0
    folder = made(tmp_path, arguments)
    assert (folder / "site" / "some" / "findings.html").is_file()
    told = (folder / "site" / "some" / "findings.html").read_text(encoding="utf-8")
    assert "此处70%，彼处75%" in told or "此处75%，彼处70%" in told
    assert (folder / "some-待办清单.xlsx").is_file()
    published = tmp_path / "out" / "pages" / "zh" / "some"
    assert not (published / "findings.md").exists()
    assert "，彼处7" not in "".join(page.read_text(encoding="utf-8") for page in published.glob("*.md"))
    assert "核对" not in (published / "01.md").read_text(encoding="utf-8")
    assert not list(folder.glob("*.zip"))


def fill(file: Path, values: dict[str, object]) -> Path:
    """The workbook with values beside what is missing, saved by another program, its columns in another order."""
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        value = values.get(str(row[heads.index("填什么、改什么")].value))
        if value is not None:
            row[heads.index("填入或改成")].value = value
    sheet.insert_cols(1)
    target = file.with_name("filled.xlsx")
    book.save(target)
    return target


def read_back(file: Path, arguments: list[str], capsys: pytest.CaptureFixture) -> tuple[int, dict]:
    capsys.readouterr()
    code = main(["check", "--json", *arguments, "--worklist", str(file)])
    return code, json.loads(capsys.readouterr().out)


def test_a_filled_list_comes_back(tmp_path: Path, arguments: list[str], capsys: pytest.CaptureFixture) -> None:
    """What is filled in is counted, what is not is named, and all of it after another program saved the file."""
    file = made(tmp_path, arguments) / "some-待办清单.xlsx"
    code, reply = read_back(file, arguments, capsys)
    tasks = reply["waiting"]
    assert (code, reply["filled"], reply["new"], reply["against"]) == (0, 0, 0, 0)
    assert tasks > 2
    code, reply = read_back(fill(file, {"粮食产量（亿斤）": 12.0}), arguments, capsys)
    assert (code, reply["filled"], reply["waiting"]) == (0, 1, tasks - 1)


def test_the_list_is_said_in_words(tmp_path: Path, arguments: list[str], capsys: pytest.CaptureFixture) -> None:
    """Chapters by their titles, findings by how sure they are; what stays open is told in sentences, not in codes."""
    folder = made(tmp_path, arguments)
    sheet = openpyxl.load_workbook(folder / "some-待办清单.xlsx").worksheets[0]
    heads, *rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert {row[heads.index("所在章")] for row in rows} == {"第一章 主要目标", "第二章 保障措施"}
    assert {"待填数字", "自查：应改"} <= {row[heads.index("种类")] for row in rows}
    capsys.readouterr()
    assert main(["check", "--language", "zh", *arguments, "--worklist", str(folder / "some-待办清单.docx")]) == 0
    told = capsys.readouterr().out
    assert "“农产品加工转化率”：此处75%，彼处70%。" in told
    assert "other-value" not in told


def test_columns_of_the_document_have_their_widths(tmp_path: Path, arguments: list[str]) -> None:
    """LibreOffice goes by the grid of a table, Word by its cells: both say the same."""
    for table in Document(made(tmp_path, arguments) / "some-待办清单.docx").tables:
        assert [column.width for column in table.columns] == [cell.width for cell in table.rows[0].cells]
        assert len({column.width for column in table.columns}) > 2


def test_a_value_against_the_text_is_told(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """The checks run over the text as it would read: a value that disagrees with another sentence is named, with exit
    1."""
    write_plan(tmp_path / "sources", "some", TEXT.replace("转化率达到75%", "转化率达到X%"))
    arguments = ["--sources", str(tmp_path / "sources"), "--out", str(tmp_path / "out")]
    file = made(tmp_path, arguments) / "some-待办清单.xlsx"
    code, reply = read_back(fill(file, {"农产品加工转化率（%）": "75%"}), arguments, capsys)
    assert code == 1
    assert [one["value"] for one in reply["contradicted"]] == ["75%"]
    code, reply = read_back(fill(file, {"农产品加工转化率（%）": 70}), arguments, capsys)
    assert (code, reply["against"]) == (0, 0)


def test_a_list_of_an_earlier_text(tmp_path: Path, arguments: list[str], capsys: pytest.CaptureFixture) -> None:
    """A row whose sentence is gone is told with its value; a task that the list does not have is new."""
    file = fill(made(tmp_path, arguments) / "some-待办清单.xlsx", {"粮食产量（亿斤）": 12})
    write_plan(tmp_path / "sources", "some", TEXT.replace("粮食产量达到X", "小麦产量达到X"))
    _code, reply = read_back(file, arguments, capsys)
    assert [value for _id, value in reply["unknown"]] == ["12"]
    assert reply["new"] == 1


@pytest.mark.parametrize("data", [b"", b"text", b"PK\x03\x04", word_file("<w:p/>")])
def test_what_is_no_list_is_refused(
    tmp_path: Path, arguments: list[str], data: bytes, capsys: pytest.CaptureFixture
) -> None:
    """One line that names the file and says which file is wanted."""
    (tmp_path / "no.xlsx").write_bytes(data)
    assert main(["check", *arguments, "--worklist", str(tmp_path / "no.xlsx")]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "no.xlsx: this is no work list." in said


def test_a_filled_file_is_never_written_over(tmp_path: Path, arguments: list[str]) -> None:
    """Making the desk again lays the new list beside the one that somebody filled in."""
    file = made(tmp_path, arguments) / "some-待办清单.xlsx"
    new = file.read_bytes()
    fill(file, {"粮食产量（亿斤）": 12}).replace(file)
    filled = file.read_bytes()
    made(tmp_path, arguments)
    assert file.read_bytes() == new
    assert file.with_stem("some-待办清单-1").read_bytes() == filled


def test_the_same_bytes(tmp_path: Path, arguments: list[str]) -> None:
    """The office files of one text are the same on every day."""
    folder = made(tmp_path, arguments)
    before = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    assert len(before) == 3
    for file in folder.iterdir():
        if file.is_file():
            file.unlink()
    made(tmp_path, arguments)
    assert {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()} == before


COLUMNS = (
    ("id", "编号", 12), ("chapter", "所在章", 10), ("place", "位置", 10), ("missing", "填什么、改什么", 10), ("sentence", "原文", 10),
    ("own", "本规划别处", 10), ("other", "另一规划", 10), ("value", "填入或改成", 10), ("person", "责任人", 10),
)  # fmt: skip
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=5))
def test_any_words_survive_both_files(rows: list[tuple[str, str]]) -> None:
    """Whatever a sentence holds, formulas and signs of markup among it, the ids come back from workbook and
    document."""
    table = [(f"{n:010x}", "章", place, "", sentence, "", "", "", "") for n, (place, sentence) in enumerate(rows)]
    book = workbook(COLUMNS, table, (("章", "合计"), ("章", len(rows))), ("待办", "合计"), "清单")
    ids = [row[0] for row in table]
    assert [row.id for row in read_filled(book, "x")] == ids
    cells = list(openpyxl.load_workbook(io.BytesIO(book)).worksheets[0].iter_rows(min_row=2))
    assert [row[4].data_type for row in cells if row[4].value] == ["s"] * sum(bool(row[4]) for row in table)
    assert [row.id for row in read_filled(document(COLUMNS, table, "清单", ""), "x")] == ids


def comments_of(data: bytes) -> list[tuple[str, str]]:
    """(words it stands at, what it says) of every comment."""
    from docx.oxml.ns import qn

    made = Document(io.BytesIO(data))
    found = []
    for comment in made.comments:
        body, inside, words = made.element.body, False, ""
        for element in body.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:t")):
            if element.tag == qn("w:t"):
                words += element.text or "" if inside else ""
            elif element.get(qn("w:id")) == str(comment.comment_id):
                inside = element.tag == qn("w:commentRangeStart")
        found.append((words, comment.text))
    return found


def word(*paragraphs: tuple[str, ...], cell: str = "") -> bytes:
    """A Word file of paragraphs, each of its runs, and a table of one cell."""
    made = Document()
    for runs in paragraphs:
        line = made.add_paragraph()
        for run in runs:
            line.add_run(run).bold = True
    if cell:
        made.add_table(1, 1).cell(0, 0).text = cell
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_comments_stand_at_their_words() -> None:
    """In a copy of the very file: cut out of a run, over several runs, in a table; the text is the same as before."""
    lines = (("到2030年，转化率", "达到7", "0%，产量增长。"), ("甲乙丙",))
    remarks = [
        Remark("转化率达到70%", "到2030年，转化率达到70%，产量增长。", 1, "一"),
        Remark("乙", "甲乙丙", 2, "二"),
        Remark("转化率 % 70", "", 3, "三"),
        Remark("没有的话", "没有的话", 4, "四"),
    ]
    data, lost = with_comments(word(*lines, cell="转化率"), remarks)
    assert comments_of(data) == [("转化率达到70%", "一"), ("乙", "二"), ("转化率", "三")]
    assert [remark.text for remark in lost] == ["四"]
    read = Document(io.BytesIO(data)).paragraphs
    assert [line.text for line in read] == ["".join(runs) for runs in lines]
    assert all(run.bold for line in read for run in line.runs if run.text)


@given(st.lists(st.text("甲乙 %7", max_size=5), min_size=1, max_size=4), st.data())
def test_a_comment_changes_no_sign(runs: list[str], data: st.DataObject) -> None:
    """However the words are parted into runs, the comment stands at them, and the paragraph reads as before."""
    whole = squeezed("".join(runs))
    assume(whole)
    start = data.draw(st.integers(0, len(whole) - 1))
    quote = whole[start : data.draw(st.integers(start + 1, len(whole)))]
    file, lost = with_comments(word(tuple(runs)), [Remark(quote, whole, 1, "说")])
    assert Document(io.BytesIO(file)).paragraphs[0].text == "".join(runs)
    assert not lost
    assert [squeezed(words) for words, _said in comments_of(file)] == [quote]


def test_a_word_file_comes_back_as_itself(tmp_path: Path) -> None:
    """Of a plan that came as a Word file it is a copy of that file that carries the comments."""
    lines = TEXT.splitlines()
    folder = write_plan(tmp_path / "sources", "some", "", file="plan.docx", reader="docx")
    (folder / "plan.docx").write_bytes(word(*((line,) for line in lines)))
    desk = made(tmp_path, ["--sources", str(tmp_path / "sources"), "--out", str(tmp_path / "out")])
    data = (desk / "some-核对批注.docx").read_bytes()
    assert [line.text for line in Document(io.BytesIO(data)).paragraphs] == lines
    at = [squeezed(words) for words, _said in comments_of(data)]
    assert any("转化率达到70%" in words for words in at)
    assert any("转化率达到75%" in words for words in at)


def test_a_damaged_word_file_does_not_stop_the_desk(tmp_path: Path) -> None:
    """What the reader reads and the library does not open is written anew from its text."""
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in TEXT.splitlines())
    folder = write_plan(tmp_path / "sources", "some", "", file="plan.docx", reader="docx")
    (folder / "plan.docx").write_bytes(word_file(body))
    desk = made(tmp_path, ["--sources", str(tmp_path / "sources"), "--out", str(tmp_path / "out")])
    assert comments_of((desk / "some-核对批注.docx").read_bytes())
