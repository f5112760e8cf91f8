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
from ..model.facts import Project, Target
from ..model.findings import Finding
from .passages import Passage, Reading, finding
from .values import as_decimal, shown

OF_THE_WHOLE = re.compile(r"^(?:全[县市区旗州港域]|我[县市区旗州]|县域|市域|区域内?)+")
FINISHED = re.compile(
    r"(?P<year>20\d\d)年(?:底|末)?(?:前|全面|全部)?(?:建成|竣工|完工|完成|通车|投产|投用|贯通|投入使用|投入运营)"
)
ONGOING = re.compile(r"每|年均|累计|新增|增加|增长|其中|各")
FAR = re.compile(r"展望|远景|2035|二〇三五")
BARE = re.compile(
    r"(?:总|年)?(?:产值|投资|面积|长度|数量|规模|人口|收入|产量|总量|产能|床位|容量|里程|占比|比重|比例|覆盖率|使用率|利用率)"
)
LEAST = 4  # signs of a subject; shorter ones (总投资, 产值) say too little


def find(reading: Reading) -> Iterator[Finding]:
    yield from targets(reading)
    yield from project_years(reading)
    yield from project_sums(reading)


def targets(reading: Reading) -> Iterator[Finding]:
    groups: dict[tuple[str, str, str, str], list[Target]] = defaultdict(list)
    for target in reading.plan.targets:
        subject = subject_of(target)
        horizon = FAR.search(target.quote) or FAR.search(reading.titles.get(Address(target.address).unit, ""))
        if len(subject) >= LEAST and not horizon and target.status == "figure" and not ONGOING.search(target.quote):
            per = target.per
            groups[subject, target.normalized_unit, str(target.by_year), per].append(target)
    for (subject, _, _, _), rows in groups.items():
        told: set[str] = set()
        for one, other in combinations(rows, 2):
            if apart(one, other) and other.quote not in told:
                told.add(other.quote)
                values = (subject, f"{one.value}{one.unit}", f"{other.value}{other.unit}")
                kind, formula = "contradiction", f"{values[1]}≠{values[2]}"
                here, there = passage_of(one), passage_of(other)
                yield finding(reading, "values-apart", kind, "sure", "other-value", here, values, there, formula)


def subject_of(target: Target) -> str:
    """全县茶园面积 → 茶园面积: the whole county is what a plan speaks of. 产值 says too little and is told apart by its context."""
    subject = OF_THE_WHOLE.sub("", target.subject)
    return f"{target.context}/{subject}" if BARE.fullmatch(subject) else subject


def apart(one: Target, other: Target) -> bool:
    """Do the two say different things? 18 and 20 do; 超过27 and 27.63 do not: the one is the other, cut short."""
    if one.kind != other.kind or (one.address == other.address and one.line == other.line):
        return False
    low, high = as_decimal(one.normalized_value), as_decimal(other.normalized_value)
    if low is None or high is None or one.value_high or other.value_high or low == high:
        return False
    if "≈" in (one.comparator, other.comparator) and abs(low - high) * 20 <= max(low, high):
        return False
    return not (is_cut_short(one, other) or is_cut_short(other, one))


def is_cut_short(rough: Target, exact: Target) -> bool:
    """“超过27万人” of 27.63万人: what is left when the last digits go."""
    near, true = as_decimal(rough.normalized_value), as_decimal(exact.normalized_value)
    if near is None or true is None or rough.comparator not in (">=", ">", "≈") or not near:
        return False
    digits = Decimal(10) ** (near.normalize().adjusted() - len(near.normalize().as_tuple().digits) + 1)
    return Decimal(0) <= true - near < digits


def passage_of(row: Target | Project) -> Passage:
    return Passage(row.address, row.address, "", row.line, row.quote)


def project_years(reading: Reading) -> Iterator[Finding]:
    """建成 in one year in the text, another last year in the table of projects."""
    for group in grouped(reading).values():
        rows = [row for row in group if row.finish_year]
        for one, other in combinations(rows, 2):
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
        rows = [row for row in group if row.investment_yuan]
        for one, other in combinations(rows, 2):
            low, high = as_decimal(one.investment_yuan), as_decimal(other.investment_yuan)
            if same_name(one, other) and low and high and abs(low - high) > Decimal("0.02") * max(low, high):
                values = (one.name, one.investment, other.investment)
                formula = f"{shown(low)}≠{shown(high)}"
                here, there = passage_of(one), passage_of(other)
                yield finding(
                    reading, "values-apart", "contradiction", "sure", "other-sum", here, values, there, formula
                )
                break


def grouped(reading: Reading) -> dict[str, list[Project]]:
    groups: dict[str, list[Project]] = defaultdict(list)
    for row in reading.plan.projects:
        groups[row.project_group].append(row)
    return groups


def same_name(one: Project, other: Project) -> bool:
    """白石桥工程 and 白石桥工程项目: one name holds the other but for its last word."""
    ending = re.compile(r"(?:工程|项目|建设)+$")
    return ending.sub("", one.name) == ending.sub("", other.name)
