"""Files that are known and cannot be read: each with the sentence that says how to get one that can."""

from __future__ import annotations

from ..model.edition import BadInput
from .limits import LARGEST_FILE

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Office before 2007, and of files with a password
LOCKED = "EncryptedPackage".encode("utf-16-le")
KINDS = (
    (COMPOUND, "old-office"),
    (b"{\\rtf", "rich-text"),
    (b"\x89PNG", "a-picture"),
    (b"\xff\xd8\xff", "a-picture"),
    (b"II*\x00", "a-picture"),
    (b"MM\x00*", "a-picture"),
    (b"7z\xbc\xaf", "an-archive"),
    (b"Rar!", "an-archive"),
    (b"\x1f\x8b", "an-archive"),
)
FLAT = (b'progid="Word.Document"', b"<pkg:package", b"<w:wordDocument", b"<office:document")


def refuse(data: bytes, file: str) -> None:
    """Raises BadInput with one line for a file of these kinds; says nothing of any other."""
    if len(data) > LARGEST_FILE:
        raise BadInput("size-of-file", len(data) // 1_000_000, place=f"{file}:1")
    if data.startswith(COMPOUND) and LOCKED in data:
        raise BadInput("locked", place=f"{file}:1")
    for start, code in KINDS:
        if data.startswith(start):
            raise BadInput(code, place=f"{file}:1")
    if any(sign in data[:3000] for sign in FLAT):
        raise BadInput("flat-word", place=f"{file}:1")
