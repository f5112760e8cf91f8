"""Files that are known and cannot be read: each with the sentence that says how to get one that can."""

from __future__ import annotations

from ..model.edition import BadInput
from .limits import LARGEST_FILE

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Office before 2007, and of files with a password
LOCKED = "EncryptedPackage".encode("utf-16-le")
KINDS = (
    (
        COMPOUND,
        "this is a file of the old kind (.doc, .wps, .xls). Open it in Word or WPS, choose “save as”, and save it as .docx",
    ),
    (b"{\\rtf", "this is a rich text file (.rtf). Open it in Word or WPS and save it as .docx"),
    (b"\x89PNG", "this is a picture. Have its text recognised (MinerU, docling, PaddleOCR) and bring in the result"),
    (
        b"\xff\xd8\xff",
        "this is a picture. Have its text recognised (MinerU, docling, PaddleOCR) and bring in the result",
    ),
    (b"II*\x00", "this is a picture. Have its text recognised (MinerU, docling, PaddleOCR) and bring in the result"),
    (b"MM\x00*", "this is a picture. Have its text recognised (MinerU, docling, PaddleOCR) and bring in the result"),
    (b"7z\xbc\xaf", "this is an archive. Unpack it and bring in the file of the plan"),
    (b"Rar!", "this is an archive. Unpack it and bring in the file of the plan"),
    (b"\x1f\x8b", "this is an archive. Unpack it and bring in the file of the plan"),
)
FLAT = (b'progid="Word.Document"', b"<pkg:package", b"<w:wordDocument", b"<office:document")


def refuse(data: bytes, file: str) -> None:
    """Raises BadInput with one line for a file of these kinds; says nothing of any other."""
    if len(data) > LARGEST_FILE:
        raise BadInput(
            f"{file}:1: the file has {len(data) // 1_000_000} MB; no plan is so large. Bring in the plan alone."
        )
    if data.startswith(COMPOUND) and LOCKED in data:
        raise BadInput(
            f"{file}:1: the file is locked with a password. Open it, take the password off, and save it as .docx."
        )
    for start, sentence in KINDS:
        if data.startswith(start):
            raise BadInput(f"{file}:1: {sentence}.")
    if any(sign in data[:3000] for sign in FLAT):
        raise BadInput(f"{file}:1: this is a Word document saved as XML. Open it in Word or WPS and save it as .docx.")
