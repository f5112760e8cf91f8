"""What stands around a plan is published like the plan: notice, annexes, terms that it explains, footnotes linked both
ways."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_plan import write_plan

from build_tools import pipeline
from build_tools.model.edition import Edition
from build_tools.writers.print.volume import print_models

TEXT = """云泉县人民政府关于印发云泉县“十五五”规划纲要的通知

各乡镇人民政府，县政府各部门：

现将《云泉县“十五五”规划纲要》印发给你们，请认真组织实施。

2026年3月2日

# 第一章 发展目标

到2030年，全县森林覆盖率①达到32%，铁水联运量稳步增长，具体任务见附件1。

① 森林覆盖率指森林面积占土地总面积的比率。

# 第二章 保障措施

加强组织领导，完善投入机制，确保规划落实。

附件1：重点任务

一、产业类

新建园区两个，培育企业五家。

二、民生类

新建学校两所，改善办学条件。

附件2：名词解释

铁水联运：指货物由铁路和水路接续完成的运输组织形式。
"""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    root = tmp_path_factory.mktemp("around")
    write_plan(root / "sources", "some", TEXT)
    return pipeline.read_edition(root / "sources", root / "curated")


@pytest.fixture(scope="module")
def out(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    pipeline.convert([edition], folder)
    return folder


def test_every_part_has_its_page(out: Path) -> None:
    """The notice stands before the chapters, the annexes behind them, and the plan's contents list all of them."""
    pages = {path.name for path in (out / "pages/zh/some").glob("*.md")} or {p.name for p in out.rglob("some/*.md")}
    assert {"00.md", "01.md", "02.md", "a1.md", "a2.md"} <= pages
    index = next(out.rglob("some/index.md")).read_text(encoding="utf-8")
    assert "[印发通知](00.md)" in index
    assert "(a1.md)" in index
    assert "(a1.md#s02)" in index


def test_a_footnote_is_linked_both_ways(out: Path) -> None:
    """The mark leads to the note, the note back to its paragraph; the data give the note's text to the paragraph."""
    page = next(out.rglob("some/01.md")).read_text(encoding="utf-8")
    assert "[①](01.md#fn1)" in page
    assert "(01.md#p1)" in page
    assert "#fn1 .pr-note" in page
    document = json.loads((out / "data/plans/some/document.json").read_text(encoding="utf-8"))
    notes = [block["footnotes"] for block in document["blocks"] if "footnotes" in block]
    assert notes == [["① 森林覆盖率指森林面积占土地总面积的比率。"]]


def test_a_mark_is_no_part_of_a_subject(edition: Edition) -> None:
    """森林覆盖率①达到32% is a target for 森林覆盖率, and its place is marked in the text with the mark in it."""
    plan = edition.plans[0]
    target = next(t for t in plan.targets if t.value == "32")
    block = next(b for b in plan.blocks if b.address == target.address)
    assert target.subject == "森林覆盖率"
    assert target.span.of(block.text.string).startswith("32")


def test_an_annex_is_referred_to(out: Path) -> None:
    """见附件1 leads to it."""
    assert "[附件1](a1.md#top)" in next(out.rglob("some/01.md")).read_text(encoding="utf-8")


def test_terms_are_the_plan_s_own(edition: Edition) -> None:
    """A term of the list is an entry of the glossary that the text explains, and is found where the plan uses it."""
    (term,) = edition.glossary
    assert (term.name, term.source, term.plan) == ("铁水联运", "text", "some")
    assert "some/01#1" in {mention.address for mention in edition.plans[0].terms}


def test_print_has_them_too(edition: Edition) -> None:
    """In print the mark leads to the note and back, and annexes are opened like chapters."""
    nodes = print_models(edition, "some")["some"]["nodes"]
    roles = {node["address"]: node["role"] for node in nodes if node["kind"] == "heading" and "address" in node}
    assert roles["some/00"] == roles["some/a1"] == "chapter"
    ways = {run["to"] for node in nodes for run in node.get("runs", []) if "to" in run}
    assert ways == {"some/01@fn1", "some/01#1"}
