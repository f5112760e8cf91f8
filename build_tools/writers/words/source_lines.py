"""Where a line of the numbered source text lies on the site. Long texts are parted, so that no page is slow to open."""

from __future__ import annotations

from bisect import bisect_right

from ...model.edition import Plan
from ...model.text import lines_of
from . import markdown
from .apart import apart, told

LONGEST = 90_000  # characters of one page; with its marks that stays below 300 KB


def parts_of(plan: Plan) -> list[int]:
    """The line on which each page begins: [1], or [1, 2210, …] for a long text."""
    starts, length = [1], 0
    for number, line in enumerate(lines_of(plan.source), 1):
        if length + len(line) > LONGEST and length:
            starts.append(number)
            length = 0
        length += len(line) + 1
    return starts


def folder_of(plan: Plan) -> str:
    """Where on the site the numbered text of a plan lies."""
    return f"data/plans/{plan.card.id}/"


def file_name(part: int) -> str:
    return "source.html" if part == 0 else f"source-{part + 1}.html"


def address_of_line(plan: Plan, parts: list[int], line: int) -> str:
    """Line 195 of 某县 → data/plans/some/source.html#L195"""
    return f"{folder_of(plan)}{file_name(bisect_right(parts, line) - 1)}#L{line}"


def link_to_line(plan: Plan, parts: list[int], line: int, pattern: str = "{line}", up: str = "../", **more: int) -> str:
    """Line 195 → [第 195 行](../data/plans/some/source.html#L195), the figures set apart; nothing for no line.

    `more`: other names of figures in the pattern.
    """
    if not line:
        return ""
    words = told(plan.card.id, pattern, line=line, **more)
    folder = folder_of(plan)
    way = apart(plan.card.id, address_of_line(plan, parts, line).removeprefix(folder))
    return f"[{words}]({markdown.target(up + folder)}{way})"
