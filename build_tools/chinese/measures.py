"""Units as plans print them, and their common form: 万/亿 expanded, 公顷 → 亩, 千米 and km → 公里; % stays."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from .numerals import to_number

SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

# Families of units; a rule asks for the family, never for one unit.
MONEY = ("元人民币", "美元", "欧元", "港元", "元")
LENGTH = ("公里", "千米", "km", "米", "m")
AREA = ("亩次", "平方公里", "平方千米", "平方米", "公顷", "亩", "㎡", "m²", "km²")
POWER = (
    "千瓦时", "千伏安", "兆伏安", "千瓦", "兆瓦", "吉瓦", "MW", "GW", "kW", "KW", "MVA", "千伏", "kV", "KV", "马力", "度",
)  # fmt: skip
WEIGHT = ("吨标准煤", "标准煤", "微克", "毫克", "μg", "mg", "载重吨", "吨", "公斤", "斤", "担", "t")
VOLUME = ("立方米", "m³", "立方", "升")
HERD = ("羊单位", "头（只）", "头只", "头次", "只次", "羽次", "头", "只", "羽", "尾", "袋", "峰", "匹")
GOODS = ("标准箱", "标箱", "箱", "单", "TEU", "锭")
PEOPLE = ("人次", "人", "名", "位")
TIME = ("个工作日", "个月", "年一遇", "分钟", "小时", "工作日", "周岁", "岁", "年", "天", "日", "周")
RATE = ("个百分点", "%", "％", "‰", "倍")
COUNT = (
    "台（套）", "台套", "台", "套", "个", "户", "家", "座", "条", "处", "项", "种", "类", "张", "辆次", "辆", "场次", "场",
    "所", "件", "块", "支", "批", "村", "镇", "株", "棵", "间", "眼", "艘", "部", "门", "家次", "架次", "班次", "班列",
    "次", "根", "册", "趟", "课时", "学时", "例", "期", "孔", "盏", "份", "口", "栋", "幢", "架", "列", "篇", "首", "枚", "床", "席", "分贝",
    "批次", "艘次", "列次", "车次", "班", "标台", "对", "组", "片", "宗", "笔", "款", "集",
)  # fmt: skip
# Units that follow a numeral in characters when it counts things: 十二座, not 十二年 or 两门.
WORDED = (
    "个百分点", "公里", "平方米", "平方公里", "亩", "公顷", "吨", "元", "千瓦", "兆瓦", "人次", "人", "名", "户", "家",
    "座", "条", "处", "所", "套", "台", "辆", "艘", "个", "项", "张", "支", "场", "栋", "间", "眼", "头", "只", "株",
)  # fmt: skip
FAMILIES = {
    "money": MONEY, "length": LENGTH, "area": AREA, "power": POWER, "weight": WEIGHT, "volume": VOLUME,
    "herd": HERD, "goods": GOODS, "people": PEOPLE, "time": TIME, "rate": RATE, "count": COUNT,
}  # fmt: skip
FAMILY_OF = {unit: family for family, units in FAMILIES.items() for unit in units}
POINTS = "分"  # a unit only at the end of a figure's words: 满意度达到95分
PER = (
    "百平方公里",
    "平方公里",
    "立方米",
    "m³",
    "平方米",
    "升",
    "L",
    "万人",
    "千人",
    "百户",
    "10万",
    "日",
    "天",
    "月",
    "年",
    "小时",
    "秒",
    "人",
    "户",
    "公里",
    "亩",
    "d",
    "h",
)

SAME = {
    "千米": ("公里", Decimal(1)),
    "km": ("公里", Decimal(1)),
    "m": ("公里", Decimal("0.001")),
    "公顷": ("亩", Decimal(15)),
    "平方千米": ("平方公里", Decimal(1)),
    "km²": ("平方公里", Decimal(1)),
    "㎡": ("平方米", Decimal(1)),
    "m²": ("平方米", Decimal(1)),
    "m³": ("立方米", Decimal(1)),
    "t": ("吨", Decimal(1)),
    "kW": ("千瓦", Decimal(1)),
    "KW": ("千瓦", Decimal(1)),
    "MW": ("兆瓦", Decimal(1)),
    "元人民币": ("元", Decimal(1)),
    "％": ("%", Decimal(1)),
}


# Words that stand for a figure: what they say in figures, and in which unit.
NUMBER_WORDS = {
    "翻番": ("2", "倍"), "翻一番": ("2", "倍"), "翻两番": ("4", "倍"), "翻三番": ("8", "倍"), "半数": ("50", "%"),
    "一半": ("50", "%"), "全覆盖": ("100", "%"), "动态清零": ("0", ""), "所有": ("100", "%"), "清零": ("0", ""),
}  # fmt: skip


class Measure(NamedTuple):
    """A printed unit taken apart: 万m³/日 → scale 10000, unit m³, per 日."""

    scale: int
    unit: str
    per: str


@cache
def read_measure(printed: str) -> Measure:
    """“亿元” → Measure(10**8, "元", ""); “万台（套）” → Measure(10000, "台（套）", ""); “万” → Measure(10000, "", "")"""
    base, slash, per = printed.partition("/")
    scale = 1
    base = base.lstrip("余多")
    while base and base not in FAMILY_OF and base[0] in SCALES:
        scale *= SCALES[base[0]]
        base = base[1:]
    return Measure(scale, base.lstrip("余多"), per if slash else "")


@cache
def family(printed: str) -> str:
    """“万亩” → area; “%” → rate; “万” → "" (no unit printed)"""
    unit = read_measure(printed).unit
    return "count" if unit == POINTS else FAMILY_OF.get(unit, "")


def common_unit(printed: str) -> str:
    """“万m³/d” → 立方米/日; “万头（只）” → 头（只）; “km” → 公里; “万” → 人 is not guessed here, it stays empty"""
    measure = read_measure(printed)
    unit = SAME.get(measure.unit, (measure.unit, 1))[0]
    per = {"d": "日", "h": "小时"}.get(measure.per, measure.per)
    return f"{unit}/{per}" if per else unit


def in_common_unit(number: str, printed: str) -> str:
    """("0.65", "万吨") → "6500"; ("十二", "座") → "12"; ("1.88∶1", "比例") → "1.88"; an open figure X → "" """
    if number in NUMBER_WORDS:
        return NUMBER_WORDS[number][0]
    try:
        value = Decimal(number.replace(",", "")) if number.isascii() else read_characters(number)
    except (ArithmeticError, ValueError):
        return ratio_to_one(number)
    measure = read_measure(printed)
    value *= measure.scale * SAME.get(measure.unit, ("", Decimal(1)))[1]
    return plain(value)


def read_characters(number: str) -> Decimal:
    """“一百二十” → 120; “四成” → 40, “六成五” → 65; “三分之一” → 33.33 (of a hundred). Raises ValueError for anything else."""
    whole, parts, share = number.partition("分之")
    if parts:
        return round(Decimal(100 * to_number(share)) / to_number(whole), 2)
    tenths, sign, rest = number.partition("成")
    return Decimal(to_number(tenths) * 10 + (to_number(rest) if rest else 0) if sign else to_number(number))


def ratio_to_one(number: str) -> str:
    """“1.88∶1” → "1.88"; “3:3:4” has no single value"""
    first, sign, rest = number.replace("：", ":").replace("∶", ":").partition(":")
    return plain(Decimal(first)) if sign and rest == "1" else ""


def unit_in_words(number: str) -> str:
    """The common unit of a value written as a word: 翻一番 → 倍; 全覆盖, 四成, 三分之一 → %"""
    if number in NUMBER_WORDS:
        return NUMBER_WORDS[number][1]
    return "%" if "成" in number or "分之" in number else ""


def plain(value: Decimal) -> str:
    """No exponent, no zeros at the end: Decimal("1.50E+3") → "1500" """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
