"""Whose figure it is and what it measures, where the subject alone does not say: 全县；提升港口能级；新建；面积.

In order: the whole that the plan speaks of, the title or lead the sentence stands under, the clause that opens the
sentence, the verb of works, the measure. A part that the subject says already is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ...chinese.amounts import find_quantities
from ...chinese.clauses import Said
from ...chinese.measures import family
from ...chinese.names import place_in, stem_of
from ...chinese.numerals import to_numeral
from ...chinese.sentences import lead_length
from ...chinese.word_lists import any_of
from ...chinese.wording import bare_words
from ...model.outline import Block
from .descriptions import WAY
from .mention import Mention

BETWEEN = "；"
WHOLE = re.compile(r"全[县市区旗州盟镇]")
WITHIN = re.compile(r"全(?P<what>[港园乡镇])")
OF_PLACES = re.compile(r"每个|各")
HAS_A_PLACE = re.compile(
    r"全[县市区旗州盟镇港省国乡园]|[县市旗州]域|城区|县城|园区|开发区|^(?!新|改|建|扩|[各每]|城)[\u4e00-\u9fff]{2,3}(?<![建改扩造])(?:镇|乡|街道|港)(?!村|镇|"
    r"乡)|中心城区|各[镇乡村县旗]"
)
PLACE_SAID = re.compile(
    r"(?:在|对)(?P<place>[^，。；在]{2,20}?)(?:等地)?(?:各?(?:开设|新建|建设|建成|布局|配套|打造|设立|布设|建))"
)
NUMBER_OF_TITLE = re.compile(r"^(?:专栏[-－—\s]*[\d一二三四五六七八九十]*[：:\s]*)?")
OVER_ALL = re.compile(r"累计|(?<![\d\u4e00-\u9fff])五年(?!规划|计划)")
COMPARED = re.compile(r"(?:比|较)(?P<base>20\d\d年|上年|“[^”]+”[末期]*)")
OF_A_PORT = re.compile(any_of("of_a_port"))
PART_OF_IT = re.compile(
    r"其中(?P<when>(?:“[^”]{2,4}”(?:期间|时期)|20\d\d年)[^，。；\d]{0,4}?)(?:完成)?(?:投资|资金)[约为]?$"
)
OVER = re.compile(r"超过?[百千\d.]*[万亿]")
MEASURED_OVER = re.compile(rf"(?P<of>年?(?:{any_of('measure_nouns')}))超")
NOUN_OF_LIMIT = re.compile(r"元(?:以上)?的?(?P<of>[\u4e00-\u9fff]{2,12})(?=\d)")
SHARE_NOUN = re.compile(r"[\u4e00-\u9fff]{2,}(?P<noun>[\u4e00-\u9fff]{2})(?:占比|比例|比重)$")
LAND = re.compile(r"(?:盐碱|[\u4e00-\u9fff])?地$|$")
STANDARDS = re.compile("防洪标准|排涝标准|防潮标准")
ONLY_A_DEED = re.compile(r"(?:实施|开展|组织)[\u4e00-\u9fff]{2,4}")
SHARE_OF = re.compile(r"(?:不少于|不低于|不超过|达到|占)(?P<of>[\u4e00-\u9fff]{2,12})的$")
AMOUNT_OF = re.compile(r"^(?P<of>(?:日|月|年)均[\u4e00-\u9fff]{2,6})")
TOTAL = re.compile(r"(?:合计|总计|共计?)(?:达到|达|为)?$")
GROWTH = re.compile(r"(?:年均|同比|平均)?(?:分别)?(?:增长|增速|增幅)[率]?|年均(?:提高|下降|递增)")
BASE = r"(?:(?:比|较)(?:20\d\d年|上年|“[^”]+”[末期]*)[^，。；]{0,4}?)?"
FALL = re.compile(BASE + r"(?:五年|累计|分别|平均)*(?:下降|减少|降低|压缩|缩短|缩减|减排|压减)")
RISE = re.compile(BASE + r"(?:五年|累计|分别|平均)*(?:提高|提升|增长|增加)")
ROADS = re.compile(r"路|道|干线|航道|轨")
COUNTED = {"人次": "人次", "人": "人数", "名": "人数", "户": "户数", "位": "位次"}
DEEDS = re.compile(r"(?:就业|搬迁|培训|安置|转移|参保|脱贫|返乡|创业|改造)$")
FIGURE = re.compile(r"\d|X")
LONGEST = 24
HEAD = 60  # characters of a clause before 分别
UNLIKE = 7  # more characters than the first name: more than a measure is said with the last
SHORTEST = 3
REFERS = re.compile(
    r"其中|该|全[港园区线]|园区|三大|两|五年|共|合计|总|年均|增长|惠及|带动|受益|辐射|覆盖|年度|计划完成|完成投资"
)
RESULT = re.compile(r"其中|惠及|带动|受益|辐射|覆盖")
INCOMPLETE = re.compile(
    r".{0,2}(?:率|额|值|投资|比例|占比|比重|规模|面积|收入|亩产|单产)|人均|户均|亩均(?:税收|产值)|总产|增收|减支|节支|节本|新?(?:开工|投产|竣工|签约|入库|达产)"
)  # 开工率, 总投资: of what, says the clause before
BEFORE_FIGURE = re.compile(r"(?:分别)?(?:达到|突破|超过|提高到|增加到|稳定在)?[\dX]")
ONLY_TIME = re.compile("每(?:年|月|周|季度?)|年均")
NO_BEARER = "新|建|打|推|加|支|全|围绕|依托|以|在|对|引导|提升|发挥|聚焦|规划|实施|做|培|创|强|完善|促|鼓"
BEARER = re.compile(
    rf"^(?:到20\d\d年，|“十[四五六]五”期间，)?(?P<who>(?!{NO_BEARER})[\u4e00-\u9fff]{{0,6}}"
    r"(?:开发区|高新区|经开区|示范区|园区|产业园))(?=[\u4e00-\u9fff])"
)  # whose figures the sentence tells
KINDS_OF_PLACE = (
    "(?:中心)?(?:城区|城镇|城市|县城|市区|老城|新城|集镇|建制镇|乡镇|农村|乡村|平原|山区|丘陵|牧区|湖区|库区)"
)
PLACES_ALONE = re.compile(rf"{KINDS_OF_PLACE}(?:地区)?")
OF_A_PLACE = re.compile(rf"{KINDS_OF_PLACE}(?:地区)?(?P<measure>[\u4e00-\u9fff]{{2,14}})$")
THING_DONE = re.compile("[\u4e00-\u9fff]{3,12}(?:改造|整治|治理|更新)$")
CLAUSE = re.compile("[，。；]")
DEED_OF_PEOPLE = re.compile(
    r"(?:、[^，。；]*?\d+[天日次周])*(?P<deed>(?:接待|接访|下访|走访|参加|开展|到|深入)[\u4e00-\u9fff]{2,10})$"
)  # “市领导每月至少|1天|、镇领导每周至少1天接待群众来访”
RANK = re.compile("(?:国家|省|自治区|市|州|盟|县|旗|区|镇|乡|村)级(?:以上)?")
DONE_AFTER = re.compile("(?:改造|升级|整治|更新|治理)+$")  # “|5家|企业超低排放改造”
DONE = re.compile(r"(?:完成|实施|开展|实现|纳入|接入|通过|接受|享受)[\u4e00-\u9fff“”]{2,14}$")


class Whole(NamedTuple):
    """What the plan plans for: `said` as the text calls all of it (青岚全县), its `name` (青岚县), its own `port` (青岚港) or
    nothing."""

    said: str
    name: str
    port: str


def whole_of(blocks: Iterable[Block], name: str = "") -> Whole:
    """Only the name where the text says nothing of the kind; a port only where the text prints it."""
    texts = [block.text.string for block in blocks]
    said = Counter(word for text in texts for word in WHOLE.findall(text))
    own = place_in(name)
    stem = stem_of(own)
    port = f"{stem}港" if stem and any(f"{stem}港" in text for text in texts) else ""
    if not said:
        return Whole(name, own, port)
    return Whole(stem + min(said, key=lambda word: (-said[word], word)), own, port)


def context_of(mention: Mention, said: Said, kind: str, titles: tuple[str, ...], whole: Whole) -> str:
    """“新建泵站|3座|” under 畅通水网 → 全县；畅通水网；新建"""
    before = clause_before(mention, said)
    bearer = bearer_of(mention, said.subject)
    parts = [
        place_of(whole, said.subject + bearer, before),
        bearer,
        *titles,
        opening(said),
        names_together(mention),
        before,
        place_said(mention, said.per),
        said.per if OF_PLACES.match(said.per) else "",
        said.verb,
        measure(mention, said.subject, kind),
        done_to_it(mention, said.subject),
        part_of_the_time(mention),
    ]
    return BETWEEN.join(part for part in dict.fromkeys(parts) if part and part not in said.subject)


def bearer_of(mention: Mention, subject: str) -> str:
    """“到2025年，经济开发区入驻企业年均增长2%，|税收|20亿元|” → 经济开发区: said once, at the head of the
    part of the sentence"""
    match = BEARER.match(mention.part)
    return match["who"] if match and not HAS_A_PLACE.search(subject) else ""


def place_of(whole: Whole, subject: str, before: str = "") -> str:
    """青岚全县; only 青岚县 where the subject names a place within it; 青岚港 where it says 全港, or measures what only a port
    has"""
    if match := WITHIN.search(subject):
        stem = stem_of(whole.name)
        return stem + match["what"] if stem else whole.said
    if whole.port and OF_A_PORT.search(subject + before):
        return whole.port
    return (whole.name or whole.said) if HAS_A_PLACE.search(subject) else whole.said


def titles_over(block: Block, unit: str, box: str, before: str, chapter: str = "") -> tuple[str, ...]:
    """The item's own lead or title, before it the title of its box or section: 提升港口能级, 综合实力实现新跨越.

    `chapter` stands first, where it is given: above a section it says of what field a short subject is.
    """
    length = block.lead or lead_length(block.text.string, block.kind != "paragraph")
    lead = block.text.string[:length].strip("。：: ") if len(before) >= length else ""
    lead = "" if FIGURE.search(lead) else lead
    over = NUMBER_OF_TITLE.sub("", box) if box else unit
    return tuple(part for part in (chapter.strip("。：: "), over.strip("。：: "), lead) if part)


def opening(said: Said) -> str:
    """The clause that opens the sentence: 以沅溪经济开发区为主平台; one with a figure of its own opens nothing"""
    words = "" if FIGURE.search(said.before) else said.before
    return words if 2 <= len(words) <= LONGEST and words != "其中" else ""


def names_together(mention: Mention) -> str:
    """“高速公路、普通干线废旧路面材料回收率分别达到|100%|和98%” → all that stands before 分别: how much of the last name is every
    member's, is for the reader to see"""
    head, sign, _ = mention.stem[-HEAD:].rpartition("分别")
    if not sign or "、" not in head:
        return ""
    names = bare_words(head)
    first, last = names.split("、")[0], names.split("、")[-1]
    return names if len(last) >= len(first) + UNLIKE else ""


def clause_before(mention: Mention, said: Said) -> str:
    """“新建泊位7个，其中2000吨级|5个|” → 新建泊位; “A、B产值分别达到…，三大产业合计达到|416亿元|” → A、B产值;
    “储备项目200个、总投资|1000亿元|” → 储备项目
    """
    if before := whole_counted(mention):
        return before
    if shared := measure_shared(mention, said.subject) or noun_shared(mention, said.subject):
        return shared
    if other := measure_of_the_other(mention, said.subject):
        return other
    if len(said.subject) < SHORTEST and mention.lead == mention.before and (thing := THING_DONE.search(mention.lead)):
        return bare_words(thing.group())  # “启动城中村改造|9个|片区”
    if RANK.fullmatch(said.subject) and mention.lead != mention.before:
        return bare_words(BEFORE_FIGURE.split(mention.before)[0])[:LONGEST]  # “创成全国示范县2个、省级|3个|”
    by_time = ONLY_TIME.fullmatch(mention.before) is not None  # “更新设施156座，每年|31个|小区”
    if not by_time and not any(
        (INCOMPLETE.fullmatch(said.subject), REFERS.match(mention.before), ONLY_A_DEED.fullmatch(said.subject))
    ):
        return ""
    own = mention.before if mention.lead != mention.before and INCOMPLETE.fullmatch(said.subject) else ""
    clauses = [*filter(None, [own]), *mention.clauses_before()[:3]]
    if mention.before.startswith("其中"):
        clauses = [clause for clause in clauses if counts_alike(clause, mention.family)] + clauses
    for clause in clauses:
        words = bare_words(BEFORE_FIGURE.split(clause)[0])
        if len(words) > SHORTEST:
            return words[:LONGEST]
    return ""


def counts_alike(clause: str, sort: str) -> bool:
    """A part of projects is a part of the clause that counts projects, not of the one that tells their sum"""
    return any(family(amount.unit) == sort for amount in find_quantities(clause))


def whole_counted(mention: Mention) -> str:
    """“改造老旧小区28个、惠及居民|4200户|” → 改造老旧小区: within the clause"""
    lead = mention.lead.lstrip("、，和及")
    if lead == mention.before or not RESULT.match(lead):
        return ""
    return bare_words(BEFORE_FIGURE.split(mention.before)[0])[:LONGEST]


def measure_shared(mention: Mention, subject: str) -> str:
    """“年产值超10亿元企业3家、超亿元企业|40家|” → 年产值: said once, before the first limit; “超5亿元加工企业2家、超亿元|5家|” → 加工企业"""
    if not OVER.match(subject):
        return ""
    for pattern in (MEASURED_OVER, NOUN_OF_LIMIT):
        if found := [match["of"] for match in pattern.finditer(mention.before)]:
            return found[-1]
    return ""


def noun_shared(mention: Mention, subject: str) -> str:
    """“新增养老床位900张，护理型床位占比不低于|65%|” → 新增养老床位: a share of what the clause before counts"""
    match = SHARE_NOUN.search(subject)
    if not match:
        return ""
    clause = next(iter(mention.clauses_before()), "")
    words = bare_words(BEFORE_FIGURE.split(clause)[0])
    return words[:LONGEST] if FIGURE.search(clause) and words.endswith(match["noun"]) else ""


def measure_of_the_other(mention: Mention, subject: str) -> str:
    """“城区服务半径不超过5公里、农村不超过|15公里|” → 服务半径: of two kinds of place, measured alike, said once"""
    if not mention.lead.startswith(("、", "和")) or not PLACES_ALONE.fullmatch(subject):
        return ""
    match = OF_A_PLACE.match(bare_words(BEFORE_FIGURE.split(mention.before)[0]))
    return match["measure"] if match else ""


def done_to_it(mention: Mention, subject: str) -> str:
    """“|50家|以上企业完成数字化诊断” → 完成数字化诊断: what is done to the things counted, said after them"""
    if mention.family == "time" and (deed := DEED_OF_PEOPLE.match(CLAUSE.split(mention.text[mention.amount.end :])[0])):
        return deed["deed"]
    match = DONE.search(mention.after) or DONE_AFTER.match(mention.after.partition(subject)[2])
    return match.group() if match and match.group() not in subject else ""


def place_said(mention: Mention, per: str) -> str:
    """“在龙潭乡、桐木镇等地配套冷库|15座|” → 龙潭乡、桐木镇"""
    match = PLACE_SAID.search(mention.before)
    return match["place"] if match and match["place"] not in per else ""


def measure(mention: Mention, subject: str, kind: str) -> str:  # noqa: C901 # rules in their order
    """What the figure measures of its subject, with the words printed: 增速（年均增长）, 降幅（比2025年下降）, 面积, 里程, 覆盖率"""
    words = mention.stem
    if kind == "growth_rate":
        return with_words("增速", GROWTH, words)
    if kind in ("increment", "count", "level") and mention.family != "rate" and OVER_ALL.search(words):
        return over_all(mention) + counted(mention, subject)
    if "番" in mention.amount.low:
        base = COMPARED.search(words)
        return f"与{base['base']}相比的倍数（{mention.amount.low}）" if base else f"倍数（{mention.amount.low}）"
    if TOTAL.search(words):
        return "合计"
    if kind == "increment" and mention.family == "rate":
        if match := FALL.search(words):
            return f"降幅（{match.group()}）"
        return with_words("提高幅度" if mention.amount.unit == "个百分点" else "增幅", RISE, words)
    if mention.amount.low == "全覆盖":
        return "覆盖率"
    if mention.amount.low == "所有":
        return f"覆盖率（所有{mention.after}）"
    if mention.family == "time" and "时" not in subject and WAY.match(mention.after):
        return "所需时间"
    if mention.amount.unit == "年一遇" and "标准" not in subject:
        said = STANDARDS.findall(mention.text[mention.sentence_start : mention.amount.start])
        return said[-1] if said else ""
    if mention.family == "area" and "面积" not in subject:
        land = LAND.search(subject)
        return (land.group() if land else "") + "面积"
    if "/" in mention.amount.unit:  # 8.3公里/平方公里 is a density, no length
        return ""
    if mention.family == "length" and not re.search("里程|长度", subject):
        return "里程" if ROADS.search(subject) else "长度"
    if kind == "share" and (match := SHARE_OF.search(words)):
        return f"占{match['of']}比例"
    if mention.family == "time" and (match := AMOUNT_OF.match(mention.after)):
        return f"天数（{match['of']}）"
    return counted(mention, subject)


def counted(mention: Mention, subject: str) -> str:
    """人数, 户数; of a deed, which names nobody, said with it: “城镇新增就业|2600人|” → 就业人数, “实施避险搬迁|420户|” → 搬迁户数"""
    if not family(mention.amount.unit):
        return ""
    if mention.amount.unit == "张" and subject.endswith("床位"):
        return "床位数"
    word = COUNTED.get(mention.amount.unit.lstrip("万千余多"), "")
    deed = DEEDS.search(subject.split("：")[0])
    return deed.group() + word if word and deed else word


def part_of_the_time(mention: Mention) -> str:
    """“总投资31亿元，其中‘十五五’期间计划完成投资|20亿元|” → “十五五”期间计划: the sum of that time alone"""
    match = PART_OF_IT.search(mention.before)
    return match["when"] if match else ""


def over_all(mention: Mention) -> str:
    """“累计修复湿地”, “五年开展培训” in a plan for five years → 五年累计"""
    first, last = mention.place.period
    return f"{to_numeral(last - first + 1)}年累计" if last > first else "累计"


def with_year(context: str, year: int, last: int) -> str:
    """A figure for another year than the plan's last says so: 全县；2028年; beyond the plan it is its far view: 2035年远景"""
    said = f"{year}年远景" if year > last else f"{year}年"
    return context if year == last else BETWEEN.join(filter(None, (context, said)))


def with_words(name: str, printed: re.Pattern[str], words: str) -> str:
    found = [match.group() for match in printed.finditer(words)]
    return f"{name}（{found[-1]}）" if found else name
