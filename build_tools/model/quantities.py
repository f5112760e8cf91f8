"""How quantities are said in languages that group figures by three: 280万亩 → 2,800,000 mu; 14.5亿元 → 1,450 million yuan."""

from __future__ import annotations

from decimal import Decimal

from .translation import _

MILLION = 10**6
MILLION_YUAN, YUAN = _("百万元"), _("元")
RANGE = _("{low}—{high}")


def counts_in_wan(language: str) -> bool:
    """Chinese, in any script, groups figures by four (万, 亿) and keeps them as printed."""
    return language.startswith("zh")


def grouped(number: str) -> str:
    """2800000 → 2,800,000; 0.35 → 0.35"""
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdigit() else number


def in_millions(*sums: str) -> tuple[list[str], str]:
    """Sums in yuan as figures of one unit: ("1450000000",) → ["1,450"], 百万元; ("750000",) → ["750,000"], 元"""
    if min(map(Decimal, sums)) < MILLION:
        return [grouped(number) for number in sums], YUAN
    return [grouped(f"{(Decimal(number) / MILLION).normalize():f}") for number in sums], MILLION_YUAN


def beside_figure(unit: str) -> str:
    """The unit as it stands after a figure: a word or × keeps a space from it, “%” does not."""
    return f" {unit}" if unit[:1] == "×" or unit[:1].isascii() and unit[:1].isalpha() else unit
