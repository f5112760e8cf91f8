"""Markdown → HTML, once for all builds.

On the web and from a disk a page differs in its links only, and those are left open here. What was converted is kept in
a file by the hash of its text, so that a build after a small change converts what changed.
"""

from __future__ import annotations

import hashlib
import html
import json
import os
import re
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

ALONE = 8  # so few pages are converted sooner than a second process starts
LEFT_OPEN = re.compile(
    f"{STX}to:(\\d+){ETX}"
)  # signs that the library keeps for itself: it takes them out of every text
ID = re.compile(r"""<[^>]*?\sid=["']([^"']+)["']""")
HEAD = re.compile(r"^---[ \t]*\n.*?\n---[ \t]*\n", re.DOTALL)
# what a page must hold for a rule of the library to find anything; trying rules that cannot costs a third of the time
SIGNS = {
    "backtick": "`",
    "escape": "\\",
    "reference": "]:",
    "short_reference": "]:",
    "image_link": "![",
    "image_reference": "![",
    "short_image_ref": "![",
    "autolink": "://",
    "automail": "@",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
}

Heading = dict[str, Any]  # as the extension toc gives it: level, id, name, children


@dataclass(frozen=True)
class Rendered:
    """`parts`: HTML, address as the author wrote it, HTML, address, … HTML. `toc`: as the extension toc gives it."""

    parts: list[str]
    toc: list[Heading]
    title: str
    ids: list[str]


class OpenLinks(Treeprocessor):  # type: ignore[misc] # the library brings no types
    """Takes the addresses of links and pictures inside the site out of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def run(self, root: Element) -> None:
        for element in root.iter():
            name = {"a": "href", "img": "src"}.get(element.tag, "")
            address = element.get(name) if name else None
            if address and is_inside(address):
                element.set(name, f"{STX}to:{len(self.addresses)}{ETX}")
                self.addresses.append(address)


def is_inside(address: str) -> bool:
    """../03.md#s01 and #s01, but no other machine, and no mail (whose address the library hides between signs of its
    own)"""
    parts = urlsplit(address)
    return not (parts.scheme or parts.netloc) and STX not in address


def render(text: str, extensions: list[str], settings: dict[str, Any]) -> Rendered:
    """A page with its head → HTML with open links."""
    converter = markdown.Markdown(extensions=extensions, extension_configs=settings)
    links = OpenLinks()
    converter.treeprocessors.register(links, "open_links", 0)
    for rule in [rule for rule, sign in SIGNS.items() if sign not in text]:
        converter.inlinePatterns.deregister(rule)
    converter.treeprocessors["inline"].inlinePatterns = list(
        converter.inlinePatterns
    )  # looked up for every rule and every bit of text
    made = converter.convert(HEAD.sub("", text, count=1).lstrip("\n"))
    parts = LEFT_OPEN.split(made)
    parts[1::2] = [links.addresses[int(number)] for number in parts[1::2]]
    toc = as_text(getattr(converter, "toc_tokens", []))
    return Rendered(
        parts, toc, next((entry["name"] for entry in toc if entry["level"] == 1), ""), sorted(set(ID.findall(made)))
    )


def as_text(toc: list[Heading]) -> list[Heading]:
    """The library gives headings as HTML without tags; whoever prints them escapes text: R&#38;D → R&D"""
    return [entry | {"name": html.unescape(entry["name"]), "children": as_text(entry["children"])} for entry in toc]


class Store:
    """What this build and the one before converted."""

    def __init__(self, file: Path, extensions: list[str], settings: dict[str, Any], processes: int) -> None:
        self.file, self.extensions, self.settings, self.processes = file, extensions, settings, processes
        self.version = (
            f"{markdown.__version__} {extensions} {sorted(settings.items(), key=str)} "
            f"{Path(__file__).read_text(encoding='utf-8')}"
        )
        self.known = self.load()
        self.kept = set(self.known)
        self.used: dict[str, Rendered] = {}

    def load(self) -> dict[str, Rendered]:
        """A file that cannot be read is as good as none."""
        try:
            return {key: Rendered(**entry) for key, entry in json.loads(self.file.read_text(encoding="utf-8")).items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def key(self, text: str) -> str:
        """Of what is converted: the head of a page is not."""
        return hashlib.sha256(f"{self.version}\0{HEAD.sub('', text, count=1)}".encode()).hexdigest()

    def prepare(self, texts: list[str]) -> None:
        """Convert what is new, shared out among the processors; the longest pages first, so that none waits at the
        end."""
        new = sorted({text for text in texts if self.key(text) not in self.known}, key=lambda text: (-len(text), text))
        for text, rendered in zip(new, self.convert(new), strict=False):
            self.known[self.key(text)] = rendered

    def convert(self, texts: list[str]) -> list[Rendered]:
        count = len(texts)
        if count <= ALONE or self.processes < 2 or "fork" not in get_all_start_methods():
            return [render(text, self.extensions, self.settings) for text in texts]
        with ProcessPoolExecutor(self.processes, mp_context=get_context("fork")) as workers:
            return list(workers.map(render, texts, [self.extensions] * count, [self.settings] * count))

    def page(self, text: str) -> Rendered:
        key = self.key(text)
        if key not in self.known:
            self.known[key] = render(text, self.extensions, self.settings)
        self.used[key] = self.known[key]
        return self.used[key]

    def save(self) -> None:
        """Only what the build used; nothing where it knew that before."""
        if self.used.keys() == self.kept:
            return
        self.file.parent.mkdir(parents=True, exist_ok=True)
        beside = self.file.with_name(f".{self.file.name}.{os.getpid()}.new")
        beside.write_text(
            json.dumps({key: vars(self.used[key]) for key in sorted(self.used)}, ensure_ascii=False), encoding="utf-8"
        )
        beside.replace(self.file)
