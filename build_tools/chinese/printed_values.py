"""The number in a printed cell, and how it is meant: “98以上” → 98, at least."""

from __future__ import annotations

import re

NARROW = str.maketrans("０１２３４５６７８９．％－＋＞＜＝", "0123456789.%-+><=")
VALUE = re.compile(
    r"[\[［【（(]?(?P<before>[≥≤><=≈]{0,2}|约|不低于|不少于|不高于|不超过|大于|小于|高于|低于|超过)"
    r"(?P<n>[-+]?\d+(?:,\d{3})*(?:\.\d+)?)(?P<unit>%|‰|个百分点|倍)?(?P<after>左右|以上|以下|以内|之内|及以上|上下)?[\]］】）)]?"
)
SIGNS = {
    ">=": ("≥", ">=", "不低于", "不少于", "以上", "及以上"),
    "<=": ("≤", "<=", "不高于", "不超过", "以内", "之内", "以下"),
    ">": (">", "大于", "高于", "超过"),
    "<": ("<", "小于", "低于"),
    "≈": ("≈", "约", "左右", "上下"),
}


def printed_value(words: str) -> tuple[str, str]:
    """“5左右” → ("5", "≈"); “[5.3]” → ("5.3", "="); “≥1,200” → ("1200", ">="); “XX”, “—”, “与经济增长同步” → ("", "")"""
    match = VALUE.fullmatch("".join(words.split()).translate(NARROW))
    if not match:
        return "", ""
    said = {match["before"], match["after"] or ""} - {""}
    sign = next((sign for sign, forms in SIGNS.items() if said & set(forms)), "=")
    return match["n"].replace(",", "").lstrip("+"), sign
