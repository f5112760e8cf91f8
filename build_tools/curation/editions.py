"""Loads edition.yml of each earlier edition of a plan: content/sources/<plan>/editions/<name>/."""

from __future__ import annotations

from pathlib import Path

from ..model.edition import BadInput
from ..model.former import FormerEdition
from .keys import check_date, check_keys, check_one_of, check_words
from .yaml_files import load_yaml

FOLDER, CARD = "editions", "edition.yml"
KEYS, NEEDED = ("name", "date", "file", "reader"), ("name", "file")


def load_editions(folder: Path, readers: tuple[str, ...]) -> tuple[FormerEdition, ...]:
    """Of the plan in this folder, the oldest first: by date where all have one, else by the names of their folders."""
    found = [load_edition(path, readers) for path in sorted((folder / FOLDER).glob("*")) if path.is_dir()]
    return tuple(sorted(found, key=lambda one: one.date) if all(one.date for one in found) else found)


def load_edition(folder: Path, readers: tuple[str, ...]) -> FormerEdition:
    path = folder / CARD
    if not path.is_file():
        raise BadInput("no-such-file", place=str(path))
    entry = load_yaml(path)
    check_keys(path, entry, KEYS, NEEDED, 1)
    check_words(path, entry, ("name", "file"), 200)
    check_one_of(path, entry, "reader", readers)
    if entry.get("date") is not None:
        check_date(path, entry, "date")
    name, date, file, reader = (str(entry.get(key) or "") for key in KEYS)
    return FormerEdition(folder.name, name, date, file, reader)
