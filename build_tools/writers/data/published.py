"""What a published table is."""

from __future__ import annotations

from dataclasses import dataclass

Row = tuple[object, ...]  # a value a column


@dataclass(frozen=True)
class Table:
    """A published CSV: its name, a sentence on what it is, and (column, type, what it means)."""

    name: str
    title: str
    columns: tuple[tuple[str, str, str], ...]
