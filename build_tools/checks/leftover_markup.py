"""Markup that no reader knows is left standing in the text; a person has to say what it is.

<td>投资</td> or [bookmark: …] inside a paragraph → warning
"""

import re
from bisect import bisect_right

from ..chinese.blanks import STARS
from ..model.edition import Problem
from ..model.outline import Block

MARKUP = re.compile(r"</?[A-Za-z][A-Za-z0-9]*[^<>\n]{0,80}>|\*\*|!\[|\[bookmark")


def find_leftover_markup(blocks: tuple[Block, ...], line_starts: list[int]) -> list[Problem]:
    return [
        Problem(
            "warning", "leftover-markup", bisect_right(line_starts, block.text.offsets[match.start()]), (match.group(),)
        )
        for block in blocks
        if (match := first_mark(block.text.string))
    ]


def first_mark(string: str) -> re.Match[str] | None:
    """“**重点**” → its first two stars; in “产量达到**亿斤” they stand for a figure"""
    blanks = {match.start() for match in STARS.finditer(string)}
    return next((match for match in MARKUP.finditer(string) if match.start() not in blanks), None)
