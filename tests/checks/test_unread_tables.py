"""Nothing that reads like a table and was not read stands on a page without a word."""

from __future__ import annotations

import pytest
from small_plan import read

from build_tools.checks import check_blocks, check_figures
from build_tools.model.text import Removed

HEAD = "第一章 目标\n\n坚持稳中求进，推动高质量发展取得新成效，各项任务落到实处。\n\n"


def told(text: str) -> list[tuple[str, int]]:
    source, _, outline, _ = read(HEAD + text, "")
    return [(p.code, p.line) for p in check_blocks(outline.blocks, source.line_starts()) if p.code == "table-unread"]


def test_words_parted_by_wide_gaps_are_told():
    """Two gaps in a paragraph read like columns; one before a signature does not."""
    assert told("推进林权改革     县林草局     持续推进\n") == [("table-unread", 5)]
    assert told("县长：张三     2026年3月\n") == []


def test_short_lines_one_below_the_other_are_told():
    """Six of them, none a sentence; a list of numbered ones, sentences and four lines are not."""
    names = ["石桥", "柳树湾", "东山坳", "北门口", "清水塘", "大坪上"]
    assert told("\n\n".join(names)) == [("table-unread", 5)]
    assert told("\n\n".join(names[:4])) == []
    assert told("\n\n".join(f"{name}建设有序推进。" for name in names)) == []
    assert told("\n".join(f"{n}.{name}" for n, name in enumerate(names, 1))) == []


@pytest.mark.parametrize(("reason", "codes"), [("cell-mark", ["words-lost"]), ("running-head", [])])
def test_words_never_go_as_marks(reason, codes):
    """The ledger may say that words were a running head, never that they were a blank or a mark."""
    source, draft, outline, _ = read(HEAD, "")
    start = source.text.index("推动")
    gone = [Removed(start, start + 2, reason)]
    assert [p.code for p in check_figures(source.text, outline.units, outline.blocks, gone, draft.folded)] == codes
