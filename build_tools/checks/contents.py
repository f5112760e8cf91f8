"""The printed contents against the headings: other words, page numbers that go back. The reading has told; an editor
has to mend."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.findings import Finding
from .passages import Passage, Reading, finding


def find(reading: Reading) -> Iterator[Finding]:
    for problem in reading.plan.problems:
        if problem.code == "contents-wording":
            printed, line, heading = problem.values
            here, there = passage(reading, problem.line, printed), passage(reading, line, heading)
            reading.saw("contents")
            yield finding(reading, "contents", "toc_mismatch", "sure", "contents", here, (printed, heading), there)
        elif problem.code == "contents-page":
            printed, before, page = problem.values
            here = passage(reading, problem.line, printed)
            reading.saw("contents")
            yield finding(reading, "contents", "toc_mismatch", "ask", "contents-pages", here, (page, before))


def passage(reading: Reading, line: object, words: object) -> Passage:
    """The heading that stands on a line; of an entry of the contents, the plan itself."""
    number = line if isinstance(line, int) else 0
    address = next((unit.address for unit in reading.plan.units if unit.line == number), reading.plan.card.id)
    return Passage(address, address, "heading", number, str(words))
