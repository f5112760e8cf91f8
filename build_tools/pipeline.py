"""THE map: plans → edition → pages, data, print. One plan's stages are in plan_reading.py; only these two modules call
stages."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache
from polib import POFile

from . import curation, settings
from .analyses import (
    compare_plans,
    explain,
    find_aspects,
    find_partners,
    find_tasks,
    match_indicators,
    with_own_terms,
)
from .checks import by_weight
from .languages import rules_of
from .model.decisions import Decisions
from .model.edition import BadInput, Edition, Plan, PlanCard, Problem
from .model.printed import Printed
from .model.reading import WHOLE
from .model.refusals import Refusal, all_or_refused, meant
from .model.short_names import told_apart
from .model.tongues import Bilingual
from .model.walks import states_of
from .plan_reading import Progress, plan_keys, read_plans, silent
from .publishing import content_folder, locale_files, received_copies
from .publishing.store import Store, kept
from .readers import NAMES, published_copy
from .translation import (
    catalogue,
    check_po,
    count_states,
    interface_strings,
    lend,
    merge,
    new_po,
    overlay,
    po_text,
    read_po,
    refuse_control_signs,
    refuse_wrong_fields,
    translated,
)
from .writers import keep_compiled, write_data, write_downloads, write_pages

XLIFF = {".xlf": "1.2", ".xliff": "2.0"}  # by the ending of a file: the version that is written


def read_edition(
    sources: Path,
    curated: Path,
    progress: Progress = silent,
    stop: bool = True,
    all_pairs: bool = False,
    without: Collection[str] = (),
    store: Store | None = None,
) -> Edition:
    """All plans below `sources`, save those in `without`, with the decisions in `curated`.

    `all_pairs`: links between every two plans; `store`: where plans that were read before are kept. Raises BadInput
    with all that stops publication.
    """
    cards = load_cards(sources, without)
    decisions = load_decisions(curated)
    named = curation.named_in(decisions)
    others = curation.named_in_subjects(decisions)
    notes = curation.check_plans([*named, *others], [card.id for _, card in cards], without)
    keys = plan_keys(cards, decisions, store)
    plans = told_apart(read_plans(cards, decisions, progress, store, keys))
    curation.check_addresses(named, {plan.card.id: addresses_of(plan) for plan in plans})
    notes += curation.check_projects(
        decisions.projects, {plan.card.id: {row.name for row in plan.projects} for plan in plans}
    )
    notes += curation.check_findings(decisions.findings, {plan.card.id: ids_of(plan) for plan in plans})
    progress("comparing")
    ruled = decisions.for_comparing()
    key = store.key("compared", *keys.values(), repr(ruled), str(all_pairs)) if store else ""
    edition = Edition(
        tuple(plans),
        decisions.site,
        decisions.search,
        decisions.topics,
        glossary=with_own_terms(decisions.glossary, tuple(term for plan in plans for term in plan.own_terms)),
        changes=decisions.changes,
        places=decisions.places,
        abstracts=decisions.abstracts,
        problems=tuple(notes),
        key=store.key("compared", key, repr(decisions), repr(sorted(without))) if store else "",
        **kept(store, key, partial(compared, tuple(plans), ruled, all_pairs)),
    )
    if stop:
        stop_at_errors(edition)
    return edition


def compared(plans: tuple[Plan, ...], decisions: Decisions, all_pairs: bool) -> dict[str, Any]:
    """What the plans of an edition have to do with each other."""
    pairs = find_partners(plans, decisions)
    assigned, links = compare_plans(plans, decisions, None if all_pairs else pairs)
    matches = match_indicators(plans, decisions.indicators, pairs)
    return {
        "assigned": assigned,
        "links": links,
        "indicator_matches": matches,
        "tasks": find_tasks(plans, matches),
        "partners": pairs,
        "aspects": find_aspects(plans, decisions.topics, assigned),
    }


def load_cards(sources: Path, without: Collection[str] = ()) -> list[tuple[Path, PlanCard]]:
    """The plans to publish, in reading order. Raises BadInput with what is wrong with any of their cards."""
    folders = curation.find_plans(sources, without)
    cards = all_or_refused((partial(card_of, folder), folder.name if len(folders) > 1 else "") for folder in folders)
    curation.different_ids(cards)
    here = {folder.name for folder in sources.iterdir() if folder.is_dir()} | {card.id for _, card in cards}
    for name in without:
        if name not in here:
            raise BadInput("plan-unknown", name, meant(name, here), ", ".join(sorted(here)))
    cards = [(folder, card) for folder, card in cards if card.id not in without]
    if not cards:
        raise BadInput("none-left", place=str(sources))
    return sorted(cards, key=lambda pair: (pair[1].order, pair[1].id))


def card_of(folder: Path) -> tuple[Path, PlanCard]:
    return folder, curation.load_card(folder, NAMES)


def addresses_of(plan: Plan) -> set[str]:
    return {plan.card.id} | {unit.address for unit in plan.units} | {block.address for block in plan.blocks}


def ids_of(plan: Plan) -> set[str]:
    """Of all that people can decide: findings, and doubts of the reading."""
    return {one.id for one in plan.findings} | set(plan.carried) | {one.id for one in (*plan.problems, *plan.settled)}


def load_decisions(curated: Path) -> Decisions:
    """What people decided, with what the project says of plans in general."""
    return curation.load(curated, settings.GENERAL)


def explain_link(edition: Edition, curated: Path, here: str, there: str, language: str) -> list[str]:
    """Why two sections are, or are not, linked."""
    return explain(edition.plans, load_decisions(curated), here, there, language)


def weighed_problems(plan: Plan) -> list[Problem]:
    """What people have to look at: errors first, and of each kind those first that concern most text."""
    return by_weight(plan.units, plan.blocks, plan.problems)


def badly_read(edition: Edition, language: str) -> list[str]:
    """A sentence a plan that speaks against its reading as a whole; nothing where all plans were read well."""
    return [
        problem.sentence(plan.file, language)
        for plan in edition.plans
        for problem in plan.problems
        if problem.code in WHOLE
    ]


def stop_at_errors(edition: Edition) -> None:
    """A plan that cannot get addresses is not published; neither is a file with neither heading nor sentences."""
    several = len(edition.plans) > 1
    stops = [
        Refusal(problem.code, problem.values, f"{plan.file}:{problem.line}", plan.card.id if several else "")
        for plan in edition.plans
        for problem in plan.problems
        if problem.severity == "error"
    ]
    if stops:
        raise BadInput.together(stops)


def editions_of(edition: Edition, curated: Path, store: Store | None = None) -> list[Edition]:
    """The edition, and one for every language (a PO below `curated`) in which a text of these plans is translated."""
    made = [in_language(edition, path, store) for path in sorted((curated / "locales").glob("*.po"))]
    return [
        edition,
        *(
            other
            for other in made
            if any(state != "missing" for plan in edition.plans for state in states_of(other, plan))
        ),
    ]


def in_language(edition: Edition, path: Path, store: Store | None) -> Edition:
    """The edition in the language of a PO; it is kept without the one that it was made of."""
    key = store.key("translated", edition.key, repr(path.read_bytes())) if store and edition.key else ""

    def made() -> Edition:
        return replace(translated(edition, read_po(path), path.stem), original=None, key=key)

    return replace(kept(store, key, made), original=edition)


def convert(
    editions: list[Edition],
    out: Path,
    check: bool = False,
    compiled: BytecodeCache | None = None,
    store: Store | None = None,
) -> list[str]:
    """Generated pages and data → `out`. Returns the paths that changed, or with `check` those that would. `compiled`:
    where templates are kept."""
    keep_compiled(compiled)
    received = received_copies.copies_of(editions[0].plans, published_copy)
    key = key_of("data", editions, store, received_copies.checksums(received))
    files = dict(kept(store, key, partial(write_data, editions[0], editions[1:], received)))
    for edition in editions:
        files |= kept(store, key_of("pages", [edition], store), partial(write_pages, edition))
    for edition in editions:
        files |= write_downloads(edition, files)
    if check:
        return content_folder.differences(out, files | lent_pages(out, files), received)
    with content_folder.to_be_changed(out):
        return content_folder.replace(out, files | lent_pages(out, files), settings.CONTENT, received)


def key_of(stage: str, editions: list[Edition], store: Store | None, beside: Sequence[str] = ()) -> str:
    """Of what is written of these editions; `beside`: of what else it depends on."""
    keys = [edition.key for edition in editions]
    return store.key(stage, *keys, *beside) if store and all(keys) else ""


def lent_pages(out: Path, files: dict[str, str]) -> dict[str, str]:
    """Pages that people wrote in one language, for those that lack them."""
    return content_folder.lent(content_folder.hand_written(out, settings.CONTENT), files, settings.LANGUAGE)


def print_pdf(
    editions: list[Edition],
    target: Path,
    style: str,
    plan: str = "",
    chapter: int | None = None,
    fonts: Path | None = None,
    chapters: bool = False,
    store: Store | None = None,
) -> tuple[list[Printed], tuple[str, ...]]:
    """PDF files in `target`: of every edition every plan (or the one named, or one chapter), and all together;
    `chapters`: also every chapter by itself. Returns them, and the faces that had to be replaced."""
    try:
        from .publishing import pdf
        from .writers.print.volume import print_models
    except ModuleNotFoundError as error:
        raise BadInput("package-missing", error.name) from None
    models = {
        name: model
        for edition in map(at_its_address, editions)
        for name, model in print_models(edition, plan, chapter, chapters).items()
    }
    return pdf.typeset(models, style, target, fonts, store)


def at_its_address(edition: Edition) -> Edition:
    """The address that the site will have outweighs the one in site.yml."""
    address = os.environ.get(settings.ADDRESS)
    return replace(edition, site=edition.site | {"address": address}) if address else edition


def with_unprintable(edition: Edition) -> Edition:
    """With the signs that no font on this machine has among the problems of each plan; pages and data do not tell, for
    another machine has others."""
    from .publishing.unprintable import with_unprintable

    return with_unprintable(edition)


def editions_to_print(editions: list[Edition], language: str, style: str) -> list[Edition]:
    """All, or the one in `language`; an official document is laid out in the language of the plans only."""
    if style in settings.CHINESE_ONLY and language not in ("", settings.LANGUAGE):
        raise BadInput("chinese-only", style)
    wanted = language or (settings.LANGUAGE if style in settings.CHINESE_ONLY else "")
    found = [edition for edition in editions if wanted in ("", edition.language)]
    if not found:
        names = [edition.language for edition in editions]
        raise BadInput("no-edition", language, meant(language, names), ", ".join(names))
    return found


def translations_of(edition: Edition, path: Path, language: str, back: POFile | None = None) -> POFile:
    """The PO at `path` (none yet: a new one), brought up to today's texts; `back`: what a translator sent."""
    old = read_po(path) if path.is_file() else new_po(language)
    templates = {
        file.relative_to(base).as_posix(): file.read_text(encoding="utf-8")
        for base, pattern in settings.WITH_INTERFACE
        for file in sorted(base.glob(pattern))
    }
    merged = merge(
        overlay(old, back) if back is not None else old, catalogue(edition) + interface_strings(templates), language
    )
    return lend(merged, settings.GENERAL / "locales" / f"{language}.po")


def locale_of(curated: Path, language: str) -> Path:
    """The file of a translation. Raises BadInput for a name that is no language's, such as ../../fr."""
    path = curated / "locales" / f"{language}.po"
    curation.check_locale(language, path)
    return path


def update_translations(edition: Edition, path: Path, language: str, back: POFile | None = None) -> bool:
    """True if the file changed."""
    return locale_files.write(path, po_text(translations_of(edition, path, language, back)).encode("utf-8"))


def export_translations(edition: Edition, path: Path, language: str, target: Path) -> None:
    """Everything to be translated, with what is done, as a file for the translator's tool."""
    if not target.parent.is_dir():
        raise BadInput("folder-missing", place=str(target.parent))
    po = translations_of(edition, path, language)
    if target.suffix in XLIFF:
        from .translation.xliff import to_xliff

        locale_files.write(target, to_xliff(po, language, XLIFF[target.suffix]))
    elif target.suffix == ".po":
        locale_files.write(target, po_text(po).encode("utf-8"))
    else:
        raise BadInput("po-or-xlf", place=str(target))


def read_translated(path: Path, language: str) -> POFile:
    """What a translator sent back. Raises BadInput for what the next `convert` could not use."""
    if not path.is_file():
        raise BadInput("no-such-file", place=str(path))
    if path.suffix in XLIFF:
        from .translation.xliff import from_xliff

        back = from_xliff(path.read_bytes(), language, str(path))
    else:
        back = read_po(path)
    refuse_control_signs(back, str(path))
    refuse_wrong_fields(back, str(path))
    return back


def translation_status(edition: Edition, path: Path, language: str) -> dict[str, dict[str, int]]:
    return count_states(translations_of(edition, path, language))


def check_translations(edition: Edition, path: Path, language: str) -> list[tuple[str, str, Bilingual]]:
    """(file and line, address, what disagrees) for every translation whose figures are not those of the plan."""
    return check_po(translations_of(edition, path, language), rules_of(language))


def figures_compared(language: str) -> bool:
    """Whether the program has rules for figures in a language; without them nobody looked."""
    return rules_of(language).differences is not None
