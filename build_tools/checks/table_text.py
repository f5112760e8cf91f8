"""The table of indicators against the text: another value for the same indicator and year, or a value that the table
leaves empty.

正文 森林覆盖率稳定在78.5%以上 ↔ 表1 森林覆盖率 2030年 78.2 → both are told
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ..chinese.measures import in_common_unit
from ..chinese.signs import narrow
from ..model.facts import Indicator
from ..model.findings import Finding, Tier
from .passages import Passage, Reading, clauses, finding, part
from .row_growth import find_growth
from .rows import BRACKETS, ENDINGS, FIGURE, LEAST_NAME, NARROWER, core, row_passage, speaks_of_the_whole
from .values import Value, as_decimal, values_in

BETWEEN = re.compile(
    r"(?:总?量|数量?|面积|规模)?(?:，?(?:到|至)?20\d\d年)?[均都力争要预计将]*"
    r"(?:分别)?(?:达到?|为|超过|突破|(?:提高|提升|增加|增长|扩大|上升|下降|降低?|减少)[到至]|稳定在|保持在|控制在|不低于|不少于)?"
    r"(?:约|近)?$"
)
GROWTH = re.compile(r"(?:年均)?(?:增长|增速|递增|下降|降低|减少|提高)(?![到至])")
ALONE = re.compile(r"(?:[到至]?20\d\d年)?(?:全[县市区旗]|我[县市区旗])?")  # what may stand before a name cut short
STAYS = re.compile(r"(?:稳定|保持|维持)在")
SUMMED = re.compile(
    r"^(?:五年|[“\"]?十[四五六]五[”\"]?(?:时期|期间)?)?累计|(?:五年)?累计(?:降低|下降|减少)?$|(?:降低|下降|减少)$"
)
OVER_YEARS = re.compile(r"累计|[五5]年")
IN_YEARS = re.compile(
    r"(?:总额|总量|率)?(?:[五5]年)?(?:累计)?(?:完成|达到?|为|实现|超过|突破|降低|下降|减少|新增|力争|约|近)*"
)
ROUGH = 10  # 1万人 may stand for 8000, but an editor asks where it is off by more than a tenth
SHORT_NAME = 6  # signs by which a long name is called in a text
BY = re.compile(r"20\d\d(?=年)")


def find(reading: Reading) -> Iterator[Finding]:
    rows = [(row, core(row.name)) for row in reading.plan.indicators if speaks_of_the_whole(row)]
    names = {name for _, name in rows}
    sentences = [(one, BRACKETS.sub("", one.text) if "（" in one.text else one.text) for one in reading.sentences]
    for row, name in rows:
        if len(name) < LEAST_NAME or row.target.startswith(("[", "［", "【")):
            continue
        short = short_name(name, names)
        for sentence, words in sentences:
            if short in words and not reading.looks_back(sentence.unit):
                yield from compared(reading, row, name if name in words else short, sentence, names)
    for row, name in rows:
        yield from over_the_years(reading, row, SUMMED.sub("", name))
    yield from find_growth(reading)


def over_the_years(reading: Reading, row: Indicator, name: str) -> Iterator[Finding]:
    """固定资产投资五年累计完成260亿元 ↔ [280]: a row in [ ] is the sum of the years, and so is what the text calls 累计"""
    total = next((cell for cell in (row.target, row.annual_growth) if cell.startswith(("[", "［", "【"))), "")
    if not total or len(name) < LEAST_NAME:
        return
    row = replace(row, target=total)
    for sentence in reading.sentences:
        if name not in sentence.text or reading.looks_back(sentence.unit):
            continue
        for _, clause in clauses(sentence.text):
            at = clause.find(name)
            if at < 0 or NARROWER.search(clause[:at].replace("累计", "")):
                continue
            value = next((value for value in values_in(clause) if value.start >= at + len(name)), None)
            between = clause[at + len(name) : value.start] if value else ""
            summed = OVER_YEARS.search(clause[: value.start]) or "新增" in name if value else None
            if value and summed and IN_YEARS.fullmatch(between):
                reading.saw("table-text")
                yield from told(reading, row, part(sentence, clause), sentence, value)


def short_name(name: str, names: set[str]) -> str:
    """城市空气质量优良天数比率 → 优良天数比率, if no other row ends so"""
    short = name[-SHORT_NAME:]
    fits = "占" not in name and len(name) >= SHORT_NAME + 4 and short.endswith(("率", "比例", "比重"))
    return short if fits and sum(other.endswith(short) for other in names) == 1 else name


def compared(reading: Reading, row: Indicator, name: str, sentence: Passage, names: set[str]) -> Iterator[Finding]:
    """The figure right behind the name, of the table's last year, whose unit is that of the table."""
    growth = bool(ENDINGS.search(name))
    for _, printed in clauses(sentence.text):
        clause = BRACKETS.sub("", printed)
        at = clause.find(name)
        if at < 0 or any(other != name and name in other and other in clause for other in names):
            continue
        if name != core(row.name) and not ALONE.fullmatch(clause[:at]):
            continue
        if NARROWER.search(clause[:at]) or (at and clause[at - 1] in "区镇乡县口户非"):
            continue
        between = ""
        for value in values_in(clause):
            between = clause[at + len(name) : value.start]
            if value.start >= at + len(name) and said_of(between, growth):
                yield from told(reading, row, part(sentence, printed), sentence, value)
                yield from not_stable(reading, row, part(sentence, printed), value, between)
                break
        reading.saw("table-text", bool(between))


def not_stable(reading: Reading, row: Indicator, here: Passage, value: Value, between: str) -> Iterator[Finding]:
    """优良天数比率稳定在96%, where the table says 92 for today: that is to rise, not to stay"""
    base = FIGURE.fullmatch(narrow(row.baseline)) if STAYS.search(between) else None
    number = as_decimal(in_common_unit(base["number"], narrow(row.unit) or "%")) if base else None
    if number is None or base is None or not same_unit(row, value) or value.unit != "%":
        return
    if value.number - number > 1 and value.number > number + step_of(base["number"], narrow(row.unit)):
        name = BRACKETS.sub("", row.name)
        there = row_passage(reading, row)
        said = (name, value.printed, row.baseline + (row.unit or "%"))
        formula = f"{value.printed}>{row.baseline}{row.unit}"
        yield finding(reading, "table-text", "contradiction", "ask", "stable", here, said, there, formula)


def said_of(between: str, growth: bool) -> bool:
    return bool(BETWEEN.fullmatch(between)) and (growth or not GROWTH.search(between))


def told(reading: Reading, row: Indicator, here: Passage, sentence: Passage, value: Value) -> Iterator[Finding]:
    years = set(BY.findall(sentence.text))
    if row.target_year and years and row.target_year not in years:
        return
    there = row_passage(reading, row)
    name = BRACKETS.sub("", row.name)
    if not row.target:
        if row.target_year and same_unit(row, value):
            values = (value.printed, name, row.target_year)
            yield finding(reading, "table-text", "missing_content", "ask", "table-empty", here, values, there)
        return
    match = FIGURE.fullmatch(narrow(row.target))
    number = as_decimal(in_common_unit(match["number"], narrow(row.unit) or "%")) if match else None
    if number is None or not match or not same_unit(row, value):
        return
    near = value.may_be(number, step_of(match["number"], narrow(row.unit)))
    if not near or abs(value.number - number) * ROUGH > number:
        against = (value.printed, row.target, name, row.target_year)
        formula = f"{value.printed}≠{row.target}{row.unit}"
        tier: Tier = "ask" if near else "sure"
        yield finding(reading, "table-text", "table_text", tier, "table-text", here, against, there, formula)


def step_of(printed: str, unit: str) -> Decimal:
    digits = len(printed.partition(".")[2])
    one = as_decimal(in_common_unit("1", unit or "%")) or Decimal(1)
    return one * Decimal(5).scaleb(-digits - 1)


def same_unit(row: Indicator, value: Value) -> bool:
    """Units whose common form is one; the table may print 亿元 and the text 万元."""
    own = values_in(f"1{narrow(row.unit) or '%'}")
    return bool(own) and own[0].unit == value.unit
