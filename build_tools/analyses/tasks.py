"""The work list of a plan: figures and words left open, empty cells of its indicator table, and what the checks found
and nobody decided.

Beside each stands what the plan itself, or the plan it is compared with, says of the same thing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ..chinese.wording import WHOLE, last_mark
from ..model.edition import Plan
from ..model.facts import Indicator, IndicatorMatch, Placeholder, Target
from ..model.tasks import Suggestion, Task
from ..model.walks import value_columns

YEAR_OF = {"baseline": "baseline_year", "target": "target_year", "annual_growth": ""}
SENTENCE_ENDS = ("。", "；", "！", "？", "\n")
SAID_BY = {"unfilled": ("figure", "blank", "cell"), "table-empty": ("indicator",)}  # findings that are tasks already
LEAST = 3  # signs of a name that says what is meant
YEAR = re.compile(r"20\d\d(?=年)")
BRACKETED = re.compile(r"[（(][^（）()]*[）)]")


def find_tasks(plans: Sequence[Plan], matches: Sequence[IndicatorMatch]) -> tuple[Task, ...]:
    """Of every plan, in the order of its text."""
    found: list[Task] = []
    for plan in plans:
        others = [other for other in plans if other is not plan]
        open_ones = [*open_places(plan, others), *empty_cells(plan, others, matches)]
        tasks = [*open_ones, *undecided(plan, {(task.kind, task.line) for task in open_ones})]
        found += numbered(sorted(tasks, key=lambda task: (task.line, task.span or ())))
    return tuple(found)


def numbered(tasks: list[Task]) -> Iterator[Task]:
    """Two alike in one sentence are told apart by their order."""
    seen: Counter[str] = Counter()
    for task in tasks:
        yield replace(task, nth=seen[task.id]) if seen[task.id] else task
        seen[task.id] += 1


def open_places(plan: Plan, others: Sequence[Plan]) -> Iterator[Task]:
    texts = {block.address: block.text.string for block in plan.blocks if not block.rows}
    for one in plan.placeholders:
        text = texts.get(one.address, "")
        sentence = sentence_around(text, one.span.start) if text and one.span else one.quote
        yield Task(
            plan=plan.card.id,
            kind="cell" if one.kind == "cell" else "blank" if one.kind == "blank" else "figure",
            address=one.address,
            line=one.line,
            sentence=sentence,
            missing=one.stands_for,
            unit=one.unit,
            own=said_of(one, sentence, plan),
            other=next((found for other in others if (found := said_of(one, sentence, other))), None),
            span=one.span,
        )


def sentence_around(text: str, at: int) -> str:
    """“……。新建|X|座。……” → 新建X座。"""
    start = last_mark(SENTENCE_ENDS, text, at)
    ends = [end + 1 for mark in SENTENCE_ENDS if (end := text.find(mark, at)) >= 0]
    return text[start : min(ends, default=len(text))].strip()


def said_of(open_place: Placeholder, sentence: str, plan: Plan) -> Suggestion | None:
    """The figure that a plan gives for what is left open: in its indicator table, else in its text; of the year that
    the sentence names, if any."""
    if open_place.kind == "blank" or len(open_place.stands_for) < LEAST:
        return None
    years = set(YEAR.findall(sentence))
    for row in plan.indicators:
        if row.target and same_thing(open_place.stands_for, row.name) and (not years or row.target_year in years):
            return Suggestion(with_unit(row.target, row.unit), row.target_year, row.address)
    for target in plan.targets:
        fits = target.status == "figure" and same_thing(open_place.stands_for, target.subject)
        if fits and same_unit(open_place, target) and (not years or str(target.by_year) in years):
            return Suggestion(printed(target), str(target.by_year), target.address)
    return None


def same_thing(name: str, other: str) -> bool:
    """全县城镇登记失业率 and 城镇登记失业率; but 产值 alone, or 畜禽粪污利用率 beside 秸秆利用率, is not the same."""
    return bare_name(name) == bare_name(other) != ""


def bare_name(name: str) -> str:
    """全县地区生产总值（GDP） → 地区生产总值"""
    return WHOLE.sub("", BRACKETED.sub("", name))


def same_unit(open_place: Placeholder, target: Target) -> bool:
    return not open_place.unit or open_place.unit[-1] == target.unit[-1:]


def printed(target: Target) -> str:
    return f"{target.value}{f'—{target.value_high}' if target.value_high else ''}{target.unit}"


def with_unit(value: str, unit: str) -> str:
    """43 and 亿斤 → 43亿斤; 完成市下达指标 has no unit"""
    return value + unit if value[-1:].isdigit() else value


def empty_cells(plan: Plan, others: Sequence[Plan], matches: Sequence[IndicatorMatch]) -> Iterator[Task]:
    """The cells of a draft's indicator table that hold no value, one task a cell."""
    if plan.card.status != "draft":
        return
    columns = value_columns(plan.indicators)
    for row in plan.indicators:
        for column in columns[row.address]:
            if not getattr(row, column):
                year = str(getattr(row, YEAR_OF[column])) if YEAR_OF[column] else ""
                yield Task(
                    plan=plan.card.id,
                    kind="indicator",
                    address=row.address,
                    line=row.source_line,
                    sentence=" ".join(part for part in (row.name, row.breakdown, row.unit) if part),
                    missing=year,
                    unit=row.unit,
                    own=in_text(row, year, plan) if column == "target" else None,
                    other=of_counterpart(row, column, plan, others, matches),
                    column=column,
                )


def in_text(row: Indicator, year: str, plan: Plan) -> Suggestion | None:
    """What the text of the plan says of an indicator for that year."""
    for target in plan.targets:
        if target.status == "figure" and same_thing(row.name, target.subject) and str(target.by_year) == year:
            return Suggestion(printed(target), year, target.address)
    return None


def of_counterpart(
    row: Indicator, column: str, plan: Plan, others: Sequence[Plan], matches: Sequence[IndicatorMatch]
) -> Suggestion | None:
    """The same cell of the indicator that another plan has for it."""
    here = plan.card.id
    for match in matches:
        pairs = (
            (match.from_plan, match.from_key, match.to_plan, match.to_key),
            (match.to_plan, match.to_key, match.from_plan, match.from_key),
        )
        for mine, key, theirs, other_key in pairs:
            if mine == here and key == row.key and other_key:
                for other in others:
                    for there in other.indicators if other.card.id == theirs else ():
                        if there.key == other_key and there.breakdown == row.breakdown and getattr(there, column):
                            year = getattr(there, YEAR_OF[column]) if YEAR_OF[column] else ""
                            unit = there.unit if column != "annual_growth" else ""
                            return Suggestion(with_unit(getattr(there, column), unit), year, there.address)
    return None


def undecided(plan: Plan, listed: Collection[tuple[str, int]]) -> Iterator[Task]:
    """What nobody decided; that something is to be filled in is not said twice."""
    for one in plan.findings:
        places = ((kind, line) for kind in SAID_BY.get(one.code, ()) for line in (one.line, one.other_line))
        if one.state == "open" and not any(place in listed for place in places):
            yield Task(
                plan=plan.card.id,
                kind="finding",
                address=one.address,
                line=one.line,
                sentence=one.quote,
                missing=one.code,
                own=Suggestion(one.other_quote, "", one.other_address) if one.other_address else None,
                finding=one.id,
                tier=one.tier,
            )
