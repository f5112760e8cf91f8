"""What people say of headings in plan.yml is done, and what cannot be is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from readable import show_outline
from small_plan import write_plan

from build_tools import pipeline
from build_tools.model.edition import BadInput, Plan

TEXT = """云泉县发展计划

本县围绕产业和民生，统筹安排各项工作。

产业发展

做强茶叶产业，带动农民增收。

（一）加快建设园区

新建标准厂房十万平方米。

（二）培育龙头企业

培育龙头企业五家。

民生改善

新建学校五所，改善办学条件。
"""


def read(root: Path, headings: str) -> Plan:
    write_plan(root / "sources", "some", TEXT, headings=headings)
    return pipeline.read_edition(root / "sources", root / "curated", stop=False).plans[0]


def test_lines_and_words_are_headings(tmp_path: Path) -> None:
    """A line by its number and one by its words are chapters; numbers below them keep their own level."""
    plan = read(tmp_path, "{chapter: [5, 民生改善]}")
    assert [(unit.level, unit.title.string) for unit in plan.units if unit.level != "front"] == [
        ("chapter", "产业发展"),
        ("section", "加快建设园区"),
        ("section", "培育龙头企业"),
        ("chapter", "民生改善"),
    ]


def test_a_line_that_is_no_heading(tmp_path: Path) -> None:
    """A numbered line that people call text is an item."""
    plan = read(tmp_path, "{chapter: [5], text: [9, 13]}")
    assert "加快建设园区" not in show_outline(plan.units)
    assert any(block.text.string == "加快建设园区" for block in plan.blocks)


def test_a_ruling_that_fits_nothing(tmp_path: Path) -> None:
    """It is a warning that names the words."""
    plan = read(tmp_path, "{section: [没有这一行]}")
    assert [problem.values[0] for problem in plan.problems if problem.code == "ruling-unused"] == ["没有这一行"]


@pytest.mark.parametrize("headings", ["[5]", "{chapter: 5}", "{title: [5]}", "{chapter: [[5]]}"])
def test_other_shapes_are_refused(tmp_path: Path, headings: str) -> None:
    """Anything but lists of lines or words by level is bad input, with its place."""
    with pytest.raises(BadInput, match=r"plan\.yml:\d+: "):
        read(tmp_path, headings)
