"""Tables in every form become grids: drawn frames, HTML, bars, tabs, cells on lines of their own, columns parted by
blanks.

FORMS are asked in this order at every line; the first that knows what begins there takes it. What looks like a table
and cannot be read stays as it stands, with a Problem.
"""

from __future__ import annotations

from collections.abc import Callable

from ..model.problems import Problem
from ..model.text import Draft, Grid, Line, Removed
from . import (
    bare_cells,
    blank_columns,
    cell_lines,
    comma_rows,
    frames,
    html_tables,
    single_blanks,
    tab_rows,
    word_tables,
)
from .table_cells import Found, with_elements

Form = Callable[[tuple[Line | Grid, ...], int], Found | None]
FORMS: tuple[Form, ...] = (
    frames.find,
    html_tables.find,
    cell_lines.find,
    tab_rows.find,
    comma_rows.find,
    blank_columns.find,
    single_blanks.find,
    bare_cells.find,
    word_tables.find,
)


def gather(draft: Draft) -> Draft:
    elements: list[Line | Grid] = []
    gone: list[Removed] = []
    problems: list[Problem] = []
    at = 0
    while at < len(draft.lines):
        found = next((find for form in FORMS if (find := form(draft.lines, at))), None) if is_open(draft, at) else None
        if found is None or takes_again(found, elements):
            elements.append(draft.lines[at])
            at += 1
            continue
        while elements and isinstance(elements[-1], Line) and found.elements and begins_above(found, elements[-1]):
            elements.pop()  # a head above the line at which the table was noticed
        elements += found.elements
        gone += found.removed
        problems += found.problems
        at = found.end
    return with_elements(draft, elements, gone, problems)


def takes_again(found: Found, elements: list[Line | Grid]) -> bool:
    """Does its head lie in a table that was taken before?"""
    taken = max((element.last for element in elements[-3:] if isinstance(element, Grid)), default=0)
    return bool(found.elements) and found.elements[0].number <= taken


def is_open(draft: Draft, at: int) -> bool:
    line = draft.lines[at]
    return isinstance(line, Line) and bool(line.string.strip())


def begins_above(found: Found, line: Line) -> bool:
    """Does the table begin at or above this line? Lines into which a break parted one share its number: then the signs
    tell."""
    first = found.elements[0]
    if not isinstance(first, Grid):
        return False
    if line.number != first.number or not line.text.offsets:
        return line.number >= first.number
    held = [at for row in first.rows for cell in row for part in cell for at in part.text.offsets]
    return line.text.offsets[0] >= min(held + [entry.start for entry in found.removed], default=0)
