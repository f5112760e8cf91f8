"""Marks of Markdown and of a Word dump go from any text, whichever of the two it was taken for."""

from __future__ import annotations

import pytest

from build_tools.model.text import Line
from build_tools.readers import read_file

READERS = ("ocr_markdown", "word_dump")
# a line and what stays of it
LINES = {
    "## 第一章 总则": "第一章 总则",
    "[bookmark: _Toc1]第一章 总则": "第一章 总则",
    "**重点任务**逐项落实": "重点任务逐项落实",
    "- 完善机制": "完善机制",
    "- 4 / 86 -": "- 4 / 86 -",
    "---": "",
    "______________________": "",
    "____": "____",
    "新建农田____万亩，增长___%": "新建农田____万亩，增长___%",
    "产量达到**亿斤，投资**亿元": "产量达到**亿斤，投资**亿元",
    "+ 不是列表": "+ 不是列表",
}


@pytest.mark.parametrize("reader", READERS)
def test_marks_go_and_blanks_to_fill_in_stay(reader: str) -> None:
    """A mark of either kind is taken off; what a draft leaves to be filled in is no mark."""
    text = "\n".join(["坚持稳中求进，推动高质量发展。", *LINES])
    lines = [
        line.string
        for line in read_file(text.encode("utf-8"), "plan.txt", reader)[1].draft.lines[1:]
        if isinstance(line, Line)
    ]
    assert lines == list(LINES.values())
