"""Text dump of a Word file: bookmarks in brackets, a table cell a line, a paragraph a line.

Word puts bookmarks at headings, but also elsewhere; they survive as `Line.hint`.
"""

import re
from dataclasses import replace

from ..model.text import Draft, Line, Removed, strike
from . import ocr_markdown

BOOKMARK = re.compile(r"(?<![ \t])[ \t]*\[bookmark: [^\[\]\n]*\]")
FIELD = re.compile(r"\[(?:PAGEREF|HYPERLINK|TOC) [^\[\]\n]*\]")


def unmark(lines: tuple[Line, ...]) -> Draft:
    """[bookmark: _Toc31068]第一章 发展基础和环境 → 第一章 发展基础和环境, with a hint; marks of Markdown go, too, where a text mixes
    both."""
    lines, removed = without_fields(lines)
    draft = ocr_markdown.unmark(lines)
    return replace(draft, removed=removed + draft.removed)


def without_fields(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Removed, ...]]:
    out, removed = [], []
    for line in lines:
        for reason, pattern in (("bookmark", BOOKMARK), ("field-code", FIELD)):
            line, gone = strike(line, [m.span() for m in pattern.finditer(line.string)], reason)
            if gone:
                line = replace(line, hint=True)
            removed += gone
        out.append(line)
    return tuple(out), tuple(removed)
