"""Whatever stands in a plan is what the reader sees: Markdown and HTML take nothing of it for markup."""

from __future__ import annotations

import html
import re

import markdown as python_markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config

from build_tools.settings import FRAME
from build_tools.writers.pages.inline import Mark, weave
from build_tools.writers.words.markdown import attribute, cell, escape, paragraph

SIGNS = "*_[]#|<>&{}`~^$\"'\\:!=+-.()123 　一县，。“”"
TEXT = st.text(SIGNS, min_size=1, max_size=40).filter(str.strip).map(str.strip)
STARTS = st.sampled_from(
    [
        "",
        "1. ",
        "1) ",
        "- ",
        "+ ",
        "* ",
        "> ",
        ": ",
        "# ",
        "=== ",
        "--- ",
        "|a|b|",
        "!!! note ",
        "[a]: b ",
        "*[县]: ",
        "&amp;",
        "<b>",
        "    ",
        "```",
        "~~~",
        "{: #x }",
        "{{ x }}",
        "[^1]: ",
        "![a](b)",
        "<!-- ",
        "$$",
    ]
)


@pytest.fixture(scope="module")
def convert():
    """Python-Markdown as mkdocs.yml sets it up."""
    config = load_config(str(FRAME))
    return python_markdown.Markdown(extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"])


def shown(convert, source: str) -> BeautifulSoup:
    return BeautifulSoup(convert.reset().convert(source), "html.parser")


def same(words: str) -> str:
    """Several blanks look like one in a browser."""
    return re.sub(" +", " ", words)


@settings(max_examples=400, deadline=None)
@given(start=STARTS, text=TEXT)
def test_any_text_survives(convert, start: str, text: str) -> None:
    """A paragraph shows exactly the text of the plan, in one paragraph with its id and without any element inside."""
    words = (start + text).strip()
    page = shown(convert, "前一段。\n\n" + paragraph(escape(words), "s01-p1", "pr-p") + "\n\n后一段。")
    element = page.find(id="s01-p1")
    assert element is not None, page
    assert element.name == "p", page
    assert element.get_text() == words
    assert element.find(True) is None
    assert [p.get_text() for p in page.find_all("p")] == ["前一段。", words, "后一段。"]


@st.composite
def marked_text(draw) -> tuple[str, list[tuple[int, int]]]:
    text = draw(TEXT)
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    return text, list(zip(edges[::2], edges[1::2], strict=False))


@settings(max_examples=400, deadline=None)
@given(marked=marked_text(), outer=st.booleans())
def test_marks_never_change_the_text(convert, marked: tuple[str, list[tuple[int, int]]], outer: bool) -> None:
    """Run-in leads, open figures and corrections stand around words of the text; the words stay, and so do those of
    each mark."""
    text, spans = marked
    marks = [Mark(start, end, f'<span class="pr-open" title="{attribute(text)}">', "</span>") for start, end in spans]
    if outer:
        marks.append(Mark(0, len(text), '<strong class="pr-lead">', "</strong>"))
    page = shown(convert, paragraph(weave(text, marks), "p1"))
    assert same(page.find(id="p1").get_text()) == same(text)
    assert [same(span.get_text()) for span in page.select("span.pr-open")] == [
        same(text[start:end]) for start, end in spans
    ]
    assert all(span["title"] == text for span in page.select("span.pr-open"))


@settings(max_examples=200, deadline=None)
@given(text=TEXT)
def test_correction_links_survive(convert, text: str) -> None:
    """A correction is a link whose words are those of the text, whatever they are."""
    mark = Mark(0, len(text), "[", f'](../corrections.md#x){{ .pr-mended title="{attribute(text)}" }}')
    page = shown(convert, paragraph(weave(text + "。", [mark]), "p1"))
    assert page.find(id="p1").get_text() == text + "。"
    assert page.find("a").get_text() == text
    assert page.find("a")["class"] == ["pr-mended"]
    assert page.find("a")["title"] == text


@settings(max_examples=200, deadline=None)
@given(texts=st.lists(TEXT, min_size=2, max_size=2), start=STARTS)
def test_cells_of_pipe_tables_survive(convert, texts: list[str], start: str) -> None:
    """So does the text of a table cell; only white space is drawn together."""
    words = [" ".join((start + text).split()) for text in texts]
    page = shown(convert, f"| 甲 | 乙 |\n|---|---|\n| {cell(words[0])} | {cell(words[1])} |")
    assert [td.get_text() for td in page.find_all("td")] == words


@settings(max_examples=200, deadline=None)
@given(text=TEXT, start=STARTS)
def test_headings_survive(convert, text: str, start: str) -> None:
    """So does a heading, with the anchor it is given."""
    words = (start + text).strip()
    page = shown(convert, f"## {escape(words)} {{: #s01 }}")
    heading = page.find(id="s01")
    heading.find("a", class_="headerlink").extract()
    assert (heading.name, heading.get_text()) == ("h2", words)


@given(text=st.text(SIGNS))
def test_attributes_survive(text: str) -> None:
    """An attribute holds the text as it is."""
    assert html.unescape(attribute(text)) == text
    assert '"' not in attribute(text)
