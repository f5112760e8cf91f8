"""One thing measured in two kinds of unit, and a capacity that is said per day.

冷库容量X亿平方米 ↔ 冷库容量X亿立方米; 2万m³/日原水调蓄水池: a pool holds, it does not deliver
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ..chinese.measures import family
from ..model.findings import Finding
from .passages import Passage, Reading, finding, part
from .statements import Statement, statements

KINDS = ("area", "volume", "length", "weight", "power")
LEAST = 3
POOL = re.compile(r"(?:蓄水池|调蓄池|水库库容|总库容|储罐|蓄水能力|储水池|清水池)")
PER_TIME = re.compile(r"/(?:日|天|d|小时|h|年)|每[日天]")


def find(reading: Reading) -> Iterator[Finding]:
    groups: dict[str, list[Statement]] = defaultdict(list)
    for one in statements(reading):
        if len(one.thing) >= LEAST:
            groups[one.thing].append(one)
    for thing, rows in groups.items():
        first = rows[0]
        for row in rows[1:]:
            units = (bare(first.target.unit), bare(row.target.unit))
            if are_apart(units) and first.target.address != row.target.address:
                here, there = first.passage, row.passage
                yield finding(reading, "units-apart", "unit_error", "sure", "unit-apart", here, (thing, *units), there)
                break
    for sentence in reading.sentences:
        yield from pools(reading, sentence)


def bare(unit: str) -> str:
    """“亿平方米” → 平方米"""
    return re.sub(r"^余?[十百千]?[万亿]{0,2}(?=.)", "", unit)


def are_apart(units: tuple[str, str]) -> bool:
    one, other = (family(unit) for unit in units)
    return one != other and one in KINDS and other in KINDS


def pools(reading: Reading, sentence: Passage) -> Iterator[Finding]:
    """A figure per day right before or behind the pool it is said of."""
    for match in POOL.finditer(sentence.text):
        reading.saw("units-apart")
        for value in reading.values(sentence):
            between = sentence.text[value.end : match.start()] if value.end <= match.start() else ""
            behind = sentence.text[match.end() : value.start] if value.start >= match.end() else ""
            near = (value.end <= match.start() and len(between) <= 4) or (
                value.start >= match.end() and len(behind) <= 4
            )
            if near and PER_TIME.search(value.printed) and not re.search("[，。；、]", between + behind):
                words = sentence.text[min(value.start, match.start()) : max(value.end, match.end())]
                said = (match.group(), re.sub(r"^[\d.,]+", "", value.printed))
                yield finding(reading, "units-apart", "unit_error", "sure", "unit-time", part(sentence, words), said)
