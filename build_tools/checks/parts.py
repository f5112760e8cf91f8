"""A part that is more than its whole: one sector over all industry, one project over the plan's target, the countryside
over the whole.

工业总产值120亿元 ↔ 电力能源年产值130亿元; 单个项目年养殖生猪100万头 ↔ 全区生猪饲养量90万头; 农村供电可靠率99.9% ↔ 全区99.77%
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..model.facts import Indicator
from ..model.findings import Finding
from .passages import Passage, Reading, finding, part
from .statements import Statement, statements
from .values import as_decimal, shown

OUTPUT = re.compile(r"(?:总产值|产值|生产总值|增加值|主营业务收入|主营收入|营业收入|销售收入|综合产值)$")
WHOLES = {
    "工业": re.compile(
        r"电力|能源|玻璃|建材|化工|加工|装备|制造|食品|纺织|医药|材料|冶金|机械|汽车|造船|船舶|电子|钢铁|石化"
    )
}
INDUSTRY = re.compile(r"^(?:规模以上|规上)?工业(?:总)?产值$")
RURAL = re.compile(r"^(?:农村|乡村|集镇|乡镇)(?:地区|电网|居民)?")
BETTER_IN_TOWN = re.compile(r"供电|供水|自来水|宽带|网络|污水|垃圾|燃气|天然气|普及率|可靠率|合格率|覆盖率|保证率")
GROWTH = re.compile(r"增长|增速|下降|降低")
YIELDS = re.compile(
    r"年(?:产|养殖|出栏|屠宰|加工|生产|处理|存栏|饲养)(?:各种|各类|优质)?(?P<thing>[\u4e00-\u9fff]{0,6}?)$"
)
PRODUCT = re.compile(r"[\u4e00-\u9fff]{2,4}")
WORKS = re.compile(r"项目|基地|企业|公司|达产|投产|产业园|工厂")
OF_ALL = re.compile(r"饲养量|出栏量?|存栏量?|产量|总产量|加工量|屠宰量|养殖量")
GROSS = re.compile(r"工业(?:总)?产值|(?:规模以上|规上|总)[\u4e00-\u9fff]{0,6}产值")  # counts what was bought in, too
PRODUCT_OF_ALL = re.compile(r"(?:地区)?生产总值|GDP")
INVESTED = re.compile(r"固定资产投资|固投")
ENTRY = re.compile(r"总投资(?P<sum>\d+(?:\.\d+)?)亿元")


def find(reading: Reading) -> Iterator[Finding]:
    said = statements(reading)
    yield from sectors(reading, said)
    yield from countryside(reading, said)
    yield from projects(reading, said)
    yield from over_product(reading, said)
    yield from over_investment(reading, said)


def sectors(reading: Reading, said: list[Statement]) -> Iterator[Finding]:
    """电力能源产值130亿元 of 工业总产值120亿元; in a plan that gives industry as a whole one value."""
    whole = [one for one in said if one.unit == "元" and one.number and INDUSTRY.search(one.thing)]
    for total in whole[:1]:
        told: set[str] = set()
        for one in said:
            is_part = one.unit == "元" and one.number and OUTPUT.search(one.thing) and WHOLES["工业"].search(one.thing)
            if not is_part or one.thing in told or one.target.by_year != total.target.by_year or one is total:
                continue
            reading.saw("parts")
            fits = [other for other in said if other.thing == one.thing and other.number and other.unit == "元"]
            if any(other.number <= total.number for other in fits if other.number and total.number):
                continue  # that this part has two values is told by values_apart
            if one.number and total.number and one.number > total.number and not GROWTH.search(one.target.quote):
                told.add(one.thing)
                yield over(reading, one, total)


def over(reading: Reading, one: Statement, total: Statement) -> Finding:
    values = (one.thing, one.printed, total.thing, total.printed)
    formula = f"{one.printed}>{total.printed}"
    here, there = one.passage, total.passage
    return finding(reading, "parts", "contradiction", "sure", "part-over-whole", here, values, there, formula)


def countryside(reading: Reading, said: list[Statement]) -> Iterator[Finding]:
    """What is hard in the countryside cannot be better there than for town and countryside together."""
    of_all = {
        one.thing: one for one in said if one.unit == "%" and one.number is not None and not RURAL.match(one.thing)
    }
    for one in said:
        match = RURAL.match(one.thing)
        rest = one.thing[match.end() :] if match else ""
        total = of_all.get(rest)
        if total is None or not BETTER_IN_TOWN.search(rest) or len(rest) < 4:
            continue
        reading.saw("parts")
        whole = total.target.subject.startswith("全") or "全" in total.target.quote[: total.target.quote.find(rest) + 1]
        if (
            whole
            and one.number
            and total.number
            and one.number > total.number
            and one.target.by_year == total.target.by_year
        ):
            values = (rest, one.printed, total.printed)
            formula = f"{one.printed}>{total.printed}"
            here, there = one.passage, total.passage
            yield finding(
                reading, "parts", "contradiction", "sure", "countryside-over-whole", here, values, there, formula
            )


def projects(reading: Reading, said: list[Statement]) -> Iterator[Finding]:
    """年养殖生猪100万头 of one project ↔ the plan's 生猪饲养量90万头: the product is named in both, the unit is one."""
    targets = [one for one in said if one.number and OF_ALL.search(one.thing) and one.unit not in ("%", "元")]
    if not targets:
        return
    for sentence in reading.sentences:
        if not WORKS.search(sentence.text):
            continue
        for value in reading.values(sentence):
            for thing in product(sentence.text, value.start, value.end):
                reading.saw("parts")
                for total in targets:
                    own = total.target.address == sentence.address
                    if own or total.unit != value.unit or not total.number or not names(total, thing):
                        continue
                    if value.number > total.number:
                        values = (value.printed, thing, total.printed)
                        formula = f"{value.printed}>{total.printed}"
                        here = part(sentence, clause_of(sentence.text, value.start))
                        yield finding(
                            reading,
                            "parts",
                            "contradiction",
                            "ask",
                            "project-over-whole",
                            here,
                            values,
                            total.passage,
                            formula,
                        )
                        break


def product(text: str, start: int, end: int) -> Iterator[str]:
    """“年养殖生猪|100万头” → 生猪; “年产|3万吨|对虾” → 对虾"""
    match = YIELDS.search(text[:start])
    if not match:
        return
    behind = PRODUCT.match(re.sub(r"^的", "", text[end : end + 5]))
    if match["thing"]:
        yield match["thing"]
    elif behind:
        yield behind.group()[:2]


def names(total: Statement, thing: str) -> bool:
    """肉制品 and 肉类: the target's thing begins with the product, or with its kind."""
    own = total.thing
    return own.startswith(thing) or (own[:1] == thing[:1] and own[1:2] in "类品制" and len(thing) > 1)


def clause_of(text: str, at: int) -> str:
    start = max((text.rfind(sign, 0, at) for sign in "，；。"), default=-1) + 1
    ends = [end for sign in "，；。" if (end := text.find(sign, at)) >= 0]
    return text[start : min(ends, default=len(text))]


def over_product(reading: Reading, said: list[Statement]) -> Iterator[Finding]:
    """物流企业主营收入500亿元 in a county whose whole product is 240亿元"""
    product_of_all = whole_product(reading, said)
    if product_of_all is None:
        return
    number, printed, there = product_of_all
    for one in said:
        is_output = OUTPUT.search(one.thing) and not PRODUCT_OF_ALL.search(one.thing) and not GROSS.search(one.thing)
        if one.unit == "元" and one.number and is_output:
            reading.saw("parts")
            if one.number > Decimal("1.5") * number:
                values = (one.printed, one.thing, printed)
                formula = f"{one.printed}>{printed}"
                yield finding(
                    reading, "parts", "implausible", "ask", "more-than-product", one.passage, values, there, formula
                )


def whole_product(reading: Reading, said: list[Statement]) -> tuple[Decimal, str, Passage] | None:
    """The plan's own target of the product, or the last value of the past that its text or table says."""
    for one in said:
        if one.unit == "元" and one.number and PRODUCT_OF_ALL.search(one.thing) and "人均" not in one.thing:
            return one.number, one.printed, one.passage
    for row in reading.plan.indicators:
        if found := of_table(row):
            return found
    for sentence in reading.sentences:
        match = PRODUCT_OF_ALL.search(sentence.text)
        if match and "人均" not in sentence.text[max(0, match.start() - 3) : match.start()]:
            for value in reading.values(sentence):
                if 0 <= value.start - match.end() <= 4 and value.unit == "元":
                    return value.number, value.printed, part(sentence, clause_of(sentence.text, value.start))
    return None


def of_table(row: Indicator) -> tuple[Decimal, str, Passage] | None:
    number = as_decimal(row.target_value)
    if not number or "亿元" not in row.unit or not PRODUCT_OF_ALL.search(row.name) or "人均" in row.name:
        return None
    words = " ".join((row.name, row.unit, row.target))
    return number * 10**8, f"{row.target}{row.unit}", Passage(row.address, row.address, "table", row.source_line, words)


def over_investment(reading: Reading, said: list[Statement]) -> Iterator[Finding]:
    """The projects of one paragraph alone cost more than all that the plan will invest in five years."""
    total = next((one for one in said if one.unit == "元" and one.number and INVESTED.search(one.thing)), None)
    if total is None or not total.number:
        return
    for _, passage in reading.texts:
        sums = [Decimal(match["sum"]) * 10**8 for match in ENTRY.finditer(passage.text)]
        if len(sums) < 2 or sum(sums) <= total.number:
            continue
        added = f"{shown(sum(sums, Decimal(0)) / 10**8)}亿元"
        formula = "+".join(match["sum"] for match in ENTRY.finditer(passage.text)) + f"={added}>{total.printed}"
        here = part(passage, passage.text[: passage.text.find("。") + 1] or passage.text)
        yield finding(
            reading,
            "parts",
            "contradiction",
            "ask",
            "sum-over-investment",
            here,
            (added, total.printed),
            total.passage,
            formula,
        )
        return
