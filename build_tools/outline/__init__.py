"""Clean lines → units and blocks. Recognise first, decide later; what stays in doubt is a Problem."""

from dataclasses import replace

from ..model.edition import HeadingRulings, Problem
from ..model.outline import Outline
from ..model.text import Draft, Line, line_at
from .assembly import assemble
from .boxes import Element, find_boxes
from .headings import Candidate, is_blank, marked_lines, parted
from .listed import Listed, listed, unnumbered
from .notes import take_notes
from .numbering import Heading, decide
from .regions import Region, divide
from .rulings import apply, settled_places, still_open
from .runs import doubtful, settle, with_bare_numbers
from .titles import closing_words, find_titles
from .witness import compare

NO_RULINGS = HeadingRulings()


def build_outline(
    draft: Draft, plan: str, as_printed: tuple[int, ...] = (), rulings: HeadingRulings = NO_RULINGS
) -> tuple[Outline, list[Problem]]:
    """`as_printed`: source lines whose odd number is the plan's own, as its editors confirm; `rulings`: what they say
    of headings."""
    lines, notes = take_notes(draft)
    elements, problems = find_boxes(lines)
    names = listed(draft.contents)
    elements = sewn(parted(elements), names)
    candidates, doubts = find_headings(elements, names, unnumbered(draft.contents), rulings)
    before = draft.contents[0].number if draft.contents else 0
    regions = divide(elements, candidates, before)
    headings, odd = number(candidates, regions, as_printed, names)
    outline, table_problems = assemble(plan, elements, regions, headings, notes)
    return outline, problems + doubts + odd + table_problems + compare(draft.contents, outline.units)


def find_headings(
    elements: list[Element], names: Listed, plain: Listed, rulings: HeadingRulings
) -> tuple[list[Candidate], list[Problem]]:
    """Numbered headings, those without a number, and what people ruled, in order."""
    marked = with_bare_numbers(marked_lines(elements, names))
    numbered, problems = settle(marked, elements, names)
    numbered, ruled = apply(rulings, elements, numbered)
    annexes = [region.start for region in divide(elements, numbered) if region.level == "annex"]
    end = min(annexes, default=len(elements))
    settled = settled_places(rulings, elements)
    titles, offers = find_titles(elements, numbered, plain, end, settled)
    titles += closing_words(elements, [*numbered, *titles], end)
    return sorted([*numbered, *titles], key=lambda c: c.position), still_open(
        problems, elements, settled
    ) + ruled + offers


def sewn(elements: list[Element], names: Listed) -> list[Element]:
    """…各项工作，把第 / 一、第二产业协调发展… → one line: what looks like a number is the rest of a sentence"""
    marked = marked_lines(elements, names)
    rests = {c.position for c in marked if c.form != "title" and doubtful(c, marked, names)}
    out: list[Element] = []
    for at, element in enumerate(elements):
        if at in rests and isinstance(element, Line):
            while is_blank(out[-1]):
                out.pop()
            before = line_at(out, -1)
            out[-1] = replace(before, text=before.text + element.text, last=element.end)
        else:
            out.append(element)
    return out


def number(
    candidates: list[Candidate], regions: list[Region], as_printed: tuple[int, ...], names: Listed
) -> tuple[dict[str, list[Heading]], list[Problem]]:
    """The headings of every region by its name; each region has a ladder of its own."""
    found: dict[str, list[Heading]] = {}
    problems: list[Problem] = []
    for region in regions:
        if region.level in ("", "annex"):
            inside = [c for c in candidates if region.body <= c.position < region.end]
            found[region.name], odd = decide(inside, region.level, as_printed, names)
            problems += odd
    return found, problems
