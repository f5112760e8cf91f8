"""Everyday words and words of plans, of two and three signs: what is one of them is no slip and no name."""

from __future__ import annotations

from functools import cache

from ..chinese.word_lists import lines_of


@cache
def known_words() -> frozenset[str]:
    return frozenset([*lines_of("everyday.txt"), *lines_of("plan_words.txt"), *lines_of("office_words.txt")])
