"""The facts of a plan in another language. Words that the program took from a sentence stay as they are, marked as Chinese."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model.edition import Plan
from ..model.facts import Indicator, Placeholder, Project, Target
from ..model.outline import Block
from ..model.translation import has_han, in_chinese
from .aligned import aligned_sentence
from .book import Book

PLACEHOLDER = re.compile(r"(?<![A-Za-z])X+(?![A-Za-z])")
NUMBERED = re.compile(r"^\d+[.、]\s*")
COUNT = re.compile(r"\s*\(\d+\)$")
UNIT = re.compile(r"^(?P<name>.*\S) \((?P<unit>[^()]*)\)$")


def translated_facts(plan: Plan, original: Plan, book: Book) -> Plan:
    """`plan` has its texts translated already, not yet its facts."""
    blocks = {block.address: (before, block) for before, block in zip(original.blocks, plan.blocks)}
    return replace(
        plan,
        indicators=tuple(translated_indicator(i, blocks[i.address]) for i in plan.indicators),
        placeholders=translated_placeholders(plan.placeholders, blocks, book),
        targets=tuple(translated_target(t, blocks[t.address], book) for t in plan.targets),
        projects=tuple(translated_project(p, blocks[p.address], book) for p in plan.projects),
        terms=tuple(replace(mention, quote=in_chinese(mention.quote), start=0, end=0) for mention in plan.terms),
        places=tuple(replace(mention, quote=in_chinese(mention.quote), start=0, end=0) for mention in plan.places),
    )


def translated_indicator(indicator: Indicator, table: tuple[Block, Block]) -> Indicator:
    """Name and unit share a cell in print, and so in the translation: “1. Forest coverage (%)”."""
    before, after = table
    said = {cell.text.string: other.text.string for row, others in zip(before.rows, after.rows) for cell, other in zip(row, others)}

    def whole(words: str) -> str:
        return said.get(words) or next((said[cell] for cell in said if words and words in cell), in_chinese(words))

    name, unit = NUMBERED.sub("", whole(indicator.name)), indicator.unit
    if has_han(name):
        name, unit = in_chinese(indicator.name), in_chinese(unit)
    elif has_han(unit) or UNIT.match(name):
        match = UNIT.match(name)
        name, unit = match.groups() if match and unit else (name, "")
    return replace(
        indicator,
        category=COUNT.sub("", whole(indicator.category)),
        name=name,
        unit=unit,
        breakdown=whole(indicator.breakdown) if indicator.breakdown else "",
        **{field: said.get(getattr(indicator, field), getattr(indicator, field)) for field in ("baseline", "target", "annual_growth", "attribute")},
    )


def translated_placeholders(found: tuple[Placeholder, ...], blocks: dict[str, tuple[Block, Block]], book: Book) -> tuple[Placeholder, ...]:
    """The n-th X of a paragraph is the n-th of its translation, if both have the same number of them."""
    out = []
    for address in dict.fromkeys(figure.address for figure in found):
        here = [figure for figure in found if figure.address == address]
        spots = [match.span() for match in PLACEHOLDER.finditer(blocks[address][1].text.string)]
        if len(spots) != len(here):
            spots = [(0, 0)] * len(here)
        out += [
            replace(figure, quote=in_chinese(figure.quote), stands_for=in_chinese(figure.stands_for), unit=book.tell("unit", figure.unit), start=start, end=end)
            for figure, (start, end) in zip(here, spots)
        ]
    return tuple(out)


def translated_target(target: Target, block: tuple[Block, Block], book: Book) -> Target:
    """The value in its common unit, whose name is easier to translate: 280 万亩 → 2800000 mu."""
    common = target.status != "placeholder" and bool(target.normalized_value)
    return replace(
        target,
        quote=aligned_sentence(block[0].text.string, block[1].text.string, target.start) or in_chinese(target.quote),
        subject=in_chinese(target.subject),
        value=grouped(target.normalized_value) if common else target.value,
        value_high=grouped(target.normalized_value_high) if common and target.value_high else target.value_high,
        unit=book.tell("unit", target.normalized_unit if common else target.unit),
        normalized_unit=book.tell("unit", target.normalized_unit),
        start=0,
        end=0,
    )


def grouped(number: str) -> str:
    """2800000 → 2,800,000; 0.35 → 0.35"""
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdigit() else number


def translated_project(project: Project, block: tuple[Block, Block], book: Book) -> Project:
    return replace(
        project,
        name=book.tell("project", project.name),
        quote=aligned_sentence(block[0].text.string, block[1].text.string, project.start) or in_chinese(project.quote),
        **{field: in_chinese(getattr(project, field)) for field in ("investment", "scale", "place", "proponent")},
    )
