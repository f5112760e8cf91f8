"""Loads plan.yml, what people know about a plan before reading it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ..model.edition import HEADING_LEVELS, BadInput, HeadingRulings, PlanCard
from .keys import check_keys
from .yaml_files import load_yaml

MEDIA = ("scan", "word", "web", "pdf")
LAST = 10**6  # the place of a plan whose card gives none: behind those that have one
COLOURS = ("brick", "teal", "plum", "moss", "ochre", "slate")
CARD_KEYS = {  # key: what it is for; the first four are needed
    "name": "name of the county or district",
    "title": "full title of the plan",
    "period": "first and last year, such as [2021, 2025]",
    "status": "adopted or draft",
    "reader": "format of the file, where it is not recognised",
    "id": "short name in addresses; the folder's name if left out",
    "short": "short name for links",
    "name_en": "English name",
    "title_en": "English title",
    "region": "where it lies",
    "issuer": "who issued the plan",
    "issued": "date of issue",
    "file": "the text file; the only other file in the folder if left out",
    "sha256": "checksum of the text file",
    "origin": "where the text comes from, in a sentence",
    "colour": "one of " + ", ".join(COLOURS),
    "order": "place in lists",
    "numbering_as_printed": "lines whose odd number is the plan's own",
    "medium": "what was received: one of scan, word, web, pdf",
    "headings": "lines, by number or words, that are headings of a level (chapter, section, subsection), or text",
}
NEEDED = ("name", "title", "period", "status")


def find_plans(sources: Path) -> list[Path]:
    """Folders with a plan.yml; a folder without one is an error, so that no plan is left out unseen."""
    if not sources.is_dir():
        raise BadInput(f"{sources}: there is no such folder. Give the folder that holds one folder a plan.")
    folders = sorted(f for f in sources.iterdir() if f.is_dir() and not f.name.startswith("."))
    for folder in folders:
        if not (folder / "plan.yml").is_file():
            raise BadInput(
                f"{folder}/plan.yml:1: there is no such file. Add one with {', '.join(NEEDED)} (see README.md, “A third plan”)."
            )
    if not folders:
        raise BadInput(f"{sources}: the folder holds no plan. Add a folder with the plan's text and a plan.yml.")
    return folders


def load_card(folder: Path, readers: tuple[str, ...]) -> PlanCard:
    """plan.yml of one plan. `readers`: the formats that can be read."""
    path = folder / "plan.yml"
    entry = load_yaml(path)
    check_keys(path, entry, tuple(CARD_KEYS), NEEDED)

    def refuse(key: str, why: str) -> None:
        line = entry.lines[key] if key in entry else 1
        raise BadInput(f"{path}:{line}: {why}")

    identity = str(entry.get("id", folder.name))
    if not re.fullmatch(r"[a-z][a-z0-9-]*", identity):
        refuse(
            "id",
            f"“{identity}” cannot be an address. Use small Latin letters, digits and hyphens, beginning with a letter.",
        )
    if entry.get("reader", readers[0]) not in readers:
        refuse("reader", f"no reader “{entry['reader']}”. Use one of: {', '.join(readers)}, or take the line out.")
    if entry["status"] not in ("adopted", "draft"):
        refuse("status", f"status “{entry['status']}” is not known. Use adopted or draft.")
    period = entry["period"]
    if not (
        isinstance(period, list)
        and len(period) == 2
        and all(isinstance(year, int) for year in period)
        and period[0] <= period[1]
    ):
        refuse("period", "the period must be two years. Write it as [2021, 2025].")
    colour = str(entry.get("colour", ""))
    if colour and colour not in COLOURS:
        refuse("colour", f"colour “{colour}” is not known. Use one of: {', '.join(COLOURS)}.")
    medium = str(entry.get("medium") or "")
    if medium and medium not in MEDIA:
        refuse("medium", f"medium “{medium}” is not known. Use one of: {', '.join(MEDIA)}.")
    checksum = entry.get("sha256")
    if checksum is not None and not re.fullmatch(r"[0-9a-f]{64}", str(checksum)):
        refuse(
            "sha256",
            "sha256 must be the 64 hexadecimal digits of the text file's checksum, in quotes if they are all figures. Mend it or take the line out.",
        )
    lines = entry.get("numbering_as_printed") or []
    if not all(isinstance(line, int) for line in lines):
        refuse("numbering_as_printed", "this must be a list of line numbers. Write it as [120, 340].")
    return PlanCard(
        id=identity,
        name=entry["name"],
        short=str(entry.get("short") or entry["name"]),
        name_en=str(entry.get("name_en") or ""),
        title=entry["title"],
        title_en=str(entry.get("title_en") or ""),
        region=str(entry.get("region") or ""),
        issuer=str(entry.get("issuer") or ""),
        issued=str(entry.get("issued") or ""),
        period=(period[0], period[1]),
        status=entry["status"],
        reader=str(entry.get("reader") or ""),
        file=str(entry.get("file") or the_text_file(folder)),
        sha256=str(entry.get("sha256") or ""),
        origin=str(entry.get("origin") or ""),
        medium=medium,
        colour=colour,
        order=LAST if entry.get("order") is None else int(entry["order"]),
        numbering_as_printed=tuple(lines),
        headings=heading_rulings(path, entry),
    )


def heading_rulings(path: Path, entry: Any) -> HeadingRulings:
    """headings: {chapter: [12, 2026年重点工作], text: [340]} — raises BadInput for anything else."""
    said = entry.get("headings")
    if not said:
        return HeadingRulings()
    line = entry.lines["headings"]
    if not isinstance(said, dict):
        raise BadInput(f"{path}:{line}: headings must say lists by level. Write it as {{chapter: [12], text: [340]}}.")
    check_keys(path, said, HEADING_LEVELS, ())
    for level, wanted in said.items():
        if not isinstance(wanted, list) or not all(isinstance(value, (int, str)) and value for value in wanted):
            raise BadInput(
                f"{path}:{said.lines[level]}: “{level}” must be a list of line numbers or of the lines' words. Write it as [12, 2026年重点工作]."
            )
    return HeadingRulings(**{level: tuple(wanted) for level, wanted in said.items()})


def the_text_file(folder: Path) -> str:
    others = sorted(
        f.name for f in folder.iterdir() if f.is_file() and f.name != "plan.yml" and not f.name.startswith(".")
    )
    if len(others) != 1:
        raise BadInput(
            f"{folder}/plan.yml:1: the folder holds {len(others)} files beside plan.yml. Say which is the text: “file: …”."
        )
    return others[0]


def different_ids(cards: list[tuple[Path, PlanCard]]) -> None:
    """Raises BadInput where two folders claim one id."""
    seen: dict[str, Path] = {}
    for folder, card in cards:
        if card.id in seen:
            raise BadInput(
                f"{folder}/plan.yml:1: the id “{card.id}” is already taken by {seen[card.id]}/plan.yml. Give one of the two another id."
            )
        seen[card.id] = folder
