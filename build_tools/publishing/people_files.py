"""People's own files, changed for them: each as it was, or as it should be, never half of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..model.edition import BadInput
from .exchange import new_of, write_beside


def put(path: Path, was: bytes | None, now: bytes | None) -> None:
    """`now` in the place of `was`; None: no such file. Raises BadInput where something else stands there meanwhile."""
    if bytes_of(path) != was:
        raise BadInput("changed-meanwhile", place=str(path))
    if now is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    new_of(path).unlink(missing_ok=True)  # of a run that was stopped
    write_beside(path, now)


def bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def seen(paths: Mapping[Path, None]) -> dict[Path, bytes | None]:
    """What stands in each file now."""
    return {path: bytes_of(path) for path in paths}
