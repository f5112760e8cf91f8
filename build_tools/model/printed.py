"""What printing tells the rest of the program of a PDF that was made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Printed:
    """`substituted`: signs that no face has, which stand in it by their numbers."""

    file: Path
    language: str
    title: str
    pages: int
    size: int
    substituted: tuple[str, ...] = ()
