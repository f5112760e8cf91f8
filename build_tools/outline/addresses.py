"""Addresses come from the plan's own numerals, in one place (data contract).

第三章 → plan/03, its 一、 → plan/03/01, its （二） → plan/03/01/02, 第一篇 → plan/p01
"""

from __future__ import annotations

import string

from .numbering import Heading


def unit_addresses(plan: str, headings: list[Heading]) -> list[str]:
    """One address a heading. A number that occurs twice in one place gets a letter: 03, then 03b."""
    out, above = [], {}
    taken: set[str] = set()
    for heading in headings:
        number = f"{heading.candidate.number:02d}"
        if heading.level == "part":
            parent, number = plan, "p" + number
        else:
            parent = {"chapter": plan, "section": above.get("chapter"), "subsection": above.get("section")}[
                heading.level
            ]
        address = f"{parent}/{number}"
        for letter in string.ascii_lowercase[1:]:
            if address not in taken:
                break
            address = f"{parent}/{number}{letter}"
        taken.add(address)
        above[heading.level] = address
        out.append(address)
    return out
