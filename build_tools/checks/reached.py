"""Targets against what the plan tells of today: a rate that was reached already, and a figure of another scale.

2025年农村自来水普及率达到95% ↔ 到2030年农村自来水普及率达到92%; 茶园面积达到17万亩 ↔ 茶园面积稳定在18亩. Sums over the years
(累计, 新增) are no state, and 增速 may well fall.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..chinese.amounts import find_amounts
from ..chinese.subjects import subject_of
from ..model.findings import Finding, Tier
from .passages import Passage, Reading, clauses, finding, part
from .statements import KEPT, Statement, statements, thing_of
from .values import Value, value_of

TO_RISE = re.compile(r"率$|(?:研发|科技|数字经济|高新)[^，。]{0,20}(?:比重|占比|强度)$")
STATE = re.compile(r"(?:达到?|稳定在|保持在|维持在|(?:提高|提升|增加|增长|扩大)[到至]|突破|超过|拥有|总量为?|总数为?)$")
FIGURE_AT_END = re.compile(r"[\d.,]+[^\d]*$")
TO_FALL = re.compile(  # amounts that a plan may well set lower than today's
    r"能耗|耗|排放|用水|化肥|农药|浓度|病|案|事故|亡|债|失业|贫困|危|人口|户|沙化|退化|荒漠|天数|时间|小时|分钟|距离|差|比|空置|库存|投诉|价|成本|杠杆"
)
MAY_FALL = re.compile(  # and what is to fall, or goes up and down with the weather and the market
    r"失业|死亡|发生|发病|贫困|空置|漏损|损耗|流失|投诉|辍学|超标|负债|不良|逾期|抚养|出生|增长|增幅|重复|损失|死淘|事故|案|"
    r"优良|空气|水质|产销|收益|回报|利润|周转|开工|产能利用|入住|出租|税|费|利率|汇率"
)
OVER_YEARS = re.compile(r"累计|新增|每年|年均|增速|(?:增长|提高|提升|下降|减少|降低|增加)(?![到至])|同比|全[国省]|平均")
NARROWER = re.compile(r"其中|部分|试点|示范|首批|一期|二期|新区|园区")
LEAST = 4  # signs of a thing; shorter ones say too little
LESS = Decimal(1)  # points below today's value that are told: less may be care with a promise
SMALL, TWENTIETH = Decimal(20), 20  # but of 2.4 % two tenths are much
SCALE, SURE_SCALE = 100, 1000  # times one another: of such two figures one has lost its 万

Today = tuple[Value, Passage]


def find(reading: Reading) -> Iterator[Finding]:
    said = [one for one in statements(reading) if is_state(one)]
    wanted = {(one.thing, one.unit) for one in said}
    today = {key: found for key, found in told_of_today(reading) if key in wanted}
    for one in said:
        found = today.get((one.thing, one.unit))
        reading.saw("reached", found is not None)
        if found is not None and one.number:
            yield from compared(reading, one, one.number, *found)


def is_state(one: Statement) -> bool:
    """What stands at a figure by the end of the plan, of the whole; no sum over its years, no growth."""
    row = one.target
    whole = (
        len(one.name) >= LEAST
        and not one.local
        and one.act in ("", KEPT)
        and row.kind not in ("growth_rate", "increment")
    )
    return bool(
        whole and one.number and not row.per and not OVER_YEARS.search(row.subject + clause_of(row.quote, row.value))
    )


def clause_of(quote: str, value: str) -> str:
    """What stands before the figure in its clause."""
    return next((clause[: clause.find(value)] for _, clause in clauses(quote) if value in clause), "")


def told_of_today(reading: Reading) -> Iterator[tuple[tuple[str, str], Today]]:
    """Quantities of the chapters that look back, by thing and unit."""
    for sentence in reading.sentences:
        if not reading.looks_back(sentence.unit):
            continue
        amounts = find_amounts(sentence.text)
        for number, amount in enumerate(amounts):
            value = value_of(sentence.text, amount)
            before = sentence.text[: amount.start]
            clause = before[max(before.rfind(sign) for sign in "，；。：") + 1 :]
            if value is None or OVER_YEARS.search(clause) or NARROWER.search(clause):
                continue
            thing, act = thing_of(subject_of(sentence.text, amounts, number).replace(reading.plan.card.name, ""))
            if act in ("", KEPT):
                words = part(sentence, clause + sentence.text[amount.start : amount.end])
                yield (thing, value.unit), (value, words)


def is_less(number: Decimal, today: Decimal) -> bool:
    less = today - number
    return less >= LESS or (today < SMALL and less * TWENTIETH >= today)


def is_lower(one: Statement, there: Passage) -> bool:
    """Both places say where an amount stands, and it is none that is meant to fall."""
    before = one.target.quote[: one.target.quote.find(one.target.value)]
    stands = STATE.search(before) and STATE.search(FIGURE_AT_END.sub("", there.text))
    return bool(stands) and not TO_FALL.search(one.thing) and not MAY_FALL.search(one.thing)


def compared(reading: Reading, one: Statement, number: Decimal, today: Value, there: Passage) -> Iterator[Finding]:
    if not today.number:
        return
    times = max(number / today.number, today.number / number)
    values = (one.thing, today.printed, one.printed)
    if one.unit == "%":
        if (
            TO_RISE.search(one.thing)
            and not MAY_FALL.search(one.thing)
            and is_less(number, today.number)
            and NARROWER.search(one.target.quote) is None
        ):
            formula = f"{one.printed}<{today.printed}"
            yield finding(reading, "reached", "contradiction", "ask", "reached", one.passage, values, there, formula)
    elif number < today.number and times < SCALE and is_lower(one, there):
        values = (one.thing, today.printed, one.printed)
        formula = f"{one.printed}<{today.printed}"
        yield finding(reading, "reached", "contradiction", "ask", "reached", one.passage, values, there, formula)
    elif times >= SCALE:
        tier: Tier = "sure" if times >= SURE_SCALE else "ask"
        yield finding(reading, "reached", "contradiction", tier, "scale", one.passage, values, there)
