"""Projects that a sum of money points to. The first rule that finds a name wins."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from ...chinese.amounts import Amount, find_quantities
from ...chinese.measures import family
from ...chinese.word_lists import any_of
from ...chinese.wording import last_mark
from .grammar import LEAD
from .naming import LEADING, PLAN_TO_INVEST, part_end, spot
from .spot import PARTS, Reading, Spot

NAME_END = re.compile(
    r"(?:、|和|及|以及|与)(?:总投资|投资|[\d.]+亿)|等项目|等一批|等多?个?项目|(?:项目)?建设步伐|(?:项目)?尽快建设|的?开工建设|为抓手|为发力点|为主|落地|(?<=项目)重启|"
    r"建设，|搭建|生产能力|如期|(?<=.)20\d\d年|(?<=.)(?:年内|年底|[一二三四]季度|[上下]半年)|，|。|；|：|（金"
)
GOES_ON = re.compile(r"，(?:占地|总?建筑面积|年产|计划20|20\d\d年|主要建设|建设规模)")
TOGETHER = re.compile(r"(?<=项目)(?:和|及|、)(?=[^，。；]*项目)")
SHARED = "均为"
SHORTEST = 4
LONGEST = 150  # signs of a name; the longest met had 40
FAR = 300  # signs after a sum within which the names that it is for end
ADVERBIAL = re.compile(
    r"^，?(?:于[^，]{2,16}?(?=新建|建设|累计|保护)|在[^，]{2,24}?(?=建设|新建|开展|组织|放流)|对(?=[^，]+?进行)|用于)?"
)
DOING = re.compile(rf"^(?:累计)?(?:{any_of('verbs_of_a_sum')})?的?(?:包括[^，。；]*在内的)?")
DONE = re.compile(r"(?:计划|拟)?(?:完成|实施|推进|加快)(?=[^投资]{4})")
RAISING = re.compile(r"(?:综合|持续)提升")  # names no work, so the item's title is the name
PROJECT = re.compile(r"(?:项目|工程)$")
NO_NAME = re.compile(
    r"20\d\d(?:年|[—-])|[\u4e00-\u9fff]{2,4}能力由|"
    r"总?投资|新增|带动|(?:支持|鼓励|引导)[^，]{2,12}$|[^，]*(?:占比|不低于|不少于|率达)|(?:全长|总长|装机|库容|占地)"
)  # “2026年开工、2030年通车” names nothing

SUM_IN_IT = re.compile(r"投资[约超达到]*\d|\d[万亿]元")


def invested(reading: Reading) -> list[Spot]:
    """Every sum of the block with the project it belongs to."""
    spots = []
    for place, money in enumerate(reading.money):
        for rule in RULES:
            found = [spot for spot in rule(reading, money, place) if names_something(spot.name)]
            if found:
                spots += found
                break
    return spots


def names_something(name: str) -> bool:
    """“项目260个”, “配套5G基站36座”, “完成工业投资120亿元”: a count and a sum are no names"""
    if len(name) > LONGEST or NO_NAME.match(name) or SUM_IN_IT.search(name):
        return False
    amounts = find_quantities(name)
    return not amounts or family(amounts[-1].unit) != "count" or amounts[-1].end < len(name)


def taken(pattern: re.Pattern[str], words: str) -> str:
    """What the pattern takes from the beginning of the words; “” where it takes nothing."""
    match = pattern.match(words)
    return match.group() if match else ""


def in_parentheses(reading: Reading, money: Amount, place: int) -> list[Spot]:
    """“东辽河城区段堤防加固（|2.2亿元|，55.56公里，2026年开工）” → 东辽河城区段堤防加固"""
    text = reading.text
    if text[money.start - 1] != "（":
        return []
    start = last_mark(tuple("、，：；。"), text, money.start - 1)
    lead = LEAD.match(text, start, money.start - 1)
    start = lead.end() if lead and money.start - 1 - lead.end() >= SHORTEST else start
    end = text.find("）", money.end) + 1 or len(text)
    return [spot(text, start, money.start - 1, (start, end), money)]


def named_after_the_sum(reading: Reading, money: Amount, place: int) -> list[Spot]:
    """“总投资|10亿元|的中吉牧业10万头肉牛屠宰加工项目、总投资…” → 中吉牧业10万头肉牛屠宰加工项目; “均为|8000万元|的A项目和B项目” → two"""
    text = reading.text
    start = money.end + (text[money.end : money.end + 1] == "的")
    if text[start : start + 1] in ("，", "。", "；", "）", "—", "") or (
        start == money.end and taken(DOING, text[start:])
    ):
        return []
    if taken(ADVERBIAL, text[start:]):
        return []
    end_match = NAME_END.search(text, start, start + FAR)
    end = end_match.start() if end_match else len(text)
    if end - start > FAR:
        return []
    if (
        end_match
        and end_match.group().startswith(("建设步伐", "项目建设步伐", "项目尽快"))
        and text[end : end + 2] == "项目"
    ):
        end += 2
    places, at = [], start
    for match in TOGETHER.finditer(text, start, end):
        places.append((at, match.start()))
        at = match.end()
    places.append((at, end))
    shared = text.endswith(SHARED, 0, money.start)
    told = (
        part_end(text, end)
        if len(places) == 1
        and GOES_ON.match(text, end)
        and not any(end < m.start < part_end(text, end) for m in reading.money)
        else 0
    )
    return [
        spot(text, a, b, (a, max(b, told)), money if shared or n == 0 else None)
        for n, (a, b) in enumerate(places)
        if b - a >= 3
    ]


def title_of_the_item(reading: Reading, money: Amount, place: int) -> list[Spot]:
    """“农村供水工程：总投资|1.2亿元|，…”, “道路安防工程：计划投资|2.3亿元|，…” (the item's only sum) → the item's title"""
    if not reading.title:
        return []
    text = reading.text
    own = [m for m in reading.money if text[m.start - 1] != "（"]
    lead = text[reading.title[1] : money.start]
    direct = re.fullmatch(r"[：。](?:项目)?(?:计划)?(?:总投资|投资)", lead)
    alone = len(own) == 1 and (
        direct or (PROJECT.search(text[: reading.title[1]]) and re.search(r"投资$|修复费用$", lead))
    )
    if ("总投资" in lead and direct) or alone:
        return [
            spot(
                text,
                *reading.title,
                (0, len(text) if len(own) == 1 else own[1].start if own[0] is money else len(text)),
                money,
            )
        ]
    return []


def named_right_before(reading: Reading, money: Amount, place: int) -> list[Spot]:
    """“设施园艺项目总投资|1亿元|，目标…” → 设施园艺项目; “茂林镇项目投资|2180万元|” → 茂林镇项目"""
    text = reading.text
    start = last_mark(tuple("，。；："), text, money.start)
    name = PLAN_TO_INVEST.sub("", text[start : money.start])
    lead = None if NO_NAME.match(name) else LEAD.match(name)
    if lead and len(name) - lead.end() >= SHORTEST:
        start, name = start + lead.end(), name[lead.end() :]
    if len(name) < 4 or name.endswith(("市", "街", "县", "区")) or LEADING.fullmatch(name):
        return []
    return [spot(text, start, start + len(name), (start, part_end(text, money.end)), money)]


def part_of_the_item(reading: Reading, money: Amount, place: int) -> list[Spot]:
    """“一是资源增殖放流项目：项目总投资|75万元|，…” → 资源增殖放流项目"""
    parts = parts_of(reading.text)
    last = bisect_right(parts, money.start, key=lambda part: part.end()) - 1
    if last < 0:
        return []
    name, about = parts[last].span("name"), (parts[last].start(), part_end(reading.text, money.end))
    return [spot(reading.text, *name, about, money)]


@lru_cache(maxsize=4)
def parts_of(text: str) -> tuple[re.Match[str], ...]:
    """一是甲项目：…。二是乙项目：… → both, in their order"""
    return tuple(PARTS.finditer(text))


def done_with_it(reading: Reading, money: Amount, place: int) -> list[Spot]:
    """“计划投资|2500万元|，实施国道绥沈公路公铁平改立工程” → the object of the verb; also “投资|2亿元|，于…新建30000平方米综合院区”"""
    text = reading.text
    part_start = last_mark(("。", "；", "："), text, money.start)
    before = PLAN_TO_INVEST.sub("", LEADING.sub("", text[part_start : money.start]))
    at_once = taken(ADVERBIAL, text[money.end :]) or taken(DOING, text[money.end :])
    if re.match("，?占地", text[money.end :]):
        return []
    if (len(before) >= 4 and not at_once and not before.endswith(("，", "市", "街"))) or text[
        money.end : money.end + 1
    ] in ("。", "；", "）", ""):
        return []
    start = money.end + len(taken(ADVERBIAL, text[money.end :]))
    start += text[start : start + 1] == "，"
    if place == 0 and reading.title and RAISING.match(text, start):
        return [spot(text, *reading.title, (money.start, part_end(text, money.end)), money)]
    start += len(taken(DOING, text[start:]))
    end_match = re.compile(r"进行|[，。；]").search(text, start, start + FAR)
    end = end_match.start() if end_match else len(text)
    if end_match and end_match.group() == "进行":
        end = part_end(text, end_match.end(), "，。；")
    if end_match and end_match.group() == "，" and text.startswith(("，另外", "，涵盖"), end):
        stop = re.compile("[，。；]").search(text, end + 1)
        start, end = end + 1, stop.start() if stop else len(text)
    next_sum = reading.money[place + 1].start if place + 1 < len(reading.money) else len(text)
    told = (money.start, min(next_sum, part_end(text, money.end)))
    return [spot(text, start, end, told, money)] if 3 <= end - start <= FAR else []


def told_before(reading: Reading, money: Amount, place: int) -> list[Spot]:
    """“第一人民医院将改建医养结合用房等，投资|3350万元|。” → the clause before; “设施园艺项目总投资|1亿元|” → 设施园艺项目"""
    text = reading.text
    earlier = reading.money[place - 1].end if place else 0
    part_start = max(last_mark(tuple("。；：?"), text, money.start), earlier)
    before = PLAN_TO_INVEST.sub("", text[part_start : money.start])
    clauses = [words for words in before.split("，") if len(words) >= 4] or [before]
    name = clauses[-1]
    start = text.rfind(name, part_start, money.start)
    if (verb := DONE.match(name)) and len(name) - verb.end() >= 4:
        start, name = start + verb.end(), name[verb.end() :]
    return (
        [spot(text, start, start + len(name), (part_start, part_end(text, money.end)), money)] if len(name) >= 4 else []
    )


def title_of_the_box(reading: Reading, money: Amount, place: int) -> list[Spot]:
    """A box of one paragraph: “商圈建设 / 计划投资|X万元|，整合…” → 商圈建设"""
    return (
        [Spot(0, 0, reading.box, (0, len(reading.text)), money)]
        if reading.box and not reading.title and len(reading.money) == 1
        else []
    )


def title_after_all(reading: Reading, money: Amount, place: int) -> list[Spot]:
    """“云岭智慧牧场集群。规划建设牧场20处，配套基站36座，总投资|9600万元|” → the title, where nothing nearer has a name"""
    if not reading.title or len(reading.money) > 1:
        return []
    return [spot(reading.text, *reading.title, (0, len(reading.text)), money)]


RULES = (
    in_parentheses,
    named_after_the_sum,
    part_of_the_item,
    title_of_the_item,
    title_of_the_box,
    named_right_before,
    done_with_it,
    told_before,
    title_after_all,
)
