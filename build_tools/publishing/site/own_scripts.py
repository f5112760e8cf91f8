"""The scripts that may stand in a page itself: those of the frame's templates, known before anything is built."""

from __future__ import annotations

import re

from ...settings import OVERRIDES
from .theme import THEME

TEMPLATES = (
    "partials/javascripts/base.html",  # where the site keeps what a reader chose
    "partials/javascripts/palette.html",  # brings back light or dark before anything is painted
)
SCRIPT = re.compile(r"<script[^>]*>(.*?)</script>", re.DOTALL)


def own_scripts() -> frozenset[str]:
    """The text of each. A template's own marks in one would make another script of every page, so there are none."""
    found = [script for name in TEMPLATES for script in SCRIPT.findall(source_of(name))]
    if any("{{" in script or "{%" in script for script in found):
        raise ValueError(f"a script in {', '.join(TEMPLATES)} changes from page to page")
    return frozenset(found)


def source_of(name: str) -> str:
    """Our template, or else the theme's."""
    return next(path for path in (OVERRIDES / name, THEME / name) if path.is_file()).read_text(encoding="utf-8")
