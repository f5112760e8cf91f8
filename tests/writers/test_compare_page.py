"""The compare page in a browser: questions a researcher asks of both plans, the state in the address, a phone, and no
server."""

from __future__ import annotations

import csv
import gzip
import re
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pypdf import PdfReader

from build_tools.model.translation import has_han

QUESTIONS = list(
    csv.DictReader((Path(__file__).parent.parent / "cases" / "compare_questions.csv").open(encoding="utf-8"))
)
MOST_CLICKS = 3
FIRST_VISIT = 150 * 1024  # bytes over the wire
HAN_NOT_SAID = """() => {
    const walker = document.createTreeWalker(document.querySelector("#pr-compare"), NodeFilter.SHOW_TEXT), found = []
    while (walker.nextNode()) if (/[\u4e00-\u9fff]/.test(walker.currentNode.data)
        && !walker.currentNode.parentElement.closest("[lang^=zh]")?.matches(":not(html)"))
        found.push(walker.currentNode.data)
    return found
}"""


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
        page.locator(".pr-compare-column").nth(("left", "right").index(value)).locator(
            ".pr-compare-figures > summary"
        ).click()
    loaded(page)


@pytest.mark.parametrize("case", QUESTIONS, ids=[case["question"] for case in QUESTIONS])
def test_question_within_three_clicks(compare, case: dict[str, str]) -> None:
    """Both plans' answers to a researcher's question stand side by side after at most three clicks from the compare
    page."""
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


def test_on_paper_every_list_is_open(compare) -> None:
    """A list of figures that is closed on the screen is printed whole, and closed again afterwards."""
    click(compare, "topic=targets")
    lists = "[...document.querySelectorAll('.pr-compare-figures')]"
    closed = compare.evaluate(f"{lists}.filter(list => !list.open).length")
    assert closed
    compare.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert compare.evaluate(f"{lists}.every(list => list.open && list.querySelectorAll('li').length)")
    compare.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert compare.evaluate(f"{lists}.filter(list => !list.open).length") == closed


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


def test_one_state_in_one_address(browser, site_address: str) -> None:
    """Whatever was asked for before, behind a question mark or a #, the address says once what is shown now: plans,
    sections, what is unfolded, the side on a phone; who opens it sees the same."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{site_address}compare/?section=shuangcheng/03/01#section=shuangcheng/03/04&to=shuangliao/03/01")
    loaded(page)
    assert page.url == f"{site_address}compare/?section=shuangcheng/03/04&to=shuangliao/03/01&right=shuangliao"
    page.locator(".pr-compare-switch button").nth(1).click()
    assert page.url.endswith("&side=right")
    page.reload()
    loaded(page)
    assert page.locator(".pr-compare-column").nth(1).is_visible()
    click(page, "topic=health")
    page.locator(".pr-compare-column").nth(0).locator(".pr-compare-section > summary").nth(1).dispatch_event("click")
    page.wait_for_function("location.search.includes('open=')")
    shown = page.evaluate("[...document.querySelectorAll('.pr-compare-section[open]')].map(one => one.dataset.section)")
    page.reload()
    loaded(page)
    assert "#" not in page.url
    assert page.url.count("topic=") == 1
    assert shown == page.evaluate(
        "[...document.querySelectorAll('.pr-compare-section[open]')].map(one => one.dataset.section)"
    )
    page.close()


def test_any_section_may_stand_on_the_right(compare) -> None:
    """A reader may set any section beside any other; one that nobody linked has no reason, and none of the
    counterparts is marked as chosen."""
    click(compare, "section=shuangcheng/03/04")
    compare.select_option("#pr-choose-to", "shuangliao/10/02")
    loaded(compare)
    right = compare.locator(".pr-compare-column").nth(1)
    assert "全面推动医疗提标" in right.locator("h3").first.inner_text()
    assert right.locator(".pr-compare-why").inner_text() == ""
    assert not right.locator('[aria-pressed="true"]').count()
    assert "to=shuangliao/10/02" in compare.url
    compare.select_option("#pr-choose-to", "shuangliao/03/01")
    loaded(compare)
    assert right.locator(".pr-compare-why").inner_text()
    assert compare.errors == []


def test_a_paragraph_is_cited_where_it_is_compared(browser, site_address: str, edition) -> None:
    """The citation is that of the paragraph on its own page: plan, place, edition and address."""
    page = browser.new_page()
    for home, place in (("", "第三章第一节第2段"), ("en/", "Chapter 3, Section 1, paragraph 2")):
        page.goto(f"{site_address}{home}compare/?section=shuangliao/03/01")
        loaded(page)
        page.locator('.pr-compare-column [data-anchor="s01-p2"] .pr-cite').first.focus()
        page.keyboard.press("Enter")
        cited = page.locator("dialog textarea").first.input_value()
        assert place in cited
        assert f"{site_address}{home}shuangliao/03/#s01-p2" in cited
        assert next(plan for plan in edition.plans if plan.card.id == "shuangliao").sha256[:8] in cited
    page.close()


def test_a_word_is_marked_once_a_paragraph(compare) -> None:
    """A word that both use is marked where it first stands in a paragraph; a figure is marked as a figure, never as a
    word of both."""
    click(compare, "section=shuangcheng/03/01")
    paragraphs = compare.locator(".pr-compare-text p[data-anchor]")
    counted = [
        (words, paragraph.locator(".pr-term-mark").all_inner_texts())
        for paragraph in paragraphs.all()
        if (words := paragraph.inner_text())
    ]
    assert all(len(set(marks)) == len(marks) for _, marks in counted)
    assert any(words.count(mark) > 1 for words, marks in counted for mark in marks)
    borders = "one => getComputedStyle(one).borderBottomStyle"
    assert compare.locator(".pr-number-mark").first.evaluate(borders) == "none"
    assert compare.locator(".pr-term-mark").first.evaluate(borders) == "solid"


def test_two_columns_begin_on_the_first_sheet(browser, site_address: str) -> None:
    """On paper the columns stand below the title, not on a sheet of their own, with their lists open."""
    page = browser.new_page()
    page.goto(f"{site_address}compare/?topic=grain&left=shuangcheng&right=shuangliao")
    loaded(page)
    first = PdfReader(BytesIO(page.pdf(format="A4"))).pages[0].extract_text()
    assert "万亩" in first
    page.close()


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


def test_a_first_visit_is_light(browser, site_address: str, site: Path) -> None:
    """Whoever comes to the compare page first is sent at most 150 KB, in each language, also by a link to a topic; a
    later choice costs a chapter or two."""
    for home, state in (("", ""), ("en/", ""), ("", "#topic=grain"), ("en/", "#topic=grain")):
        context = browser.new_context()
        page = context.new_page()
        sent: list[str] = []
        page.on(
            "response",
            lambda response, sent=sent: (
                sent.append(response.url) if response.url.startswith(site_address) and response.ok else None
            ),
        )
        page.goto(f"{site_address}{home}compare/{state}", wait_until="networkidle")
        assert sum(packed(url, site) for url in sent) < FIRST_VISIT, home + state
        sent.clear()
        click(page, "section=shuangcheng/08/02")
        assert 0 < sum(packed(url, site) for url in sent) < 30_000
        context.close()


def test_unasked_no_text_is_fetched(browser, site_address: str) -> None:
    """Who has chosen nothing yet sees which sections both plans have on the first topic; their text comes when it is
    unfolded."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_address}compare/", wait_until="networkidle")
    assert len([url for url in asked if "/compare/texts/" in url]) == 3
    page.locator(".pr-compare-section > summary").first.click()
    loaded(page)
    assert "粮食安全" in page.locator(".pr-compare-section .pr-compare-text").first.inner_text()
    page.close()


def packed(url: str, site: Path) -> int:
    path = site / urlsplit(url).path.strip("/")
    return len(gzip.compress((path / "index.html" if path.is_dir() else path).read_bytes(), 6))


def test_what_is_loaded_may_be_kept(browser, site_address: str) -> None:
    """Every script of the page, those loaded later as well, has a version in its address."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_address}compare/#topic=education", wait_until="networkidle")
    page.close()
    texts = [url for url in asked if "/compare/texts/" in url]
    assert len(texts) == 5  # the index, two plans, a chapter of each
    assert all(re.search(r"\?v=[0-9a-f]{8}$", url) for url in texts)


def test_english_page_speaks_english(browser, site: Path) -> None:
    """In the English edition every word on the page is English, or says which language it is in; both texts are there,
    and terms that both use are marked."""
    page = browser.new_page()
    page.goto((site / "en" / "compare" / "index.html").as_uri() + "#section=shuangcheng/03/01&to=shuangliao/03/01")
    loaded(page)
    columns = page.locator(".pr-compare-column")
    for column in columns.all():
        marked = [words.lower() for words in column.locator("mark:not(.pr-number-mark)").all_inner_texts()]
        assert "high-standard farmland" in marked
    assert "same subject" in columns.nth(1).locator(".pr-compare-why").inner_text()
    assert page.evaluate(HAN_NOT_SAID) == []
    for topic in ("targets", "grain", "health"):
        click(page, f"topic={topic}")
        assert page.evaluate(HAN_NOT_SAID) == []
        assert all(len(column.inner_text()) > 500 for column in columns.all())
    assert not has_han(
        "".join(
            page.locator("#pr-compare option, #pr-compare optgroup").evaluate_all(
                "all => all.map(one => one.label || one.text)"
            )
        )
    )
    page.close()


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("In 2030, 1.6 million mu and 70% of the 15th plan", ["2030", "1.6 million", "70%"]),
        ("COVID-19 and 5G", []),
        ("建成35平方公里、280万亩、6-12行", ["35平方公里", "280万亩", "6-12行"]),
        ("提高15个百分点、15个基点", ["15个百分点", "15个"]),
    ],
)
def test_figures(compare, text: str, marked: list[str]) -> None:
    """A figure is marked with its magnitude and, in Chinese, its unit; a number that is part of a name is none."""
    assert (
        compare.evaluate(
            "text => planReaderCompare.told(text, []).filter(part => part.tagName).map(part => part.textContent)", text
        )
        == marked
    )


def test_keyboard_stays_where_it_is(compare) -> None:
    """Whoever picks a counterpart or a topic by keyboard goes on from there, and hears what is shown now."""
    click(compare, "section=shuangcheng/03/04")
    assert "双辽" in compare.locator('#pr-compare [role="status"]').inner_text()
    compare.focus('.pr-compare-others [data-to="shuangliao/03/01"]')
    compare.keyboard.press("Enter")
    loaded(compare)
    assert compare.evaluate("document.activeElement.dataset.to") == "shuangliao/03/01"
    assert "第三章第一节" in compare.locator('#pr-compare [role="status"]').inner_text()
    compare.focus("#pr-choose-topic")
    click(compare, "topic=health")
    assert compare.evaluate("document.activeElement.id") == "pr-choose-topic"


def test_on_a_phone_a_choice_keeps_the_side(browser, site: Path) -> None:
    """Who picks another counterpart on a phone goes on reading the plan it is in."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto((site / "compare" / "index.html").as_uri() + "#section=shuangcheng/03/04")
    loaded(page)
    page.locator(".pr-compare-switch button").nth(1).click()
    click(page, "to=shuangliao/03/01")
    assert page.locator(".pr-compare-column").nth(1).is_visible()
    page.close()


def test_a_text_that_does_not_come_is_said(browser, site_address: str) -> None:
    """Where a chapter cannot be loaded the page says so, and leads to it."""
    page = browser.new_page()
    page.route("**/texts/shuangliao/*.js*", lambda route: route.abort())
    page.goto(f"{site_address}compare/#topic=education")
    loaded(page)
    right = page.locator(".pr-compare-column").nth(1)
    assert "没有载入" in right.inner_text()
    way = right.locator(".pr-compare-text a").get_attribute("href")
    page.unroute_all()
    assert page.goto(f"{site_address}compare/{way}").ok
    page.close()


def test_with_three_plans_each_column_has_its_choice(browser, site_address: str) -> None:
    """With more than two plans the reader picks the plan of each column; two that were not compared section by section
    are said to be so."""
    third = """
        planReaderCompare.plans.push({id: "third", short: "丙县", colour: "plum", period: "", badge: "",
            beside: [], version: "0"});
        planReaderCompare.read.third = {versions: {}, units: {"third/01": ["chapter", "", "第一章"],
            "third/01/01": ["section", "第一章", "第一节 教育", "education"]},
            topics: {education: [["third/01/01"], []]}, links: {}, indicators: [], targets: {}};
        planReaderCompare.read["third/01"] = {blocks: {"third/01/01": [["paragraph", "s01-p1", "", "办好学校。"]]},
            reasons: {}};"""
    page = browser.new_page()

    def with_third(route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text() + third)

    page.route("**/texts/index.js*", with_third)
    page.goto(f"{site_address}compare/#section=shuangliao/10/01")
    loaded(page)
    assert (
        page.locator(".pr-compare-column").nth(1).get_attribute("data-plan") == "shuangcheng"
    )  # the one it was compared with
    page.select_option("#pr-choose-right", "third")
    loaded(page)
    assert "没有逐节比对" in page.locator(".pr-compare-column").nth(1).inner_text()
    page.select_option("#pr-choose-left", "shuangcheng")
    loaded(page)
    assert [column.get_attribute("data-plan") for column in page.locator(".pr-compare-column").all()] == [
        "shuangcheng",
        "third",
    ]
    assert page.input_value("#pr-choose-topic") == "education"
    assert "办好学校" in page.locator(".pr-compare-column").nth(1).inner_text()
    page.close()


def test_titles_tell_tabs_apart(compare) -> None:
    """A bookmark or a tab is named after what is compared."""
    click(compare, "topic=education")
    assert compare.title().startswith("教育 - 对照")


def test_another_language_shows_the_same(browser, site: Path) -> None:
    """The link to another language leads to the same two sections there, and back."""
    page = browser.new_page()
    page.goto((site / "compare" / "index.html").as_uri() + "#section=shuangcheng/03/04&to=shuangliao/03/01")
    loaded(page)
    for home in ("en/compare/", "compare/"):
        page.locator("[data-pr-language]").first.click()
        if page.url.partition("?")[0].endswith("/"):  # a folder has no page where there is no server
            page.goto(page.url.replace("/?", "/index.html?"))
        loaded(page)
        assert (site / home).as_uri() in page.url
        assert page.input_value("#pr-choose-section") == "shuangcheng/03/04"
        assert page.locator('.pr-compare-others [aria-pressed="true"]').get_attribute("data-to") == "shuangliao/03/01"
    page.close()
