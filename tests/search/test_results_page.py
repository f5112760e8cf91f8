"""What the site knows by name stands above the passages; all results stand on a page with an address of its own."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from build_tools.writers.pages import search_things
from build_tools.writers.pages.search_text import PARTS

BOX = "[data-md-component=search-query]"


def named(worker, query: str) -> list[list[str]]:
    return worker.call(
        "q => findThings(readQuery(q, places.plans), places).map(t => [t.kind, t.name, t.page, t.anchor])", query
    )


def test_everything_the_site_knows_is_found_by_its_name(worker, edition) -> None:
    """Every place, term, indicator, project and page of the site is among what its name finds."""
    missed = [
        (kind, name)
        for kind, name, _others, _about, page, anchor, _plan in search_things.things(edition)
        if len(name) > 1 and not re.search(r"\d", name) and [kind, name, page, anchor] not in named(worker, name)
    ]
    assert missed == []


def test_every_thing_leads_to_its_place(site: Path, edition) -> None:
    pages: dict[str, set[str]] = {}
    for _kind, name, _others, _about, page, anchor, _plan in search_things.things(edition):
        if page not in pages:
            text = (site / page / "index.html").read_text(encoding="utf-8")
            pages[page] = set(re.findall(r'\bid="([^"]+)"', text))
        assert not anchor or anchor in pages[page], name


def test_the_plan_named_beside_it_comes_first(worker) -> None:
    """Both plans have a page of indicators; the one whose plan is named leads."""
    assert named(worker, "双辽 指标")[0][2] == "shuangliao/indicators"
    assert named(worker, "双城 指标")[0][2] == "shuangcheng/indicators"


def test_a_figure_names_nothing(worker) -> None:
    assert named(worker, "6.5%") == []


def test_the_page_loads_what_the_worker_loads(worker) -> None:
    """One search: the parts are the same, in the same order, but for what every page has."""
    source = (Path(__file__).parents[2] / "overrides/assets/search/worker.js").read_text(encoding="utf-8")
    parts = re.findall(r'"([a-z]+)\.js"', re.search(r"PARTS = \[.*\]", source).group())
    assert [part for part in parts if part != "written"] == list(PARTS)


@pytest.fixture
def page(browser, site_address):
    page = browser.new_page()
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
    yield page
    assert page.complaints == []
    page.close()


def test_the_address_brings_the_query_and_its_filters_again(page, site_address: str) -> None:
    page.goto(f"{site_address}search/?q=养老&plan=shuangliao&kind=passage")
    page.wait_for_selector(".pr-hits a")
    assert page.input_value("#pr-q") == "养老"
    links = page.eval_on_selector_all(".pr-hits a", "links => links.map(link => link.href)")
    assert links
    assert all("/shuangliao/" in link for link in links)
    assert str(len(links)) in page.inner_text(".pr-sheet-count")
    page.click(".pr-hits a")
    page.wait_for_url(re.compile("/shuangliao/.*#"))
    page.go_back()
    page.wait_for_selector(".pr-hits a")
    assert (page.input_value("#pr-q"), page.input_value("#pr-plan")) == ("养老", "shuangliao")


def test_the_file_has_every_hit_with_its_citation(page, site_address: str) -> None:
    page.goto(f"{site_address}search/?q=高标准农田&kind=passage")
    page.wait_for_selector(".pr-hits a")
    with page.expect_download() as download:
        page.click(".pr-sheet-bar button")
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
    assert len(rows) - 1 == page.locator(".pr-hits a").count()
    for row in rows[1:]:
        assert re.fullmatch(r"[a-z]+/\d\d(/\d\d)*([#@][\d.]+)?", row[4])
        assert row[5] in row[6]
        assert "[A/OL]" in row[6]


def test_arrows_and_the_slash_work_without_a_mouse(page, site_address: str) -> None:
    page.goto(f"{site_address}shuangliao/03/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "query"
    page.goto(f"{site_address}search/?q=养老")
    page.wait_for_selector(".pr-hits a")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "pr-q"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('.pr-hits li:first-child a')")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "pr-q"
    page.uncheck("#pr-key")
    page.goto(f"{site_address}shuangliao/03/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") != "query"


def test_who_comes_back_from_a_result_finds_the_query_again(page, site_address: str) -> None:
    page.goto(f"{site_address}shuangliao/03/")
    page.focus(BOX)
    page.fill(BOX, "养老")
    page.wait_for_selector(".md-search-result__item")
    assert page.get_attribute("[data-pr-results]", "href").endswith("search/?q=%E5%85%BB%E8%80%81")
    page.locator(".md-search-result__item a[href*='#s']").first.click()
    page.wait_for_url(re.compile("#s"))
    page.go_back()
    page.wait_for_function(f"document.querySelector('{BOX}').value === '养老'")


def test_examples_stand_where_nothing_is_typed(page, site_address: str) -> None:
    page.goto(f"{site_address}shuangliao/03/")
    page.focus(BOX)
    page.wait_for_selector("[data-pr-examples] button")
    assert page.locator("[data-pr-examples] button").count() == 3
    page.click("[data-pr-examples] button")
    page.wait_for_selector(".md-search-result__item")
    assert not page.locator("[data-pr-examples]").is_visible()


def test_only_the_very_name_stands_above_the_passages(worker) -> None:
    """Who types a word that also begins some name still has the passages first, and Enter opens one of them."""
    above = "q => { const asked = readQuery(q, places.plans); return isNamedSo(findThings(asked, places), asked) }"
    assert worker.call(above, "高标准农田")
    assert not worker.call(above, "高标准农")
