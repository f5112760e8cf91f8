"""Loads content/curated/projects.yml: which names of a plan people hold to be one project, and which not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..model.edition import BadInput
from ..model.facts import ProjectRuling
from .keys import check_keys, check_list, load_entries

KEYS = ("plan", "same", "apart", "reason")
NEEDED = ("plan", "reason")


def load_project_rulings(path: Path) -> tuple[ProjectRuling, ...]:
    """A missing file means no decisions."""
    return tuple(load_ruling(path, entry, line) for line, entry in load_entries(path))


def load_ruling(path: Path, entry: Any, line: int) -> ProjectRuling:
    check_keys(path, entry, KEYS, NEEDED, line, others=("same", "apart"))
    place = f"{path}:{line}"
    kinds = [key for key in ("same", "apart") if entry.get(key)]
    if len(kinds) != 1:
        raise BadInput("same-or-apart", place=place)
    names = check_list(path, entry, kinds[0], "[甲, 乙]", least=2)
    return ProjectRuling(str(entry["plan"]), kinds[0] == "same", names, str(entry["reason"]), place)
