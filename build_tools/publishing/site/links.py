"""Links of a converted page → addresses as they are in this build; one that leads nowhere is said, and stops a strict
build."""

from __future__ import annotations

import html
import logging
import posixpath
import re
from urllib.parse import unquote, urlsplit, urlunsplit

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from .rendering import Rendered

SCRIPT = re.compile(r'(<script src=")((?:\.\./)+)((?:assets|data)/[^"]+")')
log = logging.getLogger("mkdocs.plan_reader")


class Elsewhere(File):
    """A file that can be linked to but is put into the site by others."""

    def copy_file(self, dirty: bool = False) -> None:
        """Not here."""


def elsewhere(file: File, up: str) -> Elsewhere:
    return Elsewhere(file.src_uri, None, file.dest_dir, file.use_directory_urls, dest_uri=up + file.dest_uri)


def seen_from(address: str, base: str) -> str:
    """../data/a.csv, from a page whose way to its own home is ../.. → ../../../data/a.csv; nothing for what does not
    leave that home"""
    return (address if base == "." else f"{base.rstrip('/')}/{address}") if address.startswith("../") else ""


def fill_in(rendered: Rendered, page: Page, files: Files, up: str) -> str:
    """The page's HTML. MkDocs looks at the end whether every anchor that is linked to is there."""
    page.present_anchor_ids = set(rendered.ids)
    page.links_to_anchors = {}
    parts = list(rendered.parts)
    parts[1::2] = [html.escape(address_of(written, page, files)) for written in parts[1::2]]
    text = "".join(parts)
    return SCRIPT.sub(rf"\g<1>{up}\g<2>\g<3>", text) if up else text  # in raw HTML only scripts have addresses


def address_of(written: str, page: Page, files: Files) -> str:
    """../index.md#top → ../../#top on the web, ../index.html#top on a disk"""
    _, _, path, query, anchor = urlsplit(written)
    target = page.file
    if path:
        found = files.get_file_from_path(
            posixpath.normpath(posixpath.join(posixpath.dirname(page.file.src_uri), unquote(path)))
        )
        if found is None or path.startswith("/"):
            log.warning(f"{page.file.src_uri}: the link “{written}” leads to no page or file. Mend the link.")
            return written
        target = found
    if anchor and page.links_to_anchors is not None:
        page.links_to_anchors.setdefault(target, {}).setdefault(anchor, written)
    return urlunsplit(
        (
            "",
            "",
            seen_from(target.url, get_relative_url(".", page.url)) or get_relative_url(target.url, page.url)
            if path
            else "",
            query,
            anchor,
        )
    )
