"""PO ↔ XLIFF 1.1 for tools that prefer it (OmegaT, Trados): one unit an entry, its id is the address; where several texts share one, the text stands behind it."""

from __future__ import annotations

from collections import Counter

import polib
from translate.storage.xliff import xlifffile

from ..model.edition import BadInput
from .po import new_po

AFTER_CONTEXT = "|"


def to_xliff(po: polib.POFile, language: str) -> bytes:
    """Every live entry; obsolete ones have nothing to be worked on and stay in the PO."""
    store = xlifffile(sourcelanguage="zh-Hans", targetlanguage=language)
    texts = Counter(entry.msgctxt or "" for entry in po if not entry.obsolete)
    for entry in po:
        if not entry.obsolete:
            context = entry.msgctxt or ""
            unit = store.addsourceunit(printable(entry, entry.msgid))
            unit.setid(context if texts[context] == 1 else f"{context}{AFTER_CONTEXT}{entry.msgid}")
            if entry.tcomment:
                unit.addnote(printable(entry, entry.tcomment), origin="translator")
            if entry.msgstr:
                unit.target = printable(entry, entry.msgstr)
                unit.markfuzzy(entry.fuzzy)
    return bytes(store)


def from_xliff(data: bytes, language: str, file: str) -> polib.POFile:
    """What the translator sent back, as a PO to lay over the old one."""
    try:
        store = xlifffile.parsestring(data)
    except Exception as error:  # the library hands on whatever its XML parser raises
        raise BadInput(
            f"{file}:1: this is not an XLIFF file ({error}). Export it anew, or ask the translator for XLIFF 1.1 or 1.2."
        ) from None
    po = new_po(language)
    for unit in store.units:
        if unit.source and unit.target:
            context = unit.getid().split("\x04")[-1].partition(AFTER_CONTEXT)[0]
            entry = polib.POEntry(
                msgctxt=context, msgid=str(unit.source), msgstr=str(unit.target), tcomment=unit.getnotes("translator")
            )
            entry.flags = ["fuzzy"] if unit.isfuzzy() else []
            po.append(entry)
    return po


def printable(entry: polib.POEntry, text: str) -> str:
    """XML has no way to write control characters other than tab and line end."""
    if any(ord(sign) < 32 and sign not in "\t\n\r" for sign in text):
        raise BadInput(
            f"{entry.msgctxt}: the text holds a control character that XLIFF cannot carry. Export a .po file instead."
        )
    return text
