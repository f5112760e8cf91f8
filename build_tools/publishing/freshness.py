"""Whether a file to take along is of today's pages: the site never offers yesterday's text beside today's."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def of_texts(content: Path) -> int:
    """When pages and data were last converted; 0 where nothing was. Conversion that changes anything writes all of it
    anew."""
    return newest([*content.glob("pages/*/navigation.json"), content / "data" / "datapackage.json"])


def of_pages(content: Path) -> int:
    """The same, pages that people wrote included."""
    return newest([*content.glob("pages/**/*"), *content.glob("data/**/*")])


def newest(paths: list[Path]) -> int:
    return max((path.stat().st_mtime_ns for path in paths if path.is_file()), default=0)


def is_of(file: Path, since: int) -> bool:
    """The file is there, and was made after the text it is of."""
    return file.is_file() and file.stat().st_mtime_ns >= since


def outdated(files: Iterable[Path], since: int) -> tuple[str, ...]:
    """Names of files that are there and too old to be offered."""
    return tuple(file.name for file in files if file.is_file() and not is_of(file, since))
