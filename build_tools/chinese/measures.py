"""Units as plans print them, and their common form: 万/亿 expanded, 公顷 → 亩, 千米 and km → 公里; % stays."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

# Families of units; a rule asks for the family, never for one unit.
MONEY = ("元人民币", "元")
LENGTH = ("公里", "千米", "km", "米", "m")
AREA = ("平方公里", "平方千米", "平方米", "公顷", "亩", "㎡", "m²", "km²")
POWER = ("千瓦时", "千瓦", "兆瓦", "MW", "kW", "KW", "MVA", "千伏", "kV", "KV", "马力", "度")
WEIGHT = ("标准煤", "微克", "毫克", "吨", "公斤", "斤", "t")
VOLUME = ("立方米", "m³", "升")
HERD = ("头（只）", "头", "只", "羽", "尾", "袋")
GOODS = ("标箱", "箱", "单")
PEOPLE = ("人次", "人", "名", "位")
TIME = ("个工作日", "个月", "分钟", "小时", "工作日", "周岁", "岁", "年", "天", "日", "周")
RATE = ("个百分点", "%", "％", "‰", "倍")
COUNT = (
    "台（套）", "台套", "台", "套", "个", "户", "家", "座", "条", "处", "项", "种", "类", "张", "辆次", "辆", "场次", "场",
    "所", "件", "块", "支", "批", "村", "镇", "株", "棵", "间", "眼", "艘", "部", "门", "次", "例", "期", "孔", "盏",
)  # fmt: skip
FAMILIES = {
    "money": MONEY, "length": LENGTH, "area": AREA, "power": POWER, "weight": WEIGHT, "volume": VOLUME,
    "herd": HERD, "goods": GOODS, "people": PEOPLE, "time": TIME, "rate": RATE, "count": COUNT,
}  # fmt: skip
FAMILY_OF = {unit: family for family, units in FAMILIES.items() for unit in units}
PER = ("平方公里", "立方米", "升", "万人", "10万", "日", "天", "年", "小时", "公里", "亩", "d", "h")

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
    return FAMILY_OF.get(read_measure(printed).unit, "")


def common_unit(printed: str) -> str:
    """“万m³/d” → 立方米/日; “万头（只）” → 头（只）; “km” → 公里; “万” → 人 is not guessed here, it stays empty"""
    measure = read_measure(printed)
    unit = SAME.get(measure.unit, (measure.unit, 1))[0]
    per = {"d": "日", "h": "小时"}.get(measure.per, measure.per)
    return f"{unit}/{per}" if per else unit


def in_common_unit(number: str, printed: str) -> str:
    """("0.65", "万吨") → "6500"; ("3569.18", "公顷") → "53537.7"; ("6.0", "%") → "6"; an open figure X → "" """
    try:
        value = Decimal(number.replace(",", ""))
    except ArithmeticError:
        return ""
    measure = read_measure(printed)
    value *= measure.scale * SAME.get(measure.unit, ("", Decimal(1)))[1]
    return plain(value)


def plain(value: Decimal) -> str:
    """No exponent, no zeros at the end: Decimal("1.50E+3") → "1500" """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
