"""“分别达到A、B、C”: several things and as many figures in one clause, paired by their order.

“猪、牛、羊和禽类保有量分别达到X万头、X万头、X万只和|X万只|” → 禽类保有量
“城镇、农村居民人均可支配收入分别达到5.1万元和2.7万元” → 城镇居民人均可支配收入, 农村居民人均可支配收入
Three names before two figures cannot be told apart: `Unpaired`, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .amounts import Amount
from .measures import family
from .word_lists import any_of
from .wording import bare_words, clause_start, farthest_before

BETWEEN = re.compile(
    r"(?:以上|以下|以内|左右|[余多])?\s*[、，]?(?:、|和|及|与|以及)?\s*(?:每[人户亩村](?:每[年月])?|(?<=[、和])(?:达到?|保持|稳定在))?"
)
EACH = re.compile(r"，?(?:力争|将)?(?P<what>占比)?分别[^，。；：]{0,6}?\s*(?:每[人户亩村](?:每[年月])?)?$")
FROM_EACH = re.compile(r"分别(?:由|从)[^，。；：]*?(?:到|至|为)\s*$")
LIST = re.compile(r"、|(?<!共)和(?![谐美平])|以及|(?<![普涉])及(?![其时格早])|(?<!参)与")
COMPARED = re.compile(r"(?:比|较)(?:20\d\d年|上年|“[^”]*”)[^，、]*$")
YEARS = re.compile(r"(?:其中)?20\d\d年(?:[、和]20\d\d年)+")
OF_WHOM = r"(?:常住|户籍)?(?:居民|人口|企业|产业|行业|学校|教师|学生|医师|职工|农户)?(?:人均|户均|亩均|单位面积)?(?:可支配|经营性|工业|年|综合)?"
TAIL = re.compile(
    rf"[中内][\u4e00-\u9fff]{{2,6}}(?:率|占比|比例|比重)$|(?:的)?{OF_WHOM}(?:{any_of('measure_nouns')}|[\u4e00-\u9fff]{{2}}率)$"
)


MEASURE_ONLY = re.compile(rf"[\u4e00-\u9fff]{{0,6}}(?:{any_of('measure_nouns')}|[\u4e00-\u9fff]{{2}}[率量额值])")
COUNTED = re.compile(r"等?[两二三四五六七八九十\d]+[大个类种条][^，、]*$")  # 三大主导产业
VERB = re.compile(rf"^(?:{any_of('clause_verbs', 'undertaking_verbs')}|壮大|做[大优强]|发展)+")
WORKS_FIRST = re.compile(rf"(?:{any_of('undertaking_verbs')})+")
RANK = re.compile("(?:国家|[省市州盟县旗区])级(?:及?以上)?")
CHANGES = re.compile(
    "[增降升减][长加到至为低高幅]|下降|提高|提升|减少|降低|控制|稳定|保持|突破|超过|达|为$|到|至|在|不|占|压|缩|完成|每"
)
COUNT_AT_END = re.compile(r"\d[\d.]*万?[\u4e00-\u9fff]{1,2}$")
ONLY_VERBS = re.compile(rf"(?:{any_of('clause_verbs')})+")
TWO_IN_ONE = {"城乡": ("城镇", "农村"), "牛羊": ("牛", "羊"), "猪牛": ("猪", "牛"), "农牧": ("农业", "牧业")}
LONGEST_RUN = 30  # figures to either side; what follows beyond is no list that anybody reads


class Unpaired(ValueError):
    """As many names as figures are needed; `head` are the words before the figures."""


def one_of_several(text: str, amounts: Sequence[Amount], index: int) -> str:
    """The member of the list that belongs to quantity `index`; empty where no 分别 stands before the figures. Raises
    Unpaired."""
    if text.find("分别", farthest_before(amounts[index].start), amounts[index].start) < 0:
        return ""
    first, last = run_of(text, amounts, index)
    here = amounts[first].start
    far = farthest_before(here)
    match = EACH.search(text, far, here) or FROM_EACH.search(text, far, here)
    if not match or first == last:
        return ""
    start = clause_start(text, match.start())
    head = text[start : match.start()]
    if YEARS.fullmatch(head):  # “2026年、2027年分别保障400亩、500亩”: one thing, by year
        return ""
    if not bare_words(head) and start:  # “A、B占比，分别达到4.3%和92.5%”: the names stand in the clause before
        head = text[clause_start(text, start - 1) : start - 1]
    names = names_of(COMPARED.sub("", head), match.groupdict().get("what") or "")
    if len(names) == 1 and start and MEASURE_ONLY.fullmatch(names[0]):
        number = last - first + 1
        names = (
            names_before(text, start - 1, names[0], number)
            or a_name_a_clause(text, start - 1, names[0], number)
            or names
        )
    if (object_ := object_of(text, match.start(), here)) and len(names) == last - first + 1:
        return f"{names[index - first]}：{object_}"
    if len(names) == 1 and last - first == 1:
        names = two_in_one(names[0])
    if len(names) != last - first + 1:
        raise Unpaired(head)
    return with_tail(names, index - first, len({family(amount.unit) for amount in amounts[first : last + 1]}) == 1)


def names_before(text: str, at: int, measure: str, number: int) -> list[str]:
    """“壮大水产、茶叶、药材三大产业，|产值|分别达到…” → 水产：产值, 茶叶：产值, …: things of that number in the clause before, measured here"""
    clause = text[clause_start(text, at) : at]
    clause = COUNTED.sub("", clause.partition("分别")[0])
    names = [bare_words(VERB.sub("", part)) for part in LIST.split(clause)]
    if len(names) != number or not all(names):
        return []
    names[-1] = TAIL.sub("", names[-1]) or names[-1]
    return [f"{name}：{measure}" for name in names]


def a_name_a_clause(text: str, at: int, measure: str, number: int) -> list[str]:
    """“扩建甲市场，新建乙市场，|年交易量|分别达到…” → 甲市场：年交易量, 乙市场：年交易量: a verb of works and a name in each clause before"""
    names: list[str] = []
    while len(names) < number and at > 0:
        start = clause_start(text, at)
        words = text[start:at]
        if not WORKS_FIRST.match(words) or re.search("[、和\\d]", words):
            return []
        names.insert(0, f"{bare_words(WORKS_FIRST.sub('', words))}：{measure}")
        at = start - 1
    return names if len(names) == number else []


def names_of(head: str, what: str) -> list[str]:
    """“力争煤炭、铁矿石产量” → 煤炭, 铁矿石产量; a comma list of parts in brackets stays whole"""
    words = bare_words(head) + what
    parts = (COUNT_AT_END.sub("", part) for part in LIST.split(words) if not ONLY_VERBS.fullmatch(part))
    return [name for name in (bare_words(part) or part for part in parts) if name]


def object_of(text: str, start: int, end: int) -> str:
    """“甲35所、乙28所，分别|新增学位|9000个、2.1万个” → 新增学位: what each of them gets; 分别达到 → none"""
    words = text[start:end].rpartition("分别")[2].strip()
    return "" if len(words) < 3 or CHANGES.search(words) else bare_words(words)


def two_in_one(name: str) -> list[str]:
    """“城乡居民人均可支配收入分别增长5%和6%” → 城镇居民…, 农村居民…: one word for two, in its order"""
    for word, (first, second) in TWO_IN_ONE.items():
        if name.startswith(word):
            return [first + name.removeprefix(word), second + name.removeprefix(word)]
    return [name]


def with_tail(names: list[str], at: int, alike: bool) -> str:
    """(生猪, 肉羊出栏量), 0 → 生猪出栏量: what is measured is named once, after the last; figures of unlike units share nothing.
    (县级以上文明村, 文明乡镇占比), 1 → 县级以上文明乡镇占比: a rank is named once, before the first
    """
    name, tail, rank = names[at], TAIL.search(names[-1]), RANK.match(names[0])
    name = rank.group() + name if rank and not RANK.match(name) else name
    return name if not tail or not alike or name.endswith(tail.group()) else name + tail.group()


def run_of(text: str, amounts: Sequence[Amount], index: int) -> tuple[int, int]:
    """First and last of the figures that follow each other with nothing but 、 or 和 between."""
    first = last = index
    while first and index - first < LONGEST_RUN and follows(text, amounts[first - 1], amounts[first]):
        first -= 1
    while last + 1 < len(amounts) and last - index < LONGEST_RUN and follows(text, amounts[last], amounts[last + 1]):
        last += 1
    return first, last


def follows(text: str, one: Amount, other: Amount) -> bool:
    """A comma is no 、 where another kind of measure begins: “提高到每人每月900元和960元，|80岁|以上老人…”"""
    between = text[one.end : other.start]
    if not BETWEEN.fullmatch(between):
        return False
    return "，" not in between or family(one.unit) == family(other.unit)
