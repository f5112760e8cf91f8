"""The page that says what changed between two drafts of a plan."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_plan import write_plan

from build_tools import pipeline, writers
from build_tools.writers.pages.drafts import pieces_of

FIRST = """第一章 发展目标
工业总产值达到80亿元，新增规模以上企业X家，产业结构更加优化。
全县粮食产量保持稳定，农业综合生产能力稳步提升，农民收入持续增长。
这一段只在上一稿里，说的是后来取消的一个地铁延伸线工程。
第二章 民生保障
扩大就业，办好学校，完善医疗服务体系，群众生活更加丰富。
"""
SECOND = """第一章 发展目标
工业总产值达到85亿元，新增规模以上企业38家，产业结构更加优化。
全县粮食产量保持稳定，农业综合生产能力稳步提升，农民收入持续增长。
第二章 民生保障
扩大就业，办好学校，完善医疗服务体系，群众生活更加丰富。
发展银发经济，支持社会力量兴办康养机构和<老年大学>。
"""


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, str]:
    folder = write_plan(tmp_path / "sources", "some", SECOND, reader="word_dump")
    write_plan(tmp_path / "sources", "other", FIRST, reader="word_dump")
    earlier = folder / "editions" / "01"
    earlier.mkdir(parents=True)
    (earlier / "first.txt").write_text(FIRST, encoding="utf-8")
    (earlier / "edition.yml").write_text(
        "name: 征求意见稿\ndate: 2026-03-01\nfile: first.txt\nreader: word_dump\n", encoding="utf-8"
    )
    (tmp_path / "curated").mkdir()
    return writers.write_pages(pipeline.read_edition(tmp_path / "sources", tmp_path / "curated", stop=False))


def test_changes_are_shown_sign_by_sign_and_figures_whole(pages: dict[str, str]) -> None:
    """What went is struck, what came is underlined, and a figure is never cut."""
    page = pages["pages/zh/some/drafts.md"]
    assert "工业总产值达到<del>80</del><ins>85</ins>亿元，新增规模以上企业<del>X</del><ins>38</ins>家" in page
    assert "<del>这一段只在上一稿里，说的是后来取消的一个地铁延伸线工程。</del>" in page
    assert "自“征求意见稿”以来" in page


def test_figures_that_were_filled_in_stand_first(pages: dict[str, str]) -> None:
    page = pages["pages/zh/some/drafts.md"]
    assert "X → 38" in page
    assert page.index("X → 38") < page.index("<del>")


def test_words_of_the_plan_are_no_markup(pages: dict[str, str]) -> None:
    """A sign that means something to Markdown or HTML is text."""
    assert "<老年大学>" not in pages["pages/zh/some/drafts.md"]


def test_the_page_is_there_only_where_an_earlier_edition_is(pages: dict[str, str]) -> None:
    """And the frame leads to it, as does the plan's home."""
    assert "pages/zh/other/drafts.md" not in pages
    assert '"some/drafts.md"' in pages["pages/zh/navigation.json"]
    assert "(drafts.md)" in pages["pages/zh/some/index.md"]
    assert "(drafts.md)" not in pages["pages/zh/other/index.md"]


def test_a_sign_between_two_changes_belongs_to_them() -> None:
    told = [(piece.kind, piece.words) for piece in pieces_of("甲乙丙丁戊", "子乙丑丁戊")]
    assert told == [("del", "甲乙丙"), ("ins", "子乙丑"), ("", "丁戊")]
