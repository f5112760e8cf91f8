"""Projects named by a clause: a verb and a name (“新建桃坪实验学校”), a name and what becomes of it (“梅岭隧道2027年通车”), a list
(“…等项目”).

Only a proper name that ends in a work, or in what is done to one, is a project; see chinese/names.py. A name is as
printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...chinese.amounts import Amount, find_quantities
from ...chinese.measures import family
from ...chinese.names import (
    FIRM,
    is_abstract,
    is_placed,
    is_proper,
    may_name_works,
    names_works,
    proper_head,
    works_on_a_place,
)
from ...chinese.sentences import CLAUSE, LONGEST_CLAUSE
from ...chinese.word_lists import any_of
from .spot import Reading, Spot

VERBS = any_of("project_verbs")
WHEN_DONE = r"上半年|下半年|全年|今年|[一二三四]季度|“?十[四五六]五”?(?:期间|时期)?|到?20\d\d年(?:底|末)?(?:前)?|规划期内|未来五年|年内"
ADVERB = rf"{any_of('adverbs_of_works')}|[一二三四五六]是|{WHEN_DONE}"
LEAD = re.compile(
    rf"(?:城区|县城|市区|中心城区)?(?:{ADVERB}|总投资的)*(?P<verbs>(?:(?:{ADVERB})*(?:{VERBS}))+)(?:好|了|以)?"
)
STATE = re.compile(rf"(?:{ADVERB})*(?P<verb>)(?=[\u4e00-\u9fff“A-Z])")
WHEN = (
    r"(?:(?:并|力争|争取|预计|计划|确保|将|于|在|首台机组|尽快|尽早|如期|全部|全面|全线|实现|正式|早日|加快|[一二三四]季度|上半年|下半年|年中|明年|今年|年内|全容量|"
    r"汛期?前|入冬前|秋季|春季|\d{1,2}月(?:底|末|[上中下]旬)?前?|\d{4}年(?:\d+月)?(?:底|末|年底|秋季学期|春季学期|秋季|春季|学期)?前?|年底前?))*"
)
BECOMES = rf"(?:{any_of('works_become')}|(?:纳入|列入)[^，。；、]{{0,8}}(?:规划|计划|清单|盘子|笼子))"
TAIL = re.compile(
    rf"(?:(?:的)?(?:主体(?:工程|结构)?(?=建设)|路基(?=贯通)|主线(?=贯通))?"
    rf"(?:建设|前期(?:工作|研究|论证)?|提速|步伐|进度|工作|规划建设|等)?{WHEN}{BECOMES}*(?:为(?:主干|龙头|支撑))?|"
    rf"的?(?:建设|投资|落地)?机遇|与[^，、。；]{{2,14}}(?:衔接|对接|连接|联通|连通))$"
)
OF_A_LIST = re.compile(
    r"(?:等)?(?:[两三四五六七八九十]|\d+)[大个项](?P<big>[\u4e00-\u9fff]{0,6}(?:项目|工程))$"
    r"|等(?P<of>(?:一批|[\d一二三四五六七八九十]+[个项])?[\u4e00-\u9fff]{0,8}(?:项目|工程))(?=(?!建设)[^，。；、]{2,16}$)"
    r"|等(?P<kind>(?:一批|\d+个[\u4e00-\u9fff]{0,6}?|[\u4e00-\u9fff“”]{0,14}?)(?:项目|工程))?$"
)
SIZED = re.compile(
    r"(?:全长|总长|总投资|概算投资|装机容量|总装机|总库容|占地面积|占地|建筑面积|位于|选址|起于|起自|年度投资|累计投资|投资(?=约|超|不少于|不低于|分别))(?:约|为|达)?[^，。；]*$"
)
TOLD = re.compile(
    r"（(?:起点|起自|含|包括|总投资|投资|库容|装机|全长|长|床位|占地|建筑面积|[^（）]*\d|[^（）]*[，；。])[^（）]*）$"
)  # brackets that tell of the project
STATUS_IN_BRACKETS = re.compile(r"（(?:新建|续建|改扩建|改建|扩建|迁建|在建|拟建|储备)）$")
SPLIT = re.compile(r"、|以及|和|及|与")
INTO = re.compile("[建造型]成?[为成]")
MADE_ANOTHER = re.compile(
    rf"(?:{ADVERB}|推动|推进|实施|支持)*(?P<name>(?P<what>[^，。；：、]{{3,24}}?)(?:将|拟)?(?:整体)?"
    r"(?:改建|改造|扩建|改扩建|转型)(?:成为|为|成)(?P<into>[^，。；：、]{3,24}))"
)
BESIDE = re.compile("配套|附属|相关|基础设施|^等")  # what is built with a project shares its sum
HELPED = re.compile("支持|扶持|培育|鼓励|引导")
AMONG = re.compile("等在内的")  # “包括甲线、乙线等在内的16条公路改建工程” is one project of many roads
DOES = re.compile("开展|发展|参与|提供|申报|创建|创办|承担|探索|做[大优强]")
MADE = re.compile(
    "(?:加工|生产|制造|养殖|种植|屠宰|酿造|回收|利用)$|年产[\\d.]+[万千]?[吨件套台头只]"
)  # what a firm's project does, in a list of 项目
GIVEN = re.compile("依托|围绕|紧抓")  # what a clause rests on is there already, unless it is called a project
PROJECT_END = re.compile(r"(?:项目|工程)$")
ROAD = re.compile(r"[\u4e00-\u9fff]{2,}(?P<sign>路|街|大道|河|渠)")
FIRM_DOES = re.compile(
    rf"[^，、。；]{{2,12}}?(?:集团|公司|企业|{any_of('industries')})(?:投资[\d.万亿元]*)?(?:开发|建设|新建|扩建|实施|打造)(?:的)?"
)  # 支持|华电集团开发|雷公坪风电场二期
OF_A_KIND = re.compile(
    r"等\d+[所个处座条家项]$|[两三四五六七八九十]大(?!项目|工程)[\u4e00-\u9fff]{2,4}$"
    r"|等(?:\d+[所个处座条家])?[\u4e00-\u9fff]{0,6}(?:设施|园区|基地|景区|平台|水库|公路|学校|医院|道路|桥梁|变电站)$"
)
SHORT_FIRM = re.compile(rf"^[\u4e00-\u9fff]{{2,4}}(?:{any_of('industries')})[\u4e00-\u9fff]{{2}}")  # 宝丰化工煤基烯烃
NEXT_PHASE = re.compile(r"[二三四五]期(?:工程|项目)?")  # “某某物流园二期、三期工程” is one name
ONLY_DONE = re.compile(rf"[\u4e00-\u9fff]{{0,4}}(?:{any_of('works_done')})(?:工程|项目)?")
NOT_A_NAME = re.compile(
    r"等\d|[镇乡村县区旗]\d+[座个处所家条]|[一-鿿][两三四五六七八九][个座所处家](?!庄|店|河|沟)"
    r"|等(?=高速|公路|铁路|项目|“)|(?<![平中高初同均])等(?![级量容同])(?=[\u4e00-\u9fff]{2})"
    r"|^[\u4e00-\u9fff]{2,6}至[\u4e00-\u9fff]{1,7}(?:站|镇|乡|村|界|机场)$"
    rf"|^(?:{any_of('no_name_begins')}|本(?!溪)|[一二两三四五六七八九十]+[个大批座条]|\d+年)"
    r"|[院校园区司]建设(?!项目|工程|$)[\u4e00-\u9fff]{3}"
    rf"|(?:{any_of('no_name_ends')})$|{any_of('no_name_holds')}"
)
OF_A_RANK = re.compile(r"^(?:国家|自治区|省|市)级(?=[\u4e00-\u9fff]{6})")
NUMERAL = re.compile(r"[\d一二两三四五六七八九十百千万X]")
SHORT_PIECE = 6
SUM_BEFORE = re.compile(r"^(?:总)?投资[约超近]?[\dX.]+[十百千万亿]*元(?:人民币)?的?|^[\dX.]+[十百千万亿]+元的?")
SIZE_AT_END = re.compile(
    r"(?<![\d.])[\d.]+(?:公里|千米|米|亩|平方米|平方公里|km)$|至(?:[日年][\u4e00-\u9fff]{1,4})?[\d.]+万?(?:吨|立方米|千瓦时|千瓦)(?:/[年日])?$"
)
OF_EACH = re.compile(r"(?:均|各)(?:为|约)?$")


class Clause(NamedTuple):
    start: int
    end: int


def by_grammar(reading: Reading, places: frozenset[str]) -> list[Spot]:
    """All names of the block that a clause undertakes, in order, with the sum said before the next name."""
    text = reading.text
    lists = [found for clause in clauses(text) if (found := names_in(text, clause, places))]
    ends = [names[0].start for names in lists[1:]] + [len(text)]
    return [spot for names, end in zip(lists, ends, strict=False) for spot in with_sums(reading, names, end)]


def clauses(text: str) -> Iterator[Clause]:
    """What has no mark for very long is a table or damage, no clause that names works."""
    found = (Clause(*match.span()) for match in CLAUSE.finditer(text))
    return (clause for clause in found if clause.end - clause.start <= LONGEST_CLAUSE)


def names_in(text: str, clause: Clause, places: frozenset[str]) -> list[Spot]:
    """“建设白石镇竹产业园（二期）和天泉饮用水智能化生产线” → two; “石门渡疏港公路2029年贯通” → one"""
    words = text[clause.start : clause.end]
    if made := made_another(text, clause, places):
        return [made]
    lead = LEAD.match(words) or STATE.match(words)
    if not lead:
        return []
    start = clause.start + lead.end()
    start += len(match.group()) if (match := SUM_BEFORE.match(text[start : clause.end])) else 0
    if HELPED.search(words[: lead.end()]) and (firm := FIRM_DOES.match(text, start, clause.end)):
        start = firm.end()
    stated = not lead["verb"] if "verb" in lead.re.groupindex else False
    end, becomes, listed = shortened(text, start, clause.end)
    if stated and not becomes and not listed:
        return []
    if AMONG.search(words) or (HELPED.search(words[: lead.end()]) and DOES.search(words[lead.end() :])):
        return []
    members = parts(text, start, end)
    several = sum(len(name) >= 4 and not BESIDE.search(name) for _, name in members) > 1
    known = {name for _, name in members if is_project(name, places, listed)}
    if (listed or becomes) and 2 * len(known) >= len(members) > 1:
        known |= {name for _, name in members if like_its_neighbours(name)}
    elif 3 * len(known) >= 2 * len(members) > 4:
        known |= {name for _, name in members if like_its_neighbours(name) and is_placed(name, places)}
    return [
        Spot(at, at + len(name), name, (at if number else clause.start, about_end(text, clause.end)), listed=several)
        for number, (at, name) in enumerate(members)
        if name in known and (not GIVEN.search(words[: lead.end()]) or PROJECT_END.search(text[start:end]))
    ]


def made_another(text: str, clause: Clause, places: frozenset[str]) -> Spot | None:
    """“旗供销社旧仓库将改建为敖包物资储备库”: what stands there and what it becomes, the whole clause as printed"""
    match = INTO.search(text, *clause) and MADE_ANOTHER.fullmatch(text, *clause)
    if not match or NOT_A_NAME.search(match["name"]) or not is_proper(match["what"].removeprefix("原"), places):
        return None
    if not (may_name_works(match["what"]) and may_name_works(match["into"])):
        return None
    return Spot(match.start("name"), match.end("name"), match["name"], (clause.start, about_end(text, clause.end)))


def like_its_neighbours(name: str) -> bool:
    """“正大食品熟食车间” beside named projects in a list of 项目: a firm whose own name is an everyday word"""
    if not 6 <= len(name) <= 40 or "的" in name or is_abstract(name) or NOT_A_NAME.search(name) or counted(name):
        return False
    return bool(SHORT_FIRM.match(name)) or may_name_works(name) or len(proper_head(name)) >= 2


def shortened(text: str, start: int, end: int) -> tuple[int, bool, bool]:
    """Where the names end: before 建设, 前期工作, 2027年通车, 等项目, 18公里; whether something becomes of them; whether a list ends
    in 等项目"""
    listed, becomes = False, False
    while True:
        words = text[start:end]
        before = end
        if match := OF_A_LIST.search(words):
            listed, end = listed or bool(match["kind"] or match["big"] or match["of"]), start + match.start()
        elif (match := TAIL.search(words)) and match.group():
            becomes, end = True, start + match.start()
        elif match := OF_A_KIND.search(words) or TOLD.search(words):
            end = start + match.start()
        elif not listed and (match := SIZED.search(words)) and match.start() >= 4:
            becomes, end = True, start + match.start()
        elif match := SIZE_AT_END.search(words):
            end = start + match.start()
        if end == before or end <= start:
            return max(end, start), becomes, listed


def parts(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """The members of a list of names; 、 and 和 within brackets or quotes part nothing, nor does 续建配套与现代化改造"""
    out: list[tuple[int, str]] = []
    at, depth, place = start, 0, start
    cuts = [(m.start() + start, m.end() + start) for m in SPLIT.finditer(text[start:end])]
    for low, high in [*cuts, (end, end)]:
        depth = sum((sign in "（“") - (sign in "）”") for sign in text[at:low])
        piece = text[at:low]
        if (
            depth > 0
            or (len(piece) < 3 and text.startswith(("和", "与", "及"), low) and low > at)
            or (text.startswith("和平", low) and not names_works(piece))
        ):
            continue
        if (
            (out and goes_on(out[-1][1], piece, text[at - 1]))
            or (out and ONLY_DONE.fullmatch(piece) and not names_works(piece) and place == at and text[at - 1] != "、")
            or (out and (NEXT_PHASE.fullmatch(piece) or shares_works(out[-1][1], piece)))
        ):
            before, _name = out.pop()
            out.append((before, text[before:low]))
        elif piece:
            out.append((at, piece))
        at = place = high
    if len(out) > 1 and out[-1][1].endswith("项目") and names_works(out[-1][1][:-2]):  # “一期和二期项目”: said of both
        out[-1] = (out[-1][0], out[-1][1][:-2])
    return [trimmed(at, without_end(name)) for at, name in out]


def without_end(name: str) -> str:
    """“白水铁路支线路基贯通” within a list → 白水铁路支线: what becomes of it"""
    match = TAIL.search(name)
    return name[: match.start()] if match and len(name) > len(match.group()) + 3 else name


def shares_works(name: str, piece: str) -> bool:
    """“某湖路|、|某山路道路工程”: two roads or rivers by name, and the works said once, after the last"""
    match = ROAD.fullmatch(name.split("、")[-1])
    return match is not None and bool(re.match(rf"[\u4e00-\u9fff]{{2,4}}{match['sign']}[^、]{{2,}}$", piece))


def goes_on(name: str, piece: str, sign: str) -> bool:
    """“伊诚肉羊屠宰|及|牛羊副产品深加工项目”: a proper beginning that names no works yet, and an end that is not proper"""
    if sign == "及" and len(piece) <= SHORT_PIECE and not BESIDE.search(piece) and not is_proper(piece, frozenset()):
        return names_works(piece) and is_proper(name, frozenset())  # 白水互通|及|连接线
    if sign == "、" or not PROJECT_END.search(piece) or is_proper(piece, frozenset()):
        return False
    return is_proper(name, frozenset()) and not names_works(name)


def trimmed(at: int, name: str) -> tuple[int, str]:
    """“建设某某电站” within a list loses its verb, “某某产业园（续建）” its status, “某某段32公里” its length, “某某电站建设” its
    last word"""
    if (lead := LEAD.match(name)) and len(name) - lead.end() >= 4:
        at, name = at + lead.end(), name[lead.end() :]
    name = SIZE_AT_END.sub("", TOLD.sub("", STATUS_IN_BRACKETS.sub("", name)))
    return at, re.sub(
        r"(?:项目|工程)?(?:建设|(?<![址地])新建|前期工作)$",
        lambda m: m.group()[:2] if m.group()[:2] in ("项目", "工程") else "",
        name,
    )


def is_project(name: str, places: frozenset[str], listed: bool) -> bool:
    """A proper name of works; in a list that ends in 等项目 a firm or a place at its head is enough: 中广核双桥燃气机组一体化; a
    thing whose last sign alone is of what is built, too: 额仁牛核心育种场"""
    name = OF_A_RANK.sub("", name)
    if not 4 <= len(name) <= 40 or NOT_A_NAME.search(name) or counted(name):
        return False
    if re.search("的(?!改|建|迁)", name) and not FIRM.search(name):
        return False
    if names_works(name):
        return any(is_proper(part, places) for part in (name, *name.split("、")[1:]))
    if listed:
        return is_placed(name, places) or len(proper_head(name)) >= 2
    if MADE.search(name) and (FIRM.search(name) or SHORT_FIRM.match(name)) and len(proper_head(name)) >= 2:
        return True  # 湘佳牧业优质鸡加工
    if may_name_works(name):
        return is_proper(name, places) or SHORT_FIRM.match(name) is not None
    return works_on_a_place(name, places)


def counted(name: str) -> bool:
    """“口袋公园10个”, “10个口袋公园”, “红柳沟2座危桥”: things that are counted have no name of their own"""
    return NUMERAL.search(name) is not None and any(
        family(amount.unit) in ("count", "people", "time")
        and (
            amount.start == 0
            or name[amount.end : amount.end + 1] in ("", "、", "和")
            or name[amount.start : amount.end].endswith(("座", "处", "所", "条", "个"))
        )
        for amount in find_quantities(name)
    )


def about_end(text: str, at: int) -> int:
    return min((end for mark in "。；" if (end := text.find(mark, at)) >= 0), default=len(text))


def with_sums(reading: Reading, names: list[Spot], limit: int) -> list[Spot]:
    """Each name of a list with its own sum. A sum behind several names is none's own; 均 gives it to each, 分别 by order.

    “甲、乙和丙，总投资|168亿元|” → no sum; “甲、乙，总投资分别为|9.6亿元|和|4.8亿元|” → one each
    """
    ends = [spot.start for spot in names[1:]] + [limit]
    found = [with_sum(reading, spot, end) for spot, end in zip(names, ends, strict=True)]
    last, before = found[-1], found[:-1]
    if not last.listed or not last.money or any(spot.money for spot in before):
        return found
    lead = reading.text[last.end : last.money.start]
    sums = [money for money in reading.money if last.end <= money.start < last.about[1]]
    if "分别" in lead and len(sums) == len(found):
        return [spot._replace(money=money) for spot, money in zip(found, sums, strict=True)]
    if OF_EACH.search(lead):
        return [spot._replace(money=last.money) for spot in found]
    return found if lead.startswith("（") else [spot._replace(money=None, shared=last.money) for spot in found]


def with_sum(reading: Reading, spot: Spot, limit: int) -> Spot:
    """The sum named behind the project and before the next one, in the same part of the sentence"""
    end = min(spot.about[1], limit)
    money: Amount | None = next(
        (m for m in reading.money if spot.end <= m.start < end and not reading.text.startswith("的", m.end)), None
    )
    return spot._replace(about=(spot.about[0], end), money=money)
