"""Loads content/curated/projects.yml: which names of a plan people hold to be one project, and which not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from ..model.edition import BadInput
from ..model.facts import ProjectRuling
from ..model.problems import Problem
from ..model.refusals import meant
from .keys import check_keys, check_list, load_entries

KEYS = ("plan", "same", "apart", "reason")
NEEDED = ("plan", "reason")


def load_project_rulings(path: Path) -> tuple[ProjectRuling, ...]:
    """A missing file means no decisions."""
    return tuple(load_ruling(path, entry, line) for line, entry in load_entries(path))


def check_projects(rulings: Iterable[ProjectRuling], names: Mapping[str, Collection[str]]) -> list[Problem]:
    """Notes on names that are no project of their plan, so that the entry does nothing; `names`: those of every plan
    that is here."""
    notes = []
    for ruling in rulings:
        known = names.get(ruling.plan)
        file, _, line = ruling.place.rpartition(":")
        for name in ruling.names if known is not None else ():
            if name not in (known or ()):
                notes.append(Problem("note", "project-gone", int(line), (name, meant(name, known or (), 0.7)), file))
    return notes


def load_ruling(path: Path, entry: Any, line: int) -> ProjectRuling:
    check_keys(path, entry, KEYS, NEEDED, line, others=("same", "apart"))
    place = f"{path}:{line}"
    kinds = [key for key in ("same", "apart") if entry.get(key)]
    if len(kinds) != 1:
        raise BadInput("same-or-apart", place=place)
    names = check_list(path, entry, kinds[0], "[甲, 乙]", least=2)
    if len(set(names)) < len(names):
        again = next(name for name in names if names.count(name) > 1)
        raise BadInput("decides-nothing", again, again, place=f"{path}:{entry.lines[kinds[0]]}")
    return ProjectRuling(str(entry["plan"]), kinds[0] == "same", names, str(entry["reason"]), place)
