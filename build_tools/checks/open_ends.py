"""A paragraph that ends without a sentence mark may have lost its end, or be cut from what follows.

…引进项目X个 (end of paragraph)   →  warning;  …如下： → nothing;  …（新建）; → nothing, it is an item of a list
"""

from bisect import bisect_right

from ..chinese.sentences import FULL_LINE, ends_sentence
from ..model.edition import Problem
from ..model.outline import Block

SHOWN = 12  # characters of the end that the message quotes


def find_open_ends(blocks: tuple[Block, ...], line_starts: list[int]) -> list[Problem]:
    return [
        Problem("warning", "open-end", bisect_right(line_starts, block.text.offsets[-1]), (block.text.string[-SHOWN:],))
        for block in blocks
        if block.kind in ("paragraph", "item") and len(block.text) >= FULL_LINE and not ends_sentence(block.text.string)
    ]
