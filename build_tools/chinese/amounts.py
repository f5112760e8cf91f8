"""Quantities in running text: 280万亩, 3-5个, X亿元, 8.3公里/平方公里, 超亿元, 十二座, 四成, 翻一番, 0.57, 全覆盖.

“玉米种植面积稳定在280万亩左右” → one amount: number 280, unit 万亩
“X602、102国道、G303、4A级、2025年、第3章、附件2” → none: a number is a quantity only where a unit of measure follows

`find_amounts` sees figures, `find_quantities` those written in characters and the words that stand for one, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .blanks import figures_to_fill_in, without_inner
from .measures import FAMILY_OF, PER, WORDED
from .signs import narrow
from .word_lists import any_of

OPEN = re.compile(
    r"\[X{1,3}\]|(?<![A-Za-z0-9+＋])X{1,3}(?![A-Za-z0-9光射])|[×Ｘ]{1,3}(?=[%％]|余|[万亿]|[\u4e00-\u9fff])(?<!\d.)|"
    r"(?<![A-Za-z0-9+＋])N(?=[个家户条项所处座名场次])"
    r"|_{2,}|（[ \u3000_]+）(?=[%％‰万亿个家户条项所处座名场次元亩吨公])"
)

DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
NUMBER = rf"(?<![A-Za-z\d.+第×])(?<!附件)(?<!附表)(?<!专栏)(?:{DIGITS})"
SCALE = r"[十百千]?[万亿]{1,2}|[十百千]"
DASH = r"[-－—–~～至]"
UNIT = "|".join(sorted(map(re.escape, FAMILY_OF), key=len, reverse=True)) + "|分(?=以上|以内|左右|[，。；、）]|$)"
PER_UNIT = "|".join(sorted(PER, key=len, reverse=True))

FIGURE = re.compile(
    rf"(?P<low>{NUMBER})(?:(?P<low_scale>{SCALE})?[人元%％]?{DASH}(?P<high>{DIGITS}))?"
    rf"[ ]?(?P<unit>[余多]?(?:{SCALE})?[余多]?(?:(?:{UNIT})(?:[（(][套只间人次]+[）)])?(?:/(?:{PER_UNIT}))?|(?<=[万亿])(?!\d)|/10万))"
)
SINGLE = re.compile(rf"(?P<low>{NUMBER})(?P<unit>(?:{SCALE})(?:人|元))")
OPEN_UNIT = re.compile(rf"余?(?:{SCALE})?(?:(?:{UNIT})(?:（[套只人次头]+）)?(?:/(?:{PER_UNIT}))?|(?<=[万亿]))")
# A unit with its scale and no number before it: only where a comparator shows that one of them is meant.
BARE = re.compile(
    r"(?P<mark>超过|超|突破|近|达到|达|面积)(?P<unit>[十百千]?[万亿](?:亩|元|吨|户|人次|人|头|只))(?P<after>以上|左右)?"
)
SIGN = "[:：∶]"
RATIO = re.compile(
    rf"(?<![\d:：∶])\d+(?:\.\d+)?(?:{SIGN}\d+(?:\.\d+)?){{2,}}(?![\d:：∶])"
    rf"|(?:(?<=[到至为在于])|(?<=[\d][和、]))\d+(?:\.\d+)?{SIGN}\d+(?:\.\d+)?(?![\d:：∶])"
)
# A number without a unit counts where an index or coefficient is named: 有效利用系数提高到0.57
INDEX = re.compile(
    rf"(?:系数|指数|容积率|得分|评分|比值|每[十百千万]+人[\u4e00-\u9fff]{{2,8}}率)(?:[由从][\d.]+)?[\u4e00-\u9fff]{{0,6}}?(?P<low>{NUMBER})"
    r"(?=以上|以下|以内|左右|[，。；、）]|$)"
)
TENS = r"[一二两三四五六七八九]?[十百千](?:[零一二三四五六七八九十百千]*[一二三四五六七八九十百])?"
COUNTED = "|".join(sorted(map(re.escape, WORDED), key=len, reverse=True))
IN_CHARACTERS = re.compile(
    rf"(?<![一二两三四五六七八九十百千万亿第数几上每])(?P<low>(?![百千]){TENS})(?P<unit>[余多]?[万亿]?(?:{COUNTED}))(?![五四三二])"
)
FEW = re.compile(rf"(?:{any_of('set_up_verbs')})(?P<low>[两二三四五六七八九]|(?<=各建|至少)一)(?P<unit>{COUNTED})")
AT_THE_END = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![一二两三四五六七八九十百千万亿第数几这那上每之唯统同单某])(?P<low>[一两二三四五六七八九])(?P<unit>[座条所处户套台辆艘家栋间])(?=以上|"
    r"左右|[，。；、]|$)"
)
CLAUSE_SIGN = re.compile("[，。；：、\n]")
ONE_EACH = re.compile(
    rf"(?:各|至少)(?:新?建[设成有]?|打造|培育|配备|设立|有)?(?P<low>[一两二三四五六])(?P<unit>{COUNTED})"
)
WORDS = re.compile(
    r"翻(?:[一两三]番|番)|[二三四五六七八九十百]分之[一二三四五六七八九十]+|(?<![第十])[一二两三四五六七八九]成(?:[一二三四五六七八九](?![一-鿿]))?(?=半|以上|以下|以内|左右|"
    r"[，。；、多]|$|人口|居民|农户|企业|群众|行政村|乡镇)"
    r"|(?<=[过达近到])(?:半数|一半)|全覆盖|动态清零|(?<=现)清零"
    r"|所有(?=[\u4e00-\u9fff]{1,8}(?:（[^）]{1,6}）)?(?:建成|建有|建立|配备|配齐|开通|通达|实现))|(?<=[到盖])所有(?=[\u4e00-\u9fff]{2})"
)


class Amount(NamedTuple):
    """Characters `start`..`end` of the text. `low` is the number as printed; `high` the upper end of a range or
    empty."""

    start: int
    end: int
    low: str
    high: str
    unit: str
    open: bool


@lru_cache(maxsize=4096)
def find_amounts(string: str) -> tuple[Amount, ...]:
    """All quantities of a text, in order, wide figures too. Several analyses read the same text, so what was found is
    kept."""
    string = narrow(string)
    found = open_amounts(string)
    taken = {place for amount in found for place in range(amount.start, amount.end)}
    for match in figures(string):
        amount = Amount(
            match.start(), match.end(), match["low"], match.groupdict().get("high") or "", match["unit"], False
        )
        if match.start() not in taken and not is_date(string, amount) and not breaks_a_word(string, match.end()):
            found.append(amount)
    found += bare_amounts(string)
    found += [Amount(match.start(), match.end(), match.group(), "", "比例", False) for match in RATIO.finditer(string)]
    return tuple(sorted(found))


@lru_cache(maxsize=4096)
def find_quantities(string: str) -> tuple[Amount, ...]:
    """What `find_amounts` finds, and “十二座”, “三分之一”, “翻一番”, “提高到0.57”, “全覆盖”."""
    found = list(find_amounts(string))
    taken = {place for amount in found for place in range(amount.start, amount.end)}
    for amount in (*in_characters(string), *without_unit(string), *in_words(string)):
        if taken.isdisjoint(range(amount.start, amount.end)) and not closes_another(string, amount, found):
            found.append(amount)
            taken.update(range(amount.start, amount.end))
    return tuple(sorted(found))


def closes_another(string: str, amount: Amount, found: list[Amount]) -> bool:
    """“实现15分钟救援圈|全覆盖|”: the clause has a figure, which the word only confirms"""
    if amount.low != "全覆盖":
        return False
    before = max((other.end for other in found if other.end <= amount.start), default=0)
    return before > 0 and not CLAUSE_SIGN.search(string, before, amount.start)


def in_characters(string: str) -> list[Amount]:
    """“新建十二座” → 十二 座; “各建一个” → 一 个; “十四五”, “第十个”, “数十家”, “百家争鸣” → none"""
    return [
        Amount(match.start("low"), match.end("unit"), match["low"], "", match["unit"], False)
        for pattern in (IN_CHARACTERS, FEW, ONE_EACH, AT_THE_END)
        for match in pattern.finditer(string)
    ]


def without_unit(string: str) -> list[Amount]:
    """“有效利用系数提高到0.57” → 0.57 without a unit"""
    return [Amount(*match.span("low"), match["low"], "", "", False) for match in INDEX.finditer(string)]


def in_words(string: str) -> list[Amount]:
    """“比2025年翻一番”, “缩短四成”, “实现全覆盖”, “动态清零”: the words are kept as the value"""
    return [Amount(*match.span(), match.group(), "", "", False) for match in WORDS.finditer(string)]


def open_places(string: str) -> list[tuple[int, int]]:
    """Where a figure is still open: X亿元, [X], ____万亩, （   ）座"""
    return without_inner({match.span() for match in OPEN.finditer(string)} | set(figures_to_fill_in(string)))


def open_amounts(string: str) -> list[Amount]:
    """“产值达到X亿元” → number X, unit 亿元, open"""
    found = []
    for start, end in open_places(string):
        unit = OPEN_UNIT.match(string, end)
        if unit:
            found.append(Amount(start, unit.end(), string[start:end], "", unit.group(), True))
    return found


def bare_amounts(string: str) -> list[Amount]:
    """“累计营收超亿元” → number 1, unit 亿元; “造林面积万亩以上” → number 1, unit 万亩; “达到千亿级” → none"""
    return [
        Amount(match.start("unit"), match.end("unit"), "1", "", match["unit"], False)
        for match in BARE.finditer(string)
        if match["mark"] in ("超过", "超", "突破") or match["after"]
    ]


def figures(string: str) -> Iterator[re.Match[str]]:
    """Every number with a unit; of “9000万元—3亿元” both ends on their own."""
    match = FIGURE.search(string)
    while match:
        match = (SINGLE.match(string, match.start()) if mixed(match) else None) or match
        yield match
        match = FIGURE.search(string, match.end())


def mixed(match: re.Match[str]) -> bool:
    """“9000万元—3亿元”: the ends have scales of their own, so they are two amounts, not 9000 to 3亿"""
    scale = match["low_scale"]
    return bool(match["high"] and scale and not match["unit"].startswith(scale))


def breaks_a_word(string: str, at: int) -> bool:
    """“5mm”, “100MWh” are no 米 and no 兆瓦: the Latin letters go on"""
    return (
        string[at - 1 : at].isascii()
        and string[at - 1 : at].isalpha()
        and string[at : at + 1].isascii()
        and string[at : at + 1].isalpha()
    )


def is_date(string: str, amount: Amount) -> bool:
    """“2025年”, “2001—2005年期间”, “10月” are dates, not quantities"""
    return (
        amount.unit == "年" and len(amount.high or amount.low) == 4 and (amount.high or amount.low)[:2] in ("19", "20")
    )
