"""A page a plan with everything it undertakes in figures: how many by when, and a table to search, filter and sort."""

from __future__ import annotations

from collections import Counter

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.facts import Target
from ...model.translation import _
from ..words import citation, fact_words, layout
from ..words.layout import Say
from ..words.markdown import cell
from ..words.paragraph_names import paragraph_name
from ..words.references import Places, places_of
from ..words.row_links import row_link
from ..words.row_places import target_places
from ..words.timeline import draw, rows_of

BASED = {
    "explicit_year": _("句中写明年份 {n}"),
    "period_phrase": _("写明规划期 {n}"),
    "implied": _("未写年份、取规划末年 {n}"),
}


def write(edition: Edition) -> dict[str, str]:
    topics, places = fact_words.topics_of(edition), places_of(edition)
    return {
        f"{layout.folder(edition)}/{plan.card.id}/targets.md": page(edition, plan, topics, places)
        for plan in edition.plans
        if plan.targets
    }


def page(edition: Edition, plan: Plan, topics: dict[str, str], places: Places) -> str:
    say = layout.say(edition)
    chapters = fact_words.chapter_names(plan, say)
    return layout.page(
        edition,
        "targets.md.j2",
        **layout.of_plan(edition, plan),
        count=len(plan.targets),
        open_count=sum(target.status == "placeholder" for target in plan.targets),
        timeline=timeline(plan, say),
        picture=draw(rows_of(edition.plans, plan), say),
        cite=citation.source_of_table(plan, "targets", edition),
        rows=[
            row(target, place, chapters, topics, places, say)
            for target, place in zip(plan.targets, target_places(plan.targets), strict=True)
        ],
    )


def row(
    target: Target, place: str, chapters: dict[str, str], topics: dict[str, str], places: Places, say: Say
) -> tuple[str, ...]:
    """Cells of a Markdown table: what and whose, with its address and its sentence on demand, how much for each of
    what, common unit, by when, kind, topic, chapter."""
    name = target.subject or say(_("原句"))
    own = row_link(
        place, f"{name} {fact_words.amount_per(target, say)}", paragraph_name(target.address, places, say), say
    )
    return (
        fact_words.link(name, target.address) + own + told(target, say),
        fact_words.sortable(fact_words.amount_per(target, say), target.normalized_value),
        cell(target.normalized_unit),
        fact_words.year(target, say),
        cell(say(fact_words.KINDS[target.kind])),
        cell(fact_words.topic_of(target.address, topics)),
        cell(chapters.get(Address(target.address).chapter, "")),
    )


def told(target: Target, say: Say) -> str:
    """Whose and what in one line, and the sentence on demand."""
    context = fact_words.shown_context(target)
    return (
        f"<br><small>{cell(context)}</small>" if context else ""
    ) + f"<details><summary>{cell(say(_('原句')))}</summary>{cell(target.quote)}</details>"


def timeline(plan: Plan, say: Say) -> list[tuple[int, int, str, list[tuple[str, str, str]]]]:
    """By year: how many promises, how the year is known; and those of years other than the plan's last, one by one."""
    years: dict[int, list[Target]] = {}
    for target in plan.targets:
        years.setdefault(target.by_year, []).append(target)
    out = []
    for by_year, targets in sorted(years.items()):
        listed = (
            [
                (target.subject, fact_words.amount_per(target, say), fact_words.paragraph(target.address))
                for target in targets
            ]
            if by_year != plan.card.period[1]
            else []
        )
        out.append((by_year, len(targets), known_by(targets, say), listed))
    return out


def known_by(targets: list[Target], say: Say) -> str:
    """句中写明年份 12，未写年份、取规划末年 3"""
    counts = Counter(target.by_basis for target in targets)
    return say(_("，")).join(say(words).format(n=counts[basis]) for basis, words in BASED.items() if counts[basis])
