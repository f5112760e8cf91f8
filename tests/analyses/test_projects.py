"""Projects: one sentence a construction, and the name and sum that must come out of it."""

from __future__ import annotations

import pytest

from build_tools.analyses.projects import find_projects
from build_tools.analyses.projects.groups import group_names, join_alike
from build_tools.model.outline import Block, Unit
from build_tools.model.text import Text


def projects_in(text: str, kind: str = "paragraph"):
    units = (Unit("plan/01", "chapter", Text.at("第一章", 0), Text.at("主要任务", 3), 1),)
    return find_projects("plan", units, (Block("plan/01#1", "plan/01", kind, Text.at(text, 0), (1, 1)),), [0])


NAMED = [
    ("推动总投资10亿元的某某牧业10万头肉牛屠宰加工项目、总投资2亿元的农网改造项目。", "paragraph", [("某某牧业10万头肉牛屠宰加工项目", "1000000000"), ("农网改造项目",
    "200000000")]),
    ("推动总投资均为8000万元的鲜食玉米加工项目和玉米汁饮料项目落地。", "paragraph", [("鲜食玉米加工项目", "80000000"), ("玉米汁饮料项目", "80000000")]),
    ("农村供水工程：总投资1.2亿元，新建阀门井92座。计划申请中央资金0.72亿元。", "box_item", [("农村供水工程", "120000000")]),
    (
        "平改立工程：计划投资2500万元，实施国道绥沈公路公铁平改立工程。计划投资4800万元，"
        "实施国道嫩双公路公铁平改立工程。", "box_item", [("国道绥沈公路公铁平改立工程", "25000000"), ("国道嫩双公路公铁平改立工程", "48000000")]),
    (
        "堤防工程：计划建设两个水利项目，总投资5亿元。包括东河堤防加固（2.2亿元，55公里，2026年开工）、西河堤防加固（2.8亿元，"
        "2027年开工）。", "box_item", [("堤防工程", "500000000"), ("东河堤防加固", "220000000"), ("西河堤防加固", "280000000")]),
    ("投资6500万元建设孙家渡口渡改桥。", "paragraph", [("孙家渡口渡改桥", "65000000")]),
    ("设施园艺项目总投资1亿元，目标到2030年总规模突破0.5万亩。", "paragraph", [("设施园艺项目", "100000000")]),
    ("做实总投资8千万元花生油项目。", "paragraph", [("花生油项目", "80000000")]),
    ("X303改扩建：县道甲镇至乙镇公路，起点甲镇，终点乙镇，规划全长64.1公里。", "box_item", [("X303改扩建", "")]),
    ("加快某电二期、泰豪风电等新能源项目建设。", "paragraph", [("某电二期", ""), ("泰豪风电", "")]),
    ("数字乡村：计划投资X亿元，建设乡村数字平台。", "box_item", [("数字乡村", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "expected"), NAMED, ids=[row[0][:16] for row in NAMED])
def test_a_named_project_is_found_with_its_sum_in_yuan(text, kind, expected):
    assert [(p.name, p.investment_yuan) for p in projects_in(text, kind)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "协议投资总额超过200亿元。",
        "每年投资600万元开展小型水利建设。",
        "谋划一批重大项目。",
        "固定资产投资达到300亿元。",
    ],
)
def test_a_promised_sum_or_a_list_of_fields_is_no_project(text):
    assert projects_in(text) == ()


def test_a_list_that_breaks_off_is_read_to_its_end():
    """A line of a scan that ends in the middle of a word stops nothing."""
    assert not projects_in("强化要素保障，开展年度监测、中期评估和总")


def test_years_stand_with_the_project_they_belong_to():
    projects = projects_in(
        "包括东河堤防加固（2.2亿元，55公里，2026年开工）、西河堤防加固（2.8亿元，2027年开工）。", "box_item"
    )
    assert [(p.name, p.start_year, p.scale) for p in projects] == [
        ("东河堤防加固", "2026", "55公里"),
        ("西河堤防加固", "2027", ""),
    ]


def test_words_of_the_next_figure_stay_with_it():
    """25台单机容量为3.2兆瓦 is 25台 and a capacity, no torn “25台单机容量为”."""
    scale = projects_in("某风电项目：计划总投资8亿元，新建25台单机容量为3.2兆瓦的风力发电机组。", "box_item")[0].scale
    assert "25台" in scale
    assert "为；" not in scale
    assert not scale.endswith("为")


def test_the_builder_is_the_firm_and_not_the_group_above_it():
    """In “某某集团下属子公司甲食品有限公司” the firm is named; nothing of the sentence before it is torn along."""
    assert (
        projects_in(
            "屠宰加工中心项目：某联是中国某某集团下属子公司甲食品有限公司的品牌，占地面积73万平方米。", "box_item"
        )[0].proponent
        == "甲食品有限公司"
    )


def test_mentions_are_joined_by_name_but_not_over_figures_or_rivers():
    """One project named twice is one group; 800MW and 520MW, east and west river, two towns are not."""
    assert group_names(["惠丰油业重启项目", "惠丰油业项目"]) == [1, 1]
    assert group_names(["双辽800MW风电项目", "双辽520MW风电项目"]) == [1, 2]
    assert group_names(["东辽河堤防加固", "西辽河堤防加固"]) == [1, 2]
    assert group_names(["卧虎镇社会福利中心", "茂林镇社会福利服务中心"]) == [1, 2]


def test_mentions_are_joined_by_sum_place_and_size_together():
    """The same sum at the same place for as many beds is one project under two names; without a place, or with another
    size, it is not."""
    home, other = ("21800000", "某镇", ["7263㎡", "145张床位"]), ("21800000", "某镇", ["145张床位"])
    assert join_alike([1, 2, 2], [home, other, ("", "", [""])]) == [1, 1, 1]
    assert join_alike([1, 2], [home, ("21800000", "", ["145张床位"])]) == [1, 2]
    assert join_alike([1, 2], [home, ("21800000", "某镇", ["70张床位"])]) == [1, 2]
    assert join_alike([1, 2], [("21800000", "某镇", [""]), ("21800000", "某镇", [""])]) == [1, 2]


def test_the_sum_of_every_project_is_printed_in_its_block(edition):
    """Nothing is invented: the sum stands in the text of the address, character by character."""
    for plan in edition.plans:
        texts = {block.address: block.text.string for block in plan.blocks}
        assert plan.projects
        for project in plan.projects:
            assert project.investment in texts[project.address]
            assert not project.investment_yuan or int(project.investment_yuan) > 0
