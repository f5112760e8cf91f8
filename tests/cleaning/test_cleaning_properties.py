"""Promises of readers, cleaning and outline for any text, not only for the two plans."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger import count_places
from small_plan import read

from build_tools.cleaning import clean
from build_tools.model.edition import Plan
from build_tools.model.text import Draft, Line, settled
from build_tools.readers import read_file

READERS = ("ocr_markdown", "word_dump")
SENTENCE = "全县经济总量稳步增长，产业结构持续优化，城乡面貌明显改善，人民生活水平不断提高"
PIECES = st.sampled_from(
    (
        "", "", "\t", "　　", "第一章 发展基础", "## 第二章 总体要求", "第三章", "第一节 目标", "一、主要目标", "（一）指标", "1. 实施工程。", "① 子项",
        "——坚持改革。",
        "专栏1 重点工程", "\t专栏：重点项目", "专栏", "目录", "第一章 发展基础.....\t10", "— 12 —", "某县规划纲要", "注：带 [ ] 为累计数。", "**加粗的一行**",
        "<b>标记</b>",
        "\t类别", "\t指标", "类别\t指标\t2025年", "\t粮食\t40", "| 甲 | 乙 |", "|---|---|", "- 项目", "[bookmark: _Toc1]第四章 保障",
        "[bookmark: _Toc2]", "<!-- 页 -->", "![](a.jpg)", "---",
        SENTENCE, SENTENCE + "。", "到 2025 年，增长 5% 以上。", "美“丽", "乡”村。", "3", "\t\t", "句中\t制表", "2025年6月", "某县人民政府",
    )
)  # fmt: skip
LINES = st.lists(
    st.one_of(PIECES, PIECES, st.text("一二、（）()12.#*_|<>\t 　。，“”专栏第章节X-—\r", max_size=12)),
    min_size=1,
    max_size=25,
)


HINT = {"ocr_markdown": "# ", "word_dump": "[bookmark: _Toc1]"}


TABLE = "注：此处有表。"  # stands for a table: tables are written by the writers, not as lines


def rendered(draft: Draft, reader: str) -> str:
    """The clean lines as a text file again; what the markup said of a line is written as markup."""
    return "\n".join(
        TABLE if not isinstance(line, Line) else (HINT[reader] if line.hint and line.string else "") + line.string
        for line in draft.lines
    )


def words_of(draft: Draft) -> list[str]:
    words = [line.string if isinstance(line, Line) else TABLE for line in draft.lines]
    return [line for line in words if line]


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES, st.sampled_from(READERS))
def test_no_text_loses_a_character(lines: list[str], reader: str) -> None:
    """Whatever stands in a file, every character is in exactly one heading or block, or removed once with a reason."""
    source, draft, outline, _ = read("一化，。" + "\n".join(lines), reader)
    removed, folded = settled(draft.removed + outline.removed, draft.folded)
    assert count_places(len(source.text), outline, removed, folded) == {}


def cleaned(text: str, reader: str) -> Draft:
    return clean(read_file(text.encode("utf-8"), "plan.txt", reader)[1].draft, reader)


def test_cleaning_twice_is_cleaning_once(plan: Plan) -> None:
    """A cleaned plan, cleaned again, stays as it is: no rule eats what another one left."""
    once = cleaned(plan.source, plan.card.reader)
    assert words_of(cleaned(rendered(once, plan.card.reader), plan.card.reader)) == words_of(once)


# contents and cover are found by what follows them, running heads by standing three times: no single line decides about
# them
DOCUMENT_WIDE = ("目录", "第一章 发展基础.....\t10", "某县规划纲要", "2025年6月", "某县人民政府")
ONCE = st.lists(PIECES.filter(lambda piece: piece not in DOCUMENT_WIDE), max_size=12, unique=True)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ONCE, ONCE, st.sampled_from(READERS))
def test_cleaning_any_text_twice_is_cleaning_it_once(lines: list[str], more: list[str], reader: str) -> None:
    """The same for any lines below a heading."""
    once = cleaned("第一章 总则\n县一级的规划，由县编制。\n" + "\n".join(lines + more), reader)
    assert words_of(cleaned(rendered(once, reader), reader)) == words_of(once)


@pytest.mark.parametrize("reader", READERS)
def test_removed_and_kept_never_overlap_after_outline(plan: Plan, reader: str) -> None:
    """A plan read with the other format's reader may be a poor outline, but loses nothing either."""
    source, draft, outline, _ = read(plan.source, reader)
    removed, folded = settled(draft.removed + outline.removed, draft.folded)
    assert count_places(len(source.text), outline, removed, folded) == {}
