"""What people say in plan.yml under `headings`: lines, or words, that are headings of a level, or text.

headings: {chapter: [12, 2026年重点工作], text: [340]}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..chinese.numbering import read_bare_number, read_marker
from ..model.edition import HeadingRulings, Problem
from ..model.text import Line, line_at
from .boxes import Element
from .headings import Candidate
from .listed import key


def apply(
    rulings: HeadingRulings, elements: list[Element], headings: list[Candidate]
) -> tuple[list[Candidate], list[Problem]]:
    """The headings with what people took out and put in; a ruling that no line fits is a problem."""
    problems: list[Problem] = []
    for level, wanted in rulings.all():
        places = list(places_of(wanted, elements))
        if not places:
            problems.append(
                Problem("warning", "ruling-unused", wanted if isinstance(wanted, int) else 1, (wanted, level))
            )
        for at in places:
            known = next((c for c in headings if c.position <= at < c.end), None)
            headings = [c for c in headings if c is not known]
            if level != "text":
                headings.append(replace(known, level=level) if known else ruled(elements, at, level))
    return sorted(headings, key=lambda c: c.position), problems


def settled_places(rulings: HeadingRulings, elements: list[Element]) -> set[int]:
    """Places of all lines that people spoke of: nothing is guessed, asked or told about them any more."""
    return {at for _, wanted in rulings.all() for at in places_of(wanted, elements)}


def still_open(problems: list[Problem], elements: list[Element], settled: set[int]) -> list[Problem]:
    """Without the problems whose lines (their second value: “12, 15”) people spoke of, one and all."""
    lines = {str(line_at(elements, at).number) for at in settled}
    return [problem for problem in problems if not set(str(problem.values[1]).split(", ")) <= lines]


def places_of(wanted: int | str, elements: list[Element]) -> Iterator[int]:
    for at, element in enumerate(elements):
        if not isinstance(element, Line):
            continue
        words = element.string
        if words and (element.number == wanted or (isinstance(wanted, str) and key(words) == key(wanted))):
            yield at


def ruled(elements: list[Element], at: int, level: str) -> Candidate:
    line = line_at(elements, at)
    return Candidate(at, at + 1, line, read_marker(line.string) or read_bare_number(line.string), level=level)
