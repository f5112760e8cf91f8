"""A plan in several files — parts of a scan, annexes as tables — read as one text, in the order that its card gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from ..model.problems import Problem
from ..model.text import Change, Draft, Grid, Line, Removed, Source, Text, line_starts
from .decoding import file_hash
from .formats import Reading, no_more_than_a_plan, read_file


def read_files(files: Sequence[tuple[bytes, str]], reader: str = "") -> tuple[str, Reading]:
    """(format of the first, the reading of all). `files`: content and name of each; `reader` names the format of the
    first, those of the others are recognised. Raises BadInput."""
    form, first = read_file(*files[0], reader)
    others = [read_file(data, name)[1] for data, name in files[1:]]
    if not others:
        return form, first
    source, draft = no_more_than_a_plan(reduce(joined, others, first), files[-1][1])
    return form, Reading(replace(source, sha256=file_hash(b"".join(data for data, _ in files))), draft)


def joined(first: Reading, second: Reading) -> Reading:
    """One text after the other, with a line end between them that is on the ledger. Pages count on; lines of a file
    without pages are on none."""
    offset = len(first.source.text) + 1
    lines = len(line_starts(first.source.text + "\n")) - 1
    end = Removed(offset - 1, offset, "line-end")
    source, draft = shifted_source(second.source, offset, lines), shifted(second.draft, offset, lines)
    last = lines + len(line_starts(second.source.text))
    text = f"{first.source.text}\n{second.source.text}"
    pageless = ((lines + 1, last),) if first.source.page_starts and not second.source.page_starts else ()
    return Reading(
        replace(
            first.source,
            text=text,
            lines=first.source.lines + source.lines,
            line_ends=(*first.source.line_ends, end, *source.line_ends),
            page_starts=first.source.page_starts + source.page_starts,
            pageless=(*first.source.pageless, *pageless),
        ),
        Draft(
            first.draft.lines + draft.lines,
            (*first.draft.removed, end, *draft.removed),
            first.draft.contents + draft.contents,
            first.draft.notes + draft.notes,
            first.draft.problems + draft.problems,
            first.draft.folded + draft.folded,
            first.draft.page_starts + draft.page_starts,
        ),
    )


def shifted_source(source: Source, offset: int, lines: int) -> Source:
    return replace(
        source,
        lines=tuple(shifted_line(line, offset, lines) for line in source.lines),
        line_ends=tuple(shifted_entry(entry, offset) for entry in source.line_ends),
        page_starts=tuple(start + lines for start in source.page_starts),
    )


def shifted(draft: Draft, offset: int, lines: int) -> Draft:
    """Everything a draft knows by offset or line, so far further on."""
    return Draft(
        tuple(shifted_element(one, offset, lines) for one in draft.lines),
        tuple(shifted_entry(entry, offset) for entry in draft.removed),
        tuple(shifted_line(line, offset, lines) for line in draft.contents),
        tuple(shifted_line(line, offset, lines) for line in draft.notes),
        tuple(shifted_problem(problem, lines) for problem in draft.problems),
        tuple(shifted_change(change, offset) for change in draft.folded),
        tuple(start + lines for start in draft.page_starts),
    )


def shifted_element(element: Line | Grid, offset: int, lines: int) -> Line | Grid:
    if isinstance(element, Line):
        return shifted_line(element, offset, lines)
    rows = tuple(
        tuple(tuple(shifted_line(line, offset, lines) for line in cell) for cell in row) for row in element.rows
    )
    return replace(element, number=element.number + lines, last=element.last + lines, rows=rows)


def shifted_line(line: Line, offset: int, lines: int) -> Line:
    text = Text(line.string, tuple(at + offset for at in line.text.offsets))
    return replace(line, number=line.number + lines, last=line.last + lines if line.last else 0, text=text)


def shifted_entry(entry: Removed, offset: int) -> Removed:
    return replace(entry, start=entry.start + offset, end=entry.end + offset)


def shifted_change(change: Change, offset: int) -> Change:
    return replace(change, start=change.start + offset, end=change.end + offset)


def shifted_problem(problem: Problem, lines: int) -> Problem:
    return replace(problem, line=problem.line + lines)
