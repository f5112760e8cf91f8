"""A paragraph can be cited from its page: three styles, by keyboard, from a server and from a disk."""

from __future__ import annotations

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

DRAFT, ADOPTED = "shuangliao/03/", "shuangcheng/03/"


@pytest.fixture
def page(browser):
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def cite(page, address: str, anchor: str) -> list[str]:
    """Opens the citation of a paragraph by keyboard and reads the three texts."""
    page.goto(address)
    page.locator(f"[id='{anchor}'] > .pr-cite").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open]")
    return page.eval_on_selector_all("dialog textarea", "fields => fields.map(field => field.value)")


def test_a_citation_names_title_place_edition_and_address(page, site_address, edition):
    """Who reads the citation finds the paragraph, and the text it was converted from."""
    plan = next(plan for plan in edition.plans if plan.card.id == "shuangcheng")
    gbt, bibtex, csl = cite(page, site_address + ADOPTED, "s01-p2")
    entry = json.loads(csl)[0]
    for words in (plan.card.title, plan.sha256[:8], "第2段", "2021", f"{site_address}{ADOPTED}#s01-p2"):
        assert words in gbt
        assert words in bibtex
        assert words in csl
    assert gbt.startswith(plan.card.issuer + ". ")
    assert "[A/OL]" in gbt
    assert re.search(r"\(2021-06\)\[\d{4}-\d\d-\d\d\]", gbt)
    assert entry["issued"] == {"date-parts": [[2021, 6]]}
    assert entry["author"] == [{"literal": plan.card.issuer}]
    assert bibtex.startswith("@report{shuangcheng-03-s01-p2,")
    assert entry["page"].startswith("第三章")
    assert entry["page"].endswith("第2段")


def test_a_citation_of_a_draft_says_so(page, site_address):
    """No style lets a reader take a draft for an adopted plan."""
    assert all("草案，尚未通过" in words for words in cite(page, site_address + DRAFT, "s01-p1"))


def test_a_citation_of_a_translation_says_so(page, site_address):
    """The English words are cited as an unofficial translation, with the day of issue and a place that can be read."""
    gbt, bibtex, csl = cite(page, site_address + "en/" + ADOPTED, "s01-p2")
    entry = json.loads(csl)[0]
    for words in ("Unofficial translation", "Chapter 3, Section 1, paragraph 2", f"{site_address}en/{ADOPTED}#s01-p2"):
        assert words in gbt
        assert words in bibtex
        assert words in csl
    assert "(2021-06)[" in gbt
    assert "langid = {english}" in bibtex
    assert entry["language"] == "en"
    assert entry["issued"] == {"date-parts": [[2021, 6]]}
    assert not any(re.search("[\u3000-\u9fff\uff00-\uffef]", words) for words in (gbt, bibtex, csl))


def test_a_citation_can_be_made_from_a_disk(page, site):
    """Without a web address the path within the site stands for it; nothing of the reader's disk is cited."""
    for words in cite(page, (site / DRAFT / "index.html").as_uri(), "s01-p1"):
        assert str(site) not in words
        assert "第1段" in words
        assert DRAFT + "#s01-p1" in words


@pytest.mark.parametrize("from_disk", [False, True], ids=["web", "disk"])
def test_a_citation_leads_to_the_line_of_the_source(page, site_address, bundle, from_disk):
    """From a paragraph to the numbered line it was taken from, online and from a disk."""
    cite(page, (bundle.folder / "shuangcheng/03.html").as_uri() if from_disk else site_address + ADOPTED, "s01-p2")
    page.click("dialog .pr-cite-line")
    page.wait_for_url("**/source.html#L*")
    line = page.locator(f"#{page.url.partition('#')[2]}")
    assert line.inner_text().strip()


def test_copy_and_escape(page, site_address):
    """Copying says that it is done; Escape closes and gives the focus back to the paragraph."""
    cite(page, site_address + ADOPTED, "s01-p1")
    page.get_by_role("button", name="复制 BibTeX").click()
    page.wait_for_selector("text=已复制")
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.matches('#s01-p1 > .pr-cite')")


def test_the_open_citation_is_accessible(page, site_address):
    """axe has nothing to object to while the citation is open."""
    cite(page, site_address + ADOPTED, "s01-p1")
    assert [rule["id"] for rule in Axe().run(page).response["violations"]] == []
