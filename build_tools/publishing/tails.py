"""Chapters whose last page would hold a few lines only: set a little tighter, the lines find room on the pages
before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from .pdf_places import Marks

FEW = 7  # lines on a last page
CHAPTERS = ("chapter", "front", "annex")
GAINED = {"section": 0.9, "subsection": 0.7}  # lines that a tighter heading gives back; see tight-looks in book.typ
SPARE = 1  # line: a heading at the top of a page gives nothing back


class Area(NamedTuple):
    """Of the text on a page, in points: where it begins, and from one line to the next."""

    top: float
    line: float


def tight_chapters(marks: Marks, area: Area, nodes: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Addresses of the chapters that are worth it: their headings give back what the last page holds."""
    roles = {node["address"]: node["role"] for node in nodes if node["kind"] == "heading"}
    found, chapter, begun, gain = [], "", 0, 0.0
    for label, page, down in marks:
        role = roles.get(label, "")
        if role in CHAPTERS:
            chapter, begun, gain = label, page, 0.0
        elif label == "ending":
            lines = (down - area.top) / area.line
            if chapter and page > begun and 0.5 < lines <= FEW and lines + SPARE <= gain:
                found.append(chapter)
            chapter = ""
        else:
            gain += GAINED.get(role, 0)
    return tuple(found)
