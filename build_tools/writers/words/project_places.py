"""The places of a project as a reader looks for them: by the name of the town, river or road, whatever else the plan
says of the place."""

from __future__ import annotations

import re

from ...chinese.words import bare
from ...model.curated import Toponym
from ...model.edition import Edition, Plan
from ...model.facts import Project
from .markdown import attribute, cell

PARTS = re.compile(r"；|;\s")
BETWEEN = "|"  # what the script of the tables splits the values of a cell at


def place_cells(plan: Plan, edition: Edition) -> dict[Project, str]:
    """Cell of the place for each mention: the words of the plan, with the names to filter by."""
    original = next(other for other in (edition.original or edition).plans if other.card.id == plan.card.id)
    names = names_of([place for place in edition.places if place.plan == plan.card.id])
    return {
        project: place_cell(project.place, names_in(written.place, names))
        for project, written in zip(plan.projects, original.projects, strict=False)
        if project.place
    }


def names_of(places: list[Toponym]) -> dict[str, str]:
    """Name or other name in the plan → name to show: 柳条 → 柳条乡. Names that hold only in their context are left out."""
    out: dict[str, str] = {}
    for place in places:
        own = place.original or place.name
        for name in (own, *place.aliases):
            if name == bare(name):
                out.setdefault(name, bare(place.name))
    return out


def names_in(words: str, names: dict[str, str]) -> list[str]:
    """“某市甲乡乙村” → 甲乡, “甲镇；乙镇” → both: the listed names in the words, but none inside a longer one."""
    there = [name for name in names if name in words]
    longest = [name for name in there if not any(name != other and name in other for other in there)]
    return list(dict.fromkeys(names[name] for name in sorted(longest, key=words.index)))


def place_cell(words: str, names: list[str]) -> str:
    """The words, and where they say more or less than one listed name, the names (else the parts) to filter by."""
    values = names or PARTS.split(words)
    return (
        cell(words)
        if values == [words]
        else f'<span data-values="{attribute(BETWEEN.join(values))}">{cell(words)}</span>'
    )
