"""What sort of figure it is: level, growth_rate, increment, share or count. The first rule that fits decides."""

from __future__ import annotations

import re

from ...chinese.word_lists import any_of
from .mention import Mention

YEAR_OF = re.compile(r"20\d\d年的?$")
GROWTH = re.compile(r"年均(?:分别)?增长|年均增速|增长率|增速|年均增幅|同比增长|年均下降")
CHANGE = re.compile(r"(?:下降|降低|减少|增长|提高|提升|减排|增加|压缩|缩减|缩短)(?:了|约|超过|不少于)?$")
REACHED = re.compile(
    r"(?:达到|达|实现|稳定在|保持在|提升至|提升到|增加到|增至|扩大到|发展到|突破|超过|控制在)[^，]{0,4}$|面积|总量|规模|容量|余额|产值|收入|保有量"
)
COMPARED = re.compile(r"[比较]20\d\d年|五年")
NEW = re.compile(r"新增|增加(?!值)|净增|(?:比|较)[^，]*(?:增加|提高)")
WORKS = re.compile(any_of("works_that_add"))
PEOPLE_COUNTED = re.compile(r"培育|培养|引进|招聘|选派|教师|调解员|骨干|编制|配备|分别")
PEOPLE_LEVEL = re.compile(r"就业|人口|每千|每万|吸纳|游客|参赛|护士|医师|医生")
LEVEL_COUNT = re.compile(r"保有量|每千|每万|每百|千人口|万人|容量")


def kind(mention: Mention, subject: str) -> str:
    """“年均增长|5%|以上” → growth_rate; “下降|10%|” → increment; “达到|65%|” → share; “|50户|” → count; “新建管网|90公里|” → increment;
    “面积达|35平方公里|” → level"""
    words = subject + "：" + phrase(mention)
    for name, fits in RULES:
        if fits(mention, words):
            return name
    return "level"


def phrase(mention: Mention) -> str:
    """The words that say what is measured: the clause up to the amount; for a bare list item the clause before too."""
    words = YEAR_OF.sub("", mention.before)
    if not re.search(r"[\u4e00-\u9fff]{2}", words) or re.search(r"^(?:总长|总计|共|长度)", words):
        words = (mention.clauses_before() or [""])[0] + words
    return words


def is_growth(mention: Mention, words: str) -> bool:
    """“社会消费品零售总额年均增长|6%|以上”; under 2026年重点工作 “增长|6%|” is the growth of that year"""
    in_a_year = (
        bool(mention.place.year) and mention.stem.endswith(("增长", "增速")) and not COMPARED.search(mention.stem)
    )
    return mention.amount.unit in ("%", "％") and bool(in_a_year or GROWTH.search(mention.lead) or GROWTH.search(words))


def is_change(mention: Mention, words: str) -> bool:
    """“PM2.5浓度比2020年下降|10%|”, “能源利用效率提高|X%|”, “二氧化碳减排|X吨|”, “下降|1个百分点|”"""
    if mention.family in ("count", "people") or mention.amount.unit == "倍":
        return False
    return mention.amount.unit.endswith("个百分点") or bool(CHANGE.search(mention.stem))


def is_share(mention: Mention, words: str) -> bool:
    """“占GDP比重达|65%|”, “三次产业结构比调整为|3:3:4|”"""
    return mention.amount.unit in ("%", "％", "‰", "比例") or mention.amount.low in ("全覆盖", "所有")


def is_new_amount(mention: Mention, words: str) -> bool:
    """“新增视频监控点位|500个|”, “玉米籽粒直收机增加|250台|”; but “新增城镇就业|8000人|” counts people in work"""
    if re.search(r"增加到|增加至|增至", words[-6:]) or mention.family in ("people", "rate"):
        return False
    return bool(NEW.search(mention.lead)) and not (mention.family == "count" and re.search("新引进|年均增加", words))


def is_people(mention: Mention, words: str) -> bool:
    """“培养|15名|省级骨干教师” counts heads; “受益人口超过|27万人|” is a level"""
    return (
        mention.family == "people"
        and not PEOPLE_LEVEL.search(words)
        and bool(PEOPLE_COUNTED.search(words) or PEOPLE_COUNTED.search(mention.after))
    )


def is_count(mention: Mention, words: str) -> bool:
    """“创建示范强镇|2个|”, “新建66千伏变电站|4座|”; but “冷藏车保有量超|X万辆|” is a level"""
    return mention.family == "count" and not LEVEL_COUNT.search(words)


def is_work(mention: Mention, words: str) -> bool:
    """“改造|32公里|供水管线”, “整治盐碱地|107万亩|”; but “保护面积达|100亩|” is a level"""
    return (
        mention.family in ("length", "area") and bool(WORKS.search(words + mention.after)) and not REACHED.search(words)
    )


RULES = (
    ("growth_rate", is_growth),
    ("increment", is_change),
    ("share", is_share),
    ("increment", is_new_amount),
    ("count", is_people),
    ("count", is_count),
    ("increment", is_work),
)
