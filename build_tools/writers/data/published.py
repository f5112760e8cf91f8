"""What a published table is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Row = tuple[object, ...]  # a value a column


@dataclass(frozen=True)
class Table:
    """A published CSV: its name, a sentence on what it is, and (column, type, what it means)."""

    name: str
    title: str
    columns: tuple[tuple[str, str, str], ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name, _type, _what in self.columns)

    def rows(self, facts: Iterable[Any], made: Mapping[str, Callable[[Any], object]] | None = None) -> list[Row]:
        """A row a fact: in each column what `made` says of the fact, else its own field of that name. A column that is
        neither is an error, and so is something made for no column."""
        makers = made or {}
        if unknown := makers.keys() - set(self.names):
            raise KeyError(f"{self.name}.csv has no column {', '.join(sorted(unknown))}")
        return [
            tuple(makers[name](fact) if name in makers else getattr(fact, name) for name in self.names)
            for fact in facts
        ]
