"""Items of a box that are headed by a project: “X303改扩建：县道韩甸镇至单城镇公路，起点…”."""

from __future__ import annotations

import re

from ...chinese.names import is_proper, names_works
from ...chinese.word_lists import any_of
from .grammar import LEAD, NOT_A_NAME, STATUS_IN_BRACKETS
from .spot import PARTS, Reading, Spot

PROJECT = re.compile(r"(?:项目|工程|改扩建|快速路|公路|铁路|大桥|水库|电站)(?:（[^（）]*）)?$")
LONGEST = 30
OWN_WORKS = 20  # characters between an item's title and the first project named in it
COUNTED = re.compile(r"\d[^，。；]{0,3}(?:条|座|处|个|公里|千米|亩|平方米|公顷)")
TOGETHER = re.compile(r"[与同和]$")  # “与云岭观星台同步建设” in another project's item
LIST = re.compile(r"^(?:重点|加快|大力)?(?:实施|推进|推动)|、.*等(?:重大|重点)?(?:项目|工程)$")
KIND_OF_PROJECTS = re.compile(
    r"(?:在建|新开工|开工|新建|续建|拟建|储备|谋划|前期|竣工|投产|投用|重点|重大|主要|计划|[一二三]类)*(?:项目|工程)"
)
PROGRAMME = re.compile(rf"(?:{any_of('programmes')})工程$")
WORKS_OF_LINES = re.compile(
    r"[引调供输排蓄提]水|输变电|供[气热暖电]|管网|防洪|治理|修复|整治|加固|安置|搬迁|绿化|造林|道路|桥|线|路"
)  # what a 工程 is of that has no building: 引水工程, 防洪工程
SHORT_KIND = re.compile("[\u4e00-\u9fff]{2,3}工程")  # 良种工程, 加工工程 of one box
BUILT = re.compile(r"占地|面积|新建|改造|购置|设备|投资")
DIVERTS = re.compile(r"[\u4e00-\u9fff]{0,4}引[\u4e00-\u9fff]{1,3}[济入补]")  # 引汉济渭
SITE_OF = re.compile(r"新建占地[^，。；]*?的(?P<name>[\u4e00-\u9fff]{2,14}?(?:厂|站|中心|馆|园|院|库))")
WORK_ON = re.compile(r"(?:计划|拟)对(?P<name>[^，。；]{2,12})进行(?P<work>改造|改建|扩建)")
COMPANY = re.compile(r"(?:^|：|。)(?P<name>[^，。；：]{4,40}?(?:项目))，(?=利用|升级|项目|其一|分)")


def titled(reading: Reading, invested: list[Spot], named: list[Spot], listed: bool = False) -> list[Spot]:
    """The item's title as a project, unless the item names several projects of its own or only one of its sums."""
    if parts := inner_parts(reading):
        taken = {spot.start for spot in invested}
        return [spot for spot in parts if spot.start not in taken]
    if not reading.title or listed:
        return []
    start, end = reading.title
    name = reading.text[start:end]
    if (
        not PROJECT.search(name)
        or LIST.search(name)
        or KIND_OF_PROJECTS.fullmatch(name)
        or (SHORT_KIND.fullmatch(name) and not reading.money)
        or ((PROGRAMME.search(name) or is_programme(name)) and not BUILT.search(reading.text[end:]))
        or any(not in_brackets(reading.text, spot) for spot in invested)
        or (named and not tells_of_itself(reading, end, named[0].start))
    ):
        return []
    return [Spot(start, end, STATUS_IN_BRACKETS.sub("", name), (start, len(reading.text)))]


def tells_of_itself(reading: Reading, title_end: int, first: int) -> bool:
    """“河流治理工程：对7条河流清淤筑堤，重点推进某某渠建设”: works of its own before the first that has a name"""
    own = reading.text[title_end:first]
    return len(own) >= OWN_WORKS and bool(COUNTED.search(own))


def own_title(reading: Reading, places: frozenset[str], named: list[Spot]) -> Spot | None:
    """“云岭抽水蓄能电站。新建，…”: a title that is one project's own name, and names no programme of others"""
    if not reading.opening or any(
        spot.start > reading.opening[1]
        and spot.name[:3] != reading.text[:3]
        and not TOGETHER.search(reading.text[: spot.start])
        for spot in named
    ):
        return None
    start, end = reading.opening
    name = STATUS_IN_BRACKETS.sub("", reading.text[start:end])
    if (
        len(name) > LONGEST
        or LEAD.match(name)
        or NOT_A_NAME.search(name)
        or LIST.search(name)
        or PROGRAMME.search(name)
        or is_programme(name)
        or "、" in name
        or not names_works(name)
        or not is_proper(name, places)
    ):
        return None
    return Spot(start, start + len(name), name, (start, len(reading.text)))


def is_programme(name: str) -> bool:
    """“一老一小关爱工程”, “健康某县工程”: a 工程 that names nothing built is a heading of many works"""
    stem = name.removesuffix("工程")
    return stem != name and not names_works(stem) and not WORKS_OF_LINES.search(stem) and not DIVERTS.match(stem)


def in_brackets(text: str, spot: Spot) -> bool:
    return spot.money is not None and text[spot.money.start - 1] == "（"


def inner_parts(reading: Reading) -> list[Spot]:
    """“一是资源增殖放流项目：…。二是稻渔综合种养项目：…” → two; “新建占地4.5万平方米、规模5万m³/日的地表水净水厂” → 地表水净水厂"""
    text, spots = reading.text, []
    for match in PARTS.finditer(text):
        spots.append(Spot(match.start("name"), match.end("name"), match["name"], (match.start(), len(text))))
    if spots:
        return bounded(spots)
    for match in WORK_ON.finditer(text):
        spots.append(
            Spot(
                match.start("name"),
                match.end(),
                text[match.start("name") : match.end()],
                (match.start(), sentence_end(text, match.end())),
            )
        )
    for match in SITE_OF.finditer(text):
        spots.append(
            Spot(match.start("name"), match.end(), match["name"], (match.start(), sentence_end(text, match.end())))
        )
    if not spots and reading.block.kind == "box_subitem":
        spots = [
            Spot(m.start("name"), m.end("name"), m["name"], (m.start(), sentence_end(text, m.end())))
            for m in COMPANY.finditer(text)
        ]
    return spots


def bounded(spots: list[Spot]) -> list[Spot]:
    ends = [spot.start for spot in spots[1:]] + [spots[-1].about[1]]
    return [spot._replace(about=(spot.start, end)) for spot, end in zip(spots, ends, strict=False)]


def sentence_end(text: str, start: int) -> int:
    at = text.find("。", start)
    return at if at >= 0 else len(text)
