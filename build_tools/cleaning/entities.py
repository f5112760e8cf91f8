"""Character references of HTML are read as the signs they stand for.

    &ldquo;十四五&rdquo; → “十四五”;  R&amp;D → R&D;  &#12290; → 。;  &emsp; → a blank

In a line of a table written in HTML those that would look like tags stay until the table has been read.
"""

import html
import re

from ..chinese.signs import BLANKS
from ..model.problems import Problem
from ..model.text import Draft, Line, fold
from .over_lines import Outcome, over_lines

REFERENCE = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
TABLE = re.compile(r"</?(?:table|tr|td|th)\b", re.IGNORECASE)
LIKE_TAGS = ("&lt;", "&gt;", "&amp;", "&quot;")


def fold_entities(draft: Draft) -> Draft:
    return over_lines(draft, folded_line)


def folded_line(line: Line) -> Outcome:
    if "&" not in line.string:
        return Outcome(line)
    table = TABLE.search(line.string)
    edits, problems = [], []
    for match in REFERENCE.finditer(line.string):
        sign = html.unescape(match.group())
        if table and match.group() in LIKE_TAGS:
            continue
        if (len(sign) == 1 and sign.isprintable()) or sign in BLANKS or sign == "\u3000":
            edits.append((*match.span(), " " if sign in BLANKS else sign))
        else:
            problems.append(Problem("warning", "leftover-markup", line.number, (match.group(),)))
    line, folded = fold(line, edits, "entity")
    return Outcome(line, folded=folded, problems=problems)
