"""The record of a plan: what is still open, said in two counts that are never mixed; where it stands as people say it;
what was checked and what not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_tools.writers.pages import home, record, tasks
from build_tools.writers.words import fact_words
from build_tools.writers.words.apart import MARK
from build_tools.writers.words.paragraph_names import paragraph_name
from build_tools.writers.words.references import places_of
from build_tools.writers.words.task_words import chapters_by_name


@pytest.fixture
def draft(edition):
    return next(plan for plan in edition.plans if plan.card.status == "draft" and plan.indicators)


def page_of(edition, plan) -> str:
    return record.write(edition)[f"pages/zh/{plan.card.id}/record.md"]


def test_empty_cells_of_a_draft_are_counted_beside_its_open_figures(edition, draft):
    """Both counts stand on the home page, the plan's page and the record, each by itself; an adopted plan has no cells
    to fill."""
    empty = [value for i in draft.indicators for value in (i.baseline, i.target, i.annual_growth)].count("")
    assert home.counts(draft)["empty"] == empty > 0
    pages = home.write(edition)
    for page in (pages["pages/zh/index.md"], pages[f"pages/zh/{draft.card.id}/index.md"], page_of(edition, draft)):
        assert re.search(f"空格 {empty} [格处]|其中 {empty} 格", page)
        assert f"{len(draft.placeholders)} 处" in page
        assert str(empty + len(draft.placeholders)) not in re.findall(r"\d+", page)
    assert fact_words.empty_cells(replace(draft, card=replace(draft.card, status="adopted"))) == 0


def rows_of_tasks(edition, draft) -> list[list[str]]:
    page = tasks.write(edition)[f"pages/zh/{draft.card.id}/tasks.md"]
    lines = page.partition('id="tasks"')[2].splitlines()
    return [line.strip("| ").split(" | ") for line in lines if line.startswith("| **")]


def test_every_empty_cell_is_a_task_and_no_other(edition, draft):
    """A row a cell, with the head of its column; no value is put in."""
    rows = [row for row in rows_of_tasks(edition, draft) if row[3] == "指标表空格"]
    assert len(rows) == fact_words.empty_cells(draft) > 0
    assert all(re.match(r"\*\*(\d{4}年(基期|目标)值|年均/累计)\*\*<br>", row[0]) for row in rows)


def test_every_open_figure_says_its_place_as_a_word_file_has_it(edition, draft):
    """Chapter, section and paragraph lead to the figure; the line of the source stands beside them."""
    rows = [row for row in rows_of_tasks(edition, draft) if row[3] == "待填数字"]
    said = [re.fullmatch(r"\*\*.*\*\*<br>\[第[^]]+\]\(([^)]+)\)", row[0])[1] for row in rows]
    lines = [int(re.fullmatch(r"\[(\d+)\]\([^)]+#L\1\)", MARK.sub(r"\2", row[5]))[1]) for row in rows]
    assert list(zip(said, lines, strict=True)) == [
        (fact_words.paragraph(figure.address), figure.line) for figure in draft.placeholders
    ]


def test_chapters_without_tasks_are_named(edition, draft):
    """Who looks for a chapter in the list learns that it has none; the others add up to all. What stands in the printed
    contents has no chapter."""
    page = tasks.write(edition)[f"pages/zh/{draft.card.id}/tasks.md"]
    with_tasks = {row[4] for row in rows_of_tasks(edition, draft)}
    named = page.partition("没有待办的各章：")[2].partition("。")[0].split("、")
    assert (with_tasks - {""}).isdisjoint(named)
    assert (with_tasks | set(named)) - {""} == set(chapters_by_name(draft, str).values())
    tally = re.findall(r"^\| 第.* \| (\d+) \|$", page.partition("{: #tally }")[2].partition("##")[0], re.MULTILINE)
    assert sum(map(int, tally)) == len(rows_of_tasks(edition, draft))


def test_the_record_says_that_contents_were_not_checked(edition, plan):
    """“None” must not read as if someone had proved the plan right."""
    assert "没有审核" in page_of(edition, plan).partition("{: #doubts }")[2].partition("\n## ")[0]


def test_places_are_named_by_chapter_section_and_paragraph(edition):
    """第三章第一节第2段; in a box its number as printed, or its place in the section; no stop of a numeral is lost."""
    places = places_of(edition)
    names = {address: paragraph_name(address, places, str) for address in places.blocks}
    assert {re.sub(r"[一二三四五六七八九十]+", "一", re.sub(r"[\d.]+", "1", name)) for name in names.values()} <= {
        "第一章第1段", "第一章第一节第1段", "第一章一、第1段", "第一章一、（一）第1段", "第一章第一节（一）第1段", "前言第1段",
        *(f"{section}{box}{item}" for section in ("第一章", "第一章第一节", "第一章一、", "第一章一、（一）") for box in ("专栏1",
        "专栏-1") for item in ("第1条",)),
        *(f"{section}{box}" for section in ("第一章", "第一章第一节", "第一章一、", "第一章一、（一）") for box in ("的专栏1", "的专栏-1", "")),
    }  # fmt: skip


def test_what_concerns_the_whole_plan_is_named_and_linked_so(edition):
    """An entry of the printed contents stands in no chapter: it goes by the plan's title, and leads to its first
    page."""
    plan = edition.plans[0]
    assert paragraph_name(plan.card.id, places_of(edition), str) == plan.card.title
    assert fact_words.paragraph(plan.card.id) == "index.md"
