"""What a text says about itself: name, title, period, status, issuer — proposed for the card of a plan that is brought
in.

Every proposal is a valid value. What does not stand in the text word for word, or might be meant otherwise, counts as
guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from ..chinese.numerals import to_number

FRONT = 80  # lines in which a plan says what it is
WINDOW = 4  # lines over which a title may be torn
LONGEST = 60  # characters of a line of a title
PLACE = r"[\u4e00-\u9fff]{1,20}?(?:自治区|自治州|自治县|新区|开发区|林区|特区|省|市|州|盟|县|区|旗|镇|乡)"
TITLE = re.compile(
    rf"(?:^|[《“])(?P<place>{PLACE})(?:国民经济和社会发展)?"
    r"第(?P<number>[一二三四五六七八九十]{1,3})个五年(?:发展)?(?:规划|计划)"
    r"(?:和二[〇○零Ｏ0]三五年远景目标|和2035年远景目标)?(?:纲要)?(?:[（(][\u4e00-\u9fff]{2,8}[)）])?"
)
NUMBERED_PLAN = re.compile(r"[“\"]?十([一二三四五六七八九])五[”\"]?")
DRAFT = re.compile(r"草案|征求意见|送审|审议稿|讨论稿|初稿|建议稿|公开征求")
ISSUED = re.compile(
    r"(?:20\d\d|二[〇○零]二[〇○零一二三四五六七八九])年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?"
)
ISSUER = re.compile(
    r"[\u4e00-\u9fff]{2,20}(?:人民政府|发展和改革局|发展和改革委员会|人民代表大会常务委员会|管理委员会)(?:办公室)?"
)
UNITS = re.compile(r"(?<=.)(?:省|市|州|盟|自治区)(?=.)")
SHORT = re.compile(r"(?:自治县|新区|开发区|县|市|区|旗|州|盟)$")
FIRST_YEARS = {"十三": 2016, "十四": 2021, "十五": 2026, "十六": 2031}


def propose(lines: list[str], stem: str) -> tuple[dict[str, Any], list[str]]:
    """(values of the card, keys that are guessed). `lines`: the text from its beginning; `stem`: the file's name."""
    filled = [words for line in lines if (words := "".join(line.split()))]
    front = filled[:FRONT]
    title, place, number = find_title(front, stem)
    values: dict[str, Any] = {"name": last_unit(place), "title": title or stem or "规划纲要"}
    guessed = [] if title else ["name", "title"]
    values["short"] = SHORT.sub("", str(values["name"])) if len(str(values["name"])) > 2 else values["name"]
    if place != values["name"]:
        values["region"] = place
    values["period"] = period_of(number or spoken_plan(filled))
    if not number:
        guessed.append("period")
    head = front[: max(1, first_sentence(front))]
    values["status"] = "draft" if any(DRAFT.search(words) for words in [*head, str(values["title"])]) else "adopted"
    if not any("印发" in words or DRAFT.search(words) for words in [*head, str(values["title"])]):
        guessed.append("status")
    for key, pattern in (("issuer", ISSUER), ("issued", ISSUED)):
        found = next((words for words in head if pattern.fullmatch(words)), "")
        if found:
            values[key] = found
            guessed.append(key)
    return values, guessed


def find_title(front: list[str], stem: str) -> tuple[str, str, str]:
    """(title, place, number of the plan) as printed, over up to four lines; or as the file is named; empty where
    neither says it."""
    for at in range(len(front)):
        words = ""
        for line in front[at : at + WINDOW]:
            words += line if len(line) <= LONGEST or not words else ""
        whole = [match for match in [TITLE.search(words)] if match]
        if whole:
            return whole[0].group().lstrip("《“"), whole[0]["place"], whole[0]["number"]
    match = TITLE.search("".join(stem.split()))
    if match:
        return match.group(), match["place"], match["number"]
    place = re.search(PLACE, stem)
    return "", place.group() if place else "某县", ""


def last_unit(place: str) -> str:
    """南江省北山市清溪区 → 清溪区"""
    return UNITS.split(place)[-1] or place


def spoken_plan(lines: list[str]) -> str:
    """The five-year plan that the text speaks of most: 十五 of “十五五”."""
    said = Counter(f"十{match}" for line in lines for match in NUMBERED_PLAN.findall(line))
    return said.most_common(1)[0][0] if said else "十五"


def period_of(number: str) -> list[int]:
    """十五 → [2026, 2030]"""
    first = FIRST_YEARS.get(number) or 2026 + 5 * (to_number(number) - 15)
    return [first, first + 4]


def first_sentence(front: list[str]) -> int:
    """How many lines stand above the first chapter."""
    return next((at for at, words in enumerate(front) if re.match(r"第?一[章篇编、]|目[录次]$", words)), len(front))


def identity_of(name: str, taken: Callable[[str], bool], first_year: int) -> str:
    """青岚县 → qinglan; with the first year, then a number, where that is taken."""
    from pypinyin import lazy_pinyin

    stem = SHORT.sub("", name) if len(name) > 2 else name
    letters = "".join("".join(lazy_pinyin(stem, errors="ignore")).lower().replace("ü", "v").split())
    base = re.sub(r"[^a-z0-9-]", "", letters)
    base = base if re.match(r"[a-z]", base) else f"plan{base}"
    tries = [base, f"{base}-{first_year}", *(f"{base}-{first_year}-{n}" for n in range(2, 100))]
    return next(one for one in tries if not taken(one))
