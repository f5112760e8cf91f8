"""Heads of tables in one or two rows: which cell stands over which columns.

类别 | 指标 | 规划目标 | 属性        规划目标 stands over the two columns of the second row, the others go down to the body
            2025年 | 2030年
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..chinese.numbering import read_marker
from ..chinese.table_words import YEAR, bare, head_kind, is_leaf, kind_of

GROUPS = 4  # heads that stand over others, at most
OVER = re.compile(r"(?:计划|目标|安排|需求|规划|情况|任务)$")  # 2026年计划 over 投资 and 形象进度
BASE = ("基期", "现状", "基准", "现值", "完成")
TARGET = ("目标", "规划", "预期", "远景")


@dataclass(frozen=True, slots=True)
class Head:
    """`places[r][c]`: number of the head's word that stands there (None: covered); `spans` as in a grid; `kinds` of the
    columns."""

    places: tuple[tuple[int | None, ...], ...]
    spans: tuple[tuple[int, int, int, int], ...]
    kinds: tuple[str, ...]
    unknown: int

    @property
    def width(self) -> int:
        return len(self.kinds)


def single(words: list[str]) -> Head:
    kinds = tuple(head_kind(word) for word in words)
    return Head((tuple(range(len(words))),), (), kinds, kinds.count("any"))


def double(words: list[str], upper: int) -> Iterator[Head]:
    """All ways in which the words from `upper` on can stand below some of the words before, which stand side by
    side."""
    top, below = words[:upper], words[upper:]
    kinds = {head_kind(word) for word in below}
    if any(is_leaf(word) for word in below) or not kinds <= {"figure", "any", "name"}:
        return
    if "figure" not in kinds and not any(head_kind(word) == "figure" for word in top):
        return
    years = any(YEAR.search(word) for word in below)
    if years and YEAR.search(top[-1]) and len(top) > 1 and head_kind(top[-2]) == "attribute":
        return  # 2026年 behind 属性 is the first of the years below
    wide = [may_stand_over(word, years) for word in top]
    sizes = range(1, min(GROUPS, len(below)) + 1)
    places = [range(first, first + size) for size in sizes for first in range(len(top) - size + 1)]
    for groups in sorted(places, key=lambda groups: sum(not OVER.search(top[i]) for i in groups)):
        below_each = shares(below, [top[i] for i in groups]) if all(wide[i] for i in groups) else []
        if below_each:
            yield laid_out(words, upper, dict(zip(groups, below_each, strict=False)))


def may_stand_over(word: str, years: bool) -> bool:
    """规划目标, 全市 → True; 单位 → False; 2025年 over years → False"""
    if is_leaf(word) or head_kind(word) in ("serial", "unit", "attribute"):
        return False
    return not (years and YEAR.fullmatch(bare(word).rstrip("年")))


def laid_out(words: list[str], upper: int, groups: dict[int, int]) -> Head:
    """`groups`: for the head's words that stand over others, over how many."""
    first: list[int | None] = []
    second: list[int | None] = []
    spans, kinds, unknown = [], [], 0
    below = upper
    for i in range(upper):
        column, wide = len(first), groups.get(i, 0)
        if not wide:
            spans.append((0, column, 2, 1))
            first.append(i)
            second.append(None)
            kinds.append(head_kind(words[i]))
            unknown += kinds[-1] == "any"
            continue
        if wide > 1:
            spans.append((0, column, 1, wide))
        first += [i] + [None] * (wide - 1)
        second += range(below, below + wide)
        for word in words[below : below + wide]:
            kind = head_kind(word)
            kinds.append("figure" if kind in ("any", "name") else kind)
        below += wide
    return Head((tuple(first), tuple(second)), tuple(spans), tuple(kinds), unknown)


def shares(below: list[str], groups: list[str]) -> list[int]:
    """How many of the lower heads each upper one has: 2025年 2030年 2025年 2030年 below 全市, 城区 → [2, 2]; [] where it cannot
    be told."""
    count = len(groups)
    if count > len(below):
        return []
    if count == 1:
        return [len(below)]
    cuts = [i for i in range(1, len(below)) if starts_anew(below, i)]
    if (
        len(cuts) == count - 1
        or len(cuts := [i for i in range(1, len(below)) if turns_to_years(below, i)]) == count - 1
    ):
        edges = [0, *cuts, len(below)]
        return [b - a for a, b in itertools.pairwise(edges)]
    if any(word in groups[0] for word in BASE) and any(word in groups[-1] for word in TARGET) and count == 2:
        return [1, len(below) - 1]
    return [len(below) // count] * count if len(below) % count == 0 else []


def starts_anew(below: list[str], at: int) -> bool:
    """Does the word at `at` begin a group: the same as one before, or an earlier year than the last?"""
    if bare(below[at]) in {bare(word) for word in below[:at]} and bare(below[at]) == bare(below[0]):
        return True
    here, before = YEAR.search(below[at]), [m[0] for word in below[:at] if (m := YEAR.search(word))]
    return bool(here and before and here[0] <= before[-1] and bare(below[at]) in {bare(word) for word in below[:at]})


def turns_to_years(below: list[str], at: int) -> bool:
    """总面积 其中耕地 | 2026年 2027年: years on one side only"""
    return bool(YEAR.search(below[at - 1])) != bool(YEAR.search(below[at]))


def is_below_heads(words: list[str]) -> bool:
    """May these stand below heads: 2025年, 2030年; 新建, 加固? No figure, unit or attribute among them."""
    return not any(kind_of(word) in ("serial", "figure", "unit", "attribute", "dash") for word in words)


def may_be_head(word: str) -> bool:
    """指标, 2025年, 年均增长（%） → True; 118.6, 亿元, 预期性 → False"""
    kind = kind_of(word)
    if read_marker(word.strip()) is not None:
        return False
    return kind == "text" or (kind == "years" and bool(YEAR.search(word)))
