"""What is said of a reading as a whole."""

from __future__ import annotations

from dataclasses import dataclass

WHOLE = ("no-heading", "few-chapters", "front-large", "contents-unmatched")  # problems of the reading as a whole


@dataclass(frozen=True, slots=True)
class Share:
    """`sure` of `all` things of one kind (headings, cuts, tables, figures) are free of doubt."""

    kind: str
    sure: int
    all: int
