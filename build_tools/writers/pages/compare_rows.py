"""Rows of the compare page's data: units, links, blocks, indicators, targets of a plan."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Any

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.facts import Target
from ...model.outline import Block, Unit
from ...model.shown import holds_chinese, stretches_of
from ...model.subjects import Topic
from ...model.translation import _
from ..words import fact_words, layout
from ..words.compare_words import AMOUNT_BY, indicator_line, target_amount, target_subject, why
from ..words.layout import Say
from ..words.references import Places, joined, name_of
from ..words.shared_terms import SharedTerms

COUNTED_BY = re.compile(
    r"^每[十百千万]*(?:常住|户籍)?(?:人口?|户)|^人均|^单位"
)  # what a figure is set against, not what it counts
MEASURES = {"人口", "收入"}  # figures on any subject are measured so


def unit_row(unit: Unit, places: Places, first_topics: dict[str, str]) -> list[str]:
    """[level, numbers of the units above, its own number and title], and its first topic if it has one: 第三章 + 第一节
    增强粮食安全保障能力"""
    own = joined(unit.number.string, unit.title.string)
    row = [unit.level, name_of(unit.address, places).removesuffix(own), own]
    return [*row, first_topics[unit.address]] if unit.address in first_topics else row


def links_by_source(edition: Edition) -> dict[str, list[Any]]:
    """Section → [target, anchor of the paragraph meant]"""
    out: dict[str, list[Any]] = defaultdict(list[Any])
    for link in edition.links:
        out[link.source].append([link.target, Address(link.paragraph).anchor if link.paragraph else ""])
    return dict(out)


def reasons_by_source(edition: Edition, shared: SharedTerms) -> dict[str, dict[str, list[Any]]]:
    """Section → target → [words both use, why]"""
    topics = {topic.id: topic.name for topic in edition.topics}
    say = layout.say(edition)
    out: dict[str, dict[str, list[Any]]] = defaultdict(dict[str, Any])
    for link in edition.links:
        reason = link.reason.rstrip("。") or why(link, topics, (), say)
        out[link.source][link.target] = [list(shared[link.source, link.target]), reason]
    return dict(out)


def blocks_by_unit(plan: Plan) -> dict[str, list[Any]]:
    """Unit → [kind, anchor, marker, text or rows of cells]"""
    out: dict[str, list[Any]] = defaultdict(list[Any])
    for block in plan.blocks:
        out[block.unit].append([block.kind, Address(block.address).anchor, block.marker.string, content(block)])
    return dict(out)


def content(block: Block) -> str | list[Any]:
    return (
        [[pieces(cell.text.string) for cell in row] for row in block.rows]
        if block.kind == "table"
        else pieces(block.text.string)
    )


def pieces(text: str) -> str | list[str]:
    """A text, or where a part of it is still in the language of the plans: [text, part, text, part, text]"""
    if not holds_chinese(text):
        return text
    found = [""]
    for one in stretches_of(text):
        if one.language:
            found += [one.text, ""]
        else:
            found[-1] += one.text
    return found


def indicator_rows(plan: Plan, edition: Edition) -> list[list[Any]]:
    """[topic, name and value]; the topic is found by the name that the plan gives it."""
    original, known, say = original_of(plan, edition), topic_words(edition.topics), layout.say(edition)
    return [
        [topic_of(named.name, known), pieces(indicator_line(indicator, say))]
        for indicator, named in zip(plan.indicators, original.indicators, strict=False)
        if indicator.name
    ]


def original_of(plan: Plan, edition: Edition) -> Plan:
    """The plan as it is written; topics are known by its words."""
    return next(other for other in (edition.original or edition).plans if other.card.id == plan.card.id)


def topic_words(topics: tuple[Topic, ...]) -> dict[str, str]:
    """Word → the topic that it speaks for, the first of them where there are several."""
    words: dict[str, str] = {}
    for topic in topics:
        for word in (*topic.keywords, *topic.synonyms, *(word for aspect in topic.aspects for word in aspect)):
            if not topic.frame and word not in MEASURES:
                words.setdefault(word, topic.id)
    return words


def topic_of(subject: str, known: dict[str, str]) -> str:
    """The topic with the longest, then the first, of its words in what is counted: 每千人口注册护士 → health; nothing where no
    topic's word stands there."""
    subject = COUNTED_BY.sub("", subject)
    for length in range(len(subject), 1, -1):
        for start in range(len(subject) - length + 1):
            if subject[start : start + length] in known:
                return known[subject[start : start + length]]
    return ""


def targets_by_unit(
    plan: Plan, edition: Edition, places: Places, first_topics: dict[str, str], say: Say
) -> dict[str, list[Any]]:
    """Unit → [anchor, what, how much by when, its topics]; one row where the same words tell of several amounts"""
    known, frames = topic_words(edition.topics), {topic.id for topic in edition.topics if topic.frame}
    named = [topic_of(written.subject, known) for written in original_of(plan, edition).targets]
    beside = topics_by_paragraph(plan.targets, named)
    out: dict[str, dict[tuple[Any, ...], list[str]]] = {}
    for target, own in zip(plan.targets, named, strict=False):
        unit = Address(target.address).unit
        what = target_subject(target, places.blocks.get(target.address)) or say(_("目标"))
        about = topics_of_target(own or beside.get(target.address, ""), fact_words.topic_of(unit, first_topics), frames)
        out.setdefault(unit, {}).setdefault((Address(target.address).anchor, what, target.by_year, about), []).append(
            target_amount(target, say)
        )
    return {
        unit: [
            [anchor, pieces(what), pieces(amounts_by(much, year, say)), list(about)]
            for (anchor, what, year, about), much in rows.items()
        ]
        for unit, rows in out.items()
    }


def topics_by_paragraph(targets: tuple[Target, ...], named: list[str]) -> dict[str, str]:
    """Paragraph → the topic that most of its targets name: 肉类年均总产量 stands among cows and pigs"""
    found: dict[str, Counter[str]] = defaultdict(Counter[str])
    for target, topic in zip(targets, named, strict=False):
        if topic:
            found[target.address][topic] += 1
    return {address: topics.most_common(1)[0][0] for address, topics in found.items()}


def topics_of_target(own: str, of_section: str, frames: set[str]) -> tuple[str, ...]:
    """The topic that its own words or those beside it name, else that of its section; and where its section sets
    targets on every subject, that too."""
    return tuple(
        dict.fromkeys(topic for topic in (own or of_section, of_section if of_section in frames else "") if topic)
    )


def amounts_by(amounts: list[str], year: int, say: Say) -> str:
    """≥200万亩、≥50%（2025年）"""
    return say(AMOUNT_BY).format(amount=say(_("、")).join(dict.fromkeys(amounts)), year=year)
