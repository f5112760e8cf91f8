"""Places to be filled in are told from markup, from boxes to tick and from numbers."""

import pytest

from build_tools.chinese.blanks import blanks_to_fill_in, figures_to_fill_in

FIGURES = (
    "新建高标准农田____万亩", "投资＿＿亿元", "增长___%", "引进企业　　家，", "建设仓储（   ）座", "培育龙头企业□□家", "常住人口达到※万人",
    "产量达到**亿斤", "绿化率××%", "公路里程〇〇公里", "投资 亿元", "引进企业…家。",
)  # fmt: skip
NONE = (
    "二〇二〇年",
    "□是□否",
    "等……家长代表",
    "**重点任务**逐项落实",
    "全县（含农场）",
    "第 2 季度",
    "面积十 万亩",
    "说（  此处",
)


@pytest.mark.parametrize("words", FIGURES)
def test_a_figure_to_fill_in_is_found_once(words: str) -> None:
    """Every form a draft uses for an open figure, a unit behind it, is one place."""
    assert len(figures_to_fill_in(words)) == 1


@pytest.mark.parametrize("words", NONE)
def test_look_alikes_are_none(words: str) -> None:
    """Years, boxes to tick, bold words and brackets with words in them are no open figures."""
    assert figures_to_fill_in(words) == []


def test_a_blank_without_unit_stands_for_words() -> None:
    """牵头单位：______ has a name to be filled in; the blank before 万亩 is a figure, not both."""
    assert blanks_to_fill_in("牵头单位：______") == [(5, 11)]
    assert blanks_to_fill_in("新建农田____万亩") == []
