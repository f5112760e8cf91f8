"""Every mapping of people is held to the keys it may have."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ..model.edition import BadInput

INTERNAL = "internal"


def check_keys(path: Path, entry: Any, known: tuple[str, ...], needed: tuple[str, ...]) -> None:
    """Raises BadInput for a key that is not known, or one that is needed and missing or empty. Where there is a
    reason it may be internal."""
    if not isinstance(entry, dict):
        raise BadInput(f"{path}:1: this should be a list of “key: value” lines. Known keys: {', '.join(known)}.")
    for key in entry:
        if key not in known and not (key == INTERNAL and "reason" in known):
            raise BadInput(f"{path}:{entry.lines[key]}: unknown key “{key}”. Known keys: {', '.join(known)}.")
    for key in needed:
        if entry.get(key) in (None, ""):
            raise BadInput(f"{path}:{entry.line}: “{key}” is missing. Add a line “{key}: …”.")
    keep_inside(path, entry)


def keep_inside(path: Path, entry: Any) -> None:
    """A reason beside “internal: true” is for the editors alone: it goes no further than their file."""
    if INTERNAL in entry and not isinstance(entry[INTERNAL], bool):
        raise BadInput(f"{path}:{entry.lines[INTERNAL]}: “{INTERNAL}” is true or false. Write {INTERNAL}: true.")
    if entry.pop(INTERNAL, False):
        entry["reason"] = ""


def check_id(path: Path, entry: Any) -> None:
    """Raises BadInput for an id that could not stand in an address: it becomes an anchor of a page."""
    if not re.fullmatch(r"[A-Za-z0-9][\w.-]*", str(entry["id"])):
        raise BadInput(
            f"{path}:{entry.lines['id']}: the id “{entry['id']}” cannot be an address. Use letters, digits and hyphens."
        )


def check_link(path: Path, entry: Any, key: str) -> None:
    """Raises BadInput for an address that is no link of the web: it is printed, and people click on it."""
    if entry.get(key) and not re.fullmatch(r"https?://[^\s<>\"\\]+", str(entry[key])):
        raise BadInput(
            f"{path}:{entry.lines[key]}: “{entry[key]}” is no address of the web. Write it as https://example.org/."
        )
