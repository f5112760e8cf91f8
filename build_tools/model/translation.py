"""What is to be translated, and what has been."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from .shown import CHINESE, Shown, Stretch, together

CHOICE = "|"  # parts the forms of a noun in a translated string
INTERFACE = "interface"  # the context of every string that stands in a template, not in a plan
STATES = ("missing", "fuzzy", "translated", "reviewed")

HAN = re.compile("[\u4e00-\u9fff]")


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

    def join(self, parts: Iterable[str]) -> str:
        return together(parts, self)

    def format(self, *values: object, **named: object) -> str:
        """What is filled in keeps its language."""
        return together(
            part
            for words, name, spec, _conversion in Formatter().parse(self)
            for part in (words, "" if name is None else self.filled(value_of(name, values, named), spec or ""))
        )

    def filled(self, value: object, spec: str) -> str:
        if CHOICE in spec:
            forms = spec.split(CHOICE)
            return forms[min(self.form(str(value)), len(forms) - 1)]
        return value if isinstance(value, str) else format(value, spec if isinstance(value, int | float) else "")


def value_of(name: str, values: Sequence[object], named: Mapping[str, object]) -> object:
    return values[int(name)] if name.isdigit() else named[name]


def _(text: str) -> str:
    """Marks a string of the program that readers see, so that the catalogue finds it; it is translated where it is
    shown."""
    return text


def has_han(text: str) -> bool:
    return bool(HAN.search(text))


def in_chinese(text: str) -> str:
    """Text that stays as the plans write it, on a page in another language. “100” reads the same anywhere."""
    return Shown([Stretch(text, CHINESE)]) if has_han(text) else text
