"""The record of a plan: what is still open, said in two counts that are never mixed; where it stands as people say it; what was checked and what not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_tools.writers.pages import home, record
from build_tools.writers.words import fact_words
from build_tools.writers.words.paragraph_names import paragraph_name
from build_tools.writers.words.references import places_of


@pytest.fixture
def draft(edition):
    return next(plan for plan in edition.plans if plan.card.status == "draft" and plan.indicators)


def page_of(edition, plan) -> str:
    return record.write(edition)[f"pages/zh/{plan.card.id}/record.md"]


def test_empty_cells_of_a_draft_are_counted_beside_its_open_figures(edition, draft):
    """Both counts stand on the home page, the plan's page and the record, each by itself; an adopted plan has no cells to fill."""
    empty = [value for i in draft.indicators for value in (i.baseline, i.target, i.annual_growth)].count("")
    assert home.counts(draft)["empty"] == empty > 0
    pages = home.write(edition)
    for page in (pages["pages/zh/index.md"], pages[f"pages/zh/{draft.card.id}/index.md"], page_of(edition, draft)):
        assert f"空格 {empty} 格" in page
        assert f"{len(draft.placeholders)} 处" in page
        assert str(empty + len(draft.placeholders)) not in re.findall(r"\d+", page)
    assert fact_words.empty_cells(replace(draft, card=replace(draft.card, status="adopted"))) == 0


def test_every_empty_cell_is_listed_and_no_other(edition, draft):
    """A row an indicator, with the heads of its empty columns; no value is put in."""
    part = page_of(edition, draft).partition("{: #open-cells }")[2].partition("\n## ")[0]
    rows = [line for line in part.splitlines() if line.startswith("| [")]
    assert sum(len(row.split("|")[3].split("、")) for row in rows) == fact_words.empty_cells(draft)
    assert rows
    assert all(re.fullmatch(r"\[\d+\]\(\S+#L\d+\)", row.split("|")[2].strip()) for row in rows)


def test_every_open_figure_says_its_place_as_a_word_file_has_it(edition, draft):
    """Chapter, section and paragraph lead to the figure; the line of the source stays beside them."""
    rows = re.findall(
        r"^\| \[(第[^]]+)\]\(([^)]+)\) \| \[(\d+)\]\([^)]+#L\3\) \|",
        page_of(edition, draft).partition("{: #open }")[2].partition("{: #open-cells }")[0],
        re.MULTILINE,
    )
    assert [(place, int(line)) for _, place, line in rows] == [
        (fact_words.paragraph(figure.address), figure.line) for figure in draft.placeholders
    ]


def test_chapters_without_open_figures_are_named(edition, draft):
    """Who looks for a chapter in the list learns that it has none."""
    page = page_of(edition, draft)
    silent = [
        chapter.link.number
        for chapter in home.contents_tree(draft, str)
        if f"]({chapter.link.target}#" not in page.partition("{: #open }")[2].partition("{: #open-cells }")[0]
    ]
    named = page.partition("没有待填数字的各章：")[2].partition("\n")[0]
    assert silent
    assert all(number in named for number in silent)


def test_the_record_says_that_contents_were_not_checked(edition, plan):
    """“None” must not read as if someone had proved the plan right."""
    assert "没有审核" in page_of(edition, plan).partition("{: #doubts }")[2].partition("\n## ")[0]


def test_places_are_named_by_chapter_section_and_paragraph(edition):
    """第三章第一节第2段; in a box its number as printed, or its place in the section; no stop of a numeral is lost."""
    places = places_of(edition)
    names = {address: paragraph_name(address, places, str) for address in places.blocks}
    assert {re.sub(r"[一二三四五六七八九十]+", "一", re.sub(r"[\d.]+", "1", name)) for name in names.values()} <= {
        "第一章第1段", "第一章第一节第1段", "第一章一、第1段", "第一章一、（一）第1段", "第一章第一节（一）第1段", "前言第1段",
        *(f"{section}{box}{item}" for section in ("第一章", "第一章第一节", "第一章一、", "第一章一、（一）") for box in ("专栏1", "专栏-1") for item in ("第1条",)),
        *(f"{section}{box}" for section in ("第一章", "第一章第一节", "第一章一、", "第一章一、（一）") for box in ("的专栏1", "的专栏-1", "")),
    }  # fmt: skip
