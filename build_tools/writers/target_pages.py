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
    return {f"pages/zh/{plan.card.id}/targets.md": page(plan, place, topics) for place, plan in enumerate(edition.plans) if plan.targets}


def page(plan: Plan, place: int, topics: dict[str, str]) -> str:
    return layout.page(
        "targets.md.j2",
        card=plan.card,
        colour=layout.colour(plan.card, place),
        period=layout.period(plan.card),
        badge=layout.status_badge(plan.card),
        count=len(plan.targets),
        open_count=sum(target.status == "placeholder" for target in plan.targets),
        timeline=timeline(plan),
        rows=[row(target, plan, topics) for target in plan.targets],
    )


def row(target: Target, plan: Plan, topics: dict[str, str]) -> tuple[str, ...]:
    """Cells of a Markdown table: what, how much, common unit, by when, sort, topic, chapter, sentence with the way to it."""
    return (
        cell(target.subject or "（见原句）"),
        fact_words.sortable(fact_words.amount(target), target.normalized_value),
        cell(target.normalized_unit),
        fact_words.year(target),
        fact_words.KINDS[target.kind],
        cell(fact_words.topic_of(target.address, topics)),
        cell(fact_words.chapter_names(plan).get(chapter_of(target.address), "")),
        fact_words.link(target.quote, target.address),
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
