"""Addresses come from the plan's own numerals, in one place (data contract).

第三章 → plan/03, its 一、 → plan/03/01, its （二） → plan/03/01/02, 第一篇 → plan/p01, 附件2 → plan/a2, its 一、 → plan/a2/01
"""

from __future__ import annotations

import string
from collections import Counter

from ..model.address import Address
from .numbering import Heading

ABOVE = {"section": "chapter", "subsection": "section"}


def unit_addresses(plan: str, headings: list[Heading], annex: Address | None = None) -> list[Address]:
    """One address a heading. A number that occurs again in one place gets letters: 03, then 03b. `annex`: the address
    they lie in."""
    out: list[Address] = []
    above: dict[str, Address] = {"chapter": annex} if annex else {}
    times: Counter[Address] = Counter()
    for heading in headings:
        number = f"{heading.number:02d}"
        if heading.level == "part":
            parent, number = Address(plan), "p" + number
        else:
            parent = above.get(ABOVE.get(heading.level, ""), Address(plan))
        times[parent.below(number)] += 1
        address = parent.below(number + letters(times[parent.below(number)]))
        above[heading.level] = address
        out.append(address)
    return out


def letters(times: int) -> str:
    """1 → nothing, 2 → b … 26 → z, 27 → aa: however often a number occurs, no two addresses are the same."""
    out = ""
    left = times if times > 1 else 0
    while left:
        left, letter = divmod(left - 1, len(string.ascii_lowercase))
        out = string.ascii_lowercase[letter] + out
    return out
