"""Numbers of sections with a tab behind them are headings, not rows of a table."""

from __future__ import annotations

from small_plan import read


def test_sections_behind_tabs():
    """2⇥总体要求 directly above 2.1⇥指导思想: two headings; 1⇥粮食 above 2⇥油料 below a head: two rows."""
    text = "1\t发展基础\n1.1\t主要成效\n{0}\n2\t总体要求\n2.1\t指导思想\n{0}\n2.2\t基本原则\n{0}\n3\t重点任务\n3.1\t做强产业\n{0}\n"
    _, _, outline, _ = read(text.format("坚持稳中求进，推动高质量发展取得新成效，各项任务落到实处。"), "")
    assert [unit.number.string for unit in outline.units] == ["1", "1.1", "2", "2.1", "2.2", "3", "3.1"]
    table = "第一章 目标\n序号\t品种\n1\t粮食\n2\t油料\n第二章 保障\n加强领导。\n"
    _, _, outline, _ = read(table, "")
    assert [[cell.text.string for cell in row] for row in outline.blocks[0].rows] == [
        ["序号", "品种"], ["1", "粮食"], ["2", "油料"],
    ]  # fmt: skip
