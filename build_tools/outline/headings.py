"""Lines that may be headings. Nothing is decided here: the numbering decides.

A candidate has a number and words that read like a title. A heading may be split over two lines; a list of bare titles is no
run of headings.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..chinese.boxes import is_box_title
from ..chinese.numbering import HEADING_KINDS, UNMISTAKABLE, Marker, read_marker
from ..chinese.sentences import LONGEST_CHAPTER, LONGEST_TITLE, reads_like_title
from ..model.text import Grid, Line
from .boxes import Element

SECOND_LINE = 25  # characters; the second line of a title is a short one


@dataclass(frozen=True, slots=True)
class Candidate:
    """`position` and `end`: the elements that hold the heading (half-open)."""

    position: int
    end: int
    line: Line
    marker: Marker

    @property
    def kind(self) -> str:
        return self.marker.kind

    @property
    def number(self) -> int:
        return self.marker.number


def find_candidates(elements: list[Element]) -> list[Candidate]:
    found, at = [], 0
    while at < len(elements):
        candidate = candidate_at(elements, at)
        if candidate:
            found.append(candidate)
        at = candidate.end if candidate else at + 1
    return without_lists(found, elements)


def candidate_at(elements: list[Element], at: int) -> Candidate | None:
    line = elements[at]
    if not isinstance(line, Line) or not (marker := read_marker(line.string)) or marker.kind not in HEADING_KINDS:
        return None
    title = line.string[marker.rest :]
    end = at + 1
    if second := second_line(elements, at, title, marker):
        line = replace(line, text=line.text + elements[second].text, last=elements[second].end)
        end = second + 1
        marker = read_marker(line.string)
    elif not reads_like_title(title, LONGEST_CHAPTER if marker.kind in UNMISTAKABLE else LONGEST_TITLE):
        return None
    return Candidate(at, end, line, marker)


def second_line(elements: list[Element], at: int, title: str, marker: Marker) -> int | None:
    """Position of the line on which the title goes on: 第四节 / 打造完善高效的市政设施, or …发展， / 开创新局面."""
    if marker.kind in ("arabic", "arabic-paren"):
        return None
    after = next(
        (i for i in range(at + 1, len(elements)) if not (isinstance(elements[i], Line) and not elements[i].string)),
        None,
    )
    if after is None or not isinstance(elements[after], Line):
        return None
    line = elements[after]
    if read_marker(line.string) or is_box_title(line.string) or not reads_like_title(line.string):
        return None
    if not title or title.endswith(("，", "、")):
        return after
    follows_table = after + 1 < len(elements) and isinstance(elements[after + 1], Grid)
    close = after == at + 1 or line.hint
    short = len(line.string) <= SECOND_LINE and "，" not in line.string
    return (
        after
        if close and short and not follows_table and reads_like_title(title) and marker.kind in UNMISTAKABLE
        else None
    )


def without_lists(candidates: list[Candidate], elements: list[Element]) -> list[Candidate]:
    """Bare titles in a row — （一）… / （二）… / （三）… with nothing below — are a list, not headings."""
    drop: set[int] = set()
    run: list[int] = []
    for i, candidate in enumerate(candidates):
        follows = (
            run and candidate.kind == candidates[run[-1]].kind and candidate.number == candidates[run[-1]].number + 1
        )
        adjacent = run and nothing_between(elements, candidates[run[-1]].end, candidate.position)
        if not (follows and adjacent):
            drop.update(listed(run))
            run = []
        run.append(i)
    drop.update(listed(run))
    return [c for i, c in enumerate(candidates) if i not in drop or c.kind in UNMISTAKABLE]


def listed(run: list[int]) -> list[int]:
    """Two titles in a row may be a heading and a mistake; three are a list, and the last of them belongs to it."""
    return run if len(run) >= 3 else []


def nothing_between(elements: list[Element], start: int, end: int) -> bool:
    return all(isinstance(e, Line) and not e.string for e in elements[start:end])
