"""The languages of a site: each a folder below content/pages. One stands at the root, every other in a folder of its
own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ORDER = "navigation.json"  # what makes a folder an edition
WORDS = "interface.json"  # {words of the frame: their translation}; the first language has none


@dataclass(frozen=True)
class Language:
    """`code`: its folder's name (zh_Hant). `home`: where it stands on the site (zh-hant/, or nothing at the root)."""

    code: str
    home: str
    tag: str
    name: str
    locale: str
    pages: frozenset[str]
    words: dict[str, str]

    def say(self, words: str) -> str:
        return self.words.get(words) or words


def find_languages(pages: Path, first: str) -> list[str]:
    """Codes of the folders that hold an edition, `first` first."""
    codes = sorted(path.parent.name for path in pages.glob(f"*/{ORDER}"))
    return [first, *(code for code in codes if code != first)]


def home_of(code: str) -> str:
    """zh_Hant → zh-hant/"""
    return code.lower().replace("_", "-") + "/"


def read_languages(pages: Path, codes: list[str], known: Mapping[str, Mapping[str, str]]) -> list[Language]:
    """The first of `codes` stands at the root. `known`: what mkdocs.yml says of a language; another goes by its
    code."""
    return [
        read_language(pages / code, "" if code == codes[0] else home_of(code), known.get(code, {})) for code in codes
    ]


def read_language(folder: Path, home: str, known: Mapping[str, str]) -> Language:
    tag = known.get("tag") or folder.name.replace("_", "-")
    words = folder / WORDS
    return Language(
        code=folder.name,
        home=home,
        tag=tag,
        name=known.get("name") or tag,
        locale=known.get("locale") or tag.replace("-", "_"),
        pages=frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*.md")),
        words=json.loads(words.read_text(encoding="utf-8")) if words.is_file() else {},
    )
