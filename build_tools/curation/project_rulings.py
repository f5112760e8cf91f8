"""Loads content/curated/projects.yml: which names of a plan people hold to be one project, and which not."""

from __future__ import annotations

from pathlib import Path

from ..model.edition import BadInput
from ..model.facts import ProjectRuling
from .keys import check_keys
from .yaml_files import load_yaml

KEYS = ("plan", "same", "apart", "reason")
NEEDED = ("plan", "reason")


def load_project_rulings(path: Path) -> tuple[ProjectRuling, ...]:
    """A missing file means no decisions."""
    if not path.is_file():
        return ()
    return tuple(load_ruling(path, entry) for entry in load_yaml(path) or [])


def load_ruling(path: Path, entry: object) -> ProjectRuling:
    check_keys(path, entry, KEYS, NEEDED)
    place = f"{path}:{entry.line}"  # type: ignore[attr-defined]
    kinds = [key for key in ("same", "apart") if entry.get(key)]  # type: ignore[attr-defined]
    if len(kinds) != 1 or not isinstance(entry[kinds[0]], list) or len(entry[kinds[0]]) < 2:  # type: ignore[index]
        raise BadInput(
            f"{place}: give either “same” or “apart”, each a list of two names or more. Write it as [甲, 乙]."
        )
    names = tuple(str(name) for name in entry[kinds[0]])  # type: ignore[index]
    return ProjectRuling(entry["plan"], kinds[0] == "same", names, entry["reason"], place)  # type: ignore[index]
