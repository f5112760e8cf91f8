"""Marked-off lines → clean lines, with the ledger of what went.

Guaranteed afterwards: no printed contents, cover, running heads or page numbers; no white space at the ends of a line;
a paragraph is one line even where a page cut it; tables are grids. One rule a module; the order below is the order of work.
A step takes a Draft and returns a Draft.
"""

from collections.abc import Callable

from ..model.text import Draft
from . import blank_edges, cell_lines, contents, cover, ocr_spaces, page_cuts, page_furniture, repeated_heads, tab_rows

Step = Callable[[Draft], Draft]

STEPS: dict[str, tuple[Step, ...]] = {
    "ocr_markdown": (
        contents.take_out,
        cover.take_out,
        page_furniture.take_out,
        tab_rows.gather,
        repeated_heads.take_out,
        blank_edges.trim,
        page_cuts.join,
        ocr_spaces.close,
    ),
    "word_dump": (
        contents.take_out,
        cover.take_out,
        cell_lines.gather,
        repeated_heads.take_out,
        page_furniture.take_out,
        blank_edges.trim,
        page_cuts.join,
    ),
}


def clean(draft: Draft, form: str) -> Draft:
    """`form`: the name of a format; one that has no list of its own is cleaned like a text dump."""
    for step in STEPS.get(form, STEPS["ocr_markdown" if form.startswith("ocr") else "word_dump"]):
        draft = step(draft)
    return draft
