"""What a project's name is made of: a proper name, an object, a work: 云岭|抽水蓄能|电站; 白石|古镇|保护更新; 县|人民医院|综合楼.

A name is proper if it begins with a place of the plan, with words that are no everyday words, with a mountain or river,
with the county's own institution, or if a firm, a road's number or two ends (甲至乙) stand in it.
“智慧养老服务平台” and “农产品加工园区” are none: every word of them is an everyday word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from .word_lists import any_of, lines_of, words_of

WORKS_END = re.compile(rf"(?:{any_of('works', 'works_done')})(?:（[^（）]{{1,12}}）)?(?:项目|工程)?$")
BUILT_END = re.compile(rf"(?:{any_of('works')})(?:（[^（）]{{1,12}}）)?(?:项目|工程)?$")
DONE_ALONE = re.compile(rf"(?:{any_of('works_done_alone')})(?:（[^（）]{{1,12}}）)?(?:项目|工程)?$")
BUILT_SIGN = re.compile(rf"(?:{any_of('signs_of_works')})(?:（[^（）]{{1,12}}）)?$")
SHORT_SCHOOL = re.compile("[\u4e00-\u9fff]{2}(?<!一老)[一二三四五六]小$")  # 滨江二小; not 一老一小
NOT_BUILT = re.compile(rf"(?:{any_of('not_built')})$")
WORKS_INSIDE = re.compile(rf"(?:{any_of('works')}|小区|管网|热源)[\u4e00-\u9fff]{{2,6}}$")
ABSTRACT = re.compile(rf"(?:{any_of('abstract_ends', 'no_name_ends')})$")
WORK_IN_IT = re.compile(any_of("works", "nature_worked_on"))
APART = r"(?:(?<![\u4e00-\u9fff])|(?<=[、和及在于到至辖将把对以从由])|(?<=[新扩改迁]建)|(?<=建[设成])|(?<=[改打]造))"
TOWN_SIGN = r"(?:镇(?![化域区村])|乡(?![村镇土贤愁音])|街道(?!办)|苏木|嘎查|(?:满|蒙古|回|朝鲜)族(?:镇|乡))"
TOWN = re.compile(
    rf"{APART}(?P<stem>(?![辖设将把对以从由])[\u4e00-\u9fff]{{2,3}}?){TOWN_SIGN}(?P<apart>(?=[、和及与，。；）等]|$))?"
)
IN_A_LIST = re.compile(rf"(?<=[镇乡道木]、)(?P<stem>[\u4e00-\u9fff]{{2,3}}?){TOWN_SIGN}")
NO_TOWN_BEGINS = "辖各个的并还和及返回离多在入下"
NO_TOWN = "辖城乡村小各个集大强名古重中在和及返下回入离还的并多连"
TOWNS_LISTED = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2}(?:、[\u4e00-\u9fff]{2}){1,40})(?:等)?(?:[一二两三四五六七八九十\d]+个)"
    r"[\u4e00-\u9fff]{0,5}(?:镇|乡|街道|村)"
)
RARE_SIGNS = "峡洲滩岛湾岭峰渡坪塬寨潭溪岩坳垭沱岙屿"  # after an everyday word they make a place, too: 石门峡
COMMON_SIGNS = "湖河江山沟川港泉谷原"
GEOGRAPHY = re.compile(rf"^(?P<stem>[\u4e00-\u9fff]{{1,3}}?)(?P<sign>[{RARE_SIGNS}{COMMON_SIGNS}])")
OF_THE_COUNTY = re.compile(
    r"^(?:我)?[县市旗州](?![级域内际城区直属乡政委府长容场辖镇]|民(?![族政]))[\u4e00-\u9fff]{2,}"
)
OF_THE_DISTRICT = re.compile(
    r"^区(?:人民|第[一二三四五]|妇女|儿童|精神|中西医|口腔|康复|养老|福利|中医|妇幼|疾控|疾病|档案|文化馆|图书|博物|体育|青少年|党校|行政|职[业教]|特殊教育|老年|社会福利|殡仪|融媒|实验)"
)  # 区 alone is part of too many words
NUMBERED = re.compile(
    r"[GSXYK]\d{2,}|\d号线|[国省县乡]道\d{2,}线?|[国省县乡]道[\u4e00-\u9fff]{2}(?:线|路|公路|高速)|"
    r"第[一二三四五六七八九十](?=[\u4e00-\u9fff]{0,4}(?:水源|水厂|医院|中学|小学|高中|实验|幼儿园|污水))"
)
TWO_ENDS = re.compile(
    r"^[\u4e00-\u9fff]{2,4}(?:[—－-][\u4e00-\u9fff]{2,4})+"
    r"|^[\u4e00-\u9fff]{2,6}至[\u4e00-\u9fff]{2,8}|至[\u4e00-\u9fff]{2,8}(?:公路|高速|铁路|段)"
)
PLACE_FIRST = re.compile(r"[\u4e00-\u9fff]{2,8}?[县市区旗州盟]")
KIND_OF_PLACE = re.compile(r"(?<=..)[县市区旗州]$")
KIND_OF_ZONE = re.compile(
    r"(?:国家级|省级|市级)?(?:经济|高新|技术|产业|综合|工业|临港|临空|现代|农业|合作)*(?:开发区|示范区|园区|新区|保税区)$"
)
KIND_OF_COUNTY = re.compile(rf"(?:(?:{any_of('peoples')})族)*自治[县州旗]$|[县市区旗州盟]$")
OF_A_PEOPLE = re.compile(rf"^(?:{any_of('peoples')})族(?!自治|乡|镇|村|群众|地区)[\u4e00-\u9fff]{{2,}}[馆园镇街]$")
SIZE_FIRST = re.compile(r"^\d+(?:千伏|kV|KV|万千瓦|兆瓦|MW)")  # 500千伏|大塘变电站
HILLS = re.compile("[洪塘区水地体坡丘林火门村路泊面库长流道段岸网系堤沟渠湖]")  # 农村|山塘, 重点山洪沟
OFTEN = 3  # times that a town is named
PREFIX = 4  # signs of a firm or a larger place before the place
FIRM = re.compile(r"公司|集团|牧业|股份")
CAPACITY = re.compile(
    r"\d[万千]*(?:吨|千瓦|兆瓦|头|只|立方米|平方米|公里)"
)  # “30万吨电石技术改造” is of works that have a size
PHASE = re.compile(r"[一二三四]期")
NAMED_LIKE_MANY = re.compile(
    rf"^(?:{any_of('names_of_places')})(?:{TOWN_SIGN}|[河湖江渠闸桥路塘]|村(?![庄级民])|街(?!区)|社区|大桥|大道|水库|灌区|泵站"
    r"|电站|林场|农场|牧场|小学|中学|水厂|煤矿|(?<=人民)广场|(?<=胜利)广场|(?<=东方)广场)|^(?:文化|建设|民族|科技)(?:路|街(?!区)|大道)"
)
OF_A_TOWN = re.compile(rf"^(?P<stem>[\u4e00-\u9fff]{{2,3}}?){TOWN_SIGN}(?=[\u4e00-\u9fff]{{2}})")
INSTITUTION = re.compile(
    rf"^(?:{any_of('institutions')}|(?:{any_of('peoples')})族(?:实验)?(?:小学|中学|学校|高中|幼儿园))(?=[\u4e00-\u9fff]{{2}})"
)  # the county's own, without the county's name: 实验小学教学楼
QUARTER = re.compile(r"^(?:城关|[城河江湖][东西南北]|[东西南北]区)(?=[\u4e00-\u9fff]{2})")
TEMPLE = re.compile(r"^[\u4e00-\u9fff]{2}[阁寺庙祠塔宫殿](?=[\u4e00-\u9fff]{2})")
OLD_TOWN = re.compile(r"^(?P<stem>[\u4e00-\u9fff]{2})古[镇城寨村]")
STREET = re.compile(r"^(?P<stem>[\u4e00-\u9fff]{2})(?:路(?![径网面灯口段域线由])|大街|大道)(?=[\u4e00-\u9fff]{2})")
LANDMARK = re.compile(rf"^(?:{any_of('landmarks')})(?=[\u4e00-\u9fff]{{2}})")
PART_OF_IT = re.compile(r"（[\u4e00-\u9fff]{2,4}段）$")  # 长城国家文化公园（沙陵段）
SCHOOL = re.compile(r"^(?P<stem>[\u4e00-\u9fff]{2,3})(?:幼儿园|小学|中学)$")
OF_A_FAMILY = re.compile(r"^[\u4e00-\u9fff]家[厂庄村屯窑店沟湾坪桥河集寨堡营坝塘冲垅畈台岗]")  # 王家厂水库
BRANCH = re.compile("校区|分校|分院|院区|园区|基地|生产基地|产业园|厂区|段")  # 海洋大学|白水|校区
BANNER_TOWN = re.compile(r"^(?!各|每|全|苏木|嘎查)[\u4e00-\u9fff]{1,5}?(?:苏木|嘎查)(?![乡镇])(?=[\u4e00-\u9fff]{2})")
WATERS = re.compile(
    r"^(?P<water>[\u4e00-\u9fff]水)(?=流域|[一二三四特]?大?桥|航道|沿岸|干流|堤防|[\u4e00-\u9fff]{2,4}段)"
)
CAMPUS = re.compile(
    r"(?:小学|中学|附中|附小|高中|学校|学院|大学|医院|幼儿园)[\u4e00-\u9fff]{1,4}(?:分校|校区|院区|分院)$"
)


@cache
def everyday() -> frozenset[str]:
    """The everyday words, and the nouns of works."""
    words = [*lines_of("everyday.txt"), *lines_of("plan_words.txt")]
    return frozenset(words) | frozenset(words_of("works")) | frozenset(words_of("works_done"))


def places_named(texts: Iterable[str]) -> frozenset[str]:
    """Stems of towns, streets and villages that the texts name: 荷塘镇 → 荷塘; 重点镇, 乡镇, 城镇 → none"""
    kinds, known = frozenset(words_of("kinds_of_town")), everyday()
    found: set[str] = set()
    met: Counter[str] = Counter()
    for text in texts:
        for match in TOWN.finditer(text):  # an everyday word is one where it stands apart, “甲镇、乙镇”, or often
            met[match["stem"]] += 1
            if match["apart"] is not None or match["stem"] not in known or met[match["stem"]] == OFTEN:
                found.add(match["stem"])
        found.update(match["stem"] for match in IN_A_LIST.finditer(text))
        for match in TOWNS_LISTED.finditer(text):
            found.update(match["names"].split("、"))
    return frozenset(stem for stem in found if stem not in kinds and may_be_a_town(stem))


def may_be_a_town(stem: str) -> bool:
    """大雁, 中和; not 各, 特色小, 中心集"""
    return stem[0] not in NO_TOWN_BEGINS and stem[-1] not in NO_TOWN


def proper_head(name: str) -> str:
    """The signs before the first everyday word, the work at the end left out: 云岭抽水蓄能电站 → 云岭; 大原水库 → 大原; 智慧养老平台 → "" """
    known = everyday()
    name = WORKS_END.sub("", name) or name
    at = 0
    while at < len(name) and "\u4e00" <= name[at] <= "\u9fff":
        if any(name[at : at + length] in known for length in (4, 3, 2)):
            break
        at += 1
    return name[:at]


def place_in(name: str) -> str:
    """青岚县 as it is; 滨澜市现代海洋专项规划 → 滨澜市"""
    match = PLACE_FIRST.match(name)
    return name if not match or KIND_OF_PLACE.search(name) else match.group()


def stem_of(name: str) -> str:
    """青岚县 → 青岚, 望江苗族自治县 → 望江, 白水经济技术开发区 → 白水: what a place is called without its kind; of two signs at
    least"""
    stem = KIND_OF_ZONE.sub("", name) if KIND_OF_ZONE.search(name) else KIND_OF_COUNTY.sub("", name)
    return stem if len(stem) >= 2 else name


def is_proper(name: str, places: frozenset[str]) -> bool:
    """Whether the name is one thing's own: 云岭抽水蓄能电站, 县文化中心, 双桥灌区 where a 双桥镇 is known, 甲至乙高速公路"""
    name = SIZE_FIRST.sub("", name)
    return is_placed(name, places) or len(proper_head(name)) >= 2 or like_others(name) or bool(PHASE.search(name))


def is_placed(name: str, places: frozenset[str]) -> bool:
    """Whether a place, the county's own institution, a road's number, two ends or a firm stands in the name."""
    if any(pattern.search(name) for pattern in (OF_THE_COUNTY, OF_A_PEOPLE, OF_THE_DISTRICT, NUMBERED, TWO_ENDS, FIRM)):
        return True
    return begins_with_a_place(name, places) or geographic(name)


def like_others(name: str) -> bool:
    """Names of everyday words: 胜利水库, 和平镇卫生院, 城东污水处理厂, 实验小学城南分校, 青石古镇; not 重点镇卫生院"""
    if BANNER_TOWN.match(name):
        return True
    if INSTITUTION.match(name) and BUILT_END.search(name):
        return True
    if any(
        pattern.search(name)
        for pattern in (NAMED_LIKE_MANY, QUARTER, CAMPUS, LANDMARK, TEMPLE, PART_OF_IT, OF_A_FAMILY)
    ):
        return True
    if (waters := WATERS.match(name)) and waters["water"] not in everyday():
        return True
    if (school := SCHOOL.match(name)) and school["stem"] not in words_of("kinds_of_school"):
        return True
    if (street := STREET.match(name)) and street["stem"] not in words_of("kinds_of_road"):
        return True
    stems = [match["stem"] for match in (OLD_TOWN.match(name), OF_A_TOWN.match(name)) if match]
    return any(stem not in words_of("kinds_of_town") and may_be_a_town(stem) for stem in stems)


def begins_with_a_place(name: str, places: frozenset[str]) -> bool:
    """双桥灌区, 中广核双桥风电 (a firm before the place); not “古韵双桥”品牌工程, a slogan"""
    if name.startswith("“"):
        return False
    return any(0 <= name.find(place) <= PREFIX or has_a_branch(name, place) for place in places)


def has_a_branch(name: str, place: str) -> bool:
    """海洋大学白水校区, of 白水: whatever signs a place is written with, it is words"""
    at = name.find(place)
    while at >= 0 and not BRANCH.match(name, at + len(place)):
        at = name.find(place, at + 1)
    return at >= 0


def geographic(name: str) -> bool:
    """翠屏湖…, 石门峡…; not 黑臭河, 高山, 沿江"""
    match = GEOGRAPHY.match(name)
    if not match or match.group() in everyday():
        return False
    if match["sign"] in "山湖河" and len(match["stem"]) == 2 and match["stem"] not in words_of("kinds_of_water"):
        return not HILLS.match(name, match.end())  # 云雾山现代茶园, 月亮湖营地
    if name.startswith("流域", match.end()):  # 泽河流域: one sign is enough
        return True
    if match["sign"] == "江" and len(match["stem"]) > 1:  # 清水江
        return True
    return match["sign"] in RARE_SIGNS or (len(match["stem"]) > 1 and match["stem"] not in everyday())


def names_works(name: str) -> bool:
    """Whether the last word is something that is built, or what is done to such a thing: …电站, …水库除险加固, …二期"""
    match = WORKS_END.search(name)
    if not match:
        return False
    if BUILT_END.search(name) or PHASE.search(match.group()):
        return True
    return bool(
        WORK_IN_IT.search(name[: match.start()]) or geographic(name) or NUMBERED.search(name) or CAPACITY.search(name)
    )


def works_on_a_place(name: str, places: frozenset[str]) -> bool:
    """“敖包220千伏变电站主变更换”, “白水镇供热热源置换”: a placed name in which works stand, whatever is done to them; not
    “白水医院高质量发展”"""
    return bool(WORKS_INSIDE.search(name)) and is_placed(name, places) and not is_abstract(name)


def is_abstract(name: str) -> bool:
    """…高质量发展, …运行管理, …体系: no works, whatever stands before"""
    return bool(ABSTRACT.search(name))


def may_name_works(name: str) -> bool:
    """Works, also by the last sign alone, 白水牛核心育种场, or by what is done only to works, 白山铜锌采选扩能; not 服务现场"""
    by_sign = BUILT_SIGN.search(name) and not NOT_BUILT.search(name)
    return names_works(name) or bool(by_sign or SHORT_SCHOOL.search(name)) or is_enlarged(name)


def is_enlarged(name: str) -> bool:
    """白山铜锌采选扩能, 某露天矿扩能: what is done only to works"""
    return bool(DONE_ALONE.search(name))
