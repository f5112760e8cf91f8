"""What the authors of a Word file marked or left open in it is asked about at its place."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from small_plan import read_folder, write_plan


def test_words_marked_yellow_are_a_question_to_the_authors(tmp_path: Path) -> None:
    """The finding quotes the marked words, at the paragraph in which they stand; what is not marked is left alone."""
    document = Document()
    document.add_paragraph("第一章 任务")
    paragraph = document.add_paragraph("新建水库3座，总投资")
    paragraph.add_run("十二亿元左右").font.highlight_color = WD_COLOR_INDEX.YELLOW
    paragraph.add_run("，2028年建成。")
    document.add_paragraph("第二章 保障")
    document.add_paragraph("加强组织领导，狠抓落实。")
    data = BytesIO()
    document.save(data)
    folder = write_plan(tmp_path, "some", "", reader=None, file="plan.docx")
    (folder / "plan.docx").write_bytes(data.getvalue())
    (folder / "plan.txt").unlink()
    (found,) = read_folder(folder).findings
    assert (found.code, found.quote, found.tier) == ("residue-marked", "十二亿元左右", "ask")
    assert found.address == "some/01#1"


def test_an_open_revision_is_told_at_its_paragraph(tmp_path: Path) -> None:
    """What was inserted is quoted, what was deleted only counted; the text reads as if it were accepted."""
    from word_files import word_file

    revised = (
        "<w:p><w:r><w:t>新建水库</w:t></w:r><w:del w:id='1' w:author='a'><w:r><w:delText>3座</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='a'><w:r><w:t>5座并配套管网</w:t></w:r></w:ins><w:r><w:t>，2028年建成。</w:t></w:r></w:p>"
    )
    lines = ["第一章 任务", "", "第二章 保障", "加强组织领导，狠抓落实。"]
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" if line else revised for line in lines)
    folder = write_plan(tmp_path, "some", "", reader=None, file="plan.docx")
    (folder / "plan.docx").write_bytes(word_file(body))
    (folder / "plan.txt").unlink()
    plan = read_folder(folder)
    (found,) = plan.findings
    assert (found.code, found.tier, found.quote) == ("residue-revised", "sure", "5座并配套管网")
    assert found.values == ("5座并配套管网", "2")  # how much was deleted, not what
    assert plan.blocks[0].text.string == "新建水库5座并配套管网，2028年建成。"
