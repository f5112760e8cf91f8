"""The English site as a foreign reader meets it: no Chinese that does not say so, and the way to the Chinese page and
back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Comment, NavigableString, Tag

from build_tools.model.address import Address
from build_tools.model.translation import has_han

SHOWN = (
    "title",
    "aria-label",
    "alt",
    "placeholder",
    "data-find",
    "data-all",
    "data-count",
    "data-of",
    "data-sort",
    "data-state",
    "data-about",
)
NOT_READ = ("script", "style", "template")


@pytest.fixture(scope="module")
def english_pages(site: Path) -> dict[str, BeautifulSoup]:
    return {
        path.relative_to(site / "en").as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in sorted((site / "en").rglob("*.html"))
    }


def says_chinese(element: Tag | None) -> bool:
    """The nearest language said by an element or one around it is Chinese."""
    while element is not None:
        if isinstance(element, Tag) and element.get("lang"):
            return element["lang"].startswith("zh")
        element = element.parent
    return False


def unmarked(page: BeautifulSoup) -> list[str]:
    """Han characters that a reader meets without being told that they are Chinese: in text, or in what is read out or
    shown on hover."""
    found = [
        str(text)
        for text in page.find_all(string=has_han)
        if isinstance(text, NavigableString)
        and not isinstance(text, Comment)
        and text.parent.name not in NOT_READ
        and not says_chinese(text.parent)
    ]
    found += [
        f"{element.name} {name}: {element[name]}"
        for element in page.find_all(True)
        for name in SHOWN
        if has_han(str(element.get(name, ""))) and not says_chinese(element)
    ]
    return found + [str(meta) for meta in page.find_all("meta") if has_han(meta.get("content", ""))]


def test_no_chinese_without_its_mark(english_pages):
    """No untranslated string, title, table cell or topic on any English page: what is Chinese stands in an element that
    says so."""
    assert len(english_pages) > 40
    assert {name: found[:5] for name, page in english_pages.items() if (found := unmarked(page))} == {}


def test_every_english_page_says_that_it_is_unofficial(english_pages):
    """“Unofficial translation …; the Chinese text prevails” stands on every page, and the page says its language."""
    for name, page in english_pages.items():
        assert page.html["lang"] == "en", name
        assert "Unofficial translation" in page.get_text(), name
        assert "the Chinese text prevails" in page.get_text(), name


def test_every_place_is_the_same_in_both_languages(site: Path, english_pages, edition):
    """A paragraph, box, table or section has the same id on the Chinese and on the English page."""
    for plan in edition.plans:
        for path in sorted((site / plan.card.id).glob("[0-9][0-9]/index.html")):
            chinese = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
            ids = [element["id"] for element in chinese.select("article [id]")]
            assert ids == [
                element["id"] for element in english_pages[path.relative_to(site).as_posix()].select("article [id]")
            ], path


def test_every_paragraph_says_how_far_it_is_translated(english, english_pages):
    """Each paragraph tells whether its translation was read by a second person; below it stands the original."""
    for plan in english.plans:
        for block in plan.blocks:
            if block.kind in ("paragraph", "item") and block.address in english.states:
                page = english_pages[
                    f"{plan.card.id}/{block.address.split('/')[1].split('#')[0].split('@')[0]}/index.html"
                ]
                paragraph = page.find(id=anchor(block.address))
                assert paragraph["data-state"], block.address
                assert (
                    paragraph.find_next_sibling("p")["lang"] == "zh-Hans" or english.states[block.address] == "missing"
                ), block.address


def anchor(address: str) -> str:

    return Address(address).anchor


def test_the_reader_chooses_the_languages(browser, site_address):
    """English alone at first; both, or the Chinese alone, at a press; the choice is kept from page to page."""
    page = browser.new_page()
    page.goto(f"{site_address}en/shuangcheng/03/")
    assert page.is_visible("#s01-p1")
    assert not page.is_visible("#s01-p1 + .pr-original")
    page.click('[data-pr-view="both"]')
    assert page.is_visible("#s01-p1")
    assert page.is_visible("#s01-p1 + .pr-original")
    page.goto(f"{site_address}en/shuangcheng/02/")
    assert page.get_attribute('[data-pr-view="both"]', "aria-pressed") == "true"
    page.click('[data-pr-view="original"]')
    assert not page.is_visible("#s01-p1")
    assert page.is_visible("#s01-p1 + .pr-original")
    page.close()


def test_without_scripts_both_languages_stand_there(browser, site_address):
    """Nothing is hidden from a reader whose browser runs no scripts."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_address}en/shuangcheng/03/")
    assert page.is_visible("#s01-p1")
    assert page.is_visible("#s01-p1 + .pr-original")
    context.close()


def test_a_chapter_says_how_far_it_is_reviewed(english, english_pages):
    """One sentence for a chapter that is reviewed throughout; only a paragraph that nobody reviewed says so behind its
    words."""
    for name, page in english_pages.items():
        if progress := page.select_one(".pr-progress"):
            states = [
                state
                for address, state in english.states.items()
                if page_of(address) == name and "@" not in address.removesuffix("@1")
            ]
            doubtful = [
                element for element in page.select("article [data-state]") if element["data-state"] != "reviewed"
            ]
            assert doubtful == page.select("article [data-unreviewed], article [data-missing]"), name
            assert ("all reviewed in a second reading" in progress.get_text()) == (set(states) == {"reviewed"}), name


def page_of(address: str) -> str:
    """plan/03/01#2 → plan/03/index.html"""
    return "/".join([*address.replace("#", "/").replace("@", "/").split("/")[:2], "index.html"])


def test_a_section_is_called_a_section(english_pages):
    """“Chapter 8, Section 6”, never “Chapter 8, 6”, wherever a place in a plan is named."""
    places = [
        link.get_text()
        for page in english_pages.values()
        for link in page.select("a")
        if link.get_text().startswith("Chapter ")
    ]
    assert len(places) > 300
    assert [place for place in places if re.match(r"Chapter \d+, [\d(]", place)] == []


def test_the_glossary_is_in_alphabetical_order(english, english_pages):
    """An English reader finds a term by its letter; its anchor is that of the Chinese page."""
    entries = english_pages["glossary/index.html"].select(".pr-glossary > div")
    names = [entry.dt.find(string=True).strip().casefold().lstrip("“‘\"'(") for entry in entries]
    assert names == sorted(names)
    first = english.glossary[0]
    assert next(entry for entry in entries if entry["id"] == "t1").dt.get_text().startswith(first.name)


def test_a_term_is_found_in_the_glossary(browser, site_address):
    """Typing a word leaves the terms that hold it."""
    page = browser.new_page()
    page.goto(f"{site_address}en/glossary/")
    page.fill(".pr-find-list input", "jin")
    shown = page.eval_on_selector_all(
        ".pr-entry",
        "entries => entries.filter(entry => entry.offsetParent).map(entry => entry.textContent.toLowerCase())",
    )
    assert 0 < len(shown) < 40
    assert all("jin" in words for words in shown)
    page.close()


def test_the_chinese_view_has_no_english_summary(browser, site_address):
    """Who reads the Chinese alone is not given the editors' summary, which is English."""
    page = browser.new_page()
    page.goto(f"{site_address}en/shuangliao/10/")
    assert page.is_visible(".pr-abstract")
    page.click('[data-pr-view="original"]')
    assert not page.is_visible(".pr-abstract")
    page.close()


def test_a_preview_ends_with_a_word(browser, site_address, english):
    """What is quoted of another plan is cut by words, and the browser cuts nothing off."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{site_address}en/shuangliao/10/")
    words = {word for plan in english.plans for block in plan.blocks for word in block.text.string.split()}
    cut = [
        text.removesuffix(" …").split()[-1]
        for text in page.eval_on_selector_all(".pr-see-preview", "all => all.map(one => one.textContent)")
        if text.endswith(" …")
    ]
    assert cut
    assert [word for word in cut if word not in words] == []
    assert (
        page.eval_on_selector_all(".pr-see li", "all => all.filter(one => one.scrollWidth > one.clientWidth).length")
        == 0
    )
    page.close()


def test_a_finger_hits_the_small_links(browser, site_address):
    """Numbers of the summary, addresses, citations and links to other plans are at least 24 pixels high and wide on a
    touch screen."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{site_address}en/shuangliao/10/")
    sizes = page.eval_on_selector_all(
        ".pr-source, .pr-link, .pr-cite, .pr-see a",
        "all => all.map(one => one.getBoundingClientRect()).map(box => Math.min(box.width, box.height))",
    )
    assert len(sizes) > 60
    assert min(sizes) >= 23.5
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.pr-source')).fontSize)") >= 11
    context.close()
