"""Is a file a web page? Known by its beginning, not by its name."""

from __future__ import annotations

import re

BEGINNING = 4000  # bytes looked at
PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
FRAGMENT = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:div|p|table|center|span|section|article|meta|style|font)\b", re.IGNORECASE | re.DOTALL
)
BLOCKS = re.compile(rb"</(?:p|div|td|span|font)>|<br\s*/?>", re.IGNORECASE)
MARKDOWN = re.compile(rb"^#{1,6} |^!\[", re.MULTILINE)
ARCHIVE = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
ENOUGH = 20  # blocks that make a fragment a page


def plain_beginning(data: bytes) -> bytes:
    """The beginning without the zeros of UTF-16."""
    return data[:BEGINNING].replace(b"\x00", b"")


def looks_like_page(data: bytes, name: str) -> bool:
    """A page, a fragment copied out of one, or a page saved as a single file (MHTML)."""
    head = plain_beginning(data).lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head.startswith(b"<?xml") or head.startswith(b"<"):
        if PAGE.search(head):
            return True
        return bool(FRAGMENT.match(head)) and not MARKDOWN.search(data) and len(BLOCKS.findall(data)) >= ENOUGH
    return is_archive(data)


def is_archive(data: bytes) -> bool:
    """MHTML: a page with its pictures in one file, as browsers save it."""
    return bool(ARCHIVE.search(data[:BEGINNING])) and b"mime-version" in data[:BEGINNING].lower()
