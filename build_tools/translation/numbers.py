"""Do the figures of a paragraph stand in its translation? Every number, unit and year there, and none that came from nowhere.

    “280万亩” ~ “2.8 million mu (about 187,000 hectares)”   nothing to say
    “280万亩” ~ “280,000 mu”                                2,800,000 mu missing, hectares missing, 280,000 added
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from polib import POFile

from ..chinese.amounts import Amount, find_amounts
from ..chinese.measures import plain, read_measure
from ..chinese.numerals import to_number
from ..model.translation import INTERFACE
from .english_units import CONVERSIONS, WORDS

DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
ENGLISH = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)(?: (thousand|million|billion|trillion)\b)?")
CHINESE_SCALES = {"万": 10**4, "亿": 10**8}
ENGLISH_SCALES = {None: 1, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
NUMERAL = re.compile(r"[〇零一二两三四五六七八九十百千]+")
YEAR_IN_NUMERALS = re.compile(r"二〇[〇零一二三四五六七八九]{2}")
FIVE_YEAR_PLAN = re.compile(r"(?<![二三四五六七八九])(十[一二三四五]?)五(?=”|期|时|规|纲|末|以|、)|第(十[一二三四五]?)个五年规划")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
SCALE_ALONE = re.compile(r"(?<![0-9一二三四五六七八九十百千余])(万|亿)")  # “(亿元)” over a column, “每万人”
NO_FIGURES = ("COVID-19", "1 jin = 0.5 kg", "15 mu = 1 hectare")  # a name, and what a unit is
ROUNDING = Decimal("0.05")  # a conversion may be rounded by this share
WORDS_TO_TWELVE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SPELLED = re.compile(rf"\b({'|'.join(WORDS_TO_TWELVE)})\b", re.IGNORECASE)
NEAR = (25, 60)  # characters before and after a number in which its unit is looked for


class Figure(NamedTuple):
    """A number in English: its value with the scale word, and the words around it; `spelled` if it is a word."""

    value: Decimal
    around: str
    spelled: bool = False


def check_numbers(chinese: str, english: str) -> tuple[str, ...]:
    """What a translator has to look at, in the order of the Chinese text."""
    for words in NO_FIGURES:
        english = english.replace(words, "")
    figures = list(english_figures(english))
    return tuple(dict.fromkeys((*missing(chinese, english, figures), *added(chinese, figures))))


def check_po(po: POFile) -> list[tuple[str, str, str]]:
    """(place, address, what) for every translation of a plan's text; a fuzzy one is checked once somebody has been through it."""
    return [
        (":".join(entry.occurrences[0]) if entry.occurrences else "", entry.msgctxt, what)
        for entry in po
        if entry.msgstr and entry.msgctxt != INTERFACE and not entry.obsolete and not entry.fuzzy
        for what in check_numbers(entry.msgid, entry.msgstr)
    ]


def english_figures(english: str) -> Iterator[Figure]:
    for match in ENGLISH.finditer(english):
        yield Figure(number(match[1]) * ENGLISH_SCALES[match[2]], around(english, match))
    for match in SPELLED.finditer(english):
        yield Figure(Decimal(WORDS_TO_TWELVE.index(match[1].lower()) + 1), around(english, match), spelled=True)


def around(english: str, match: re.Match) -> str:
    return english[max(0, match.start() - NEAR[0]) : match.start()] + "…" + english[match.end() : match.end() + NEAR[1]]


def missing(chinese: str, english: str, figures: list[Figure]) -> Iterator[str]:
    amounts = find_amounts(chinese)
    for amount in amounts:
        yield from missing_amount(amount, english, figures)
    values = {figure.value for figure in figures} | {Decimal(n) for n, name in enumerate(MONTHS, 1) if name in english and f"{n}月" in chinese}
    for value in plain_numbers(chinese, amounts):
        if value not in values:
            yield f"{plain(value)} is missing"
    for plan in plan_numbers(chinese):
        if f"{plan}th" not in english:
            yield f"the {plan}th Five-Year Plan is missing"
    for match in YEAR_IN_NUMERALS.finditer(chinese):
        if Decimal(to_number(match.group())) not in values:
            yield f"the year {to_number(match.group())} is missing"


def missing_amount(amount: Amount, english: str, figures: list[Figure]) -> Iterator[str]:
    """One quantity: its value with its unit, then the customary conversion."""
    unit = read_measure(amount.unit).unit
    if amount.open:
        if not re.search(r"\bX{1,3}\b", english):
            yield f"the open figure {amount.low}{amount.unit} is missing"
        return
    for value in values_of(amount):
        if not any(near(value * factor, words, figures) for words, factor in WORDS.get(unit, ((("",), Decimal(1)),))):
            yield f"{plain(value)}{' ' + WORDS[unit][0][0][0].strip() if unit in WORDS else ''} ({amount.low}{amount.unit}) is missing"
        elif unit in CONVERSIONS and not any(close(value * factor, words, figures) for words, factor in CONVERSIONS[unit]):
            words, factor = CONVERSIONS[unit][0]
            yield f"the conversion of {amount.low}{amount.unit} is missing: about {plain(rounded(value * factor))} {words[0]}s"


def values_of(amount: Amount) -> list[Decimal]:
    """“3-5万人” → 30000, 50000; “1:2:3” → 1, 2, 3"""
    if amount.unit == "比例":
        return [number(digits) for digits in DIGITS.findall(amount.low)]
    scale = read_measure(amount.unit).scale
    return [number(digits) * scale for digits in (amount.low, amount.high) if digits]


def near(value: Decimal, words: tuple[str, ...], figures: list[Figure]) -> bool:
    """Is the value there, with one of the words around it?"""
    return any(figure.value == value and any(word in figure.around for word in words) for figure in figures)


def close(value: Decimal, words: tuple[str, ...], figures: list[Figure]) -> bool:
    return any(abs(figure.value - value) <= value * ROUNDING and any(word in figure.around for word in words) for figure in figures)


def plain_numbers(chinese: str, amounts: list[Amount]) -> list[Decimal]:
    """Digits that belong to no quantity: 2025年, 4A级, G303 → 2025, 4, 303"""
    taken = {place for amount in amounts for place in range(amount.start, amount.end)}
    return [number(match.group()) for match in DIGITS.finditer(chinese) if match.start() not in taken]


def plan_numbers(chinese: str) -> list[int]:
    """“十四五”时期 → 14"""
    return [to_number(match[1] or match[2]) for match in FIVE_YEAR_PLAN.finditer(chinese)]


def added(chinese: str, figures: list[Figure]) -> Iterator[str]:
    amounts = find_amounts(chinese)
    exact = known_values(chinese, amounts)
    for figure in figures:
        if not figure.spelled and figure.value not in exact and not any(close(value * factor, words, [figure]) for amount in amounts if not amount.open for value in values_of(amount) for words, factor in CONVERSIONS.get(read_measure(amount.unit).unit, ())):
            yield f"{plain(figure.value)} is not in the Chinese text"


def known_values(chinese: str, amounts: list[Amount]) -> set[Decimal]:
    """All values that a translation may name: digits, quantities in any common unit, numerals, the years of a named plan."""
    known = set(plain_numbers(chinese, amounts)) | {Decimal(CHINESE_SCALES[match[1]]) for match in SCALE_ALONE.finditer(chinese)}
    for amount in amounts:
        if amount.open:
            known |= {Decimal(read_measure(amount.unit).scale), Decimal(10**4), Decimal(10**8)}
            continue
        for value in values_of(amount):
            known |= {value * factor for _, factor in WORDS.get(read_measure(amount.unit).unit, (("", Decimal(1)),))}
    for match in NUMERAL.finditer(chinese):
        known |= numeral_values(match.group(), chinese[match.end() : match.end() + 1])
    for plan in plan_numbers(chinese):
        known |= {Decimal(1951 + 5 * plan), Decimal(1955 + 5 * plan), Decimal(plan)}
    return known


def numeral_values(numeral: str, after: str) -> set[Decimal]:
    """二十 → 20; 千 before 亿 → 1000 and 1000 × 10**8; what is no number → none"""
    try:
        value = Decimal(to_number(numeral))
    except ValueError:
        return set()
    return {value, value * CHINESE_SCALES.get(after, 1)}


def rounded(value: Decimal) -> Decimal:
    """186666.67 → 187000"""
    return Decimal(f"{value:.3g}")


def number(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))
