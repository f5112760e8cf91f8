"""A figure that is still open, beside the same one that is filled in elsewhere: 转化率达到X%以上 ↔ 转化率提升到70%."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..model.findings import Finding
from .passages import Reading, finding
from .statements import Statement, statements

LEAST = 4  # signs of the thing; shorter ones (产值, 里程) say too little


def find(reading: Reading) -> Iterator[Finding]:
    groups: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for one in statements(reading):
        if len(one.thing) >= LEAST:
            groups[one.thing, one.unit, one.target.per].append(one)
    for (thing, _, _), rows in groups.items():
        filled = next((row for row in rows if row.number is not None), None)
        for row in rows:
            if row.target.status == "placeholder":
                reading.saw("open-beside", filled is not None)
                if filled is not None:
                    here, there = row.passage, filled.passage
                    values = (thing, filled.printed)
                    yield finding(reading, "open-beside", "missing_content", "sure", "open-beside", here, values, there)
