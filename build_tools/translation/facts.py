"""The facts of a plan in another language. Words that the program took from a sentence stay as they are, marked as
Chinese."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypedDict

from ..chinese.amounts import Amount, find_amounts
from ..chinese.measures import in_common_unit
from ..languages import Rules
from ..model.edition import Plan
from ..model.facts import Indicator, Occurrence, Placeholder, Project, Target
from ..model.outline import Block
from ..model.quantities import RANGE, YUAN, beside_figure, in_large_unit, in_millions
from ..model.shown import each_stretch, holds_chinese
from ..model.span import Span
from ..model.translation import has_han, in_chinese
from .aligned import aligned_sentence, part_with_figure
from .book import Book
from .place_words import translated_place_use

PLACEHOLDER = re.compile(r"(?<![A-Za-z])X+(?![A-Za-z])")
NUMBERED = re.compile(r"^\d+[.、]\s*")
COUNT = re.compile(r"\s*\(\d+\)$")
RATIO = "比例"  # the unit of 3:3:4, which no page shows
COUNTER = "个"
BRACKETED = re.compile(r"\s*\([^)]*\)")
UNIT = re.compile(r"^(?P<name>.*\S) \((?P<unit>[^()]*)\)$")


def translated_facts(plan: Plan, original: Plan, book: Book) -> Plan:
    """`plan` has its texts translated already, not yet its facts."""
    blocks = {block.address: (before, block) for before, block in zip(original.blocks, plan.blocks, strict=False)}
    return replace(
        plan,
        indicators=tuple(translated_indicator(i, blocks[i.address]) for i in plan.indicators),
        placeholders=translated_placeholders(plan.placeholders, blocks, book),
        targets=tuple(translated_target(t, blocks[t.address], book) for t in plan.targets),
        projects=tuple(translated_project(p, blocks[p.address], book) for p in plan.projects),
        terms=tuple(translated_term_use(mention, blocks.get(mention.address), book) for mention in plan.terms),
        places=tuple(translated_place_use(mention, blocks.get(mention.address), book) for mention in plan.places),
    )


def translated_indicator(indicator: Indicator, table: tuple[Block, Block]) -> Indicator:
    """Name and unit share a cell in print, and so in the translation: “1. Forest coverage (%)”."""
    before, after = table
    said = {
        cell.text.string: other.text.string
        for row, others in zip(before.rows, after.rows, strict=False)
        for cell, other in zip(row, others, strict=False)
    }

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
        category=each_stretch(whole(indicator.category), lambda words: COUNT.sub("", words)),
        name=name,
        unit=unit,
        breakdown=whole(indicator.breakdown) if indicator.breakdown else "",
        **{
            field: said.get(getattr(indicator, field), getattr(indicator, field))
            for field in ("baseline", "target", "annual_growth", "attribute")
        },
    )


def translated_placeholders(
    found: tuple[Placeholder, ...], blocks: dict[str, tuple[Block, Block]], book: Book
) -> tuple[Placeholder, ...]:
    """The n-th X of a paragraph is the n-th of its translation, if both have the same number of them."""
    out = []
    for address in dict.fromkeys(figure.address for figure in found):
        here = [figure for figure in found if figure.address == address]
        spots: list[Span | None] = [
            Span(*match.span()) for match in PLACEHOLDER.finditer(blocks[address][1].text.string)
        ]
        if len(spots) != len(here):
            spots = [None] * len(here)
        out += [
            replace(
                figure,
                quote=in_chinese(figure.quote),
                stands_for=book.tell("subject", figure.stands_for),
                unit=unit_name(figure.unit, book),
                span=spot,
            )
            for figure, spot in zip(here, spots, strict=False)
        ]
    return tuple(out)


def translated_target(target: Target, block: tuple[Block, Block], book: Book) -> Target:
    quote = quote_of(target, *block, book.rules)
    return replace(
        target,
        quote=quote,
        subject=book.tell("subject", target.subject),
        normalized_unit=book.tell("unit", target.normalized_unit),
        per=book.look_up("per", target.per) or in_chinese(target.per),
        context=in_chinese(target.context),
        span=span_in(block[1].text.string, quote, target, book.rules),
        **figures(target, book),
    )


def quote_of(target: Target, before: Block, after: Block, rules: Rules) -> str:
    """Of the sentence that says it, the part with the figure; where sentences do not fit, the one part of the paragraph
    with the figure."""
    if holds_chinese(after.text.string):  # not translated
        return in_chinese(target.quote)
    sentence = sentence_of(target, before, after, rules)
    amount = amount_of(target)
    part = "" if amount.open else part_with_figure(sentence or after.text.string, amount, rules)
    return part or sentence or in_chinese(target.quote)


def span_in(text: str, quote: str, target: Target, rules: Rules) -> Span | None:
    """Where the translated text says the quantity, within the words that are quoted; none where that is not sure."""
    amount = amount_of(target)
    if amount.open or rules.span_of is None or holds_chinese(quote) or text.count(quote) != 1:
        return None
    within, at = rules.span_of(quote, amount), text.index(quote)
    return Span(at + within.start, at + within.end) if within else None


def amount_of(target: Target) -> Amount:
    span = target.span or Span(0, 0)
    return Amount(*span, target.value, target.value_high, target.unit, not in_figures(target))


def in_figures(target: Target) -> bool:
    """280 and 2:1, not X, 十二 or 翻一番, which no translation writes so"""
    return target.status != "placeholder" and target.value.isascii()


def sentence_of(fact: Target | Project, before: Block, after: Block, rules: Rules) -> str:
    if holds_chinese(after.text.string) or fact.span is None:
        return ""
    return aligned_sentence(before.text.string, after.text.string, fact.span.start, rules)


class Figures(TypedDict, total=False):
    value: str
    value_high: str
    unit: str


def figures(target: Target, book: Book) -> Figures:
    """The value in its common unit, whose name is easier to translate: 280 万亩 → 2.8 million mu; what is open, or has no
    such unit, as printed."""
    numbers = [number for number in (target.normalized_value, target.normalized_value_high) if number]
    if target.normalized_unit == RATIO:
        return {"unit": ""}
    if not target.value.isascii() and not numbers:
        return {"value": in_chinese(target.value), "unit": unit_beside(target.unit, book)}
    if target.status == "placeholder" or not numbers or not book.rules.figures_regrouped:
        return {"unit": unit_beside(target.unit, book)}
    if target.normalized_unit == YUAN:
        said, unit = in_large_unit(*numbers)
        return {"value": said[0], "value_high": "".join(said[1:]), "unit": beside_figure(book.say(unit))}
    said, large = in_millions(*numbers)
    unit = unit_of_one(unit_beside(target.normalized_unit, book), numbers, book)
    return {
        "value": said[0],
        "value_high": "".join(said[1:]),
        "unit": (beside_figure(book.say(large)) if large else "") + unit,
    }


def unit_of_one(unit: str, numbers: list[str], book: Book) -> str:
    """1 and “ days” → “ day”"""
    return each_stretch(unit, book.rules.of_one) if numbers == ["1"] else unit


def unit_name(unit: str, book: Book) -> str:
    """万亩 → × 10,000 mu; the wide sign ％ → %"""
    return each_stretch(book.tell("unit", unit), lambda words: words.replace("％", "%"))


def unit_beside(unit: str, book: Book) -> str:
    """A unit that is said like 个 only counts, and the figure says that alone."""
    said = unit_name(unit, book)
    return "" if said == unit_name(COUNTER, book) and book.rules.figures_regrouped else beside_figure(said)


def translated_term_use(mention: Occurrence, block: tuple[Block, Block] | None, book: Book) -> Occurrence:
    """Where the translation says the term, if it says it in the glossary's words: “…, rural revitalisation and …”"""
    words = BRACKETED.sub("", book.look_up(f"term:{mention.name}", mention.name))
    found = re.search(book.rules.whole(words), block[1].text.string, re.IGNORECASE) if words and block else None
    return replace(mention, quote=in_chinese(mention.quote), span=Span(*found.span()) if found else None)


def translated_project(project: Project, block: tuple[Block, Block], book: Book) -> Project:
    return replace(
        project,
        name=book.tell("project", project.name),
        investment=translated_sum(project.investment, book),
        quote=sentence_of(project, *block, book.rules) or in_chinese(project.quote),
        scale=book.tell("project", project.scale),
        place=book.tell("project", project.place),
        proponent=book.tell("project", project.proponent),
    )


def translated_sum(printed: str, book: Book) -> str:
    """“14.5亿元” → 1.45 billion yuan; “9000万元—3亿元” → 90–300 million yuan; “X亿元” → X ×100 million yuan"""
    amounts = find_amounts(printed)
    if not amounts or not book.rules.figures_regrouped:
        return in_chinese(printed)
    if any(amount.open for amount in amounts):
        return amounts[0].low + beside_figure(book.tell("unit", amounts[0].unit))
    said, unit = in_large_unit(
        *(in_common_unit(number, amount.unit) for amount in amounts for number in (amount.low, amount.high) if number)
    )
    return (book.say(RANGE).format(low=said[0], high=said[-1]) if len(said) > 1 else said[0]) + beside_figure(
        book.say(unit)
    )
