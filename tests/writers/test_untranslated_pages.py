"""Pages of a plan of which nothing is translated: their own words are English, all others say that they are Chinese."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Comment

from build_tools import settings
from build_tools.model.edition import Edition
from build_tools.model.translation import HAN, INTERFACE, Words, has_han
from build_tools.translation import read_po, translated
from build_tools.writers import write_pages
from build_tools.writers.print.volume import print_models

HEAD = re.compile(r"^---\n.*?\n---\n", re.DOTALL)
ATTRIBUTES = re.compile(r"\{:?[^{}\n]*\}")  # these cannot say a language, nor can the description of a picture
CODE = re.compile(r"`[^`]*`")


class Said(dict[str, str]):
    """Words of the pages; of those that nobody translated yet every Chinese sign is an x."""

    def get(self, text: str, other: object = None) -> str:
        return super().get(text) or Words(HAN.sub("x", text))


@pytest.fixture(scope="module")
def untranslated(edition: Edition) -> Edition:
    po = read_po(settings.GENERAL / "locales/en.po")
    for entry in po:
        entry.msgstr = entry.msgstr if entry.msgctxt == INTERFACE else ""
    plans = tuple(replace(plan, card=replace(plan.card, name_en="", title_en="")) for plan in edition.plans)
    made = translated(replace(edition, plans=plans), po, "en")
    return replace(made, interface=Said(made.interface))


def unmarked(page: str) -> list[str]:
    soup = BeautifulSoup(CODE.sub("", ATTRIBUTES.sub("", HEAD.sub("", page))), "html.parser")
    return [
        str(words)
        for words in soup.find_all(string=has_han)
        if not isinstance(words, Comment)
        and not any(tag.get("lang") == "zh-Hans" or tag.name == "desc" for tag in words.parents)
    ]


def test_every_chinese_word_on_a_page_says_so(untranslated: Edition) -> None:
    """In headings, paragraphs, tables, strips, lists and charts; no element that says so is left open."""
    pages = {path: text for path, text in write_pages(untranslated).items() if path.endswith(".md")}
    assert len(pages) > 40
    assert {path: found[:5] for path, text in pages.items() if (found := unmarked(text))} == {}
    assert {path for path, text in pages.items() if text.count("<span") != text.count("</span>")} == set()


def test_every_chinese_run_in_print_says_so(untranslated: Edition) -> None:
    """Heads and bookmarks cannot; runs can."""
    assert [
        run["text"] for run in runs_in(print_models(untranslated)) if has_han(run["text"]) and "chinese" not in run
    ] == []


def runs_in(part: object) -> list[dict[str, str]]:
    if isinstance(part, dict) and "text" in part:
        return [part]
    parts = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return [run for found in parts for run in runs_in(found)]
