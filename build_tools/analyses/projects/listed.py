"""Projects named without a sum: “加快新天哈电二期、泰豪风电等新能源项目建设”, “实施A装置升级、B技术改造等项目”."""

from __future__ import annotations

import re

from .spot import Reading, Spot

VERB = r"(?:(?:重点|大力|积极|着力|全力)实施|重点推动|加快推进|加快布局|加快部署|加快建设|谋划布局|谋划启动|协助实施|全力保障|规划建设|重点建设完成|重点培育|重点推进|依托|加快|推进|推动|实施|谋划|布局|启动|保障|扶持|建设|引进|落实|做实|围绕|打造|确保|配合|紧抓|部署|铺设|进一步推进)"
LIST_OF = re.compile(
    rf"(?:^|(?<=[，。；：、]))(?P<verb>{VERB})(?P<names>[^，。；：]{{3,90}}?)(?:等(?:一批|重点|[^，。；、]{{0,10}}?)(?:项目|工程)|(?<=项目)等?(?=提速|建设|落地|电商|通过|尽快|，|。|；|为主|培育)|(?<=工程)(?=建设|，|。|；)|(?<=轨道交通)|(?<=中心)建设|(?<=电站)(?=建设|，|。)|(?<=基地)等)"
)
GROWN = re.compile(
    r"(?:加快推动|重点推动|推动|加快)(?P<name>[^，。；：]{2,10}(?:存栏))由[^，。；、]{2,10}(?:扩大|增加)到[^，。；、]{2,8}"
)
GENERIC = re.compile(
    r"^(?:一批|重点|重大|有关|各类|相关|新兴|产业|新能源|一|二|三)|项目谋划|配套项目$|重点项目|重大项目|建设项目$(?<!.{9})|科技项目|综合治理项目|产业化项目|重点工程|示范工程|推广项目|谋划一批|覆盖|分布|带乡|带弱|“[^”]+”(?:改革|健康|品牌)|亮化|^“[^”]+”工程$|^\d+家|生态工程|兴市|强国|替代|合作项目|(?:民生|城建|惠民)工程"
)
# What makes a name one project rather than a field of work: a firm, a place, a road or river, a phase, a quoted or numbered thing.
PROPER = re.compile(
    r"公司|集团|[一二三四]期|“.+”|\d|路|大桥|[河江湖]|轨道|高铁|轻轨|高速|机场|水库|[镇乡村]|(?<!城)市(?!场)|县(?!域)|国道|省道|县道"
    r"|电厂|电站|电力|牧业|玻璃|化工|风电|发电|医院|医养|采购中心|示范点|特色产业|屠宰|深加工|再生能源|调峰|新能源\+"
)
TAIL = re.compile(r"(?:的?建设|提速建设|等|的开工建设|的)$")
MADE_BY = re.compile(r"(?:培育|推动|支持)(?P<name>[^，。；]{4,24}有限公司的[^，。；]*?(?:加工制造|生产线|基地))")


def listed(reading: Reading, taken: list[Spot]) -> list[Spot]:
    """Names in a list of projects that no sum points to."""
    text, spots = reading.text, []
    busy = [(spot.start, spot.end) for spot in taken]
    for match in GROWN.finditer(text):
        spots.append(
            Spot(match.start("name"), match.end("name"), match["name"].replace("存栏", "") + "扩群", match.span())
        )
    for match in MADE_BY.finditer(text):
        spots.append(Spot(match.start("name"), match.end("name"), match["name"], match.span()))
    for match in LIST_OF.finditer(text):
        if re.search(r"投资(?:均为)?[\dX]|\d亿元|^包括", match["names"]):
            continue
        at = match.start("names")
        for part in split_names(match["names"]):
            start = text.find(part, at)
            at = start + len(part)
            name = re.sub("^(?:建设|实施|推进)", "", TAIL.sub("", part).strip("的"))
            if is_name(name, match["verb"]) and not any(a < at and start < b for a, b in busy):
                spots.append(Spot(start, start + len(name), name, (start, at)))
                busy.append((start, at))
    return spots


def split_names(names: str) -> list[str]:
    """“新天哈电二期、泰豪风电” → two; quotes and parentheses stay whole"""
    out, depth, at = [], 0, 0
    for place, sign in enumerate(names):
        depth += (sign in "“（") - (sign in "”）")
        if not depth and sign in "、和" and place >= at:
            out.append(names[at:place])
            at = place + 1
    out.append(names[at:])
    return [part for part in out if part]


def is_name(name: str, verb: str) -> bool:
    """“泰豪风电” in “…等新能源项目”; not “一批重点项目”, nor “机械加工” in a list of fields; what is brought in (引进) has a name of its own"""
    return len(name) >= 4 and bool(verb == "引进" or PROPER.search(name)) and not GENERIC.search(name)
