"""Loads content/curated/places.yml: places that the plans name, what kind they are, and what else they are called."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..model.curated import PLACE_KINDS, Place
from .keys import Once, check_keys, check_list, check_one_of, load_entries

KEYS = ("name", "kind", "plan", "aliases", "reason")
NEEDED = ("name", "kind", "plan")


def load_places(path: Path) -> tuple[Place, ...]:
    """A missing file means no places."""
    places, seen = [], Once(path)
    for line, entry in load_entries(path):
        place = load_place(path, entry, line)
        for word in (place.name, *place.aliases):
            seen.see((place.plan, word), line, word)
        places.append(place)
    return tuple(places)


def load_place(path: Path, entry: Any, line: int) -> Place:
    check_keys(path, entry, KEYS, NEEDED, line, others=("aliases",))
    check_one_of(path, entry, "kind", PLACE_KINDS)
    return Place(
        str(entry["name"]),
        str(entry["kind"]),
        str(entry["plan"]),
        check_list(path, entry, "aliases", "[别名, 别名]"),
        str(entry.get("reason") or ""),
        f"{path}:{line}",
    )
