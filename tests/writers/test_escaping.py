"""A template's values are text for the place where they stand: in Markdown, in the head of a page, in an address, a
comment, a pattern."""

from __future__ import annotations

import json
import re

import markdown as python_markdown
import pytest
import yaml
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from mkdocs.config import load_config

from build_tools.settings import FRAME
from build_tools.writers.words import layout
from build_tools.writers.words.markdown import DIRECTIONS, comment, escape, filled, identifier, target

SIGNS = "*_[]#|<>&{}`~^$\"'\\:!=+-.()123 \t\n一县，。\u202e\u2028"
TEXT = st.text(SIGNS, min_size=1, max_size=40)
ANY = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


@pytest.fixture(scope="module")
def convert():
    config = load_config(str(FRAME))
    return python_markdown.Markdown(extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"])


def printed(template: str, **values: object) -> str:
    return layout.templates().from_string(template).render(**values)


def plain(text: str) -> str:
    return " ".join(text.split())


@given(TEXT)
def test_what_a_template_prints_is_text(convert, text: str) -> None:
    """A value without any filter shows as itself, in a paragraph, an attribute and an element; no line of it begins
    anything."""
    page = convert.reset().convert(
        printed('前 {{ x }} 后\n\n<div title="{{ x }}" markdown="1">\n\n中{{ x }}\n\n</div>', x=text)
    )
    soup = BeautifulSoup(page, "html.parser")
    text = DIRECTIONS.sub("", text)
    assert [plain(p.get_text()) for p in soup.find_all("p")] == [plain(f"前 {text} 后"), plain(f"中{text}")]
    assert plain(soup.div["title"]) == plain(text)
    assert {element.name for element in soup.find_all(True)} <= {"p", "div"}


@given(TEXT)
def test_a_value_alone_on_its_lines_is_text(convert, text: str) -> None:
    """Leading blanks make no program, a line of signs no heading or rule, blank lines no second paragraph."""
    soup = BeautifulSoup(convert.reset().convert(f"前。\n\n{escape(text)}\n\n后。"), "html.parser")
    assert plain(soup.get_text()) == plain(f"前。 {text} 后。")
    assert {element.name for element in soup.find_all(True)} <= {"p", "bdi"}


@given(ANY)
def test_the_head_of_a_page_gives_the_value_back(text: str) -> None:
    """Any text is one YAML string, and the same in JSON, but for signs that would turn the words around them."""
    expected = DIRECTIONS.sub("", text)
    head = printed("title: {{ x | quoted }}\nplan: {{ y | json }}\n", x=text, y={"a": text})
    assert yaml.safe_load(head) == {"title": expected, "plan": {"a": expected}}
    assert json.loads(head.split("\n")[0].removeprefix("title: ")) == expected


def test_made_markdown_stays() -> None:
    """What a named function made is not escaped again; what is joined with it is."""
    assert printed("{{ a }} {{ b | safe }} {{ c | md }}", a="<b>", b="<b>", c="<b>") == "&#60;b&#62; <b> &#60;b&#62;"
    assert printed("{{ x }}", x=Markup("<b>")) == "<b>"
    assert printed("{{ 3 }}{{ none }}", none=None) == "3None"


def test_a_pattern_is_text_and_what_is_set_into_it_is_made() -> None:
    """A translator's pattern cannot add markup around a figure."""
    assert filled("共{n}<b>[a](b){{x}}", n="<data>3</data>") == "共<data>3</data>&#60;b&#62;&#91;a&#93;(b)&#123;x&#125;"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "ftp://a/b"],
)
def test_links_of_other_kinds_are_refused(address: str) -> None:
    """A page links by http, https, mailto or a path."""
    with pytest.raises(ValueError, match="no address"):
        target(address)


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("03.md#s01-p2", "03.md#s01-p2"),
        ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("a b.md) <x>", "a%20b.md%29%20%3Cx%3E"),
    ],
)
def test_an_address_ends_where_it_ends(address: str, written: str) -> None:
    """A blank or a bracket in an address neither ends the link nor begins anything."""
    assert target(address) == written


@given(ANY)
def test_comments_and_names_cannot_be_left(text: str) -> None:
    """No text ends a comment; a name for an anchor has no sign that ends it."""
    assert not re.search("--|[<>]", comment(text))
    assert not re.search(r"[\s{}#\"'<>=]", identifier(text))
