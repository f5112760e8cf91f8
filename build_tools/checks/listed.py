"""A number of things is said and another number is named: closed lists, and sums of what stands in brackets.

东港镇、白沙镇、石门镇、望海镇、青礁镇、沙湾镇七个特色镇 → six; 总投资9.64亿元…甲（2.2亿元）、乙（2.87亿元） → 5.07
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from ..chinese.numerals import to_number
from ..model.findings import Finding
from .passages import Passage, Reading, finding, part
from .values import Value, shown_like

NAME = r"[\u4e00-\u9fffA-Za-z“”·（）()]{2,24}?"
SETTLED = "镇|乡|街道|村|社区|县|区|市"
COUNTED = re.compile(
    rf"(?P<list>(?:[\u4e00-\u9fff]{{2,4}}(?:{SETTLED})、"
    rf")+[\u4e00-\u9fff]{{2,4}}(?:{SETTLED}))(?P<more>等)?(?P<n>\d+|"
    rf"[二两三四五六七八九十]+)个(?=[\u4e00-\u9fff]{{0,6}}(?:{SETTLED}|地))"
)
BRANCHES = re.compile(
    rf"(?P<list>(?:{NAME}、)+{NAME})等\s?(?P<n>\d+|[二两三四五六七八九十]+)(?P<unit>[个家座处所条])(?P<noun>[\u4e00-\u9fff]{{1,4}})"
)
NAMELY = re.compile(
    r"(?:^|[^一二两三四五六七八九十\d第])(?P<n>[二两三四五六七八九十]|十[一二]|\d{1,2})(?P<classed>[个大项条张])?"
    r"(?P<noun>[\u4e00-\u9fff]{1,8}?)”?(?:[，,]?(?:即|是指|指的是|分别是|分别为|包括)[：:]?|(?P<colon>[：:]))"
    r"(?P<list>[^，。；：]*、[^，。；：]*)(?=[。；，]|$)"
)
NAMELY_WORDS = re.compile(r"即|指|分别[是为]|包括|[：:]")
COMPOUND = re.compile(r"[一二两三四五六七八九十][\u4e00-\u9fff]{1,2}[，、]?$")  # 一核两轴|三区
OPEN_LIST = re.compile(r"等[^、]{0,8}$|\d")
KIND_OF_PLACE = re.compile(rf"[\u4e00-\u9fff]{{0,6}}?(?:{SETTLED}|地)")
IN_BRACKETS = re.compile(r"（[^（）]*）")
TOTAL = re.compile(r"总(?:投资|长度?|面积|规模)(?:约|为)?$")
ITEM = re.compile(r"(?P<name>[^，。：；]{4,20}(?:项目|工程))：总投资")
INVESTED = re.compile(r"总?投资(?:约|为)?$")
NEAR = 12  # signs: no longer are the words that say what a figure is
LEAST = 6  # entries of an open list (等) that says how many; shorter ones give examples


def find(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.sentences:
        if "、" in sentence.text:  # all three are lists
            yield from settled(reading, sentence) if "个" in sentence.text else ()
            yield from branches(reading, sentence) if "等" in sentence.text else ()
            yield from namely(reading, sentence) if NAMELY_WORDS.search(sentence.text) else ()
    for _, passage in reading.texts:
        yield from in_brackets(reading, passage)
        yield from over_its_total(reading, passage)


def start_of(value: Value) -> int:
    return value.start


def before(passage: Passage, value: Value) -> str:
    """The words right before a figure."""
    return passage.text[max(0, value.start - NEAR) : value.start]


def over_its_total(reading: Reading, passage: Passage) -> Iterator[Finding]:
    """“某项目：总投资0.3亿元，…总投资2亿元，建设设备厂”: what follows in an item is a part of it"""
    match = ITEM.match(passage.text) if passage.kind in ("box_item", "item", "paragraph") else None
    if not match:
        return
    sums = [v for v in reading.values(passage) if v.unit == "元" and INVESTED.search(before(passage, v))]
    if len(sums) < 2 or sums[0].start > match.end() + 2:
        return
    reading.saw("listed")
    for other in sums[1:]:
        if other.number > sums[0].number:
            values = (match["name"], sums[0].printed, other.printed)
            here = part(passage, passage.text[max(0, passage.text.rfind("。", 0, other.start) + 1) :][:60])
            there = part(passage, passage.text[: sums[0].end])
            formula = f"{other.printed}>{sums[0].printed}"
            yield finding(reading, "listed", "arithmetic", "ask", "item-over-total", here, values, there, formula)
            return


def settled(reading: Reading, sentence: Passage) -> Iterator[Finding]:
    """Names of towns and their number: with 等 the list may be longer, not shorter, than what is said."""
    for match in COUNTED.finditer(sentence.text):
        reading.saw("listed")
        said, named = int(to_number(match["n"]) or 0), match["list"].count("、") + 1
        if named > said or (named < said and not match["more"]):
            here = part(sentence, match.group() + sentence.text[match.end() : match.end() + 8])
            noun = KIND_OF_PLACE.match(sentence.text, match.end())
            values = (f"{said}个", noun.group() if noun else "地方", named)
            yield finding(reading, "listed", "missing_content", "sure", "listed", here, values)


def branches(reading: Reading, sentence: Passage) -> Iterator[Finding]:
    """“甲馆、乙馆…等15个分馆” with thirteen names: a list that names almost all was meant to name all."""
    for match in BRANCHES.finditer(sentence.text):
        said = int(to_number(match["n"]) or 0)
        items = [item for item in re.split(r"、|以及|和", match["list"]) if item]
        ending = match["noun"][-1]
        own = [item for item in items if re.sub(r"（.*?）|[“”]", "", item).endswith(ending)]
        reading.saw("listed", bool(own))
        if (said > LEAST and len(own) >= LEAST and said - 3 <= len(own) < said) or len(own) > said:
            values = (f"{said}{match['unit']}", match["noun"], len(own))
            yield finding(reading, "listed", "missing_content", "ask", "listed", part(sentence, match.group()), values)


def namely(reading: Reading, sentence: Passage) -> Iterator[Finding]:
    """“三区”即中部城镇区、东部生态区、西部能源区、南部农业区: a closed list behind its number; 甲和乙 may be one entry or two"""
    for match in NAMELY.finditer(sentence.text):
        if COMPOUND.search(sentence.text[: match.start("n")]) or OPEN_LIST.search(match["list"]):
            continue
        if match["colon"] and not match["classed"]:
            continue  # 二是某镇：…, 0.5万—1万人：…
        said = int(to_number(match["n"]) or 0)
        bare = re.sub(r"（[^（）]*）|“[^”]*”", "名", match["list"])
        named = bare.count("、") + 1
        reading.saw("listed")
        if not named <= said <= named + len(re.findall(r"[和与及]", bare)):
            first = max(sentence.text.rfind(sign, 0, match.start("n")) for sign in "，；。：") + 1
            here = part(sentence, sentence.text[first : match.end()])
            announced = sentence.text[match.start("n") : match.end("noun")]
            values = (f"{said}个", announced, named)
            yield finding(reading, "listed", "missing_content", "sure", "listed", here, values)


def in_brackets(reading: Reading, passage: Passage) -> Iterator[Finding]:
    """Sums behind the names of a list, against the total said before it."""
    brackets = [match for match in IN_BRACKETS.finditer(passage.text) if re.search(r"\d", match.group())]
    if len(brackets) < 3:
        return
    values = reading.values(passage)
    inside: dict[str, list[Value]] = {}
    for match in brackets:
        for number in range(bisect_right(values, match.start(), key=start_of), len(values)):
            if values[number].start >= match.end():
                break
            inside.setdefault(values[number].unit, []).append(values[number])
    for total in values:
        parts = inside.get(total.unit, [])
        if total.start > brackets[0].start() or len(parts) < 3 or not TOTAL.search(before(passage, total)):
            continue
        reading.saw("listed")
        added = sum((value.number for value in parts), Decimal(0))
        step = sum((value.step for value in parts), Decimal(0))
        if not total.may_be(added, step):
            formula = f"{'+'.join(value.printed for value in parts)}={shown_like(added, total)}≠{total.printed}"
            here = part(passage, passage.text[: passage.text.find("。") + 1] or passage.text)
            values_said = (shown_like(added, total), total.printed)
            yield finding(reading, "listed", "arithmetic", "ask", "list-sum", here, values_said, computed=formula)
