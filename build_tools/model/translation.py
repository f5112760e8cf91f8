"""What is to be translated, and what has been."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from string import Formatter

CHOICE = "|"  # parts the forms of a noun in a translated string
INTERFACE = "interface"  # the context of every string that stands in a template, not in a plan
STATES = ("missing", "fuzzy", "translated", "reviewed")

# Two signs that Unicode keeps free for programs and that no text may hold: between them stands text in the language of
# the plans.
OPEN, CLOSE = "\ufdd0", "\ufdd1"
HAN = re.compile("[\u4e00-\u9fff]")
WITHOUT_SIGNS = {ord(OPEN): None, ord(CLOSE): None}


@dataclass(frozen=True, slots=True)
class Message:
    """One text to translate. `context` is its address, or “interface”; `places` are (file, line) where it stands."""

    context: str
    text: str
    places: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Translation:
    """One text in another language. `state` is one of STATES; a fuzzy one was made for an earlier wording."""

    text: str
    state: str


def one_or_more(figure: str) -> int:
    """Which form of a noun: the first for “1”, the second for any other figure"""
    return 0 if figure == "1" else 1


class Words(str):
    """A translated string of the program. Filling it does not depend on whether a figure comes as a number: {n:,} of
    “12” is 12

    `form`: which form of a noun goes with a figure in its language: {n} {n:day|days} → 1 day, 2 days
    """

    __slots__ = ("form",)
    form: Callable[[str], int]

    def __new__(cls, text: str, form: Callable[[str], int] = one_or_more) -> Words:
        words = super().__new__(cls, text)
        words.form = form
        return words

    def format(self, *values: object, **named: object) -> str:
        return Filling(self.form).vformat(self, values, named)


class Filling(Formatter):
    def __init__(self, form: Callable[[str], int]) -> None:
        self.form = form

    def format_field(self, value: object, format_spec: str) -> str:
        if CHOICE in format_spec:
            forms = format_spec.split(CHOICE)
            return forms[min(self.form(str(value)), len(forms) - 1)]
        return str(super().format_field(value, format_spec if isinstance(value, int | float) else ""))


def _(text: str) -> str:
    """Marks a string of the program that readers see, so that the catalogue finds it; it is translated where it is
    shown."""
    return text


def has_han(text: str) -> bool:
    return bool(HAN.search(text))


def in_chinese(text: str) -> str:
    """Text that stays as the plans write it, on a page in another language: set between OPEN and CLOSE. “100” reads the
    same anywhere."""
    return f"{OPEN}{text}{CLOSE}" if has_han(text) else text


def without_signs(text: str) -> str:
    """For places that cannot say which language a word is in: attributes, data, names of files."""
    return text.translate(WITHOUT_SIGNS)
