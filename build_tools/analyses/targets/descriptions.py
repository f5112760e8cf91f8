"""Quantities that only describe a thing: its age, size, rank, width. True means “not a target”."""

from __future__ import annotations

import re

from .mention import Mention

NOUN = re.compile(r"(?:人民币)?(?:以上|以下|及以上|及以下|和以上|级)?的?(?P<noun>[\u4e00-\u9fff“]+)")
RATED = ("千伏", "kV", "KV", "马力")
DESCRIBING = ("money", "power", "weight", "herd", "volume")
NOT_A_NOUN = re.compile(
    r"^(?:以上|以下|左右|以内|上下|人民币|和|及|与|并|且|升级|提升|扩大|增加|增至|收入|的.{0,4}物流|的“)"
)
REACHES = re.compile(r"(?:达到|达|实现|完成|形成|新增|增加|突破|超过|不少于|不低于|发放|拨付|设立|转移|提升至|提升到)$")
LIFE = re.compile(r"寿命|年龄")
CIRCLE = re.compile(r"^[^，。]{0,12}圈")
WITHIN = re.compile(r"^(?:以?内|之内)")
AT_LEAST_DAYS = re.compile(r"至少$")
CLASS = re.compile(r"^(?:以[上下])?(?:（含|[:：])")
WIDTH = re.compile(r"^宽")
DIMENSION = re.compile(r"(?:宽|高|深|厚|直径|坝长)度?(?:为|约|至)?$")


def describes_a_noun(mention: Mention) -> bool:
    """“投资超|20亿元|产业项目”, “|66千伏|变电站”, “|10亿|级企业”, “年出栏|1万头|以上标准化养殖场”; but “完成|71个|小区改造” counts"""
    if mention.after.startswith("级"):
        return True
    if mention.amount.unit in RATED and NOUN.match(mention.after):
        return True
    if mention.family not in DESCRIBING or REACHES.search(mention.before):
        return False
    if NOT_A_NOUN.match(mention.after) and not re.match(r"以上[\u4e00-\u9fff]", mention.after):
        return False
    return bool(NOUN.match(mention.after))


def length_of_time(mention: Mention) -> bool:
    """“|65周岁|以上老年人”, “满足未来|20年|需求”; but 寿命达到|82岁|, |24小时|内, |15分钟|救援圈 are promised"""
    if mention.family != "time":
        return False
    if LIFE.search(mention.before) or AT_LEAST_DAYS.search(mention.before):
        return False
    if re.search(r"分钟|小时|日|天", mention.amount.unit):
        return not (WITHIN.match(mention.after) or CIRCLE.match(mention.after))
    return True


def class_limit(mention: Mention) -> bool:
    """“|10万—20万人|（含10万人）：中心城区；|0.5万人|以下（含…）：…”: limits of size classes"""
    return bool(CLASS.match(mention.text[mention.amount.end :])) and not mention.before


def width(mention: Mention) -> bool:
    """“升级改造为至少|6m|宽四级以上公路”, “闸宽|52米|”, “溢流坝长|340米|”"""
    return bool(WIDTH.match(mention.after) or mention.family == "length" and DIMENSION.search(mention.before))


def counted_by_the_next(mention: Mention) -> bool:
    """“|37条|支沟275.6公里”: the figure after the noun is the one that is promised"""
    if mention.family != "count" or mention.index + 1 >= len(mention.amounts):
        return False
    between = mention.text[mention.amount.end : mention.amounts[mention.index + 1].start]
    return bool(re.fullmatch(r"[\u4e00-\u9fff]{2,6}", between)) and not re.search(
        r"和|及|以上|左右|等|共|达|为|[到至]|新|增|年|投资", between
    )


RULES = (describes_a_noun, length_of_time, class_limit, width, counted_by_the_next)
