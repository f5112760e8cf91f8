"""Titles of boxes (专栏), with and without number, with and without a colon."""

import re
from typing import NamedTuple

from .numbering import HAN
from .sentences import reads_like_title

MARK = re.compile(rf"专\s*栏\s*(?P<number>[-—－–]?\s*(?:\d{{1,3}}|[{HAN}]{{1,3}}))?\s*(?P<colon>[：:、.．]?)\s*")


class BoxTitle(NamedTuple):
    """`marker` as printed (专栏-4, 专栏：); `rest` the position at which the title begins; `title` may be empty."""

    marker: str
    rest: int
    title: str


def read_box_title(string: str) -> BoxTitle | None:
    """“专栏-4 端牢中国饭碗支撑行动” → BoxTitle("专栏-4", 5, …); “专栏所列项目由各部门落实。” → None"""
    match = MARK.match(string)
    if not match:
        return None
    title = string[match.end() :]
    parted = match["number"] or match["colon"] or string[2:3].isspace()
    if (title and not (parted and reads_like_title(title))) or (not title and not match["number"]):
        return None
    return BoxTitle(match.group().rstrip(), match.end(), title)


def is_box_title(string: str) -> bool:
    return read_box_title(string) is not None
