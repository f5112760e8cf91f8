"""Word files (.docx of Word, WPS, LibreOffice): own walk over the parts of the package, because no library gives
numbers and places.

What comes out: paragraphs as lines with their automatic numbers, tables as grids with their merged cells, boxes and
text boxes, footnotes as notes with marks; contents fields as witnesses. Insertions stay, deletions go, and both are
told.
"""

from __future__ import annotations

from typing import Any

from ...model.edition import BadInput
from ...model.text import Draft, Source
from ..taken_text import TakenText
from .names import WORD, value_of, w
from .numbering import Numbering, read_numbering
from .package import Package
from .styles import Style, read_styles
from .walk import Walk

SENTENCES = 20  # characters of a running head that holds a sentence


def read(data: bytes, file: str) -> tuple[Source, Draft]:
    package = Package(data, file)
    refuse_others(package)
    styles, default = read_styles(package.parse(names[0])) if (names := package.related("styles")) else ({}, "")
    numbering = read_lists(package, styles)
    taken = TakenText(file)
    walk = Walk(taken, styles, default, numbering)
    for element in package.blocks():
        taken.lines += walk.block(element)
    walk.contents_head()
    if not any(text.strip() for text in taken.parts):
        raise BadInput("docx-empty", place=f"{file}:1")
    add_notes(package, walk)
    tell(package, walk)
    return taken.source(file, data, "docx"), taken.draft()


def read_lists(package: Package, styles: dict[str, Style]) -> Numbering:
    names = package.related("numbering")
    return (
        read_numbering(package.parse(names[0]), {key: style.list for key, style in styles.items()})
        if names
        else Numbering()
    )


def refuse_others(package: Package) -> None:
    """Packages that are no Word file, by the folder that gives them away."""
    if package.main in package.names and package.main.endswith(".xml") and not package.main.startswith(("xl/", "ppt/")):
        return
    kinds = {
        "xl/": "an-excel-workbook",
        "ppt/": "a-presentation",
        "Doc_0/": "an-ofd-file",
        "content.xml": "an-opendocument-file",
    }
    found = next(
        (kind for start, kind in kinds.items() if any(n.startswith(start) for n in package.names)), "a-zip-archive"
    )
    raise BadInput(found, place=f"{package.file}:1")


def add_notes(package: Package, walk: Walk) -> None:
    """The texts of footnotes and endnotes, in the order of their marks, below the text: [1] …"""
    texts: dict[tuple[str, str], Any] = {}
    for kind in ("footnote", "endnote"):
        for name in package.related(f"{kind}s"):
            texts |= {(kind, note.get(w("id")) or ""): note for note in package.parse(name).iter(w(kind))}
    for key in sorted(walk.runs.marks, key=lambda key: walk.runs.marks[key]):
        note = texts.get(key)
        paragraphs = list(note.iter(w("p"))) if note is not None else []
        style = [walk.styles.get(value_of(p.find(w("pPr")), "pStyle") or walk.default, Style()) for p in paragraphs]
        words = "".join(walk.runs.read(p, s).text.strip() for p, s in zip(paragraphs, style, strict=False))
        walk.taken.note(f"[{walk.runs.marks[key]}] {' '.join(words.split())}")


def tell(package: Package, walk: Walk) -> None:
    """Revisions, comments, hidden text, macros and running heads with sentences: each is one finding."""
    taken, counts = walk.taken, walk.counts
    if counts["inserted"] or counts["deleted"]:
        taken.problem("warning", "revisions", 1, counts["inserted"], counts["deleted"])
    if counts["hidden"]:
        taken.problem("warning", "hidden-text", 1, counts["hidden"])
    comments = sum(1 for name in package.related("comments") for _ in package.parse(name).iter(w("comment")))
    if comments:
        taken.problem("warning", "comments", 1, comments)
    if any(name.lower().endswith("vbaproject.bin") for name in package.names):
        taken.problem("note", "macros", 1)
    for kind in ("header", "footer"):
        for name in package.related(kind):
            words = "".join(text.text or "" for text in package.parse(name).iter(f"{WORD}t"))
            if len(words) >= SENTENCES and "。" in words:
                taken.problem("note", "running-head-text", 1, words[:60])
