"""One subject, unit and year, two values: in two sentences, or in a sentence and the table of key projects.

到2030年全县茶园面积稳定在18万亩 ↔ 到2030年全县茶园面积达到20万亩. Another scope (城区, 新增, 每年) is another subject.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from ..model.address import Address
from ..model.facts import Project
from ..model.findings import Finding, Tier
from .named_works import finish_years, sums_of_works
from .passages import Passage, Reading, finding, part
from .statements import BOTH, NEW, RENEWED, Statement, statements, thing_of
from .values import as_decimal, shown, shown_like

FINISHED = re.compile(
    r"(?P<year>20\d\d)年(?:底|末)?(?:前|全面|全部)?(?:建成|竣工|完工|完成|通车|投产|投用|贯通|投入使用|投入运营)"
)
GROWTH = re.compile(r"增长|增速|下降|降低|减少|增幅|降幅")
NEW_AND_RENEWED = re.compile(
    r"新建(?P<thing>[\u4e00-\u9fff]{2,12}?)(?:约)?\d[\d.,]*[万亿]?(?:公里|千米|米|万?亩|[座处个所套间])[、，和]+(?:改造|改建|改扩建|"
    r"扩建)(?P=thing)?\d[\d.,]*[万亿]?(?:公里|千米|米|万?亩|[座处个所套间])"
)
BARE = re.compile(
    r"(?:总|年)?(?:产值|投资|面积|长度|数量|规模|人口|收入|产量|总量|产能|床位|容量|里程|占比|比重|比例|覆盖率|使用率|利用率)"
)
ENDING = re.compile(r"(?:工程|项目|建设)+$")
SHARED = re.compile(r"^(?:工程|项目)?(?:[和、及与]|以及)")  # 投资2亿元建设甲和乙: the sum is that of both
STANDS = re.compile(r"累计达|总量|总数|总面积|稳定在|保有|达到")
LONG_OR_WIDE = ("公里", "亩", "平方米", "平方公里")
MANY = 30  # values of one thing; what has more is a list, and no contradiction
LEAST = 4  # signs of a subject; shorter ones (总投资, 产值) say too little


def find(reading: Reading) -> Iterator[Finding]:
    yield from targets(reading)
    yield from new_and_renewed(reading)
    yield from same_figures(reading)
    yield from told_once(project_years(reading), finish_years(reading))
    yield from told_once(project_sums(reading), sums_of_works(reading))


def told_once(first: Iterator[Finding], second: Iterator[Finding]) -> Iterator[Finding]:
    """What the second way finds in the same two lines is the same."""
    told = list(first)
    yield from told
    lines = {frozenset((one.line, one.other_line)) for one in told}
    yield from (one for one in second if frozenset((one.line, one.other_line)) not in lines)


def targets(reading: Reading) -> Iterator[Finding]:
    """Two values of one thing: 100亩 ↔ 100万亩, 18座 ↔ 25座. One finding a value that differs from the first."""
    groups: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for one in statements(reading):
        reading.saw("values-apart", bool(one.thing))
        row = one.target
        if row.status == "figure" and row.kind != "growth_rate" and not GROWTH.search(one.thing):
            said_alone = (len(one.name) >= LEAST or one.act) and not BARE.fullmatch(one.thing)
            context = "" if said_alone else row.context
            groups[context, one.thing, one.unit, str(row.by_year), row.per * (not one.yearly)].append(one)
    for (_, thing, *_), rows in groups.items():
        told: set[tuple[object, ...]] = set()
        for one, other in combinations(told_differently(rows), 2):
            key = (one.number, other.number)
            if apart(one, other) and key not in told:
                told.add(key)
                values = (thing, other.printed, one.printed)
                doubtful = one.act != other.act or len(one.name) < LEAST or is_part_in_box(one, other)
                tier: Tier = "ask" if doubtful and not lacks_scale(one, other) else "sure"
                formula = f"{values[1]}≠{values[2]}"
                here, there = other.passage, one.passage  # what is said later differs from what was said first
                yield finding(
                    reading, "values-apart", "contradiction", tier, "other-value", here, values, there, formula
                )


def told_differently(rows: list[Statement]) -> list[Statement]:
    """The first of those that say the same in one place; of something with more values than MANY only the first ones"""
    kinds: dict[tuple[object, ...], Statement] = {}
    for one in rows:
        row = one.target
        kinds.setdefault((row.address, row.line, one.number, one.act, one.local, row.comparator), one)
    return list(kinds.values())[:MANY]


def apart(one: Statement, other: Statement) -> bool:
    """Do the two say different things? 18 and 20 do; 超过27 and 27.63 do not: the one is the other, cut short."""
    low, high = one.number, other.number
    if (
        (one.target.address, one.target.line) == (other.target.address, other.target.line)
        or low is None
        or high is None
    ):
        return False
    if low == high or (one.act and other.act and (one.act != other.act or BOTH in (one.act, other.act))):
        return False
    if one.local or other.local or is_added_to(one, other) or is_added_to(other, one):
        return False
    if "≈" in (one.target.comparator, other.target.comparator) and abs(low - high) * 20 <= max(low, high):
        return False
    return not (is_cut_short(one, other) or is_cut_short(other, one))


def is_added_to(part: Statement, whole: Statement) -> bool:
    """新建高标准农田10万亩 and 高标准农田累计达到45万亩: what is added is less than what there is then"""
    stands = not whole.act and whole.target.kind != "increment" and STANDS.search(whole.target.quote)
    less = part.number is not None and whole.number is not None and part.number < whole.number
    return bool(part.act in (NEW, RENEWED) and stands and less and not lacks_scale(part, whole))


def is_part_in_box(one: Statement, other: Statement) -> bool:
    """新建850公里 in the text, 新建300公里 in a list of projects: that may be a part of it."""
    small, large = sorted((one, other), key=lambda said: said.number or Decimal(0))
    return (
        small.act in (NEW, RENEWED)
        and bool(Address(small.target.address).box)
        and not Address(large.target.address).box
    )


def lacks_scale(one: Statement, other: Statement) -> bool:
    """100亩 ↔ 100万亩: the same digits, and 万 or 亿 in one only"""
    return one.target.value == other.target.value and one.number != other.number


def is_cut_short(rough: Statement, exact: Statement) -> bool:
    """“超过27万人” of 27.63万人: what is left when the last digits go."""
    near, true = rough.number, exact.number
    if not near or true is None or rough.target.comparator not in (">=", ">", "≈"):
        return False
    digits = Decimal(10) ** (near.normalize().adjusted() - len(near.normalize().as_tuple().digits) + 1)
    return Decimal(0) <= true - near < digits


def same_figures(reading: Reading) -> Iterator[Finding]:
    """新改建乡镇公路850公里 ↔ 新建农村道路850公里: one figure of one kind of thing, said of two things and two deeds"""
    alike: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for one in statements(reading):
        digits = str(one.target.value).replace(".", "").strip("0")
        if not (one.number and one.act and one.unit in LONG_OR_WIDE and len(digits) > 1):
            continue
        earlier = alike[one.number, one.unit, one.thing[-2:]]
        earlier.append(one)
        for other in earlier[:-1][:MANY]:
            if one.thing != other.thing and one.act != other.act:
                values = (one.printed, other.target.subject, one.target.subject)
                here, there = one.passage, other.passage
                yield finding(reading, "values-apart", "contradiction", "ask", "same-figure", here, values, there)


def new_and_renewed(reading: Reading) -> Iterator[Finding]:
    """新建管网2460公里、改造1715公里 ↔ 新改建管网4715公里"""
    whole = {(one.thing, one.unit): one for one in statements(reading) if one.act == BOTH and one.number}
    if not whole:
        return
    for sentence in reading.sentences:
        for match in NEW_AND_RENEWED.finditer(sentence.text):
            values = [v for v in reading.values(sentence) if match.start() <= v.start < match.end()]
            total = whole.get((thing_of(match["thing"])[0], values[0].unit)) if len(values) == 2 else None
            if total is None or total.number is None or values[0].unit != values[1].unit:
                continue
            added = values[0].number + values[1].number
            if added != total.number:
                said = (total.thing, values[0].printed, values[1].printed, shown_like(added, values[0]), total.printed)
                formula = f"{said[1]}+{said[2]}={said[3]}≠{said[4]}"
                here = part(sentence, match.group())
                yield finding(
                    reading,
                    "values-apart",
                    "contradiction",
                    "sure",
                    "not-their-sum",
                    here,
                    said,
                    total.passage,
                    formula,
                )


def passage_of(row: Project) -> Passage:
    return Passage(row.address, row.address, "", row.line, row.quote)


def project_years(reading: Reading) -> Iterator[Finding]:
    """建成 in one year in the text, another last year in the table of projects."""
    for group in grouped(reading).values():
        years: dict[tuple[str, str], Project] = {}
        for row in group:
            if row.finish_year:
                years.setdefault((row.name, row.finish_year), row)
        for one, other in combinations(list(years.values())[:MANY], 2):
            if (one.finish_year != other.finish_year and one.name == other.name) or (
                same_name(one, other) and one.finish_year != other.finish_year
            ):
                values = (one.name, one.finish_year, other.finish_year)
                formula = f"{one.finish_year}≠{other.finish_year}"
                here, there = passage_of(one), passage_of(other)
                yield finding(
                    reading, "values-apart", "contradiction", "ask", "other-year", here, values, there, formula
                )
                break


def project_sums(reading: Reading) -> Iterator[Finding]:
    for group in grouped(reading).values():
        for (one, low), (other, high) in combinations(different_sums(reading, group)[:MANY], 2):
            if same_name(one, other) and abs(low - high) > Decimal("0.02") * max(low, high):
                values = (one.name, one.investment, other.investment)
                formula = f"{shown(low)}≠{shown(high)}"
                here, there = passage_of(one), passage_of(other)
                yield finding(
                    reading, "values-apart", "contradiction", "sure", "other-sum", here, values, there, formula
                )
                break


def different_sums(reading: Reading, group: list[Project]) -> list[tuple[Project, Decimal]]:
    """The first project of each name and sum, with the sum; those whose sum is said of several works are left out."""
    first: dict[tuple[str, str], tuple[Project, Decimal]] = {}
    for row in group:
        amount = as_decimal(row.investment_yuan)
        if amount and (row.name, row.investment_yuan) not in first and not shared(reading, row):
            first[row.name, row.investment_yuan] = row, amount
    return list(first.values())


def grouped(reading: Reading) -> dict[str, list[Project]]:
    groups: dict[str, list[Project]] = defaultdict(list)
    for row in reading.plan.projects:
        groups[row.project_group].append(row)
    return groups


def same_name(one: Project, other: Project) -> bool:
    """白石桥工程 and 白石桥工程项目, 某县白石桥 and 白石桥: one name holds the other but for its last word, or begins earlier."""
    short, long = sorted((ENDING.sub("", one.name), ENDING.sub("", other.name)), key=len)
    return long.endswith(short) and len(short) >= LEAST and len(long) - len(short) <= LEAST


def shared(reading: Reading, row: Project) -> bool:
    """Is the sum said of several works at once?"""
    text = reading.text_at(row.address)
    at = text.find(row.name, text.find(row.quote[:8]))
    return at >= 0 and bool(SHARED.match(text[at + len(row.name) :]))
