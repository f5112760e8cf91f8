"""A copy of a Word or Excel file to be published: without comments, deletions, hidden text, macros and the names of
those who wrote it."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from .names import WORD

START, ENDINGS = b"PK\x03\x04", (".docx", ".xlsx", ".docm", ".xlsm")
FOLDERS = ("docProps", "customXml", "threadedComments", "persons")  # whose parts are internal, and
PARTS = ("comments", "people.xml", "vbaProject.bin", "vbaData.xml")  # parts whose names begin so
GONE = tuple(WORD + name for name in ("del", "moveFrom", "commentRangeStart", "commentRangeEnd", "commentReference"))
KEPT_INSIDE = tuple(WORD + name for name in ("ins", "moveTo"))
CHANGED = re.compile(r"\}(?:\w+Change|(?:moveFrom|moveTo|customXml\w+)Range(?:Start|End))$")
NAMING = tuple(WORD + name for name in ("author", "initials", "date"))


def cleaned(data: bytes, name: str) -> bytes:
    """What may be published of a file as received: of any other kind, every byte."""
    return office_copy(data) if data.startswith(START) and name.lower().endswith(ENDINGS) else data


def office_copy(data: bytes) -> bytes:
    """The package without what is internal; parts that were taken out are named nowhere any more."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for entry in before.infolist():
            if is_internal(entry.filename):
                continue
            part = before.read(entry)
            if entry.filename.endswith(".rels"):
                part = relations_left(part, entry.filename)
            elif entry.filename == "[Content_Types].xml":
                part = types_left(part)
            elif entry.filename.endswith(".xml"):
                part = part_left(part)
            after.writestr(entry.filename, part)
    return out.getvalue()


def is_internal(name: str) -> bool:
    """What authors said to each other, and who they are: word/comments.xml, docProps/core.xml, xl/persons/person.xml"""
    *folders, part = name.split("/")
    return part.startswith(PARTS) or part.endswith(".vml") or any(folder in FOLDERS for folder in folders)


def parsed(part: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True))


def written(root: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def relations_left(part: bytes, name: str) -> bytes:
    root = parsed(part)
    folder = posixpath.dirname(posixpath.dirname(name))
    for relation in list(root):
        target = relation.get("Target") or ""
        path = posixpath.normpath(posixpath.join(folder, target)) if not target.startswith("/") else target[1:]
        if is_internal(path):
            root.remove(relation)
    return written(root)


def types_left(part: bytes) -> bytes:
    root = parsed(part)
    for entry in list(root):
        if is_internal((entry.get("PartName") or "").lstrip("/")):
            root.remove(entry)
        kind = entry.get("ContentType") or ""
        entry.set(
            "ContentType", kind.replace(".macroEnabled.main+xml", ".main+xml").replace("ms-word.document", WORD_MAIN)
        )
    return written(root)


WORD_MAIN = "vnd.openxmlformats-officedocument.wordprocessingml.document"


def part_left(part: bytes) -> bytes:
    """A part of a Word file with its revisions settled: insertions are text, deletions are gone."""
    if WORD[1:-1].encode() not in part:
        return part
    root = parsed(part)
    for row in [mark.getparent().getparent() for mark in root.iter(f"{WORD}del") if parent_of(mark) == f"{WORD}trPr"]:
        row.getparent().remove(row)
    for paragraph in deleted_ends(root):
        join_next(paragraph)
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        if element.tag in GONE or CHANGED.search(element.tag) or is_hidden(element):
            drop(element)
        elif element.tag in KEPT_INSIDE:
            unwrap(element)
        for name in NAMING:
            element.attrib.pop(name, None)
    return written(root)


def parent_of(element: Any) -> str:
    parent = element.getparent()
    return str(parent.tag) if parent is not None else ""


def deleted_ends(root: Any) -> Iterator[Any]:
    """Paragraphs whose end was deleted: they go on in the next."""
    for paragraph in list(root.iter(f"{WORD}p")):
        mark = paragraph.find(f"{WORD}pPr/{WORD}rPr/{WORD}del")
        if mark is not None:
            yield paragraph


def join_next(paragraph: Any) -> None:
    following = paragraph.getnext()
    if following is None or following.tag != paragraph.tag:
        return
    at = 1 if following.find(f"{WORD}pPr") is not None else 0
    for child in reversed([child for child in paragraph if child.tag != f"{WORD}pPr"]):
        following.insert(at, child)
    paragraph.getparent().remove(paragraph)


def is_hidden(element: Any) -> bool:
    """A run that is marked as hidden."""
    if element.tag != f"{WORD}r":
        return False
    mark = element.find(f"{WORD}rPr/{WORD}vanish")
    return mark is not None and mark.get(f"{WORD}val", "1") not in ("0", "false", "off")


def drop(element: Any) -> None:
    element.getparent().remove(element)


def unwrap(element: Any) -> None:
    parent = element.getparent()
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at, child)
    parent.remove(element)
