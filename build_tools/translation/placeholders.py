"""The places in a string of the program that the program fills: “第{n}段”, “找到 # 节”. A translation has the same ones,
in any order."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter
from typing import NamedTuple

import polib

from ..model.edition import BadInput
from ..model.refusals import Refusal
from ..model.translation import CHOICE, INTERFACE

GROUPED = ","  # {n:,} is 12,345: the one thing that a translation may say about the form of a figure
COUNT = "#"  # the theme's own, between blanks: it puts a number there


class Difference(NamedTuple):
    """{n} and {m} → “{n}” is missing, “{m}” is not in the Chinese"""

    lost: tuple[str, ...]
    more: tuple[str, ...]
    broken: bool = False

    def said(self, language: str) -> str:
        if language.startswith("zh"):
            words = [*(f"缺{name}" for name in self.lost), *(f"中文没有{name}" for name in self.more)]
            return "、".join(words) or "有不属于占位符的“{”或“}”"
        words = [
            *(f"{name} is missing" for name in self.lost),
            *(f"{name} is not in the Chinese" for name in self.more),
        ]
        return ", ".join(words) or "it has a “{” or “}” that belongs to no placeholder"


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
        if name is not None and CHOICE not in (form or "")
    }
    return named


def choices(pattern: str) -> set[str]:
    """The figures that a form of a noun goes by: “{n} {n:day|days}” → n"""
    return {name or "" for _, name, form, _ in Formatter().parse(pattern) if CHOICE in (form or "")}


def wrong_fields(po: polib.POFile) -> Iterator[tuple[polib.POEntry, Difference]]:
    """(entry, what is wrong) for every translated string of the program that would lose a figure, or cannot be
    filled."""
    for entry in po:
        if entry.msgctxt == INTERFACE and entry.msgstr and not entry.obsolete:
            wanted, found = fields(entry.msgid), fields(entry.msgstr)
            if wanted and (found != wanted or not choices(entry.msgstr) <= wanted):
                yield entry, difference(wanted, found)
            elif f" {COUNT} " in entry.msgid and COUNT not in entry.msgstr:
                yield entry, difference({COUNT}, set())


def difference(wanted: set[str], found: set[str] | None) -> Difference:
    return Difference((), (), True) if found is None else Difference(names(wanted - found), names(found - wanted))


def names(fields: set[str]) -> tuple[str, ...]:
    return tuple(map(shown, sorted(fields)))


def shown(name: str) -> str:
    return f"“{name}”" if name == COUNT else f"“{{{name}}}”"


def refuse_wrong_fields(po: polib.POFile, file: str = "") -> None:
    """Raises BadInput with file, line and entry of each: a page would lose its figure, or could not be written at
    all."""
    slips = [
        Refusal(
            "fields-differ",
            (entry.msgid, what, ", ".join(map(shown, sorted(fields(entry.msgid) or {COUNT})))),
            f"{file or po.fpath or 'PO'}:{entry.linenum or 1}",
        )
        for entry, what in wrong_fields(po)
    ]
    if slips:
        raise BadInput.together(slips)
