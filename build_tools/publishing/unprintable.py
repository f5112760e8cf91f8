"""Signs of a plan that no face on this machine can print, each told once with the line where it first stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..model.edition import BadInput, Edition, Plan
from ..model.problems import Problem
from ..model.text import Text, line_starts
from . import fonts, signs

CODE = "no-glyph"


def with_unprintable(edition: Edition, extra: Path | None = None) -> Edition:
    """The edition with these problems among those of its plans; as it is where this machine has no fonts to ask."""
    try:
        faces = fonts.find_faces("book", extra)
    except BadInput:
        return edition
    return replace(edition, plans=tuple(with_problems(plan, faces, extra) for plan in edition.plans))


def with_problems(plan: Plan, faces: fonts.Faces, extra: Path | None) -> Plan:
    used = signs.seen_in(text.string for text in texts_of(plan))
    missing = fonts.with_stand_ins(faces, used, extra).missing
    found = problems(plan, missing) if missing else []
    return replace(plan, problems=tuple(sorted((*plan.problems, *found), key=lambda problem: problem.line)))


def problems(plan: Plan, missing: frozenset[str]) -> list[Problem]:
    starts = line_starts(plan.source)
    first: dict[str, int] = {}
    for text in texts_of(plan):
        for sign, place in zip(text.string, text.offsets, strict=False):
            if sign in missing:
                line = bisect_right(starts, place)
                first[sign] = min(line, first.get(sign, line))
    return [
        Problem("warning", CODE, line, (sign, signs.code(sign), signs.substitute(sign))) for sign, line in first.items()
    ]


def texts_of(plan: Plan) -> Iterator[Text]:
    """All that is printed of a plan: headings, paragraphs, markers, cells."""
    for unit in plan.units:
        yield from (unit.number, unit.title)
    for block in plan.blocks:
        yield from (block.marker, block.text)
        yield from (cell.text for row in block.rows for cell in row)
