"""Looking translations up: by address and text, or by text alone where a text means the same everywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping

import polib

from ..languages import rules_of
from ..model.address import Address
from ..model.translation import INTERFACE, STATES, Words, has_han, in_chinese
from .po import translations

LINE_END = re.compile(
    r"(?<![ \t])[ \t]*[\r\n]\s*"
)  # none of the program's strings has one: it would end a row or a paragraph


class Book:
    """All translations of a PO. A translation counts only for the very text it was made from."""

    def __init__(self, po: polib.POFile, language: str) -> None:
        self.language, self.rules = language, rules_of(language)
        self.entries = translations(po)
        self.interface: Mapping[str, str] = {
            text: Words(LINE_END.sub(" ", found.text), self.rules.form)
            for (context, text), found in self.entries.items()
            if context == INTERFACE
        }
        self.states: dict[str, str] = {}

    def say(self, text: str) -> str:
        """A string of the program."""
        return self.interface.get(text) or Words(text, self.rules.form)

    def look_up(self, context: str, text: str) -> str:
        """The translation alone; empty if there is none."""
        found = self.entries.get((context, text))
        return found.text if found else ""

    def tell(self, context: str, text: str) -> str:
        """The translation of a text with an address, whose state is noted; what has none is shown in Chinese."""
        if not has_han(text):
            return text
        found = self.entries.get((context, text))
        self.note(context, found.state if found else "missing")
        return found.text if found else in_chinese(text)

    def note(self, context: str, found: str) -> None:
        """The state of a block is that of its least finished part: plan/01@1:r2c3 counts for plan/01@1."""
        address = Address(context).block
        known = self.states.get(address, found)
        self.states[address] = min(known, found, key=STATES.index)
