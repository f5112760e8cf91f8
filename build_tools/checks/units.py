"""Units that do not measure what they stand behind, units that do not exist, shares above the whole.

装机容量120万千瓦时 → a capacity is no energy; 66WKW → no unit; 池塘1.2万平方公里 → more than a county; 普及率108% → more than all
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ..chinese.measures import family, read_measure
from ..chinese.word_lists import words_of
from ..model.findings import Finding
from .latin_units import BEHIND_A_FIGURE, near_unit
from .passages import Passage, Reading, finding, part, told_together
from .values import Value

SCALE = r"余?[十百千]?[万亿]{0,2}"
VERB = (
    r"(?:达到?|为|约|近|超过?|突破|提升到|提高到|增加到|下降到|降到|降至|降低到|稳定在|保持在|控制在|总量|规模|[:：])"
)


def measured(names: str) -> re.Pattern[str]:
    """The quantity right before a figure, with a verb or two between them."""
    return re.compile(rf"(?P<name>{names})(?:{VERB}){{0,2}}$")


NEVER = re.compile(r"$^")
AREAS = "(?:耕地|黑土地|农田|草原|林地|茶园|果园|湿地|绿地|种植|养殖|经营|承包|流转|播种)(?:保护|保有)?面积"
RIGHT_UNITS = (  # quantity, the units it may have, the words that make another unit right
    (measured("装机容量|装机规模|总装机"), re.compile(SCALE + r"(?:千瓦|兆瓦|[KkMG]W|吉瓦|%|倍)"), NEVER),
    (measured("(?<!变)(?:发电总?量|[上外]?[网送售用供输发]电量)"), re.compile(SCALE + r"(?:千瓦时|度|[KkMG]Wh|%|倍)"), NEVER),
    (measured("孕产妇死亡率"), re.compile(r"/10万|1/10万"), re.compile(r"下降|降低|降幅|10万分之")),
    (measured("婴儿死亡率|新生儿死亡率|5岁以下儿童死亡率"), re.compile(r"‰|/10万|1/10万|/千"), re.compile(r"下降|降低|降幅")),
    (measured("冷库容[量积]|冷库库容|库容|储气能力|仓容"), re.compile(SCALE + r"(?:立方米|吨|m³|标方|斤|公斤|%|倍)"), re.compile(r"面积")),
    (measured(AREAS), re.compile(SCALE + r"(?:亩|公顷|平方公里|平方米)"), re.compile(r"占|比重|比例|率|下降|增长|增加|扩大|[、和]")),
    (measured("养殖水体"), re.compile(SCALE + r"(?:立方米|m³|空方|%|倍)"), re.compile(r"面积|水面")),
    (measured("(?:细颗粒物|可吸入颗粒物|PM2\\.?5|PM10)(?:年)?(?:平|年)?均?浓度"), re.compile(r"微克/立方米|[μu]g/m³|%|个百分点"), NEVER),
    (measured("供热能力"), re.compile(SCALE + r"(?:千瓦|兆瓦|[KkMG]W|吉焦|平方米|吨/小时|蒸吨|%|倍)"), NEVER),
)  # fmt: skip
MEASURED = re.compile(r"水体|浓度|装机|发电|电量|死亡率|库容|冷库|储气|仓容|面积|供热能力")
CLAUSE_BEFORE = re.compile(r"[^，。；：！？]*")
CLAUSE_BEHIND = re.compile(r"[^，。；：！？]*")
NO_UNIT = re.compile(r"\d(?P<unit>千千瓦|万万|亿亿|元元|亩亩|吨吨|个个|%%|℃℃)")
VERBS_BETWEEN = re.compile(f"{VERB}{{0,2}}$")
MORE_MONEY = re.compile(
    r"[亿万]?元?企业|[个家户][^，。；]{0,8}(?:企业|项目|产业|集群|县|镇|村)|[亿万]"
)  # 产值10亿元企业; 2个亿
SHARE = re.compile(  # every 率 that is a part of a whole
    r"(?P<name>[\u4e00-\u9fff]{0,12}(?<!增长)(?<!倍)(?:(?<=[\u4e00-\u9fff]{2})率|比例|比重|占比|满意度))"
    r"(?P<verb>均|都|分别)?(?:预计|力争|已)?(?:达到?|为|提高到|提升到|稳定在|保持在|不低于|超过|在)?$"
)
MAY_BE_MORE = re.compile(  # and those that are none
    r"(?:增长|增幅|溢价|收益|回报|利润|周转|负债|杠杆|充足|拨备覆盖|产销|产能利用|抚养|容积|毛入学|毛入园|换手|贷存|存贷|投资效|"
    r"投入产出|保值增值|劳动生产|倍|功|频|概|汇|利|税|费|心|速|效|增|升|降|涨|[单亩]产)率$"
)
WHOLE_THINGS = ("人", "户", "座", "家", "所", "名", "台", "辆", "处", "头", "只", "株", "套", "张", "人次")
PER_SO_MANY = re.compile(r"[每均比率/]|/|系数|当量|折合")
WIDE = re.compile(
    rf"(?:高标准农田|耕地保有量|永久基本农田|黑土地|播种面积|种植面积|造林(?:面积)?|营造林|草原|退化草原|水土流失(?:面积)?|灌溉面积|示范片)(?:面积)?{VERB}{{0,2}}$"
)
LEAST_OF_WIDE = 150  # mu; a county has thousands of them
LARGE_AREA = Decimal(
    10000
)  # square kilometres; no county of the east has as much, those that have do not reckon ponds so
TREATED = re.compile(r"(?:污水|垃圾|粪污|供水|制水)[^，。；]{0,6}(?:处理|供水|制水)(?:能力|规模)|^原?有?处理能力")


def find(reading: Reading) -> Iterator[Finding]:
    """The same mistake in several places is told once, with the first two of them."""
    yield from told_together(found_in(reading))


def found_in(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.sentences:
        for value in reading.values(sentence):
            here, before = clause_at(sentence, value)
            reading.saw("units", bool(value.unit))
            behind = sentence.text[value.end : value.end + 16]
            yield from wrong_units(reading, here, before, value)
            yield from wrong_kinds(reading, here, before, behind, value)
            yield from shares(reading, here, before, value)
            yield from without_scale(reading, here, before, value)
            yield from areas(reading, here, value)
            yield from capacities(reading, here, before, behind[:3], value)
        for match in (*NO_UNIT.finditer(sentence.text), *latin_slips(sentence.text)):
            words = sentence.text[max(0, match.start() - 12) : match.end() + 4]
            yield finding(
                reading, "units", "unit_error", "sure", "unit-spelling", part(sentence, words), (match["unit"],)
            )


def latin_slips(text: str) -> Iterator[re.Match[str]]:
    """50万KWW, 370MH: what stands behind a figure and is one letter away from a unit"""
    yield from (match for match in BEHIND_A_FIGURE.finditer(text) if near_unit(match["letters"]))


@cache
def measured_in() -> dict[str, frozenset[str]]:
    """旅客吞吐量 → people: a quantity, and the units or families of units in which it is measured"""
    lines = (line.split() for line in words_of("measured_in"))
    return {name: frozenset(units) for name, *units in lines}


def of_another_kind(before: str, behind: str, value: Value) -> str:
    """“新建造船能力”, 160万千瓦时 → 造船能力: the quantity right before the figure, if it is not measured so"""
    unit = read_measure(bare_unit(value)).unit
    kind = family(bare_unit(value))
    if not unit or kind == "rate" or MORE_MONEY.match(behind):
        return ""
    words = VERBS_BETWEEN.sub("", before)
    longest = next((words[-length:] for length in range(7, 1, -1) if words[-length:] in measured_in()), "")
    right = measured_in().get(longest, frozenset())
    return "" if not longest or right & {unit, kind} else longest


def clause_at(sentence: Passage, value: Value) -> tuple[Passage, str]:
    """The clause of a quantity, and what stands in it before the quantity."""
    text = sentence.text
    start = CLAUSE_BEFORE.match(text[: value.start][::-1])
    first = value.start - (start.end() if start else 0)
    last = CLAUSE_BEHIND.match(text, value.end)
    return part(sentence, text[first : last.end() if last else value.end]), text[first : value.start]


def wrong_units(reading: Reading, here: Passage, before: str, value: Value) -> Iterator[Finding]:
    """The quantity must stand right before the figure, with a verb between them at most."""
    if not value.unit or not MEASURED.search(before):
        return
    for quantity, right, other in RIGHT_UNITS:
        match = quantity.search(before)
        if match and not right.fullmatch(bare_unit(value)) and not other.search(before):
            yield finding(reading, "units", "unit_error", "sure", "unit", here, (match["name"], bare_unit(value)))
            return


def wrong_kinds(reading: Reading, here: Passage, before: str, behind: str, value: Value) -> Iterator[Finding]:
    if name := of_another_kind(before, behind, value):
        yield finding(reading, "units", "unit_error", "sure", "unit", here, (name, bare_unit(value)))


def bare_unit(value: Value) -> str:
    """“120万千瓦时” → 万千瓦时"""
    return re.sub(r"^[\d.,]+", "", value.printed)


def without_scale(reading: Reading, here: Passage, before: str, value: Value) -> Iterator[Finding]:
    """高标准农田16.5亩, 就业1.2人: what is counted in 万 in every county, and parts of what has none, lack their 万"""
    counted = value.unit in WHOLE_THINGS and value.number != int(value.number)
    of_wide = value.unit == "亩" and value.number < LEAST_OF_WIDE and WIDE.search(before)
    if (counted or of_wide) and not PER_SO_MANY.search(here.text):
        reading.saw("units")
        yield finding(
            reading, "units", "unit_error", "sure" if counted else "ask", "scale-lost", here, (value.printed,)
        )


def shares(reading: Reading, here: Passage, before: str, value: Value) -> Iterator[Finding]:
    match = SHARE.search(before) if value.unit == "%" and value.number > 100 else None
    if match and not MAY_BE_MORE.search(match["name"]):
        yield finding(reading, "units", "implausible", "sure", "share", here, (match["name"],))


def areas(reading: Reading, here: Passage, value: Value) -> Iterator[Finding]:
    if value.unit == "平方公里" and value.number >= LARGE_AREA:
        unit = bare_unit(value)
        digits = value.printed[: len(value.printed) - len(unit)]
        yield finding(reading, "units", "unit_error", "sure", "too-large", here, (digits, unit))


def capacities(reading: Reading, here: Passage, before: str, behind: str, value: Value) -> Iterator[Finding]:
    """原有处理能力6万吨提升至11万吨: of sewage and waste, said without a day or a year"""
    if value.unit not in ("吨", "立方米"):
        return
    match = TREATED.search(before)
    told = re.search(r"日|天|年|每", before) or re.search(r"/|每|日", behind)
    if match and len(before) - match.end() <= 10 and not told:
        yield finding(reading, "units", "unit_error", "ask", "unit-missing-time", here)
