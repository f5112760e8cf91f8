"""Reading and printing PO, and what a PO entry says about its translation.

A reviewed entry carries a translator's comment line “reviewed”: every gettext tool keeps comments, few keep flags of their own.
"""

from __future__ import annotations

from pathlib import Path

import polib

from ..model.edition import BadInput
from ..model.translation import Translation, without_signs

REVIEWED = "reviewed"
# what an entry of a translator's file does not say; they go when it is laid over the entry that is there
KEEP_STATE, KEEP_NOTES = "keep-state", "keep-notes"
HEAD = "Translations of plans and pages, entry by entry. Unofficial, for information; the Chinese text prevails."
PLURALS = {"en": "nplurals=2; plural=(n != 1);"}


def new_po(language: str) -> polib.POFile:
    """An empty PO. The base path leads from content/curated/locales to content/sources."""
    po = polib.POFile(wrapwidth=0)
    po.header = HEAD
    po.metadata = {
        "Project-Id-Version": "Plan Reader",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Poedit-Basepath": "../../sources",
    }
    if language in PLURALS:
        po.metadata["Plural-Forms"] = PLURALS[language]
    return po


def read_po(path: Path) -> polib.POFile:
    """The PO at `path`. Read by name, because polib splits a string also at signs that are no line ends in a file (U+2028)."""
    if not path.is_file():
        raise BadInput(f"{path}: there is no such file. Mend the name, or make the file with “translate --update”.")
    try:
        return polib.pofile(str(path), wrapwidth=0, encoding="utf-8")
    except UnicodeDecodeError:
        raise BadInput(f"{path}:1: this file is not UTF-8. Save it as UTF-8.") from None
    except (OSError, ValueError) as error:
        raise BadInput(f"{path}: this is not a PO file ({error}). Mend the line, or export the file anew.") from None


def po_text(po: polib.POFile) -> str:
    return str(po).rstrip("\n") + "\n"


def state(entry: polib.POEntry) -> str:
    """One of STATES."""
    if not entry.msgstr:
        return "missing"
    if entry.fuzzy:
        return "fuzzy"
    return "reviewed" if is_reviewed(entry) else "translated"


def is_reviewed(entry: polib.POEntry) -> bool:
    return REVIEWED in entry.tcomment.split("\n")


def without_review(comment: str) -> str:
    """“reviewed”, “ask the bureau” → “ask the bureau”"""
    return "\n".join(line for line in comment.split("\n") if line != REVIEWED)


def translations(po: polib.POFile) -> dict[tuple[str, str], Translation]:
    """(address, text) → translation; missing ones are left out."""
    return {
        (entry.msgctxt or "", entry.msgid): Translation(without_signs(entry.msgstr), state(entry))
        for entry in po
        if entry.msgstr and not entry.obsolete
    }
