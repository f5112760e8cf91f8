"""How the title of a plan reads."""

import re

from .sentences import reads_like_title

PLAN_TITLE = re.compile(r"(?:规划|纲要|方案|计划)(?:[（(][^（()）]*[)）])?[\s\d]*$")


def names_a_plan(string: str) -> bool:
    """“某县国民经济和社会发展第十五个五年规划纲要（草案）” → True, also with a page number behind it; “编制规划，落实责任” → False"""
    words = string.strip()
    return len(words) >= 6 and reads_like_title(words) and "，" not in words and PLAN_TITLE.search(words) is not None
