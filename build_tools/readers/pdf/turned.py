"""A page whose text lies on its side — a wide table bound into an upright booklet — is turned before it is read."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pdfplumber.page import Page

from .signs import quarter

LEAST = 20  # signs; fewer are a mark at the side
RIGHT_ANGLE = 90


def quarter_turns(page: Any) -> int:
    """How often a page must be turned clockwise, by a right angle, until most of its signs stand upright."""
    ways = Counter(quarter(char) for char in page.chars if not char["text"].isspace())
    (way, count), *_ = ways.most_common(1) or [(0, 0)]
    return way or 0 if count >= LEAST else 0


def turned(page: Any, turns: int) -> Any:
    """The same page of the file as it looks after these turns; its layout is still to be made."""
    plain = page.page_obj
    plain.rotate = (plain.rotate + turns * RIGHT_ANGLE) % 360
    plain.attrs = {**plain.attrs, "Rotate": plain.rotate}
    return Page(page.pdf, plain, page.page_number, page.initial_doctop)
