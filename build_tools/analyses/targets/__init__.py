"""A plan's text → targets: every quantity that the plan undertakes in paragraphs and boxes.

Every quantity counts as undertaken unless a rule says why not: it tells of today, it belongs to one project,
or it only describes a thing. Each rule stands in the module of its family, with its sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from ...chinese.measures import common_unit, in_common_unit
from ...chinese.subjects import subject_of
from ...model.facts import Target
from ...model.outline import Block, Unit
from ..standing import status_units
from . import descriptions, facts_of_today, project_figures
from .comparators import comparator
from .kinds import kind
from .mention import Mention, Place, mentions
from .years import by_year

NOT_TARGETS = facts_of_today.RULES + project_figures.RULES + descriptions.RULES
QUOTE = 36
BOUND = re.compile(r"(?:以上|以下|左右|以内|之内|内)?")  # these words belong to the figure that a reader sees marked


def find_targets(
    plan: str, period: tuple[int, int], units: tuple[Unit, ...], blocks: tuple[Block, ...], line_starts: list[int]
) -> tuple[Target, ...]:
    today = status_units(units)
    found = []
    for block in blocks:
        if block.kind in ("table", "caption", "note", "box"):
            continue
        place = Place(block.unit in today, period)
        found += [read_target(plan, mention, line_starts) for mention in mentions(block, place) if is_target(mention)]
    return tuple(found)


def is_target(mention: Mention) -> bool:
    return not any(rule(mention) for rule in NOT_TARGETS)


def read_target(plan: str, mention: Mention, line_starts: list[int]) -> Target:
    amount, text = mention.amount, mention.text
    year = by_year(mention)
    subject = subject_of(text, mention.amounts, mention.index)
    unit = amount.unit.replace("余", "").replace("多", "")
    return Target(
        plan=plan,
        address=mention.block.address,
        line=bisect_right(line_starts, mention.block.text.offsets[amount.start]),
        quote=quote(mention),
        subject=subject,
        comparator=comparator(mention),
        value=amount.low,
        value_high=amount.high,
        unit=unit,
        normalized_value="" if amount.open else in_common_unit(amount.low, unit),
        normalized_value_high="" if amount.open or not amount.high else in_common_unit(amount.high, unit),
        normalized_unit=common_unit(unit) or people(mention),
        by_year=year.year,
        kind=kind(mention, subject),
        status="placeholder" if amount.open else "figure",
        by_basis=year.basis,
        start=amount.start,
        end=amount.end + len(BOUND.match(mention.after).group()),
    )


def people(mention: Mention) -> str:
    """A bare 万 after 人口 or 人次 counts people: “人口达|70万|” → 人"""
    words = mention.before
    return "人次" if "人次" in words else "人" if "人" in words else ""


def quote(mention: Mention) -> str:
    """The clause with the quantity, at most some forty characters before it."""
    text, amount = mention.text, mention.amount
    start = max(mention.clause_start, amount.start - QUOTE)
    return (text[start : amount.end] + mention.after[:8]).strip()
