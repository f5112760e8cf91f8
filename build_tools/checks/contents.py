"""The printed contents against the headings: other words, page numbers that go back. The reading has told; an editor
has to mend."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.findings import Finding
from ..model.outline import Unit
from .passages import Passage, Reading, finding


def find(reading: Reading) -> Iterator[Finding]:
    """Nothing where the text has contents and no heading: that is told for the plan as a whole."""
    for problem in reading.plan.problems if reading.plan.units else ():
        if problem.code == "contents-wording":
            printed, line, heading = problem.values
            unit = next((unit for unit in reading.plan.units if unit.line == line), reading.plan.units[0])
            here, there = at(unit, problem.line, printed), at(unit, unit.line, heading)
            reading.saw("contents")
            yield finding(reading, "contents", "toc_mismatch", "sure", "contents", here, (printed, heading), there)
        elif problem.code == "contents-page":
            printed, before, page = problem.values
            unit = next((unit for unit in reading.plan.units if named(unit, printed)), reading.plan.units[0])
            reading.saw("contents")
            here = at(unit, problem.line, printed)
            yield finding(reading, "contents", "toc_mismatch", "ask", "contents-pages", here, (page, before))


def at(unit: Unit, line: int, words: object) -> Passage:
    """An entry of the contents has no address of its own: it is told at the heading that it stands for."""
    return Passage(unit.address, unit.address, "heading", line, str(words))


def named(unit: Unit, printed: object) -> bool:
    return bool(unit.title.string) and str(printed).endswith(unit.title.string)
