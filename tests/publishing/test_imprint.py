"""The foot of every page says who runs the site and how to reach them; what a reader has to say carries the address of
the paragraph; reference managers find what they look for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from parsed import parsed

from build_tools.model.address import Address
from build_tools.model.edition import Edition, Plan
from build_tools.publishing.site.imprint import Imprint, link_of, read_imprint
from build_tools.publishing.site.plain_pages import plain_page, way_from
from build_tools.writers.print.colophon import imprint
from build_tools.writers.words.citation import issued_date

ADDRESS = "https://plan-reader.example/"
PARAGRAPH = f"{ADDRESS}some/03/#s01-p2"


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("editors@example.org", "mailto:editors@example.org"),
        ("mailto:editors@example.org", "mailto:editors@example.org"),
        ("https://example.org/form?a=1", "https://example.org/form?a=1"),
        ("电话 0451-53161234", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("a@b.org?bcc=c@d.org", ""),
        ("", ""),
    ],
)
def test_only_mail_and_web_become_links(words: str, link: str) -> None:
    """Whatever else stands in site.yml is shown as text and leads nowhere."""
    assert link_of(words) == link


@pytest.mark.parametrize(
    ("feedback", "carried"),
    [
        ("editors@example.org", lambda link: parse_qs(urlsplit(link).query)["body"]),
        ("https://example.org/form", lambda link: parse_qs(urlsplit(link).query)["address"]),
        ("https://example.org/form?a=1", lambda link: parse_qs(urlsplit(link).query)["address"]),
        ("https://example.org/form?page={address}&a=1", lambda link: parse_qs(urlsplit(link).query)["page"]),
    ],
)
def test_feedback_carries_the_address(feedback: str, carried) -> None:
    """By mail or by a form: the address arrives whole, with its anchor."""
    assert carried(Imprint(feedback=feedback).feedback_link("读本 · 第三章 & 其他", PARAGRAPH)) == [PARAGRAPH]


def test_a_mail_has_a_subject() -> None:
    """Nothing of the title of a page ends the address or adds a line to the mail."""
    link = Imprint(feedback="a@example.org").feedback_link("第三章 “A&B”?\nBcc: x", PARAGRAPH)
    assert parse_qs(urlsplit(link).query)["subject"] == ["第三章 “A&B”?\nBcc: x"]
    assert "\n" not in link


def test_what_is_not_said_leaves_no_hole(tmp_path: Path) -> None:
    """A site of which nobody said who runs it has no empty link; a page from a disk goes by its way."""
    imprint = read_imprint(tmp_path, foreign=False)
    assert imprint == Imprint()
    assert (imprint.contact_link, imprint.feedback_link("x", "y"), imprint.date) == ("", "", "")
    assert imprint.page_address(None, "some/03/") == "some/03/"
    assert Imprint(edition="2026年1月5日").date == "2026-01-05"


def test_a_printed_volume_says_who_made_it(edition: Edition) -> None:
    """Operator and contact stand in the colophon, too; without them no line is empty."""
    assert "编制：某局 · 联系：a@example.org" in imprint(
        replace(edition, site=edition.site | {"operator": "某局", "contact": "a@example.org"})
    )
    assert "" not in imprint(replace(edition, site={}))


def test_every_page_says_who_runs_the_site(site: Path, edition: Edition, english: Edition) -> None:
    """Operator, contact, licence, day and a link for what a reader has to say, with the page's own address, in every
    language; on pages of a plan the text it was made of."""
    paths = sorted(site.rglob("index.html"))
    for path in paths:
        page = parsed(path)
        (foot,) = page.select(".pr-imprint")
        said = english if path.is_relative_to(site / "en") else edition
        assert said.site["operator"] in foot.get_text()
        assert edition.site["edition"] in foot.get_text()
        assert foot.select_one("[rel=license]")
        assert foot.select_one("a[href='mailto:editors@plan-reader.example']")
        address = ADDRESS + path.relative_to(site).as_posix().removesuffix("index.html")
        assert parse_qs(urlsplit(foot.select_one(".pr-feedback")["href"]).query)["body"] == [address]
        assert address in page.select_one(".pr-printed").get_text()
    assert len(paths) > 80
    assert edition.plans[0].sha256[:8] in parsed(site / edition.plans[0].card.id / "01/index.html").footer.get_text()


def test_reference_managers_find_a_chapter(plan: Plan, site: Path, edition: Edition) -> None:
    """Zotero's “embedded metadata”: title with plan and chapter, author, dates, language, publisher and address; of a
    draft that nobody issued no author and no date are made up."""
    page = parsed(site / plan.card.id / "01/index.html")
    said = {tag["name"].removeprefix("citation_"): tag["content"] for tag in page.select("meta[name^=citation_]")}
    assert said["title"].startswith(plan.card.title + "：第一章")
    assert said.get("author", "") == plan.card.issuer
    assert said.get("publication_date", "") == issued_date(plan.card.issued).replace("-", "/")
    assert said["publisher"] == edition.site["operator"]
    assert said["online_date"] == str(edition.site["edition"]).replace("-", "/")
    assert said["language"] == "zh-Hans"
    assert said["public_url"] == f"{ADDRESS}{plan.card.id}/01/"
    assert parsed(site / "index.html").select_one("meta[name=citation_title]")["content"] == edition.site["title"]


def test_feedback_on_a_paragraph(browser, site_address: str, bundle) -> None:
    """Who is at a paragraph writes about that paragraph, from the foot and from its citation, on the web and from a
    disk; on paper the page says its address, its edition and when it was printed."""
    context = browser.new_context()
    page = context.new_page()
    for start in (f"{site_address}shuangcheng/03/", (bundle.folder / "shuangcheng/03.html").as_uri()):
        page.goto(f"{start}#s01-p2")
        page.locator(".pr-feedback").focus()
        assert "shuangcheng/03/#s01-p2" in unquote(page.locator(".pr-feedback").get_attribute("href"))
        page.locator("[id='s01-p1'] > .pr-cite").focus()
        page.keyboard.press("Enter")
        assert "shuangcheng/03/#s01-p1" in unquote(page.locator(".pr-cite-feedback").get_attribute("href"))
        page.keyboard.press("Escape")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    foot = page.inner_text(".md-footer")
    assert f"{ADDRESS}shuangcheng/03/" in foot
    assert "版次 " in foot
    assert page.evaluate("new Date().getFullYear() + '-'") in foot.split("打印于")[1]
    assert not page.locator(".pr-feedback").is_visible()
    context.close()


def test_a_page_as_plain_markdown() -> None:
    """What the page adds for the eye goes, the words stay, and every paragraph keeps its address."""
    source = (
        '---\ntitle: "x"\n---\n<!-- 勿改 -->\n# <span class="pr-number">第一章</span> 开篇 {: #top }\n\n'
        '<div class="pr-tools" markdown="1">\n\n[目标](targets.md)\n{: .pr-small }\n\n</div>\n\n'
        '<strong class="pr-lead">要点。</strong>到[十五五](../glossary.md#t5){ .pr-term data-about="说明" }末达到'
        '<span class="pr-target" title="指标">0&#46;27万吨</span>&#123;照录&#125;。<a class="pr-link" href="#p1"></a>\n'
        '{: #p1 .pr-p data-lines="3" }\n\n'
        '<table class="pr-sheet" markdown="1"><tr><td rowspan="2" class="a">甲</td>'
        '<td><span aria-hidden="true">—</span><span class="pr-sr">规划未填</span></td></tr></table>\n'
    )
    assert plain_page(source, lambda written: way_from("some/01.md", written)) == (
        "# 第一章 开篇\n\n[目标](../targets/index.md)\n\n"
        "**要点。**到十五五末达到0.27万吨&#123;照录&#125;。 {#p1}\n\n"
        '<table><tr><td rowspan="2">甲</td><td>规划未填</td></tr></table>\n'
    )


def test_markdown_beside_every_page(site: Path, plan: Plan, bundle) -> None:
    """Every page leads to its text as Markdown; all paragraphs of a plan stand in it with their anchors, its links lead
    to files, llms.txt names every page, and a bundle for a disk has neither."""
    pages = sorted(site.rglob("index.html"))
    assert all((path.parent / "index.md").is_file() for path in pages)
    listed = [(site / place / "llms.txt").read_text(encoding="utf-8") for place in ("", "en")]
    assert sum(text.count("/index.md)") for text in listed) >= len(pages) - 4
    for path in (site / plan.card.id).rglob("index.html"):
        assert parsed(path).select_one("link[type='text/markdown']")["href"] == "index.md"
    for block in plan.blocks:
        if block.kind in ("paragraph", "item"):
            address = Address(block.address)
            text = (site / plan.card.id / Path(address.file).stem / "index.md").read_text(encoding="utf-8")
            assert f"{{#{address.anchor}}}" in text, block.address
    assert not list(bundle.folder.rglob("*.md"))
    assert not (bundle.folder / "llms.txt").is_file()
