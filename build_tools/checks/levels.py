"""Levels that contradict: first in the province here and first in the city there, grades C and D, what is said of
larger cities.

在全省率先实现农业现代化 ↔ 在全市率先实现农业现代化; 地级城市空气质量 in the plan of a county
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ..model.findings import Finding
from .passages import Passage, Reading, finding, part

FIRST = re.compile(r"在?(?P<level>全国|全省|全区|全市|全地区)(?:范围内)?率先(?P<deed>[\u4e00-\u9fff]{4,20})")
OF_LARGER = re.compile(r"地级及以上城市|地级城市|地级市城市|设区(?:的)?市")
SAID_OF_OTHERS = re.compile(r"《[^《》]*》|在[\u4e00-\u9fff]{0,6}地级|其他|全[国省]|各地级|之一|排名|位居|位列")
A_GRADE = re.compile(r"[A-D][级类]")
GRADE = re.compile(
    r"(?P<thing>[\u4e00-\u9fff]{2,4}(?:园区|企业|单位|医院|机场|景区))(?:安全)?(?:等级|级别)?(?:达到|为|评为|"
    r"创建为)?(?P<grade>[A-D])(?P<kind>级|类)(?:标准)?|(?P<grade2>[A-D])(?P<kind2>级|"
    r"类)(?P<thing2>[\u4e00-\u9fff]{2,4}(?:园区|企业|单位|医院|机场|景区))"
)


def find(reading: Reading) -> Iterator[Finding]:
    yield from firsts(reading)
    yield from larger(reading)
    yield from grades(reading)


def firsts(reading: Reading) -> Iterator[Finding]:
    deeds: dict[str, tuple[str, Passage]] = {}
    for sentence in (one for one in reading.sentences if "率先" in one.text):
        for match in FIRST.finditer(sentence.text):
            reading.saw("levels")
            here = part(sentence, match.group())
            for deed, (level, there) in list(deeds.items()):
                same = deed[:6] == match["deed"][:6]
                if same and level != match["level"] and there.address != here.address:
                    values = (match["level"], level, common(deed, match["deed"]))
                    yield finding(reading, "levels", "contradiction", "sure", "level", here, values, there)
            deeds.setdefault(match["deed"], (match["level"], here))


def common(one: str, other: str) -> str:
    length = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:length]


def larger(reading: Reading) -> Iterator[Finding]:
    """An indicator or a task of this plan that is named after cities of a higher level."""
    name = reading.plan.card.name
    if not name.endswith(("县", "区", "旗", "市")) or is_prefecture(reading):
        return
    for row in reading.plan.indicators:
        reading.saw("levels")
        if match := OF_LARGER.search(row.name):
            here = Passage(row.address, row.address, "table", row.source_line, row.name)
            yield finding(reading, "levels", "wrong_name", "sure", "body-level", here, (match.group(),))
    for sentence in (one for one in reading.sentences if "地级" in one.text or "设区" in one.text):
        match = OF_LARGER.match(sentence.text.lstrip("到0123456789年，"))
        if match and not SAID_OF_OTHERS.search(sentence.text):
            here = part(sentence, sentence.text[:30])
            yield finding(reading, "levels", "wrong_name", "sure", "body-level", here, (match.group(),))


def is_prefecture(reading: Reading) -> bool:
    """A city without a city above it in its region: its plan may speak of 地级城市."""
    card = reading.plan.card
    above = card.region.replace(card.name, "")
    return card.name.endswith("市") and bool(card.region) and "市" not in above


def grades(reading: Reading) -> Iterator[Finding]:
    """化工园区安全等级达到C类 ↔ 2家D级化工园区"""
    found: dict[str, list[tuple[str, Passage]]] = defaultdict(list)
    for sentence in (one for one in reading.sentences if A_GRADE.search(one.text)):
        for match in GRADE.finditer(sentence.text):
            thing = (match["thing"] or match["thing2"])[-4:]
            grade = (match["grade"] or match["grade2"]) + (match["kind"] or match["kind2"])
            reading.saw("levels")
            found[thing].append((grade, part(sentence, match.group())))
    for thing, places in found.items():
        first, there = places[0]
        for grade, here in places[1:]:
            if grade[0] != first[0]:
                yield finding(reading, "levels", "contradiction", "ask", "grade", here, (thing, grade, first), there)
                break
