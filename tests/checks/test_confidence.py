"""How well a plan was read is said in figures, and a bad reading first."""

from __future__ import annotations

from pathlib import Path

from small_plan import write_plan

from build_tools import pipeline
from build_tools.model.edition import Plan

LONG = "全县上下坚持稳中求进工作总基调，统筹推进各项工作，经济社会发展取得显著成就，人民生活水平持续提高。"


def plan_of(root: Path, text: str) -> Plan:
    write_plan(root / "sources", "some", text)
    return pipeline.read_edition(root / "sources", root / "curated", stop=False).plans[0]


def codes(plan: Plan) -> list[str]:
    return [problem.code for problem in pipeline.weighed_problems(plan)]


def test_a_plan_read_well(tmp_path: Path) -> None:
    """All its headings are sure, and nothing speaks against the reading."""
    plan = plan_of(tmp_path, f"第一章 基础\n\n{LONG}\n\n第二章 任务\n\n{LONG}\n")
    assert [(share.sure, share.all) for share in plan.shares if share.kind == "headings"] == [(2, 2)]
    assert codes(plan) == []


def test_a_text_without_headings(tmp_path: Path) -> None:
    """It is published as one chapter, and the first thing said is that it was badly read."""
    plan = plan_of(tmp_path, f"{LONG}\n\n{LONG}\n\n{LONG}\n")
    assert [(unit.level, unit.address) for unit in plan.units] == [("chapter", "some/00")]
    assert codes(plan)[0] == "no-heading"
    edition = pipeline.read_edition(tmp_path / "sources", tmp_path / "curated")
    assert "Badly read" in pipeline.badly_read(edition, "en")[0]


def test_most_text_before_the_first_chapter(tmp_path: Path) -> None:
    """A large front is told with its share."""
    front = f"{LONG}\n\n" * 40
    plan = plan_of(tmp_path, f"{front}第一章 基础\n\n{LONG}\n\n第二章 任务\n\n{LONG}\n")
    assert "front-large" in codes(plan)


def test_contents_without_their_headings(tmp_path: Path) -> None:
    """Where the contents list what the text lacks, the file may be without its pages."""
    entries = "".join(f"第{n}章 任务{n}......{i}\n" for i, n in enumerate("一二三四五六七八", 1))
    plan = plan_of(tmp_path, f"目录\n\n{entries}\n第一章 任务一\n\n{LONG}\n\n第二章 任务二\n\n{LONG}\n")
    assert codes(plan)[0] == "contents-unmatched"


def test_the_larger_part_first(tmp_path: Path) -> None:
    """Of two gaps the one above more text is listed first, whatever their order in the plan."""
    short, long = f"{LONG}\n\n", f"{LONG}\n\n" * 8
    text = f"第一章 基础\n\n一、甲\n\n{short}三、乙\n\n{short}第二章 任务\n\n一、丙\n\n{short}三、丁\n\n{long}"
    plan = plan_of(tmp_path, text)
    lines = [problem.line for problem in pipeline.weighed_problems(plan) if problem.code == "number-missing"]
    assert len(lines) == 2
    assert lines[0] > lines[1]
