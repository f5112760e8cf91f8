"""Quantities that describe one project: they belong to the project, not to the targets. True means “not a target”."""

from __future__ import annotations

import re

from ...chinese.word_lists import any_of
from ...model.facts import Project
from ...model.span import Span
from .mention import Mention

ELSEWHERE = re.compile(r"^在[\u4e00-\u9fff、]{2,20}(?:等地|分别|各)")
SIZE = re.compile(
    r"(?:(?:总?装机|总?库容|全长|总长|建筑面积|用地|占地|概算)[^，。；]{0,4}|(?:供水|处理)规模(?:约|为|达)?|(?:建设|设计|生产)规模(?:约|为|达)?[^，。；]{0,10})$"
)
CAPACITY = re.compile(r"^(?:新增|设置?|设计|增加|提供)(?:[^，、]{0,6})(?:床位|学位|泊位|车位|库容|产能)[^，、]{0,3}$")
INVESTMENT = re.compile(r"(?:投资|资金|费用|投入|造价|总价)(?:额|规模)?(?:均|各|分别)?(?:约|超过|超|为|达到|达)?$")
PROMISED_SUM = re.compile(rf"{any_of('promised_sums')}|每年(?!投资)|项目(?:不少于|超过)?[\dX]+个(?:以上|左右)?、总投资")
BATCH = re.compile(
    r"项目(?:不少于|超过)?[\dX]+[个项](?:以上|左右)?，$"
)  # “谋划项目300个，总投资1500亿元”: a promise, not one project
MONEY_OF_PROJECT = re.compile(r"^的?[^，。；]*?(?:项目|工程)|^(?:人民币)?(?:用于|改造|建设|新建|改建|扩建|购置)")
NAME_AFTER_MONEY = re.compile(
    r"(?:投资(?:额)?(?:均为|约|超)?[\d.]+[千万亿]+元?|^[\d.]+[千万亿]+元)(?!以[上下])的?[^，。；]*$"
)
SITE = re.compile(
    r"占地(?!区|方)|(?<!绿色)建筑面积(?!占比|比例)|用地面积|总用地|建设面积|规划面积|规划全长|^选址[^\d]{2,12}$|墓穴|格位|单机容量"
)
SITE_OR_LINE = re.compile(rf"{SITE.pattern}|生产线\d")
SITE_UNIT = re.compile(r"^的?(?:床位|[^，。；、]{0,6}床位|格位|墓穴)")
OF_PEOPLE = re.compile(r"每[十百千万]+[人户名]|人均|户均")  # “每百户不低于|20平方米|的标准”: a norm, no building
OF_THE_PEOPLE = re.compile(rf"(?:{OF_PEOPLE.pattern})[^，。；]*")
FLOOR = ("平方米", "㎡", "m²", "公顷")
OUTPUT = re.compile(r"(?:达产|投产|建成|投用|扩建)后")
GROWS_TO = re.compile(r"至(?:[日年][\u4e00-\u9fff]{1,4})?")  # “扩建东区水厂至日供水|5万吨|”
EACH = re.compile(
    r"每(?:处|个|座|栋|家|口|套|期)(?:[^，]{0,8}(?:面积|占地|用地|规模|长度?|宽度?|重))?(?:不[少低小]于|约|达到?|为|至少)*$"
)
CLAUSE = re.compile("[，：]")
DETAIL = re.compile(r"(?:包括|包含|其中分别|(?<!包)含)(?![^，；。]*在内)[^，；。]*$")
PROJECT_ITEM = re.compile(r"^[^，。；]{2,40}(?:项目|工程)[:：。]")


def of_a_project(mention: Mention, projects: list[Project]) -> bool:
    """“恒川|20万锭|纺纱项目”, “沅溪段|18公里|”, “云岭电站。新建，装机|120万千瓦|”, “某电站，装机容量|120万千瓦|，总投资78亿元”: one project's"""
    at = mention.amount.start
    own = [(project, project.span) for project in projects if project.proper and project.span]
    spans = [project.span for project in projects if project.span]
    for project, span in own:
        if span.start <= at < span.end or (span.end == at and mention.family == "length"):
            return True
        if GROWS_TO.fullmatch(mention.text[span.end : at]):
            return True
        if opens_all(mention, span, len(own)):
            return True
        if capacity_of(mention, span, spans):
            return True
        if project.investment and heads_its_part(mention, span):
            return True
        if project.investment and span.start < at and SIZE.search(mention.before) and project.name in mention.sentence:
            return True
    return False


def opens_all(mention: Mention, project: Span, projects: int) -> bool:
    """“云岭电站。新建，装机|120万千瓦|”: an item is all its title's; a paragraph that begins with a list of projects is
    none's"""
    if project.start != 0 or ELSEWHERE.search(mention.before):
        return False
    return mention.block.kind != "paragraph" or projects == 1 or mention.text[project.end : project.end + 1] in "。：:"


def heads_its_part(mention: Mention, project: Span) -> bool:
    """“生态：甲沙地治理，总投资5亿元，治理沙地|85万亩|；乙河治理，投资…”: what an item tells of each of its projects"""
    if not mention.block.kind.startswith("box_"):
        return False
    start = max(mention.text.rfind(mark, 0, mention.amount.start) for mark in "；。") + 1
    lead = mention.text[start : project.start]
    return start <= project.start < mention.amount.start and (not lead or (lead.endswith("：") and len(lead) <= 8))


def capacity_of(mention: Mention, project: Span, projects: list[Span]) -> bool:
    """“迁建某某医院，新增床位|200张|；”: of the one project that the part of the sentence names right before"""
    start = mention.clause_start
    own = [other for other in projects if other.start >= mention.text.find(mention.part)]
    before = [other for other in own if other.end <= start]
    return (
        bool(CAPACITY.search(mention.before))
        and before == [project]
        and "，" not in mention.text[project.end : start - 1]
    )


def investment(mention: Mention) -> bool:
    """“计划投资|2亿元|”, “申请中央资金|0.78亿元|”; but “累计实现总投资|X亿元|”, “协议投资总额超过|200亿元|” are promised sums"""
    if mention.family != "money" and not mention.amount.unit.endswith(("万", "亿")):
        return False
    if PROMISED_SUM.search(mention.before) or BATCH.search(
        mention.text[max(0, mention.clause_start - 12) : mention.clause_start]
    ):
        return False
    return bool(INVESTMENT.search(mention.stem if "分别" in mention.stem[-8:] else mention.before)) or (
        bool(MONEY_OF_PROJECT.match(mention.after))
        and mention.family == "money"
        and not mention.before.endswith(("设立", "达到", "增加"))
    )


def in_a_project_name(mention: Mention) -> bool:
    """“总投资16亿元的禾丰|8000万只|肉鸡全产业链以及|20个|养殖场项目”: what follows an investment without a comma names the project"""
    return bool(NAME_AFTER_MONEY.search(mention.before)) and not PROMISED_SUM.search(mention.before)


def of_a_site(mention: Mention) -> bool:
    """“占地|36.2万平方米|，建筑面积|17.9万平方米|”, and with them the other figures of that sentence: “新建|25台|单机容量为|3.2兆瓦|…”"""
    if OF_PEOPLE.search(mention.before):
        return False
    site = SITE_OR_LINE if "投资" in mention.sentence else SITE
    clauses = CLAUSE.split(mention.part) if site.search(mention.part) else []
    return any(not OF_PEOPLE.search(clause) for clause in clauses if site.search(clause)) or bool(
        SITE_UNIT.match(mention.after)
    )


def of_a_site_item(mention: Mention) -> bool:
    """“辽河公园项目：总体规划建设面积11.81万平方米…。新建篮球场地|3处|…”: an item that opens with its site is one project throughout"""
    if mention.block.kind != "box_item":
        return False
    first = re.split("[。；]", OF_THE_PEOPLE.sub("", mention.text), maxsplit=2)
    opening = first[0] if not PROJECT_ITEM.match(first[0] + "。") or len(first[0]) > 20 else "".join(first[:2])
    return bool(PROJECT_ITEM.match(mention.text)) and bool(SITE.search(opening))


def floor_of_a_building(mention: Mention) -> bool:
    """“新建|30000平方米|综合院区”, “配备|1万平方米|仓储设施”, “田园综合体规划|451公顷|”; but “新增绿化面积|5万平方米|。” and “|0.5万亩|” are areas of their
    own"""
    if mention.amount.unit.endswith(FLOOR) and mention.before.endswith("规划"):
        return True
    if OF_PEOPLE.search(mention.before):
        return False
    return (
        mention.amount.unit.endswith(FLOOR)
        and bool(re.match(r"[\u4e00-\u9fff]", mention.after))
        and not re.match(r"左右|以上|以内|的(?:文化活动室|文体广场)", mention.after)
    )


def output_of_a_project(mention: Mention) -> bool:
    """“达产后，年产各种乳制品|10万吨|”, “建成后预计年发电量约|7300万度|”"""
    sentence_before = mention.text[mention.sentence_start : mention.amount.start]
    if re.match(r"全[县市区旗港镇]", mention.before):
        return False
    return bool(OUTPUT.search(sentence_before))


def of_each(mention: Mention) -> bool:
    """“每处面积不低于|500平方米|”, “每个占地约|1000㎡|”"""
    return bool(EACH.search(mention.before)) and mention.family in ("area", "length", "weight")


def equipment(mention: Mention) -> bool:
    """“同时更新|106台|医疗设备”, “更新改造工艺设备|98台（套）|” in a project's item: what it buys"""
    if not mention.block.kind.startswith("box") or not mention.amount.unit.startswith(("台", "套")):
        return False
    return "设备" in mention.lead or "设备" in mention.after[:8]


def detail(mention: Mention) -> bool:
    """“包括国道G203绥沈公路|78.152公里|和…”, “（|2.2亿元|，55.56公里，2026年开工）”; but “（其中风电|170.5万kW|、光伏…）” splits a target"""
    if mention.in_parentheses:
        opening = max(mention.text.rfind(sign, 0, mention.amount.start) for sign in "（(")
        return "其中" not in mention.text[opening : mention.amount.start] or "分别" in mention.before
    return bool(DETAIL.search(mention.before))


RULES = (
    investment,
    in_a_project_name,
    of_a_site,
    of_a_site_item,
    floor_of_a_building,
    output_of_a_project,
    of_each,
    equipment,
    detail,
)
