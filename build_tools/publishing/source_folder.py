"""The folder of a plan below content/sources: made whole beside its place, then put there, so that a failure leaves all
as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

from ..model.edition import BadInput
from .exchange import exchange, new_of, recover

EDITIONS = "editions"


def place(sources: Path, name: str, files: dict[str, bytes]) -> Path:
    """A new folder with these files."""
    target = sources / name
    if target.exists():
        raise BadInput("add-folder-there", name, place=str(target))
    recover(sources, [target])
    beside = new_of(target)
    beside.mkdir(parents=True)
    for file, data in files.items():
        (beside / file).write_bytes(data)
    exchange(sources, [(beside, target)])
    return target


def take_away(folder: Path) -> None:
    """A folder just made, of a plan that cannot be read after all."""
    shutil.rmtree(folder)


def replace(folder: Path, former: str, edition: str, files: dict[str, bytes], record: bytes) -> Path:
    """The former file moves to editions/<edition>/ with its record; `files` take their places. Nothing else changes."""
    if (folder / EDITIONS / edition).exists():
        raise BadInput("add-edition-there", place=str(folder / EDITIONS / edition))
    recover(folder.parent, [folder])
    beside = new_of(folder)
    shutil.copytree(folder, beside)
    earlier = beside / EDITIONS / edition
    earlier.mkdir(parents=True)
    (beside / former).rename(earlier / former)
    (earlier / "edition.yml").write_bytes(record)
    for file, data in files.items():
        (beside / file).write_bytes(data)
    exchange(folder.parent, [(beside, folder)])
    return folder


def editions_of(folder: Path) -> list[str]:
    """Names of the earlier editions."""
    return sorted(path.name for path in (folder / EDITIONS).glob("*") if path.is_dir())
