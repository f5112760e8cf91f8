"""Plain text → theme-neutral Markdown that shows it exactly as it is.

Python-Markdown with attr_list and md_in_html is all the pages need; signs that Markdown would read as markup become
entities.
"""

from __future__ import annotations

import re
from string import Formatter
from urllib.parse import quote, urlsplit

from ...model.shown import Stretch, each_stretch, stretches_of

SIGNS = re.compile(r"[\\`*_{}\[\]#|<>&~^$\"]")
START = re.compile(r"^([ \t]*)(?:([-+=:!>])|(\d+)([.)]))?", re.MULTILINE)
DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # signs that turn the text around them
LINE_END = re.compile(
    r"(?<![ \t])[ \t]*\n\s*"
)  # blanks before it would be a break, a second one the end of the paragraph
BLANKS = re.compile(r"\s+")
LINKS = ("", "http", "https", "mailto")


def escape(text: str) -> str:
    """“A*B_[c] & <d>” → the same words, with entities for the signs that Markdown or HTML would take as markup."""
    return isolated("".join(escape_stretch(one, begins=at == 0) for at, one in enumerate(stretches_of(text))))


def escape_inside(text: str) -> str:
    """Escape without the care for the start of a paragraph."""
    return isolated("".join(escape_stretch(one, begins=False) for one in stretches_of(text)))


def escape_stretch(one: Stretch, begins: bool) -> str:
    """`begins`: a paragraph may begin with it; what is in an element of its own does not."""
    safe = LINE_END.sub("\n", SIGNS.sub(lambda m: f"&#{ord(m.group())};", one.text))
    safe = START.sub(escape_start, safe) if begins and not one.language else START.sub(escape_start, "一" + safe)[1:]
    return in_language(one, safe)


def in_language(one: Stretch, html: str) -> str:
    """Text still in the language of the plans says so, for voices and fonts."""
    return f'<span lang="{one.language}">{html}</span>' if one.language else html


def isolated(html: str) -> str:
    """Signs that turn the words around them turn none outside."""
    return f"<bdi>{html}</bdi>" if DIRECTIONS.search(html) else html


def filled(pattern: str, **prepared: object) -> str:
    """“共{sum}<b>” with <data>3</data> → 共<data>3</data>&#60;b&#62;: the words of a pattern are text, what is set
    into them is Markdown."""
    return "".join(
        escape_inside(words) + (str(prepared[name]) if name is not None else "")
        for words, name, _format, _conversion in Formatter().parse(pattern)
    )


def target(address: str) -> str:
    """Where a link leads: http, https, mailto or a path; a space or a bracket in it does not end it."""
    if urlsplit(address).scheme not in LINKS:
        raise ValueError(f"“{address}” is no address that a page may link to")
    return quote(address, safe="/#?&=.@:%~_+,;-")


def comment(words: str) -> str:
    """Text for <!-- … -->, which it cannot end."""
    return words.replace("--", "—").replace("<", "‹").replace(">", "›")


def identifier(words: str) -> str:
    """“a b{c}” → a-b-c: a name for an anchor, in an address or behind # in { … }"""
    return re.sub(r"[^\w.-]+", "-", words)


def escape_start(match: re.Match[str]) -> str:
    """A paragraph that begins with “1.” or “-” is not a list, one that begins with spaces no program."""
    space, sign, number, point = match.groups()
    program = "\t" in space or len(space) > 3
    begin = "".join(f"&#{ord(blank)};" for blank in space) if program else space
    return begin + (f"&#{ord(sign)};" if sign else f"{number}&#{ord(point)};" if number else "")


def attribute(text: str) -> str:
    """Text for an attribute, in HTML or in { … } behind a Markdown element: no quote ends it, no sign in it is
    markup."""
    plain = DIRECTIONS.sub("", text)
    return LINE_END.sub("\n", SIGNS.sub(lambda m: f"&#{ord(m.group())};", plain)).replace("'", "&#39;")


def cell(text: object) -> str:
    """Text for a cell of a pipe table, on one line."""
    words = text if isinstance(text, str) else str(text)
    return escape(each_stretch(words, lambda one: BLANKS.sub(" ", one)).strip()) or " "


def paragraph(content: str, anchor: str = "", classes: str = "", **data: object) -> str:
    """A paragraph with id and classes: content, then a line of attributes."""
    marks = (
        ([f"#{anchor}"] if anchor else [])
        + [f".{c}" for c in classes.split()]
        + [f'data-{key}="{value}"' for key, value in data.items()]
    )
    return f"{content}\n{{: {' '.join(marks)} }}" if marks else content
