"""Whatever stands in plans, cards, curated words and translations is text on every page: nothing of it runs, nothing
is fetched, all can be read."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hostile_edition import HOSTILE, WORD, write_edition
from pypdf import PdfReader
from serving import policy_of, serve

from build_tools import pipeline, publish

BOX, RESULT = "[data-md-component=search-query]", ".md-search-result__item"
ENGLISH = ("", "kai/", "kai/01/", "kai/targets/", "compare/", "glossary/")  # that are translated the same way as others
LISTENING = "globalThis.hits = []; globalThis.ran = number => hits.push(number)"
# in a plan's text comments and tags of print are taken off, with a reason, and entities are read as the signs they
# stand for
SHOWN = tuple(html.unescape(re.sub(r"<!--.*?-->|<b>", "", snippet)).strip() for snippet in HOSTILE)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with the hostile edition as website (site), as folder for a disk (offline), and one plan of it printed."""
    folder = tmp_path_factory.mktemp("hostile")
    editions = write_edition(folder)
    pipeline.convert(editions, folder)
    pipeline.print_pdf(editions[:1], folder / "build/pdf", "book", plan="kai")
    publish.publish(folder, folder / "build", site=folder / "site", disk=folder / "offline")
    return folder


def complaint(said) -> list[str]:
    """What the browser objects to; an icon that it asks for on its own account does not count."""
    told = said.type in ("error", "warning") and not said.location["url"].endswith("/favicon.ico")
    return [f"{said.text} {said.location['url']}"] if told else []


@pytest.fixture
def watched(browser):
    """A page that tells whatever ran, was asked for in vain or elsewhere, or broke the policy."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(LISTENING)
    page.complaints, page.asked = [], []
    page.on("console", lambda said: page.complaints.extend(complaint(said)))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("dialog", lambda dialog: page.complaints.append(dialog.message))
    context.on("request", lambda request: page.asked.append(request.url))
    yield page
    context.close()


def look_at(page, address: str) -> str:
    """The words of a page, once it is seen that nothing of them ran."""
    page.goto(address)
    assert page.evaluate("hits") == [], address
    return " ".join(page.evaluate("document.body.innerText").split())


def search_for(page, words: str) -> str:
    page.focus(BOX)
    page.keyboard.type(words)
    page.wait_for_selector(RESULT)
    page.wait_for_timeout(300)  # a picture that is not there is found out late
    assert page.evaluate("hits") == []
    return " ".join(page.inner_text(".md-search-result").split())


def test_nothing_runs_on_the_web(built: Path, watched) -> None:
    """Every kind of page in both languages, under the policy: no script, no request but for files of the site, every
    snippet to be read."""
    site = built / "site"
    server = serve(site, {"Content-Security-Policy": policy_of(site)})
    root = f"http://127.0.0.1:{server.server_port}/"
    made = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")) if "yuan" not in path.parts]
    pages = [path for path in made if not path.startswith("en/")] + [f"en/{path}index.html" for path in ENGLISH]
    words = {path: look_at(watched, root + path) for path in pages}
    assert len(pages) > 20
    assert [snippet for snippet in SHOWN if snippet not in words["kai/01/index.html"]] == []
    assert [snippet for snippet in HOSTILE if snippet not in words["kai/index.html"]] == []
    assert HOSTILE[0] + HOSTILE[4] in words["en/kai/01/index.html"]
    watched.goto(root + "kai/01/")
    assert HOSTILE[0] in search_for(watched, "粮食总产量")
    assert watched.complaints == []
    assert [address for address in watched.asked if not address.startswith(root)] == []
    server.shutdown()
    server.server_close()


def test_nothing_runs_from_a_disk(built: Path, watched) -> None:
    """The same without any policy: a page of every kind, and the search."""
    folder = built / "offline"
    pages = ("index", "kai/index", "kai/01", "kai/02", "kai/projects", "glossary", "compare/index", "en/kai/01")
    for page in pages:
        words = look_at(watched, (folder / f"{page}.html").as_uri())
        assert HOSTILE[0] in words, page
    watched.goto((folder / "kai/01.html").as_uri())
    assert HOSTILE[0] in search_for(watched, "粮食总产量")
    assert watched.complaints == []
    assert [address for address in watched.asked if not address.startswith(folder.as_uri())] == []


def test_what_programs_read_is_text_too(built: Path) -> None:
    """Titles, descriptions, data for search engines and headings in the side bar carry the words themselves."""
    page = BeautifulSoup((built / "site/kai/index.html").read_text(encoding="utf-8"), "html.parser")
    title = f"title1{WORD}"
    assert page.title.string.startswith(title)
    assert page.select_one("meta[name=description]")["content"].startswith(title)
    data = json.loads(page.select_one("script[type='application/ld+json']").string)
    assert data["name"].startswith(title)
    assert data["spatialCoverage"]["name"].startswith(f"region1{WORD}")
    chapter = BeautifulSoup((built / "site/kai/01/index.html").read_text(encoding="utf-8"), "html.parser")
    listed = [" ".join(link.get_text().split()) for link in chapter.select(".pr-toc a")]
    assert [snippet for snippet in SHOWN if not any(snippet in words for words in listed)] == []


def test_links_lead_into_the_site_or_by_http(built: Path) -> None:
    """No page has an address of another kind than http, https, mailto or a path."""
    found = [
        element[name]
        for path in (built / "site").rglob("*.html")
        for element in BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").find_all(True)
        for name in ("href", "src", "action")
        if element.get(name)
    ]
    assert len(found) > 1000
    assert {a.partition(":")[0] for a in found if ":" in a.partition("#")[0].partition("?")[0]} <= {
        "http",
        "https",
        "mailto",
        "data",
    }


def test_print_shows_the_words(built: Path) -> None:
    """A PDF has every snippet as it is, and no link but into itself; the page that offers it gives its title as
    text."""
    printed = PdfReader(built / "build/pdf/kai.pdf")
    text = "".join("".join(page.extract_text() for page in printed.pages).split())
    assert [snippet for snippet in HOSTILE if "".join(snippet.split()) not in text] == []
    actions = [note.get_object().get("/A") for page in printed.pages for note in page.get("/Annots", [])]
    assert [action for action in actions if action and "/URI" in action.get_object()] == []
    downloads = (built / "site/downloads/index.html").read_text(encoding="utf-8")
    assert f"title1{WORD}" in BeautifulSoup(downloads, "html.parser").get_text()
