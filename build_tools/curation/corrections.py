"""Loads corrections.yml and site.yml: damage that editors mend, and the words they wrote about the site."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from ..model.curated import Correction
from ..model.edition import BadInput
from .keys import Once, check_id, check_keys, check_link, check_words, load_entries
from .yaml_files import Entry, load_yaml

CORRECTION_KEYS = ("id", "plan", "context", "wrong", "right", "times", "reason")
SITE_KEYS = ("title", "title_en", "motto", "intro", "operator", "address", "edition", "contact", "feedback")
FEEDBACK = re.compile(
    r"https?://(?:[^\s<>\"\\{}]|\{address\})+|(?:mailto:)?[^\s<>\"\\@?&:/]+@[\w-]+(?:\.[\w-]+)+"
)  # a form, or a mailbox


def load_site(path: Path) -> dict[str, str | None]:
    """The words by key; none where the file is missing or empty."""
    entry = load_yaml(path) if path.is_file() else None
    if entry is None:
        return {}
    check_keys(path, entry, SITE_KEYS, ())
    for key, value in entry.items():
        if value is None:
            raise BadInput("nothing-said", key, place=f"{path}:{entry.lines[key]}")
    check_link(path, entry, "address")
    if entry.get("feedback") and not FEEDBACK.fullmatch(str(entry["feedback"])):
        raise BadInput("no-feedback-address", entry["feedback"], place=f"{path}:{entry.lines['feedback']}")
    if "edition" in entry:
        check_edition(path, entry)
    return {key: str(value) for key, value in entry.items()}


def check_edition(path: Path, entry: Entry) -> None:
    """2026, 2026-11, 2026年11月21日: at least a year, and a day that there is"""
    found = [int(figure) for figure in re.findall(r"\d+", str(entry["edition"]))][:3]
    try:
        date(*([*found, 1, 1][:3] if found else (0, 0, 0)))
    except (ValueError, OverflowError):
        raise BadInput("not-a-date", entry["edition"], place=f"{path}:{entry.lines['edition']}") from None


def load_corrections(path: Path) -> tuple[Correction, ...]:
    """`right` may be empty: the wrong words are struck out. A missing file means no corrections."""
    out, ids = [], Once(path)
    for line, entry in load_entries(path):
        check_keys(path, entry, CORRECTION_KEYS, CORRECTION_KEYS, line, may_be_empty=("right",))
        check_id(path, entry)
        ids.see(str(entry["id"]), line)
        if entry["right"] != "":
            check_words(path, entry, ("right",), 2000)
        place = f"{path}:{line}"
        words = {key: str(entry[key]) for key in CORRECTION_KEYS}
        if words["context"].count(words["wrong"]) != 1:
            raise BadInput("correction-context", words["wrong"], words["context"], place=place)
        if words["wrong"] == words["right"]:
            raise BadInput("correction-same", words["wrong"], place=f"{path}:{entry.lines['right']}")
        if not isinstance(entry["times"], int) or entry["times"] < 1:
            raise BadInput("not-a-number", "times", entry["times"], place=f"{path}:{entry.lines['times']}")
        out.append(
            Correction(
                id=words["id"],
                plan=words["plan"],
                context=words["context"],
                wrong=words["wrong"],
                right=words["right"],
                times=entry["times"],
                reason=words["reason"],
                place=place,
            )
        )
    return tuple(out)
