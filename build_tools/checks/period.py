"""Targets set for a year outside the plan's period, and tasks said of another plan's period.

到2032年竹产业产值达到15亿元, in a plan of 2026–2030 → sure; 展望2035年… → nothing; 2031年全部机组投产 → nothing: works may run on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.address import Address
from ..model.findings import Finding, Tier
from .passages import Passage, Reading, clauses, finding, part, told_together

A_YEAR = re.compile(r"20\d\d|十[二三四五六七]五")
BY_YEAR = re.compile(r"(?:到|至|截至|截止|力争|确保|争取)\s?(20\d\d)\s?年(?:底|末|前)?")
UNDERTAKES = re.compile(
    r"新改?建|改造|新增|达到?|超过|突破|实现|通过|建成|完成|提高|提升|增加|降低?到|下降|控制在|稳定在|保持在|力争|确保|以上|为\d"
)
DONE = re.compile(r"已|了|由|从|较|比|自|相比|以来|实际|预计|底数|基数|增长到|排名")
HORIZON = re.compile(r"展望|远景|远期|长远|愿景|目标纲要")
HISTORY = re.compile(r"《[^《》]*》")
NAMES = {2011: "十二五", 2016: "十三五", 2021: "十四五", 2026: "十五五", 2031: "十六五"}
OTHER_PERIOD = re.compile(r"[“\"]?(十[二三四五六七]五)[”\"]?(?:时期|期间|期末|末|规划)?")
FUTURE = re.compile(r"确保|力争|如期完成|争取")
KEPT = re.compile(
    r"[^，。；]{0,6}(?:成果|成效|成就|基础|收官)"
)  # what another period left; 十三五 works may be kept up
BEGINS = re.compile(
    r"[^，。；]{0,6}(?:初期|开局|前期)|[^，。；]{0,10}(?:开工|谋划|储备)"
)  # and what the next one takes up
FINISHED = re.compile(
    r"(?<![到至由从自])(?P<year>20\d\d)年(?:底|末|[上下]半年|\d{1,2}月)?(?:前|全面|全部)?(?:建成|竣工|完工|通车|投产|投用|投入使用|投入运营)(?:投用|投产|"
    r"使用|运营|通车)?"
)
PROMISED = re.compile(r"确保[^，。；、]{0,18}$")  # 确保某大桥2033年建成通车; without 确保 works may run on
TOLD = re.compile(r"已|自|原|始建|其中|曾|以来|现有|于$")
GOALS = re.compile(r"目标|定位|愿景|总体要求|总体思路")  # where a plan may look beyond its own years
FAR = 2035  # the horizon that every plan of these years names


def find(reading: Reading) -> Iterator[Finding]:
    """Targets for the far horizon in one chapter are one question, with the first two of them."""
    found = list(found_in(reading))
    far = [one for one in found if one.code == "period-after" and one.tier == "ask"]
    yield from (one for one in found if one not in far)
    for chapter in dict.fromkeys(Address(one.address).chapter for one in far):
        yield from told_together(one for one in far if Address(one.address).chapter == chapter)


def found_in(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.sentences:
        told = A_YEAR.search(sentence.text) and sentence.kind not in ("note", "caption")
        if told and not reading.looks_back(sentence.unit):
            yield from years_outside(reading, sentence)
            yield from other_period(reading, sentence)
            yield from finished_before(reading, sentence)


def years_outside(reading: Reading, sentence: Passage) -> Iterator[Finding]:
    first, last = reading.plan.card.period
    text = HISTORY.sub("", sentence.text)
    title = reading.titles.get(sentence.unit, "")
    for match in BY_YEAR.finditer(text):
        year = int(match[1])
        rest = text[match.end() : match.end() + 60]
        reading.saw("period", bool(UNDERTAKES.search(rest)))
        if year == FAR and GOALS.search(title):
            continue
        if first <= year <= last or not UNDERTAKES.search(rest) or HORIZON.search(text) or HORIZON.search(title):
            continue
        here = part(sentence, text[match.start() :])
        if year > last:
            tier: Tier = "ask" if year == FAR else "sure"
            yield finding(reading, "period", "out_of_period", tier, "period-after", here, (year, first, last))
        elif (
            year >= first - 6
            and not match.group().startswith("截")
            and not DONE.search(text[: match.start()] + rest[:12])
        ):
            tier = "ask" if year == first - 1 else "sure"
            yield finding(reading, "period", "out_of_period", tier, "period-before", here, (year, first, last))


def other_period(reading: Reading, sentence: Passage) -> Iterator[Finding]:
    """确保“十四五”规划各项目标任务如期完成, in a plan for 十五五"""
    own = NAMES.get(reading.plan.card.period[0])
    if own is None:
        return
    for _, clause in clauses(sentence.text):
        match = OTHER_PERIOD.search(clause)
        if match and (KEPT.match(clause, match.end()) or BEGINS.match(clause, match.end())):
            continue
        if match and match[1] != own and FUTURE.search(clause) and own not in clause and not HISTORY.search(clause):
            values = (match[1], own)
            yield finding(reading, "period", "out_of_period", "sure", "period-name", part(sentence, clause), values)


def finished_before(reading: Reading, sentence: Passage) -> Iterator[Finding]:
    """2025年建成投用, of works that a plan from 2026 on undertakes; what the plan tells as done (已, 的) is left alone."""
    first, last = reading.plan.card.period
    text = HISTORY.sub("", sentence.text)
    for match in FINISHED.finditer(text):
        year = int(match["year"])
        before = text[: match.start()]
        clause = text[max(before.rfind("，"), before.rfind("；")) + 1 : match.end()]
        if year > last and PROMISED.search(before) and not HORIZON.search(clause):
            here = part(sentence, clause)
            yield finding(reading, "period", "out_of_period", "ask", "period-after", here, (year, first, last))
        if not first - 3 <= year < first or TOLD.search(before) or text[match.end() : match.end() + 1] in "的了":
            continue
        here = part(
            sentence,
            text[max(0, text.rfind("，", 0, match.start()), text.rfind("；", 0, match.start())) :].lstrip("，；"),
        )
        yield finding(reading, "period", "out_of_period", "sure", "finished-before", here, (year, first))
