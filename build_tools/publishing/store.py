"""Results of stages, kept below build/ for the next run: a plan as read, plans compared, an edition in another
language, its pages and data, a printed volume.

A result is found again under a key made of all it depends on: what the stage was given, its code and word lists, and
the Python that runs them. What is kept may be deleted at any time; the result not used for longest goes first.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

PACKAGE = Path(__file__).resolve().parent.parent
READING = ("model", "chinese", "languages", "readers", "cleaning", "outline", "analyses", "checks", "curation")
PRINTING = ("pdf.py", "pdf_places.py", "pdf_tags.py", "tails.py", "signs.py", "fonts.py", "typst")
CODE = {  # of each stage; what a later one works on was made by those before, whose code is in the keys it is given
    "plan": ("plan_reading.py", "settings.py", *READING),
    "compared": ("pipeline.py", *READING),
    "translated": ("pipeline.py", "translation", *READING),
    "data": ("pipeline.py", "writers", *READING),
    "pages": ("pipeline.py", "writers", *READING),
    "volume": ("model", *(f"publishing/{part}" for part in PRINTING)),
}
MOST = 500_000_000  # bytes that are kept

Result = TypeVar("Result")


class Store:
    """Results in a folder, a file each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.codes: dict[str, str] = {}

    @cached_property
    def runner(self) -> str:
        """Python, and the packages as they are installed now."""
        return f"{sys.version} {os.stat(sysconfig.get_paths()['purelib']).st_mtime_ns}"

    def key(self, stage: str, *given: str) -> str:
        """The name under which a result is kept, as long as neither what the stage is given nor its code changes."""
        if stage not in self.codes:
            self.codes[stage] = fingerprint(code_of(stage), self.runner)
        return fingerprint([(stage, words.encode("utf-8", "surrogatepass")) for words in given], self.codes[stage])

    def get(self, key: str) -> Any:
        """None for what is not there or cannot be read any more."""
        file = self.folder / key
        try:
            kept = pickle.loads(file.read_bytes())
            os.utime(file)
        except Exception:  # whatever is wrong with a kept result, it is made anew
            return None
        return kept.get(key) if isinstance(kept, dict) else None

    def put(self, key: str, result: object) -> None:
        """A folder that cannot be written to is no trouble: the result is made again next time."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder)
            with os.fdopen(handle, "wb") as file:
                pickle.dump({key: result}, file, protocol=pickle.HIGHEST_PROTOCOL)
            os.replace(name, self.folder / key)
            self.trim()

    def trim(self) -> None:
        kept = sorted(((file, file.stat()) for file in self.folder.iterdir()), key=lambda one: -one[1].st_mtime_ns)
        size = 0
        for file, known in kept:
            size += known.st_size
            if size > MOST:
                file.unlink(missing_ok=True)


def kept(store: Store | None, key: str, make: Callable[[], Result]) -> Result:
    """The result under this key, or made and put there; without a store, or a key, it is made."""
    if store is None or not key:
        return make()
    found: Result | None = store.get(key)
    if found is None:
        found = make()
        store.put(key, found)
    return found


def fingerprint(parts: Iterable[tuple[str, bytes]], before: str = "") -> str:
    """One sum over names and contents, in a fixed order."""
    total = hashlib.sha256(before.encode())
    for name, data in parts:
        total.update(f"{len(name)} {name} {len(data)} ".encode("utf-8", "surrogateescape"))
        total.update(data)
    return total.hexdigest()


def code_of(stage: str) -> Iterator[tuple[str, bytes]]:
    """Modules, word lists and templates."""
    for part in CODE[stage]:
        place = PACKAGE / part
        for path in [place] if place.is_file() else sorted(place.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                yield path.relative_to(PACKAGE).as_posix(), path.read_bytes()


def source_of(folder: Path) -> str:
    """A sum of all that lies in the folder of a plan: its files, and those of its earlier editions."""
    editions = (file for path in sorted(folder.glob("editions/*")) if path.is_dir() for file in files_of(path))
    return fingerprint([*files_of(folder), *editions])


def files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files that lie in a folder, not those in folders below it; the name of the folder is part of a plan's
    address."""
    yield str(folder), b""
    for path in sorted(folder.iterdir()):
        if path.is_file():
            yield path.name, path.read_bytes()
