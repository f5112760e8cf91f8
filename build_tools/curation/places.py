"""Loads content/curated/places.yml: places that the plans name, what kind they are, and what else they are called."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ..model.curated import PLACE_KINDS, Toponym
from ..model.edition import BadInput
from .keys import Once, check_keys, check_list, check_one_of, check_words, load_entries
from .yaml_files import Entry

KEYS = ("name", "kind", "plan", "aliases", "reason")
NEEDED = ("name", "kind", "plan")
BESIDE = re.compile(r"[^\[\]]*\[[^\[\]]+\][^\[\]]*|[^\[\]]+")  # “经[团结]、”, or plain words


def load_places(path: Path) -> tuple[Toponym, ...]:
    """A missing file means no places."""
    places, seen = [], Once(path)
    for line, entry in load_entries(path):
        place = load_place(path, entry, line)
        for word in (place.name, *place.aliases):
            seen.see((place.plan, word), line, word)
        places.append(place)
    return tuple(places)


def load_place(path: Path, entry: Any, line: int) -> Toponym:
    check_keys(path, entry, KEYS, NEEDED, line, others=("aliases",))
    check_one_of(path, entry, "kind", PLACE_KINDS)
    check_words(path, entry, ("name",))
    check_brackets(path, entry, "name", (str(entry["name"]),))
    aliases = check_list(path, entry, "aliases", "[别名, 别名]")
    check_brackets(path, entry, "aliases", aliases)
    return Toponym(
        str(entry["name"]),
        str(entry["kind"]),
        str(entry["plan"]),
        aliases,
        str(entry.get("reason") or ""),
        f"{path}:{line}",
    )


def check_brackets(path: Path, entry: Entry, key: str, words: tuple[str, ...]) -> None:
    """“[团结、” would be found nowhere."""
    for word in words:
        if not BESIDE.fullmatch(word):
            raise BadInput("place-brackets", word, place=f"{path}:{entry.lines[key]}")
