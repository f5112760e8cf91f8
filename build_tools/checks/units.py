"""Units that do not measure what they stand behind, units that do not exist, shares above the whole.

装机容量120万千瓦时 → a capacity is no energy; 66WKW → no unit; 池塘1.2万平方公里 → more than a county; 普及率108% → more than all
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..model.findings import Finding
from .passages import Passage, Reading, clauses, finding, part
from .values import Value, values_in

SCALE = r"余?[十百千]?[万亿]{0,2}"
RIGHT_UNITS = (  # quantity, the units it may have, the words that make another unit right
    (re.compile(r"装机容量|装机规模|总装机"), re.compile(SCALE + r"(?:千瓦|兆瓦|[KkMG]W|吉瓦)"), re.compile(r"$^")),
    (
        re.compile(r"发电总?量|上网电量|用电量|供电量"),
        re.compile(SCALE + r"(?:千瓦时|度|[KkMG]Wh|%)"),
        re.compile(r"$^"),
    ),
    (re.compile(r"孕产妇死亡率|婴儿死亡率"), re.compile(r"‰|%|/10万|1/10万"), re.compile(r"$^")),
    (
        re.compile(r"冷库容量|冷库库容|库容|储气能力|仓容"),
        re.compile(SCALE + r"(?:立方米|吨|m³|标方|斤|公斤)"),
        re.compile(r"面积"),
    ),
    (
        re.compile(r"(?:耕地|黑土地|农田|草原|林地|茶园|果园)(?:保护|保有)?面积"),
        re.compile(SCALE + r"(?:亩|公顷|平方公里|%)"),
        re.compile(r"$^"),
    ),
)
VERB = r"(?:达到?|为|约|近|超过?|突破|提升到|提高到|增加到|稳定在|保持在|控制在|总量|规模|[:：])"
NO_UNIT = re.compile(
    r"\d(?P<unit>(?:W[KM]W|MH|KWH?W|WKWH|万K?WW|千千瓦|万万|亿亿|元元|亩亩|吨吨|个个|%%|℃℃)(?![A-Za-z]))"
)
SHARE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{0,12}(?<!增长)(?<!倍)(?:覆盖率|普及率|巩固率|参保率|入园率|入学率|合格率|达标率|利用率|处理率|通达率|签约率|比例|比重|占比|满意度|完好率|供水保证率|知晓率|办结率|就业率|优良率|化率|到位率|配备率|建成率|收集率))(?P<verb>均|都|分别)?(?:预计|力争|已)?(?:达到?|为|提高到|提升到|稳定在|保持在|不低于|超过|在)?$"
)
LARGE_AREA = Decimal(
    10000
)  # square kilometres; no county of the east has as much, those that have do not reckon ponds so
TREATED = re.compile(r"(?:污水|垃圾|粪污|供水|制水)[^，。；]{0,6}(?:处理|供水|制水)(?:能力|规模)")


def find(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.sentences:
        for at, clause in clauses(sentence.text):
            here = part(sentence, clause)
            values = values_in(clause)
            yield from wrong_units(reading, here, values)
            yield from shares(reading, here, values)
            yield from areas(reading, here, values)
            yield from capacities(reading, here, values, sentence.text[at + len(clause) : at + len(clause) + 2])
        for match in NO_UNIT.finditer(sentence.text):
            words = sentence.text[max(0, match.start() - 12) : match.end() + 4]
            yield finding(
                reading, "units", "unit_error", "sure", "unit-spelling", part(sentence, words), (match["unit"],)
            )


def wrong_units(reading: Reading, here: Passage, values: list[Value]) -> Iterator[Finding]:
    """The quantity must stand right before the figure, with a verb between them at most."""
    for value in values:
        before = here.text[: value.start]
        for quantity, right, other in RIGHT_UNITS:
            match = re.search(rf"(?P<name>{quantity.pattern})(?:{VERB}){{0,2}}$", before)
            if match and value.unit and not right.fullmatch(bare_unit(value)) and not other.search(before):
                yield finding(reading, "units", "unit_error", "sure", "unit", here, (match["name"], bare_unit(value)))


def bare_unit(value: Value) -> str:
    """“120万千瓦时” → 万千瓦时"""
    return re.sub(r"^[\d.,]+", "", value.printed)


def shares(reading: Reading, here: Passage, values: list[Value]) -> Iterator[Finding]:
    for value in values:
        match = SHARE.search(here.text[: value.start])
        if match and value.unit == "%" and value.number > 100:
            yield finding(reading, "units", "implausible", "sure", "share", here, (match["name"],))


def areas(reading: Reading, here: Passage, values: list[Value]) -> Iterator[Finding]:
    for value in values:
        if value.unit == "平方公里" and value.number >= LARGE_AREA:
            unit = re.sub(r"^[\d.,]+", "", value.printed)
            digits = value.printed[: len(value.printed) - len(unit)]
            yield finding(reading, "units", "unit_error", "sure", "too-large", here, (digits, unit))


def capacities(reading: Reading, here: Passage, values: list[Value], behind: str) -> Iterator[Finding]:
    for value in values:
        before = here.text[: value.start]
        match = TREATED.search(before)
        told = re.search(r"日|天|年|每", before) or re.search(r"/|每|日", here.text[value.end :][:3] + behind)
        if match and len(before) - match.end() <= 10 and value.unit in ("吨", "立方米") and not told:
            yield finding(reading, "units", "unit_error", "ask", "unit-missing-time", here)
