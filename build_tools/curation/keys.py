"""Every mapping of people is held to the keys it may have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..model.edition import BadInput


def check_keys(path: Path, entry: Any, known: tuple[str, ...], needed: tuple[str, ...]) -> None:
    """Raises BadInput for a key that is not known, or one that is needed and missing or empty."""
    if not isinstance(entry, dict):
        raise BadInput(f"{path}:1: this should be a list of “key: value” lines. Known keys: {', '.join(known)}.")
    for key in entry:
        if key not in known:
            raise BadInput(f"{path}:{entry.lines[key]}: unknown key “{key}”. Known keys: {', '.join(known)}.")
    for key in needed:
        if entry.get(key) in (None, ""):
            raise BadInput(f"{path}:{entry.line}: “{key}” is missing. Add a line “{key}: …”.")
