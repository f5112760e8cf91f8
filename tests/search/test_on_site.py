"""The search as people meet it: on the site, in a browser."""

from __future__ import annotations

import re

import pytest

BOX = "[data-md-component=search-query]"
RESULT = ".md-search-result__item"


@pytest.fixture
def chapter(browser, site_address):
    """A chapter's page, with everything it requests and complains of."""
    page = browser.new_page()
    page.requested, page.complaints = [], []
    page.on("request", lambda request: page.requested.append(request.url))
    page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(site_address + "shuangliao/03/")
    page.wait_for_load_state("networkidle")
    yield page
    assert page.complaints == []
    assert all(url.startswith(site_address) for url in page.requested)
    page.close()


def search(page, query: str) -> None:
    page.focus(BOX)
    page.fill(BOX, query)
    page.wait_for_selector(RESULT)


def test_no_text_is_fetched_before_someone_searches(chapter):
    """A page view costs the stub of an index only; the text comes when the search is opened."""
    assert not any("search/text.js" in url for url in chapter.requested)
    search(chapter, "土地")
    assert any("search/text.js" in url for url in chapter.requested)


def test_pasted_text_searches(chapter):
    """Text that comes without a key (pasted, input method) is searched, too."""
    search(chapter, "黑土地")
    assert "黑土地" in chapter.inner_text(RESULT)


def test_a_hit_leads_to_its_paragraph(chapter):
    """From any page with the keyboard alone: the box is reached with Tab, typing finds, Enter opens the best hit at its
    paragraph."""
    for _ in range(20):
        chapter.keyboard.press("Tab")
        if chapter.evaluate("document.activeElement.matches('[data-md-component=search-query]')"):
            break
    chapter.keyboard.type("玻璃")
    chapter.wait_for_selector(RESULT)
    chapter.keyboard.press("Enter")
    chapter.wait_for_url(re.compile(r"/shuangliao/04/.*#s02-[pb]\d+"))
    anchor = chapter.url.split("#")[1]
    assert "玻璃" in chapter.locator(f"[id='{anchor}']").inner_text()


def test_arrows_reach_the_results(chapter):
    """The down key goes from the box to the first result."""
    search(chapter, "玻璃")
    chapter.focus(BOX)
    chapter.keyboard.press("ArrowDown")
    assert chapter.evaluate("document.activeElement.closest('.md-search-result__item') !== null")


def test_a_plan_is_chosen_with_the_keyboard(chapter):
    """Tab goes from the box to the choices, Enter chooses; then only that plan is in the list."""
    search(chapter, "土地")
    chapter.focus(BOX)
    chapter.keyboard.press("Tab")
    chapter.keyboard.press("Tab")
    name = chapter.evaluate("document.activeElement.dataset.prSearchPlan")
    chapter.keyboard.press("Enter")
    assert chapter.input_value(BOX) == f"@{name} 土地"
    chapter.wait_for_function(
        "name => [...document.querySelectorAll('.md-search-result__item h1')].every(h => "
        "h.textContent.startsWith(name))",
        arg=name,
    )
    assert chapter.get_attribute(f"[data-pr-search-plan='{name}']", "aria-pressed") == "true"


def test_the_box_can_be_emptied(chapter):
    """The cross empties the box and the list."""
    search(chapter, "土地")
    chapter.click("[type=reset]")
    chapter.wait_for_function("() => !document.querySelector('.md-search-result__item')")


def test_a_search_can_be_linked_to(browser, site_address):
    """?q=… opens the page with the search done."""
    page = browser.new_page()
    page.goto(site_address + "?q=黑土地")
    page.wait_for_selector(RESULT)
    assert page.input_value(BOX) == "黑土地"
    page.close()


def test_no_page_lists_the_plans_for_the_search(chapter, site):
    """The plans to choose from come when the search is opened, so a page does not grow with their number."""
    assert "data-pr-search-plan" not in (site / "shuangliao/03/index.html").read_text(encoding="utf-8")
    assert not any("search/plans.js" in url for url in chapter.requested)
    search(chapter, "土地")
    assert chapter.locator("[data-pr-search-plan]").count() == 3


def test_many_plans_stand_in_a_list(browser, site_address):
    """More plans than there is room for buttons are one list to choose from; the choice is shown in it and in the
    box."""
    page = browser.new_page()
    page.route(
        "**/search/plans.js*",
        lambda route: route.fulfill(
            content_type="text/javascript", body="searchPlans = ['双城', '双辽', '甲', '乙', '丙', '丁', '戊']"
        ),
    )
    page.goto(site_address + "shuangliao/03/")
    search(page, "土地")
    assert page.locator("[data-pr-search-plan]").count() == 0
    page.select_option(".pr-search-plans select", "双辽")
    assert page.input_value(BOX) == "@双辽 土地"
    page.wait_for_function(
        "() => [...document.querySelectorAll('.md-search-result__item h1')].every(h => h.textContent.startsWith('双辽'))"
    )
    page.fill(BOX, "@双城 土地")
    page.wait_for_function("() => document.querySelector('.pr-search-plans select').value === '双城'")
    page.close()


@pytest.fixture
def english_page(browser, site_address):
    """A chapter of the English site, with everything it requests."""
    page = browser.new_page()
    page.requested = []
    page.on("request", lambda request: page.requested.append(request.url))
    page.goto(site_address + "en/shuangliao/03/")
    page.wait_for_load_state("networkidle")
    yield page
    page.close()


def test_the_english_site_searches_its_own_text(english_page, site_address):
    """One worker serves all languages; each fetches its own text, and not before someone searches."""

    def texts():
        return {url.split("?")[0] for url in english_page.requested if url.split("?")[0].endswith("search/text.js")}

    assert texts() == set()
    search(english_page, "sewage treatment")
    assert texts() == {site_address + "en/search/text.js"}
    assert "sewage treatment" in english_page.inner_text(RESULT).lower()


def test_an_english_hit_leads_to_its_english_paragraph(english_page):
    """A reader who types other words than the translation lands on the paragraph, in English."""
    search(english_page, "levee")
    english_page.keyboard.press("Enter")
    english_page.wait_for_url(re.compile(r"/en/shuang\w+/\d\d/.*#s[\d-]+-[pb]\d+"))
    anchor = english_page.url.split("#")[1]
    assert "dyke" in english_page.locator(f"[id='{anchor}']").inner_text().lower()


def test_results_speak_english_on_the_english_site(english_page):
    """Labels of places, periods and kinds of results are in the language of the page."""
    search(english_page, "levee")
    assert re.search(r"[\u4e00-\u9fff]", english_page.inner_text(".md-search-result__list")) is None


def test_what_only_comes_near_is_said_to(chapter):
    """A question that no plan puts so: before the results that come near stands that none holds the words; with words
    that are there it does not."""
    note = chapter.locator("[data-pr-near]")
    search(chapter, "敬老院床位补贴")
    note.wait_for(state="visible")
    search(chapter, "养老服务")
    note.wait_for(state="hidden")
