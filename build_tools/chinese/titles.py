"""How the title of a plan reads."""

import re

from .sentences import reads_like_title

DAY = r"(?:\d{4}|[〇○0二零一三四五六七八九]{4})年(?:[\d一二三四五六七八九十]{1,3}月)(?:[\d一二三四五六七八九十]{1,3}日)"
SAID_AT = re.compile(rf"[—－（(\-]*{DAY}[在于].+")
PLAN_TITLE = re.compile(r"(?:规划|纲要|方案|计划)(?:[（(][^（()）]*[)）])?[\s\d]*$")


def names_a_plan(string: str) -> bool:
    """“某县国民经济和社会发展第十五个五年规划纲要（草案）” → True, also with a page number behind it; “编制规划，落实责任” → False"""
    words = string.strip()
    return len(words) >= 6 and reads_like_title(words) and "，" not in words and PLAN_TITLE.search(words) is not None


def is_said_at(words: str) -> bool:
    """“——2026年1月12日在某县第十八届人民代表大会” → True: when and where a report was given, over two lines often"""
    return SAID_AT.fullmatch("".join(words.split())) is not None
