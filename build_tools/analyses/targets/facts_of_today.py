"""Quantities that say how things are or were. One rule a function: True means “not a target”."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from ...chinese.numerals import to_number
from ..standing import FIRST_OF_FIRST_PERIOD, JUST_PAST, PAST_PERIOD, PAST_YEAR_FIRST, begins_in_the_past
from .mention import Mention

PAST_WORDS = re.compile(
    r"目前|现在|现有|原有|(?<!完成)(?<!消除)(?<!改造)(?<!解决)剩余|截至|已[建有完实形达]|期末的|期间的|以来"
)
SENTENCE_END = re.compile(r"[。！？\n]")
FUTURE = re.compile(
    r"到20\d\d年|20[3-9]\d年|“?十[五六七]五”?|力争|将|确保|目标|未来|今后|下一步|计划|推进|推动|加快|实施|新建|打造|提[升高]|至20\d\d年"
)
STANDS_AT = re.compile(
    r"(?:仅为|仅有|仅占|只有|只占|尚有|仍有|还有|高达|(?:已|已经)(?:达到?|超过|突破|升至|降至|增至|建成)|(?<!由)(?<!从)(?<!不低于)不[足到]|"
    r"仅|[仅只]占[^，。；]{1,8}的|缺口(?:近|约|达|超过|超)?)$"
)
SHORT_OF = re.compile(r"^[^，。；]{0,10}(?:达不到|未达到|尚未|仍未)")
OF_PROBLEMS = re.compile(
    r"^(?:存在(?:的)?(?:主要)?(?:不足|短板|问题|差距|困难)|(?:主要|突出)(?:问题|短板|差距)|(?:与此)?同时，?(?:我们)?(?:也|还)?"
    r"(?:要|应|应该|必须)?(?:清醒)?地?(?:看到|认识到)|"
    r"(?:我们)?也(?:要|应|必须)?清醒地?(?:看到|认识到)|短板)"
)
NOW = re.compile(r"^(?:截至)?(?:目前|当前|现)|(?:^|，)(?:全[县市区旗])?现有")
PROMISE = re.compile(r"到20\d\d年|力争|将|确保|提[升高]|增加到|新增|新建")
GOVERNS = re.compile(r"[，、]?(?:下辖|辖)\d")
BASE_THEN = re.compile(r"[^，；。]{0,3}，?[\u4e00-\u9fff]{1,4}?(?:到|至|为)")
REACHED_THEN = re.compile(
    r"[由从]20\d\d年的[^，。；]*?[到至](?P<year>20\d\d)年的(?:[^，。；]*(?:，(?:年均|累计|五年)[^，。；]*)?)$"
)
FROM = re.compile(r"由|从|原有|现有|原")
RESTS_ON = re.compile(
    r"^(?:以及|并|其中|\W)*(?:会同|联合|依托|围绕|针对|面向|抓住|把握|紧抓|结合|利用|充分利用|立足|对接融入|融入|覆盖(?!人口|面积|率|范围|户数|农户)|位于|距|助力)"
)
MERGED = re.compile(r"^[\u4e00-\u9fff]{2,12}整合$")
REACHES = re.compile(
    r"(?:提高|提升|增加|增长|降低?|下降|达|稳定|保持|控制|缩小|扩大|发展|增|升)[^，、]{0,2}?(?:到|至|在|达)$"
)
UNDERTAKES = re.compile(r"落地|新建|建设|建成|建立|打造|引进|培育|实现|完成|形成|达到|开展")
RESTS_ON_NEAR = re.compile(
    r"(?:依托|围绕|针对|抓住|把握|结合|(?<!实际)利用(?!外资|系数|率|效率|量|面积|规模|总量)|界定|融入|助力构建)[^，、率]{0,6}$|(?<!差)距[^离，]{2,10}$"
)
NEAR = 24  # signs: no longer are the words right before a figure


def under_status_heading(mention: Mention) -> bool:
    """第一节 发展基础 / 发展优势 / …取得决定性成就: the section tells what was reached"""
    return mention.place.of_today


def in_a_past_year(mention: Mention) -> bool:
    """“2024年全市地区生产总值完成X亿元” in a plan from 2026 on; but “到2025年末，…达到1784个” is still said as a promise"""
    match = PAST_YEAR_FIRST.match(mention.sentence)
    return match is not None and int(match[1]) < mention.place.period[0]


def goes_on_with_the_past(mention: Mention) -> bool:
    """“2025年，生产总值完成86亿元。固定资产投资完成|40亿元|。到2030年…”: sentences after a past year, until one that promises"""
    ends = past_told(mention.text, mention.place.period[0])
    before = bisect_right(ends, mention.sentence_start, key=lambda end: end[0]) - 1
    return before >= 0 and ends[before][1] and not FUTURE.search(mention.sentence)


@lru_cache(maxsize=4)
def past_told(text: str, first_year: int) -> tuple[tuple[int, bool], ...]:
    """Where each sentence of the text ends, and whether what follows it goes on with a past year."""
    told_past, start, ends = False, 0, []
    for mark in SENTENCE_END.finditer(text):
        sentence = text[start : mark.start()]
        if PAST_YEAR_FIRST.match(sentence) or PAST_PERIOD.match(sentence) or JUST_PAST.match(sentence):
            told_past = begins_in_the_past(sentence, first_year)
        elif FUTURE.search(sentence):
            told_past = False
        start = mark.end()
        ends.append((start, told_past))
    return tuple(ends)


def in_years_just_past(mention: Mention) -> bool:
    """“过去一年，地区生产总值增长|6.2%|”, “五年来，修复草原|120万亩|”; but “过去五年打下基础，到2030年达到|80万亩|” is promised"""
    return bool(JUST_PAST.match(mention.sentence)) and not FUTURE.search(mention.sentence[: mention.amount.start])


def falls_short(mention: Mention) -> bool:
    """“精深加工率仅为|22%|”, “尚有|27个|自然村未通硬化路”, “|6个|卫生院达不到标准”, “床位缺口近|300张|”: how things are"""
    return bool(STANDS_AT.search(mention.before[-NEAR:]) or SHORT_OF.match(mention.after))


def tells_of_problems(mention: Mention) -> bool:
    """“存在不足：|19个|乡镇没有公园。”, “同时也要看到，二产占比为|28%|”"""
    return bool(OF_PROBLEMS.match(mention.sentence)) and not PROMISE.search(
        mention.sentence[: mention.amount.start - mention.sentence_start]
    )


def in_a_past_period(mention: Mention) -> bool:
    """“‘十三五’期间，累计脱贫|12万人|” in a plan of the fourteenth period, which begins 1951 + 5 × 14"""
    match = PAST_PERIOD.match(mention.sentence)
    return match is not None and FIRST_OF_FIRST_PERIOD + 5 * to_number(match["number"]) < mention.place.period[0]


def base_value(mention: Mention) -> bool:
    """“由|3000头|扩大到2万头”, “从‘十三五’期末的|3.5万台|，增加到3.8万台”: the first is where it starts"""
    rest = mention.text[mention.amount.end :]
    return bool(BASE_THEN.match(rest)) and bool(FROM.search(mention.before))


def reached_in_a_past_year(mention: Mention) -> bool:
    """“由2020年的168亿元增加到2025年的|231亿元|，年均增长|6%|” in a plan from 2026 on: both years are past"""
    match = REACHED_THEN.search(mention.text[mention.sentence_start : mention.amount.start])
    return match is not None and int(match["year"]) < mention.place.period[0]


def told_of_now(mention: Mention) -> bool:
    """“目前，建成区面积|28平方公里|，到2030年…”, “全县现有耕地|120万亩|，人均|3.2亩|”: from such words to the promise all is today's"""
    told = mention.text[mention.sentence_start : mention.amount.start]
    return bool(NOW.search(told)) and not PROMISE.search(told)


def describes_the_county(mention: Mention) -> bool:
    """“县域面积|3121平方公里|，辖|18个|乡镇”"""
    return bool(GOVERNS.search(mention.sentence))


def beside_words_of_today(mention: Mention) -> bool:
    """“升级改造玻璃现有|600吨/日|生产线”, “剩余的|100吨/日|玻璃产能”"""
    return bool(PAST_WORDS.search(mention.lead[-14:]))


def rests_on(mention: Mention) -> bool:
    """“依托|18个|乡镇平台”, “针对空置率超过|50%|的自然村”, “围绕…|6个|环节”, “对接融入|1小时|交通圈”, “将城区|4家|公立医院整合”: given, not promised"""
    if MERGED.search(mention.after):
        return True
    near = mention.before[-NEAR:]
    if REACHES.search(near) or UNDERTAKES.search(mention.before):
        return False
    return bool(RESTS_ON_NEAR.search(near) or RESTS_ON.match(mention.before))


RULES = (
    under_status_heading,
    in_a_past_year,
    in_a_past_period,
    goes_on_with_the_past,
    in_years_just_past,
    falls_short,
    tells_of_problems,
    base_value,
    reached_in_a_past_year,
    told_of_now,
    describes_the_county,
    beside_words_of_today,
    rests_on,
)
