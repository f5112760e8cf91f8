"""Which sentence of a translation belongs to which sentence of the paragraph: the n-th to the n-th, where both have the same number."""

from __future__ import annotations

import re

CHINESE_END = re.compile(r"[。！？；]”?")
OTHER_END = re.compile(r"[.!?;]”?(?=\s|$)")


def aligned_sentence(text: str, translation: str, at: int) -> str:
    """The sentence of `translation` for the one around position `at` of `text`; empty if the two have not the same number of sentences."""
    here, there = sentences(text, CHINESE_END), sentences(translation, OTHER_END)
    if len(here) != len(there):
        return ""
    end = 0
    for sentence, other in zip(here, there):
        end += len(sentence)
        if at < end:
            return other.strip()
    return ""


def sentences(text: str, end: re.Pattern) -> list[str]:
    """Joined, the sentences are the text."""
    out, at = [], 0
    for match in end.finditer(text):
        out.append(text[at : match.end()])
        at = match.end()
    return out + ([text[at:]] if text[at:].strip() else [])
