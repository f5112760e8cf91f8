"""Finds listed words in a text: the longest at each place, and none inside a longer one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

LATIN = re.compile(r"[A-Za-z0-9]")
BRACKETS = re.compile(r"^(.*)\[(.+)\](.*)$")


@lru_cache(maxsize=16)
def finder(words: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all words, longest first: 十四五, 十五五, 亩 → 十(?:四五|五五)|亩

    Words with the same first sign stand together, so that the engine skips every sign that begins none of them.
    """
    families: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(bare(word)), -len(word), word)):
        families.setdefault(bare(word)[0], []).append(after_first(word))
    return re.compile(
        "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in families.items()) or r"(?!)"
    )


def after_first(word: str) -> str:
    """The pattern behind a word's first sign. G25 is not found in G2516; “经[团结]、” is 团结 where these signs stand around
    it."""
    match = BRACKETS.match(word)
    before, name, after = match.groups() if match else ("", word, "")
    first, rest = re.escape(name[0]), re.escape(name[1:])
    guard = f"(?<={re.escape(before)}{first})" if before else rf"(?<![A-Za-z0-9]{first})" if LATIN.match(name) else ""
    end = f"(?={re.escape(after)})" if after else r"(?![A-Za-z0-9])" if LATIN.match(name[-1]) else ""
    return guard + rest + end


def bare(word: str) -> str:
    """经[团结]、 → 团结"""
    match = BRACKETS.match(word)
    return match[2] if match else word


def find_words(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """(start, end) of every listed word in the text, left to right, none overlapping."""
    return [match.span() for match in finder(tuple(words)).finditer(text)]
