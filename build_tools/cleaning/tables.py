"""Tables of a text: cells parted by tabs or bars on one line, or cells on lines of their own. The text shows which it has.

类别\\t指标\\t2025年 → cells on one line;  \\t类别 / \\t指标 → a cell a line
"""

from ..model.text import Draft, Line
from . import cell_lines, tab_rows

SHARE = 0.3  # of the lines with a tab have one between two things, where rows stand on one line


def gather(draft: Draft) -> Draft:
    with_tabs = [line.string.strip() for line in draft.lines if isinstance(line, Line) and "\t" in line.string.rstrip()]
    inner = sum("\t" in words for words in with_tabs)
    return tab_rows.gather(draft) if inner >= SHARE * len(with_tabs) else cell_lines.gather(draft)
