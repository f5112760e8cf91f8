"""What a translator has to look at: figures of a plan's text that its translation does not have, strings of the program
that no page could fill."""

from __future__ import annotations

from polib import POEntry, POFile

from ..languages import Rules
from ..model.address import Address
from ..model.tongues import Bilingual
from .placeholders import wrong_fields


def check_po(po: POFile, rules: Rules) -> list[tuple[str, str, Bilingual]]:
    """(place, address, what) for every translation of a plan's text, and for every string of the program.

    A fuzzy text is checked once somebody has been through it; figures only where the language has rules for them.
    """
    return figure_slips(po, rules) + [
        (place_of(entry), f"{entry.msgctxt}, “{entry.msgid}”", Bilingual(what.said("en"), what.said("zh")))
        for entry, what in wrong_fields(po)
    ]


def figure_slips(po: POFile, rules: Rules) -> list[tuple[str, str, Bilingual]]:
    if rules.differences is None:
        return []
    return [
        (place_of(entry), entry.msgctxt, what)
        for entry in po
        if entry.msgstr and Address(entry.msgctxt).units and not entry.obsolete and not entry.fuzzy
        for what in rules.differences(entry.msgid, entry.msgstr)
    ]


def place_of(entry: POEntry) -> str:
    return ":".join(entry.occurrences[0]) if entry.occurrences else ""
