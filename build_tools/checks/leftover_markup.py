"""Markup that no reader knows is left standing in the text; a person has to say what it is.

<td>投资</td> or [bookmark: …] inside a paragraph → warning
"""

import re
from bisect import bisect_right

from ..model.edition import Problem
from ..model.outline import Block

MARKUP = re.compile(r"</?[A-Za-z][A-Za-z0-9]*[^<>\n]{0,80}>|\*\*|!\[|\[bookmark|&[a-z]{2,6};")


def find_leftover_markup(blocks: tuple[Block, ...], line_starts: list[int]) -> list[Problem]:
    return [
        Problem(
            "warning", "leftover-markup", bisect_right(line_starts, block.text.offsets[match.start()]), (match.group(),)
        )
        for block in blocks
        if (match := MARKUP.search(block.text.string))
    ]
