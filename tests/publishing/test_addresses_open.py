"""On the web: an address as tables have it, typed behind the site's, opens at its place; rows are cited by theirs."""

from __future__ import annotations

import threading
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import Quiet


class WithMissingPage(Quiet):
    """Answers what is not there with the site's own page for it, as the samples for servers do."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def address(site: Path):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(WithMissingPage, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("shuangliao/04/05@1.6", "shuangliao/04/#s05-b1-i6"),
        ("shuangliao/03/01#2", "shuangliao/03/#s01-p2"),
        ("en/shuangliao/04/05@1", "en/shuangliao/04/#s05-b1"),
        ("shuangliao/01#1", "shuangliao/01/#p1"),
    ],
)
def test_an_address_of_the_tables_opens_at_its_place(browser, address: str, typed: str, place: str) -> None:
    page = browser.new_page()
    page.goto(address + typed)
    page.wait_for_url(address + place)
    assert page.locator(":target").count() == 1
    page.close()


def test_what_stands_nowhere_stays_not_here(browser, address: str) -> None:
    """No going round in circles for a chapter that no plan has, or for broken signs."""
    page = browser.new_page()
    for typed in ("shuangliao/99/05", "some%E0%A4", "nothing/here"):
        page.goto(address + typed)
        page.wait_for_timeout(300)
        assert page.locator(".pr-missing").count() == 1
    page.close()


def test_a_row_is_cited_with_its_name_its_place_and_its_own_address(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "shuangcheng/indicators/")
    row = page.locator("tbody .pr-link").nth(1)
    anchor = row.get_attribute("id")
    row.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    cited = page.locator("#pr-cite-0").input_value()
    assert "工业增加值占GDP比重，第一章六" in cited
    assert f"/shuangcheng/indicators/#{anchor}" in cited
    page.close()


def test_a_place_opens_when_its_address_is_asked_for(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "shuangcheng/places/#经济开发区")
    assert page.locator("details[open] summary").inner_text().startswith("经济开发区")
    page.close()
