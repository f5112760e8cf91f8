"""Siblings decide together; what stands around a plan is told from the plan; footnotes leave the run of lines."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger import count_places
from small_plan import read

from build_tools.chinese.annexes import is_printing_line, names_terms, read_annex
from build_tools.model.outline import Outline

LINES = st.sampled_from(
    [
        "第一章 总则",
        "第二章 任务 第一节 农业",
        "一、发展基础",
        "一、加快发展。",
        "（一）指导思想。坚持稳中求进，推进高质量发展。",
        "（二）基本原则",
        "1.1 主要成就",
        "1 发展基础",
        "㈠ 做强工业",
        "第一条 为加快发展，制定本规划。",
        "附件1：重点项目",
        "附件2",
        "名词解释",
        "铁水联运：指两种方式联运。",
        "全县森林覆盖率①达到32%，能耗[1]下降。",
        "① 森林覆盖率指森林面积占土地总面积的比率。",
        "[1] 能耗按当年价格计算。",
        "专栏1 重点工程",
        "水利工程。新建水库两座。",
        "2026年重点工作",
        "各乡镇人民政府：",
        "抄送：县委各部门。",
        "到2030年，全县经济总量稳步增长，产业结构持续优化，把第",
        "一、二、三产业融合发展。",
        "",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=14))
def test_every_character_has_one_place(lines: list[str]) -> None:
    """Whatever order such lines come in, each character is in one heading or block, or on the ledger, and addresses are
    unique."""
    source, draft, outline, _problems = read("\n".join(lines) or "。", "word_dump") if any(lines) else read("文。")
    whole = Outline(outline.units, outline.blocks, ())
    assert not draft.folded
    assert count_places(len(source.text), whole, draft.removed + outline.removed) == {}
    addresses = [unit.address for unit in outline.units] + [block.address for block in outline.blocks]
    assert len(addresses) == len(set(addresses))
    assert {block.unit for block in outline.blocks} <= {unit.address for unit in outline.units}


def headings(text: str) -> list[str]:
    return [
        unit.number.string + unit.title.string for unit in read(text, "word_dump")[2].units if unit.level != "front"
    ]


def test_a_run_of_sentences_with_text_below_is_a_level() -> None:
    """（一）做强产业。 with its text below each is a heading; a list of such sentences is none."""
    level = "第一章 任务\n（一）做强产业。\n推进园区建设，培育企业。\n（二）做优农业。\n推进农田建设，稳定粮食。\n"
    plain = "第一章 任务\n（一）做强产业。\n（二）做优农业。\n（三）做活商贸。\n坚持统筹推进，确保完成。\n"
    assert headings(level) == ["第一章任务", "（一）做强产业。", "（二）做优农业。"]
    assert headings(plain) == ["第一章任务"]


def test_numbers_begin_anew_in_annexes() -> None:
    """一、 of an annex goes on neither with the chapters nor against them, and its text is not in the last chapter."""
    text = "一、基础\n各项事业进步。\n二、任务\n完成各项任务。\n附件1：重点项目\n一、产业类\n建设园区两个。\n二、民生类\n建设学校两所。\n"
    outline, problems = read(text, "word_dump")[2:]
    assert [unit.address for unit in outline.units] == ["some/01", "some/02", "some/a1", "some/a1/01", "some/a1/02"]
    assert not problems


def test_a_table_of_a_chapter_is_no_annex() -> None:
    """Where the chapters go on behind a line 附表1 it belongs to its chapter."""
    text = "第一章 基础\n各项事业进步。\n附表1 主要指标\n指标见正文所列。\n第二章 任务\n完成各项任务。\n"
    assert headings(text) == ["第一章基础", "第二章任务"]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("附件1：重点项目", 1),
        ("附件2重点项目", 2),
        ("附表三 指标", 3),
        ("附录B 名词", 2),
        ("名词解释", 0),
        ("附：分工表", 0),
    ],
)
def test_annex_titles(line: str, number: int) -> None:
    """Annexes in every usual form, with the number that they have."""
    assert read_annex(line).number == number


@pytest.mark.parametrize(
    "line", ["附件1所列项目由各部门落实。", "附件1所列项目", "附近居民", "附件：1.重点项目", "附则"]
)
def test_what_only_begins_like_an_annex(line: str) -> None:
    """Sentences, lists of annexes and other words are none."""
    assert read_annex(line) is None


def test_terms_and_printing_lines() -> None:
    """A list of terms is known by its name, the printing house by its words."""
    assert names_terms("主要名词解释")
    assert not names_terms("重点项目")
    assert is_printing_line("抄送：县委各部门。")
    assert not is_printing_line("各部门抓好落实。")


@pytest.mark.parametrize("sign", ["附", "第", "①", "[1]", "一、", "（一）", "1.", " ", "抄", "专栏"])
def test_long_lines_take_no_time(sign: str) -> None:
    """A line of ten thousand equal signs is read at once."""
    began = time.perf_counter()
    read("第一章 总则\n\n" + sign * 10000 + "。\n", "word_dump")
    assert time.perf_counter() - began < 3
