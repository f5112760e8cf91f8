"""Scale, place, years and proponent of a project, from the stretch that tells of it alone. What is not said stays
empty."""

from __future__ import annotations

import re
from bisect import bisect_left

from ...chinese.amounts import Amount, find_amounts
from ...chinese.measures import family
from ...chinese.names import proper_head
from ...chinese.several import Unpaired
from ...chinese.subjects import subject_of
from ...chinese.word_lists import any_of
from ...chinese.wording import farthest_before
from .invested import FAR
from .spot import Spot

MOST = 5
LONGEST = 20  # characters of what a size is the size of
DEED = re.compile(any_of("undertaking_verbs"))
ONLY_A_DEED = re.compile("[，；、](?:完成|实施|开展)(?P<deed>[\u4e00-\u9fff]{2})$")
SPACE = re.compile(r"\s")
PLACE = re.compile(
    r"位于(?P<a>[^，。；]{2,24})|在(?P<b>[\u4e00-\u9fff]{2,14}?(?:镇|乡|村|街道|园区|开发区))(?:[^\u4e00-\u9fff]|建设|新建)|"
    r"起点(?P<c>[^，。；]+)，.{0,60}?终点(?P<d>[^，。；]+)"
)
END_OF_A_ROUTE = re.compile(r"^(?:为|至|：|从|在|位于)|[）)]$")  # “起点为甲站，…，终点至乙机场）”
TOWN = re.compile(
    r"(?<=[（、，])[\u4e00-\u9fff]{3,4}(?:镇|乡)(?=[）、，])"
    r"|(?![\u4e00-\u9fff][小古名强大]镇|更多|多个|建制|市乡|各乡|城带|[\u4e00-\u9fff]市)[\u4e00-\u9fff]{2}(?:镇|乡|街道)"
)
RIVER = re.compile(r"^(?!多|中小|黑臭)(?P<river>[\u4e00-\u9fff]{1,3}(?:河|江|湖))")
PARK = re.compile(r"^(?P<park>[\u4e00-\u9fff]{2}园区)")
START = re.compile(r"(20\d\d)年(?:底|末|年?内)?(?:前)?(?:开工|实施|启动|动工|开建)")
FINISH = re.compile(
    r"(?:预计|到)?(20\d\d)年[^，。；\d开]{0,6}?(?:建成|竣工|投产|投用|投运|完工|通车|贯通|并网|运营|开馆|开园|蓄水|使用|总规模)"
)
STATUSES = "新建|续建|改扩建|扩建|改建|迁建|重建|在建|拟建"
STATUS = re.compile(STATUSES)
STATUS_AFTER = re.compile(
    rf"(?:工程|项目)?(?:（(?:{STATUSES})）)?[。：:，]?(?:（)?(?P<status>{STATUSES})(?:[，、）]|$)|（(?P<in>{STATUSES})）"
)
COMPANY = re.compile(r"[\u4e00-\u9fff（）]{2,24}?(?:有限责任公司|有限公司|股份公司|集团(?!公司)|医院)")
COMPANY_TOLD = re.compile(
    r"(?:由|央企)?(?P<firm>(?<=由)[\u4e00-\u9fff（）]{2,24}?(?:有限责任公司|有限公司)|(?<=央企)[\u4e00-\u9fff]{2,8}集团|"
    r"[\u4e00-\u9fff（）]{4,24}?有限公司|^：?[\u4e00-\u9fff]{2,8}集团(?!下属|旗下|所属))"
)
OF_THE_NEXT = re.compile(r"[\u4e00-\u9fff]+[为是]")
SHORT_FIRM = re.compile(rf"^(?P<own>[\u4e00-\u9fff]{{2,4}}?)(?:{any_of('industries')})(?!程|基地|园|区|厂)")


def scale(text: str, spot: Spot) -> str:
    """“占地面积36.2万平方米，年产乳制品10万吨” → the quantities with their words, money and years left out"""
    start, end = spot.about
    amounts = find_amounts(text)
    parts = []
    first, last = (bisect_left(amounts, at, key=lambda amount: amount.start) for at in (start, end))
    for index in range(first, last):
        amount = amounts[index]
        if family(amount.unit) not in ("money", "time", "") and not amount.open:
            parts.append(described(text, amounts, index, spot))
    return "；".join(list(dict.fromkeys(parts))[:MOST])


def in_brackets_at(text: str, at: int) -> bool:
    """Does a bracket stand open here?"""
    far = farthest_before(at)
    return text.rfind("（", far, at) > text.rfind("）", far, at)


def described(text: str, amounts: tuple[Amount, ...], index: int, spot: Spot) -> str:
    amount = amounts[index]
    figure = text[amount.start : amount.end]
    following = amounts[index + 1].start if index + 1 < len(amounts) else 0
    if OF_THE_NEXT.fullmatch(text[amount.end : following]):  # 25台|单机容量为3.2兆瓦: what follows is the next figure's
        return figure
    if spot.start <= amount.start < spot.end or in_brackets_at(text, amount.start):
        return figure
    deed = ONLY_A_DEED.search(text[max(spot.start, amount.start - LONGEST) : amount.start])
    if deed:  # “支沟275.6公里，完成清淤|340公里|”
        return deed["deed"] + figure
    try:
        words = SPACE.split(subject_of(text, amounts, index))[-1].rpartition("：")[2]
    except Unpaired:
        return figure
    if len(words) > LONGEST:  # “在各地选择符合条件的地点建设某某库|1个|” → 建设某某库
        shorter = (words[m.start() :] for m in DEED.finditer(words))
        words = next((part for part in shorter if len(part) <= LONGEST), "")
    return f"{words}{figure}" if words and not text[amount.end :].startswith(words) else figure + words


def place(text: str, spot: Spot) -> str:
    about = about_of(text, spot)
    if match := PLACE.search(about):
        if match["c"]:
            return "至".join(END_OF_A_ROUTE.sub("", match[end]) for end in "cd")
        return match["a"] or match["b"] or ""
    for pattern in (RIVER, PARK):
        if match := pattern.match(spot.name):
            return match.group()
    towns = TOWN.findall(spot.name)
    return "；".join(dict.fromkeys(towns))


def status(text: str, spot: Spot) -> str:
    """“新建某某学校”, “某某产业园（续建）。”, “某某电站。新建，…” → as written; empty where the plan does not say"""
    before: list[str] = STATUS.findall(text[max(0, spot.start - 8) : spot.start])
    if before and text[: spot.start].endswith(before[-1]):
        return before[-1]
    match = STATUS_AFTER.match(text, spot.start + len(spot.name))
    if match is None:
        return ""
    behind, inside = match["status"], match["in"]
    return behind or inside or ""


def about_of(text: str, spot: Spot) -> str:
    """What tells of the project, no farther behind its name than FAR: a sentence may be a list without end."""
    return text[spot.about[0] : min(spot.about[1], spot.end + FAR)]


def years(text: str, spot: Spot) -> tuple[str, str]:
    about = about_of(text, spot)
    start, finish = START.search(about), FINISH.search(about)
    return start[1] if start else "", finish[1] if finish else ""


def proponent(text: str, spot: Spot) -> str:
    """“飞鹤（哈尔滨）乳品有限公司乳制品智能产业园建设项目” → 飞鹤（哈尔滨）乳品有限公司; “某某集团下属子公司甲食品有限公司” → 甲食品有限公司"""
    about = about_of(text, spot)
    if match := COMPANY.search(spot.name):
        return re.sub("^由", "", match.group())
    if (match := SHORT_FIRM.match(spot.name)) and proper_head(match["own"]) == match["own"]:
        return match.group()
    told = COMPANY_TOLD.search(about[len(spot.name) :])
    return re.sub("^：?(?:.*(?:子公司|由|是))?", "", told["firm"]) if told else ""
