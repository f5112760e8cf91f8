"""Mentions of one project are joined by their names: alike after the words that every project has are taken off."""

from __future__ import annotations

import re
from typing import NamedTuple

COMMON = re.compile(r"项目|工程|建设|的|重启|改扩建|扩建|改造|升级|总装机|示范|[“”（）()、，\s]")
FIGURES = re.compile(r"\d+")
NEAR = 0.8
NEARER = 0.9  # for names that begin differently: 东辽河… and 西辽河… are two


class Core(NamedTuple):
    """What is compared of a name: without the common words; its figures; its pairs of characters."""

    words: str
    figures: tuple[str, ...]
    pairs: frozenset[str]


def group_names(names: list[str]) -> list[int]:
    """Number of the group for each name, counted from 1 in order of first mention."""
    groups: list[Core] = []
    out = []
    for name in names:
        core = core_of(name)
        at = next((n for n, other in enumerate(groups) if core.figures == other.figures and same(core, other)), None)
        if at is None:
            groups.append(core)
            at = len(groups) - 1
        out.append(at + 1)
    return out


def core_of(name: str) -> Core:
    words = COMMON.sub("", name) or name
    return Core(words, tuple(FIGURES.findall(words)), frozenset(words[i : i + 2] for i in range(len(words) - 1)) or frozenset([words]))


def same(a: Core, b: Core) -> bool:
    """Equal, one within the other, or most pairs of characters alike (names with different figures are never compared)"""
    if a.words == b.words:
        return True
    shorter, longer = sorted((a.words, b.words), key=len)
    if len(shorter) >= 6 and 2 * len(shorter) >= len(longer) and not shorter.endswith("公司") and shorter in longer:
        return True
    near = NEAR if a.words[:2] == b.words[:2] else NEARER
    return 2 * len(a.pairs & b.pairs) / (len(a.pairs) + len(b.pairs)) >= near
