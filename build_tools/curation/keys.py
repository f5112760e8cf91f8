"""Every mapping of people is held to the keys it may have, and every value to its kind. Raises BadInput with file, line
and remedy."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from ..model.edition import BadInput
from ..model.refusals import meant
from .yaml_files import Entry, Items, load_yaml, wrong_colon

INTERNAL = "internal"
UNWRITTEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029]"
)  # signs that turn the direction are text: the pages isolate them


def load_entries(path: Path) -> Iterator[tuple[int, Any]]:
    """(line, entry) of a file that is a list of entries; a missing or empty file has none."""
    return entries_of(path, load_yaml(path) if path.is_file() else None)


def entries_of(path: Path, value: Any, line: int = 1) -> Iterator[tuple[int, Any]]:
    if value is None:
        return
    if not isinstance(value, Items):
        raise wide_colon(path, getattr(value, "line", line)) or BadInput("not-a-list", place=f"{path}:{line}")
    yield from zip(value.lines, value, strict=True)


def wide_colon(path: Path, line: int) -> BadInput | None:
    """Words where keys should be: is it because of a full-width colon?"""
    return wrong_colon(path, path.read_text(encoding="utf-8-sig").splitlines(), line)


def check_keys(
    path: Path,
    entry: Any,
    known: tuple[str, ...],
    needed: tuple[str, ...],
    line: int = 1,
    others: Collection[str] = (),
    may_be_empty: Collection[str] = (),
) -> None:
    """A key that is not known; one that is needed and missing or empty; a list or mapping where words should stand,
    save in `others`."""
    if not isinstance(entry, Entry):
        raise wide_colon(path, line) or BadInput("not-a-mapping", ", ".join(known), place=f"{path}:{line}")
    for key in entry:
        if key not in known and not (key == INTERNAL and "reason" in known):
            names = ", ".join(known)
            raise BadInput("key-unknown", key, meant(key, known), names, place=f"{path}:{entry.lines[key]}")
    for key in needed:
        if entry.get(key) is None or (entry[key] == "" and key not in may_be_empty):
            raise BadInput("key-missing", key, place=f"{path}:{entry.lines.get(key, entry.line)}")
    for key, value in entry.items():
        if key not in others and key != INTERNAL and isinstance(value, (list, dict, bool)):
            raise BadInput("not-words", key, place=f"{path}:{entry.lines[key]}")
    keep_inside(path, entry)


def keep_inside(path: Path, entry: Entry) -> None:
    """A reason beside “internal: true” is for the editors alone: it goes no further than their file."""
    if INTERNAL in entry and not isinstance(entry[INTERNAL], bool):
        raise BadInput("not-true-or-false", INTERNAL, place=f"{path}:{entry.lines[INTERNAL]}")
    if entry.pop(INTERNAL, False):
        entry["reason"] = ""


def check_list(path: Path, entry: Entry, key: str, example: str, least: int = 0) -> tuple[str, ...]:
    """The words of a list; a missing one has none."""
    value = entry.get(key)
    if value is None:
        return ()
    words = isinstance(value, list) and all(isinstance(word, (str, int)) and str(word) for word in value)
    if not words or len(value) < least:
        raise BadInput("not-a-list-of-words", key, example, place=f"{path}:{entry.lines[key]}")
    if any(UNWRITTEN.search(str(word).rstrip("\n")) for word in value):
        raise BadInput("not-one-line", key, 2000, place=f"{path}:{entry.lines[key]}")
    return tuple(map(str, value))


def check_one_of(path: Path, entry: Entry, key: str, known: Collection[str]) -> None:
    """A value out of a closed list."""
    if entry.get(key) is not None and str(entry[key]) not in known:
        names, place = ", ".join(known), f"{path}:{entry.lines[key]}"
        raise BadInput("value-unknown", key, entry[key], meant(entry[key], known), names, place=place)


def check_date(path: Path, entry: Entry, key: str) -> None:
    said = str(entry[key])
    try:
        date.fromisoformat(said if re.fullmatch(r"\d{4}-\d\d-\d\d", said) else "")
    except ValueError:
        raise BadInput("not-a-date", said, place=f"{path}:{entry.lines[key]}") from None


def check_words(path: Path, entry: Entry, keys: Collection[str], longest: int = 400) -> None:
    """Words that stand in one line of a page: a title, a name. No line end, no control sign, not blank, no essay."""
    for key in keys:
        said = entry.get(key)
        if said is not None and (not str(said).strip() or len(str(said)) > longest or UNWRITTEN.search(str(said))):
            raise BadInput("not-one-line", key, longest, place=f"{path}:{entry.lines[key]}")


def check_id(path: Path, entry: Any) -> None:
    """An id that could not stand in an address: it becomes an anchor of a page."""
    if not re.fullmatch(r"[A-Za-z0-9][\w.-]{0,79}", str(entry["id"])):
        raise BadInput("id-no-address", entry["id"], place=f"{path}:{entry.lines['id']}")


def check_link(path: Path, entry: Any, key: str) -> None:
    """An address that is no link of the web: it is printed, and people click on it."""
    if entry.get(key) and not re.fullmatch(r"https?://[^\s<>\"\\]+", str(entry[key])):
        raise BadInput("no-web-address", entry[key], place=f"{path}:{entry.lines[key]}")


class Once:
    """Refuses what stands twice, with both lines."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines: dict[Any, int] = {}

    def see(self, what: Any, line: int, shown: str = "") -> None:
        if what in self.lines:
            raise BadInput("entry-twice", shown or what, self.lines[what], place=f"{self.path}:{line}")
        self.lines[what] = line
