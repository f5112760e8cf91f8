"""How signs are read, without their tone: words/sounds.txt."""

from __future__ import annotations

from functools import cache

from .word_lists import lines_of


@cache
def usual_sounds() -> dict[str, str]:
    """航: hang; of a sign with several readings the usual one"""
    return {sign: sound for sound, usual, _ in sound_lines() for sign in usual}


@cache
def all_sounds() -> dict[str, frozenset[str]]:
    """行: xing, hang"""
    found: dict[str, set[str]] = {}
    for sound, usual, rare in sound_lines():
        for sign in usual + rare:
            found.setdefault(sign, set()).add(sound)
    return {sign: frozenset(sounds) for sign, sounds in found.items()}


def sound_lines() -> list[tuple[str, str, str]]:
    """“hang 航杭|行” → (hang, 航杭, 行)"""
    lines = [line.partition(" ") for line in lines_of("sounds.txt")]
    return [(sound, *signs.partition("|")[::2]) for sound, _, signs in lines]


def sound(sign: str) -> str:
    """The usual reading; a sign that the list lacks is read like nothing but itself."""
    return usual_sounds().get(sign, sign)


def sounds(sign: str) -> frozenset[str]:
    """All readings."""
    return all_sounds().get(sign, frozenset((sign,)))
