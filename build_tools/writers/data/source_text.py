"""The text that line numbers point to: every line of a plan's source with its number, as pages that need nothing else.

Of a Word file, a PDF or a web page it is what the reader took out. Long texts are parted, so that no page is slow to
open.
"""

from __future__ import annotations

from html import escape

from ...model.edition import Plan
from ...model.text import lines_of
from ..words.source_lines import file_name, folder_of, parts_of

INTERNAL = ("comment", "deleted", "deleted-text", "hidden-text")  # reasons of the ledger
HEAD = (
    '<!doctype html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
    '<link rel="icon" href="../../../assets/images/favicon.svg">\n'
    '<link rel="stylesheet" href="../../../assets/styles/source.css">\n</head>\n<body>\n'
)


def source_pages(plan: Plan) -> dict[str, str]:
    """data/plans/<plan>/source.html and, for a long text, source-2.html …"""
    lines = lines_of(without_internal(plan))
    parts = parts_of(plan)
    return {
        folder_of(plan) + file_name(n): page(plan, n, parts, lines[start - 1 : end - 1])
        for n, (start, end) in enumerate(zip(parts, [*parts[1:], len(lines) + 1], strict=True))
    }


def without_internal(plan: Plan) -> str:
    """The source without what its authors said to each other: comments and deleted text. Its lines keep their
    numbers."""
    shown, at = [], 0
    for entry in plan.removed:
        if entry.reason in INTERNAL and entry.start >= at:
            shown += [plan.source[at : entry.start], "\n" * plan.source.count("\n", entry.start, entry.end)]
            at = entry.end
    return "".join([*shown, plan.source[at:]])


def page(plan: Plan, part: int, parts: list[int], lines: list[str]) -> str:
    title = escape(f"{plan.card.title}：原文本")
    origin = escape(plan.card.origin) if plan.card.origin else ""
    home = f'<p><a href="../../../{plan.card.id}/index.html">{escape(plan.card.name)}</a></p>'
    others = " ".join(f'<a href="{file_name(n)}">{start}–</a>' for n, start in enumerate(parts) if n != part)
    more = f"<nav>{others}</nav>\n" if others else ""
    rows = "\n".join(row(plan, number, line) for number, line in enumerate(lines, parts[part]))
    intro = f"<h1>{title}</h1>\n{home}\n<p>{origin}</p>\n{more}" if origin else f"<h1>{title}</h1>\n{home}\n{more}"
    return f'{HEAD.format(title=title)}{intro}<div class="lines">\n{rows}\n</div>\n</body>\n</html>\n'


def row(plan: Plan, number: int, line: str) -> str:
    """One line; the first line of a page of the file says which page it is."""
    starts = plan.page_starts
    begins = [str(n) for n, start in enumerate(starts, 1) if start == number]
    mark = f"<b>第{'、'.join(begins)}页</b>" if begins else ""
    return f'<p id="L{number}"><a href="#L{number}">{number}</a>{mark}{escape(line)}</p>'
