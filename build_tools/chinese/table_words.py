"""What the cells of official tables hold, and how their heads read.

A head says which kind of content stands below it (序号 → serial, 单位 → unit, 2025年 → figure); a cell fits a kind or not.
Where a text gives cells without their places, this is the evidence for the columns.
"""

import re
from functools import lru_cache

YEAR = re.compile(r"[12１２][09０９][0-9０-９〇]{2}")
GAPS = re.compile(r"\s+")
NUMBER = r"[0-9０-９]+(?:[,，.．][0-9０-９]+)*"
OPEN = r"[XxＸ×*＊△□〇○_＿]+"  # figures that a draft leaves open
FIGURE = re.compile(
    rf"[≥≤><＞＜≈=＝约近超±+＋\-−－]{{0,2}}(?:{NUMBER}|{OPEN})(?:[%％‰]|个百分点|倍)?"
    rf"(?:[-—–~～至](?:{NUMBER}|{OPEN})[%％‰]?)?(?:左右|以上|以下|以内|以外|之内|及以上)?"
)
BRACKETS = "[]［］【】（）()〔〕"
DASH = re.compile(r"[-—–―－─/／]{1,4}")
SERIAL = re.compile(r"[0-9０-９]{1,3}[.．、]?")
YEARS = re.compile(
    r"(?:19|20)\d\d(?:年|\.\d{1,2})?(?:\d{1,2}月)?[-—–~～至到]{1,2}(?:(?:19|20)\d\d)?(?:年|\.\d{1,2})?(?:\d{1,2}月)?|"
    r"(?:19|20)\d\d年?"
)
MEASURE = (
    "元|美元|吨|标准煤|吨标准煤|人|人次|人天|名|位|亩|公顷|公里|千米|米|平方米|平方公里|平方千米|立方米|千瓦|千瓦时|瓦|兆瓦|"
    "个|件|项|家|户|所|处|座|台|套|辆|张|条|株|头|只|羽|口|门|册|部|岁|年|天|日|小时|分钟|分|次|斤|公斤|千克|克|毫克|微克|升|标箱|"
    "TEU|床|间|栋|棵|片|艘|批|起|例|人年|学位|床位|车位|泊位|度|倍|级|场|亿斤|标准箱|百分点|个百分点|GB|PB|MW|kW"
)
UNIT = re.compile(
    rf"[%％‰]|(?:[十百千万亿]{{0,2}}(?:{MEASURE})|[a-zA-Zμ]{{1,3}}[23²³]?)(?:[/／·每](?:[十百千万亿]{{0,2}}(?:{MEASURE}|人|人口|"
    rf"户|万元|亿元|立方米|平方公里)|[a-zA-Z]{{1,3}}[23²³]?|百户))*"
)
ATTRIBUTE = re.compile(r"预期性?|约束性?|指导性|导向性|预期值|约束值")
NATURE = re.compile(
    r"新建|续建|改建|扩建|改扩建|新改建|新改扩建|新扩建|迁建|重建|技改|前期|谋划|储备|在建|拟建|已建|完工|收尾|筹建"
)
TOTAL = re.compile(r"[总合小共]\s*计|总\s*数")
GROUP_NUMBER = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）、.]?")
MEASURED = re.compile(r"[（(]([^（）()]{1,8})[)）]$")
LONGEST = 40  # characters of a cell that is no text
HAN = re.compile(r"[\u3400-\u9fff]")

# what a head says of its column; looked for in this order
HEADS = (
    ("serial", re.compile(r"^(?:序号|编号|序|号)$")),
    (
        "free",
        re.compile(
            r"(?:责任|牵头|实施|建设|主管|承担|配合|主办|申报|业主|完成|组织|项目|参与|投资)(?:单位|主体|部门|地区)|部门|业主|备注|说明|来源|内容|地点|地址|位置|区域|规模|"
            r"举措|措施|任务描述|进展|进度安排|目标任务|法人|领导|责任人"
        ),
    ),
    ("nature", re.compile(r"建设性质|项目性质|建设类型|建设阶段|项目阶段|项目类型|建设状态")),
    (
        "category",
        re.compile(
            r"^(?:指标)?(?:类别|类型|分类|领域|维度|板块|版块|方面|行业|类|大类|门类|一级指标|项目类别|项目分类|工程类别|所属领域|产业)$"
        ),
    ),
    ("years", re.compile(r"年限|起止|工期|期限|建设时间|建设年度|实施时间|完成时间|建设周期|时间|时限")),
    ("unit", re.compile(r"^(?:计量|计算)?单\s*位$")),
    ("attribute", re.compile(r"属性|^性质$|指标性质|指标类型")),
    (
        "figure",
        re.compile(
            r"[12１２][09０９][0-9０-９]{2}|年均|增长|增速|增幅|累计|基期|现状|现值|目标|规划值|预期值|完成值|实际|投资|资金|金额|面积|产值|数量|个数|总量|占比|比重|预计|"
            r"“?十[三四五]五”?|值$|[（(](?:%|％|亿元|万元)[）)]"
        ),
    ),
    ("name", re.compile(r"指标|项目|名称|工程|任务|事项|内容|品种|产品|乡镇|街道|单位名称|地区")),
)
# heads that have no others below them
LEAF = re.compile(
    r"^(?:序号|编号|类别|类型|分类|领域|指标|指标名称|主要指标|项目名称|项目|名称|单位|计量单位|属性|指标属性|备注|总投资|建设性质|建设年限|建设内容|责任单位|牵头单位|建设地点|性质)$"
)


def bare(string: str) -> str:
    """“2025 年 ” → “2025年”: words without any white space."""
    return GAPS.sub("", string)


def head_kind(words: str) -> str:
    """“单位” → unit; “责任单位” → free; “2025 年” → figure; “” or something else → any"""
    words = bare(words)
    if not words or len(words) > 24:
        return "any"
    kind = next((kind for kind, pattern in HEADS if pattern.search(words)), "any")
    measured = MEASURED.search(words)
    return "figure" if kind in ("any", "free", "name") and measured and is_unit(measured[1]) else kind


def is_leaf(words: str) -> bool:
    """Is this a head that stands over one column only: 序号, 单位, 属性 …?"""
    return bool(LEAF.match(bare(words)))


def is_figure(words: str) -> bool:
    """118.6, [5.3], 5左右, 98以上, XX, ____, ≥2.0%; not 2025年, not 亿元"""
    words = bare(words).strip(BRACKETS)
    return bool(words) and bool(FIGURE.fullmatch(words))


def is_dash(words: str) -> bool:
    return bool(DASH.fullmatch(bare(words)))


def is_total(words: str) -> bool:
    """合计, 总 计, 合计：12项 → True"""
    return bool(TOTAL.match(words.strip()))


def is_group_number(words: str) -> bool:
    """一, （二）, 三、 in a cell of its own, left of a group's name"""
    return bool(GROUP_NUMBER.fullmatch(bare(words)))


def is_years(words: str) -> bool:
    """2026—2028年, 2027年, 2025"""
    return bool(YEARS.fullmatch(bare(words)))


def is_unit(words: str) -> bool:
    return bool(UNIT.fullmatch(bare(words).strip("（）()")))


@lru_cache(maxsize=8192)
def kind_of(words: str) -> str:
    """The narrowest kind that a cell's words have: dash, attribute, nature, unit, serial, years, figure, text."""
    words = bare(words)
    if not words or len(words) > LONGEST:
        return "text"
    if is_dash(words):
        return "dash"
    for kind, pattern in (("attribute", ATTRIBUTE), ("nature", NATURE)):
        if pattern.fullmatch(words):
            return kind
    if SERIAL.fullmatch(words):
        return "serial"
    if YEARS.fullmatch(words):
        return "years"
    if is_unit(words):
        return "unit"
    return "figure" if is_figure(words) else "text"


# how well a cell of a kind stands in a column of a kind: 0 well, 1 not at all; what is not named costs 1
FITS = {
    "serial": {"serial": 0.0},
    "unit": {"unit": 0.0, "dash": 0.3, "text": 0.6},
    "attribute": {"attribute": 0.0, "dash": 0.2, "text": 0.9},
    "nature": {"nature": 0.0, "dash": 0.1, "text": 0.6},
    "years": {"years": 0.0, "figure": 0.5, "serial": 0.9, "dash": 0.1, "text": 0.6},
    "figure": {"figure": 0.0, "serial": 0.0, "dash": 0.0, "years": 0.3, "text": 0.5},
    "name": {"text": 0.0, "dash": 0.6, "unit": 0.9, "nature": 0.9},
    "category": {"text": 0.0, "nature": 0.2, "dash": 0.6},
    "free": {"text": 0.0, "dash": 0.05, "unit": 0.3, "figure": 0.3, "serial": 0.4, "years": 0.3, "nature": 0.4},
    "any": {
        "text": 0.15,
        "dash": 0.1,
        "unit": 0.25,
        "figure": 0.15,
        "serial": 0.2,
        "years": 0.25,
        "nature": 0.2,
        "attribute": 0.3,
    },
}
LONG_CATEGORY = 14
EMPTY = {"name": 0.4, "serial": 0.4, "category": 0.3}


def misfit(column: str, words: str) -> float:
    """How badly `words` stand in a column of this kind: ("unit", "亿元") → 0, ("attribute", "155") → 1; an empty cell may
    stand anywhere, but a row rarely lacks its name."""
    if not words:
        return EMPTY.get(column, 0.0)
    cost = FITS[column].get(kind_of(words), 1.0)
    if column == "category" and (len(words) > LONG_CATEGORY or any(sign.isdigit() for sign in words)):
        cost = max(cost, 0.4)
    return cost
