"""A plan's text → targets: every quantity that the plan undertakes in paragraphs and boxes.

Every quantity counts as undertaken unless a rule says why not: it tells of today, it belongs to one project,
or it only describes a thing. Each rule stands in the module of its family, with its sentence.
A quantity that is undertaken and whose clause does not parse is a Problem, never a row.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from ...chinese.clauses import Said, Unpaired, parse
from ...chinese.measures import common_unit, in_common_unit, unit_in_words
from ...chinese.numbering import end_of
from ...model.address import Address
from ...model.edition import Problem
from ...model.facts import Project, Target
from ...model.outline import Block, Unit
from ...model.span import Span
from ..standing import status_units, years_ahead
from . import descriptions, facts_of_today, project_figures
from .comparators import comparator
from .context import Whole, context_of, titles_over, whole_of, with_year
from .kinds import kind
from .mention import Mention, Place, mentions
from .project_figures import of_a_project
from .years import by_year

NOT_TARGETS = facts_of_today.RULES + project_figures.RULES + descriptions.RULES
BOUND = re.compile(r"(?:以上|以下|左右|以内|之内|内)?")  # these words belong to the figure that a reader sees marked
SHORT = 8  # characters: a subject no longer needs the chapter's title, too
SHOWN = 30  # characters of a clause that a problem quotes


@dataclass(frozen=True)
class Over:
    """What stands over a block: the plan's id, its lines, the whole it plans for, the titles of its units, the box the
    block is in."""

    plan: str
    line_starts: list[int]
    whole: Whole
    titles: dict[str, str]
    box: str = ""


def find_targets(
    plan: str, period: tuple[int, int], units: tuple[Unit, ...], blocks: tuple[Block, ...], line_starts: list[int]
) -> tuple[Target, ...]:
    return read_targets(plan, period, units, blocks, line_starts)[0]


def read_targets(
    plan: str,
    period: tuple[int, int],
    units: tuple[Unit, ...],
    blocks: tuple[Block, ...],
    line_starts: list[int],
    name: str = "",
    projects: tuple[Project, ...] = (),
) -> tuple[tuple[Target, ...], list[Problem]]:
    """The targets, and a problem for each quantity whose clause does not say what it is a quantity of."""
    today, ahead = status_units(units), years_ahead(units)
    titles = {unit.address: unit.title.string for unit in units}
    whole, box = whole_of(blocks, name), ""
    of: dict[str, list[Project]] = {}
    for project in projects:
        of.setdefault(project.address, []).append(project)
    found: list[Target] = []
    doubts: list[Problem] = []
    for block in blocks:
        box = block.text.string if block.kind == "box" else box
        if block.kind in ("table", "caption", "note", "box"):
            continue
        over = Over(plan, line_starts, whole, titles, box if block.kind.startswith("box_") else "")
        place = Place(block.unit in today, period, ahead.get(block.unit, 0))
        for mention in mentions(block, place):
            if is_target(mention) and not of_a_project(mention, of.get(block.address, [])):
                row = read_target(mention, over)
                if isinstance(row, Problem):
                    doubts.append(row)
                else:
                    found.append(row)
    return tuple(found), list(dict.fromkeys(doubts))


def is_target(mention: Mention) -> bool:
    return not any(rule(mention) for rule in NOT_TARGETS)


def read_target(mention: Mention, over: Over) -> Target | Problem:
    line = bisect_right(over.line_starts, mention.block.text.offsets[mention.amount.start])
    try:
        said = parse(mention.text, mention.amounts, mention.index)
    except Unpaired as error:
        return Problem("warning", "figures-unpaired", line, (str(error)[-SHOWN:],))
    if not said.subject:
        return Problem("warning", "figure-without-subject", line, (mention.sentence[:SHOWN],))
    return target_of(mention, said, over, line)


def target_of(mention: Mention, said: Said, over: Over, line: int) -> Target:
    amount, text = mention.amount, mention.text
    year = by_year(mention)
    unit = amount.unit.replace("余", "").replace("多", "")
    sort = kind(mention, said.subject)
    here = mention.block.unit
    chapter = (
        over.titles.get(Address(here).chapter, "")
        if len(said.subject) <= SHORT and Address(here).chapter != here
        else ""
    )
    titles = titles_over(mention.block, over.titles.get(here, ""), over.box, text[: amount.start], chapter)
    return Target(
        plan=over.plan,
        address=mention.block.address,
        line=line,
        quote=text[said.start : said.end].strip(),
        subject=said.subject,
        comparator=comparator(mention),
        value=amount.low,
        value_high=amount.high,
        unit=unit,
        normalized_value="" if amount.open else in_common_unit(amount.low, unit),
        normalized_value_high="" if amount.open or not amount.high else in_common_unit(amount.high, unit),
        normalized_unit=common_unit(unit) or unit_in_words(amount.low) or people(mention),
        by_year=year.year,
        kind=sort,
        status="placeholder" if amount.open else "figure",
        by_basis=year.basis,
        span=Span(amount.start, amount.end + end_of(BOUND, mention.after, 0)),
        per=said.per,
        context=with_year(context_of(mention, said, sort, titles, over.whole), year.year, mention.place.period[1]),
    )


def people(mention: Mention) -> str:
    """A bare 万 after 人口 or 人次 counts people: “人口达|70万|” → 人"""
    if not mention.amount.unit:
        return ""
    words = mention.before
    return "人次" if "人次" in words else "人" if "人" in words else ""
