"""The places in a string of the program that the program fills: “第{n}段”, “找到 # 节”. A translation has the same ones,
in any order."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

import polib

from ..model.edition import BadInput
from ..model.translation import INTERFACE

GROUPED = ","  # {n:,} is 12,345: the one thing that a translation may say about the form of a figure
COUNT = "#"  # the theme's own, between blanks: it puts a number there


def fields(pattern: str) -> set[str] | None:
    """“第{first}–{last}行” → first, last; “{n:,}” → n. Nothing to be filled is an empty set, what cannot be read as a
    pattern is None."""
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        return None
    named = {
        name + (f"!{turned}" if turned else "") + (f":{form}" if form not in ("", GROUPED) else "")
        for _, name, form, turned in parts
        if name is not None
    }
    return named


def wrong_fields(po: polib.POFile) -> Iterator[tuple[polib.POEntry, str]]:
    """(entry, what is wrong) for every translated string of the program that would lose a figure, or cannot be
    filled."""
    for entry in po:
        if entry.msgctxt == INTERFACE and entry.msgstr and not entry.obsolete:
            wanted, found = fields(entry.msgid), fields(entry.msgstr)
            if wanted and found != wanted:
                yield entry, difference(wanted, found)
            elif f" {COUNT} " in entry.msgid and COUNT not in entry.msgstr:
                yield entry, difference({COUNT}, set())


def difference(wanted: set[str], found: set[str] | None) -> str:
    """{n} and {m} → “{n}” is missing, “{m}” is not in the Chinese"""
    if found is None:
        return "it has a “{” or “}” that belongs to no placeholder"
    lost = [f"{shown(name)} is missing" for name in sorted(wanted - found)]
    return ", ".join(lost + [f"{shown(name)} is not in the Chinese" for name in sorted(found - wanted)])


def shown(name: str) -> str:
    return f"“{name}”" if name == COUNT else f"“{{{name}}}”"


def refuse_wrong_fields(po: polib.POFile) -> None:
    """Raises BadInput with file, line and entry of each: a page would lose its figure, or could not be written at
    all."""
    slips = [
        f"{po.fpath or 'the PO'}:{entry.linenum or 1}: the translation of “{entry.msgid}” does not fit: {what}. "
        f"Write {', '.join(map(shown, sorted(fields(entry.msgid) or {COUNT})))} as in the Chinese."
        for entry, what in wrong_fields(po)
    ]
    if slips:
        raise BadInput("\n".join(slips))
