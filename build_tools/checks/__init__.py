"""A structured plan → Problems. Checks report, they never repair.

CHECKS is the whole list; each takes a plan's blocks and the offsets at which its source lines begin. check_figures
looks at the source and the ledger, too.
"""

from ..model.edition import Problem
from ..model.outline import Block
from .confidence import by_weight, check_reading, shares
from .figures import check_figures
from .leftover_markup import find_leftover_markup
from .long_sentences import find_long_sentences
from .open_ends import find_open_ends
from .unread_tables import find_unread_tables

__all__ = ["by_weight", "check_blocks", "check_figures", "check_reading", "shares"]

CHECKS = (find_open_ends, find_long_sentences, find_leftover_markup, find_unread_tables)


def check_blocks(blocks: tuple[Block, ...], line_starts: list[int]) -> list[Problem]:
    return [problem for check in CHECKS for problem in check(blocks, line_starts)]
