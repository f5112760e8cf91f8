"""What a plan says of quantities, put so that two places can be compared: the thing, what is done to it, of whom, by
when.

完成新建高标准农田建设64万亩 → 高标准农田, new, 640000 亩; 25座危桥改造 → 危桥, renewed, 25 座; 电力能源年产值达到130亿元 → 电力能源产值
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ..model.facts import Target
from .passages import Passage, Reading
from .values import as_decimal

NEW, RENEWED, BOTH, KEPT = "new", "renewed", "both", "kept"
ACTS = {
    "新改建": BOTH, "新（改）建": BOTH, "新建或改扩建": BOTH, "新建和改扩建": BOTH, "新建、改扩建": BOTH, "新建改造": BOTH, "建设改造": BOTH,
    "改扩建": RENEWED, "改造提升": RENEWED, "提升改造": RENEWED, "升级改造": RENEWED, "改造": RENEWED, "改建": RENEWED, "扩建": RENEWED,
    "整治": RENEWED, "治理": RENEWED, "修复": RENEWED, "更新": RENEWED, "新建": NEW, "新增": NEW, "建设": NEW, "建成": NEW, "完成": "",
    "实施": "", "累计": "", "实现": "", "推进": "", "开展": "", "达到": "", "力争": "", "综合": "", "保护": KEPT,
}  # fmt: skip
ACT = re.compile("|".join(sorted(ACTS, key=len, reverse=True)))
LAST_ACT = re.compile(rf"(?:{ACT.pattern})$")
MEASURE = re.compile(r"(?:总?面积|总?里程|总?长度|数量|总量|总规模)$")
YEARLY = re.compile(r"年(?=(?:总)?产值|产量|产能|销售收入|处理能力)")
WHOLE = re.compile(r"^(?:全[县市区旗州港域]|港口(?=货物|集装箱)|我[县市区旗州]|县域|市域|区域内?)+")
GROWS = re.compile(r"增长|增速|增加|下降|降低|减少|提高|降幅|增幅|每|年均|累计|平均|人均|户均|其中|各")
LOCAL = re.compile(
    r"(?!.{0,2}(?:各|全|多|每|等|重点|乡镇))[\u4e00-\u9fff]{2}(?:(?<![城乡集制])镇(?!村|级|化)|(?<!城)乡(?!村|镇)|(?<![农乡山城建制])村(?!级|"
    r"屯|庄|卫生)|街道|屯|厂|公司|河|灌区|水库|园区|片区|医院)"
)
STATE_BY_THEN = re.compile(
    r"，[到至]20\d\d年(?:末|底)?，?(?:总数|总量|总面积|累计)?达到?$"
)  # 新建10万亩，到2030年累计达到|42万亩
FAR = re.compile(r"展望|远景|2035|二〇三五")


@dataclass(frozen=True, slots=True)
class Statement:
    """`thing`: the subject without verbs, measure and owner; `act`: new, renewed, both, kept or nothing; `number` in
    `unit`, None where open."""

    target: Target
    thing: str
    act: str
    number: Decimal | None
    unit: str
    local: bool
    yearly: bool

    @property
    def name(self) -> str:
        """With its measure: 茶园面积, where the thing is 茶园."""
        return WHOLE.sub("", self.target.subject)

    @property
    def passage(self) -> Passage:
        row = self.target
        return Passage(row.address, row.address, "", row.line, row.quote)

    @property
    def printed(self) -> str:
        return f"{self.target.value}{self.target.unit}"


@lru_cache(maxsize=1)
def statements(reading: Reading) -> list[Statement]:
    """Of every target that says what is reached or done by the end of the plan; several checks ask for them."""
    return list(said_in(reading))


def said_in(reading: Reading) -> Iterator[Statement]:
    """Ranges and far horizons are left out."""
    name = reading.plan.card.name
    for row in reading.plan.targets:
        if row.value_high or FAR.search(row.quote) or reading.looks_back(row.address):
            continue
        thing, act = thing_of(row.subject.replace(name, ""))
        if thing:
            number = as_decimal(row.normalized_value) if row.status == "figure" else None
            said = row.quote.replace(name, "")
            before = said[: said.find(row.value)]
            local = bool(LOCAL.search(before))
            last = LAST_ACT.search(
                before
            )  # 改造965公里农村道路: the deed stands before the figure, the thing behind it
            next_to = ACT.match(said, said.find(thing) + len(thing)) if thing in said else None  # 25座危桥|改造
            act = act or next((ACTS[found.group()] for found in (last, next_to) if found), "")
            act = "" if STATE_BY_THEN.search(before) else act
            yearly = bool(YEARLY.search(row.subject))
            yield Statement(row, thing, act, number, row.normalized_unit, local, yearly)


@lru_cache(maxsize=4096)
def thing_of(subject: str) -> tuple[str, str]:
    """“新建高标准农田建设” → 高标准农田, new; “全市黑土地保护面积” → 黑土地, kept; “电力能源年产值” → 电力能源产值"""
    words = YEARLY.sub("", WHOLE.sub("", subject.strip("：“” ")))
    acts = [ACTS[act] for act in ACT.findall(words) if ACTS[act]]
    thing = MEASURE.sub("", ACT.sub("", MEASURE.sub("", words))).replace("公路", "道路")
    return thing, BOTH if len({*acts} & {NEW, RENEWED, BOTH}) > 1 or BOTH in acts else acts[0] if acts else ""
