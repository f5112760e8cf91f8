"""The work list: every open figure, blank, empty cell and undecided finding once; what stands elsewhere is of the same
thing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from small_plan import read_folder, write_plan

from build_tools.analyses import find_tasks
from build_tools.analyses.tasks import bare_name, same_thing, sentence_around
from build_tools.model.edition import Plan

TEXT = """第一章 发展基础
2025年，全县粮食产量达到X亿斤，森林覆盖率达到31%。
第二章 主要目标
到2030年，全县常住人口城镇化率达到58%，粮食产量达到X亿斤，新建农村公路____公里。
由（    ）牵头。到2030年，粮食产量达到12亿斤。
| 序号 | 指标 | 单位 | 2025年 | 2030年 | 属性 |
|---|---|---|---|---|---|
| 1 | 常住人口城镇化率 | % | 52 |  | 预期性 |
| 2 | 森林覆盖率 | % |  |  | 约束性 |
"""


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return read_folder(write_plan(tmp_path, "some", TEXT))


def test_every_open_place_is_one_task(plan: Plan) -> None:
    """Figures and words in the text, cells of the table; each with a number of its own."""
    tasks = find_tasks([plan], [])
    assert [(task.kind, task.missing) for task in tasks if task.kind != "finding"] == [
        ("figure", "粮食产量"),
        ("figure", "粮食产量"),
        ("figure", "新建农村公路"),
        ("figure", ""),
        ("indicator", "2030"),
        ("indicator", "2025"),
        ("indicator", "2030"),
    ]
    assert len({task.id for task in tasks}) == len(tasks)


def test_what_stands_elsewhere_is_of_the_same_thing_and_year(plan: Plan) -> None:
    """An open figure of 2030 gets the one that the plan says for 2030; that of 2025 gets none; the empty cell gets what
    the text says."""
    tasks = find_tasks([plan], [])
    figures = [task for task in tasks if task.kind == "figure" and task.missing == "粮食产量"]
    assert [task.own and (task.own.value, task.own.year) for task in figures] == [None, ("12亿斤", "2030")]
    cell = next(task for task in tasks if task.kind == "indicator" and "城镇化率" in task.sentence)
    assert cell.own
    assert (cell.own.value, cell.own.year) == ("58%", "2030")
    assert all(task.own is None for task in tasks if task.kind == "indicator" and "森林" in task.sentence)


def test_an_adopted_plan_has_no_cells_to_fill(plan: Plan) -> None:
    """What an adopted plan leaves empty is left so for good."""
    adopted = replace(plan, card=replace(plan.card, status="adopted"))
    assert [task for task in find_tasks([adopted], []) if task.kind == "indicator"] == []


def test_a_number_outlasts_an_edit_elsewhere(tmp_path: Path, plan: Plan) -> None:
    """A paragraph more before it changes no task's number."""
    other = read_folder(write_plan(tmp_path / "other", "some", TEXT.replace("第二章", "再接再厉。\n第二章")))
    assert {task.id for task in find_tasks([other], [])} == {task.id for task in find_tasks([plan], [])}


def test_decided_findings_are_no_tasks(plan: Plan) -> None:
    """What people decided does not come back."""
    doubled = read_folder_with_finding(plan)
    assert sum(task.kind == "finding" for task in find_tasks([doubled], [])) == len(doubled.findings) > 0
    done = replace(doubled, findings=tuple(replace(one, state="right-as-printed") for one in doubled.findings))
    assert [task for task in find_tasks([done], []) if task.kind == "finding"] == []


def read_folder_with_finding(plan: Plan) -> Plan:
    from build_tools.model.findings import Finding

    one = Finding("some", "marks", "mark", "sure", "marks", ("（",), "some/02#1", 4, "（县")
    return replace(plan, findings=(one,))


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("粮食产量", "全县粮食产量", True),
        ("地区生产总值（GDP）", "地区生产总值", True),
        ("畜禽粪污资源化利用率", "资源化利用率", False),
        ("产值", "工业产值", False),
        ("", "", False),
    ],
)
def test_the_same_thing(name: str, other: str, same: bool) -> None:
    """Of whom it is said may differ, what is measured may not."""
    assert same_thing(name, other) is same
    assert bare_name(bare_name(name)) == bare_name(name)


def test_the_sentence_around_a_place() -> None:
    """From stop to stop, with its own."""
    text = "甲。新建X座；乙"
    assert sentence_around(text, text.index("X")) == "新建X座；"
    assert sentence_around("新建X座", 2) == "新建X座"
