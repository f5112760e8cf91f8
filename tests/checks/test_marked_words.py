"""Words that the authors of a Word file marked in yellow are asked about at their place."""

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
