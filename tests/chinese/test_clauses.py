"""The clause parser: what a clause says of a quantity. Sentences of other counties, one a construction."""

from __future__ import annotations

import pytest

from build_tools.chinese.amounts import find_quantities
from build_tools.chinese.clauses import Unpaired, parse, quoted

PER = [
    ("每个行政村每年开展义诊4场以上", "每个行政村每年"),
    ("在桐镇、雾镇、白镇各建1个草种基地", "每个镇（桐镇、雾镇、白镇）"),
    ("甲港、乙港、丙港三个重点港区各建1座岸电站", "各（甲港、乙港、丙港三个重点港区）"),
    ("每千人口拥有执业医师、注册护士分别达到3.2人和4.0人", "每千人口"),
    ("培训护林员每年不少于1000人次", "每年"),
    ("年均新增就业2000人、转移就业5万人", "年均"),
    ("日交易能力突破150吨", "每日"),
    ("年接待游客达到650万人次", "每年"),
    ("年产值亿元以上酒庄发展到5家", ""),
    ("每万名常住人口社区工作者不少于18名", "每万名常住人口"),
    ("亩均税收提高到12万元", "每亩"),
    ("户均饲草储备达到3吨", "每户"),
    ("实现镇镇30分钟上高速", "各镇"),
    ("老年大学覆盖50%", ""),
    ("近年货运量突破300万吨", ""),
]


@pytest.mark.parametrize(("text", "per"), PER, ids=[row[0][:12] for row in PER])
def test_a_figure_for_each_of_something_keeps_for_what(text, per):
    """For every quantity of the clause: the qualifier goes on over 、 and 和."""
    amounts = find_quantities(text)
    assert amounts
    assert {parse(text, amounts, index).per for index in range(len(amounts))} == {per}


PAIRS = [
    ("驼、牛、羊存栏分别达到2万头、9万头、80万头", ["驼存栏", "牛存栏", "羊存栏"]),
    ("城镇、牧区居民人均可支配收入分别达到5.1万元和2.7万元", ["城镇居民人均可支配收入", "牧区居民人均可支配收入"]),
    ("农药、化肥使用量比2025年分别减少10%和 8%", ["农药使用量", "化肥使用量"]),
    ("本科学历教师占比、专科学历教师占比，分别达到4.3%和92.5%", ["本科学历教师占比", "专科学历教师占比"]),
    ("污水、垃圾处理率分别由60%、80%提高到90%、100%", ["", "", "污水处理率", "垃圾处理率"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subjects"), PAIRS, ids=[row[0][:12] for row in PAIRS])
def test_respectively_pairs_by_order(text, subjects):
    amounts = find_quantities(text)
    assert len(amounts) == len(subjects)
    for index, subject in enumerate(subjects):
        assert not subject or parse(text, amounts, index).subject == subject


def test_more_names_than_figures_is_told_and_not_guessed():
    text = "驼、牛、羊存栏分别达到2万头、9万头"
    with pytest.raises(Unpaired):
        parse(text, find_quantities(text), 0)


def test_a_verb_of_works_goes_on_over_a_list():
    text = "新建滑雪道14条、索道3条"
    amounts = find_quantities(text)
    assert [parse(text, amounts, index).verb for index in range(2)] == ["新建", "新建"]


QUOTES = [
    ("粮食产量达到7万吨，年均增长2%。", 1, "粮食产量达到7万吨，年均增长2%"),  # its own words name nothing
    ("打草机（大型为主，小型为辅）增加50台，另购拖拉机9台。", 0, "打草机（大型为主，小型为辅）增加50台"),
    ("建成码头3座，疏浚航道12公里。", 1, "疏浚航道12公里"),
]


@pytest.mark.parametrize(("text", "index", "quote"), QUOTES)
def test_a_quote_is_whole_clauses(text, index, quote):
    start, end = quoted(text, find_quantities(text), index)
    assert text[start:end] == quote


def test_a_list_of_a_thousand_figures_is_read() -> None:
    """“1座、1座、…” goes on and on: every figure is looked at, however many there are, and none of them stops the
    reading."""
    for member in ("1座、", "上半年1%、"):
        text = "建设桥梁" + member * 2000
        amounts = find_quantities(text)
        assert len(amounts) == 2000
        assert parse(text, amounts, len(amounts) - 1) is not None
