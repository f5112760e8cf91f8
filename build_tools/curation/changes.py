"""Loads content/curated/changes.yml: what changed for readers, and why, edition by edition."""

from __future__ import annotations

import re
from pathlib import Path

from ..model.curated import EditionChange
from ..model.edition import BadInput
from .keys import check_keys
from .yaml_files import load_yaml

KEYS = ("date", "what", "reason")


def load_changes(path: Path) -> tuple[EditionChange, ...]:
    """Newest first; a missing file means that nothing was written down."""
    if not path.is_file():
        return ()
    return tuple(
        sorted(
            (load_change(path, entry) for entry in load_yaml(path) or []), key=lambda change: change.date, reverse=True
        )
    )


def load_change(path: Path, entry: object) -> EditionChange:
    check_keys(path, entry, KEYS, KEYS)
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(entry["date"])):
        raise BadInput(f"{path}:{entry.lines['date']}: “{entry['date']}” is not a date. Write it as 2026-11-21.")
    return EditionChange(str(entry["date"]), str(entry["what"]), str(entry["reason"]))
