"""What a square metre costs, against its neighbours: 新建12500平方米，投资6.4亿元, where others cost a tenth.

Only within one paragraph or box, and only where at least two others agree: a price of its own kind is no mistake.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from statistics import median

from ..model.findings import Finding
from .passages import Passage, Reading, finding, part
from .values import Value

MONEY = re.compile(r"(?:总?投资|计划投资|资金)(?:约|为)?$")
BUILDS = re.compile(r"新建|扩建|建设|改扩建")
TIMES = 5  # of the median of the others
LEAST = 3  # prices of a group, with the one that is compared


def find(reading: Reading) -> Iterator[Finding]:
    groups: dict[str, list[tuple[Decimal, Passage, str]]] = defaultdict(list)
    for here in reading.sentences:
        if BUILDS.search(here.text) and (found := price_in(reading, here)):
            groups[here.unit].append((found[0], here, found[1]))
    for prices in groups.values():
        for price, here, words in prices if len(prices) >= LEAST else []:
            reading.saw("unit-prices")
            usual = median(other for other, there, _ in prices if there is not here)
            if price >= TIMES * usual:
                values = (here.text[:20], words, f"{price:.0f}", f"{price / usual:.0f}")
                yield finding(
                    reading,
                    "unit-prices",
                    "unit_error",
                    "ask",
                    "unit-price",
                    part(here, here.text.rstrip("。；")),
                    values,
                    computed=f"{words}={price:.0f}",
                )


def price_in(reading: Reading, here: Passage) -> tuple[Decimal, str] | None:
    """The one sum and the one floor area of a clause: 6.4亿元÷12500平方米"""
    values = reading.values(here)
    areas = [v for v in values if v.unit == "平方米" and v.number >= 500]
    sums = [v for v in values if is_money(here.text, v)]
    if len(areas) != 1 or len(sums) != 1:
        return None
    return sums[0].number / areas[0].number, f"{sums[0].printed}÷{areas[0].printed}"


def is_money(text: str, value: Value) -> bool:
    return value.unit == "元" and bool(MONEY.search(text[: value.start]))
