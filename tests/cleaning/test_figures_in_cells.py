"""Two figures on two lines of one cell never become one."""

from __future__ import annotations

import pytest
from small_plan import read

FRAME = "第一章 目标\n见下表。\n{table}\n第二章 保障\n加强领导，狠抓落实。"
ROWS = "<tr><td>指标</td><td>2025年</td></tr><tr><td>产值（亿元）</td><td>{cell}</td></tr>"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [("120<br>165", "120 165"), ("120<BR/>165", "120 165"), ("高于<br>全省", "高于全省"), ("12.5<br>%", "12.5%")],
)
def test_figures_that_meet_in_a_cell_stay_two(cell: str, shown: str) -> None:
    """A mark of a new line between two figures is read as a blank; between words it goes."""
    _, _, outline, _ = read(FRAME.format(table=f"<table>{ROWS.format(cell=cell)}</table>"))
    table = next(block for block in outline.blocks if block.kind == "table")
    assert [[c.text.string for c in row] for row in table.rows] == [["指标", "2025年"], ["产值（亿元）", shown]]
