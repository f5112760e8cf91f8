"""Clean lines → units and blocks. Recognise first, decide later; what stays in doubt is a Problem."""

from ..model.edition import Problem
from ..model.outline import Outline
from ..model.text import Draft
from .assembly import assemble
from .boxes import find_boxes
from .headings import find_candidates
from .numbering import decide
from .witness import compare


def build_outline(draft: Draft, plan: str, as_printed: tuple[int, ...] = ()) -> tuple[Outline, list[Problem]]:
    """`as_printed`: source lines whose odd number is the plan's own, as its editors confirm."""
    elements, box_problems = find_boxes(draft.lines)
    headings, number_problems = decide(find_candidates(elements), as_printed)
    outline, table_problems = assemble(plan, elements, headings)
    return outline, box_problems + number_problems + table_problems + compare(draft.contents, outline.units)
