"""One file of translations → disk. Written beside, then swapped, so that a failure leaves the earlier one whole."""

from __future__ import annotations

from pathlib import Path

from .exchange import new_of, write_beside


def write(path: Path, data: bytes) -> bool:
    """True if the file was not yet so."""
    new_of(path).unlink(missing_ok=True)  # of a run that was stopped
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    write_beside(path, data)
    return True
