"""The search worker's parts in a page of a real browser, with the text of both plans, in Chinese or in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools import settings
from build_tools.publishing.site.hooks import STEMMER

PARTS = settings.ROOT / "overrides" / "assets" / "search"
ORDER = re.findall(
    r'"([a-z]+\.js)"', re.search(r"PARTS = \[.*\]", (PARTS / "worker.js").read_text(encoding="utf-8")).group()
)


class Worker:
    """`ask("find", …)` calls a function of the parts; a query's hits come as (address of the page, anchor, stage)."""

    def __init__(self, page) -> None:
        self.page = page

    def call(self, expression: str, value: object = None):
        return self.page.evaluate(expression, value)

    def sections(self, query: str) -> list[str]:
        """Page and anchor of the units found, best first."""
        return self.call(
            "q => find(readQuery(q, places.plans), places).map(r => r.unit.page + '#' + r.unit.anchor)", query
        )

    def hits(self, queries: list[str]) -> list[list[list]]:
        """For each query the passages found, in order: [page#anchor, stage]."""
        return self.call(
            """queries => queries.map(q => find(readQuery(q, places.plans), places)
                .flatMap(r => r.hits.map(p => [p.unit.page + '#' + p.anchor, r.stage])))""",
            queries,
        )


@pytest.fixture(scope="session")
def worker(browser, content: Path):
    """Searches the plans as they are written."""
    yield from searching(browser, content / "pages" / "zh" / "search" / "text.js")


@pytest.fixture(scope="session")
def english_worker(browser, content: Path):
    """Searches the English edition."""
    yield from searching(browser, content / "pages" / "en" / "search" / "text.js")


def searching(browser, text: Path):
    page = browser.new_page()
    for part in ORDER:
        page.add_script_tag(path=PARTS / part if (PARTS / part).is_file() else STEMMER[1])
    page.add_script_tag(path=text)
    page.evaluate("() => { globalThis.places = buildPlaces(searchText) }")
    yield Worker(page)
    page.close()
