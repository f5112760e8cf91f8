"""Mentions of one project are joined by their names: alike after the words that every project has are taken off; and by sum, place and size."""

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


def join_alike(groups: list[int], told: list[tuple[str, str, list[str]]]) -> list[int]:
    """Groups that tell the same sum and place and share a size are one: “某镇项目” is “某镇敬老院” where both cost 2180万元 and have 145张床位."""
    first: dict[tuple[str, str, str], int] = {}
    joined = {group: group for group in groups}
    for group, (money, place, sizes) in zip(groups, told):
        for size in filter(None, sizes if money and place else ()):
            joined[group] = min(joined[group], joined[first.setdefault((money, place, size), group)])
    return [joined[group] for group in groups]


def core_of(name: str) -> Core:
    words = COMMON.sub("", name) or name
    return Core(
        words,
        tuple(FIGURES.findall(words)),
        frozenset(words[i : i + 2] for i in range(len(words) - 1)) or frozenset([words]),
    )


def same(a: Core, b: Core) -> bool:
    """Equal, one within the other, or most pairs of characters alike (names with different figures are never compared)"""
    if a.words == b.words:
        return True
    shorter, longer = sorted((a.words, b.words), key=len)
    if len(shorter) >= 6 and 2 * len(shorter) >= len(longer) and not shorter.endswith("公司") and shorter in longer:
        return True
    near = NEAR if a.words[:2] == b.words[:2] else NEARER
    return 2 * len(a.pairs & b.pairs) / (len(a.pairs) + len(b.pairs)) >= near
