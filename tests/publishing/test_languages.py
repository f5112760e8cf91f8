"""The site in several languages: what a translated page says of itself, and the way from a paragraph to the same one in
another language."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from small_plan import write_plan

from build_tools import publish
from build_tools.__main__ import main
from build_tools.model.edition import BadInput
from build_tools.publishing.offline_bundle import Bundle

ADDRESS = "https://plan-reader.example/"
HAN = re.compile(r"[\u3400-\u9fff]")
FRAME = ".md-header, .md-search, .pr-nav, .pr-toc__title, .md-footer, .md-skip"
TEXT = "## 第一章 发展基础\n\n### 一、主要成就\n\n经济总量稳步增长。\n\n## 第二章 总体思路\n\n坚持稳中求进。\n"
CHAPTER = "shuangcheng/03"


@pytest.fixture(scope="module")
def english(site: Path) -> dict[str, BeautifulSoup]:
    """Every English page by its path on the site."""
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in sorted((site / "en").rglob("*.html"))
    }


@pytest.fixture(scope="module")
def folder(bundle: Bundle) -> Path:
    """The site as a folder for a disk."""
    return bundle.folder


@pytest.fixture
def two_languages(tmp_path: Path) -> Path:
    """A small plan in Chinese, and again in a language that nobody has heard of."""
    write_plan(tmp_path / "sources", "small", TEXT)
    assert main(["convert", "--quiet", "--sources", str(tmp_path / "sources"), "--out", str(tmp_path / "out")]) == 0
    pages = tmp_path / "out" / "pages"
    shutil.rmtree(pages / "en", ignore_errors=True)
    shutil.copytree(pages / "zh", pages / "zh_Hant")
    (pages / "zh_Hant" / "interface.json").write_text(
        json.dumps({"查找": "查找（繁）", "规划读本": "規劃讀本"}, ensure_ascii=False), encoding="utf-8"
    )
    return tmp_path / "out"


def test_every_page_says_its_language(site: Path, english: dict[str, BeautifulSoup]) -> None:
    """<html lang>, the locale for those who share it, and the language in the data for machines are those of the
    page."""
    assert len(english) > 40
    for page in english.values():
        assert page.html["lang"] == "en"
        assert page.select_one("meta[property='og:locale']")["content"] == "en_GB"
        for entry in (json.loads(entry.string) for entry in page.select("script[type='application/ld+json']")):
            assert entry["inLanguage"] == "en"
            assert entry["translationOfWork"] == {
                "@type": entry["@type"],
                "inLanguage": "zh-Hans",
                "url": entry["url"].replace("/en/", "/"),
            }
    chinese = BeautifulSoup((site / CHAPTER / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert (chinese.html["lang"], chinese.select_one("meta[property='og:locale']")["content"]) == ("zh-Hans", "zh_CN")


def test_pages_name_each_other(site: Path) -> None:
    """A page that stands in two languages names both and, for readers of any other, the Chinese one; both pages say the
    same; the sitemap, too."""
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    for path in ("", f"{CHAPTER}/", "downloads/"):
        want = {"zh-Hans": ADDRESS + path, "en": f"{ADDRESS}en/{path}", "x-default": ADDRESS + path}
        for place in (path, f"en/{path}"):
            page = BeautifulSoup((site / place / "index.html").read_text(encoding="utf-8"), "html.parser")
            assert {link["hreflang"]: link["href"] for link in page.select("link[rel=alternate][hreflang]")} == want
            entry = re.search(rf"<url><loc>{re.escape(ADDRESS + place)}</loc>(.*?)</url>", sitemap, re.DOTALL).group(1)
            assert dict(re.findall(r'hreflang="([^"]+)" href="([^"]+)"', entry)) == want


def test_a_translation_says_what_it_is(site: Path, english: dict[str, BeautifulSoup]) -> None:
    """Every English page says above its text that it is unofficial and the Chinese prevails; no Chinese page does."""
    for name, page in english.items():
        assert (
            page.select_one("article .pr-unofficial").get_text()
            == "Unofficial translation, for information; the Chinese text prevails."
        ), name
    assert not [
        path
        for path in site.rglob("*.html")
        if not path.is_relative_to(site / "en") and "pr-unofficial" in path.read_text(encoding="utf-8")
    ]


def test_the_frame_speaks_english(english: dict[str, BeautifulSoup]) -> None:
    """Header, trees, search box and footer of an English page show no Chinese but what is marked as such; titles
    neither."""
    for name, page in english.items():
        assert not HAN.search(page.title.get_text()), name
        assert not HAN.search(page.find(id="__config").string), name
        for part in page.select(FRAME):
            for marked in part.select("[lang|=zh]"):
                marked.decompose()
            said = [
                part.get_text(),
                *(
                    element[key]
                    for element in [part, *part.find_all(True)]
                    for key in ("title", "aria-label", "placeholder")
                    if element.get(key)
                ),
            ]
            assert not [words for words in said if HAN.search(words)], name


def test_what_is_shared_stands_once(site: Path) -> None:
    """Scripts, data and PDFs are at the root of the site only; the search text of each language is with it."""
    assert not [
        name for name in ("assets", "data", "pdf", "robots.txt", "sitemap.xml") if (site / "en" / name).exists()
    ]
    assert (site / "en/search/text.js").read_bytes() != (site / "search/text.js").read_bytes()
    page = (site / "en" / CHAPTER / "index.html").read_text(encoding="utf-8")
    assert re.search(r'"\.\./\.\./\.\./assets/search/worker\.js\?text=en/search/text\.js&v=\w+"', page)
    assert 'href="../../data/' in (site / "en/downloads/index.html").read_text(encoding="utf-8")


def switch(page, name: str) -> str:
    """Follow the link to the other language; the address it leads to."""
    page.click(f"a.pr-language:text-is('{name}')")
    page.wait_for_load_state()
    return page.url


def test_the_switch_without_scripts(browser, site_address: str) -> None:
    """A plain link to the same page in the other language, and back."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_address}{CHAPTER}/")
    assert switch(page, "English") == f"{site_address}en/{CHAPTER}/"
    assert switch(page, "中文") == f"{site_address}{CHAPTER}/"
    context.close()


@pytest.mark.parametrize("from_disk", [False, True], ids=["web", "disk"])
def test_the_switch_keeps_the_paragraph(browser, site_address: str, folder: Path, from_disk: bool) -> None:
    """From a paragraph one comes to the same paragraph, whether its address was opened or one has read on to it; from
    the top to the top."""
    page = browser.new_page()
    start = (folder / f"{CHAPTER}.html").as_uri() if from_disk else f"{site_address}{CHAPTER}/"
    other = (folder / f"en/{CHAPTER}.html").as_uri() if from_disk else f"{site_address}en/{CHAPTER}/"
    page.goto(start)
    assert switch(page, "English") == other
    page.goto(f"{start}#s02-p1")
    page.wait_for_timeout(300)
    assert switch(page, "English") == f"{other}#s02-p1"
    assert switch(page, "中文") == f"{start}#s02-p1"
    page.goto("about:blank")
    page.goto(start)
    page.locator("#s05-p1").evaluate(
        "element => window.scrollTo({ top: element.getBoundingClientRect().top + scrollY - 54, behavior: 'instant' })"
    )
    page.wait_for_timeout(300)
    assert switch(page, "English") == f"{other}#s05-p1"
    page.close()


def test_the_switch_keeps_what_is_compared(browser, site_address: str) -> None:
    """What the compare page shows stands in its address; the other language shows the same."""
    page = browser.new_page()
    page.goto(f"{site_address}compare/#topic=education&left=shuangliao&right=shuangcheng")
    page.wait_for_load_state("networkidle")
    assert switch(page, "English") == f"{site_address}en/compare/?topic=education&left=shuangliao&right=shuangcheng"
    page.close()


def test_the_switch_keeps_what_is_sought(browser, site_address: str) -> None:
    """Words sought in a list, and the choice in a table, stand in the address; the other language keeps them."""
    page = browser.new_page()
    for path in ("shuangliao/places/?find=双山", "shuangliao/targets/?year=2030&sort=-value"):
        page.goto(site_address + path)
        page.wait_for_load_state("networkidle")
        query = page.evaluate("location.search")
        page.click("a.pr-language:text-is('English')")
        page.wait_for_url("**/en/**")
        assert page.evaluate("location.search") == query
    assert page.locator("#targets-filter-3").input_value() == "2030"
    page.close()


def test_a_page_without_counterpart_leads_to_the_home(browser, site_address: str) -> None:
    """Where the other language has no such page the link leads to its home, and keeps no paragraph."""
    page = browser.new_page()
    page.goto(f"{site_address}404.html")
    assert switch(page, "English") == f"{site_address}en/"
    page.close()


def test_the_switch_is_on_phones(browser, site_address: str) -> None:
    """On the narrowest screen the link is there, large enough for a finger, and the page is no wider than the
    screen."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    for path in (f"{CHAPTER}/", f"en/{CHAPTER}/"):
        page.goto(site_address + path)
        box = page.locator("a.pr-language").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert box["height"] >= 24
        assert box["width"] >= 24
        assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()


def test_the_note_is_printed(browser, site_address: str) -> None:
    """On paper, too, a translation says what it is."""
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto(f"{site_address}en/{CHAPTER}/")
    assert page.locator(".pr-unofficial").is_visible()
    page.close()


def test_light_or_dark_is_chosen_for_all_languages(browser, site_address: str) -> None:
    """Who reads in the dark goes on in the dark in the other language."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site_address}{CHAPTER}/")
    page.click("[data-pr-scheme]")
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    switch(page, "English")
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    context.close()


def test_another_language_is_a_folder(two_languages: Path) -> None:
    """A folder of pages with the words of the frame becomes an edition at an address of its own, without a line of
    code."""
    publish.build_site(two_languages, two_languages / "site")
    page = BeautifulSoup(
        (two_languages / "site/zh-hant/small/01/index.html").read_text(encoding="utf-8"), "html.parser"
    )
    assert page.html["lang"] == "zh-Hant"
    assert page.select_one(".pr-site").get_text() == "規劃讀本"
    assert page.select_one(".pr-find").get_text() == "查找（繁）"
    assert [link["href"] for link in page.select("a.pr-language")] == ["../../../small/01/"]


def test_complaints_of_all_languages_come_together(two_languages: Path) -> None:
    """Dead links in two languages are told at once, and the site that stood there stays."""
    publish.build_site(two_languages, two_languages / "site")
    before = sorted(path.read_bytes() for path in (two_languages / "site").rglob("*.html"))
    for language, target in (("zh", "nowhere.md"), ("zh_Hant", "elsewhere.md")):
        page = two_languages / "pages" / language / "small/01.md"
        page.write_text(page.read_text(encoding="utf-8") + f"\n[缺]({target})\n", encoding="utf-8")
    with pytest.raises(BadInput) as stop:
        publish.build_site(two_languages, two_languages / "site")
    assert "nowhere.md" in str(stop.value)
    assert "elsewhere.md" in str(stop.value)
    assert sorted(path.read_bytes() for path in (two_languages / "site").rglob("*.html")) == before
    assert not [path for path in two_languages.iterdir() if path.name.startswith(".site")]
