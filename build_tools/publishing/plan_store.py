"""What a plan was read into, kept below build/ for the next run: reading is the longest part of every command.

A plan is found again under a key made of all it depends on: the files in its folder, the decisions of people, the code
and word lists of the stages up to its facts, and the Python that runs them. What is kept may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import sysconfig
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from ..model.edition import Plan

PACKAGE = Path(__file__).resolve().parent.parent
STAGES = ("model", "chinese", "languages", "readers", "cleaning", "outline", "analyses", "checks", "curation")
MOST = 200  # plans that are kept; the one not used for longest goes first


class PlanStore:
    """Plans in a folder, one file a plan."""

    def __init__(self, folder: Path, curated: Path) -> None:
        self.folder = folder
        self.shared = fingerprint([*code(), *decisions(curated)])

    def key(self, plan: Path) -> str:
        """The name under which the plan in this folder is kept, as long as nothing changes."""
        editions = (file for path in sorted(plan.glob("editions/*")) if path.is_dir() for file in files_of(path))
        return fingerprint([*files_of(plan), *editions], self.shared)

    def get(self, key: str) -> Plan | None:
        """None for what is not there or cannot be read any more."""
        file = self.folder / key
        try:
            plan = pickle.loads(file.read_bytes())
            os.utime(file)
        except Exception:  # whatever is wrong with a kept plan, it is read anew
            return None
        return plan if isinstance(plan, Plan) else None

    def put(self, key: str, plan: Plan) -> None:
        """A folder that cannot be written to is no trouble: the plan is read again next time."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder)
            with os.fdopen(handle, "wb") as file:
                pickle.dump(plan, file, protocol=pickle.HIGHEST_PROTOCOL)
            os.replace(name, self.folder / key)
            self.trim()

    def trim(self) -> None:
        kept = sorted(self.folder.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
        for file in kept[MOST:]:
            file.unlink(missing_ok=True)


def fingerprint(files: Iterable[tuple[str, bytes]], before: str = "") -> str:
    """One sum over names and contents, in a fixed order."""
    total = hashlib.sha256(before.encode())
    for name, data in files:
        total.update(f"{len(name)} {name} {len(data)} ".encode("utf-8", "surrogateescape"))
        total.update(data)
    return total.hexdigest()


def code() -> Iterator[tuple[str, bytes]]:
    """The program up to the facts of a plan, and what runs it: Python, and the packages as they are installed now."""
    yield "python", sys.version.encode()
    yield "packages", str(os.stat(sysconfig.get_paths()["purelib"]).st_mtime_ns).encode()
    yield "stages", (PACKAGE / "plan_reading.py").read_bytes()
    for stage in STAGES:
        for path in sorted((PACKAGE / stage).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                yield path.relative_to(PACKAGE).as_posix(), path.read_bytes()


def decisions(curated: Path) -> Iterator[tuple[str, bytes]]:
    """What people decided, without the translations, which no plan is read with."""
    if curated.is_dir():
        yield from files_of(curated)


def files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files that lie in a folder, not those in folders below it; the name of the folder is part of a plan's
    address."""
    yield str(folder), b""
    for path in sorted(folder.iterdir()):
        if path.is_file():
            yield path.name, path.read_bytes()
