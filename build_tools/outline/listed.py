"""What the printed contents list, as keys that a heading can be looked up by.

“（一）巩固棉纺织主导优势。.....10”   →  “(一)巩固棉纺织主导优势”
"""

from __future__ import annotations

import unicodedata

from ..chinese.numbering import read_marker
from ..model.text import Line
from .witness import without_page

Listed = frozenset[str]


def listed(contents: tuple[Line, ...]) -> Listed:
    """Every entry without its page number, and every entry without its own number, too, where it has none."""
    return frozenset(key(words) for line in contents if (words := entry_words(line)))


def entry_words(line: Line) -> str:
    words = line.string.strip()
    return words[: without_page(words)[0]]


def key(words: str) -> str:
    """“第一章　发展 基础。” → “第一章发展基础”"""
    return "".join(unicodedata.normalize("NFKC", words).split()).rstrip("。;；.")


def unnumbered(contents: tuple[Line, ...]) -> Listed:
    """The entries that carry no number: 前言, 2026年重点工作"""
    words = [entry_words(line) for line in contents]
    return frozenset(key(title) for title in words if title and read_marker(title) is None)
