"""Glossary, places and changes as readers get them; and what a term does in the browser."""

from __future__ import annotations

import csv
import re
from collections import Counter

import pytest
from bs4 import BeautifulSoup
from parsed import parsed

CHAPTER = "shuangliao/08/"


@pytest.fixture
def page(browser):
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def soup_of(site, address: str) -> BeautifulSoup:
    return parsed(site / address / "index.html")


def test_every_term_says_where_its_explanation_comes_from(site, edition):
    """Nobody takes the editor's knowledge for the plan's words."""
    entries = soup_of(site, "glossary").select(".pr-glossary > div")
    words = {"text": "据规划文本", "general": "一般知识"}
    assert [
        (entry.dt.get_text().split()[0], entry.select_one(".pr-glossary-source").get_text()) for entry in entries
    ] == [(term.name, words[term.source]) for term in edition.glossary]


def test_a_term_is_marked_once_in_a_section(site, plan):
    """Marks help at first use and do not clutter the page; they lead to the term's entry."""
    glossary = {entry["id"]: entry.dt.get_text() for entry in soup_of(site, "glossary").select(".pr-glossary > div")}
    marked = 0
    for path in sorted((site / plan.card.id).glob("[0-9]*/index.html")):
        links = parsed(path).select("a.pr-term")
        marked += len(links)
        sections = Counter(
            (re.match(r"(?:s\d\d)?", link.find_parent(id=True)["id"])[0], link.get_text()) for link in links
        )
        assert {key for key, times in sections.items() if times > 1} == set()
        for link in links:
            assert glossary[link["href"].partition("#")[2]].startswith(link.get_text())
            assert link["data-about"]
            assert link.find_parent("a") is None
            assert link.find_parent(class_="pr-target") is None
    assert marked > 50


def test_a_term_explains_itself_by_keyboard(page, site_address):
    """Focus shows the explanation and names it for screen readers; Escape puts it away; Enter goes to the glossary."""
    page.goto(site_address + CHAPTER)
    term = page.locator(".pr-term").first
    term.focus()
    assert page.inner_text("#pr-about") == term.get_attribute("data-about")
    assert term.get_attribute("aria-describedby") == "pr-about"
    page.keyboard.press("Escape")
    assert not page.is_visible("#pr-about")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#t*")


def test_a_term_explains_itself_by_touch(browser, site_address):
    """The first tap explains, the second goes to the glossary."""
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(site_address + CHAPTER)
    page.locator(".pr-term").first.tap()
    page.wait_for_selector("#pr-about:visible")
    assert CHAPTER in page.url
    assert "glossary" not in page.url
    page.locator(".pr-term").first.tap()
    page.wait_for_url("**/glossary/#t*")
    context.close()


def test_the_index_of_places_leads_to_paragraphs_that_name_them(site, plan):
    """Every link of the index opens a place on a page of the plan whose words hold the name or an alias."""
    index = soup_of(site, f"{plan.card.id}/places")
    links = index.select(".pr-place li a")
    assert len(links) == len({(mention.name, mention.address) for mention in plan.places})
    anchors: dict[str, set[str]] = {}
    for link in links:
        chapter, _, anchor = link["href"].partition("#")
        name = chapter.strip("./").split("/")[-1]
        if name not in anchors:
            anchors[name] = {element["id"] for element in soup_of(site, f"{plan.card.id}/{name}").find_all(id=True)}
        assert anchor in anchors[name], link["href"]


def test_the_table_of_places_has_every_mention(content, edition):
    with (content / "data" / "places.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = Counter((row["plan"], row["place"], row["address"]) for row in csv.DictReader(file))
    assert rows == Counter(
        (mention.plan, mention.name, mention.address) for plan in edition.plans for mention in plan.places
    )


def test_the_changes_name_the_texts_of_this_edition(site, edition):
    """Whoever cites can tell from which text a page was made."""
    words = soup_of(site, "changes").get_text()
    assert all(plan.sha256 in words for plan in edition.plans)
    assert all(change.what in words and change.reason in words for change in edition.changes)
