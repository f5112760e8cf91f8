"""A page a plan with everything it undertakes in figures: how many by when, and a table to search, filter and sort."""

from __future__ import annotations

from collections import Counter

from ..model.edition import Edition, Plan
from ..model.facts import Target
from ..model.outline import chapter_of
from . import fact_words, layout
from .markdown import cell


def write(edition: Edition) -> dict[str, str]:
    topics = fact_words.topics_of(edition)
    return {f"{layout.folder(edition)}/{plan.card.id}/targets.md": page(edition, plan, topics) for plan in edition.plans if plan.targets}


def page(edition: Edition, plan: Plan, topics: dict[str, str]) -> str:
    chapters = fact_words.chapter_names(plan)
    return layout.page(
        edition,
        "targets.md.j2",
        **layout.of_plan(edition, plan),
        count=len(plan.targets),
        open_count=sum(target.status == "placeholder" for target in plan.targets),
        timeline=timeline(plan),
        rows=[row(target, chapters, topics) for target in plan.targets],
    )


def row(target: Target, chapters: dict[str, str], topics: dict[str, str]) -> tuple[str, ...]:
    """Cells of a Markdown table: what, with its sentence and the way to it, how much, common unit, by when, kind, topic, chapter."""
    return (
        fact_words.link(target.subject or "原句", target.address) + f"<br><small>{cell(target.quote)}</small>",
        fact_words.sortable(fact_words.amount(target), target.normalized_value),
        cell(target.normalized_unit),
        fact_words.year(target),
        fact_words.KINDS[target.kind],
        cell(fact_words.topic_of(target.address, topics)),
        cell(chapters.get(chapter_of(target.address), "")),
    )


def timeline(plan: Plan) -> list[tuple[int, Counter, list[tuple[str, str, str]]]]:
    """By year: how many promises, by how the year is known; and those of years other than the plan's last, one by one."""
    years: dict[int, list[Target]] = {}
    for target in plan.targets:
        years.setdefault(target.by_year, []).append(target)
    out = []
    for by_year, targets in sorted(years.items()):
        listed = [(target.subject, fact_words.amount(target), fact_words.paragraph(target.address)) for target in targets] if by_year != plan.card.period[1] else []
        out.append((by_year, Counter(target.by_basis for target in targets), listed))
    return out
