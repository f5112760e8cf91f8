"""What stands at the foot of every page: who runs the site, how to reach them, and a link by which a reader says what
is wrong there, with the address of the page or paragraph in it.

What people wrote in site.yml is text; only a mail address or an address of the web becomes a link.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from ...model.translation import has_han

WORDS = "site.json"  # beside the pages of a language
HERE = "{address}"  # where an address of the web takes that of the page; without it, it becomes a parameter
MAIL = re.compile(r"(?:mailto:)?([^\s<>\"\\@?&:/]+@[\w-]+(?:\.[\w-]+)+)")
WEB = re.compile(r"https?://[^\s<>\"\\]+")


@dataclass(frozen=True)
class Imprint:
    """Of a site in one language; what nobody said is empty. `foreign`: its pages are not in Chinese."""

    operator: str = ""
    contact: str = ""
    feedback: str = ""
    address: str = ""
    edition: str = ""
    foreign: bool = False

    @property
    def contact_link(self) -> str:
        return link_of(self.contact)

    @property
    def date(self) -> str:
        """2026年11月5日 → 2026-11-05, for programs"""
        year, *rest = re.findall(r"\d+", self.edition)[:3] or [""]
        return "-".join([year, *(f"{int(part):02d}" for part in rest)])

    def lang(self, words: str) -> str:
        """Words that nobody translated are Chinese among others."""
        return "zh-Hans" if self.foreign and has_han(words) else ""

    def feedback_pattern(self, subject: str) -> str:
        """The link, with {address} where the address of the paragraph goes."""
        link = link_of(self.feedback)
        if link.startswith("mailto:"):
            return f"{link}?subject={quote(subject, safe='')}&body={HERE}"
        if not link or HERE in link:
            return link
        return f"{link}{'&' if '?' in link else '?'}address={HERE}"

    def feedback_link(self, subject: str, address: str) -> str:
        return self.feedback_pattern(subject).replace(HERE, quote(address, safe=""))

    def page_address(self, canonical: str | None, way: str) -> str:
        """Of a page on the web; in a folder on a disk, where it would be there, or its way from the site's root."""
        return canonical or (f"{self.address.rstrip('/')}/{way}" if self.address else way)


def read_imprint(pages: Path, foreign: bool) -> Imprint:
    """`pages`: the folder of a language. None is said where an older conversion wrote no list."""
    file = pages / WORDS
    said = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return Imprint(**said, foreign=foreign)


def link_of(words: str) -> str:
    """editors@example.org → mailto:editors@example.org; https://… → itself; other words → no link"""
    if mail := MAIL.fullmatch(words):
        return "mailto:" + quote(mail.group(1), safe="@+._-")
    return words if WEB.fullmatch(words) else ""
