"""References to the plan itself are read in every usual form; those to other documents are not."""

from __future__ import annotations

import time

import pytest

from build_tools.chinese.references import find_references

OWN = [
    ("按照第二章第一节和第三章部署", ["第二章第一节", "第三章"]),
    ("详见第二、三章", ["第二", "三章"]),
    ("落实第二至四章任务", ["第二", "四章"]),
    ("参照第2章第1节", ["第2章第1节"]),
    ("衔接本章第一节", ["第一节"]),
    ("详见第三章第一节、第二节", ["第三章第一节", "第二节"]),
    ("本规划第三章", ["第三章"]),
    ("按照规划第二章", ["第二章"]),
    ("《纲要》第四章", ["第四章"]),
    ("承接上一章，衔接下节", ["上一章", "下节"]),
    ("附件2和表1", ["附件2", "表1"]),
    ("见专栏3至5", ["专栏3", "5"]),
]
OTHERS = [
    "《土地管理法》第二章",
    "依照土地管理法第三章执行",
    "对接省规划第二章",
    "国家“十五五”规划纲要第三章",
    "土地管理法（2019年修正）第三章、第四章",
    "省规划第二章和第三章",
    "开行第一节车厢",
    "上节能灯",
    "列表3年一次",
]


@pytest.mark.parametrize(("text", "links"), OWN)
def test_references_to_the_plan(text: str, links: list[str]) -> None:
    """Every number of a list is a reference of its own; a section right behind its chapter is one with it."""
    assert [text[r.start : r.end] for r in find_references(text, ("纲要",))] == links


@pytest.mark.parametrize("text", OTHERS)
def test_references_to_others(text: str) -> None:
    """What another document has is no reference of the plan, and neither is a word that only looks like one."""
    assert find_references(text, ("纲要",)) == []


@pytest.mark.parametrize(
    "text", ["第一、" * 4000, "第" * 20000, "（" * 20000 + "第三章", "表1" * 8000], ids=lambda t: t[:4]
)
def test_long_lines_take_no_time(text: str) -> None:
    """Reading is linear in the length of a line."""
    began = time.perf_counter()
    find_references(text)
    assert time.perf_counter() - began < 2
