"""Mentions of one project are joined by their names: alike after the words that every project has are taken off; and by
sum, place and size."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from ...model.facts import ProjectRuling

COMMON = re.compile(r"项目|工程|建设|的|重启|改扩建|扩建|改造|升级|总装机|示范|[“”（）()、，\s]")
BESIDE_IT = re.compile("配套|附属|外送|周边")  # 某电厂6号机组|配套外送线路 is another project
FIGURES = re.compile(r"\d+")
SIZE = re.compile(r"\d+(?:\.\d+)?(?:千伏|kV|万?千瓦|MW|兆瓦|万?吨|公里|万?亩)?")
PHASES = re.compile("[一二三四]期")
NEAR = 0.8
WITHIN = 6  # signs of a name that may be a part of another
NEARER = 0.9  # for names that begin differently: 东辽河… and 西辽河… are two


class Core(NamedTuple):
    """What is compared of a name: without the common words; its figures; its pairs of characters."""

    words: str
    figures: tuple[str, ...]
    pairs: frozenset[str]


def group_names(names: list[str]) -> list[int]:
    """Number of the group for each name, counted from 1 in order of first mention."""
    groups = Groups()
    return [groups.number_of(core_of(name)) for name in names]


class Groups:
    """Names met so far, found again by what two names of one project must share: not every name is compared with every
    other."""

    def __init__(self) -> None:
        self.cores: list[Core] = []
        self.having: dict[str, set[int]] = defaultdict(set)  # by each pair of signs
        self.within: dict[str, set[int]] = defaultdict(set)  # by the beginning that a longer name would hold
        self.bare: dict[str, set[int]] = defaultdict(set)  # by the words without sizes
        self.short: dict[tuple[str, str], set[int]] = defaultdict(set)  # by first three signs and last two
        self.long: dict[tuple[str, str], set[int]] = defaultdict(set)  # by each three signs and last two

    def number_of(self, core: Core) -> int:
        """Of the first group that the name belongs to; a new one where there is none."""
        for at in sorted(self.perhaps(core)):
            if one_project(core, self.cores[at]):
                return at + 1
        self.add(core, len(self.cores))
        return len(self.cores)

    def add(self, core: Core, at: int) -> None:
        words, ending = core.words, core.words[-2:]
        self.cores.append(core)
        self.bare[SIZE.sub("", words)].add(at)
        self.within[words[:WITHIN]].add(at)
        self.short[words[:3], ending].add(at)
        for pair in core.pairs:
            self.having[pair].add(at)
        for three in pieces(words, 3):
            self.long[three, ending].add(at)

    def perhaps(self, core: Core) -> set[int]:
        """Every group for which one_project may hold. Of two names that are alike by NEAR, less than a third of the
        pairs of either is not in the other: one of the rarest is in both."""
        words, ending = core.words, core.words[-2:]
        rarest = sorted(core.pairs, key=lambda pair: (len(self.having[pair]), pair))[: len(core.pairs) // 3 + 1]
        return self.bare[SIZE.sub("", words)].union(
            self.long[words[:3], ending],
            *(self.having[pair] for pair in rarest),
            *(self.within[piece] for piece in pieces(words, WITHIN)),
            *(self.short[three, ending] for three in pieces(words, 3)),
        )


def pieces(words: str, length: int) -> set[str]:
    """云岭电站, 3 → 云岭电, 岭电站"""
    return {words[at : at + length] for at in range(len(words) - length + 1)}


def one_project(a: Core, b: Core) -> bool:
    """Names with different figures are never one; a name without any may be short for one: 大源输变电 is 大源220千伏输变电"""
    if a.figures == b.figures:
        return same(a, b) or shortened(a.words, b.words)
    if a.figures and b.figures:
        return False
    return SIZE.sub("", a.words) == SIZE.sub("", b.words)


def shortened(a: str, b: str) -> bool:
    """铁牛滩二期 is 沅溪港铁牛滩作业区二期: every sign of it in order, its first three together, of the same phase"""
    short, long = sorted((a, b), key=len)
    if len(short) < 5 or short[:3] not in long or PHASES.findall(short) != PHASES.findall(long):
        return False
    rest = iter(long[long.index(short[:3]) :])
    return all(sign in rest for sign in short) and short[-2:] == long[-2:]


def ruled(names: list[str], groups: list[int], rulings: Sequence[ProjectRuling]) -> list[int]:
    """People's word outweighs: names they hold to be one share the first's group, names they hold apart get groups of
    their own"""
    out = list(groups)
    for ruling in rulings:
        places = [at for at, name in enumerate(names) if name in ruling.names]
        if ruling.same and places:
            joined = {out[at] for at in places}
            out = [out[places[0]] if group in joined else group for group in out]
        elif not ruling.same:
            numbers = {name: max(out, default=0) + n for n, name in enumerate(ruling.names, 1)}
            out = [numbers.get(name, group) for name, group in zip(names, out, strict=False)]
    return out


def evidence_of(names: list[str], groups: list[int], rulings: Sequence[ProjectRuling]) -> list[str]:
    """Why each mention is held to be the same project as the first of its group; empty for the first"""
    ruled_same = {name for ruling in rulings if ruling.same for name in ruling.names}
    first: dict[int, str] = {}
    out = []
    for name, group in zip(names, groups, strict=False):
        before = first.setdefault(group, "")
        first[group] = before or name
        out.append(evidence(before, name, ruled_same) if before else "")
    return out


def evidence(first: str, name: str, ruled_same: set[str]) -> str:
    if first == name or core_of(first).words == core_of(name).words:
        return "name"
    if {first, name} <= ruled_same:
        return "curated"
    return "near-name" if one_project(core_of(first), core_of(name)) else "sum-and-place"


def join_alike(groups: list[int], told: list[tuple[str, str, list[str]]]) -> list[int]:
    """Groups that tell the same sum and place and share a size are one: “某镇项目” is “某镇敬老院” where both cost 2180万元 and
    have 145张床位."""
    first: dict[tuple[str, str, str], int] = {}
    joined = {group: group for group in groups}
    for group, (money, place, sizes) in zip(groups, told, strict=False):
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
    """Equal, one within the other, or most pairs of characters alike (names with different figures are never
    compared)"""
    if a.words == b.words:
        return True
    shorter, longer = sorted((a.words, b.words), key=len)
    if (
        len(shorter) >= WITHIN
        and 2 * len(shorter) >= len(longer)
        and not shorter.endswith("公司")
        and shorter in longer
        and not BESIDE_IT.match(longer.partition(shorter)[2])
    ):
        return True
    near = NEAR if a.words[:2] == b.words[:2] else NEARER
    return 2 * len(a.pairs & b.pairs) / (len(a.pairs) + len(b.pairs)) >= near
