"""Mentions of one project are joined by their names: alike after the words that every project has are taken off."""

from __future__ import annotations

import re
from collections import Counter

COMMON = re.compile(r"项目|工程|建设|的|重启|改扩建|扩建|改造|升级|总装机|示范|[“”（）()、，\s]")
NEAR = 0.8
NEARER = 0.9  # for names that begin differently: 东辽河… and 西辽河… are two


def group_names(names: list[str]) -> list[int]:
    """Number of the group for each name, counted from 1 in order of first mention."""
    groups: list[tuple[str, Counter]] = []
    out = []
    for name in names:
        core = COMMON.sub("", name) or name
        counts = pairs(core)
        at = next((n for n, (other, seen) in enumerate(groups) if same(core, counts, other, seen)), None)
        if at is None:
            groups.append((core, counts))
            at = len(groups) - 1
        out.append(at + 1)
    return out


def pairs(core: str) -> Counter:
    return Counter(core[i : i + 2] for i in range(len(core) - 1)) or Counter([core])


def same(core: str, counts: Counter, other: str, seen: Counter) -> bool:
    """Equal, one within the other (figures alike), or most pairs of characters alike; different figures are different projects"""
    if core == other:
        return True
    if re.findall(r"\d+", core) != re.findall(r"\d+", other):
        return False
    shorter = min(core, other, key=len)
    if len(shorter) >= 6 and 2 * len(shorter) >= max(len(core), len(other)) and not shorter.endswith("公司") and (core in other or other in core):
        return True
    common = sum((counts & seen).values())
    near = NEAR if core[:2] == other[:2] else NEARER
    return 2 * common / (sum(counts.values()) + sum(seen.values())) >= near
