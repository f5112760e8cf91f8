"""What is to be translated, and what has been."""

from __future__ import annotations

from dataclasses import dataclass

INTERFACE = "interface"  # the context of every string that stands in a template, not in a plan
STATES = ("missing", "fuzzy", "translated", "reviewed")


@dataclass(frozen=True, slots=True)
class Message:
    """One text to translate. `context` is its address, or “interface”; `places` are (file, line) where it stands."""

    context: str
    text: str
    places: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Translation:
    """One text in another language. `state` is one of STATES; a fuzzy one was made for an earlier wording."""

    text: str
    state: str
