"""Figures as each language writes them: 2.8 million and 280万 are the same value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ..chinese.amounts import Amount
from ..chinese.measures import read_measure
from ..chinese.numerals import to_number

DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
ENGLISH = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)(?: (thousand|million|billion|trillion)\b)?")
ENGLISH_SCALES = {None: 1, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
TO_TWELVE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SPELLED = re.compile(rf"\b({'|'.join(TO_TWELVE)})\b", re.IGNORECASE)
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NEAR = (25, 60)  # characters before and after a number in which its unit is looked for

CHINESE_SCALES = {"万": 10**4, "亿": 10**8}
SCALE_ALONE = re.compile(r"(?<![0-9一二三四五六七八九十百千余])(万|亿)")  # “(亿元)” over a column, “每万人”
SCALED = re.compile(r"(\d+(?:\.\d+)?)(万|亿)")  # “20/10万”
NUMERAL = re.compile(r"[〇零一二两三四五六七八九十百千]+")
YEAR_IN_NUMERALS = re.compile(r"二〇[〇零一二三四五六七八九]{2}")
FIVE_YEAR_PLAN = re.compile(
    r"(?<![二三四五六七八九])(十[一二三四五]?)五(?=”|期|时|规|纲|末|以|、)|第(十[一二三四五]?)个五年规划"
)

# What stands at a figure says how it is meant: (words for the message, in Chinese, in English).
BOUNDS = {
    "about": (
        re.compile(r"(?<=[\d%％人户个家亩吨元头只处公里年])左右|约(?=\d)"),
        re.compile(r"about|around|approximately|nearly", re.IGNORECASE),
    ),
    "or more, over": (
        re.compile(r"(?<=[\d%％人户个家亩吨元头只套处倍])以上|超过(?=\d)|突破(?=\d)|不低于(?=\d)|不少于(?=\d)"),
        re.compile(r"or more|and more|over|above|more than|at least|exceed|upwards", re.IGNORECASE),
    ),
    "within, below": (
        re.compile(r"(?<=[\d%％倍])(?:以内|以下)"),
        re.compile(r"within|below|up to|under|less than|at most|no more than", re.IGNORECASE),
    ),
}


class Figure(NamedTuple):
    """A number in English: its value with the scale word, and the words around it; `spelled` if it is a word."""

    value: Decimal
    around: str
    spelled: bool = False


def english_figures(english: str) -> Iterator[Figure]:
    """“2.8 million mu in June” → 2800000; “one-hour circle” → 1, spelled"""
    for match in ENGLISH.finditer(english):
        yield Figure(number(match[1]) * ENGLISH_SCALES[match[2]], around(english, match))
    for match in SPELLED.finditer(english):
        yield Figure(Decimal(TO_TWELVE.index(match[1].lower()) + 1), around(english, match), spelled=True)


def around(english: str, match: re.Match[str]) -> str:
    return english[max(0, match.start() - NEAR[0]) : match.start()] + "…" + english[match.end() : match.end() + NEAR[1]]


def months_named(chinese: str, english: str) -> set[Decimal]:
    """“6月”, “June” → 6"""
    return {Decimal(n) for n, name in enumerate(MONTHS, 1) if name in english and f"{n}月" in chinese}


def values_of(amount: Amount) -> list[Decimal]:
    """“3-5万人” → 30000, 50000; “3:3:4” → 3, 3, 4"""
    if amount.unit == "比例":
        return [number(digits) for digits in DIGITS.findall(amount.low)]
    scale = read_measure(amount.unit).scale
    return [number(digits) * scale for digits in (amount.low, amount.high) if digits]


def plain_numbers(chinese: str, amounts: Sequence[Amount]) -> list[Decimal]:
    """Digits that belong to no quantity: 2025年, 4A级, G303 → 2025, 4, 303"""
    taken = {place for amount in amounts for place in range(amount.start, amount.end)}
    return [number(match.group()) for match in DIGITS.finditer(chinese) if match.start() not in taken]


def plan_numbers(chinese: str) -> list[int]:
    """“十四五”时期 → 14; 第十五个五年规划 → 15"""
    return [to_number(match[1] or match[2]) for match in FIVE_YEAR_PLAN.finditer(chinese)]


def years_in_numerals(chinese: str) -> list[int]:
    """二〇三五年 → 2035"""
    return [to_number(match.group()) for match in YEAR_IN_NUMERALS.finditer(chinese)]


def numerals(chinese: str) -> set[Decimal]:
    """十项 → 10; 千亿级 → 1000 and 10**11; 万 with no number → 10000; 20/10万 → 100000"""
    found = {Decimal(CHINESE_SCALES[match[1]]) for match in SCALE_ALONE.finditer(chinese)}
    found |= {number(match[1]) * CHINESE_SCALES[match[2]] for match in SCALED.finditer(chinese)}
    for match in NUMERAL.finditer(chinese):
        try:
            value = Decimal(to_number(match.group()))
        except ValueError:  # 一二三产: a row of numerals, no number
            continue
        found |= {value, value * CHINESE_SCALES.get(chinese[match.end() : match.end() + 1], 1)}
    return found


def number(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))
