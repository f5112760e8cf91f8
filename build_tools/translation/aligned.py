"""Which sentence of a translation belongs to a place in a paragraph: the n-th to the n-th where both have as many, and
the part that holds the figure."""

from __future__ import annotations

import re

from ..chinese.amounts import Amount
from ..languages import Rules
from ..languages.zh import PART_END, SENTENCE_END


def aligned_sentence(text: str, translation: str, at: int, rules: Rules) -> str:
    """The sentence of `translation` for the one around position `at` of `text`, or its part; empty if the two have not
    the same number of sentences.

    `rules`: those of the translation's language; where sentences end in a language without rules, nobody knows.
    """
    found = ""
    for here_end, there_end in ((SENTENCE_END, rules.sentence_end), (PART_END, rules.part_end)):
        if there_end is None:
            break
        here, there = sentences(text, here_end), sentences(translation, there_end)
        if len(here) != len(there):
            break
        place = place_of(here, at)
        at -= sum(map(len, here[:place]))
        text, translation = here[place], there[place]
        found = translation.strip()
    return found


def part_with_figure(translation: str, amount: Amount, rules: Rules) -> str:
    """The one part of a translation, between stops or semicolons, that holds the quantity; empty where none does, or
    several."""
    if not rules.holds or not rules.sentence_end or not rules.part_end:
        return ""
    ends = re.compile(rf"{rules.sentence_end.pattern}|{rules.part_end.pattern}")
    parts = [part for part in sentences(translation, ends) if rules.holds(part, amount)]
    return parts[0].strip() if len(parts) == 1 else ""


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
