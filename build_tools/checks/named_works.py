"""Works that are named alike in two places, which say two years or two sums of them.

云武高速公路…确保2028年建成通车 ↔ 云武高速公路云杉段（2026—2029年）; 肉牛全产业链项目，总投资6.8亿元 ↔ 肉牛全产业链项目，总投资8.6亿元
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ..chinese.measures import in_common_unit
from ..chinese.word_lists import any_of
from ..model.findings import Finding
from .passages import Passage, Reading, finding, part
from .values import as_decimal

WORK = rf"[\u4e00-\u9fff]{{2,10}}?(?:{any_of('timed_works')})"
SPAN = re.compile(
    rf"(?P<name>{WORK})[\u4e00-\u9fff]{{0,8}}[（(](?:建设(?:年限|期限|期)?[：:]?)?20\d\d[-—–~～至]+(?P<year>20\d\d)年?"
)
DONE = re.compile(
    rf"(?P<name>{WORK})[^。；（）]{{0,16}}?(?:确保|力争|争取|预计|计划|[到至于，])*(?P<year>20\d\d)年(?:底|末)?(?:前|全面|全部)?"
    r"(?:建成|竣工|完工|通车|投产|投用|贯通|投入使用|投入运营)"
)
VERBS = re.compile(
    r"^.*(?:加快|推进|推动|实施|新建|续建|扩建|改建|完成|确保|力争|建成|开工|启动|谋划|建设|支持|抓好|和|及|与)(?=.{4})"
)
SUM = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{4,20}(?:项目|工程))[，。：（](?:计划|估算)?总?投资(?:约|额)?(?P<sum>\d[\d.]*)(?P<unit>[万亿]元)"
)
LEAST = 4  # signs of a name


def finish_years(reading: Reading) -> Iterator[Finding]:
    """The first two places that say different years of one work."""
    known: dict[str, tuple[str, Passage]] = {}
    told: set[str] = set()
    for sentence in reading.sentences:
        if "20" not in sentence.text or reading.looks_back(sentence.unit):
            continue
        for pattern in (SPAN, DONE):
            for match in pattern.finditer(sentence.text):
                name = VERBS.sub("", match["name"])
                if len(name) < LEAST:
                    continue
                here = part(sentence, sentence.text[match.start() : match.end() + 4])
                year, there = known.setdefault(name, (match["year"], here))
                if year != match["year"] and name not in told:
                    told.add(name)
                    values = (name, *sorted((year, match["year"])))
                    formula = f"{year}≠{match['year']}"
                    yield finding(
                        reading, "values-apart", "contradiction", "ask", "other-year", here, values, there, formula
                    )


def sums_of_works(reading: Reading) -> Iterator[Finding]:
    """The first two sums that are said of one name; in a text a name and its sum may be two sentences."""
    known: dict[str, tuple[Decimal, str, Passage]] = {}
    for block, passage in reading.texts:
        if "投资" not in passage.text or reading.looks_back(passage.unit):
            continue
        for match in SUM.finditer(passage.text):
            name, number = VERBS.sub("", match["name"]), as_decimal(in_common_unit(match["sum"], match["unit"]))
            if number is None or len(name) < LEAST:
                continue
            here = replace(part(passage, match.group()), line=reading.line_of(block, match.start()))
            printed = match["sum"] + match["unit"]
            first, said, there = known.setdefault(name, (number, printed, here))
            if abs(first - number) * 50 > max(first, number) and there.line != here.line:
                values = (name, said, printed)
                formula = f"{said}≠{printed}"
                yield finding(
                    reading, "values-apart", "contradiction", "sure", "other-sum", here, values, there, formula
                )
