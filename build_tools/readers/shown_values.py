"""How a spreadsheet shows a value: the number formats that plans' tables use. What no rule knows stands as it is
stored.

Source: ECMA-376 part 1, 18.8.30 (number formats).
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

NUMBER = re.compile(r"(?P<group>#,##)?[0#]+(?:\.(?P<digits>[0#]+))?(?P<percent>%)?")
LITERAL = re.compile(r'"([^"]*)"|\\(.)')
IDLE = re.compile(r"\[[^\]]*\]|_.|\*.")  # colours and conditions, room for a sign, filling
DATE = re.compile(r"y+|m+|d+", re.IGNORECASE)
SIGNIFICANT = 11  # digits that the format General shows


def shown(value: object, form: str) -> str:
    """(0.125, "0.0%") → "12.5%", (4.8, "0.00") → "4.80", (12000, "#,##0") → "12,000", (4.8, "General") → "4.8" """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return shown_number(value, form)
    return shown_date(value, form) if hasattr(value, "year") else str(value)


def shown_number(value: int | float, form: str) -> str:
    """With the words around the figure: (12, '0"万元"') → "12万元" """
    plain = IDLE.sub("", form.split(";")[0])
    bare = LITERAL.sub("", plain)
    match = NUMBER.fullmatch(bare)
    if match is None:
        return general(value)
    exact = Decimal(repr(value)) * (100 if match["percent"] else 1)
    digits = match["digits"] or ""
    rounded = exact.quantize(Decimal(1).scaleb(-len(digits)), ROUND_HALF_UP)
    figure = f"{rounded:,}" if match["group"] else f"{rounded:f}"
    if digits.endswith("#") and "." in figure:
        figure = figure.rstrip("0").rstrip(".")
    literal = LITERAL.findall(plain)
    before = plain.find("0") > plain.find('"') >= 0
    words = "".join(a or b for a, b in literal)
    figure += "%" if match["percent"] else ""
    return words + figure if before else figure + words


def general(value: int | float) -> str:
    """0.1 + 0.2 → "0.3", 12000000000000 → "12000000000000" """
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    digits = Decimal(repr(value))
    rounded = round(digits, max(0, SIGNIFICANT - 1 - max(0, digits.adjusted())))
    return f"{rounded:f}".rstrip("0").rstrip(".")


def shown_date(value: Any, form: str) -> str:
    """(2026-03-01, 'yyyy"年"m"月"') → "2026年3月" """
    plain = IDLE.sub("", form.split(";")[0])
    if not re.search(r"y", plain, re.IGNORECASE):
        return str(value)[:10]

    def part(match: re.Match[str]) -> str:
        letters = match.group().lower()
        figure = {"y": value.year, "m": value.month, "d": value.day}[letters[0]]
        return str(figure % 100 if letters == "yy" else figure).zfill(2 if len(letters) == 2 else 1)

    words = "".join(
        piece if at % 3 else DATE.sub(part, piece) for at, piece in enumerate(LITERAL.split(plain)) if piece
    )
    return words.split("@")[0].strip()
