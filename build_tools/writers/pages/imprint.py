"""What the frame round every page says of the site: who runs it, how to reach them, of which day it is. A list beside
the pages, because the frame is laid round them when the site is built."""

from __future__ import annotations

from ...model.edition import Edition
from ..words import layout
from .navigation import as_file

KEYS = ("operator", "contact", "feedback", "address", "edition")


def write(edition: Edition) -> dict[str, str]:
    said = {key: str(edition.site[key]) for key in KEYS if edition.site.get(key)}
    return {f"{layout.folder(edition)}/site.json": as_file(said)}
