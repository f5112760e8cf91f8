"""The office files of the editor's desk. A file that somebody fills in is never written over: a new one stands beside
it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Each file as it is now. What was there and differs is kept once as …-former, so that nothing filled in is
    lost."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        file = folder / name
        if file.is_file() and file.read_bytes() != data:
            file.replace(free_name(file))
        file.write_bytes(data)


def write_new(file: Path, text: str) -> None:
    """In the place of what a former build wrote there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def free_name(file: Path) -> Path:
    """list.xlsx → list-1.xlsx, or the next that is free"""
    number = 1
    while (other := file.with_stem(f"{file.stem}-{number}")).exists():
        number += 1
    return other


def without_archive(folder: Path, archive: Path) -> Path:
    """The desk is the editors' own: its site is not handed on as a zip. Returns the site's folder."""
    archive.unlink(missing_ok=True)
    archive.with_name(f"{archive.name}.sha256").unlink(missing_ok=True)
    return folder
