"""Marks in built pages that tell of a file of the same folder; nothing is left of them where it is not there.

<!-- size data/a.xlsx -->             61 KB
<!-- file pdf/a.pdf | Whole text -->  a link to it with these words, and its size
<!-- checksum downloads/a.zip -->     its SHA-256
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from pathlib import Path

MARK = re.compile(r"<!-- (size|file|checksum) ([\w./-]+)(?: \|(.*?))? -->")


def fill(folder: Path) -> None:
    for path in sorted(folder.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        filled = fill_page(page, path.parent.relative_to(folder).as_posix(), folder)
        if filled != page:
            path.write_text(filled, encoding="utf-8", newline="\n")


def fill_page(page: str, place: str, folder: Path) -> str:
    """`place`: the folder of the page, seen from the root of the site."""

    def say(mark: re.Match[str]) -> str:
        kind, path, words = mark.groups()
        file = folder / path
        if not file.is_file():
            return ""
        if kind == "checksum":
            return f"<code>{checksum(file)}</code>"
        if kind == "size":
            return size_of(file)
        return (
            f'<a href="{posixpath.relpath(path, place)}">{(words or path).strip()}</a> <span '
            f'class="pr-size">{size_of(file)}</span>'
        )

    return MARK.sub(say, page)


def size_of(file: Path) -> str:
    return in_words(file.stat().st_size)


def in_words(size: int) -> str:
    """90 B, 61 KB, 2.1 MB"""
    if size < 1024:
        return f"{size} B"
    return f"{size // 1024} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def checksum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
