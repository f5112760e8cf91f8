"""A place in a text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Signs `start`..`end` of a text, half-open. What has no place in a text has None, never an empty span."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]
