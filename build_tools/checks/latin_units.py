"""Units in Latin letters with a letter wrong, too many or too few: 50万KWW, 370MH, 800PFOLPS (words/latin_units.yml)."""

from __future__ import annotations

import re
from functools import cache

from ..chinese.word_lists import words_of

BEHIND_A_FIGURE = re.compile(r"\d(?P<unit>[十百千]?[万亿]?(?P<letters>[A-Za-zμ][A-Za-zμ·²³]{1,7}))(?![A-Za-z0-9+－-])")
NETWORK = re.compile(r"[gG](?:[^WwBbHh]|$)")  # 5GR, 5G: no unit


@cache
def known() -> dict[str, str]:
    """Units as they are printed, by their letters in small print."""
    return {unit.casefold(): unit for unit in words_of("latin_units")}


@cache
def near_unit(letters: str) -> str:
    """“KWW” → kW, “PFOLPS” → PFLOPS; nothing for a unit that exists, or for what is near to none"""
    small = letters.casefold()
    if small in known() or NETWORK.match(letters):
        return ""
    near = [unit for other, unit in known().items() if len(other) > 1 and is_slip(small, other)]
    return near[0] if near else ""


def is_slip(letters: str, unit: str) -> bool:
    """One letter more or less, another one in three and more, or two neighbours exchanged."""
    if abs(len(letters) - len(unit)) == 1:
        short, long = sorted((letters, unit), key=len)
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    if len(letters) != len(unit):
        return False
    differ = [at for at, (one, other) in enumerate(zip(letters, unit, strict=True)) if one != other]
    exchanged = len(differ) == 2 and differ[1] == differ[0] + 1 and sorted(letters) == sorted(unit)
    return exchanged or (len(differ) == 1 and len(letters) > 2)
