"""How the words around a quantity bind it: >= <= > < ≈ or plain =."""

from __future__ import annotations

import re

from ...chinese.word_lists import any_of
from .mention import Mention

AFTER = (
    ("≈", re.compile(r"^[^，。；]{0,2}(?:左右|上下)")),
    (">=", re.compile(r"^(?:以上|及以上|和以上)")),
    ("<=", re.compile(r"^(?:以?内|之内|以下|及以下)")),
)
BEFORE = (
    (
        ">=",
        re.compile(
            rf"(?:不少于|不低于|不小于|不(?:少|低|小)于[^，、\d]{{1,18}}的|"
            rf"至少(?:可|要)?(?:新?建有?|有|达到|与|{any_of('undertaking_verbs', 'clause_verbs')}|[\u4e00-\u9fff]{{2}})?)$"
        ),
    ),
    ("<=", re.compile(r"(?:(?:不超过|不高于|不大于|不突破)(?:[^，、\d]{1,18}的)?|前)$")),
    (">", re.compile(r"(?:超过|(?<!不)突破|超出|超|高于|大于|逾)了?$")),
    ("<", re.compile(r"(?<!不)(?:低于|少于|小于)$")),
    ("≈", re.compile(r"(?:大约|约为|(?<![签预节集履特契公合])约|接近|将近|近|基本(?:达到|实现)[^，、]*)$")),
)
OF_EACH = re.compile(r"(?:每(?:(?!不|至少|超|约|近|完成|安排)[^，。；、每\d]){1,6})+$")  # 不低于|每年每公里|1万元


def comparator(mention: Mention) -> str:
    """“|280万亩|左右” → ≈; “|50个|以上” → >=; “突破|3亿元|” → >; “控制在|6.0%|以内” → <=; “达到|35平方公里|” → =; “分别稳定在|85%|和90%以上” → >= of
    both; “分别突破4000万吨和|20万标箱|” → > of both"""
    after = mention.after_all if "分别" in mention.stem[-8:] else mention.after
    for sign, words in AFTER:
        if words.search(mention.after) or words.search(after):
            return sign
    before = OF_EACH.sub("", mention.stem if "分别" in mention.stem[-14:] else mention.before)
    for sign, words in BEFORE:
        if words.search(before):
            return sign
    if re.search("[余多]", mention.amount.unit):
        return ">"
    return "="
