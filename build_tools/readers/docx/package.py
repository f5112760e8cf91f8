"""The package of a Word file: a zip of XML parts. Opened without trust: sizes are bounded, entities and links stay
unread."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from ...model.edition import BadInput
from ..limits import LARGEST_PART, MOST_PARTS
from .names import WORD

STRICT = (  # namespaces of ISO/IEC 29500 Strict → those of the files that Word writes by default
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationship"
        b"s", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", 
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/mai"
        b"n"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)  # fmt: skip
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
BLOCKS = ("p", "tbl", "sdt", "customXml", "ins", "del", "moveTo", "moveFrom", "altChunk")
UNTRUSTED: dict[str, Any] = dict.fromkeys(("resolve_entities", "load_dtd"), False) | dict.fromkeys(
    ("no_network", "remove_comments", "remove_pis"), True
)


class Package:
    """Parts by name; `main` is the document itself, `related` finds its styles, numbering and notes."""

    def __init__(self, data: bytes, file: str) -> None:
        self.file = file
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = {info.filename.replace("\\", "/"): info for info in self.zip.infolist()}
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
            raise BadInput("docx-broken", place=f"{file}:1") from None
        if len(self.names) > MOST_PARTS:
            raise BadInput("docx-most-parts", len(self.names), place=f"{file}:1")
        self.main = self.main_part()

    def main_part(self) -> str:
        for kind, target in self.relationships(""):
            if kind == "officeDocument":
                return target
        return "word/document.xml"

    def relationships(self, part: str) -> Iterator[tuple[str, str]]:
        """(kind, target inside the package) of the relations of a part; what lies outside the package is never looked
        at."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self.names:
            return
        for relation in self.parse(relations).iter(RELATIONSHIP):
            target = relation.get("Target") or ""
            if relation.get("TargetMode") != "External" and target:
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                yield (relation.get("Type") or "").rpartition("/")[2], posixpath.normpath(path)

    def related(self, kind: str) -> list[str]:
        """Names of the parts of one kind (styles, numbering, footnotes …) that the document refers to and that are
        there."""
        return [target for found, target in self.relationships(self.main) if found == kind and target in self.names]

    def read(self, name: str) -> bytes:
        info = self.names[name]
        if info.file_size > LARGEST_PART:
            raise BadInput("docx-part-large", name, info.file_size // 1_000_000, place=f"{self.file}:1")
        if info.flag_bits & 1:
            raise BadInput("locked", place=f"{self.file}:1")
        try:
            data = self.zip.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
            raise BadInput("docx-broken", place=f"{self.file}:1") from None
        if declares_entities(data):
            raise BadInput("docx-entities", name, place=f"{self.file}:1")
        if b"purl.oclc.org/ooxml" in data[:4000]:
            for strict, usual in STRICT:
                data = data.replace(strict, usual)
        return data

    def parse(self, name: str) -> Any:
        """The root element of a part; entities are not replaced, nothing is fetched."""
        from lxml import etree

        parser = etree.XMLParser(**UNTRUSTED)
        try:
            return etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as error:
            raise BadInput("docx-part-broken", name, str(error)[:80], place=f"{self.file}:1") from None

    def blocks(self) -> Iterator[Any]:
        """Paragraphs, tables and frames directly in the body, one after the other; each is forgotten when the next is
        asked for."""
        from lxml import etree

        if self.main not in self.names:
            raise BadInput("docx-no-document", self.main, place=f"{self.file}:1")
        data = io.BytesIO(self.read(self.main))
        names = [WORD + name for name in BLOCKS]
        try:
            for _, element in etree.iterparse(data, tag=names, **UNTRUSTED):
                if is_in_body(element):
                    yield element
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            raise BadInput("docx-part-broken", self.main, str(error)[:80], place=f"{self.file}:1") from None


def declares_entities(data: bytes) -> bool:
    """A document type, in whatever encoding and however far down; in text the sign < is written &lt;"""
    plain = data.replace(b"\0", b"") if b"\0" in data[:200] else data
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain


def is_in_body(element: Any) -> bool:
    """Does the element stand directly in the body of the document?"""
    parent = element.getparent()
    return parent is not None and parent.tag == f"{WORD}body"
