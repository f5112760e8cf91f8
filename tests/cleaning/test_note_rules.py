"""Strokes above notes, and the line that says where a report was given."""

from __future__ import annotations

import pytest
from small_plan import read

FULL = "坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，加快构建新发展格局，推动高质量发展。"
REPORT = """
                 政府工作报告

       {opens}2026 年 1 月 12 日在某县第十八届人民代表大会
                   第六次会议上{closes}
                 县长  张三

各位代表：
    现在，我代表县人民政府向大会报告工作，请予审议，并请县政协委
员和列席人员提出意见。
    一、2025 年工作回顾
    过去一年，全县地区生产总值完成 64.2 亿元、增长 6.1%，规模以
上工业增加值增长 8.4%，城镇新增就业 3600 人，十件民生实事全部办
结，社会大局保持稳定。
    二、2026 年工作安排
    今年是开局之年，主要预期目标是地区生产总值增长 6% 左右，居民
人均可支配收入与经济增长同步。
"""


@pytest.mark.parametrize("stroke", ["________", "＿＿＿＿＿＿＿＿", "──────────"])
@pytest.mark.parametrize("note", ["[1] 按当年价格计算。", "① 按当年价格计算。", "1 按当年价格计算，不含农户。"])
def test_a_stroke_above_a_note_goes(stroke: str, note: str) -> None:
    """It is on the ledger as a rule, and nowhere in the text."""
    _, draft, outline, _ = read(f"第一章 目标\n{FULL}\n\n{stroke}\n{note}\n\n第二章 保障\n{FULL}", "word_dump")
    assert not any(stroke[:4] in block.text.string for block in outline.blocks)
    assert [entry.reason for entry in draft.removed if entry.end - entry.start == len(stroke)] == ["rule"]


def test_a_figure_left_open_stays() -> None:
    """____ in a sentence, and on a line above a sentence, is to be filled in."""
    _, _, outline, _ = read(f"第一章 目标\n新建公路________公里。\n________\n{FULL}", "word_dump")
    shown = [block.text.string for block in outline.blocks]
    assert shown[:2] == ["新建公路________公里。", "________"]


@pytest.mark.parametrize(("opens", "closes"), [("——", ""), ("（", "）")])
def test_where_a_report_was_given_is_no_cover(opens: str, closes: str) -> None:
    """…在某县第十八届人民代表大会 / 第六次会议上: both lines are kept, as one."""
    _, draft, outline, _ = read(REPORT.format(opens=opens, closes=closes), "word_dump")
    shown = ["".join((block.marker + block.text).string.split()) for block in outline.blocks]
    assert f"{opens}2026年1月12日在某县第十八届人民代表大会第六次会议上{closes}" in shown
    assert not [entry for entry in draft.removed if entry.reason == "cover" and entry.end - entry.start > 24]
