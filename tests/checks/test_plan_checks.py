"""A plan checked against itself: each check finds what is wrong and keeps silent where it is right.

Each row is an invented text of a county office: what stands in it, and the sentences that the checks say of it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from small_plan import read_folder, write_plan

from build_tools.checks import contents
from build_tools.checks.plan_checks import MOST, few
from build_tools.model.findings import Finding

FRAME = (
    "第一章 总体要求\n做好以下工作，全面落实各项部署。\n第二章 重点任务\n{text}\n第三章 保障\n加强组织领导，狠抓落实。"
)

WRONG = {
    "a sum below groups": (
        "重点项目表\n项目\t地点\t投资（亿元）\n一、水利类\t\t8.6\n甲水库\t东乡\t5.2\n乙河道\t西乡\t3.4\n合计\t\t9.6",
        ["“投资（亿元）”一栏各行之和为8.6，合计行为9.6。"],
    ),
    "sum": ("新建养老驿站12个、日间照料中心8个、互助点30个，共60个。", ["12个+8个+30个＝50个，与所列60个不符。"]),
    "parts": ("新建码头泊位5个，其中千吨级4个、五百吨级3个。", ["分项4个+3个＝7个，超过总数5个。"]),
    "growth": ("牧业产值由40亿元增加到50亿元，增长30%。", ["由40亿元到50亿元为25%，不是30%。"]),
    "rate": (
        "旅游收入由2025年的20亿元提高到2030年的30亿元，年均增长15%。",
        ["由20亿元到30亿元，5年年均8.4%，不是15%。"],
    ),
    "yearly": (
        "每年治理沙化土地20平方公里，五年累计治理150平方公里。",
        ["每年20平方公里，5年为100平方公里，与150平方公里不符。"],
    ),
    "unit": ("风电装机容量达到80万千瓦时。", ["“装机容量”不以“万千瓦时”为单位。"]),
    "spelling": ("建设2台35WKW机组，保障供热。", ["没有“WKW”这样的单位。"]),
    "share": ("到2030年，生活垃圾无害化处理率达到105%。", ["“生活垃圾无害化处理率”不应超过100%。"]),
    "period": ("到2033年，草原综合植被盖度达到80%。", ["规划期为2026—2030年，此处目标年为2033年，超出规划期。"]),
    "other period": (
        "全力以赴攻坚克难，确保“十四五”目标任务如期完成。",
        ["此处部署的任务写作“十四五”，本规划为“十五五”规划。"],
    ),
    "residue": ("新建水库3座（具体数字请水务局再核）。", ["起草过程中的提示语留在正文里。"]),
    "nameless": ("由XX局牵头推进。", ["单位名称未填：“XX局”。"]),
    "marks": ("构建“一带两区三中心空间格局，推动协调发展。", ["本段的 “ 不成对。"]),
    "doubled": ("完善公共服务体系，，提升供给质量。", ["“，，”重复。"]),
    "lead-in": ("重点推进以下四项行动：", ["“重点推进以下四项行动：”之后没有所说的内容。"]),
    "place": ("努力把临河县建成西部物流枢纽。", ["本规划属某县，此处写作“临河县”。"]),
    "near name": (
        "建成大元水库，改善灌溉条件。\n加强水源地保护。\n对大源水库实施除险加固。",
        ["“大元水库”与“大源水库”一字之差、读音相同，疑为同一名称。"],
    ),
    "items": (
        "1.牧场工程。建设牧场3个。\n2.牧道工程。修建牧道20公里。\n2.饮水工程。新建水井40眼。",
        ["序号“2.”重复。"],
    ),
    "repeat": (
        "坚持以草定畜、草畜平衡，完善禁牧休牧和草原生态保护补助奖励机制，促进草原休养生息。\n推进棚圈建设。"
        "\n坚持以草定畜、草畜平衡，完善禁牧休牧和草原生态保护补助奖励机制，促进草原休养生息。",
        ["两处有37字逐字相同。"],
    ),
    "other value": (
        "到2030年，全旗牲畜存栏量稳定在200万头。\n推进良种繁育。\n到2030年，全旗牲畜存栏量达到230万头。",
        ["“牲畜存栏量”：此处230万头，彼处200万头。"],
    ),
}
GROUPED = "重点项目表\n项目\t地点\t投资（亿元）\n一、水利类\t\t8.6\n甲水库\t东乡\t5.2\n乙河道\t西乡\t3.4\n二、交通类\t\t14.5\n"
RIGHT = {
    "groups with their own sums": GROUPED + "环城路\t县城\t14.5\n合计\t\t23.1",
    "a sum below columns that cannot be told": "指标    2026年    2027年\n油料    20  22  24  26\n茶叶  7  8  9  11\n"
    "豆类   1\n合计    27  30  40  99",
    "sum": "新建养老驿站12个、日间照料中心8个、互助点30个，共50个。",
    "parts named in part": "新建码头泊位9个，其中千吨级4个、五百吨级3个。",
    "growth": "牧业产值由40亿元增加到50亿元，增长25%。",
    "rounded growth": "接待游客由123万人次增加到200万人次，增长62.6%。",
    "yearly": "每年治理沙化土地20平方公里，五年累计治理100平方公里。",
    "unit": "风电装机容量达到80万千瓦，年发电量达到16亿千瓦时。",
    "horizon": "展望2035年，我县基本实现社会主义现代化，人均地区生产总值达到20万元。",
    "works run on": "力争首台机组2030年并网、2031年全部机组投产。",
    "title": "落实《国家综合立体交通网规划纲要（2021—2035年）》，到2030年公路总里程达到900公里。",
    "scopes": "农村自来水普及率达到95%，城镇自来水普及率达到99%。",
    "growth above 100": "线上零售额增长120%，旅游收入增长105%。",
    "levels": "县城污水处理率达到97%，乡镇污水处理率达到75%。",
    "own hospital": "支持县人民医院建设，改扩建县中医院。",
    "directions": "改造东河水库，加固西河水库。",
    "answer follows": "重点推进以下两项行动：\n1.护牧行动。新建围栏。\n2.节水行动。推广滴灌。",
    "said twice alike": "到2030年，全旗牲畜存栏量达到230万头。\n推进良种繁育。\n到2030年，全旗牲畜存栏量达到230万头。",
}


def explanations(folder: Path, text: str) -> list[str]:
    write_plan(folder, "some", FRAME.format(text=text), reader="word_dump")
    return [finding.explanation("zh") for finding in read_folder(folder / "some").findings]


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_found(tmp_path: Path, name: str) -> None:
    """The check says what it computed, once, and nothing else is said of the text."""
    text, expected = WRONG[name]
    assert explanations(tmp_path, text) == expected


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_left_alone(tmp_path: Path, name: str) -> None:
    """Look-alikes that come out right are not flagged."""
    assert explanations(tmp_path, RIGHT[name]) == []


def test_ids_outlast_an_edit_elsewhere(tmp_path: Path) -> None:
    """A line inserted before a finding moves its place and not its id: what was decided once stays decided."""
    text = WRONG["growth"][0]
    ids = []
    for number, before in enumerate(("", "新的一段话，说的是别的事情。\n")):
        write_plan(tmp_path / str(number), "some", FRAME.format(text=before + text), reader="word_dump")
        plan = read_folder(tmp_path / str(number) / "some")
        ids.append([(finding.id, finding.line) for finding in plan.findings])
    assert len(ids[0]) == 1
    assert ids[0][0][0] == ids[1][0][0]
    assert ids[0][0][1] != ids[1][0][1]


def test_too_many_questions_are_cut_but_none_that_is_sure_or_was_decided() -> None:
    """An editor is shown no more than sixty; what people decided stays decided, however many others come."""
    asked = [
        Finding("p", f"check{number % 3}", f"kind{number}", "ask", "repeat", ("1",), "p/01", number, f"text {number}")
        for number in range(70)
    ]
    sure = [replace(one, tier="sure", quote=f"sure {one.line}") for one in asked[:30]]
    decided = asked[-1].id
    left = few([*sure, *asked], {decided})
    assert len(left) == MOST
    assert set(sure) <= set(left)
    assert decided in {one.id for one in left}
    assert decided not in {one.id for one in few([*sure, *asked])}


@pytest.mark.parametrize(
    ("code", "values"), [("contents-page", ("总则", 5, 3)), ("contents-wording", ("总则", 2, "附则"))]
)
def test_contents_of_a_text_without_headings(code: str, values: tuple[object, ...]) -> None:
    """Printed contents with nothing of what they list: no heading to tell it at, and no fault of the program."""
    problem = SimpleNamespace(code=code, values=values, line=2)
    reading = SimpleNamespace(plan=SimpleNamespace(problems=[problem], units=()), saw=lambda _: None)
    assert list(contents.find(reading)) == []
