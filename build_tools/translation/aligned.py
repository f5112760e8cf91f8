"""Which sentence of a translation belongs to a place in a paragraph: the n-th to the n-th where both have as many, and the part that holds the figure."""

from __future__ import annotations

import re

from ..chinese.amounts import Amount
from ..chinese.measures import read_measure
from .english_units import WORDS
from .figures import english_figures, values_of
from .numbers import NO_WORD, near

STOP = re.compile(r"(?<!Co)(?<!Ltd)(?<!No)[.!?]”?(?=\s|$)")
ENDS = (  # in the text, in a translation: sentences first, then the parts between semicolons
    (re.compile(r"[。！？]”?"), STOP),
    (re.compile(r"；"), re.compile(r";(?=\s)")),
)
PART = re.compile(rf"{STOP.pattern}|;(?=\s)")


def aligned_sentence(text: str, translation: str, at: int) -> str:
    """The sentence of `translation` for the one around position `at` of `text`, or its part; empty if the two have not the same number of sentences."""
    found = ""
    for here_end, there_end in ENDS:
        here, there = sentences(text, here_end), sentences(translation, there_end)
        if len(here) != len(there):
            break
        place = place_of(here, at)
        at -= sum(map(len, here[:place]))
        text, translation = here[place], there[place]
        found = translation.strip()
    return found


def part_with_figure(translation: str, amount: Amount) -> str:
    """The one part of a translation, between stops or semicolons, that holds the quantity; empty where none does, or several."""
    parts = [part for part in sentences(translation, PART) if holds(part, amount)]
    return parts[0].strip() if len(parts) == 1 else ""


def holds(part: str, amount: Amount) -> bool:
    figures = list(english_figures(part))
    words = WORDS.get(read_measure(amount.unit).unit, NO_WORD)
    return all(any(near(value * factor, near_by, figures) for near_by, factor in words) for value in values_of(amount))


def place_of(parts: list[str], at: int) -> int:
    """Which part position `at` of the whole is in."""
    end = 0
    for place, part in enumerate(parts):
        end += len(part)
        if at < end:
            return place
    return len(parts) - 1


def sentences(text: str, end: re.Pattern[str]) -> list[str]:
    """Joined, the sentences are the text."""
    out, at = [], 0
    for match in end.finditer(text):
        out.append(text[at : match.end()])
        at = match.end()
    return out + ([text[at:]] if text[at:].strip() or not out else [])
