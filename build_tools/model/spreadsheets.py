"""Cells of a published CSV, which people open in a spreadsheet: what it would run is marked as text, what is a
number stays one.

The mark is the spreadsheets' own: an apostrophe before the cell. Taking one off gives back what the plan says.
"""

from __future__ import annotations

import re

MARK = "'"
BYTE_ORDER_MARK = "\ufeff"  # tells a spreadsheet that the file is UTF-8
# = + - @ begin a formula, full width, too, but not alone; what has the mark already gets another
RUN = re.compile(r"'*\s*[=+\-@＝＋－＠\t\r].*\S", re.DOTALL)
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?%?")


def guarded(value: str) -> str:
    """=HYPERLINK(…) → '=HYPERLINK(…); @单位 → '@单位; -1.5, = and 粮食产量 stay"""
    return MARK + value if RUN.match(value) and not NUMBER.fullmatch(value) else value


def unguarded(cell: str) -> str:
    """'=1+1 → =1+1; 'a' stays"""
    return cell[1:] if cell.startswith(MARK) and guarded(cell[1:]) == cell else cell
