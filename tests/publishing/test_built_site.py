"""The built HTML says what the plan says: every heading, paragraph, box and cell, word for word, at its address, in
order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from parsed import pages_below

from build_tools.model.address import Address
from build_tools.model.edition import Plan
from build_tools.model.outline import Block, Unit

# permalinks, and words for those who do not see
NOT_TEXT = "a.pr-link, a.pr-found, a.headerlink, .pr-hidden, [aria-hidden=true], button"
LEVELS = {"part": "h1", "chapter": "h1", "front": "h1", "annex": "h1", "section": "h2", "subsection": "h3"}
ANCHOR = re.compile(r"(?:s\d\d[a-z]?(?:-\d\d[a-z]?)?-)?[pb]\d+(?:-i\d+(?:-\d+)?)?|s\d\d[a-z]?(?:-\d\d[a-z]?)?")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page of the site by its path."""
    return pages_below(site)


def chapters(plan: Plan) -> list[Unit]:
    return [unit for unit in plan.units if unit.level in ("part", "chapter")]


def page_of(pages: dict[str, BeautifulSoup], address: str) -> BeautifulSoup:
    return pages[f"{Address(address).chapter}/index.html"]


def text_of(element: Tag) -> str:
    """What a reader sees of an element, without the permalinks."""
    copy = BeautifulSoup(str(element), "html.parser")
    for extra in copy.select(NOT_TEXT):
        extra.decompose()
    return copy.get_text().replace("\n", "")


def squeezed(words: str) -> str:
    return "".join(words.split())


def test_every_heading(plan: Plan, pages: dict[str, BeautifulSoup]) -> None:
    """Every heading stands on its page with its number and words, at its anchor and level."""
    for unit in plan.units:
        heading = page_of(pages, unit.address).find(id=Address(unit.address).anchor)
        assert heading is not None, unit.address
        assert heading.name == LEVELS[unit.level], unit.address
        words = unit.number.string + (unit.title.string or ("" if unit.number.string else "前言"))
        assert squeezed(text_of(heading)) == squeezed(words), unit.address


def test_every_paragraph(plan: Plan, pages: dict[str, BeautifulSoup]) -> None:
    """Every paragraph, item, note and line of a box shows marker and text, exactly, at its anchor."""
    for block in plan.blocks:
        if block.kind not in ("table", "caption", "box"):
            element = page_of(pages, block.address).find(id=Address(block.address).anchor)
            assert element is not None, block.address
            assert text_of(element) == block.marker.string + block.text.string, block.address


def test_every_box(plan: Plan, pages: dict[str, BeautifulSoup]) -> None:
    """Every box has its title, and inside it its items and nothing else."""
    for box in (block for block in plan.blocks if block.kind == "box"):
        element = page_of(pages, box.address).find(id=Address(box.address).anchor)
        assert element is not None, box.address
        assert text_of(element.select_one(".pr-box-title")) == box.marker.string + box.text.string
        inside = [child["id"] for child in element.find_all(id=ANCHOR)]
        assert inside == [
            Address(block.address).anchor
            for block in plan.blocks
            if block.kind in ("box_item", "box_subitem") and block.address.startswith(box.address + ".")
        ]


def test_every_cell(plan: Plan, pages: dict[str, BeautifulSoup]) -> None:
    """Every table has its cells where and as wide as they are; an empty cell says to those who listen that it is empty,
    and shows no figure."""
    for block in (block for block in plan.blocks if block.kind == "table"):
        region = page_of(pages, block.address).find(id=Address(block.address).anchor)
        rows = [row.find_all(["td", "th"]) for row in region.find_all("tr")]
        got = [
            [(text_of(cell), int(cell.get("rowspan", 1)), int(cell.get("colspan", 1))) for cell in row] for row in rows
        ]
        assert got == [[(cell.text.string, cell.rowspan, cell.colspan) for cell in row] for row in block.rows], (
            block.address
        )
        for cells, row in zip(rows, block.rows, strict=False):
            assert all(
                cell.select_one(".pr-hidden").get_text()
                for cell, own in zip(cells, row, strict=False)
                if not own.text.string and cell.name == "td"
            )
        caption = "".join(text_of(cell) for cell in region.find_all("caption"))
        for words in captions_of(plan, block):
            assert words in caption


def captions_of(plan: Plan, table: Block) -> list[str]:
    return [
        block.text.string
        for block in plan.blocks
        if block.kind == "caption" and block.address.startswith(table.address + ".")
    ]


def test_order_and_nothing_else(plan: Plan, pages: dict[str, BeautifulSoup]) -> None:
    """A chapter's page holds its headings, paragraphs, boxes and tables in the order of the plan, and no other
    address."""
    for chapter in chapters(plan):
        units = [
            unit for unit in plan.units if Address(unit.address).chapter == chapter.address and unit is not chapter
        ]
        places: dict[str, list[str]] = {}
        for block in plan.blocks:
            if block.kind not in ("caption", "note"):
                places.setdefault(block.unit, []).append(Address(block.address).anchor)
        want = places.get(chapter.address, []) + [
            anchor for unit in units for anchor in [Address(unit.address).anchor, *places.get(unit.address, [])]
        ]
        article = page_of(pages, chapter.address).find("article")
        assert [element["id"] for element in article.find_all(id=ANCHOR) if "note" not in element["id"]] == want, (
            chapter.address
        )


def test_status_on_every_page_of_a_plan(plan: Plan, pages: dict[str, BeautifulSoup]) -> None:
    """Every page of a plan says whether it is adopted or a draft, above the text and in the page's description."""
    words = "草案" if plan.card.status == "draft" else "以印发原件为准"
    for name in ["index.html", *(f"{unit.address.split('/')[1]}/index.html" for unit in chapters(plan))]:
        page = pages[f"{plan.card.id}/{name}"]
        assert words in page.select_one("article .pr-status").get_text(), name
        assert words in page.find("meta", attrs={"name": "description"})["content"], name


def test_open_figures_are_marked(plan: Plan, pages: dict[str, BeautifulSoup]) -> None:
    """Every figure that the draft leaves open is marked where it stands, and nothing else is."""
    marked = sum(len(page_of(pages, chapter.address).select("article .pr-open")) for chapter in chapters(plan))
    assert marked == len(
        [
            p
            for p in plan.placeholders
            if not any(block.kind == "table" and block.address == p.address for block in plan.blocks)
        ]
    )


def test_corrections_are_marked(plan: Plan, pages: dict[str, BeautifulSoup]) -> None:
    """Every correction is marked at its place, gives the original reading, and leads to its entry on the corrections
    page."""
    for change in plan.changes:
        (mark,) = [
            link
            for chapter in chapters(plan)
            for link in page_of(pages, chapter.address).select(f'article a.pr-mended[href$="#{change.id}"]')
        ]
        assert mark.get_text() == change.after
        assert change.before in mark["data-about"]
        entry = pages["corrections/index.html"].find(id=change.id).find_parent("article").get_text()
        assert change.before in entry
        assert change.reason in entry


def references(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """(tag, address) of everything that a page links to or loads."""
    for element in page.find_all(["a", "link", "script", "img", "source", "iframe", "form"]):
        address = element.get("href") or element.get("src") or element.get("action")
        if address and not {"canonical", "alternate"} & set(element.get("rel") or []):
            yield element.name, address


def test_every_link_leads_somewhere(site: Path, pages: dict[str, BeautifulSoup]) -> None:
    """Every link inside the site finds its page or file, and its anchor on that page."""
    anchors = {name: {element.get("id") for element in page.find_all(id=True)} for name, page in pages.items()}
    broken = []
    for name, page in pages.items():
        base = "http://site/" if name == "404.html" else f"http://site/{name}"
        for _, address in references(page):
            target, fragment = urldefrag(urljoin(base, address))
            if urlsplit(target).netloc != "site":
                continue
            path = unquote(urlsplit(target).path).lstrip("/")
            file = path + "index.html" if path.endswith("/") or not path else path
            if not (site / file).is_file() or (fragment and unquote(fragment) not in anchors.get(file, set())):
                broken.append((name, address))
    assert broken == []


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, BeautifulSoup]) -> None:
    """No page loads a script, style, font or picture from another machine. (Links that a reader may follow are no
    requests.)"""
    loaded = [
        (name, address)
        for name, page in pages.items()
        for tag, address in references(page)
        if tag != "a" and urlsplit(address).netloc
    ]
    assert loaded == []


def test_ids_are_unique_on_every_page(pages: dict[str, BeautifulSoup]) -> None:
    """No page has two elements with one id."""
    for name, page in pages.items():
        ids = [element["id"] for element in page.find_all(id=True)]
        assert sorted(ids) == sorted(set(ids)), name
