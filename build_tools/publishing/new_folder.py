"""A folder that was not there, or was empty → one with files in it, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ..model.edition import BadInput
from .exchange import new_of, remove

UNSEEN = "."  # .git and the like do no harm


def place(folder: Path, files: Mapping[str, bytes]) -> None:
    """`files` by path below the folder. Raises BadInput where something lies there already."""
    if folder.exists() and not folder.is_dir():
        raise BadInput("new-no-folder", place=str(folder))
    there = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    if any(not name.startswith(UNSEEN) for name in there) or set(there) & {name.split("/")[0] for name in files}:
        raise BadInput("new-not-empty", ", ".join(there[:3]), place=str(folder))
    beside = new_of(folder.absolute())
    remove(beside)
    try:
        for name, data in files.items():
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).write_bytes(data)
        folder.mkdir(parents=True, exist_ok=True)
        for part in sorted(beside.iterdir()):
            os.replace(part, folder / part.name)
    finally:
        remove(beside)
