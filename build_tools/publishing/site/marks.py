"""Marks in a page's Markdown that the build fills in, because the writers cannot know what was printed: the list of PDFs, the workbook.

Sizes are marks once more (publishing/file_marks.py): they are filled in when the files stand in the site.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

PDF = re.compile(r"<!-- pdf \|(.*?)-->")
WORKBOOK = re.compile(r"<!-- workbook \|(.*?)-->")
WORKBOOK_FILE = "tables/plan-reader.xlsx"  # below build/; served at /data/


def build_folder(pages: Path) -> Path:
    """content/pages/zh → build; of another --out folder: build in there."""
    out = pages.parent.parent
    return (out.parent if out.name == "content" else out) / "build"


def printed(pages: Path) -> list[dict]:
    """The volumes that `pdf` printed, with pages and sizes; none if it has not run."""
    path = build_folder(pages) / "pdf" / "list.json"
    return [entry for entry in json.loads(path.read_text(encoding="utf-8")) if (path.parent / entry["file"]).is_file()] if path.is_file() else []


def fill_marks(text: str, pages: Path, first: bool = True) -> str:
    """`first`: the page is of the language that has volumes without a language of their own."""
    text = WORKBOOK.sub(lambda mark: workbook_row(mark.group(1).strip(), pages), text)
    return PDF.sub(lambda mark: pdf_table([words.strip() for words in mark.group(1).split("|")], volumes(pages, first)), text)


def volumes(pages: Path, first: bool) -> list[dict]:
    """Those in the language of the page; where none is, all."""
    found = printed(pages)
    own = [entry for entry in found if entry.get("language", pages.name if first else "") == pages.name]
    return own or found


def workbook_row(what: str, pages: Path) -> str:
    """<!-- workbook | what it is --> becomes a row of the table of downloads; nothing without the tables it is made of."""
    if not (pages.parent.parent / "data" / "datapackage.json").is_file():
        return ""
    path = f"data/{Path(WORKBOOK_FILE).name}"
    return f"| [{Path(path).name}]({path}) | {what} | <!-- size {path} --> |"


def pdf_table(words: list[str], entries: list[dict]) -> str:
    """<!-- pdf | heading | file | content | pages | size --> becomes the list of PDFs; nothing without PDFs."""
    heading, *columns = words
    rows = [f"| [{entry['file']}](pdf/{entry['file']}) | {entry['title']} | {entry['pages']} | {entry['bytes'] // 1024} KB |" for entry in entries]
    return "\n".join([f"## {heading} {{: #pdf }}", "", f"| {' | '.join(columns)} |", "|---|---|--:|--:|", *rows]) if rows else ""
