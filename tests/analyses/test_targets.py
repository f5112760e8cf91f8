"""Targets: one sentence a construction, as plans write it, and what must come out of it."""

from __future__ import annotations

import pytest

from build_tools.analyses.targets import find_targets
from build_tools.model.outline import Block, Unit
from build_tools.model.text import Text

PERIOD = (2026, 2030)


def targets_in(sentence: str, title: str = "主要任务", kind: str = "paragraph"):
    units = (Unit("plan/01", "chapter", Text.at("第一章", 0), Text.at(title, 3), 1),)
    blocks = (Block("plan/01#1", "plan/01", kind, Text.at(sentence, 0), (1, 1)),)
    return find_targets("plan", PERIOD, units, blocks, [0])


def told(sentence: str, **place: str):
    """(subject, comparator, value[-high], unit) of every target."""
    return [
        (t.subject, t.comparator, "-".join(filter(None, (t.value, t.value_high))), t.unit)
        for t in targets_in(sentence, **place)
    ]


UNDERTAKEN = [
    ("到2030年，粮食产量稳定在35亿斤以上。", [("粮食产量", ">=", "35", "亿斤")]),
    ("城镇调查失业率控制在5.5%以内。", [("城镇调查失业率", "<=", "5.5", "%")]),
    ("社会消费品零售总额突破90亿元。", [("社会消费品零售总额", ">", "90", "亿元")]),
    ("玉米播种面积稳定在120万亩左右。", [("玉米播种面积", "≈", "120", "万亩")]),
    ("规模以上工业企业达到80户。", [("规模以上工业企业", "=", "80", "户")]),
    ("每个乡镇至少建有1所标准化卫生院。", [("标准化卫生院", ">=", "1", "所")]),
    ("培育3-5个省级特色小镇。", [("省级特色小镇", "=", "3-5", "个")]),
    ("生猪、肉牛、家禽出栏量分别达到100万头、12万头和900万只。", [("生猪出栏量", "=", "100", "万头"), ("肉牛出栏量", "=", "12", "万头"), ("家禽出栏量", "=", "900",
    "万只")]),
    ("污水处理能力由5万吨提升到8万吨。", [("污水处理能力", "=", "8", "万吨")]),
    ("改造老旧供水管网36公里、供热管网12公里。", [("改造老旧供水管网", "=", "36", "公里"), ("供热管网", "=", "12", "公里")]),
    ("新建66千伏变电站2座。", [("新建66千伏变电站", "=", "2", "座")]),
    ("引进2个投资超10亿元产业项目。", [("投资超10亿元产业项目", "=", "2", "个")]),
    ("旅游综合收入突破X亿元。", [("旅游综合收入", ">", "X", "亿元")]),
    ("旅游综合收入超亿元。", [("旅游综合收入", ">", "1", "亿元")]),
    ("实现15分钟救援圈全覆盖。", [("救援圈全覆盖", "=", "15", "分钟")]),
    ("企业开办时间压缩至1个工作日内。", [("企业开办时间", "<=", "1", "个工作日")]),
    ("长期整治300多公里沟渠。", [("沟渠", ">", "300", "公里")]),
    ("协议投资总额超过50亿元。", [("协议投资总额", ">", "50", "亿元")]),
    ("培育年产值超10亿元企业5家、超亿元企业50家。", [("培育年产值超10亿元企业", "=", "5", "家"), ("超亿元企业", "=", "50", "家")]),
    ("谋划重点项目300个，总投资1500亿元。", [("谋划重点项目", "=", "300", "个"), ("总投资", "=", "1500", "亿元")]),
    ("争取中央预算内投资5亿元以上。", [("中央预算内投资", ">=", "5", "亿元")]),
    ("老旧小区改造300个、4万户。", [("老旧小区改造", "=", "300", "个"), ("老旧小区改造", "=", "4", "万户")]),
    ("城乡居民收入比缩小到2:1以内。", [("城乡居民收入比", "<=", "2:1", "比例")]),
    ("目前，建成区面积28平方公里，到2030年达到32平方公里。", [("建成区面积", "=", "32", "平方公里")]),
    ("PM2.5平均浓度控制在30微克/立方米以下。", [("PM2.5平均浓度", "<=", "30", "微克/立方米")]),
    ("村集体经济收入20万元以上的村占比达到90%。", [("村集体经济收入20万元以上的村占比", "=", "90", "%")]),
    ("森林覆盖率由35.2%提高到36.5%。", [("森林覆盖率", "=", "36.5", "%")]),
    ("三次产业结构比调整为2:4:4。", [("三次产业结构比", "=", "2:4:4", "比例")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), UNDERTAKEN, ids=[sentence[:16] for sentence, _ in UNDERTAKEN])
def test_a_quantity_the_plan_undertakes_is_found_with_its_subject_and_comparator(sentence, expected):
    assert told(sentence) == expected


NOT_UNDERTAKEN = [
    "2024年，全县规模以上工业企业达到80户。",  # a year before the plan
    "“十四五”期间，累计脱贫12万人。",  # the period before
    "全县现有耕地120万亩，人均耕地3.2亩。",
    "县域总面积3121平方公里，辖18个乡镇。",
    "依托18个乡镇服务站，完善服务网络。",  # what is there
    "针对空置率超过50%的自然村，分类施策。",
    "县城距省会120公里。",
    "计划投资2.5亿元，改善出行条件。",  # the project's money
    "推动总投资16亿元的8000万只肉鸡全产业链以及20个养殖场项目。",  # a project's name
    "项目占地面积36公顷，新建25台风机。",  # a site
    "项目达产后，年产玻璃10万吨。",
    "新建30000平方米综合楼。",
    "沿G303、X602和102国道布局，推广5G和4K应用。",  # numbers that count nothing
    "为65周岁以上老年人免费体检。",
    "10万—20万人（含10万人）：中心城区。",  # limits of classes
    "东辽河堤防加固（2.2亿元，55.56公里，2026年开工）。",
]


@pytest.mark.parametrize("sentence", NOT_UNDERTAKEN, ids=[sentence[:16] for sentence in NOT_UNDERTAKEN])
def test_what_is_or_was_or_belongs_to_one_project_is_no_target(sentence):
    assert told(sentence) == []


def test_a_section_on_the_present_state_has_no_targets_and_one_on_aims_has():
    """The same sentence, under two titles."""
    assert told("卫生监督覆盖面达到100%。", title="发展基础") == []
    assert told("卫生监督覆盖面达到100%。", title="“十四五”发展回顾") == []
    assert len(told("卫生监督覆盖面达到100%。", title="推动绿色转型取得新成效")) == 1
    assert told("卫生监督覆盖面达到100%。", title="发展目标") == [("卫生监督覆盖面", "=", "100", "%")]


YEARS = [
    ("到2028年，新增泊位500个。", 2028, "explicit_year"),
    ("至2035年，供电可靠率为99.9%。再生水利用率为60%。", 2035, "explicit_year"),
    ("到“十五五”期末，城镇化率提升至65%。", 2030, "explicit_year"),
    ("“十五五”期间，新建农村公路300公里。", 2030, "period_phrase"),
    ("新建农村公路300公里。", 2030, "implied"),
    ("PM2.5浓度比2025年下降10%。", 2030, "implied"),
    ("生产线改造（窑炉2027年到期），日熔化量提升至900吨。", 2030, "implied"),
]


@pytest.mark.parametrize(("sentence", "year", "basis"), YEARS, ids=[row[0][:14] for row in YEARS])
def test_the_year_comes_from_the_words_before_the_figure_else_from_the_plan(sentence, year, basis):
    assert {(t.by_year, t.by_basis) for t in targets_in(sentence)} == {(year, basis)}


KINDS = [
    ("地区生产总值年均增长6%以上。", "growth_rate"),
    ("单位GDP能耗累计下降11%。", "increment"),
    ("物流费用占比下降1个百分点。", "increment"),
    ("占GDP比重达到35%。", "share"),
    ("创建省级示范村12个。", "count"),
    ("新建农村道路850公里。", "increment"),
    ("新增视频点位500个。", "increment"),
    ("培养名师15名。", "count"),
    ("工业增加值达到30亿元。", "level"),
    ("冷藏车保有量超200辆。", "level"),
    ("人均预期寿命提高1岁。", "increment"),
    ("平均办理时限压缩70%。", "increment"),
    ("每千人口拥有床位7.5张。", "level"),
    ("新增城镇就业8000人。", "level"),
]


@pytest.mark.parametrize(("sentence", "kind"), KINDS, ids=[row[0] for row in KINDS])
def test_the_kind_says_what_sort_of_figure_it_is(sentence, kind):
    assert [t.kind for t in targets_in(sentence)] == [kind]


def test_a_target_keeps_its_place_in_the_text_of_every_block(edition):
    """What stands from start to end is the figure as printed, in the block the address names, on the line it gives."""
    for plan in edition.plans:
        blocks = {block.address: block for block in plan.blocks}
        assert plan.targets
        for target in plan.targets:
            block = blocks[target.address]
            printed = target.span.of(block.text.string)
            assert target.value in printed or target.value == "1"
            assert block.lines[0] <= target.line <= block.lines[1]


def test_no_open_figure_gets_a_value(edition):
    """A placeholder has a status of its own and nothing in the columns for values in common units."""
    for plan in edition.plans:
        for target in plan.targets:
            assert (target.status == "placeholder") == ("X" in target.value or "N" in target.value)
            assert target.status == "figure" or not target.normalized_value


def test_a_comma_in_brackets_tears_no_subject():
    """The thing named before the brackets is what is counted; a figure inside brackets keeps to its own words."""
    (target,) = targets_in("到2025年，捡拾压捆机（以大圆捆为主，小方捆为辅）增加500台以上。")
    assert target.subject.startswith("捡拾压捆机（")
    assert target.quote.startswith("捡拾压捆机（")
    assert target.subject.count("（") == target.subject.count("）") == 1
