"""Reading and printing PO, and what a PO entry says about its translation.

A reviewed entry carries a translator's comment line “reviewed”: every gettext tool keeps comments, few keep flags of
their own.
"""

from __future__ import annotations

import re
from pathlib import Path

import polib

from ..languages import rules_of
from ..model.edition import BadInput
from ..model.tongues import Bilingual
from ..model.translation import Translation

REVIEWED = "reviewed"
# what an entry of a translator's file does not say; they go when it is laid over the entry that is there
KEEP_STATE, KEEP_NOTES = "keep-state", "keep-notes"
HEAD = "Translations of plans and pages, entry by entry. Unofficial, for information; the Chinese text prevails."
CONTROL_SIGN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


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
    if forms := rules_of(language).plural_forms:
        po.metadata["Plural-Forms"] = forms
    return po


def read_po(path: Path) -> polib.POFile:
    """The PO at `path`. Read by name, because polib splits a string also at signs that are no line ends in a file
    (U+2028)."""
    if not path.is_file():
        raise BadInput("po-missing", place=str(path))
    try:
        check_lines(path)
        po = polib.pofile(str(path), wrapwidth=0, encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BadInput("not-utf-8", place=f"{path}:{error.object.count(10, 0, error.start) + 1}") from None
    except (OSError, ValueError) as error:
        line = re.search(r"line (\d+)", str(error))
        what = re.sub(r"Syntax error in po file .*\(line \d+\)(?:: )?", "", str(error)) or OUT_OF_PLACE
        raise BadInput("po-broken", what, place=f"{path}:{line[1] if line else 1}") from None
    check_once(path, po)
    return po


OUT_OF_PLACE = Bilingual("a keyword stands where it cannot stand", "关键词的位置不对")
MERGE = ("<<<<<<< ", ">>>>>>> ")  # what a merge of two versions leaves where they do not agree
LINE = re.compile(r'(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)[ \t]+)?".*"[ \t]*$|#|[ \t]*$')


def check_lines(path: Path) -> None:
    """polib passes over words without quotes, and their translation is gone."""
    text = path.read_bytes().decode("utf-8-sig")
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip("\r").lstrip(" \t")
        if words.startswith(MERGE):
            raise BadInput("merge-marks", words, place=f"{path}:{number}")
        if not LINE.match(words):
            raise BadInput("po-line", words[:40], place=f"{path}:{number}")


def refuse_control_signs(po: polib.POFile, file: str = "") -> None:
    """A control sign, written as it is or as an escape, is no word of a translation. Raises BadInput."""
    for entry in po:
        for words in (entry.msgstr, *entry.msgstr_plural.values()):
            if found := CONTROL_SIGN.search(words):
                raise BadInput(
                    "po-control-sign", ord(found.group()), place=f"{file or po.fpath or 'PO'}:{entry.linenum or 1}"
                )


def check_once(path: Path, po: polib.POFile) -> None:
    """The second of two entries would be read by nobody."""
    seen: set[tuple[str | None, str]] = set()
    for entry in po:
        key = (entry.msgctxt, entry.msgid)
        if key in seen and not entry.obsolete:
            raise BadInput("po-twice", entry.msgctxt or entry.msgid[:40], place=f"{path}:{entry.linenum}")
        seen.add(key)


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
        (entry.msgctxt or "", entry.msgid): Translation(entry.msgstr, state(entry))
        for entry in po
        if entry.msgstr and not entry.obsolete
    }
