"""One plan from its file to its facts: every stage in order, each hands its result to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from . import curation
from .analyses import (
    find_indicators,
    find_own_terms,
    find_placeholders,
    find_places,
    find_projects,
    find_terms,
    moved,
    read_targets,
    with_own_terms,
)
from .checks import check_blocks, check_figures, check_reading, shares
from .checks.carried import carried
from .checks.plan_checks import find_findings
from .cleaning import clean
from .cleaning.corrections import mend, still_damaged
from .model.address import Address
from .model.decisions import Decisions
from .model.edition import BadInput, HeadingRulings, Plan, PlanCard, Problem
from .model.findings import FindingRuling, decided
from .model.former import Moved
from .model.note_marks import restored, without_note_marks
from .model.outline import Unit
from .model.problems import in_order
from .model.reading import WHOLE
from .model.refusals import all_or_refused
from .model.text import line_starts, settled
from .outline import build_outline
from .processes import workers
from .publishing.store import Store, source_of
from .readers import NAMES, read_files

Progress = Callable[..., None]  # a code of OUTPUT with its values


def silent(code: str, **values: object) -> None:
    """Nobody is told how far it is."""


def plan_keys(cards: list[tuple[Path, PlanCard]], decisions: Decisions, store: Store | None) -> dict[Path, str]:
    """Under which key each plan is kept; without a store it has none."""
    if store is None:
        return {}
    return {
        folder: store.key("plan", source_of(folder), repr(decisions.for_reading(card.id))) for folder, card in cards
    }


def read_plans(
    cards: list[tuple[Path, PlanCard]],
    decisions: Decisions,
    progress: Progress,
    store: Store | None,
    keys: Mapping[Path, str],
) -> list[Plan]:
    """Each from the store, or read: several side by side where there are processors. Raises BadInput with what is wrong
    with any of them."""
    kept = {folder: plan for folder, _ in cards if store and isinstance(plan := store.get(keys[folder]), Plan)}
    unread = [(folder, card) for folder, card in cards if folder not in kept]
    several = len(cards) > 1
    with workers(len(unread)) as pool:
        waiting = {
            folder: pool.submit(read_plan, folder, card, decisions.for_reading(card.id)) for folder, card in unread
        }

        def take(number: int, folder: Path, card: PlanCard) -> Plan:
            progress("reading", number=number, of=len(cards), name=card.name)
            if folder in kept:
                return kept[folder]
            plan = waiting[folder].result()
            if store:
                store.put(keys[folder], plan)
            return plan

        return all_or_refused(
            (partial(take, number, folder, card), card.id if several else "")
            for number, (folder, card) in enumerate(cards, 1)
        )


def read_plan(folder: Path, card: PlanCard, decisions: Decisions) -> Plan:
    """One plan from its file to its facts."""
    files = curation.received_files(folder, card)
    path = files[0][1]
    form, (source, marked) = read_files([(data, str(file)) for data, file in files], card.reader)
    card = replace(card, reader=form)
    if card.sha256 and card.sha256 != source.sha256:
        raise BadInput("file-not-the-one", source.sha256, place=f"{path}:1")
    cleaned = clean(marked, form)
    mended, changes = mend(cleaned, tuple(c for c in decisions.corrections if c.plan == card.id))
    curation.check_printed_lines(folder, card, len(source.lines))
    outline, problems = build_outline(mended, card.id, card.numbering_as_printed, card.headings)
    removed, folded = settled(mended.removed + outline.removed, mended.folded)
    starts = source.line_starts()
    plain = tuple(map(without_note_marks, outline.blocks))
    indicators, doubts = find_indicators(card.id, plain, starts, card.period)
    placeholders = find_placeholders(card.id, plain, starts)
    projects = find_projects(card.id, outline.units, plain, starts, card.name, decisions.projects, card.period[0])
    targets, unread = read_targets(card.id, card.period, outline.units, plain, starts, card.name, projects)
    own_terms = find_own_terms(card.id, outline.units, outline.blocks)
    glossary = with_own_terms(decisions.glossary, own_terms)
    found = [
        *still_damaged(mended.problems, changes, source.text),
        *problems,
        *doubts,
        *unread,
        *check_blocks(plain, starts),
    ]
    found += check_figures(source.text, outline.units, outline.blocks, removed, changes + folded)
    found += check_reading(outline.units, outline.blocks, mended.contents, found)
    doubtful, looked_at = sorted_out(
        in_order(
            [*card_doubts(card), *found, *without_heading(outline.units, form, found)],
            [line.string for line in source.lines],
        ),
        decisions.findings,
        card.id,
    )
    plan = Plan(
        card=card,
        file=str(path),
        sha256=source.sha256,
        encoding=source.encoding,
        source=source.text,
        units=outline.units,
        blocks=outline.blocks,
        removed=removed,
        changes=changes,
        problems=doubtful,
        settled=looked_at,
        indicators=indicators,
        placeholders=restored(placeholders, outline.blocks),
        targets=restored(targets, outline.blocks),
        projects=restored(projects, outline.blocks),
        terms=find_terms(card.id, outline.units, outline.blocks, starts, glossary),
        places=find_places(card.id, outline.units, outline.blocks, starts, decisions.places),
        own_terms=own_terms,
        shares=shares(outline.units, outline.blocks, tuple(p for p in doubtful if p.code != "card-guessed")),
        page_starts=source.page_starts or mended.page_starts,
        pageless=source.pageless,
        folded=folded,
    )
    findings, checked = find_findings(
        plan, decisions.names, {one.id for one in decisions.findings if one.plan == card.id}
    )
    plan = replace(plan, findings=decided(findings, decisions.findings), checked=checked)
    return with_editions(plan, folder, decisions)


def with_editions(plan: Plan, folder: Path, decisions: Decisions) -> Plan:
    """The plan with what became of its earlier editions: each is read and compared with the one after it."""
    rows: tuple[Moved, ...] = ()
    later = plan
    plain = replace(decisions, corrections=(), projects=())  # they name the words and places of this edition
    editions = curation.load_editions(folder, NAMES)
    for former in reversed(editions):
        card = replace(
            plan.card,
            file=former.file,
            files=(),
            reader=former.reader,
            sha256="",
            numbering_as_printed=(),
            headings=HeadingRulings(),
        )
        earlier = read_plan(folder / "editions" / former.folder, card, plain)
        found = moved(former.folder, earlier, later)
        if later is plan:
            now = {row.source: [other.target for other in found if other.source == row.source] for row in found}
            findings, ids = carried(plan.findings, earlier.findings, now)
            plan = replace(plan, findings=findings, carried=ids)
        rows, later = (*found, *rows), earlier
    return replace(plan, moved=rows, former=editions)


def with_facts_of(plan: Plan, decisions: Decisions) -> Plan:
    """The plan with the facts of the text that it has now; its indicators are kept as they are."""
    card, starts = plan.card, line_starts(plan.source)
    plain = tuple(map(without_note_marks, plan.blocks))
    projects = find_projects(card.id, plan.units, plain, starts, card.name, decisions.projects, card.period[0])
    targets, _unread = read_targets(card.id, card.period, plan.units, plain, starts, card.name, projects)
    return replace(
        plan,
        placeholders=restored(find_placeholders(card.id, plain, starts), plan.blocks),
        targets=restored(targets, plan.blocks),
        projects=restored(projects, plan.blocks),
    )


def card_doubts(card: PlanCard) -> list[Problem]:
    """What the program proposed and nobody has looked at."""
    return [Problem("warning", "card-guessed", 1, (", ".join(card.guessed),))] if card.guessed else []


def sorted_out(
    problems: tuple[Problem, ...], rulings: Iterable[FindingRuling], plan: str
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """What is still to be looked at, and what a person looked at and settled. No word lifts what stops publication."""
    said = {ruling.id for ruling in rulings if ruling.plan == plan and ruling.state != "open"}
    decided_on = tuple(p for p in problems if p.id in said and p.severity != "error")
    return tuple(p for p in problems if p not in decided_on), decided_on


def without_heading(units: tuple[Unit, ...], form: str, found: Iterable[Problem]) -> list[Problem]:
    """A text without headings is one chapter where it has sentences, and the reading says so; else it is an error."""
    told = any(problem.code in WHOLE for problem in found)
    none = all(Address(unit.address).name == "00" for unit in units)
    return [Problem("error", "heading-missing", 1, (form,))] if none and not told else []
