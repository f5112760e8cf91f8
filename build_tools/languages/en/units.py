"""How a Chinese unit may be said in English: (words, factor) of the same value, and the conversions a foreign reader
needs.

A unit that is not listed (个, 户, 座 …) only counts things: its number is looked for, no word.
"""

from decimal import Decimal

ONE = Decimal(1)
KILOWATT = ((("kW", "kilowatt"), ONE), (("MW", "megawatt"), Decimal("1E-3")), (("GW", "gigawatt"), Decimal("1E-6")))
KILOWATT_HOUR = (
    (("kWh", "kilowatt-hour"), ONE),
    (("MWh",), Decimal("1E-3")),
    (("GWh",), Decimal("1E-6")),
    (("TWh",), Decimal("1E-9")),
)
METRE = ((("metre", " m "), ONE),)
SQUARE_METRE = ((("square met", "m²"), ONE),)
CUBIC_METRE = ((("cubic met", "m³"), ONE),)
TONNE = ((("tonne",), ONE),)
KILOMETRE = ((("kilomet", "km"), ONE),)
YUAN = ((("yuan", "RMB"), ONE),)
PERCENT = ((("%", "percent", "per cent"), ONE),)
YEAR = ((("year",), ONE),)
WORKING_DAY = ((("working day",), ONE),)

WORDS = {
    "元": YUAN, "元人民币": YUAN, "%": PERCENT, "％": PERCENT, "‰": ((("‰", "per thousand"), ONE),),
    "个百分点": ((("percentage point",), ONE),),
    "倍": ((("times", "fold", "multiple"), ONE),),
    "公里": KILOMETRE, "千米": KILOMETRE, "km": KILOMETRE, "米": METRE, "m": METRE,
    "平方公里": ((("square kilomet", "km²"), ONE),), "平方米": SQUARE_METRE, "㎡": SQUARE_METRE, "m²": SQUARE_METRE,
    "公顷": ((("hectare", " ha"), ONE),), "亩": (((" mu",), ONE),),
    "吨": TONNE, "t": TONNE, "公斤": ((("kg", "kilogram"), ONE),), "斤": ((("jin",), ONE),), "标准煤": ((("standard coal",),
    ONE),),
    "立方米": CUBIC_METRE, "m³": CUBIC_METRE,
    "千瓦": KILOWATT, "kW": KILOWATT, "KW": KILOWATT, "兆瓦": ((("MW", "megawatt"), ONE), (("GW",), Decimal("1E-3"))),
    "MW": ((("MW", "megawatt"), ONE),),
    "千瓦时": KILOWATT_HOUR, "度": KILOWATT_HOUR, "千伏": ((("kV",), ONE),), "kV": ((("kV",), ONE),), "MVA": ((("MVA",), ONE),
    ), "马力": ((("horsepower",), ONE),),
    "年": YEAR, "岁": ((("year", "age"), ONE),), "周岁": ((("year", "age"), ONE),), "个月": ((("month",), ONE),),
    "天": ((("day",), ONE),),
    "小时": ((("hour",), ONE),), "分钟": ((("minute",), ONE),), "个工作日": WORKING_DAY, "工作日": WORKING_DAY,
}  # fmt: skip

CONVERSIONS = {
    "亩": ((("hectare", " ha"), ONE / 15),),
    "斤": ((("tonne",), Decimal("0.0005")), (("kg", "kilogram"), Decimal("0.5"))),
}
