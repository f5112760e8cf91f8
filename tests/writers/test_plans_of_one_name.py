"""Plans of one county, and plans without a region: nobody takes one for the other, nothing is said that is not so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from small_plan import write_plan

from build_tools import pipeline
from build_tools.model.edition import Edition
from build_tools.writers import write_pages
from build_tools.writers.print.indicators import indicator_nodes

TABLE = """## 第一章 发展目标

### 一、主要指标

| 指标 | 2025年 | 2030年 | 属性 |
|---|---|---|---|
| 森林覆盖率（%） | 12 | 15 | 约束性 |
"""
DIFFER = "各规划的规划期不同"


def edition_of(folder: Path, *cards: dict[str, str]) -> Edition:
    for number, card in enumerate(cards, 1):
        write_plan(folder / "sources", f"plan-{number}", TABLE, **card)
    return pipeline.read_edition(folder / "sources", folder / "curated")


def written(edition: Edition) -> dict[str, str]:
    return write_pages(edition)


def shorts(edition: Edition) -> list[str]:
    return [plan.card.short for plan in edition.plans]


def test_plans_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """By their years where these differ, else by their ids; a name that stands alone stays as it is."""
    named = edition_of(
        tmp_path, {"name": "甲县"}, {"name": "甲县", "period": "[2021, 2025]"}, {"name": "乙县"}, {"name": "乙县"},
        {"name": "丙县"},
    )  # fmt: skip
    assert shorts(named) == ["甲县 2026–2030", "甲县 2021–2025", "乙县 (plan-3)", "乙县 (plan-4)", "丙县"]


def test_periods_differ_only_where_they_do(tmp_path: Path) -> None:
    """Pages and print say that periods differ where they do; elsewhere they say nothing of the kind."""
    same = edition_of(tmp_path / "same", {"name": "甲县"}, {"name": "乙县"}, {"name": "丙县"})
    other = edition_of(tmp_path / "other", {"name": "甲县"}, {"name": "乙县", "period": "[2021, 2025]"})
    pages = [written(edition)["pages/zh/indicators.md"] for edition in (same, other)]
    assert [DIFFER in page for page in pages] == [False, True]
    assert ["不宜直接比较" in str(indicator_nodes(edition)) for edition in (same, other)] == [False, True]


def test_a_region_is_named_where_one_is_known(tmp_path: Path) -> None:
    """A list of plans none of which says where it belongs has no heading “elsewhere”."""
    cards = [{"name": f"{sign}县"} for sign in "甲乙丙丁"]
    lost = edition_of(tmp_path, *cards)
    page = written(lost)["pages/zh/index.md"]
    assert "其他地区" not in page
    placed = replace(
        lost, plans=(replace(lost.plans[0], card=replace(lost.plans[0].card, region="某省")), *lost.plans[1:])
    )
    assert "其他地区" in written(placed)["pages/zh/index.md"]
