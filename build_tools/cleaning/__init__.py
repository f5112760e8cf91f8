"""Marked-off lines → clean lines, with the ledger of what went.

Guaranteed afterwards: no printed contents, cover, running heads or page numbers; no white space at the ends of a line;
a paragraph is one line even where a page or a line end cut it; tables are grids; signs that stand for others are those
others.
One rule a module; the order below is the order of work, and one for every format: a step looks at the text, not at its
format.
A step takes a Draft and returns a Draft.
"""

from collections.abc import Callable

from ..model.text import Draft
from . import (
    blank_edges,
    contents,
    continued_tables,
    cover,
    entities,
    formulas,
    note_rules,
    ocr_spaces,
    page_cuts,
    page_furniture,
    raised_marks,
    repeats,
    signs,
    table_shape,
    tables,
    web_furniture,
    wraps,
)

Step = Callable[[Draft], Draft]

STEPS: tuple[Step, ...] = (
    # signs
    formulas.fold_formulas,
    entities.fold_entities,
    signs.fold_signs,
    # what is no text of the plan
    web_furniture.take_out,
    contents.take_out,
    cover.take_out,
    page_furniture.take_out,
    note_rules.take_out,
    # tables: up to here their blanks, tabs and frames are as they came
    tables.gather,
    continued_tables.join,
    table_shape.settle,
    # lines: up to here their indents are as they came
    raised_marks.take_out,
    wraps.join,
    blank_edges.trim,
    page_cuts.join,
    raised_marks.fold_marks,
    ocr_spaces.close,
    repeats.report,
)


def clean(draft: Draft, form: str = "") -> Draft:
    """`form`: the name of the format, which no step needs any more."""
    for step in STEPS:
        draft = step(draft)
    return draft
