"""Where everything lies that is made and may be deleted: nobody else knows."""

from __future__ import annotations

from pathlib import Path


def build_of(out: Path, project: Path) -> Path:
    """build/ of the project for its own content/; for another folder of pages and data, build/ in there."""
    own = out.resolve() == (project / "content").resolve()
    return (project if own else out) / "build"
