"""Plain text → theme-neutral Markdown that shows it exactly as it is.

Python-Markdown with attr_list and md_in_html is all the pages need; signs that Markdown would read as markup become entities.
"""

from __future__ import annotations

import re

from ..model.translation import CLOSE, OPEN, without_signs

SIGNS = re.compile(r"[\\`*_{}\[\]#|<>&~^$\"]")
START = re.compile(r"^(\s*)(?:([-+=:!>])|(\d+)([.)]))")


def escape(text: str) -> str:
    """“A*B_[c] & <d>” → the same words, with entities for the signs that Markdown or HTML would take as markup."""
    safe = SIGNS.sub(lambda m: f"&#{ord(m.group())};", text)
    return with_language(START.sub(escape_start, safe))


def with_language(html: str) -> str:
    """Text still in the language of the plans says so, for voices and fonts."""
    return html.replace(OPEN, '<span lang="zh-Hans">').replace(CLOSE, "</span>") if OPEN in html else html


def escape_start(match: re.Match) -> str:
    """A paragraph that begins with “1.” or “-” is not a list."""
    space, sign, number, point = match.groups()
    return f"{space}&#{ord(sign)};" if sign else f"{space}{number}&#{ord(point)};"


def attribute(text: str) -> str:
    """Text for an attribute, in HTML or in { … } behind a Markdown element: no quote ends it, no sign in it is markup."""
    return SIGNS.sub(lambda m: f"&#{ord(m.group())};", without_signs(text)).replace("'", "&#39;")


def cell(text: object) -> str:
    """Text for a cell of a pipe table, on one line."""
    return escape(" ".join(str(text).split())) or " "


def paragraph(content: str, anchor: str = "", classes: str = "", **data: object) -> str:
    """A paragraph with id and classes: content, then a line of attributes."""
    marks = (
        ([f"#{anchor}"] if anchor else [])
        + [f".{c}" for c in classes.split()]
        + [f'data-{key}="{value}"' for key, value in data.items()]
    )
    return f"{content}\n{{: {' '.join(marks)} }}" if marks else content
