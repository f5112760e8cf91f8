"""Loads content/curated/names.yml: names of documents, bodies and terms that were changed, with date and source."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ..model.curated import ChangedName
from ..model.edition import BadInput
from .keys import Once, check_keys, check_one_of, check_words, load_entries

KEYS = ("old", "new", "since", "kind", "source", "certain")
NEEDED = ("old", "new", "since", "kind", "source")
KINDS = ("body", "document", "term", "programme", "company")
SINCE = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def load_changed_names(path: Path) -> tuple[ChangedName, ...]:
    """A missing file means that no name is known to have changed."""
    seen = Once(path)
    return tuple(load_name(path, entry, line, seen) for line, entry in load_entries(path))


def load_name(path: Path, entry: Any, line: int, seen: Once) -> ChangedName:
    check_keys(path, entry, KEYS, NEEDED, line, others=("certain",))
    check_one_of(path, entry, "kind", KINDS)
    check_words(path, entry, ("old", "new", "source"))
    if not SINCE.fullmatch(str(entry["since"])):
        raise BadInput("not-a-date", entry["since"], place=f"{path}:{entry.lines['since']}")
    if not isinstance(entry.get("certain", True), bool):
        raise BadInput("not-true-or-false", "certain", place=f"{path}:{entry.lines['certain']}")
    seen.see(str(entry["old"]), line)
    old, new, since, kind, source = (str(entry[key]) for key in NEEDED)
    if old == new:
        raise BadInput("decides-nothing", old, new, place=f"{path}:{line}")
    return ChangedName(old, new, since, kind, source, entry.get("certain", True), f"{path}:{line}")
