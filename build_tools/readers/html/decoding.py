"""The bytes of a saved page → its text. What a page says about its encoding is often wrong; UTF-8 proves itself, GB2312
means GB18030."""

from __future__ import annotations

import re

from ...model.edition import BadInput
from ..decoding import BOMS
from ..limits import LARGEST_PAGE
from ..web_page import is_archive

CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
OTHERS = {"big5": "big5hkscs", "utf-16": "utf-16", "shift_jis": "cp932"}


def decode_page(data: bytes, file: str) -> tuple[str, str]:
    """(text, name of the encoding); signs that cannot be decoded become �."""
    if len(data) > LARGEST_PAGE:
        raise BadInput("page-large", len(data) // 1_000_000, place=f"{file}:1")
    said = ""
    if is_archive(data):
        data, said = page_of_archive(data, file)
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    found = CHARSET.search(data[:4000])
    said = said or (found[1].decode("ascii", "replace").lower() if found else "")
    if commas(data, "utf-8") > commas(data, "gb18030"):
        return data.decode("utf-8", "replace"), "utf-8"
    encoding = OTHERS.get(said, "gb18030")
    return data.decode(encoding, "replace"), encoding


def commas(data: bytes, encoding: str) -> int:
    """How Chinese the bytes read in this encoding: its commas are in every sentence."""
    return data.decode(encoding, "ignore").count("，")


def page_of_archive(data: bytes, file: str) -> tuple[bytes, str]:
    """The page inside an MHTML file, and the encoding that its envelope names: the largest part that is HTML."""
    import email

    parts = [part for part in email.message_from_bytes(data).walk() if part.get_content_type() == "text/html"]
    pages = [(part.get_payload(decode=True) or b"", str(part.get_content_charset("") or "")) for part in parts]
    if not pages:
        raise BadInput("page-none", place=f"{file}:1")
    return max(((page, said) for page, said in pages if isinstance(page, bytes)), key=lambda page: len(page[0]))
