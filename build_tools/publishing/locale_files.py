"""One file of translations → disk. Written beside, then swapped, so that a failure leaves the earlier one whole."""

from __future__ import annotations

from pathlib import Path


def write(path: Path, data: bytes) -> bool:
    """True if the file was not yet so."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data)
    beside.replace(path)
    return True
