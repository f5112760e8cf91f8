"""check --accept and --undo: a person's word on one doubt, finding or link → the file where it belongs, and out of it
again.

Everything is written the way a person would write it, tried, and put back where it does not settle what it should.
"""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import curation
from .curation import edit, yaml_places
from .model.edition import HEADING_LEVELS, BadInput, Edition, Plan
from .model.findings import Finding
from .model.problems import Problem
from .model.refusals import meant
from .model.settling import GUESSED, HEADINGS, NOT_BY_A_WORD, PRINTED, STATES, lines_of, undo_words, ways
from .model.subjects import KINDS, link_id
from .publishing import people_files
from .report import Report, check_command

RIGHT = "right-as-printed"
CARD = "plan.yml"
NEW = "# Written by “check --accept”; the README says what else may stand here.\n"  # a file that was not there
FILES = ("corrections.yml", "findings.yml", "links.yml")


@dataclass(frozen=True)
class Word:
    """What a person says. `said`: the value of --as, None where nothing was given; `plan`: where one id stands in
    several plans."""

    id: str
    reason: str
    said: str | None = None
    plan: str = ""
    date: str = ""
    who: str = ""


@dataclass(frozen=True)
class Written:
    """What was changed: the file, the first line that is new (0: lines went), and how often the decision holds."""

    file: Path
    line: int
    words: str
    places: int = 1


@dataclass(frozen=True)
class Subject:
    """What a word is about: doubts of one plan with one id, a finding, or a link between two addresses."""

    id: str
    plan: Plan | None = None
    problems: tuple[Problem, ...] = ()
    finding: Finding | None = None
    link: tuple[str, str] | None = None
    linked: bool = False  # the program, or an editor, links the two already


@dataclass(frozen=True)
class InTongue:
    """A sentence inside a sentence, in the language of the one around it."""

    said: Callable[[str], str]


Read = Callable[[], Edition]  # reads all plans as the files stand now, errors and all


def decide(options: Namespace, read: Read, report: Report) -> None:
    """--accept or --undo as it was typed; says what was written where, and how it is taken back."""
    if options.undo:
        done, sign = undo(options.sources, options.curated, options.undo, options.plan), "−"
    else:
        today = time.strftime("%Y-%m-%d")
        word = Word(options.accept, options.reason, options.value, options.plan, today, options.who)
        done, sign = accept(read, options.sources, options.curated, word), "+"
    said = [f"{done.file}:{done.line}: {sign} {done.words}"]
    if options.accept:
        said.append(undo_words(options.accept, check_command(options), options.tongue))
    report.result("\n".join(said), file=str(done.file), line=done.line, written=done.words)


def accept(read: Read, sources: Path, curated: Path, word: Word) -> Written:
    """Raises BadInput with nothing changed: an unknown id, a value that does not fit, a file that a person has to
    change by hand."""
    if not edit.on_one_line(word.reason):
        raise BadInput("accept-reason")
    before = people_files.seen(dict.fromkeys(files_of(sources, curated)))
    edition = read()
    subject = find(edition, word, before)
    attempts = list(tries(subject, edition, curated, word))
    for number, (path, make) in enumerate(attempts, 1):
        was = before.get(path)
        text = NEW if was is None else was.decode("utf-8-sig")
        mark = "\ufeff" if (was or b"").startswith(b"\xef\xbb\xbf") else ""
        try:
            now = make(text)
        except edit.ByHand as error:
            raise BadInput("accept-by-hand", place=f"{path}:{error.line}") from None
        people_files.put(path, was, (mark + now).encode("utf-8"))
        try:
            if holds(read(), edition, subject, word, last=number == len(attempts)):
                return Written(path, *first_new(text, now), len(subject.problems) or 1)
        except BadInput as error:
            people_files.put(path, (mark + now).encode("utf-8"), was)
            if number == len(attempts):
                raise not_so(error) from None
            continue
        except BaseException:
            people_files.put(path, (mark + now).encode("utf-8"), was)
            raise
        people_files.put(path, (mark + now).encode("utf-8"), was)
    raise BadInput("accept-no-help", word.id, place=str(attempts[-1][0]))


def undo(sources: Path, curated: Path, identity: str, plan: str = "") -> Written:
    """Takes back what accept wrote under this id. Raises BadInput where nothing did, or where several plans have it."""
    found = []
    for path in files_of(sources, curated):
        data = people_files.bytes_of(path)
        if data is None or (plan and path.name == CARD and path.parent.name != plan):
            continue
        curation.load_yaml(path)  # refuses what cannot be read, with its line
        text = data.decode("utf-8-sig")
        try:
            now = taken(path, text, identity)
        except edit.ByHand as error:
            raise BadInput("undo-by-hand", identity, place=f"{path}:{error.line}") from None
        if now is not None:
            found.append((path, data, text, now))
    if not found:
        raise BadInput("undo-nothing", identity, meant(identity, accepted(sources, curated), 0.7))
    if len(found) > 1:
        raise BadInput("accept-which-plan", identity, ", ".join(str(path) for path, *_ in found))
    path, data, text, now = found[0]
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    people_files.put(path, data, None if now == NEW else mark + now.encode("utf-8"))
    return Written(path, *first_new(now, text))


def taken(path: Path, text: str, identity: str) -> str | None:
    if path.name != CARD:
        return edit.take_entry(text, identity)
    without = edit.take_numbers(text, identity)
    return without if without is not None else edit.unconfirm(text, identity)


def accepted(sources: Path, curated: Path) -> list[str]:
    """Ids that accept wrote."""
    texts = [(people_files.bytes_of(path) or b"").decode("utf-8", "replace") for path in files_of(sources, curated)]
    patterns = (edit.LIST_MARK, edit.ENTRY_MARK, edit.CHECKED)
    return [match["id"] for text in texts for pattern in patterns for match in pattern.finditer(text)]


def files_of(sources: Path, curated: Path) -> list[Path]:
    return [*sorted(sources.glob(f"*/{CARD}")), *(curated / name for name in FILES)]


# ---------------------------------------------------------------- what the id is about


def find(edition: Edition, word: Word, before: dict[Path, bytes | None]) -> Subject:
    found = [subject for subject in subjects(edition, word) if not word.plan or plan_of(subject) in ("", word.plan)]
    if not found:
        for path, data in before.items():
            if f"accepted {word.id}" in (text := (data or b"").decode("utf-8", "replace")) or f"({word.id} " in text:
                raise BadInput("accept-done", word.id, place=str(path))
        settled = [p for plan in edition.plans for p in plan.settled if p.id == word.id]
        if settled:
            raise BadInput("accept-done", word.id)
        raise BadInput("accept-unknown", word.id, meant(word.id, known(edition), 0.7))
    if len(found) > 1:
        raise BadInput("accept-which-plan", word.id, ", ".join(plan_of(subject) for subject in found))
    return found[0]


def subjects(edition: Edition, word: Word) -> Iterator[Subject]:
    for problem in edition.problems:
        if problem.id == word.id:
            raise BadInput("accept-in-file", place=f"{problem.file}:{problem.line}")
    for plan in edition.plans:
        problems = tuple(problem for problem in plan.problems if problem.id == word.id)
        finding = next((one for one in plan.findings if one.id == word.id), None)
        if problems or finding:
            yield Subject(word.id, plan, problems, finding)
    pair = tuple(word.id.split())
    links = {link_id(link.source, link.target): (link.source, link.target) for link in reversed(edition.links)}
    if len(pair) == 2:
        yield Subject(link_id(*pair), link=(pair[0], pair[1]), linked=link_id(*pair) in links)
    elif word.id in links:
        yield Subject(word.id, link=links[word.id], linked=True)


def plan_of(subject: Subject) -> str:
    return subject.plan.card.id if subject.plan else ""


def known(edition: Edition) -> list[str]:
    return [p.id for plan in edition.plans for p in plan.problems] + [
        f.id for plan in edition.plans for f in plan.findings
    ]


# ---------------------------------------------------------------- what is to be written, and where

Try = tuple[Path, Callable[[str], str]]  # the file, and its text → its text with the decision


def tries(subject: Subject, edition: Edition, curated: Path, word: Word) -> Iterator[Try]:
    """One place or, where only trying tells which fits, several in order."""
    if subject.link:
        yield link_try(subject, curated, word)
    elif subject.problems:
        yield from problem_tries(subject, curated, word)
    else:
        check_said(word, STATES)
        yield state_try(subject, curated, word)


def check_said(word: Word, allowed: Sequence[str]) -> None:
    if word.said is not None and word.said not in allowed:
        raise BadInput("accept-as", word.said, meant(word.said, allowed), ", ".join(allowed))


def problem_tries(subject: Subject, curated: Path, word: Word) -> Iterator[Try]:
    plan, problem = subject.plan, subject.problems[0]
    assert plan is not None
    possible, card = ways(problem), Path(plan.file).parent / CARD
    if not possible:
        file = plan.file
        told = InTongue(lambda language: problem.sentence(file, language))
        code = NOT_BY_A_WORD.get(problem.code, "accept-error")
        raise BadInput(code, told)
    if problem.code == GUESSED:
        yield card, confirmed(plan, word)
        return
    if "TEXT" not in possible or (word.said is not None and word.said in STATES):
        check_said(word, possible)
    said = word.said
    if said == PRINTED or (said is None and possible[0] == PRINTED):
        yield card, numbers(("numbering_as_printed",), [p.line for p in subject.problems], word)
    elif said in HEADING_LEVELS:
        yield card, numbers(("headings", str(said)), ruled_lines(subject), word)
    elif said is not None and said not in STATES:
        yield from corrections(subject, curated, word)
    else:
        level = level_now(plan, subject) if said is None else ""
        if level:
            yield card, numbers(("headings", level), ruled_lines(subject), word)
        yield state_try(subject, curated, word)


def ruled_lines(subject: Subject) -> list[int]:
    return sorted({line for problem in subject.problems for line in lines_of(problem)})


def level_now(plan: Plan, subject: Subject) -> str:
    """What the lines of a doubt about headings are taken for: a level, or text; empty where they differ or it is no
    such doubt."""
    if subject.problems[0].code not in HEADINGS:
        return ""
    lines = set(ruled_lines(subject))
    levels = {unit.level for unit in plan.units if unit.line in lines} or {"text"}
    level = levels.pop()
    return level if not levels and level in HEADING_LEVELS else ""


def numbers(path: tuple[str, ...], lines: Sequence[int], word: Word) -> Callable[[str], str]:
    return lambda text: edit.add_numbers(text, path, lines, word.id, word.reason)


def confirmed(plan: Plan, word: Word) -> Callable[[str], str]:
    """All guesses as they stand, or one with the value that was given."""
    key, equals, value = (word.said or "").partition("=")
    if key and key not in plan.card.guessed:
        raise BadInput("accept-as", key, meant(key, plan.card.guessed), ", ".join(f"{k}=…" for k in plan.card.guessed))
    keys = (key,) if key else plan.card.guessed

    def make(text: str) -> str:
        for one in keys:
            text = edit.confirm(text, one, word.id, word.reason, as_yaml(value) if equals else None)
        return text

    return make


def as_yaml(value: str) -> str:
    """A list of years as it stands, anything else as words: [2026, 2030], "某县: 一" """
    said = value.strip()
    return said if said.startswith("[") and said.endswith("]") else yaml_places.flow_pair("k", said).partition(": ")[2]


def corrections(subject: Subject, curated: Path, word: Word) -> Iterator[Try]:
    """The words that a doubt quotes read `said`; tried for as many places as the doubt has."""
    plan, quote, said = subject.plan, str(subject.problems[0].values[0]), str(word.said)
    assert plan is not None
    wrong, right = least_change(quote, said)
    entry = {
        "id": f"{plan.card.id}-{word.id}",
        "plan": plan.card.id,
        "context": quote,
        "wrong": wrong,
        "right": right,
        "times": len(subject.problems),
        "reason": word.reason,
    }
    yield curated / "corrections.yml", lambda text: edit.add_entry(text, entry, word.id)


def least_change(quote: str, said: str) -> tuple[str, str]:
    """(发展□规划, 发展好规划) → (□, 好): only what differs, or as much more as is needed to stand once in the quote"""
    front = next((i for i, (a, b) in enumerate(zip(quote, said, strict=False)) if a != b), min(len(quote), len(said)))
    most = min(len(quote), len(said)) - front
    back = next((i for i in range(most) if quote[-1 - i] != said[-1 - i]), most)
    while quote.count(quote[front : len(quote) - back]) != 1 and front + back:
        front, back = (front - 1, back) if front else (front, back - 1)
    return quote[front : len(quote) - back], said[front : len(said) - back]


def state_try(subject: Subject, curated: Path, word: Word) -> Try:
    plan = subject.plan
    assert plan is not None
    entry = {
        "id": word.id,
        "plan": plan.card.id,
        "state": word.said or RIGHT,
        "reason": word.reason,
        **{key: value for key, value in (("date", word.date), ("who", word.who)) if value},
    }
    return curated / "findings.yml", lambda text: edit.add_entry(text, entry, word.id)


def link_try(subject: Subject, curated: Path, word: Word) -> Try:
    check_said(word, allowed := ("reject", *KINDS))
    if word.said is None:
        raise BadInput("accept-as", "", meant("", ()), ", ".join(allowed))
    assert subject.link is not None
    here, there = subject.link
    decision = "reject" if word.said == "reject" else "accept" if subject.linked else "add"
    ruling: dict[str, Any] = {
        decision: there,
        **({} if decision == "reject" else {"as": word.said}),
        "reason": word.reason,
    }
    return curated / "links.yml", lambda text: edit.add_link(text, here, ruling, subject.id)


# ---------------------------------------------------------------- did it help?


def holds(now: Edition, before: Edition, subject: Subject, word: Word, last: bool) -> bool:
    """Is it settled? A heading that was only confirmed must not change what else is read (unless nothing else is left
    to try)."""
    if subject.link or word.said == "open" or subject.plan is None:
        return True
    plan = next(plan for plan in now.plans if plan.card.id == subject.plan.card.id)
    if not last and outline_of(plan) != outline_of(subject.plan):
        return False
    if subject.finding and not subject.problems:
        return any(one.id == word.id and one.state != "open" for one in plan.findings)
    weights = {problem.severity for problem in plan.problems if problem.id == word.id}
    return not weights & {subject.problems[0].severity}


def outline_of(plan: Plan) -> list[tuple[str, str, int]]:
    return [(unit.address, unit.level, unit.line) for unit in plan.units]


def not_so(error: BadInput) -> BadInput:
    """The refusal of what was written, said of what was asked for."""
    return BadInput("accept-refused", InTongue(error.sentence))


def first_new(before: str, after: str) -> tuple[int, str]:
    """(line, its words without the mark) where the two begin to differ."""
    old, new = before.splitlines(), after.splitlines()
    at = next((i for i, line in enumerate(new) if i >= len(old) or old[i] != line), len(new))
    words = next((line for line in new[at:] if not line.strip().startswith("# accepted")), "")
    return at + 1, words.strip()
