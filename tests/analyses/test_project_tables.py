"""Tables of key projects: a row a project, the columns read by their heads; mentions joined, with evidence that a
person outweighs."""

from __future__ import annotations

import pytest

from build_tools.analyses.projects import find_projects
from build_tools.analyses.projects.groups import evidence_of, group_names, ruled
from build_tools.curation.project_rulings import load_project_rulings
from build_tools.model.edition import BadInput
from build_tools.model.facts import ProjectRuling
from build_tools.model.outline import Block, TableCell, Unit
from build_tools.model.text import Text

UNITS = (Unit("p/01", "chapter", Text.at("第一章", 0), Text.at("重大项目", 3), 1),)


def table(rows, caption=""):
    cells = tuple(tuple(TableCell(Text.at(words, 0), *spans) for words, *spans in row) for row in rows)
    above = Block("p/01#1", "p/01", "caption", Text.at(caption, 0), (1, 1))
    return (above, Block("p/01@1", "p/01", "table", Text.at("", 0), (2, 9), rows=cells))


def test_a_row_is_a_project_with_the_unit_of_the_head_or_the_caption():
    """Class cells over several rows, a total and an open sum change nothing."""
    rows = [
        [("类别",), ("项目名称",), ("建设性质",), ("总投资",), ("建设年限",), ("建设地点",)],
        [("牧业", 2, 1), ("白音肉羊加工园",), ("续建",), ("4.8",), ("2025—2028年",), ("白音镇",)],
        [("苏尼特种羊场项目",), ("新建",), ("X",), ("2027—2029",), ("",)],
        [("合计", 1, 3), ("4.8",), ("—",), ("",)],
    ]
    first, second = find_projects("p", UNITS, table(rows, "单位：亿元"), [0])
    assert (first.name, first.investment, first.investment_yuan) == ("白音肉羊加工园", "4.8亿元", "480000000")
    assert (first.status, first.start_year, first.finish_year, first.place) == ("续建", "2025", "2028", "白音镇")
    assert (second.name, second.investment, second.investment_yuan) == ("苏尼特种羊场项目", "X亿元", "")


def test_a_table_without_names_of_projects_has_none():
    rows = [[("指标",), ("2025年",), ("2030年",)], [("牲畜存栏",), ("165",), ("180",)]]
    assert find_projects("p", UNITS, table(rows), [0]) == ()


def test_a_row_that_only_heads_others_is_no_project_and_a_unit_may_stand_below_its_head():
    rows = [
        [("序号",), ("工程名称",), ("建设内容",), ("总投资",), ("年限",)],
        [("",), ("",), ("",), ("（亿元）",), ("",)],
        [("一",), ("高速公路",), ("",), ("",), ("",)],
        [("1",), ("白音至敖包高速",), ("46公里",), ("58.3",), ("2026-2029",)],
    ]
    (only,) = find_projects("p", UNITS, table(rows), [0])
    assert (only.name, only.investment) == ("白音至敖包高速", "58.3亿元")


def test_what_is_built_beside_a_plant_is_another_project():
    assert group_names(["白音电厂6号机组", "白音电厂6号机组配套外送线路"]) == [1, 2]


NAMES = ["石湾港铁牛作业区二期工程", "铁牛作业区二期", "铁牛作业区一期", "白音220千伏输变电工程", "白音输变电工程"]


def test_a_shortened_name_is_the_same_project_and_another_phase_is_not():
    assert group_names(NAMES) == [1, 1, 2, 3, 3]


def test_people_outweigh_the_program_both_ways():
    """Names held to be one are joined whatever they look like; names held apart are parted; the evidence says who."""
    one = ProjectRuling("p", True, ("甲高速公路", "乙快速通道"), "", "")
    two = ProjectRuling("p", False, ("石湾港铁牛作业区二期工程", "铁牛作业区二期"), "", "")
    names = ["甲高速公路", "乙快速通道", "石湾港铁牛作业区二期工程", "铁牛作业区二期"]
    groups = ruled(names, group_names(names), (one, two))
    assert groups[0] == groups[1]
    assert groups[2] != groups[3]
    assert evidence_of(names, groups, (one, two)) == ["", "curated", "", ""]


@pytest.mark.parametrize(
    "entry",
    [
        "plan: p\n  reason: r",
        "plan: p\n  reason: r\n  same: [甲]",
        "plan: p\n  reason: r\n  same: [甲, 乙]\n  apart: [丙, 丁]",
    ],
)
def test_a_ruling_that_says_nothing_clear_is_refused_with_its_line(tmp_path, entry):
    path = tmp_path / "projects.yml"
    path.write_text(f"- {entry}\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"projects\.yml:\d: "):
        load_project_rulings(path)


def test_a_ruling_is_loaded(tmp_path):
    path = tmp_path / "projects.yml"
    path.write_text("- plan: p\n  same: [甲, 乙]\n  reason: 同一项目\n", encoding="utf-8")
    (ruling,) = load_project_rulings(path)
    assert (ruling.same, ruling.names) == (True, ("甲", "乙"))
