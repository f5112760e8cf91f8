"""Quantities that only describe a thing: its age, size, rank, width. True means “not a target”."""

from __future__ import annotations

import re

from ...chinese.word_lists import any_of
from .mention import Mention

NOUN = re.compile(r"(?:人民币)?(?:以上|以下|及以上|及以下|和以上|级)?的?(?P<noun>[\u4e00-\u9fff“]+)")
RATED = ("千伏", "kV", "KV", "马力")
DESCRIBING = ("money", "power", "weight", "herd", "volume")
NOT_A_NOUN = re.compile(rf"^(?:{any_of('no_nouns_after')}|的.{{0,4}}物流|的“)")
REACHES = re.compile(
    r"(?:达到|达|实现|完成|形成|新增|增加|突破|超过|不少于|不低于|发放|拨付|设立|转移|提升至|提升到|[跨迈站跃登]上|[跨迈]过|跨越)$"
)
PROMISED_TIME = re.compile(
    r"寿命|年龄|年限|平均停留|住院日|(?:时间|时长|时限|天数|周期|标准|能力)[^，、]*$|(?:缩短|压缩|延长|提高|提升|降低|减少|控制)(?:到|至|在)$"
    r"|(?:不少于|不低于|不超过)$"
)
WAY = re.compile(
    r"^(?:上|到|直达|通达|可达|抵达|进入|便民|生活|健身|就医|养老|救援|应急|出行|通勤|交通|物流)[\u4e00-\u9fff]"
    rf"|^(?:{any_of('done_in_a_time')})(?![\u4e00-\u9fff])"
)
STANDARD = re.compile(r"标准[^，、]*$|(?:防洪|排涝|防潮)标准[^。]*达到$")
CIRCLE = re.compile(r"^[^，。]{0,12}圈")
WITHIN = re.compile(r"^(?:以?内|之内)")
AT_LEAST_DAYS = re.compile(r"至少$")
CLASS = re.compile(r"^(?:以[上下])?(?:（含|[:：])")
WHICH = re.compile(
    r"(?:以上|以下|以内)?的[\u4e00-\u9fff（）]{1,8}?(?:占|比|达|数|率)[^，。；：、]*$|以[上下](?!的)[^，。；：、和及与占]{2,}$"
    r"|[\u4e00-\u9fff]{0,8}”?[\u4e00-\u9fff]{0,4}(?:覆盖率|完成率|到达率|达标率|覆盖[\u4e00-\u9fff]{0,4}比例)[\u4e00-\u9fff]{0,4}$"
)
WITHIN_SHARE = re.compile(r"以?内[\u4e00-\u9fff]{2,8}率[^，。；\d]{0,4}$")  # “|1小时|内转运率达到90%”
SO_MANY = re.compile("“[一二两三四五六七八九十]个$")
LIMIT = re.compile("(?:以上)?的?")
BASE_OF_EACH = re.compile("每$")
GIVEN = re.compile(r"[\u4e00-\u9fff]{1,8}各(?:自)?[\u4e00-\u9fff]{1,8}$")
DEFINES = re.compile(r"[^，。：:]{2,24}[：:，]?(?:是|即)?指(?![标数导引示定挥南向出责派])")
WIDTH = re.compile(r"^宽|^范围|^半径")
EACH_OF_THEM = re.compile(r"[\u4e00-\u9fff]{2,6}(?:共|合计|总长)")  # “|19个|路段共39公里的管道改造”
DIMENSION = re.compile(r"(?:(?<![加拓])宽|高|深|厚|直径|[坝桥隧闸]长)度?(?:为|约|至)?$")
COUNTABLE = re.compile(rf"(?:{any_of('covered_one_by_one')})(?![级域])")
LEVELS = re.compile(r"[省市州县旗区](?:、|)[乡镇旗县](?:、|)[村镇乡](?:、村)?(?:[三四两]级)?")
OPEN_LIST = re.compile(r"等[\u4e00-\u9fff]{0,6}(?:区域|领域|设施|环节|场所|方面|行业)|试点")
ITEM_OF_WORKS = re.compile(r"[^，。；：]{2,40}(?:工程|项目)[：:。](?:计划|拟|规划)?(?:实施|建设|新建)?$")


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
    if PROMISED_TIME.search(mention.before) or AT_LEAST_DAYS.search(mention.before):
        return False
    if mention.amount.unit == "年一遇":
        return not STANDARD.search(mention.text[mention.sentence_start : mention.amount.start])
    if re.search(r"分钟|小时|日|天", mention.amount.unit):
        return not (
            (WAY.match(mention.after) and mention.amount.unit in ("分钟", "小时", "个工作日"))
            or WITHIN.match(mention.after)
            or CIRCLE.match(mention.after)
        )
    return True


def class_limit(mention: Mention) -> bool:
    """“|10万—20万人|（含10万人）：中心城区；|0.5万人|以下（含…）：…”: limits of size classes"""
    return bool(CLASS.match(mention.text[mention.amount.end :])) and not mention.before


def width(mention: Mention) -> bool:
    """“升级改造为至少|6m|宽四级以上公路”, “闸宽|52米|”, “溢流坝长|340米|”, “沿边|30公里|范围内”"""
    return bool(WIDTH.match(mention.after) or (mention.family == "length" and DIMENSION.search(mention.before)))


def tells_which(mention: Mention) -> bool:
    """“年收入超过|50万元|的村占比达到40%”, “|30户|以上自然村通达率达到100%”, “|2个|中心镇各集聚3万人”, “超|亿元|5家”, “|500米|覆盖率达到98%”:
    which of them, no promise"""
    if mention.index + 1 >= len(mention.amounts):
        return False
    between = mention.text[mention.amount.end : mention.amounts[mention.index + 1].start]
    if mention.family == "count" and GIVEN.match(between):
        return True
    if mention.family == "money" and LIMIT.fullmatch(between) and (between or mention.before.endswith(("超", "过"))):
        return True
    if mention.amount.low == "所有" and not re.search("[，。；]", between):
        return True
    if mention.family == "time" and WITHIN_SHARE.match(between):
        return True
    if mention.family == "time" and re.fullmatch(r"[\u4e00-\u9fff]{2,10}", between) and between[-1] in "圈区":
        return True
    return bool(WHICH.match(between))


def counts_for_each(mention: Mention) -> bool:
    """“每|5万羊单位|至少配备1名兽医”, “每|100张|床位”: for how many of what, which stands under `per`"""
    return bool(BASE_OF_EACH.search(mention.before)) and mention.index + 1 < len(mention.amounts)


def defines_a_term(mention: Mention) -> bool:
    """“标箱：指以|20英尺|集装箱为标准…”: what a word means"""
    return bool(DEFINES.match(mention.text))


def in_a_slogan(mention: Mention) -> bool:
    """“提升‘六个|全覆盖|’水平”, “‘三个|100%|’”: a word for a figure within quotation marks is a name"""
    quoted = mention.text.rfind("“", 0, mention.amount.start) > mention.text.rfind("”", 0, mention.amount.start)
    if quoted and SO_MANY.search(mention.before):
        return True
    return not mention.amount.unit and not mention.amount.low.isascii() and quoted


def covers_what_nobody_counts(mention: Mention) -> bool:
    """“实现公共区域WiFi|全覆盖|”, “县、乡、村远程会诊|全覆盖|”: no share of anything; but “行政村寄递服务实现|全覆盖|” is 100 % of the villages"""
    if mention.amount.low not in ("全覆盖", "清零"):
        return False
    words = LEVELS.sub("", mention.before)
    return not COUNTABLE.search(words) or bool(OPEN_LIST.search(words))


def counts_the_works_of_its_item(mention: Mention) -> bool:
    """“堤防加固工程：计划建设|六个|水利项目，总投资…”: how many the item's own works are, which it lists"""
    return mention.after.rstrip("等").endswith(("项目", "工程")) and bool(
        ITEM_OF_WORKS.fullmatch(mention.text[: mention.amount.start])
    )


def counted_by_the_next(mention: Mention) -> bool:
    """“|37条|支沟275.6公里”: the figure after the noun is the one that is promised"""
    if mention.family != "count" or mention.index + 1 >= len(mention.amounts):
        return False
    between = mention.text[mention.amount.end : mention.amounts[mention.index + 1].start]
    if EACH_OF_THEM.fullmatch(between):
        return True
    return bool(re.fullmatch(r"[\u4e00-\u9fff]{2,6}", between)) and not re.search(
        r"和|及|以上|左右|等|共|达|为|[到至]|新|增|年|投资", between
    )


RULES = (
    tells_which,
    counts_for_each,
    defines_a_term,
    in_a_slogan,
    describes_a_noun,
    length_of_time,
    class_limit,
    width,
    counted_by_the_next,
    covers_what_nobody_counts,
    counts_the_works_of_its_item,
)
