"""What the analyses find in a plan: rows for the published tables."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of the plan's official indicator table. Every value is the printed cell; an empty cell is an empty string."""

    plan: str
    no: str
    category: str
    name: str
    unit: str
    breakdown: str
    baseline_year: str
    baseline: str
    target_year: str
    target: str
    annual_growth: str
    attribute: str
    cumulative: bool
    source_line: int
    address: str


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A figure the draft still leaves open. `start`..`end` is its place in the block's text."""

    plan: str
    address: str
    line: int
    quote: str
    unit: str
    stands_for: str
    start: int
    end: int
