"""How quantities are said in languages that group figures by three: 28万亩 → 280,000 mu; 280万亩 → 2.8 million
mu; 14.5亿元 → 1.45 billion yuan."""

from __future__ import annotations

from decimal import Decimal

from .translation import _

MILLION, BILLION, TEN_BILLION = 10**6, 10**9, 10**10
BILLION_YUAN, MILLION_YUAN, YUAN = _("十亿元"), _("百万元"), _("元")
IN_BILLIONS, IN_MILLIONS = _("十亿"), _("百万")
RANGE = _("{low}—{high}")


def grouped(number: str) -> str:
    """2800000 → 2,800,000; 0.35 → 0.35"""
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdigit() else number


def in_large_unit(*sums: str) -> tuple[list[str], str]:
    """Sums in yuan as figures of one unit: ("750000",) → ["750,000"], 元; ("90000000",) → ["90"], 百万元; ("1450000000",) →
    ["1.45"], 十亿元

    Thousands of millions that need more than three decimals as 十亿元 stay 百万元: 1,391.47 million is easier to read than
    1.39147 billion, but 111.36967 billion easier than 111,369.67 million. No digit is lost either way.
    """
    values = [Decimal(number) for number in sums]
    if min(values) >= TEN_BILLION or (min(values) >= BILLION and not any(value % MILLION for value in values)):
        return [said_in(BILLION, value) for value in values], BILLION_YUAN
    if min(values) >= MILLION:
        return [said_in(MILLION, value) for value in values], MILLION_YUAN
    return [grouped(number) for number in sums], YUAN


def in_millions(*numbers: str) -> tuple[list[str], str]:
    """Figures of anything but money by the same rule; what is less, or has more than three decimals so, stays whole.

    ("2800000",) → ["2.8"], 百万; ("5000000000",) → ["5"], 十亿; ("280000",) → ["280,000"], "";
    ("1234567",) → ["1,234,567"], ""
    """
    values = [Decimal(number) for number in numbers]
    for size, said in ((BILLION, IN_BILLIONS), (MILLION, IN_MILLIONS)):
        if min(values) >= size and not any(value % (size // 1000) for value in values):
            return [said_in(size, value) for value in values], said
    return [grouped(number) for number in numbers], ""


def said_in(unit: int, value: Decimal) -> str:
    return grouped(f"{(value / unit).normalize():f}")


def beside_figure(unit: str) -> str:
    """The unit as it stands after a figure: a word or × keeps a space from it, “%” does not."""
    return " " + unit if unit[:1] == "×" or (unit[:1].isascii() and unit[:1].isalpha()) else unit
