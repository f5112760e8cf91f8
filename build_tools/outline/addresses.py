"""Addresses come from the plan's own numerals, in one place (data contract).

第三章 → plan/03, its 一、 → plan/03/01, its （二） → plan/03/01/02, 第一篇 → plan/p01, 附件2 → plan/a2, its 一、 → plan/a2/01
"""

from __future__ import annotations

import string

from .numbering import Heading

ABOVE = {"section": "chapter", "subsection": "section"}


def unit_addresses(plan: str, headings: list[Heading], annex: str = "") -> list[str]:
    """One address a heading. A number that occurs twice in one place gets a letter: 03, then 03b. `annex`: the address they lie in."""
    out: list[str] = []
    above: dict[str, str] = {"chapter": annex} if annex else {}
    taken: set[str] = set()
    for heading in headings:
        number = f"{heading.number:02d}"
        if heading.level == "part":
            parent, number = plan, "p" + number
        else:
            parent = above.get(ABOVE.get(heading.level, ""), plan)
        address = f"{parent}/{number}"
        for letter in string.ascii_lowercase[1:]:
            if address not in taken:
                break
            address = f"{parent}/{number}{letter}"
        taken.add(address)
        above[heading.level] = address
        out.append(address)
    return out
