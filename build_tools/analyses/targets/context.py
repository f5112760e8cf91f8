"""Whose figure it is and what it measures, where the subject alone does not say: 全县；提升港口能级；新建；面积.

In order: the whole that the plan speaks of, the title or lead the sentence stands under, the clause that opens the sentence,
the verb of works, the measure. A part that the subject says already is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ...chinese.clauses import Said
from ...chinese.measures import family
from ...chinese.numerals import to_numeral
from ...chinese.sentences import lead_length
from ...chinese.wording import bare_words
from ...model.outline import Block
from .descriptions import WAY
from .mention import Mention

BETWEEN = "；"
WHOLE = re.compile(r"全[县市区旗州盟镇]")
WITHIN = re.compile(r"全(?P<what>[港园乡镇])")
OF_PLACES = re.compile(r"每个|各")
PLACE_FIRST = re.compile(r"[\u4e00-\u9fff]{2,8}?[县市区旗州盟]")
KIND_OF_PLACE = re.compile(r"(?<=..)[县市区旗州]$")
HAS_A_PLACE = re.compile(
    r"全[县市区旗州盟镇港省国乡园]|城区|县城|园区|开发区|^[\u4e00-\u9fff]{2,3}(?:镇|乡|街道|港)|中心城区|各[镇乡村县旗]"
)
PLACE_SAID = re.compile(
    r"(?:在|对)(?P<place>[^，。；在]{2,20}?)(?:等地)?(?:各?(?:开设|新建|建设|建成|布局|配套|打造|设立|布设|建))"
)
NUMBER_OF_TITLE = re.compile(r"^(?:专栏[-－—\s]*[\d一二三四五六七八九十]*[：:\s]*)?")
OVER_ALL = re.compile(r"累计|(?<![\d\u4e00-\u9fff])五年(?!规划|计划)")
COMPARED = re.compile(r"(?:比|较)(?:20\d\d年|上年|“[^”]+”[末期]*)")
TOTAL = re.compile(r"(?:合计|总计|共计?)(?:达到|达|为)?$")
GROWTH = re.compile(r"(?:年均|同比|平均)?(?:增长|增速|增幅)[率]?|年均(?:提高|下降|递增)")
BASE = r"(?:(?:比|较)(?:20\d\d年|上年|“[^”]+”[末期]*)[^，。；]{0,4}?)?"
FALL = re.compile(BASE + r"(?:五年|累计|分别|平均)*(?:下降|减少|降低|压缩|缩短|缩减|减排|压减)")
RISE = re.compile(BASE + r"(?:五年|累计|分别|平均)*(?:提高|提升|增长|增加)")
ROADS = re.compile(r"路|道|干线|航道|轨")
COUNTED = {"人次": "人次", "人": "人数", "名": "人数", "户": "户数", "位": "位次"}
FIGURE = re.compile(r"\d|X")
LONGEST = 24
SHORTEST = 3
REFERS = re.compile(
    r"其中|该|全[港园区线]|园区|三大|两|五年|共|合计|总|年均|增长|惠及|带动|受益|辐射|覆盖|年度|计划完成|完成投资"
)
INCOMPLETE = re.compile(
    r".{0,2}(?:率|额|值|投资|比例|占比|比重|规模|面积|收入)"
)  # 开工率, 总投资: of what, says the clause before
BEFORE_FIGURE = re.compile(r"(?:分别)?(?:达到|突破|超过|提高到|增加到|稳定在)?[\dX]")
DONE = re.compile(r"(?:完成|实施|开展|实现|纳入|接入|通过|接受|享受)[\u4e00-\u9fff]{2,14}$")


def whole_of(blocks: Iterable[Block], name: str = "") -> str:
    """The place and what the plan calls the whole of it: 青岚全县; only 青岚县 where the text says nothing of the kind"""
    said = Counter(word for block in blocks for word in WHOLE.findall(block.text.string))
    if not said:
        return name
    return KIND_OF_PLACE.sub("", place_in(name)) + min(said, key=lambda word: (-said[word], word))


def place_in(name: str) -> str:
    """青岚县 as it is; 滨澜市现代海洋专项规划 → 滨澜市"""
    match = PLACE_FIRST.match(name)
    return name if not match or KIND_OF_PLACE.search(name) else match.group()


def context_of(mention: Mention, said: Said, kind: str, titles: tuple[str, ...], whole: str) -> str:
    """“新建泵站|3座|” under 畅通水网 → 全县；畅通水网；新建"""
    parts = [
        place_of(whole, said.subject),
        *titles,
        opening(said),
        clause_before(mention, said),
        place_said(mention, said.per),
        said.per if OF_PLACES.match(said.per) else "",
        said.verb,
        measure(mention, said.subject, kind),
        done_to_it(mention, said.subject),
    ]
    return BETWEEN.join(part for part in dict.fromkeys(parts) if part and part not in said.subject)


def place_of(whole: str, subject: str) -> str:
    """青岚全县; only 青岚 where the subject names a place within it; 青岚港 where it says 全港"""
    if not HAS_A_PLACE.search(subject):
        return whole
    match = WITHIN.search(subject)
    name = WHOLE.sub("", whole)
    return name + match["what"] if match and name else name


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
    return words if 2 <= len(words) <= LONGEST else ""


def clause_before(mention: Mention, said: Said) -> str:
    """“新建泊位7个，其中2000吨级|5个|” → 新建泊位; “A、B产值分别达到…，三大产业合计达到|416亿元|” → A、B产值"""
    if not INCOMPLETE.fullmatch(said.subject) and not REFERS.match(mention.before):
        return ""
    for clause in mention.clauses_before()[:3]:
        words = bare_words(BEFORE_FIGURE.split(clause)[0])
        if len(words) > SHORTEST:
            return words[:LONGEST]
    return ""


def done_to_it(mention: Mention, subject: str) -> str:
    """“|50家|以上企业完成数字化诊断” → 完成数字化诊断: what is done to the things counted, said after them"""
    match = DONE.search(mention.after)
    return match.group() if match and match.group() not in subject else ""


def place_said(mention: Mention, per: str) -> str:
    """“在龙潭乡、桐木镇等地配套冷库|15座|” → 龙潭乡、桐木镇"""
    match = PLACE_SAID.search(mention.before)
    return match["place"] if match and match["place"] not in per else ""


def measure(mention: Mention, subject: str, kind: str) -> str:
    """What the figure measures of its subject, with the words printed: 增速（年均增长）, 降幅（比2025年下降）, 面积, 里程, 覆盖率"""
    words = mention.stem
    if kind == "growth_rate":
        return with_words("增速", GROWTH, words)
    if kind in ("increment", "count", "level") and mention.family != "rate" and OVER_ALL.search(words):
        return over_all(mention)
    if "番" in mention.amount.low:
        base = COMPARED.search(words)
        return f"倍数（{base.group() if base else ''}{mention.amount.low}）"
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
    if mention.family == "area" and "面积" not in subject:
        return "面积"
    if mention.family == "length" and not re.search("里程|长度", subject):
        return "里程" if ROADS.search(subject) else "长度"
    return COUNTED.get(mention.amount.unit.lstrip("万千余多"), "") if family(mention.amount.unit) else ""


def over_all(mention: Mention) -> str:
    """“累计修复湿地”, “五年开展培训” in a plan for five years → 五年累计"""
    first, last = mention.place.period
    return f"{to_numeral(last - first + 1)}年累计" if last > first else "累计"


def with_year(context: str, year: int, last: int) -> str:
    """A figure for another year than the plan's last says so: 全县；2035年"""
    return context if year == last else BETWEEN.join(filter(None, (context, f"{year}年")))


def with_words(name: str, printed: re.Pattern, words: str) -> str:
    found = [match.group() for match in printed.finditer(words)]
    return f"{name}（{found[-1]}）" if found else name
