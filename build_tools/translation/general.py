"""The words that read the same for every plan: of the pages and tables themselves, of units, of the shipped topics.

They come with the program, so that a publication of one's own does not translate “首页” again.
"""

from __future__ import annotations

from pathlib import Path

import polib

from ..model.translation import INTERFACE
from .po import po_text, read_po

CONTEXTS = (INTERFACE, "unit", "per")
TOPIC = "topic:"


def is_general(entry: polib.POEntry) -> bool:
    context = entry.msgctxt or ""
    return bool(entry.msgstr) and not entry.obsolete and (context in CONTEXTS or context.startswith(TOPIC))


def general_text(path: Path) -> str:
    """The PO at `path` with its general entries alone, without the places where they stand."""
    known = read_po(path)
    kept = polib.POFile(wrapwidth=0)
    kept.header, kept.metadata = known.header, known.metadata
    for entry in filter(is_general, known):
        entry.occurrences = []
        kept.append(entry)
    return po_text(kept)


def lend(po: polib.POFile, path: Path) -> polib.POFile:
    """`po`, its empty entries filled with what the PO at `path` says of the same words in the same place."""
    if path.is_file():
        known = {(entry.msgctxt, entry.msgid): entry for entry in filter(is_general, read_po(path))}
        for entry in po:
            lent = known.get((entry.msgctxt, entry.msgid))
            if lent is not None and not entry.msgstr and not entry.obsolete:
                entry.msgstr, entry.flags, entry.tcomment = lent.msgstr, list(lent.flags), lent.tcomment
    return po
