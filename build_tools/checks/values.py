"""Printed quantities as numbers that can be compared: as intervals of what the printed digits may stand for, never as ±
a share."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from ..chinese.amounts import Amount, find_amounts
from ..chinese.measures import common_unit, family, in_common_unit

DIGITS = re.compile(r"[\d.,]+")


class Value(NamedTuple):
    """`number` in `unit`; `step`: half of the last printed digit, within which the true number lies; 0 where things are
    counted."""

    number: Decimal
    step: Decimal
    unit: str
    printed: str
    start: int
    end: int

    def may_be(self, other: Decimal, step: Decimal = Decimal(0)) -> bool:
        return abs(self.number - other) <= self.step + step


def values_in(text: str) -> list[Value]:
    """Every quantity with one figure; ranges, open figures and classes (2000吨级) are left out."""
    return [
        value
        for amount in find_amounts(text)
        if text[amount.end : amount.end + 1] != "级" and (value := value_of(text, amount))
    ]


def value_of(text: str, amount: Amount) -> Value | None:
    if amount.open or amount.high:
        return None
    number = as_decimal(in_common_unit(amount.low, amount.unit))
    one = as_decimal(in_common_unit("1", amount.unit))
    printed = as_decimal(amount.low.replace(",", ""))
    if number is None or one is None or printed is None:
        return None
    exponent = printed.as_tuple().exponent
    digits = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    counted = one == 1 and not digits and family(amount.unit) in ("count", "people", "herd")
    step = Decimal(0) if counted else one * Decimal(5).scaleb(-digits - 1)
    return Value(number, step, common_unit(amount.unit), text[amount.start : amount.end], amount.start, amount.end)


def as_decimal(words: str) -> Decimal | None:
    try:
        return Decimal(words) if words else None
    except InvalidOperation:
        return None


def shown(number: Decimal) -> str:
    """No exponent, at most two decimals: Decimal("10.0301") → 10.03"""
    text = f"{number.quantize(Decimal('0.01')):f}"
    return text.rstrip("0").rstrip(".")


def shown_like(number: Decimal, like: Value) -> str:
    """In the unit of the figure it is compared with: 3900000 like 390万亩 → 390万亩"""
    digits = DIGITS.match(like.printed)
    scale = like.number / Decimal(digits.group().replace(",", "")) if digits and like.number else Decimal(1)
    return shown(number / scale) + (like.printed[digits.end() :] if digits else "")
