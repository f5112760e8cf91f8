"""Tables as Word's own text holds them: U+0007 behind every cell and once more behind every row, with CR or without."""

from __future__ import annotations

import pytest
from small_plan import read

from build_tools.model.text import Grid, Line

ROWS = [
    ["领域", "指标", "2025年", "2030年", "备注"],
    ["农业", "水稻单产（公斤）", "480", "", ""],
    ["", "油茶面积（万亩）", "", "12", ""],
    ["交通", "农村公路（公里）", "850", "930", "续建"],
]
BEFORE, BEHIND = "各镇按下表落实。", "第二章 保障"


def row_a_line(end: str) -> str:
    return "\n" + "\n".join("\x07".join(row) + end for row in ROWS) + "\n"


def cell_marks(cell: str) -> str:
    return "".join("".join(words + cell for words in row) + cell for row in ROWS)


FORMS = {
    "a row a line": row_a_line("\x07"),
    "the row's own mark at its end": row_a_line("\x07\x07"),
    "the row's own mark on the next line": "\n" + "\n\x07".join("\x07".join(row) + "\x07" for row in ROWS) + "\n\x07",
    "all in one line": "\n" + cell_marks("\x07"),
    "Word's own text": "\r" + cell_marks("\r\x07"),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_rows(form):
    """Each cell in its column, empty ones too, and the text behind the last mark is a heading again."""
    _, draft, outline, problems = read(f"第一章 目标\n{BEFORE}{FORMS[form]}{BEHIND}\n加强领导，落实责任。\n", "")
    (grid,) = [line for line in draft.lines if isinstance(line, Grid)]
    assert [["".join(line.string for line in cell) for cell in row] for row in grid.rows] == ROWS
    assert [unit.title.string for unit in outline.units] == ["目标", "保障"]
    assert problems == []


def test_text_between_two_tables_of_words_own_text():
    """A caption and a sentence between two tables stay lines, each table keeps its rows."""
    table = "".join("".join(words + "\r\x07" for words in row) + "\r\x07" for row in [["甲", "乙"], ["3", "4"]])
    _, draft, _, _ = read(
        f"第一章 目标\r{BEFORE}\r{table}以上为农业任务，以下为交通任务。\r{table}完成时限不变。\r", ""
    )
    shown = [line.string if isinstance(line, Line) else len(line.rows) for line in draft.lines]
    assert [one for one in shown if one] == [
        "第一章 目标", BEFORE, 2, "以上为农业任务，以下为交通任务。", 2, "完成时限不变。",
    ]  # fmt: skip


def test_marks_that_fit_no_rows_are_told():
    """Where no number of cells makes rows, every cell is shown as it stands, with a problem."""
    _, draft, _, _ = read("第一章 目标\r见表。\r甲\r\x07乙\r\x073\r\x074\r\x075\r\x07第二章 保障\r加强领导。\r", "")
    assert [problem.code for problem in draft.problems] == ["table-doubtful"]
