"""Growth recomputed from what stands beside it, and yearly figures against the sum of the years.

由32亿元增加到48亿元，增长60% → 50 %; 由2025年的186亿元提高到2030年的300亿元，年均增长13% → 10 % a year; 每年30、五年累计150 → right
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ..model.findings import Finding, Tier
from .passages import Passage, Reading, finding, part
from .values import Value, shown, shown_like

FROM = re.compile(r"(?:由|从)(?:(?P<year>20\d\d)年(?:底|末)?的?)?[^，。；由从]{0,12}?$")
TO = re.compile(
    r"^[^，。；]{0,6}?(?:增加|提高|提升|增长|扩大|上升|发展|减少|下降|降低?|压减|压缩|缩小|增)(?:到|至|为)(?:(?P<year>20\d\d)年的?)?[^，。；\d]{0,8}$"
)
GREW = re.compile(
    r"^[，、（(]?(?:累计|比\S{0,8})?(?:增长|增幅(?:达到?|为)?|提高|提升|下降|减少|降幅(?:达到?|为)?)(?:了|约|近)?$"
)
YEARLY_RATE = re.compile(r"^[，、（(]?(?:年均|年平均|平均每年)(?:增长|增速|递增|提高|下降)(?:率)?(?:达到?|为|约)?$")
EACH_YEAR = re.compile(r"(?:每年|年均)[^，。；]{0,14}$")
TOGETHER = re.compile(
    r"^[^。；]{0,10}?(?P<years>[三四五两3-5])年(?:内)?(?:累计|共|合计|共计|总计|新建|新增|改造|治理|完成|建设|培育|培训)[^，。；\d]{0,12}$"
)
GROWS = re.compile(r"增长|增加到|提高到|下降|减少到|每年")  # sentences that this check is about
FROM_OR_EACH = re.compile(r"[由从].*[到至为]|每年|年均")  # and those whose reckoning it can follow
OVER_PERIOD = re.compile(
    r"比[“\"]?十[一二三四五六]五[”\"]?(?:时期)?(?:期)?末[^，。；]{0,4}(?:增长|提高|下降)(?:了|约)?$"
)
A_YEAR = re.compile(r"^[，、]年均(?:增长|提高|下降|增速)(?:率)?(?:为|约|达到?)?$")
WITHIN = re.compile(r"(?:用|利用)?(?P<years>[三四五两2-5])年(?:内|时间)")
SAME_DEED = re.compile(
    r"(?:^|[，。；：])(?P<deed>治理|改造|新建|建设|培育|培训|营造|修复|放流|引进|新增)[^，。；\d]{0,12}$"
)
EACH_IN_CLAUSE = re.compile(r"每年[^，。；\d]{0,10}$")
YEARS = {"两": 2, "三": 3, "四": 4, "五": 5}
ROUNDED = 3  # points by which growth may be off where figures of one digit (5万人) stand for more exact ones
REAL = re.compile(r"生产总值|增加值|GDP")  # its growth is told at constant prices, its value at those of the year
PRICES = 2.0  # points a year that this may explain where prices rise
FALLING = 1.0  # and where they fall
RATE_FIRST = re.compile(r"(?:年均|年平均|平均每年|每年)(?:增长|增速|递增|提高)(?:率)?(?:达到?|为|约)?$")
THEN_TOTAL = re.compile(r"^[，、](?P<years>[三四五两3-5])年(?:内)?(?:累计|共|合计|总计)(?:增长|提高)(?:了|约|近)?$")
SOFT = re.compile(r"以上|左右|不少于|不低于|超过|至少|约|近|余")


def find(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.sentences:
        values = reading.values(sentence)
        if len(values) > 1 and GROWS.search(sentence.text):
            reading.saw("growth", bool(FROM_OR_EACH.search(sentence.text)))
        for first, second, third in zip(values, values[1:], [*values[2:], None], strict=False):
            if third is not None:
                yield from growth(reading, sentence, first, second, third)
            yield from yearly(reading, sentence, first, second)
            yield from total_growth(reading, sentence, first, second)
        yield from paces(reading, sentence, values)
        yield from each_year_of_all(reading, sentence, values)


def growth(reading: Reading, sentence: Passage, low: Value, high: Value, rate: Value) -> Iterator[Finding]:
    text = sentence.text
    before = FROM.search(text[: low.start])
    after = TO.match(text[low.end : high.start])
    between = text[high.end : rate.start]
    if not before or not after or rate.unit not in ("%", "倍") or low.number <= 0 or high.number <= 0:
        return
    times = Decimal(100 if rate.unit == "倍" else 1)  # 增长1.5倍 is 150 %
    if low.unit != high.unit and low.unit:
        return
    words = part(sentence, text[clause_start(text, low) : rate.end])
    if GREW.match(between):
        lowest = (high.number - high.step) / (low.number + low.step) * 100 - 100
        highest = (high.number + high.step) / (low.number - low.step) * 100 - 100 if low.number > low.step else lowest
        change = (high.number / low.number - 1) * 100
        if not within(rate, times, min(abs(lowest), abs(highest)), max(abs(lowest), abs(highest))):
            said: tuple[str, ...] = (low.printed, high.printed, shown(abs(change)), shown(rate.number * times))
            formula = f"{high.printed}÷{low.printed}−1={shown(change)}%"
            yield finding(reading, "growth", "arithmetic", "sure", "growth", words, said, computed=formula)
        elif abs(abs(change) - rate.number * times) >= ROUNDED and low.step:
            said = (low.printed, high.printed, shown(abs(change)), shown(rate.number * times))
            formula = f"{high.printed}÷{low.printed}−1={shown(change)}%"
            yield finding(reading, "growth", "arithmetic", "ask", "growth", words, said, computed=formula)
    elif YEARLY_RATE.match(between) and rate.unit == "%":
        at_prices = bool(REAL.search(text[: low.start]))
        years = years_between(reading, before["year"], after["year"])
        yearly_rate = (float(high.number / low.number) ** (1 / years) - 1) * 100
        more = float(rate.number) - abs(yearly_rate)
        allowed = (FALLING if more > 0 else PRICES) if at_prices else 0.25
        if abs(more) > float(rate.step) + allowed:
            said = (low.printed, high.printed, str(years), f"{abs(yearly_rate):.1f}", shown(rate.number))
            formula = f"({high.printed}÷{low.printed})^(1/{years})−1={yearly_rate:.1f}%"
            yield finding(
                reading, "growth", "arithmetic", "ask" if at_prices else "sure", "rate", words, said, computed=formula
            )


def within(rate: Value, times: Decimal, low: Decimal, high: Decimal) -> bool:
    return low - rate.step * times <= rate.number * times <= high + rate.step * times


def years_between(reading: Reading, first: str | None, last: str | None) -> int:
    """The years named, or those of the plan: from the year before it to its last."""
    start, end = reading.plan.card.period
    years = int(last or end) - int(first or start - 1)
    return years if years > 0 else end - start + 1


def yearly(reading: Reading, sentence: Passage, each: Value, total: Value) -> Iterator[Finding]:
    """每年治理30平方公里，五年累计治理150平方公里; with 以上 and the like the sum may be more, not less."""
    text = sentence.text
    together = TOGETHER.match(text[each.end : total.start])
    if not EACH_YEAR.search(text[: each.start]) or not together or each.unit != total.unit or each.unit in ("%", ""):
        return
    years = YEARS.get(together["years"]) or int(together["years"])
    added, step = each.number * years, each.step * years
    soft = SOFT.search(text[max(0, each.start - 4) : total.end + 4])
    near = total.may_be(added, step)
    off = abs(total.number - added) * 10 > added
    if (near and (soft or not off)) or (soft and not off):
        return
    values = (each.printed, years, shown_like(added, total), total.printed)
    words = part(sentence, text[clause_start(text, each) : total.end])
    formula = f"{each.printed}×{years}={shown_like(added, total)}"
    tier: Tier = "ask" if near else "sure"
    yield finding(reading, "growth", "arithmetic", tier, "yearly", words, values, computed=formula)


def total_growth(reading: Reading, sentence: Passage, total: Value, rate: Value) -> Iterator[Finding]:
    """比“十二五”期末增长10%，年均增长2.9%, or 年均增长10%，五年累计增长80%: five years of 2.9 % make 15.4 %, of 10 % 61 %"""
    text = sentence.text
    if total.unit != "%" or rate.unit != "%":
        return
    between = text[total.end : rate.start]
    later = THEN_TOTAL.match(between) if RATE_FIRST.search(text[: total.start]) else None
    if not later and not (OVER_PERIOD.search(text[: total.start]) and A_YEAR.match(between)):
        return
    first, last, years = total, rate, 5
    if later:
        total, rate, years = rate, total, YEARS.get(later["years"]) or int(later["years"])
    lowest, highest = (((1 + float(rate.number + sign * rate.step) / 100) ** years - 1) * 100 for sign in (-1, 1))
    if not lowest - 1 <= float(total.number) <= highest + 1:
        added = f"{((1 + float(rate.number) / 100) ** years - 1) * 100:.1f}"
        said = (shown(rate.number), str(years), added, shown(total.number))
        words = part(sentence, text[clause_start(text, first) : last.end])
        formula = f"(1+{shown(rate.number)}%)^{years}−1={added}%"
        yield finding(reading, "growth", "arithmetic", "sure", "total-growth", words, said, computed=formula)


def paces(reading: Reading, sentence: Passage, values: list[Value]) -> Iterator[Finding]:
    """3年内完成105个小区改造，每年改造21个小区: 21 in three years are 63; the years are said once for the whole sentence."""
    text = sentence.text
    within_years = WITHIN.search(text)
    if not within_years:
        return
    years = YEARS.get(within_years["years"]) or int(within_years["years"])
    for at, each in enumerate(values):
        before = EACH_IN_CLAUSE.search(text[: each.start])
        if not before:
            continue
        totals = [
            v for v in values[:at] if v.unit == each.unit and v.end <= before.start() and v.unit not in ("%", "", "年")
        ]
        if not totals or totals[-1].start < within_years.start():
            continue
        total = totals[-1]
        added, step = each.number * years, each.step * years
        if total.may_be(added, step) or abs(total.number - added) * 20 <= added:
            continue
        said = (each.printed, years, shown_like(added, total), total.printed)
        words = part(sentence, text[clause_start(text, total) : clause_end(text, each)])
        formula = f"{each.printed}×{years}={shown_like(added, total)}≠{total.printed}"
        yield finding(reading, "growth", "arithmetic", "sure", "yearly", words, said, computed=formula)


def each_year_of_all(reading: Reading, sentence: Passage, values: list[Value]) -> Iterator[Finding]:
    """治理沙化土地240万亩，每年治理40万亩: 40 in each year of the plan are 200; what was done before may be counted in"""
    text = sentence.text
    first, last = reading.plan.card.period
    years = last - first + 1
    for total, each in pairwise(values):
        deed = SAME_DEED.search(text[: total.start])
        between = text[total.end : each.start]
        if not deed or each.unit != total.unit or not re.fullmatch(f"，每年{deed['deed']}[^，。；\\d]{{0,8}}", between):
            continue
        added, step = each.number * years, each.step * years
        soft = SOFT.search(text[max(0, each.start - 4) : each.end + 4]) or WITHIN.search(text[: each.end])
        if not total.may_be(added, step) and not soft:
            said = (each.printed, years, shown_like(added, total), total.printed)
            words = part(sentence, text[clause_start(text, total) : each.end])
            formula = f"{each.printed}×{years}={said[2]}≠{total.printed}"
            yield finding(reading, "growth", "arithmetic", "ask", "yearly", words, said, computed=formula)


def clause_end(text: str, value: Value) -> int:
    return min((at for sign in "，；。" if (at := text.find(sign, value.end)) >= 0), default=len(text))


def clause_start(text: str, value: Value) -> int:
    return max((text.rfind(sign, 0, value.start) for sign in "，；。："), default=-1) + 1
