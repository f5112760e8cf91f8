"""New folders and files take the place of old ones, so that a run stopped at any step loses nothing: the next run
completes it, or puts all back.

What is new is written beside its place, under a hidden name: .pages.new. When all of it is there, a list of what goes
where is written;
from then on the exchange counts as made. Each old part steps aside (.pages.old) until its successor stands in its
place. Whoever comes next goes on where the list says, or, where there is no list yet, takes away what is half written.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

LIST = ".exchange.json"  # in the folder whose parts are exchanged: [[path of the new, path of its place], …]


def new_of(place: Path) -> Path:
    """pages → .pages.new"""
    return place.with_name(f".{place.name}.new")


def old_of(place: Path) -> Path:
    """pages → .pages.old"""
    return place.with_name(f".{place.name}.old")


def exchange(folder: Path, parts: Sequence[tuple[Path, Path]]) -> None:
    """Puts every (new, place), all below `folder`, in place: all of them, or, if this run is stopped before the list
    stands, none."""
    named = [[new.relative_to(folder).as_posix(), place.relative_to(folder).as_posix()] for new, place in parts]
    write_beside(folder / LIST, json.dumps(named, ensure_ascii=False, indent=1).encode("utf-8"))
    try:
        put_in_place(parts)
    except OSError:
        undo(folder)
        raise
    with suppress(OSError):  # all is in its place; what cannot be taken away now, the next run takes away
        tidy(folder, parts)


def write_beside(path: Path, data: bytes) -> None:
    """Beside first, so that nobody sees half a file."""
    try:
        new_of(path).write_bytes(data)
        os.replace(new_of(path), path)
    except OSError:
        new_of(path).unlink(missing_ok=True)
        raise


def complete(folder: Path) -> None:
    """Goes on with the exchange that is listed, from whichever step it reached; nothing where none is."""
    if (folder / LIST).is_file():
        parts = listed(folder)
        put_in_place(parts)
        tidy(folder, parts)


def put_in_place(parts: Sequence[tuple[Path, Path]]) -> None:
    for new, place in parts:
        if new.exists():
            if place.is_dir():
                step_aside(place)
            os.replace(new, place)


def tidy(folder: Path, parts: Sequence[tuple[Path, Path]]) -> None:
    for _new, place in parts:
        remove(old_of(place))
    (folder / LIST).unlink()


def step_aside(place: Path) -> None:
    """Where something stepped aside before, what is at the place was put there by another program meanwhile; it makes
    room."""
    if old_of(place).exists():
        remove(place)
    else:
        place.rename(old_of(place))


def undo(folder: Path) -> None:
    """After a step that the machine refused: every part that stepped aside goes back, as if nothing had been begun."""
    for new, place in listed(folder):
        if old_of(place).exists():
            if place.exists():
                place.rename(new)
            old_of(place).rename(place)
    (folder / LIST).unlink(missing_ok=True)


def listed(folder: Path) -> list[tuple[Path, Path]]:
    return [(folder / new, folder / place) for new, place in json.loads((folder / LIST).read_text(encoding="utf-8"))]


def recover(folder: Path, places: Sequence[Path]) -> None:
    """Whatever an earlier run left in `folder` about `places`: an exchange begun is completed, what was half written
    goes, what stepped aside comes back."""
    if not folder.is_dir():
        return
    complete(folder)
    new_of(folder / LIST).unlink(missing_ok=True)
    for place in places:
        remove(new_of(place))
        if old_of(place).exists() and not place.exists():
            old_of(place).rename(place)
        remove(old_of(place))


def remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
