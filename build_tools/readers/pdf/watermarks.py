"""A watermark lies under the text: 征求意见稿 in large letters, sloping or across the lines. It is told by its slope, or by
the lines that are printed over it, and goes to the ledger."""

from __future__ import annotations

from collections.abc import Sequence

from .signs import Char, quarter

MOST = 400  # large signs of a page; more are text in two sizes
LARGER = 1.6  # times the type of what is printed over it

Look = tuple[str, float, int]  # face, size, height on the page


def without_watermarks(chars: Sequence[Char]) -> tuple[list[Char], list[Char]]:
    """Signs of the text, and signs that lie under it."""
    under = {look(char) for char in large(chars) if is_printed_over(char, chars)}
    marks = [char for char in chars if quarter(char) is None or look(char) in under]
    gone = {id(char) for char in marks}
    return [char for char in chars if id(char) not in gone], marks


def look(char: Char) -> Look:
    """What the signs of one watermark share."""
    return str(char.get("fontname", "")), round(char["size"], 1), round(char["top"] / 2)


def large(chars: Sequence[Char]) -> list[Char]:
    sizes = sorted(char["size"] for char in chars)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    found = [char for char in chars if char["size"] > LARGER * usual]
    return found if len(found) <= MOST else []


def is_printed_over(char: Char, chars: Sequence[Char]) -> bool:
    """Does the middle of a sign of much smaller type lie inside of this one?"""
    inset = char["size"] * 0.1
    return any(
        other["size"] * LARGER < char["size"]
        and char["x0"] + inset < (other["x0"] + other["x1"]) / 2 < char["x1"] - inset
        and char["top"] + inset < (other["top"] + other["bottom"]) / 2 < char["bottom"] - inset
        for other in chars
    )
