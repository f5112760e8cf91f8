"""Built pages as trees, each parsed once a process: parsing takes longer than all that is asked of a page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup


@cache
def parsed(path: Path) -> BeautifulSoup:
    """To be looked at, not to be changed."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def pages_below(folder: Path) -> dict[str, BeautifulSoup]:
    """Every page by its path in the folder."""
    return {path.relative_to(folder).as_posix(): parsed(path) for path in sorted(folder.rglob("*.html"))}
