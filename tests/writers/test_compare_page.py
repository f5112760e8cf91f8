"""The compare page in a browser: questions a researcher asks of both plans, the state in the address, a phone, and no server."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

QUESTIONS = list(csv.DictReader((Path(__file__).parent.parent / "cases" / "compare_questions.csv").open(encoding="utf-8")))
MOST_CLICKS = 3


@pytest.fixture
def compare(browser, site: Path):
    """The compare page as opened from a folder, with every script error collected."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.goto((site / "compare" / "index.html").as_uri())
    loaded(page)
    yield page
    page.close()


def loaded(page) -> None:
    """Wait until everything that was asked for is there."""
    page.wait_for_timeout(30)
    page.wait_for_selector('#pr-compare[aria-busy="false"]')


def click(page, step: str) -> None:
    """One thing a reader does: pick a topic, pick a section, pick another counterpart, open the figures of a column."""
    what, value = step.split("=")
    if what in ("topic", "section"):
        page.select_option(f"#pr-choose-{what}", value)
    elif what == "to":
        page.click(f'.pr-compare-others [data-to="{value}"]')
    else:
        page.locator(".pr-compare-column").nth(("left", "right").index(value)).locator(".pr-compare-figures > summary").click()
    loaded(page)


@pytest.mark.parametrize("case", QUESTIONS, ids=[case["question"] for case in QUESTIONS])
def test_question_within_three_clicks(compare, case: dict[str, str]) -> None:
    """Both plans' answers to a researcher's question stand side by side after at most three clicks from the compare page."""
    steps = case["clicks"].split(";")
    assert len(steps) <= MOST_CLICKS
    for step in steps:
        click(compare, step)
    columns = compare.locator(".pr-compare-column")
    for number, side in enumerate(("left", "right")):
        shown = "".join(columns.nth(number).inner_text().split())
        for words in case[side].split(";"):
            assert "".join(words.split()) in shown, f"{words} is not shown on the {side}"
    assert compare.errors == []


def test_state_is_in_the_address(compare, browser) -> None:
    """Who opens the address that another reader copied sees the same two sections."""
    click(compare, "section=shuangcheng/03/04")
    click(compare, "to=shuangliao/03/01")
    other = browser.new_page()
    other.goto(compare.url)
    loaded(other)
    try:
        assert other.locator('.pr-compare-others [aria-pressed="true"]').get_attribute("data-to") == "shuangliao/03/01"
        assert other.input_value("#pr-choose-section") == "shuangcheng/03/04"
    finally:
        other.close()


def test_back_leads_to_the_comparison_before(compare) -> None:
    """The browser's back button undoes the last choice."""
    click(compare, "topic=education")
    click(compare, "topic=health")
    compare.go_back()
    loaded(compare)
    assert compare.input_value("#pr-choose-topic") == "education"


def test_shared_words_and_numbers_are_marked_on_both_sides(compare) -> None:
    """A word that both texts use, and every figure, is marked in both columns."""
    click(compare, "section=shuangcheng/03/01")
    for column in compare.locator(".pr-compare-column").all():
        marked = column.locator("mark").all_inner_texts()
        assert any("高标准农田" in words for words in marked)
        assert any(words.startswith(("70%", "75%")) for words in marked)


def test_a_section_without_counterpart_says_so(compare) -> None:
    """Where the other plan has nothing on the subject, the page says that nothing was found."""
    click(compare, "section=shuangcheng/10/01/02")
    assert "未找到" in compare.locator(".pr-compare-column").nth(1).inner_text()


def test_phone_shows_one_plan_and_a_switch(browser, site: Path) -> None:
    """On a phone one column is shown, the switch brings the other, and nothing is wider than the screen."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    try:
        page.goto((site / "compare" / "index.html").as_uri() + "#topic=education")
        loaded(page)
        columns = page.locator(".pr-compare-column")
        assert [column.is_visible() for column in columns.all()] == [True, False]
        page.locator(".pr-compare-switch button").nth(1).click()
        assert [column.is_visible() for column in columns.all()] == [False, True]
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    finally:
        page.close()


def test_without_script_the_pages_are_plain_links(browser, site: Path) -> None:
    """A reader without JavaScript gets from the compare page to the counterparts of a section by links alone."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    try:
        page.goto((site / "compare" / "index.html").as_uri())
        lists = page.locator('article a[href*="shuangcheng"]').first.get_attribute("href")
        assert lists
        page.goto((site / "compare" / "shuangcheng" / "index.html").as_uri())
        assert page.locator('article li a[href*="shuangliao/03/"]').count() > 3
    finally:
        context.close()
