"""How a page number is printed on a line of its own: — 12 —, 第 3 页 共 86 页, 5/86, Page 3 of 86, · 3 ·, ⅳ, 12."""

import re
import unicodedata
from typing import NamedTuple

from .signs import narrow

DECOR = r"[-—–─―~～·•.*=_<>《》「」|【】\[\]()⋅]"
NUMBER = r"(?:\d{1,4}|[ivxl]{1,6}|[IVXL]{1,6}|[Ⅰ-Ⅻⅰ-ⅻ]{1,4})"
PRINTED = re.compile(
    rf"(?P<left>{DECOR}{{0,4}})(?P<first>共{NUMBER}页[,，]?)?(?P<word>第|[Pp]age|PAGE|[Pp]\.?|页码[:：]?)?"
    rf"(?P<n>{NUMBER})(?P<leaf>页)?(?:(?P<slash>[/／]|of|[,，]?共|[,，"
    rf"]?总)(?P<total>{NUMBER})(?P<last>页)?)?(?P<right>{DECOR}{{0,4}})"
)
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}

# the page of an entry in the contents: 回顾（3）, 回顾……第3页, 回顾……-3-
FRAMED_PAGE = re.compile(r"(?:[（(] ?(\d{1,3}) ?[）)]|第 ?(\d{1,3}) ?页|[-—] ?(\d{1,3}) ?[-—])$")


class PageNumber(NamedTuple):
    """`plain`: nothing but the number stands there, so that only its run tells what it is; `roman`: a run of its
    own."""

    number: int
    plain: bool
    roman: bool


def read_page_number(string: str) -> PageNumber | None:
    """“— 12 —” → 12; “第3页 共86页” → 3; “5/86” → 5; “2030” → 2030, plain; “12.” and “（一）” → None"""
    words = "".join(narrow(string).split())
    match = PRINTED.fullmatch(words) if 0 < len(words) <= 24 else None
    if not match:
        return None
    roman = not match["n"].isdigit()
    number = roman_number(match["n"]) if roman else int(match["n"])
    sided = bool(match["left"] and match["right"])
    worded = bool((match["word"] and match["leaf"]) or match["word"] in ("Page", "page", "PAGE") or match["first"])
    if ((match["left"] or match["right"]) and not sided) or number == 0:
        return None
    return PageNumber(number, not (worded or match["total"] or (sided and words[0] not in "[(《.*")), roman)


def roman_number(numeral: str) -> int:
    """ⅳ, IV, iv → 4; 0 for what is none"""
    plain = unicodedata.normalize("NFKC", numeral).lower()
    values = [ROMAN.get(letter, 0) for letter in plain]
    if not all(values):
        return 0
    return sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))
