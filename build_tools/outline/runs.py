"""Siblings decide together: of a run （一）（二）（三） all are headings, or all are items.

One sibling unlike the others is read with them. A run whose members end in 。 is a level if each stands on a line of its
own with text below; the printed contents, where they name them, settle it. Bare titles in a row with nothing below are
a list.
"""

from __future__ import annotations

from dataclasses import replace

from ..chinese.numbering import DECIMALS, UNMISTAKABLE, components
from ..model.edition import Problem
from ..model.text import Line
from .boxes import Element
from .headings import Candidate, is_blank, nothing_between
from .listed import Listed, key

Run = list[Candidate]
MOST = 0.75  # of a run of sentences must have text below
GAP = 3  # a number may be missing in a run, or two


def settle(marked: list[Candidate], elements: list[Element], names: Listed) -> tuple[list[Candidate], list[Problem]]:
    """The candidates that are headings, in order, and what a person should know of mixed runs."""
    taken: list[Candidate] = []
    problems: list[Problem] = []
    below = text_below(marked, elements)
    for run in runs_of([c for c in marked if not doubtful(c, marked, names)]):
        accepted, found = settle_run(run, below, names)
        taken += accepted
        problems += found
    ordered = sorted(taken, key=lambda c: c.position)
    return without_lists(ordered, elements), as_one(problems, "heading-sentence")


def as_one(problems: list[Problem], code: str) -> list[Problem]:
    """One note for a whole text whose headings of a level all end like sentences, with the lines of each."""
    same = [problem for problem in problems if problem.code == code]
    if len(same) < 2:
        return problems
    words = same[0].values[0]
    lines = ", ".join(str(problem.values[1]) for problem in same)
    return [replace(same[0], values=(words, lines)), *(problem for problem in problems if problem.code != code)]


def doubtful(candidate: Candidate, marked: list[Candidate], names: Listed) -> bool:
    """A numbered line behind a broken-off one, which neither neighbour of its kind confirms: the rest of a sentence."""
    if not candidate.after_cut or candidate.kind in UNMISTAKABLE or key(candidate.line.string) in names:
        return False
    alike = [c for c in marked if c.kind == candidate.kind]
    at = alike.index(candidate)
    before = alike[at - 1].number if at else 0
    after = alike[at + 1].number if at + 1 < len(alike) else 0
    return before != candidate.number - 1 and after != candidate.number + 1


def runs_of(marked: list[Candidate]) -> list[Run]:
    """Neighbouring numbers of one kind; where a run goes on, those that began inside it have ended."""
    runs: list[Run] = []
    open_runs: dict[tuple[str, tuple[int, ...]], Run] = {}
    for candidate in marked:
        above = components(candidate.printed)[:-1] if candidate.kind in DECIMALS else ()
        name = (candidate.kind, tuple(above))
        run = open_runs.get(name)
        if run and goes_on(run[-1].number, candidate.number):
            inner = list(open_runs)[list(open_runs).index(name) + 1 :]
        else:
            run, inner = [], [name]
            runs.append(run)
        run.append(candidate)
        for other in inner:
            open_runs.pop(other, None)
        open_runs[name] = run
    return runs


def goes_on(last: int, number: int) -> bool:
    """1 → 2, or 1 → 3 where a number is missing, or 2 → 2 where the scanner read 三 as 二; 1 → 1 begins anew"""
    return last < number <= last + GAP or last == number > 1


def text_below(marked: list[Candidate], elements: list[Element]) -> set[int]:
    """Positions of the candidates below which something stands that is not their next sibling."""
    starts = {c.position: c for c in marked}
    found = set()
    for candidate in marked:
        at = next((i for i in range(candidate.end, len(elements)) if not is_blank(elements[i])), None)
        follower = starts.get(at) if at is not None else None
        if at is not None and (follower is None or (follower.number == 1 and follower.kind != candidate.kind)):
            found.add(candidate.position)
    return found


def settle_run(run: Run, below: set[int], names: Listed) -> tuple[Run, list[Problem]]:
    titles = [c for c in run if c.form == "title"]
    sentences = [c for c in run if c.form == "sentence" and c.position in below]
    named = [c for c in run if c.form in ("sentence", "run-in") and key(before_mark(c)) in names]
    if run[0].kind in UNMISTAKABLE:
        sure = [c for c in sentences if c.rest > len(c.printed) or c in named]
        return in_order(titles + sure + named), []
    if run[0].kind in DECIMALS and run[0].number != 1 and len(run) < 2:
        return [c for c in titles if key(c.line.string) in names], []
    others = [c for c in run if c not in titles and c not in sentences]
    if named:
        return in_order(titles + sentences + named), []
    if not titles:
        level = len(sentences) >= 2 and len(sentences) >= MOST * len(run)
        return (sentences, said("heading-sentence", sentences)) if level else ([], [])
    if not others:
        return in_order(titles + sentences), said("heading-sentence", sentences)
    if len(titles) + len(sentences) > len(others):
        split = [c for c in others if c.form == "run-in"]
        return in_order(titles + sentences + split), said("heading-run-in", others)
    return [], said("title-in-list", titles)


def before_mark(candidate: Candidate) -> str:
    """The number and title of a candidate, without the text that is run in."""
    return candidate.line.string[: candidate.title_end or None]


def in_order(run: Run) -> Run:
    return sorted({c.position: c for c in run}.values(), key=lambda c: c.position)


def said(code: str, run: Run) -> list[Problem]:
    """One note a run, with the lines it is about."""
    if not run:
        return []
    lines = ", ".join(str(c.line.number) for c in run)
    return [Problem("note", code, run[0].line.number, (before_mark(run[0])[:30], lines))]


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
            drop.update(listed_run(run))
            run = []
        run.append(i)
    drop.update(listed_run(run))
    return [c for i, c in enumerate(candidates) if i not in drop or c.kind in UNMISTAKABLE]


def listed_run(run: list[int]) -> list[int]:
    """Two titles in a row may be a heading and a mistake; three are a list, and the last of them belongs to it."""
    return run if len(run) >= 3 else []


def with_bare_numbers(candidates: list[Candidate]) -> list[Candidate]:
    """“1 发展基础” is a chapter where 1.1 stands below it, and so are its neighbours 2 and 3; else the line is text."""
    bare: list[Run] = []
    for candidate in candidates:
        if candidate.kind == "bare":
            if not bare or candidate.number != bare[-1][-1].number + 1:
                bare.append([])
            bare[-1].append(candidate)
    parents = {components(c.printed)[0] for c in candidates if c.kind in DECIMALS}
    kept = {c.position for run in bare if any(c.number in parents for c in run) for c in run}
    return [c for c in candidates if c.kind != "bare" or c.position in kept]


def is_text(element: Element) -> bool:
    return isinstance(element, Line) and bool(element.string)
