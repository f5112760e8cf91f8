"""Growth a year against the table of indicators: its own column, or its first and last value.

地区生产总值 142 → 200, 年均 7 ↔ 地区生产总值达到200亿元，年均增长10%左右
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..chinese.signs import narrow
from ..model.facts import Indicator
from ..model.findings import Finding, Tier
from .growth import FALLING, PRICES, REAL
from .passages import Passage, Reading, finding, part
from .rows import BRACKETS, ENDINGS, FIGURE, LEAST_NAME, NARROWER, core, row_passage, speaks_of_the_whole

GROWS = re.compile(
    r"(?P<between>[^。；，%]{0,18}(?:，(?:[到至]20\d\d年|五年)?)?)(?:年均|年平均)(?:增长率?|增速|递增)(?:率)?(?:达到?|为|保持在|稳定在|约)*"
    r"(?P<rate>\d+(?:\.\d+)?)%(?P<soft>以上|左右|以内)?"
)
OTHER_SUBJECT = re.compile(r"[、和及与]")
CLEAR = 0.9  # points between the text and the column from which on it is no rounding


def find_growth(reading: Reading) -> Iterator[Finding]:
    rows = [row for row in reading.plan.indicators if speaks_of_the_whole(row)]
    for row in rows:
        yield from own_column(reading, row)
    for row in rows:
        name = ENDINGS.sub("", core(row.name))
        if len(name) >= LEAST_NAME:
            yield from in_text(reading, row, name)


def own_column(reading: Reading, row: Indicator) -> Iterator[Finding]:
    """142, 200 and 9 % a year in one row: from the one to the other it is 7 %."""
    said, true = number(row.annual_growth), computed(reading, row)
    if said is None or true is None or row.cumulative:
        return
    reading.saw("table-text")
    if not is_near(row, said, true, 0.25 + 0.05):
        yield apart(reading, row, row_passage(reading, row), said, true, None)


def in_text(reading: Reading, row: Indicator, name: str) -> Iterator[Finding]:
    column, true = number(row.annual_growth), computed(reading, row)
    if column is None and true is None:
        return
    for sentence in reading.sentences:
        at = sentence.text.find(name)
        if at < 0 or "年" not in sentence.text or reading.looks_back(sentence.unit):
            continue
        start = max(sentence.text.rfind(sign, 0, at) for sign in "，；：、") + 1
        match = GROWS.match(sentence.text, at + len(name))
        if not match or NARROWER.search(sentence.text[start:at]) or OTHER_SUBJECT.search(match["between"]):
            continue
        reading.saw("table-text")
        rate, here = float(match["rate"]), part(sentence, sentence.text[start : match.end()])
        if column is not None and abs(rate - column) > (0.5 if match["soft"] else 0.04):
            yield in_both(reading, row, here, match, column)
        elif column is None and true is not None and not is_near(row, rate, true, 0.55 if match["soft"] else 0.3):
            yield apart(reading, row, here, rate, true, row_passage(reading, row))


def in_both(reading: Reading, row: Indicator, here: Passage, match: re.Match[str], column: float) -> Finding:
    tier: Tier = "sure" if abs(float(match["rate"]) - column) > CLEAR else "ask"
    name, there = BRACKETS.sub("", row.name), row_passage(reading, row)
    values = (f"{match['rate']}%", f"{column:g}%", name)
    formula = f"{values[0]}≠{values[1]}"
    return finding(reading, "table-text", "table_text", tier, "table-growth", here, values, there, formula)


def apart(reading: Reading, row: Indicator, here: Passage, said: float, true: float, there: Passage | None) -> Finding:
    years = str(years_of(reading, row))
    values = (row.baseline, row.target, years, f"{true:.1f}", f"{said:g}")
    formula = f"({row.target}÷{row.baseline})^(1/{years})−1={true:.1f}%"
    return finding(reading, "table-text", "arithmetic", "ask", "rate", here, values, there, formula)


def is_near(row: Indicator, said: float, true: float, allowed: float) -> bool:
    """Growth at constant prices may differ from that of two values at the prices of their years."""
    if REAL.search(row.name):
        allowed += FALLING if said > true else PRICES
    return abs(said - true) <= allowed


def computed(reading: Reading, row: Indicator) -> float | None:
    """Growth a year in percent, from the first value of the row to the last; of shares there is none."""
    first, last = number(row.baseline_value), number(row.target_value)
    if not first or not last or "%" in row.unit or row.cumulative or ENDINGS.search(core(row.name)):
        return None
    return ((last / first) ** (1 / years_of(reading, row)) - 1) * 100 if first > 0 < last else None


def years_of(reading: Reading, row: Indicator) -> int:
    start, end = reading.plan.card.period
    first, last = row.baseline_year, row.target_year
    years = int(last) - int(first) if first.isdigit() and last.isdigit() else 0
    return years if years > 0 else end - start + 1


def number(words: str) -> float | None:
    match = FIGURE.fullmatch(narrow(words)) if words and "[" not in words else None
    return float(match["number"].replace(",", "")) if match else None
