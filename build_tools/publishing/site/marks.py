"""Marks in a page's Markdown that the build fills in, because the writers cannot know what was printed: the list of
PDFs, the workbook.

Sizes are marks once more (publishing/file_marks.py): they are filled in when the files stand in the site.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TypedDict

from .. import workbook
from ..file_marks import in_words
from ..freshness import is_of, of_texts

PDF_TABLE = re.compile(r"<!-- pdf \|(.*?)-->")
WORKBOOK_ROW = re.compile(r"<!-- workbook \|(.*?)-->")
VOLUME = re.compile(r"<!-- volume ([\w-]+) \|(.*?)-->")
OF_PAGES = re.compile(r"pages-\w+\.json")  # what the build itself reads
DESK = ("findings.csv", "checks.csv")


class Volume(TypedDict):
    """A PDF as the printing lists it (build/pdf/list.json)."""

    file: str
    language: str
    title: str
    pages: int
    bytes: int


VOLUMES, CHAPTERS = "list.json", "chapters.json"  # as publishing/pdf.py writes them


def printed(build: Path, pages: Path, listed: str = VOLUMES) -> list[Volume]:
    """The volumes, or the chapters, that `pdf` printed of the text that the pages have, with pages and sizes; none if
    it has not run since."""
    path = build / "pdf" / listed
    if not path.is_file():
        return []
    since = of_texts(pages.parent.parent)
    entries: list[Volume] = json.loads(path.read_text(encoding="utf-8"))
    return [entry for entry in entries if is_of(path.parent / entry["file"], since)]


def shared_files(pages: Path, build: Path) -> list[tuple[str, Path]]:
    """(address on the site, file) of the PDFs, the workbook and the data."""
    data = pages.parent.parent / "data"
    files = [entry["file"] for listed in (VOLUMES, CHAPTERS) for entry in printed(build, pages, listed)]
    found = [(f"pdf/{file}", build / "pdf" / file) for file in files]
    found += [(address, build / workbook.FOLDER / Path(address).name) for address in workbooks(data)]
    return found + [
        (f"data/{path.relative_to(data).as_posix()}", path)
        for path in sorted(data.rglob("*"))
        if path.is_file() and (path.name not in DESK or is_public(path)) and not OF_PAGES.fullmatch(path.name)
    ]


def is_public(table: Path) -> bool:
    """What the checks found is the editors' own, unless the package names it: every plan then says publish_findings."""
    package = table.parent / "datapackage.json"
    named = json.loads(package.read_text(encoding="utf-8"))["resources"] if package.is_file() else []
    return any(resource["path"] == table.name for resource in named)


def fill_marks(text: str, pages: Path, build: Path, up: str = "") -> str:
    """`up`: the way from the page to the home of its language."""
    found = volumes(build, pages)
    chapters = printed(build, pages, CHAPTERS) if VOLUME.search(text) else []
    own = {name_of(entry): entry for entry in (*chapters, *found) if entry in found or entry["language"] == pages.name}
    text = VOLUME.sub(lambda mark: volume(mark.group(2).strip(), own.get(mark.group(1)), up), text)
    text = WORKBOOK_ROW.sub(lambda mark: workbook_row(mark.group(1).strip(), pages), text)
    return PDF_TABLE.sub(lambda mark: pdf_table([words.strip() for words in mark.group(1).split("|")], found), text)


def volumes(build: Path, pages: Path) -> list[Volume]:
    """Those in the language of the page; where none is, all."""
    found = printed(build, pages)
    return [entry for entry in found if entry.get("language") == pages.name] or found


def name_of(entry: Volume) -> str:
    """plan-en.pdf, in English → plan"""
    return Path(entry["file"]).stem.removesuffix(f"-{entry.get('language')}")


def volume(words: str, entry: Volume | None, up: str) -> str:
    """<!-- volume plan | words --> becomes a link to the PDF of a plan in the language of the page; nothing without
    it."""
    return (
        f'[{words}]({up}pdf/{entry["file"]}) <span class="pr-size">{in_words(entry["bytes"])}</span>' if entry else ""
    )


def workbooks(data: Path) -> list[str]:
    """data/plan-reader.xlsx, data/en/plan-reader-en.xlsx: addresses on the site; publishing/workbook.py makes them."""
    return [f"data/{(tables / name).relative_to(data).as_posix()}" for tables, name in workbook.packages(data)]


def workbook_row(what: str, pages: Path) -> str:
    """<!-- workbook | what it is --> becomes a row of the table of downloads, with the workbook in the language of the
    page; nothing without the tables it is made of."""
    found = workbooks(pages.parent.parent / "data")
    own = next((address for address in found if address.startswith(f"data/{pages.name}/")), *found[:1] or [""])
    return f"| [{Path(own).name}]({own}) | {what} | <!-- size {own} --> |" if own else ""


def as_text(words: str) -> str:
    """A title for a cell of a Markdown table: every sign that is no letter, digit or blank becomes an entity."""
    return re.sub(r"[^\w\s]|_", lambda match: f"&#{ord(match.group())};", " ".join(words.split()))


def pdf_table(words: list[str], entries: list[Volume]) -> str:
    """<!-- pdf | heading | file | content | pages | size --> becomes the list of PDFs; nothing without PDFs."""
    heading, *columns = words
    rows = [
        f"| [{as_text(entry['file'])}](pdf/{entry['file']}) | {as_text(entry['title'])} "
        f"| {entry['pages']} | {in_words(entry['bytes'])} |"
        for entry in entries
    ]
    return (
        "\n".join([f"## {heading} {{: #pdf }}", "", f"| {' | '.join(columns)} |", "|---|---|--:|--:|", *rows])
        if rows
        else ""
    )
