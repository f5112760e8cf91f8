"""Loads plan.yml, what people know about a plan before reading it."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

from ..model.edition import HEADING_LEVELS, BadInput, HeadingRulings, PlanCard
from ..model.refusals import meant
from .card_text import guessed_keys
from .folder import left_by_a_program
from .keys import check_date, check_keys, check_one_of, check_words
from .letters import letter_of
from .yaml_files import Entry, load_yaml

YES, YES_NO = ("true", "True"), ("true", "True", "false", "False")
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
    "issued": "date of issue; of a draft the day it is of",
    "revision": "of a draft: which one it is, such as 征求意见稿第二稿",
    "letter": "the letter with which the plan was issued, for the official layout in print",
    "file": "the text file; the only other file in the folder if left out",
    "files": "instead of file: the files of a plan that comes in several, in order",
    "sha256": "checksum of the text file",
    "origin": "where the text comes from, in a sentence",
    "colour": "one of " + ", ".join(COLOURS),
    "order": "place in lists",
    "numbering_as_printed": "lines whose odd number is the plan's own",
    "medium": "what was received: one of scan, word, web, pdf",
    "publish_findings": "yes: what the checks find is published with the plan; without it, it stays with the editors",
    "publish_source": "yes: the file as received is published with the plan; of a Word file a copy without comments",
    "headings": "lines, by number or words, that are headings of a level (chapter, section, subsection), or text",
}
ONE_LINE = ("name", "title", "short", "name_en", "title_en", "region", "issuer", "issued", "revision")
OTHER_KINDS = (
    "period",
    "numbering_as_printed",
    "headings",
    "publish_findings",
    "publish_source",
    "letter",
    "files",
)  # whose values are no words
NEEDED = ("name", "title", "period", "status")


RESERVED = frozenset(
    [
        "404",
        "about",
        "assets",
        "changes",
        "cite",
        "citing",
        "compare",
        "corrections",
        "data",
        "downloads",
        "en",
        "glossary",
        "images",
        "index",
        "indicators",
        "javascripts",
        "navigation",
        "offline",
        "overrides",
        "pages",
        "pdf",
        "places",
        "plans",
        "projects",
        "record",
        "search",
        "site",
        "sitemap",
        "sources",
        "stylesheets",
        "targets",
        "topics",
        "zh",
        "con",
        "prn",
        "aux",
        "nul",
        "com1",
        "com2",
        "com3",
        "com4",
        "com5",
        "com6",
        "com7",
        "com8",
        "com9",
        "lpt1",
        "lpt2",
        "lpt3",
        "lpt4",
        "lpt5",
        "lpt6",
        "lpt7",
        "lpt8",
        "lpt9",
    ]
)  # pages and folders of the site, languages, and names that Windows keeps for itself
LONGEST_ID = 40
LANGUAGE = re.compile(r"(?:ar|de|en|es|fr|it|ja|ko|mn|pt|ru|ug|vi|zh|bo)(?:-(?:hans|hant|cn|tw|hk|gb|us))?")
PLAN_FILES = (".yml", ".yaml", ".docx", ".doc", ".wps", ".xlsx", ".pdf", ".txt", ".md", ".html", ".htm", ".json")
MOST_BYTES = 120_000_000  # of a file as received, as readers.limits has it; its text is bounded when it is read


def find_plans(sources: Path, without: Collection[str] = ()) -> list[Path]:
    """Folders with a plan.yml; a folder without one is an error, so that no plan is left out unseen. `without`: folders
    to leave out."""
    if not sources.is_dir():
        raise BadInput("no-sources", place=str(sources))
    beside = sorted(
        f for f in sources.iterdir() if f.is_file() and f.suffix.lower() in PLAN_FILES and not left_by_a_program(f.name)
    )
    beside = [file for file in beside if file.stem.lower() != "readme"]
    if beside:
        raise BadInput("source-beside", place=str(beside[0]))
    all_folders = sorted(f for f in sources.iterdir() if f.is_dir() and not f.name.startswith("."))
    folders = [folder for folder in all_folders if folder.name not in without]
    for folder in folders:
        if not (folder / "plan.yml").is_file():
            nearest = meant("plan.yml", [f.name for f in folder.iterdir() if f.suffix in (".yml", ".yaml")], 0.7)
            error = BadInput("no-card", ", ".join(NEEDED), nearest, place=f"{folder}/plan.yml:1")
            raise error.of_plan(folder.name) if len(folders) > 1 else error
    if not folders:
        raise BadInput("none-left" if all_folders else "no-plan", place=str(sources))
    return folders


def load_card(folder: Path, readers: tuple[str, ...]) -> PlanCard:
    """plan.yml of one plan. `readers`: the formats that can be read."""
    path = folder / "plan.yml"
    entry = load_yaml(path)
    check_keys(path, entry, tuple(CARD_KEYS), NEEDED, others=OTHER_KINDS)
    check_words(path, entry, [key for key in ONE_LINE if entry.get(key) != ""])
    check_words(path, entry, ("file",), 250)
    if re.fullmatch(r"\d{4}-\d+-\d+", str(entry.get("issued"))):
        check_date(path, entry, "issued")
    files = several_files(path, entry)
    identity = str(entry.get("id") or folder.name)
    check_identity(path, entry, identity)
    if entry.get("reader") is not None and str(entry["reader"]) not in readers:
        nearest, names = meant(entry["reader"], readers), ", ".join(readers)
        raise BadInput("reader-unknown", entry["reader"], nearest, names, place=f"{path}:{entry.lines['reader']}")
    for key, known in (
        ("status", ("adopted", "draft")),
        ("colour", COLOURS),
        ("medium", MEDIA),
        ("publish_findings", YES_NO),
        ("publish_source", YES_NO),
    ):
        check_one_of(path, entry, key, known)
    checksum = entry.get("sha256")
    if checksum is not None and not re.fullmatch(r"[0-9a-f]{64}", str(checksum)):
        raise BadInput("sha256-odd", place=f"{path}:{entry.lines['sha256']}")

    def words(key: str, otherwise: str = "") -> str:
        return otherwise if entry.get(key) in (None, "") else str(entry[key])

    return PlanCard(
        id=identity,
        name=words("name"),
        short=words("short", words("name")),
        name_en=words("name_en"),
        title=words("title"),
        title_en=words("title_en"),
        region=words("region"),
        issuer=words("issuer"),
        issued=words("issued"),
        period=period_of(path, entry),
        status=words("status"),
        reader=words("reader"),
        file=files[0] if files else words("file") or the_text_file(folder),
        files=files,
        sha256=words("sha256"),
        origin=words("origin"),
        medium=words("medium"),
        colour=words("colour"),
        order=order_of(path, entry),
        numbering_as_printed=lines_as_printed(path, entry),
        headings=heading_rulings(path, entry),
        publish_findings=str(entry.get("publish_findings")) in YES,
        publish_source=str(entry.get("publish_source")) in YES,
        guessed=guessed_keys(path.read_text(encoding="utf-8")),
        revision=words("revision"),
        letter=letter_of(path, entry),
    )


def check_identity(path: Path, entry: Entry, identity: str) -> None:
    """The id is a folder of the site and a part of every address."""
    place = f"{path}:{entry.lines.get('id', 1)}"
    if not re.fullmatch(r"[a-z][a-z0-9-]*", identity):
        raise BadInput("id-odd", identity, place=place)
    if identity in RESERVED or LANGUAGE.fullmatch(identity):
        raise BadInput("id-reserved", identity, place=place)
    if len(identity) > LONGEST_ID:
        raise BadInput("id-too-long", identity, len(identity), LONGEST_ID, place=place)


def period_of(path: Path, entry: Entry) -> tuple[int, int]:
    """[2021, 2025]: years that there may be a plan for, the first one first"""
    said = entry["period"]
    years = isinstance(said, list) and len(said) == 2 and all(type(year) is int and 1900 < year < 2200 for year in said)
    if not years or said[0] > said[1]:
        raise BadInput("period-odd", place=f"{path}:{entry.lines['period']}")
    return said[0], said[1]


def order_of(path: Path, entry: Entry) -> int:
    said = entry.get("order")
    if said is None:
        return LAST
    if type(said) is not int:
        raise BadInput("not-a-number", "order", said, place=f"{path}:{entry.lines['order']}")
    return said


def lines_as_printed(path: Path, entry: Entry) -> tuple[int, ...]:
    said = entry.get("numbering_as_printed")
    if said is None:
        return ()
    if not isinstance(said, list) or not all(type(line) is int for line in said):
        raise BadInput("not-line-numbers", place=f"{path}:{entry.lines['numbering_as_printed']}")
    return tuple(said)


def check_printed_lines(folder: Path, card: PlanCard, lines: int) -> None:
    """A line that the text does not have is a slip: the doubt that it should settle stays open. Raises BadInput."""
    path = folder / "plan.yml"
    said = [("numbering_as_printed", line) for line in card.numbering_as_printed] + card.headings.all()
    for key, line in said:
        if isinstance(line, int) and not 1 <= line <= lines:
            entry = load_yaml(path)
            entry = entry if key in entry else entry["headings"]
            raise BadInput("line-not-there", key, line, lines, place=f"{path}:{entry.lines[key]}")


def several_files(path: Path, entry: Any) -> tuple[str, ...]:
    """files: [正文.pdf, 附表.xlsx] — raises BadInput for anything else, and beside file."""
    said = entry.get("files")
    if said is None:
        return ()
    place = f"{path}:{entry.lines['files']}"
    if entry.get("file") is not None:
        raise BadInput("file-and-files", place=place)
    if not isinstance(said, list) or not said or not all(isinstance(one, str) and 0 < len(one) <= 250 for one in said):
        raise BadInput("files-odd", place=place)
    if len(set(said)) < len(said):
        raise BadInput("files-twice", next(one for one in said if said.count(one) > 1), place=place)
    return tuple(said)


def heading_rulings(path: Path, entry: Any) -> HeadingRulings:
    """headings: {chapter: [12, 2026年重点工作], text: [340]} — raises BadInput for anything else."""
    said = entry.get("headings")
    if not said:
        return HeadingRulings()
    if not isinstance(said, Entry):
        raise BadInput("headings-odd", place=f"{path}:{entry.lines['headings']}")
    check_keys(path, said, HEADING_LEVELS, (), others=HEADING_LEVELS)
    for level, wanted in said.items():
        if not isinstance(wanted, list) or not all(type(value) in (int, str) and value for value in wanted):
            raise BadInput("heading-lines-odd", level, place=f"{path}:{said.lines[level]}")
    levels = {value: level for level, wanted in said.items() for value in wanted}
    for level, wanted in said.items():
        for value in wanted:
            if levels[value] != level:
                place = f"{path}:{said.lines[levels[value]]}"
                raise BadInput("heading-twice-ruled", value, level, levels[value], place=place)
    return HeadingRulings(**{level: tuple(wanted) for level, wanted in said.items()})


def the_text_file(folder: Path) -> str:
    others = sorted(
        f.name for f in folder.iterdir() if f.is_file() and f.name != "plan.yml" and not left_by_a_program(f.name)
    )
    if len(others) != 1:
        raise BadInput("which-file", len(others), place=f"{folder}/plan.yml:1")
    return others[0]


def received_files(folder: Path, card: PlanCard) -> list[tuple[bytes, Path]]:
    """Every file of the plan, in order, and its place."""
    found = [received(folder, card, name) for name in card.files or (card.file,)]
    if sum(len(data) for data, _ in found) > MOST_BYTES:
        raise BadInput("file-too-large", MOST_BYTES // 1_000_000, place=place_of_file(folder))
    return found


def received(folder: Path, card: PlanCard, name: str = "") -> tuple[bytes, Path]:
    """A file that a card names (the first, if none is asked for), and its place. It lies in the folder of its card and
    nowhere else, not even by a link."""
    name = name or card.file
    path, place = folder / name, place_of_file(folder)
    inside = Path(os.path.abspath(path)).is_relative_to(Path(os.path.abspath(folder))) and not Path(name).is_absolute()
    if not inside or (path.exists() and not path.resolve().is_relative_to(folder.parent.resolve() / folder.name)):
        raise BadInput("file-outside", name, place=place)
    if path.name in ("plan.yml", "edition.yml"):
        raise BadInput("file-is-card", place=place)
    if not path.is_file():
        others = [file.name for file in folder.iterdir() if file.is_file() and file.name != "plan.yml"]
        raise BadInput("file-missing", name, meant(name, others), place=place)
    if path.stat().st_size > MOST_BYTES:
        raise BadInput("file-too-large", MOST_BYTES // 1_000_000, place=f"{path}:1")
    return path.read_bytes(), path


def place_of_file(folder: Path) -> str:
    """The line of plan.yml, or of an earlier edition's edition.yml, that names the file or the files; the first where
    none does."""
    names = [name for name in ("plan.yml", "edition.yml") if (folder / name).is_file()]
    card = folder / (names or ["plan.yml"])[0]
    entry = load_yaml(card)
    lines = entry.lines if isinstance(entry, Entry) else {}
    return f"{card}:{lines.get('file', lines.get('files', 1))}"


def different_ids(cards: list[tuple[Path, PlanCard]]) -> None:
    """Raises BadInput where two folders claim one id."""
    seen: dict[str, Path] = {}
    for folder, card in cards:
        if card.id in seen:
            raise BadInput("id-taken", card.id, f"{seen[card.id]}/plan.yml", place=f"{folder}/plan.yml:1")
        seen[card.id] = folder
