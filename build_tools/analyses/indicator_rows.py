"""What the rows of an indicator table are to each other: which are one indicator, and which empty cells print may have
covered.

A number printed before the name is no key: some tables have none, and two tables of a plan both begin at 1.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from ..model.edition import Problem
from ..model.facts import Indicator

VALUES = ("baseline", "target", "annual_growth")


def related(rows: list[Indicator]) -> list[Indicator]:
    """All rows of a plan, each with its group, its id and its doubtful cells."""
    seen: Counter[str] = Counter()
    found: list[Indicator] = []
    for group in groups_of(rows):
        key = key_of(group[0])
        seen[key] += 1
        key += f"-{seen[key]}" if seen[key] > 1 else ""
        found += with_ids(with_doubts(group), f"{group[0].plan}:{key}")
    return found


def groups_of(rows: list[Indicator]) -> Iterator[list[Indicator]]:
    """Rows in a row with one name and number, split by a breakdown: 9 收入增长 城镇, 9 收入增长 农村 → one indicator; 1 甲, 2 甲 →
    two"""
    for (*_same, divided), group in groupby(rows, lambda i: (i.address, i.no, i.name, bool(i.breakdown))):
        found = list(group)
        yield from [found] if divided else [[row] for row in found]


def key_of(row: Indicator) -> str:
    """Eight characters made of name and unit, white space aside: the same whatever number the next edition prints."""
    words = "".join(f"{row.name}|{row.unit}".split())
    return hashlib.sha256(words.encode("utf-8")).hexdigest()[:8]


def with_ids(group: list[Indicator], key: str) -> list[Indicator]:
    """one:3f9a01bc, or of rows of a breakdown one:3f9a01bc:1, one:3f9a01bc:2"""
    if len(group) == 1:
        return [replace(group[0], group=key, id=key)]
    return [replace(row, group=key, id=f"{key}:{place}") for place, row in enumerate(group, 1)]


def with_doubts(group: list[Indicator]) -> list[Indicator]:
    """An empty cell below a filled one of the same indicator: print may have one cell over both rows, and the text does
    not tell.

    The values of another area stand in columns of their own, in the same row: there is no cell above them.
    """
    found = group[:1]
    for row in group[1:]:
        above = found[-1]
        doubts = [
            name
            for name in VALUES
            if row.source_line != above.source_line
            and not getattr(row, name)
            and (getattr(above, name) or name in above.doubtful)
        ]
        found.append(replace(row, doubtful=tuple(doubts)))
    return found


def doubts_of(rows: list[Indicator]) -> list[Problem]:
    return [
        Problem("note", "cell-perhaps-merged", row.source_line, (row.name, row.breakdown))
        for row in rows
        if row.doubtful
    ]
