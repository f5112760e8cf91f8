"""By when: the year that stands in the text before the quantity, else the last year of the plan."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ...chinese.numerals import to_number
from ...chinese.several import run_of
from ...chinese.wording import farthest_before
from .mention import Mention

YEAR = re.compile(
    r"(?P<lead>到|至|截至|展望|预计|力争|预期|其中|(?:^|(?<=[，。；：]))(?:“?十[一二三四五六七八]五”?末期?，)?)(?:20\d\d年?[、"
    r"和至—-])*(?P<year>20\d\d)年"
    r"(?P<event>[^，。；\d]{0,6}?(?:开工|建成|投产|投用|投运|竣工|完工|通车|并网|贯通|启动|开馆|开园|开学|下闸|封顶|交付|投入|取得|核准|立项|获批))?"
)
EACH_YEAR = re.compile(
    r"(?P<years>20\d\d年(?:[、和]20\d\d年)+)分别[^，。；\d]{0,6}$"
)  # “2026年、2027年分别保障|400亩|、500亩”
LAST_YEAR_BEFORE = 1955  # the fifteenth period ends in 1955 + 5 × 15
PERIOD_END = re.compile(r"“?(?P<number>十[一二三四五六七八])五”?(?:规划)?(?:时期)?(?:期末|末期|末)(?!的)")
PERIOD = re.compile(
    r"“?(?P<number>十[一二三四五六七八])五”?(?:规划)?(?:期间|时期)|(?P<five>未来五年|今后五年)|规划期内?"
)
COMPARED = re.compile(r"[比较自从以与][^，。]{0,6}$")


class ByYear(NamedTuple):
    """`basis`: explicit_year (到2025年, “十五五”期末), period_phrase (“十五五”期间), implied (the plan's last year)"""

    year: int
    basis: str


def by_year(mention: Mention) -> ByYear:
    """“到2035年，…” → 2035; “‘十四五’期间，…” → last year of the plan; a year holds to the end of the paragraph.

    Without one in the text, under a title like 2026年重点工作, it is the title's.
    """
    if match := EACH_YEAR.search(mention.stem):
        years = re.findall(r"20\d\d", match["years"])
        place = mention.index - run_of(mention.text, mention.amounts, mention.index)[0]
        if place < len(years):
            return ByYear(int(years[place]), "explicit_year")
    last = mention.place.period[1]
    found = []
    if match := next((year for year in said_before(YEAR, mention) if promised(year, mention)), None):
        found.append((match.start(), ByYear(int(match["year"]), "explicit_year")))
    for pattern, basis in ((PERIOD_END, "explicit_year"), (PERIOD, "period_phrase")):
        if match := next((period for period in said_before(pattern, mention) if not compared(period)), None):
            found.append((match.start(), ByYear(max(last, end_of_period(match, mention.place.period[0])), basis)))
    title = mention.place.year
    return max(found, default=(0, ByYear(title, "period_phrase") if title else ByYear(last, "implied")))[1]


def end_of_period(match: re.Match[str], first: int) -> int:
    """“‘十五五’时期” → 2030, “今后五年” → the fifth year, also in a report on one year's work; 规划期内 → 0"""
    said = match.groupdict()
    if said.get("number"):
        return LAST_YEAR_BEFORE + 5 * to_number(said["number"])
    return first + 4 if said.get("five") else 0


def said_before(pattern: re.Pattern[str], mention: Mention) -> Iterator[re.Match[str]]:
    """What the pattern finds before the amount, nearest first."""
    here = mention.amount.start
    found = all_in(pattern, mention.text)
    for number in reversed(range(bisect_left(found, here, key=lambda match: match.start()))):
        match = found[number]
        cut = match if match.end() <= here else pattern.match(mention.text, match.start(), here)
        if cut:
            yield cut


@lru_cache(maxsize=8)
def all_in(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], ...]:
    """Found once for all figures of a paragraph."""
    return tuple(pattern.finditer(text))


def promised(match: re.Match[str], mention: Mention) -> bool:
    """“比2020年下降10%” and “（2027年窑龄到期）” date something else; a year before the plan counts only as “到2025年末”"""
    if compared(match) or inside_parentheses(match):
        return False
    if match["lead"] == "其中" and match.start() < mention.clause_start:  # “其中2026年800户，此后每年|900户|”
        return False
    if (
        match["event"] and match["lead"] not in ("到", "至") and match.start() < mention.clause_start
    ):  # “2029年通车。新建基站|900个|”: the road's year
        return False
    return int(match["year"]) >= mention.place.period[0] or (
        match["lead"] in ("到", "至") and match.start() >= mention.sentence_start
    )


def compared(match: re.Match[str]) -> bool:
    return bool(COMPARED.search(match.string[max(0, match.start() - 3) : match.start()]))


def inside_parentheses(match: re.Match[str]) -> bool:
    far = farthest_before(match.start())
    return match.string.rfind("（", far, match.start()) > match.string.rfind("）", far, match.start())
