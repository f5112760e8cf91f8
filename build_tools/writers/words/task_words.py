"""What a row of the work list says to people: kind, chapter, place, what is missing, and what stands elsewhere about
it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.findings import Finding
from ...model.shown import together
from ...model.tasks import Suggestion, Task
from ...model.translation import _, in_chinese
from . import fact_words
from .layout import Say
from .paragraph_names import paragraph_name
from .references import Places, joined

CHINESE = re.compile(r"([\u4e00-\u9fff][\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\d.%]*)")  # as a sentence quotes it
KINDS = {
    "figure": _("待填数字"),
    "blank": _("待填文字"),
    "cell": _("表中待填"),
    "indicator": _("指标表空格"),
    "finding": _("自查所得"),
}
COLUMNS = {"baseline": _("基期值"), "target": _("目标值"), "annual_growth": _("年均/累计")}
OF_YEAR = _("{year}年{column}")
SAID = _("{place}：{value}")
SAID_BY_YEAR = _("{place}：{value}（{year}年）")
TIERS = {"sure": _("应改"), "ask": _("请起草者说明")}
FOUND = {"sure": _("自查：应改"), "ask": _("自查：请起草者说明")}


@dataclass(frozen=True)
class Row:
    """A task in words. `own`, `other`: what the plan itself and another plan say, each with its place; `finding` where
    a check found it."""

    task: Task
    kind: str
    chapter: str
    place: str
    missing: str
    own: str
    other: str
    finding: Finding | None


def rows_of(edition: Edition, plan: Plan, places: Places, say: Say) -> Iterator[Row]:
    """The tasks of a plan in the order of its text; what checks found is among them only where the plan says so."""
    chapters = chapters_by_name(plan, say)
    findings = {finding.id: finding for finding in plan.findings}
    names = {other.card.id: other.card.short for other in edition.plans}
    for task in edition.tasks:
        finding = findings.get(task.finding)
        if task.plan != plan.card.id or (task.finding and not (finding and plan.card.publish_findings)):
            continue
        yield Row(
            task,
            say(FOUND[finding.tier] if finding else KINDS[task.kind]),
            chapters.get(Address(task.address).chapter, ""),
            paragraph_name(task.address, places, say),
            missing(task, finding, edition, say),
            other_place(finding, edition, places, say) if finding else suggested(task.own, edition, places, names, say),
            suggested(task.other, edition, places, names, say),
            finding,
        )


def chapters_by_name(plan: Plan, say: Say) -> dict[str, str]:
    """plan/03 → 第三章 加快产业转型: an editor hands a chapter to those who wrote it, and they know it by its title."""
    numbers = fact_words.chapter_names(plan, say)
    titles = {unit.address: unit.title.string for unit in plan.units}
    return {
        address: number if titles[address] in ("", number) else joined(number, titles[address])
        for address, number in numbers.items()
    }


def has_tasks(edition: Edition, plan: Plan) -> bool:
    """Whether the plan has a page with its work list."""
    return any(task.plan == plan.card.id and (not task.finding or plan.card.publish_findings) for task in edition.tasks)


def missing(task: Task, finding: Finding | None, edition: Edition, say: Say) -> str:
    """地区生产总值（亿元）; 2030年目标值; what a check says"""
    if finding:
        return explained(finding, edition)
    if task.kind == "indicator":
        column = say(COLUMNS[task.column])
        return say(OF_YEAR).format(year=task.missing, column=column) if task.missing else column
    return task.missing + fact_words.in_brackets(task.unit, say)


def as_printed(text: str, edition: Edition) -> str:
    """The plan's own words, which a page in another language marks as Chinese."""
    return in_chinese(text) if edition.original else text


def explained(finding: Finding, edition: Edition) -> str:
    """The sentence of a finding; what of it is Chinese is marked so on a page in another language."""
    sentence = finding.explanation(edition.language)
    return together(map(in_chinese, CHINESE.split(sentence))) if edition.original else sentence


def suggested(found: Suggestion | None, edition: Edition, places: Places, names: dict[str, str], say: Say) -> str:
    """某县 第三章第一节第2段：43亿斤（2025年）"""
    if found is None:
        return ""
    place = together(
        (names.get(Address(found.address).plan, ""), paragraph_name(found.address, places, say)), " "
    ).strip()
    words = SAID_BY_YEAR if found.year else SAID
    return say(words).format(place=place, value=as_printed(found.value, edition), year=found.year)


def other_place(finding: Finding, edition: Edition, places: Places, say: Say) -> str:
    if not finding.other_address:
        return ""
    return say(SAID).format(
        place=paragraph_name(finding.other_address, places, say), value=as_printed(finding.other_quote, edition)
    )
