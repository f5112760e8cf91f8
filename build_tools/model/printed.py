"""What printing tells the rest of the program of a PDF that was made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Printed:
    """`file`: where it lies, `name` its own name; `substituted`: signs that no face has, which stand in it by their
    numbers."""

    file: str
    name: str
    language: str
    title: str
    pages: int
    size: int
    substituted: tuple[str, ...] = ()
