"""The rows of an HTML table, as OCR programs and web pages write it, read with lxml: cells with their spans, text by
paragraphs."""

from __future__ import annotations

from typing import Any

from .taken_text import CellText, paragraphs_of

WIDEST = 100  # columns and rows that one cell may cover; more is no table but an attack


def rows_of(html: str) -> list[list[CellText]]:
    """<table><tr><td rowspan=2>甲</td><td>乙<br>丙</td></tr>… → [[CellText(("甲",), 2, 1), CellText(("乙", "丙"))], …]"""
    from lxml import html as parser

    root = parser.fragment_fromstring(html, create_parent="div")
    rows = []
    for row in root.iter("tr"):
        cells = list(row.iterchildren("td", "th"))
        if cells:
            rows.append([CellText(paragraphs_in(cell), span(cell, "rowspan"), span(cell, "colspan")) for cell in cells])
    return rows


def span(cell: Any, name: str) -> int:
    """rowspan="2" → 2; whatever is no number → 1"""
    said = str(cell.get(name) or "1").strip()
    return min(max(int(said), 1), WIDEST) if said.isdecimal() and len(said) < 6 else 1


def paragraphs_in(cell: Any) -> tuple[str, ...]:
    """Text of a cell; <br>, <p> and <div> begin a new paragraph."""
    parts = [cell.text or ""]
    for element in cell.iterdescendants():
        if element.tag in ("br", "p", "div", "li", "tr"):
            parts.append("\n")
        parts += [element.text or "" if isinstance(element.tag, str) else "", element.tail or ""]
    return paragraphs_of("".join(parts).split("\n"))
