"""An error that nobody foresaw: its trace goes into a file below build/, for those who mend the program."""

from __future__ import annotations

from pathlib import Path


def write(build: Path, trace: str) -> Path:
    """The file; the one of the last error is replaced."""
    build.mkdir(parents=True, exist_ok=True)
    path = build / "last-error.txt"
    path.write_text(trace, encoding="utf-8", errors="backslashreplace")
    return path
