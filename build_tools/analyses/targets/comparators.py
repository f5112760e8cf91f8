"""How the words around a quantity bind it: >= <= > ≈ or plain =."""

from __future__ import annotations

import re

from .mention import Mention

AFTER = (
    ("≈", re.compile(r"^[^，。；]{0,2}(?:左右|上下)")),
    (">=", re.compile(r"^(?:以上|及以上|和以上)")),
    ("<=", re.compile(r"^(?:以?内|之内|以下|及以下)")),
)
BEFORE = (
    (">=", re.compile(r"(?:不少于|不低于|不小于|至少(?:新?建有?|建成|建设|有|达到)?)$")),
    ("<=", re.compile(r"(?:不超过|不高于|不大于)$")),
    (">", re.compile(r"(?:超过|突破|超出|超|高于|大于|逾)了?$")),
    ("≈", re.compile(r"(?:大约|约为|约|接近|将近|近)$")),
)


def comparator(mention: Mention) -> str:
    """“|280万亩|左右” → ≈; “|50个|以上” → >=; “突破|3亿元|” → >; “控制在|6.0%|以内” → <=; “达到|35平方公里|” → ="""
    for sign, words in AFTER:
        if words.search(mention.after):
            return sign
    for sign, words in BEFORE:
        if words.search(mention.before):
            return sign
    if re.search("[余多]", mention.amount.unit):
        return ">"
    return "="
