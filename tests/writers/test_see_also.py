"""The strip at a section, the tables of topics and links, and the pages of counterparts."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from build_tools.model.edition import Edition
from build_tools.writers.pages import compare, see_also
from build_tools.writers.words.references import joined

STRIP = re.compile(r'<nav class="pr-see [^>]*>(.*?)</nav>', re.S)


@pytest.fixture(scope="session")
def strips(edition: Edition) -> dict[str, str]:
    return see_also.strips(edition)


def test_strip_has_one_to_three_links(strips: dict[str, str]) -> None:
    """A strip leads to one to three sections, each once, never to a section and its own subsection."""
    for source, strip in strips.items():
        targets = re.findall(r"\]\(\.\./([^)]+)\)\{: \.pr-see-link", strip)
        assert 1 <= len(targets) <= 3, source
        assert len({target.split("-")[0] for target in targets}) == len(targets), source


def test_strip_names_section_number_subject_and_first_words(strips: dict[str, str]) -> None:
    """In print the strip is a reference: number and title of the section, its subject, and how the paragraph meant
    begins."""
    strip = strips["shuangcheng/08/02/02"]
    assert "第十章第一节 推进教育优质发展" in strip
    assert '<span class="pr-see-topic">教育</span>' in strip
    assert '<span class="pr-see-preview">加强教师队伍建设。' in strip


def test_a_section_without_counterpart_has_no_strip(strips: dict[str, str]) -> None:
    """Where nothing corresponds, the page says nothing."""
    assert "shuangcheng/10/01/02" not in strips


def test_strip_stands_at_the_end_of_its_section(content: Path) -> None:
    """The strip comes after the section's text and before the next heading."""
    page = (content / "pages/zh/shuangliao/10.md").read_text(encoding="utf-8")
    heading, strip, following = page.index("{: #s01 }"), STRIP.search(page).start(), page.index("{: #s02 }")
    assert heading < strip < following
    assert "{: #s01-p" not in page[strip:following]


def test_links_table_keeps_its_contract(content: Path) -> None:
    """links.csv: the columns that others read come first, both directions are there, origins are computed or
    curated."""
    rows = list(csv.DictReader((content / "data/links.csv").open(encoding="utf-8-sig")))
    assert list(rows[0])[:6] == ["from", "to", "score", "topic", "evidence", "origin"]
    assert {row["origin"] for row in rows} == {"computed", "curated"}
    assert {row["from"].split("/")[0] for row in rows} == {"shuangcheng", "shuangliao"}
    assert all(row["evidence"] for row in rows)


def test_topics_table_has_a_column_for_every_plan(content: Path, edition: Edition) -> None:
    """topics.csv lists every topic with the sections of each plan."""
    rows = list(csv.DictReader((content / "data/topics.csv").open(encoding="utf-8-sig")))
    assert [row["id"] for row in rows] == [topic.id for topic in edition.topics]
    assert list(rows[0]) == ["id", "zh", "en", "definition", *(plan.card.id for plan in edition.plans), "row_url"]


def test_what_a_plan_lacks_is_said(edition: Edition) -> None:
    """A topic that no section of a plan speaks of reads “未找到” on the coverage page."""
    kept = tuple(
        entry
        for entry in edition.assigned
        if not (entry.section.startswith("shuangliao/") and any(topic == "transport" for topic, _ in entry.topics))
    )
    files = compare.write(
        type(edition)(**{name: getattr(edition, name) for name in edition.__slots__} | {"assigned": kept})
    )
    row = next(line for line in files["pages/zh/compare/topics.md"].splitlines() if 'id="transport"' in line)
    assert "未找到" in row


def test_one_plan_has_nothing_to_compare(edition: Edition) -> None:
    """An edition of one plan has no compare page."""
    alone = type(edition)(**{name: getattr(edition, name) for name in edition.__slots__} | {"plans": edition.plans[:1]})
    assert compare.write(alone) == {}


def test_numbers_that_end_in_a_stop_need_no_space() -> None:
    """第一节 发展目标, but 一、发展目标."""
    assert joined("第一节", "发展目标") == "第一节 发展目标"
    assert joined("一、", "发展目标") == "一、发展目标"
