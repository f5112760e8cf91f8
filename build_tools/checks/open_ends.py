"""A paragraph that ends without a sentence mark may have lost its end, or be cut from what follows.

…引进项目X个 (end of paragraph)   →  warning;  …如下： → nothing;  …（新建）; → nothing, it is an item of a list
"""

import re
from bisect import bisect_right

from ..chinese.annexes import is_letter_line, is_printing_line
from ..chinese.sentences import FULL_LINE, ends_sentence
from ..model.edition import Problem
from ..model.outline import Block

BYLINE = re.compile(r"(?:会议|全会|大会)上$")
REMARK = re.compile(r"[（(][^（()）]{1,60}[)）]$")
SHOWN = 12  # characters of the end that the message quotes


def find_open_ends(blocks: tuple[Block, ...], line_starts: list[int]) -> list[Problem]:
    return [
        Problem("warning", "open-end", bisect_right(line_starts, block.text.offsets[-1]), (block.text.string[-SHOWN:],))
        for block in blocks
        if block.kind in ("paragraph", "item") and len(block.text) >= FULL_LINE and not has_end(block.text.string)
    ]


def has_end(string: str) -> bool:
    """“…达到90%。（数据待核）” → True: a remark in brackets stands behind the end; so has a line of a letter or of the printing
    house"""
    words = string.rstrip()
    if BYLINE.search(words) and len(words) <= 60:
        return True
    remark = REMARK.search(words)
    closed = remark is not None and ends_sentence(words[: remark.start()])
    return closed or ends_sentence(words) or is_printing_line(words) or is_letter_line(words)
