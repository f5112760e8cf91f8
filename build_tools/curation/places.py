"""Loads content/curated/places.yml: places that the plans name, what kind they are, and what else they are called."""

from __future__ import annotations

from pathlib import Path

from ..model.curated import Place
from ..model.edition import BadInput
from .keys import check_keys
from .yaml_files import load_yaml

KEYS = ("name", "kind", "plan", "aliases", "reason")
NEEDED = ("name", "kind", "plan")


def load_places(path: Path) -> tuple[Place, ...]:
    """A missing file means no places."""
    if not path.is_file():
        return ()
    places, seen = [], {}
    for entry in load_yaml(path) or []:
        place = load_place(path, entry)
        for word in (place.name, *place.aliases):
            if (place.plan, word) in seen:
                raise BadInput(
                    f"{place.place}: “{word}” already names a place on line {seen[place.plan, word]}. Keep one of the two."
                )
            seen[place.plan, word] = entry.line
        places.append(place)
    return tuple(places)


def load_place(path: Path, entry: object) -> Place:
    check_keys(path, entry, KEYS, NEEDED)
    aliases = entry.get("aliases") or []
    if not isinstance(aliases, list) or not all(isinstance(alias, str) and alias for alias in aliases):
        raise BadInput(f"{path}:{entry.lines['aliases']}: “aliases” must be a list of names. Write it as [别名, 别名].")
    return Place(
        str(entry["name"]),
        str(entry["kind"]),
        str(entry["plan"]),
        tuple(aliases),
        str(entry.get("reason") or ""),
        f"{path}:{entry.line}",
    )
