"""What the compare page's script reads: texts, topics, links and figures of all plans, as one assignment to a variable.

A script file and not JSON, because a page opened from a folder may not fetch.
"""

from __future__ import annotations

import json
from collections import defaultdict

from ..model.edition import Edition, Plan
from ..model.facts import Indicator
from ..model.outline import Block, Unit, anchor_of
from ..model.subjects import Topic
from . import layout
from .references import number_of

VARIABLE = "planReaderCompare"
COMPARATORS = {">=": "≥", "<=": "≤", ">": "＞", "<": "＜", "≈": "约", "=": ""}


def write(edition: Edition) -> dict[str, str]:
    if len(edition.plans) < 2:
        return {}
    return {"data/compare.js": f"window.{VARIABLE} = {json.dumps(compare_data(edition), ensure_ascii=False, separators=(',', ':'))};\n"}


def compare_data(edition: Edition) -> dict:
    units = {unit.address: unit for plan in edition.plans for unit in plan.units}
    return {
        "plans": [plan_entry(plan, place) for place, plan in enumerate(edition.plans)],
        "topics": [{"id": topic.id, "zh": topic.name} for topic in edition.topics],
        "units": {address: unit_entry(unit, units) for address, unit in units.items()},
        "blocks": {unit: rows for plan in edition.plans for unit, rows in blocks_by_unit(plan).items()},
        "sections": {entry.section: [topic for topic, _ in entry.topics] for entry in edition.assigned},
        "links": links_by_source(edition),
        "indicators": [indicator_entry(i, edition.topics) for plan in edition.plans for i in plan.indicators if i.name],
        "targets": {unit: rows for plan in edition.plans for unit, rows in targets_by_unit(plan).items()},
    }


def plan_entry(plan: Plan, place: int) -> dict:
    card = plan.card
    return {"id": card.id, "short": card.short, "colour": layout.colour(card, place), "period": layout.period(card), "badge": layout.status_badge(card)}


def unit_entry(unit: Unit, units: dict[str, Unit]) -> list[str]:
    """[level, number with the numbers above it, title]"""
    return [unit.level, number_of(unit.address, units), unit.title.string]


def blocks_by_unit(plan: Plan) -> dict[str, list]:
    """Unit → [kind, anchor, marker, text or rows of cells]"""
    out: dict[str, list] = defaultdict(list)
    for block in plan.blocks:
        out[block.unit].append([block.kind, anchor_of(block.address), block.marker.string, content(block)])
    return out


def content(block: Block) -> str | list[list[str]]:
    return [[cell.text.string for cell in row] for row in block.rows] if block.kind == "table" else block.text.string


def links_by_source(edition: Edition) -> dict[str, list]:
    """Section → [target, anchor of the paragraph meant, topic, shared words, reason]"""
    out: dict[str, list] = defaultdict(list)
    for link in edition.links:
        out[link.source].append([link.target, anchor_of(link.paragraph) if link.paragraph else "", link.topic, list(link.terms), link.reason])
    return out


def indicator_entry(indicator: Indicator, topics: tuple[Topic, ...]) -> list:
    """[plan, topic, name, value with its unit]"""
    name = f"{indicator.name}（{indicator.breakdown}）" if indicator.breakdown else indicator.name
    value = indicator.target or indicator.annual_growth
    words = f"{indicator.target_year}年 {indicator.target}{indicator.unit}" if indicator.target else f"年均 {indicator.annual_growth}" if value else "规划未填"
    return [indicator.plan, topic_of(indicator.name, topics), name, words]


def topic_of(name: str, topics: tuple[Topic, ...]) -> str:
    """The topic with the longest of its words in an indicator's name."""
    named = [(max((len(word) for word in (*topic.keywords, *topic.synonyms) if word in name), default=0), -number, topic.id) for number, topic in enumerate(topics) if not topic.frame]
    longest = max(named, default=(0, 0, ""))
    return longest[2] if longest[0] else ""


def targets_by_unit(plan: Plan) -> dict[str, list]:
    """Unit → [anchor, what, how much, by when]"""
    out: dict[str, list] = defaultdict(list)
    for target in plan.targets:
        value = f"{target.value}～{target.value_high}" if target.value_high else target.value
        unit = target.address.partition("#")[0].partition("@")[0]
        out[unit].append([anchor_of(target.address), target.subject, f"{COMPARATORS.get(target.comparator, '')}{value}{target.unit}", str(target.by_year)])
    return out
