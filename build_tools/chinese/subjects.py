"""What a quantity in a sentence is a quantity of.

“到2025年，全区玉米种植面积稳定在|280万亩|左右” → 玉米种植面积
“培养15名省级骨干教师、|50名|四平市级骨干教师” → 四平市级骨干教师
“电力能源、玻璃建材产值分别达到50亿元、|30亿元|” → 玻璃建材产值 (see several.py)
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from .amounts import Amount
from .measures import family
from .several import LONGEST_RUN, one_of_several
from .word_lists import any_of
from .wording import CLAUSE_END, VERBS, bare_words, clause_start, end_of_clause, trim

COUNTED = ("count", "people", "length", "area", "goods", "time")
QUALIFIED = re.compile(r"(?:投资|年出栏|年产|超过?)[\u4e00-\u9fff]{0,2}$")
FROM = re.compile(r"由|从|原有")
NO_NOUN = re.compile(
    r"^(?:不[减增低超少高]|由|用于|通过|得到|将|应(?![急用届])|按照?|全部|均|都|以上|以下|左右|以内|上下|之内|内|余|的?$|"
    r"和|及|与|以及|入驻|落地|配齐|配足|到位|速度|幅度|增速|步伐|节奏|[^\u4e00-\u9fff“A-Za-z])"
)
NOUN_END = re.compile(r"(?:建设|更新|改造|数据接入|接入|落地|入驻|实施|开展|进行|用于|等|组成|升级|整合)[^，。；]*$")
NEXT_VERB = re.compile(rf"(?:[、和及与以]+(?:{VERBS})*|并(?:{VERBS})*|共)$")
REACHES = re.compile(r"(?:到|至|达|为|超过|突破)$")
WAY = re.compile(
    rf"(?:上|到达|直达|通达|可达|抵达|进入)[\u4e00-\u9fff]{{2,8}}|(?:{any_of('done_in_a_time')})(?![\u4e00-\u9fff])"
)  # 县城15分钟|上高速
WHO = re.compile("人口|居民|农户|企业|群众|行政村|乡镇")  # 覆盖|九成|人口
WHICH = re.compile(r"以[上下内](?!的)[^，。；：、和及与]{2,}$")  # 30户|以上自然村硬化路通达率达到
DESCRIBED = re.compile(r"(?!以[上下内](?!的)|左右|上下|[和及与](?!以)|[到至]|分别|的比|且|并|占)[\u4e00-\u9fff]")
GROWN = re.compile(r"(?<=..)(?:年均|累计|同比)?(?:增长|增速|下降|递增)率?$")  # said of the figure of that clause alone
EACH_DOES = re.compile(r"每[^，。；]{1,8}?(?:配备|配齐|配足|建成|建有|建立|拥有|培育|打造|设立|开设|安排|至少|不少于)+")
AT_THE_HEAD = re.compile(
    r"(?:为|对|将|把|有|让|使|带动|惠及|支持|帮助|吸纳|引导|推动)?(?:不少于|不低于|超过|至少)?"
)  # “|50家|以上纺织企业完成诊断”
TOTAL = re.compile(rf"^(?:{any_of('totals')})$")
TIME = re.compile(r"(?:[一二三四]季度|[上下]半年|年中|年底前?|\d{1,2}月底前?|此后)")
DEEDS = 6  # figures in a row that have a deed of their own and no noun
LONGEST_NOUN, FAR = 40, 100  # signs; what no verb ends within FAR is no noun
COVERS = re.compile("..覆盖(?:全[县市区旗])?$")
EACH_THEN = re.compile("[、，]每[^，。；、]{1,6}?(?:不少于|不低于|不超过|至少)$")
ONLY_EACH = re.compile(r"每[个名家所座处支队]?(?:乡镇|镇|乡|村|街道|社区|旗县|县|苏木镇?|嘎查|行政村|学校|园区|中心)?")
TIME_AT_END = re.compile(rf"{TIME.pattern}$")
RATIO_TO = re.compile("与[^，]{2,14}之比")  # “加工业产值达到9亿元，与农业总产值之比提高到|2.6∶1|”
PART_OF_TIME = re.compile("首期|近期|中期|远期|初期")
COMPARES = re.compile(r"^(?:占(?!地)|比|较)")


def subject_of(  # noqa: C901 # rules in their order
    text: str, amounts: Sequence[Amount], index: int, left: int = LONGEST_RUN
) -> str:
    """The words that name quantity `index` of the text; empty where none can be found.

    One that only goes on with the one before (“1座、|2座|”) has its words, `left` figures back at most.
    """
    if not left:
        return ""
    amount = amounts[index]
    if shared := one_of_several(text, amounts, index):
        return shared
    start = clause_start(text, amount.start)
    lead = text[lead_start(text, amounts, index, start) : amount.start]
    if index and re.fullmatch("[、和及与]?", lead) and amounts[index - 1].end >= start:
        return subject_of(text, amounts, index - 1, left - 1)
    words = bare_words(re.sub(r"^(?:和|及)?(?:以上|以下|左右|以内)", "", lead))
    words = "" if ONLY_EACH.fullmatch(words) else words
    if words and not amount.unit and (who := WHO.match(text, amount.end)):
        return words + who.group()
    if words and family(amount.unit) == "time" and (way := WAY.match(text, amount.end)):
        return words + way.group()
    noun = noun_after(text, amounts, index)
    if noun.endswith("圈") and family(amount.unit) == "time":
        return circle_of(text, amounts, index, start) + noun
    if noun and (
        (family(amount.unit) in COUNTED and not (words and family(amount.unit) == "time" and REACHES.search(lead)))
        or (family(amount.unit) == "rate" and text[amount.end : amount.end + 1] == "的")
    ):
        return f"{words}：{noun}" if COVERS.search(words) else noun
    if grown := from_which(text, amounts, index, start):
        return grown
    if (
        not words
        and index
        and amounts[index - 1].start >= start
        and family(amounts[index - 1].unit) == family(amount.unit)
    ):
        words = subject_of(text, amounts, index - 1, min(left, DEEDS) - 1)  # “新建高标准农田22万亩、改造提升|31万亩|”
    if not words and index and (REACHES.search(lead) or EACH_THEN.match(lead)) and amounts[index - 1].start >= start:
        words = GROWN.sub("", bare_words(text[start : amounts[first_in(amounts, index, start)].start]))
    if not words:
        return earlier(text, start, amounts) or noun if REACHES.search(lead) else noun or earlier(text, start, amounts)
    if index and TIME.fullmatch(words) and amounts[index - 1].start >= start:  # “开工率一季度达到50%、上半年达到|90%|”
        return TIME_AT_END.sub("", subject_of(text, amounts, index - 1, left - 1))
    if RATIO_TO.match(lead) and (whole := earlier(text, start, amounts)):
        return f"{whole}：与{words.removeprefix('与')}"
    if PART_OF_TIME.fullmatch(words) and (whole := earlier(text, start, amounts)):
        return f"{whole}：{words}"
    if TOTAL.match(words) or COMPARES.match(words):
        here = bare_words(text[start : amounts[index - 1].start]) if index and amounts[index - 1].start > start else ""
        whole = here or earlier(text, start, amounts)
        return f"{whole}：{words}" if whole else words
    return words


def first_in(amounts: Sequence[Amount], index: int, start: int) -> int:
    """The first figure of the clause that begins at `start`."""
    while index and amounts[index - 1].start >= start:
        index -= 1
    return index


def circle_of(text: str, amounts: Sequence[Amount], index: int, start: int) -> str:
    """“构建至省城的|3小时|交通圈” → 至省城; “镇域内X分钟消费圈和乡村|X分钟|消费圈” → 乡村"""
    before = amounts[index - 1].end if index else 0
    lead = text[max(start, before) : amounts[index].start]
    return re.sub(
        "^(?:构建|打造|形成|实现|建设)", "", bare_words(re.split("[和及、]", lead)[-1] if before > start else lead)
    )


def lead_start(text: str, amounts: Sequence[Amount], index: int, start: int) -> int:
    """Behind the amount before, unless that one only describes: “培育年产值超10亿元企业|5家|” begins at 培育"""
    least = index - LONGEST_RUN
    while index > max(0, least) and amounts[index - 1].end > start:
        index -= 1
        between = text[amounts[index].end : amounts[index + 1].start]
        limits = between in ("", "以上") and family(amounts[index].unit) == "money"  # 超|亿元|5家, 5亿元以上|5个
        if not limits and not DESCRIBED.match(between) and not WHICH.match(between):
            return amounts[index].end
    return start


def noun_after(text: str, amounts: Sequence[Amount], index: int) -> str:
    """“打通|10.4公里|供水管线” → 供水管线; “|2-3个|体现民族特色、反映时代精神的艺术精品” → 体现民族特色、反映时代精神的艺术精品; “达到|50户|，” → none"""
    at = amounts[index].end
    stop = end_of_clause(text, at)
    following = amounts[index + 1].start if index + 1 < len(amounts) else stop
    if following < stop and not QUALIFIED.search(text[at:following]):
        stop = following
    rest = re.sub(r"^以上的|^的|^(?:余|左右的?)(?=[\u4e00-\u9fff]{2})", "", text[at : min(stop, at + FAR)])
    lead = text[clause_start(text, amounts[index].start) : amounts[index].start]
    if AT_THE_HEAD.fullmatch(lead) or EACH_DOES.fullmatch(lead):
        rest = re.sub(r"^以上(?=[\u4e00-\u9fff]{2})", "", rest)
    if NO_NOUN.match(rest):
        return ""
    words = trim(NEXT_VERB.sub("", NOUN_END.sub("", rest)))
    return words if 2 <= len(words) <= LONGEST_NOUN else ""


def from_which(text: str, amounts: Sequence[Amount], index: int, start: int) -> str:
    """“双泽肉牛存栏由3000头扩大到|2万头|” → 双泽肉牛存栏; “原有处理能力6万吨提升至|11万吨|” → 处理能力"""
    if (
        not index
        or amounts[index - 1].start < start
        or not REACHES.search(re.sub(r"(?:每年|20\d\d年的?)$", "", text[start : amounts[index].start]))
    ):
        return ""
    parts = FROM.split(text[start : amounts[index - 1].start], maxsplit=1)
    return (bare_words(parts[0]) or bare_words(parts[1])) if len(parts) == 2 else ""


def earlier(text: str, start: int, amounts: Sequence[Amount]) -> str:
    """“农用机械保有量从…，增加到|3.8万台|” → 农用机械保有量: the subject stands in one of the three clauses before"""
    for _ in range(3):
        if start <= 0 or not CLAUSE_END.search(
            text, max(0, start - 2), start
        ):  # nothing, or only the end of what is looked at
            return ""
        end = start - 1
        start = clause_start(text, end)
        at = bisect_left(amounts, start, key=lambda amount: amount.start)
        first = at if at < len(amounts) and amounts[at].start < end else None
        clause = text[start : amounts[first].start if first is not None else end]
        if COMPARES.match(clause) or TOTAL.match(bare_words(clause)):
            continue
        if clause.startswith(("对", "将", "把")) and first is not None and (noun := noun_after(text, amounts, first)):
            return noun
        if words := GROWN.sub("", bare_words(re.split(r"由|从|原有(?=处理)", clause)[0])) or (
            first is not None and noun_after(text, amounts, first)
        ):
            return words
    return ""
