"""What is to be translated, and what has been."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Formatter

INTERFACE = "interface"  # the context of every string that stands in a template, not in a plan
STATES = ("missing", "fuzzy", "translated", "reviewed")

# Two signs that Unicode keeps free for programs and that no text may hold: between them stands text in the language of the plans.
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


class Words(str):
    """A translated string of the program. Filling it does not depend on whether a figure comes as a number: {n:,} of
    “12” is 12"""

    __slots__ = ()

    def format(self, *values: object, **named: object) -> str:
        return Filling().vformat(self, values, named)


class Filling(Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        return str(super().format_field(value, format_spec if isinstance(value, int | float) else ""))


def _(text: str) -> str:
    """Marks a string of the program that readers see, so that the catalogue finds it; it is translated where it is shown."""
    return text


def has_han(text: str) -> bool:
    return bool(HAN.search(text))


def in_chinese(text: str) -> str:
    """Text that stays as the plans write it, on a page in another language: set between OPEN and CLOSE. “100” reads the same anywhere."""
    return f"{OPEN}{text}{CLOSE}" if has_han(text) else text


def without_signs(text: str) -> str:
    """For places that cannot say which language a word is in: attributes, data, names of files."""
    return text.translate(WITHOUT_SIGNS)
