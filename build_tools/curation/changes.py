"""Loads content/curated/changes.yml: what changed for readers, and why, edition by edition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..model.curated import EditionChange
from .keys import Once, check_date, check_keys, load_entries

KEYS = ("date", "what", "reason")


def load_changes(path: Path) -> tuple[EditionChange, ...]:
    """Newest first; a missing file means that nothing was written down."""
    seen = Once(path)
    found = [load_change(path, entry, line, seen) for line, entry in load_entries(path)]
    return tuple(sorted(found, key=lambda change: change.date, reverse=True))


def load_change(path: Path, entry: Any, line: int, seen: Once) -> EditionChange:
    check_keys(path, entry, KEYS, KEYS, line)
    check_date(path, entry, "date")
    seen.see((entry["date"], entry["what"]), line, str(entry["what"]))
    return EditionChange(str(entry["date"]), str(entry["what"]), str(entry["reason"]))
