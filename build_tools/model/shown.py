"""Text for readers, whose words may be in two languages: what nobody translated stays as the plans write it.

A `Shown` is a str, as `markupsafe.Markup` is: who needs plain text has it. Who cuts it, adds to it, joins it or fills
it into a pattern of the pages keeps the languages; who makes a new text of it (f"…", " ".join, re.sub) must say so
with one of the functions below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, SupportsIndex

CHINESE = "zh-Hans"  # as HTML names the language of the plans


class Stretch(NamedTuple):
    """Words of one language; `language` is empty where it is that of the page."""

    text: str
    language: str = ""


class Shown(str):
    """A text that knows which of its words are in which language. Joined, the stretches are the text."""

    __slots__ = ("stretches",)
    stretches: tuple[Stretch, ...]

    def __new__(cls, stretches: Iterable[Stretch]) -> Shown:
        kept = tuple(one for one in stretches if one.text)
        text = super().__new__(cls, "".join(one.text for one in kept))
        text.stretches = kept
        return text

    def __getitem__(self, part: SupportsIndex | slice) -> str:
        if not isinstance(part, slice):
            return super().__getitem__(part)
        first, last, _step = part.indices(len(self))
        found, at = [], 0
        for one in self.stretches:
            found.append(Stretch(one.text[max(0, first - at) : max(0, last - at)], one.language))
            at += len(one.text)
        return Shown(found)

    def __add__(self, other: str) -> str:
        return together((self, other))

    def __radd__(self, other: str) -> str:
        return together((other, self))

    def rstrip(self, signs: str | None = None, /) -> str:
        return self[: len(str.rstrip(self, signs))]

    def strip(self, signs: str | None = None, /) -> str:
        return self.rstrip(signs)[len(self) - len(str.lstrip(self, signs)) :]

    def __reduce__(self) -> tuple[type[Shown], tuple[tuple[Stretch, ...]]]:
        return Shown, (self.stretches,)


def stretches_of(text: str) -> tuple[Stretch, ...]:
    """A text without languages of its own is one stretch in that of the page."""
    return text.stretches if isinstance(text, Shown) else (Stretch(text),)


def foreign(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, language) of what is in another language than the page."""
    at = 0
    for one in stretches_of(text):
        if one.language:
            yield at, at + len(one.text), one.language
        at += len(one.text)


def holds_chinese(text: str) -> bool:
    """Whether words of it are left in the language of the plans."""
    return any(one.language for one in stretches_of(text))


def together(parts: Iterable[str], between: str = "") -> str:
    """As between.join(parts), with the languages of the parts."""
    found = list(parts)
    if not any(isinstance(part, Shown) for part in found):
        return str.join(between, found)
    stretches = [one for part in found for one in (Stretch(between), *stretches_of(part))]
    return Shown(stretches[1:])


def each_stretch(text: str, change: Callable[[str], str]) -> str:
    """The change made in every stretch by itself: “5 ％” → “5 %”"""
    if not isinstance(text, Shown):
        return change(text)
    return Shown(Stretch(change(one.text), one.language) for one in text.stretches)
