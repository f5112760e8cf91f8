"""What a clause says of a quantity in it: of what, how often or for each of what, by which verb, and in which clauses.

“每个乡镇至少打造|2个|示范村” → subject 示范村, per 每个乡镇, verb 打造
“人均公园绿地面积达到|14.5平方米|” → per 每人: the average is a figure per head
“A新建泵站|3座|、闸门|5座|” → both 新建: verb and qualifier go on over 、 and 和
Shared by targets, projects and open figures. A clause whose parts cannot be told raises `Unpaired`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .amounts import Amount, find_amounts
from .measures import family
from .several import Unpaired, run_of
from .subjects import subject_of
from .word_lists import any_of
from .wording import CLAUSE_END, FARTHEST, clause_start, farthest_before

__all__ = ["Said", "Unpaired", "clause_end", "parse", "per_of", "quoted", "verb_of"]

SENTENCE = re.compile(r"[。！？!?；;\n]")
VERB = re.compile(rf"(?:{any_of('undertaking_verbs')})(?!期|用地|者|业|到|至|面积|品牌|能力)")
DEED = re.compile(rf"年(?P<yearly>{any_of('yearly_verbs')})|{VERB.pattern}")
DEED_AFTER = re.compile(rf"^[^，。；、]{{0,8}}?({VERB.pattern})(?=[及和、与]|$)")
NOUN_ENDS = re.compile(r"[、及和与]|以及|，")  # “25座危桥改造|及”: the end of a name, no verb of what follows
SUBJECTLESS = re.compile(
    r"^(?:其中|共|合计|总计|五年|累计|年均|比|较|占|到|至|20|将|力争|预计|增长|增加到|达到|提高|下降|增幅|增速|总投资|总长)"
)

# per: each of them, on average, by the year
BOUND = rf"(?={any_of('after_each')}|[\d一二两三X\[_]|（(?![^（）]*[\u4e00-\u9fff])|$)"
EACH = re.compile(
    r"每万元(?:GDP|地区生产总值|工业增加值)|每(?:(?:年|月|日|天|周|季度?|半年|学期|亩|公顷|户|人)(?![\u4e00-\u9fff]*?口拥)|"
    r"(?:[一二两三四五六七八九十百千万亿\d]+(?:名|位|个|户|平方公里|公里|亩|人口|人|辆|张|台)?|个|名|位|家|所|座|处|条|台|支|户)?"
    rf"(?:[\u4e00-\u9fff]|（[^（）]{{1,8}}）){{0,9}}?{BOUND})"
)
NO_FEWER = re.compile("不少|不低|达")  # “每处车位不少于40个”: of each place, car parks
OF_PEOPLE = re.compile(
    r"^(每[^，]{1,8}?(?:老年人口|人口|居民|老年人(?!口)|儿童|学生|职工|牧民|农户)|每[十百千万]+人(?!口|次|数))(?=[\u4e00-\u9fff]).*"
)
OF_SO_MANY = re.compile(
    r"(?:^|[，、和及])(?P<of>[千万百]人口?)(?=[\u4e00-\u9fff（）]{2,14}(?:量|数|率|床位|件|人员)(?:[、和及达为提分]|$))"
)  # “千人口注册护士数”, “万人发明专利拥有量”
EACH_PLACE = re.compile(
    r"各(?:乡镇街道|苏木乡镇|苏木镇|旗县|乡镇|镇|乡|村|县|区|街道|行政村|社区|学校)(?:（[^）]{1,6}）)?"
)
TWICE = re.compile(r"(镇|村|乡|户|县|校)\1(?=\d|通|建|有|都)")
AVERAGE = re.compile(r"(?P<of>人|户|亩|村|日|月|地)均(?![衡匀等])|(?P<year>年均(?!浓度|气温|降水|降雨|径流))")
DEED_OF_EACH = re.compile(r"(?P<of>[人户亩])均(?:年)?(?:增收|减支|节本|增效|节约|增产|补贴|补助)")
TIME_OF_EACH = re.compile(r"[人户]均(?P<time>[月年日])(?=[收支纯消用生增减节])|(?P<first>[月年])[人户]均")
BASE = re.compile(r"(?:占|不低于|不高于|不超过|控制在|相当于)[^，。；]*的?$")
AVERAGES = {"人": "每人", "户": "每户", "亩": "每亩", "村": "每村", "日": "每日", "月": "每月", "地": "单位土地"}
YEARLY = re.compile(
    r"(?<![\d一二两三四五六七八九十今去明每当老青少全多逐同整往半周近学幼成常百千万来该几])年(?![均末底初度前后内级以至来代龄画轻限报检会味历纪华月中间一]|货(?!物))(?=[\u4e00-\u9fff])"
)
DAILY = re.compile(r"(?<![\d今节生即当近假工])日(?=处理|收|交易|供|产|接待|加工|输|净化|消纳|[熔融溶]化|处置|吞吐)")
YEARLY_FIRST = re.compile(rf"(?:实现|形成|达到|预计)?年(?:{any_of('yearly_verbs')}|产(?![值量能]))")
EACH_AT_END = re.compile(r"(?<=[\u4e00-\u9fff]{2})每(?:年|月|周|日|天|季度?|半年)$")
OWN_EACH = re.compile(r"^(?:、|和|及)每")
REACHES_ITSELF = re.compile("[、，和](?:总量|总额|规模)?(?:达到|突破|超过|增至|增加到|提高到|达)")
YEARLY_WHOLE = re.compile(r"年均(?![衡匀等])|每年")
OF_A_THING = re.compile(
    r"[元吨头只人次]以上|[\d超过百千万亿]+(?:元|吨|头|只)"
)  # “年产值亿元以上企业”: tells which, not how often
LISTED = re.compile(
    r"(?:^|[，；。：在对由]|引导|推动|支持)(?P<names>[^，。；：在导动持]{1,12}?(?:[、和及与][^，。；：、"
    r"和及与]{1,14}?)+)(?P<kind>等?[一二两三四五六七八九十\d]+个[^，。；、]{0,8}?)?(?:分别)?各(?:自)?$"
)
EACH_DONE = re.compile(
    r"(?P<before>.*?各(?:自)?)(?:新?建[设成有]?|打造|培育|设立|设置|配备|新增|安排|集聚|引进|创建|改造)?[^，。；、]{0,4}$|"
    r"(?P<long>.*?各)(?:新?建[设成]|打造|培育|配备|改造)[^，。；、]{5,16}$"
)
WORKS_FIRST = re.compile(r"^(?:新建|建设|建成|改造|扩建|打造|配建|完成)(?=[^、]{3})")  # “新建甲馆、乙园各1处”
WORKS_AFTER = re.compile(
    r"(?<=[镇乡村县区园])(?:布局|布设|新建|建设|建成|设立|打造|配建|开设)[^、和]*$"
)  # 甲镇、乙乡|布局冷库各1座
SIGNS = "镇乡村县旗"


class Said(NamedTuple):
    """`per`: 每年, 年均, 每万人, 每个街道, 各（A、B）, empty if none; `verb`: the works undertaken; `start`..`end`: the whole
    clauses."""

    subject: str
    per: str
    verb: str
    before: str
    start: int
    end: int


def parse(text: str, amounts: Sequence[Amount], index: int) -> Said:
    """Everything the sentence says of quantity `index`. Raises Unpaired where 分别 leaves open what belongs to what."""
    subject = subject_of(text, amounts, index)
    start, end = quoted(text, amounts, index)
    own = clause_start(text, amounts[index].start)
    return Said(
        subject,
        per_of(text, amounts, index, subject),
        verb_of(text, amounts, index),
        first_clause(text, own),
        start,
        end,
    )


def clause_end(text: str, at: int) -> int:
    """Where the clause ends in which `at` stands; a comma within brackets ends none."""
    far = at + FARTHEST
    match = CLAUSE_END.search(text, at, far)
    while match and inside_brackets(text, match.start()) and not inside_brackets(text, at):
        match = CLAUSE_END.search(text, match.end(), far)
    return match.start() if match else min(len(text), far)


def inside_brackets(text: str, at: int) -> bool:
    far = farthest_before(at)
    start = max(far, *(text.rfind(mark, far, at) + 1 for mark in "。；\n"))
    return text.rfind("（", start, at) > text.rfind("）", start, at)


def quoted(text: str, amounts: Sequence[Amount], index: int) -> tuple[int, int]:
    """The whole clause; with the one before where its own words name nothing: “粮食产量达到7万吨，|年均增长2%|” → both"""
    start, end = clause_start(text, amounts[index].start), clause_end(text, amounts[index].end)
    if SUBJECTLESS.match(text[start:end]) and start and text[start - 1] in "，：":
        start = clause_start(text, start - 1)
    return start, end


def first_clause(text: str, own: int) -> str:
    """The clause that opens the sentence, in which its subject is often said: “推进医共体建设，每千人口…” → 医共体建设"""
    far = farthest_before(own)
    start = max((m.end() for m in SENTENCE.finditer(text, far, own)), default=far)
    return text[start : clause_end(text, start)] if start < own else ""


def verb_of(text: str, amounts: Sequence[Amount], index: int) -> str:
    """“新建厕所45座、|停车泊位3000个|” → 新建: the last verb of works before the figure, over the list's earlier members"""
    here = amounts[index].start
    found = deeds(text)
    last = bisect_right(found, here, key=lambda match: match.end()) - 1
    if last >= 0 and found[last].start() >= clause_start(text, here):
        return found[last]["yearly"] or found[last].group()
    match = DEED_AFTER.match(text[amounts[index].end : amounts[index].end + 12])
    return match[1] if match else ""


@lru_cache(maxsize=8)
def deeds(text: str) -> tuple[re.Match[str], ...]:
    """Verbs of works, found once for all figures of a paragraph."""
    return tuple(match for match in DEED.finditer(text) if not NOUN_ENDS.match(text, match.end()))


def per_of(text: str, amounts: Sequence[Amount], index: int, subject: str = "") -> str:
    """“每个行政村每年开展演出|4场|” → 每个行政村每年; “日交易能力|150吨|” → 每日; “在A镇、B镇各建|1个|” → 每个镇（A镇、B镇）"""
    clause = clause_start(text, amounts[index].start)
    first = run_of(text, amounts, index)[0]
    if index and OWN_EACH.search(text[amounts[index - 1].end : amounts[index].start]):
        first = index  # “每人每月900元和每人每年|8000元|”: each figure says for what
    lead = max(clause, amounts[first - 1].end if first else 0)
    if first and text[amounts[first - 1].start - 1] == "每" and amounts[first - 1].start > clause:
        lead = amounts[first - 1].start - 1  # “每镇建站1处、每3个村配车|1台|”: not of each town
    before, own = text[clause : amounts[index].start], text[lead : amounts[index].start]
    parts = (
        each(own if each(own) and lead > clause else of_all(text, amounts, clause, index))
        or each_of_a_list(text, clause, amounts[index].start)
        or [m.group() for m in EACH_PLACE.finditer(own)]
    )
    parts += [f"各{match[1]}" for match in TWICE.finditer(own + text[amounts[index].start : amounts[index].start + 1])]
    parts += averages(without_base(own) + without_base(subject, own.endswith("的")), before)
    if index and REACHES_ITSELF.match(text, amounts[index - 1].end, amounts[index].start):
        parts = [part for part in parts if part != "年均"]  # “年均增长8%、达到|900万吨|”: the level is not by the year
    named = own if own.strip("，、和及与由从") and not own.startswith(("延", "提", "增", "扩", "降", "缩")) else subject
    parts = parts or of_the_whole(text, clause)
    if not parts and own.startswith(("、", "和", "及")) and YEARLY_FIRST.match(text, clause):
        parts = ["每年"]  # “年加工玉米20万吨、大豆|3万吨|”: said once for the list
    if not parts and not OF_A_THING.search(text[lead : amounts[first].start] if named is own else named):
        parts += ["每年"] if YEARLY.search(named) else ["每日"] if DAILY.search(named) else []
    return "，".join(dict.fromkeys(filter(None, parts)))


def of_all(text: str, amounts: Sequence[Amount], clause: int, index: int) -> str:
    """The clause before the figure; only what follows an earlier figure that has its own: “巡诊每月2次、|服务牧民|6000人次”"""
    first = run_of(text, amounts, index)[0]
    for amount in reversed(amounts[:first]):
        if amount.start < clause:
            break
        if text[amount.end] in "、，和" and EACH_AT_END.search(text, clause, amount.start):
            return text[amount.end : amounts[index].start]
    return text[clause : amounts[index].start]


def each(before: str) -> list[str]:
    """每个行政村每年 as one; what has no noun, as in 每一, counts for nothing"""
    found: list[str] = []
    at = -1
    for match in EACH.finditer(before):
        words = OF_PEOPLE.sub(r"\1", match.group())
        words = "每处" if words.startswith("每处") and NO_FEWER.match(before, match.end()) else words
        if len(words) < 2:
            continue
        if match.start() == at:
            found[-1] += words
        else:
            found.append(words)
        at = match.end()
    return found


def without_base(words: str, base: bool = True) -> str:
    """“收费标准控制在人均可支配收入的|60%|”: the average is what is compared with, not what is measured"""
    return BASE.sub("", words) if base else words


def averages(own: str, before: str) -> list[str]:
    """人均, 人口平均 → 每人, 户均 → 每户; 年均 stays 年均 and holds for the whole clause, “户均减支5000元、增收|1万元|” for both;
    “人均月收入” → 每人, 每月; “千人口护士数” → 每千人口; “亩产” → 每亩"""
    parts = ["每人"] * ("人口平均" in own)
    parts += [AVERAGES[match["of"]] for match in AVERAGE.finditer(own) if match["of"]]
    if not parts and own.startswith(("、", "和", "并")) and (deed := DEED_OF_EACH.search(before)):
        parts.append(AVERAGES[deed["of"]])
    if match := TIME_OF_EACH.search(own):
        parts.append("每" + (match["time"] or match["first"]))
    parts += [f"每{match['of']}" for match in OF_SO_MANY.finditer(own)] + ["每亩"] * ("亩产" in own)
    return parts + ["年均"] * any(match["year"] for match in AVERAGE.finditer(before))


def of_the_whole(text: str, clause: int) -> list[str]:
    """“年均造林35万亩，其中灌木|6万亩|” → 年均: a part is counted as its whole is"""
    if not text.startswith("其中", clause) or not clause or text[clause - 1] not in "，（" or exceeds(text, clause):
        return []
    return [m.group() for m in YEARLY_WHOLE.finditer(text, clause_start(text, clause - 1), clause)][:1]


def exceeds(text: str, clause: int) -> bool:
    """“投资145亿元，年均29亿元，其中公路82亿元”: more than the yearly sum is a part of the whole"""
    whole = find_amounts(text[clause_start(text, clause - 1) : clause])[-1:]
    parts = find_amounts(text[clause : clause_end(text, clause)])
    if not whole or whole[0].open:
        return False
    unit, most = whole[0].unit, float(whole[0].low.replace(",", ""))
    return family(unit) != "rate" and any(
        part.unit == unit and not part.open and float(part.low.replace(",", "")) > most for part in parts
    )


def each_of_a_list(text: str, clause: int, at: int) -> list[str]:
    """“在桐镇、雾镇各建|1个|” → 每个镇（桐镇、雾镇）; “甲、乙两个园区各建|1座|” → 各（甲、乙两个园区）"""
    done = EACH_DONE.fullmatch(text[clause:at])
    if not done:
        return []
    match = LISTED.search(done["before"] or done["long"])
    if not match:
        return ["各"]
    listed = WORKS_AFTER.sub("", WORKS_FIRST.sub("", match["names"]))
    names = re.split("[、和及与]", listed)
    if not match["kind"] and len({name[-1:] for name in names}) == 1 and names[0][-1:] in SIGNS:
        return [f"每个{names[0][-1]}（{'、'.join(names)}）"]
    sign = (match["kind"] or "")[-1:]
    return [f"各{sign if sign in SIGNS else ''}（{listed}{match['kind'] or ''}）"]
