"""Figures in a Chinese text that a translation has to hold: quantities, plain digits, numerals, years, five-year plans,
bounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ...chinese.amounts import Amount
from ...chinese.measures import read_measure
from ...chinese.numerals import to_number

DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
SCALES = {"万": 10**4, "亿": 10**8}
SCALE_ALONE = re.compile(r"(?<![0-9一二三四五六七八九十百千余])(万|亿)")  # “(亿元)” over a column, “每万人”
SCALED = re.compile(r"(\d+(?:\.\d+)?)(万|亿)")  # “20/10万”
NUMERAL = re.compile(r"[〇零一二两三四五六七八九十百千]+")
YEAR_IN_NUMERALS = re.compile(r"二〇[〇零一二三四五六七八九]{2}")
FIVE_YEAR_PLAN = re.compile(
    r"(?<![二三四五六七八九])(十[一二三四五]?)五(?=”|期|时|规|纲|末|以|、)|第(十[一二三四五]?)个五年规划"
)
BOUNDS = {  # what stands at a figure says how it is meant
    "about": re.compile(r"(?<=[\d%％人户个家亩吨元头只处公里年])左右|约(?=\d)"),
    "or more, over": re.compile(
        r"(?<=[\d%％人户个家亩吨元头只套处倍])以上|超过(?=\d)|突破(?=\d)|不低于(?=\d)|不少于(?=\d)"
    ),
    "within, below": re.compile(r"(?<=[\d%％倍])(?:以内|以下)"),
}

# The same for one figure: what stands before it, what stands behind it.
BINDING = (
    ("at least", re.compile(r"(?:不低于|不少于|至少)$"), re.compile(r"(?:及|和|（含）)?以上")),
    ("at most", re.compile(r"(?:不超过|不高于)$"), re.compile(r"以内|之内|及?以下")),
    ("more than", re.compile(r"(?<!不)(?:超过|突破|高于)$"), re.compile(r"(?!)")),
)


def bound_of(chinese: str, amount: Amount) -> str:
    """“|30%|以上” → at least; “突破|3亿元|” → more than; “|5%|以内” → at most; else nothing"""
    before = chinese[: amount.start]
    for name, in_front, behind in BINDING:
        if in_front.search(before[-4:]) or behind.match(chinese, amount.end):
            return name
    return ""


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
    found = {Decimal(SCALES[match[1]]) for match in SCALE_ALONE.finditer(chinese)}
    found |= {number(match[1]) * SCALES[match[2]] for match in SCALED.finditer(chinese)}
    for match in NUMERAL.finditer(chinese):
        try:
            value = Decimal(to_number(match.group()))
        except ValueError:  # 一二三产: a row of numerals, no number
            continue
        found |= {value, value * SCALES.get(chinese[match.end() : match.end() + 1], 1)}
    return found


def number(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))
