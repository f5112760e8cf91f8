"""Where everything lies that is made and may be deleted: nobody else knows."""

from __future__ import annotations

from pathlib import Path

from ..settings import root_of


def build_of(out: Path) -> Path:
    """build/ of the publication for its own content/; for another folder of pages and data, build/ in there."""
    return (root_of(out) or out) / "build"
