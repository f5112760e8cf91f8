"""Figures in an English text: 2.8 million, twelve, June; and the words that say how one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ...model.span import Span

SCALED = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)(?: (thousand|million|billion|trillion)\b)?")
SCALES = {None: 1, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
TO_TWELVE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SPELLED = re.compile(rf"\b({'|'.join(TO_TWELVE)})\b", re.IGNORECASE)
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NEAR = (25, 60)  # characters before and after a number in which its unit is looked for
BOUNDS = {  # by the names that the Chinese ones have
    "about": re.compile(r"about|around|approximately|nearly", re.IGNORECASE),
    "or more, over": re.compile(r"or more|and more|over|above|more than|at least|exceed|upwards", re.IGNORECASE),
    "within, below": re.compile(r"within|below|up to|under|less than|at most|no more than", re.IGNORECASE),
}

# How a figure is bound, by the names of the Chinese ones in `zh.figures`: a translation may not turn one into another.
BOUND_WORDS = {
    "at least": re.compile(
        r"or (?:more|above|higher|over|older|longer|better)|and (?:above|over|more)(?!\s*…)|at least|minimum|upwards"
        r"|(?:no|not) (?:less|fewer|lower|below)|not (?:fall|drop) below",
        re.IGNORECASE,
    ),
    "more than": re.compile(
        r"(?<!\bor )(?<!\band )\b(?:over|above|beyond)\b|(?<!no )(?<!not )more than|(?<!not )(?<!not to )exceed|"
        r"surpass|past",
        re.IGNORECASE,
    ),
    "at most": re.compile(
        r"within|at most|or (?:less|fewer|lower|below|under)|no more than|not (?:more than|exceed|to exceed)|"
        r"below|under\b|up to"
        r"|no (?:higher|longer) than",
        re.IGNORECASE,
    ),
}


class Figure(NamedTuple):
    """A number with its scale word, and the words around it; `spelled` if it is a word."""

    value: Decimal
    around: str
    span: Span
    spelled: bool = False


def figures_in(english: str) -> Iterator[Figure]:
    """“2.8 million mu in June” → 2800000; “one-hour circle” → 1, spelled"""
    for match in SCALED.finditer(english):
        yield Figure(Decimal(match[1].replace(",", "")) * SCALES[match[2]], around(english, match), Span(*match.span()))
    for match in SPELLED.finditer(english):
        yield Figure(Decimal(TO_TWELVE.index(match[1].lower()) + 1), around(english, match), Span(*match.span()), True)


def around(english: str, match: re.Match[str]) -> str:
    return english[max(0, match.start() - NEAR[0]) : match.start()] + "…" + english[match.end() : match.end() + NEAR[1]]


def months_named(chinese: str, english: str) -> set[Decimal]:
    """“6月”, “June” → 6"""
    return {Decimal(n) for n, name in enumerate(MONTHS, 1) if name in english and f"{n}月" in chinese}
