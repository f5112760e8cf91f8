"""Whether a section tells of what is and was (发展基础, 环境形势) or of what shall be. The nearest title decides, not the
chapter's."""

from __future__ import annotations

import re
from functools import lru_cache

from ..chinese.numerals import to_number
from ..model.address import Address
from ..model.outline import Unit

STATUS = re.compile(
    r"现状|(?:取得|主要)的?[^，。]{0,4}成绩|(?:发展|现实|工作)(?:基础|现状|成就|成效|优势|环境|形势|条件|回顾)|回顾$|成就$|(?:主要|历史性)(?:成就|成效)"
    r"|(?:主要|突出|存在)[^，。]{0,4}(?:问题|短板|不足|困难)|短板弱项|薄弱环节|困难(?:和|与)(?:问题|挑战)"
    r"|环境形势|形势(?:与|和)?任务|面临|机遇(?:和|与)?挑战|存在(?:的)?问题|规划(?:基础|背景)|(?:实施|执行|完成)情况|(?:发展|编制|时代)背景|^背景"
)
PAST_YEAR_FIRST = re.compile(r"^(?:初步(?:核算|统计)，?|据(?:初步)?统计，?|预计，?)?(?:截至|截止|自)?(20\d\d)年")
PAST_PERIOD = re.compile(r"^“?(?P<number>十[一二三四五六七八九]?)五”?(?:规划)?(?:期间|时期|以来|期末|末|收官)")
JUST_PAST = re.compile(r"(?:过去|刚刚过去的)(?:的)?[一五]年|[一五]年来|去年|上年|(?:20\d\d年|“?十[四五]五”?)以来")
YEAR = re.compile(r"20\d\d(?=年)")
GOES_ON = re.compile("继续|续建|下一步|将|力争|确保")
FIRST_OF_FIRST_PERIOD = 1951
AIM = re.compile(r"目标|展望|蓝图|思路")


TERMS = re.compile(r"名词解释|术语|注释|编制说明|有关说明")
YEAR_AHEAD = re.compile(r"(?P<year>20\d\d)年[^，。]{0,14}(?:工作|任务|目标|安排|重点|部署|计划)")
LOOK_BACK = re.compile(r"20\d\d年[^，。]{0,8}回顾|过去一年|上年工作")
NAMED_PERIOD = re.compile("“?(?P<number>十[四五六七八])五”?")
OF_A_PERIOD = re.compile("五年|“?十[五六七]五|时期")
PAST_YEAR = re.compile(r"20\d\d年[^，。]{0,8}回顾|过去[一五]年|[一五]年来")


def titles_above(address: str, titles: dict[str, str]) -> tuple[str, ...]:
    """Titles of the unit and of all above it, nearest first."""
    return tuple(titles.get(unit, "") for unit in Address(address).upwards)


def tells_of_today(titles: tuple[str, ...]) -> bool:
    """(“发展优势”, “发展基础和环境”) → True; (“发展目标”, “发展基础和目标”) → False"""
    for title in titles:
        if AIM.search(title):
            return False
        if STATUS.search(title) or PAST_YEAR.search(title) or TERMS.search(title):
            return True
    return False


def year_ahead(titles: tuple[str, ...]) -> int:
    """(“加快产业升级”, “三、2026年重点工作”) → 2026: the year for which the section plans; 0 if no title names one"""
    return next((int(match["year"]) for title in titles if (match := YEAR_AHEAD.search(title))), 0)


def years_ahead(units: tuple[Unit, ...]) -> dict[str, int]:
    """By address. In a report that looks back on one year, what follows the next year's chapter is of that year,
    too."""
    titles = {unit.address: unit.title.string for unit in units}
    found = {address: year for address in titles if (year := year_ahead(titles_above(address, titles)))}
    if not any(LOOK_BACK.search(title) for title in titles.values()):
        return found
    year = 0
    for unit in units:
        if unit.level == "chapter":
            title = unit.title.string
            year = last_of_period(title) if OF_A_PERIOD.search(title) else year_ahead((title,)) or year
        if year:
            found.setdefault(unit.address, year)
    return found


def last_of_period(title: str) -> int:
    """“‘十五五’时期的目标任务” → 2030, in a report on one year's work; 今后五年… → 0"""
    named = NAMED_PERIOD.findall(title)
    return FIRST_OF_FIRST_PERIOD + 4 + 5 * to_number(named[-1]) if named else 0


def status_units(units: tuple[Unit, ...]) -> frozenset[str]:
    """Addresses of all units that tell of today."""
    titles = {unit.address: unit.title.string for unit in units}
    return frozenset(address for address in titles if tells_of_today(titles_above(address, titles)))


def begins_in_the_past(sentence: str, first_year: int) -> bool:
    """“2024年，…”, “‘十四五’期间，…”, “五年来，…” in a plan from 2026 on"""
    year, period = PAST_YEAR_FIRST.match(sentence), PAST_PERIOD.match(sentence)
    if (year and int(year[1]) < first_year) or JUST_PAST.match(sentence):
        return True
    return period is not None and FIRST_OF_FIRST_PERIOD + 5 * to_number(period["number"]) < first_year


@lru_cache(maxsize=16)  # asked again for each of the projects of a sentence
def works_are_done(sentence: str, first_year: int) -> bool:
    """“‘十四五’期间，甲水库、乙医院建成投用”; but “2025年开工的甲水库2027年建成” goes on"""
    ahead = any(int(year) >= first_year for year in YEAR.findall(sentence)) or GOES_ON.search(sentence)
    return begins_in_the_past(sentence, first_year) and not ahead
