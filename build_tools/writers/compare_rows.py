"""Rows of the compare page's data: units, links, blocks, indicators, targets of a plan."""

from __future__ import annotations

import re
from collections import defaultdict

from ..model.edition import Edition, Plan
from ..model.outline import Block, Unit, anchor_of
from ..model.subjects import Topic
from ..model.translation import CLOSE, OPEN, _, without_signs
from . import layout
from .compare_words import AMOUNT_BY, indicator_line, target_amount, target_subject, why
from .layout import Say
from .references import Places, joined, name_of
from .shared_terms import shared_terms


def unit_row(unit: Unit, places: Places, first_topics: dict[str, str]) -> list[str]:
    """[level, numbers of the units above, its own number and title], and its first topic if it has one: 第三章 + 第一节 增强粮食安全保障能力"""
    own = without_signs(joined(unit.number.string, unit.title.string))
    row = [unit.level, without_signs(name_of(unit.address, places)).removesuffix(own), own]
    return row + [first_topics[unit.address]] if unit.address in first_topics else row


def links_by_source(edition: Edition) -> dict[str, list]:
    """Section → [target, anchor of the paragraph meant]"""
    out: dict[str, list] = defaultdict(list)
    for link in edition.links:
        out[link.source].append([link.target, anchor_of(link.paragraph) if link.paragraph else ""])
    return dict(out)


def reasons_by_source(edition: Edition) -> dict[str, dict[str, list]]:
    """Section → target → [words both use, why]"""
    topics = {topic.id: topic.name for topic in edition.topics}
    shared, say = shared_terms(edition), layout.say(edition)
    out: dict[str, dict[str, list]] = defaultdict(dict)
    for link in edition.links:
        reason = link.reason.rstrip("。") or why(link, topics, (), say)
        out[link.source][link.target] = [list(shared[link.source, link.target]), without_signs(reason)]
    return dict(out)


def blocks_by_unit(plan: Plan) -> dict[str, list]:
    """Unit → [kind, anchor, marker, text or rows of cells]"""
    out: dict[str, list] = defaultdict(list)
    for block in plan.blocks:
        out[block.unit].append([block.kind, anchor_of(block.address), without_signs(block.marker.string), content(block)])
    return dict(out)


def content(block: Block) -> str | list:
    return [[pieces(cell.text.string) for cell in row] for row in block.rows] if block.kind == "table" else pieces(block.text.string)


def pieces(text: str) -> str | list[str]:
    """A text, or where a part of it is still in the language of the plans: [text, part, text, part, text]"""
    return re.split(f"[{OPEN}{CLOSE}]", text) if OPEN in text else text


def indicator_rows(plan: Plan, edition: Edition) -> list[list]:
    """[topic, name and value]; the topic is found by the name that the plan gives it."""
    original = next(other for other in (edition.original or edition).plans if other.card.id == plan.card.id)
    say = layout.say(edition)
    return [[topic_of(named.name, edition.topics), pieces(indicator_line(indicator, say))] for indicator, named in zip(plan.indicators, original.indicators) if indicator.name]


def topic_of(indicator: str, topics: tuple[Topic, ...]) -> str:
    """The topic with the longest of its words in an indicator's name."""
    named = [(max((len(word) for word in (*topic.keywords, *topic.synonyms) if word in indicator), default=0), -number, topic.id) for number, topic in enumerate(topics) if not topic.frame]
    longest = max(named, default=(0, 0, ""))
    return longest[2] if longest[0] else ""


def targets_by_unit(plan: Plan, places: Places, say: Say) -> dict[str, list]:
    """Unit → [anchor, what, how much by when]; one row where the same words tell of several amounts"""
    out: dict[str, dict[tuple, list[str]]] = {}
    for target in plan.targets:
        unit = target.address.partition("#")[0].partition("@")[0]
        what = target_subject(target, places.blocks.get(target.address)) or say(_("目标"))
        out.setdefault(unit, {}).setdefault((anchor_of(target.address), what, target.by_year), []).append(target_amount(target))
    return {unit: [[anchor, pieces(what), pieces(amounts_by(much, year, say))] for (anchor, what, year), much in rows.items()] for unit, rows in out.items()}


def amounts_by(amounts: list[str], year: int, say: Say) -> str:
    """≥200万亩、≥50%（2025年）"""
    return say(AMOUNT_BY).format(amount=say(_("、")).join(dict.fromkeys(amounts)), year=year)
