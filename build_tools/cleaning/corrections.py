"""Editors' corrections of damage, laid over the clean lines.

    管埋 (read by the scanner) → 管理, because of an entry in corrections.yml with context and reason

An entry must match exactly as often as it says; otherwise the source or the entry has changed and a person has to look.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from ..model.curated import Correction
from ..model.edition import BadInput
from ..model.problems import Problem
from ..model.settling import DAMAGE
from ..model.text import Change, Draft, Grid, Line, Text, line_starts


def mend(draft: Draft, corrections: tuple[Correction, ...]) -> tuple[Draft, tuple[Change, ...]]:
    """The draft with every correction applied, and the changes in order of their place in the source."""
    changes: list[Change] = []
    for correction in corrections:
        found: list[Change] = []
        draft = replace(draft, lines=tuple(mend_element(line, correction, found) for line in draft.lines))
        if len(found) != correction.times:
            said = (correction.id, correction.times, correction.context, len(found), correction.plan)
            raise BadInput("correction-unused", *said, place=correction.place)
        changes += found
    return draft, tuple(sorted(changes, key=lambda change: change.start))


def mend_element(element: Line | Grid, correction: Correction, found: list[Change]) -> Line | Grid:
    if isinstance(element, Line):
        return mend_line(element, correction, found)
    rows = tuple(
        tuple(tuple(mend_line(line, correction, found) for line in cell) for cell in row) for row in element.rows
    )
    return replace(element, rows=rows)


def mend_line(line: Line, correction: Correction, found: list[Change]) -> Line:
    inside = correction.context.index(correction.wrong)
    text, at = line.text, line.string.find(correction.context)
    while at >= 0:
        start = at + inside
        text, change = overlay(text, start, correction)
        found.append(change)
        at = text.string.find(correction.context, start + len(correction.right))
    return line if text is line.text else replace(line, text=text)


def overlay(text: Text, start: int, correction: Correction) -> tuple[Text, Change]:
    """The mended characters all carry the position at which the damage begins."""
    end = start + len(correction.wrong)
    first, last = text.offsets[start], text.offsets[end - 1]
    change = Change(correction.id, first, last + 1, correction.wrong, correction.right, correction.reason)
    mended = Text(correction.right, (first,) * len(correction.right))
    return text[:start] + mended + text[end:], change


def still_damaged(problems: Iterable[Problem], changes: Iterable[Change], source: str) -> list[Problem]:
    """Without the doubts about signs that a correction mended: each change settles the one whose quoted words stand
    around it."""
    left = list(problems)
    starts = line_starts(source)
    for change in changes:
        line = bisect_right(starts, change.start)
        around = [
            (abs(2 * (at - change.start) + len(quote)), index)
            for index, problem in enumerate(left)
            if problem.code in DAMAGE and problem.line == line
            for quote in (str(problem.values[0]),)
            if (at := source.find(quote, starts[line - 1])) >= 0 and at <= change.start < at + len(quote)
        ]
        if around:
            del left[min(around)[1]]
    return left
