"""What Jinja made of the templates, kept between builds. Templates differ by their text, so that nothing outdated is
taken."""

from __future__ import annotations

from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache


def kept_templates(build: Path) -> BytecodeCache:
    """A folder below build/, never one that others can write into: what lies there is run."""
    folder = build / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))
