"""Names of documents, bodies, programmes and terms that were changed before the plan begins: 县环境保护局 → 县生态环境局 (2018).

The list (content/curated/names.yml) gives for each name what it is called now, since when, and where that is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.curated import ChangedName
from ..model.findings import Finding, Tier
from .passages import Passage, Reading, finding, part, told_together

RANKS = ("body", "programme", "company", "document", "term")
HISTORY = re.compile(r"原(?:名|为|称)?$|前身|曾")


def find(reading: Reading) -> Iterator[Finding]:
    """Bodies first, terms last: of these most may be right where they stand."""
    kinds = {name.old: RANKS.index(name.kind) for name in reading.names}
    yield from sorted(told_together(found_in(reading)), key=lambda one: kinds[one.values[0]])


def found_in(reading: Reading) -> Iterator[Finding]:
    first = reading.plan.card.period[0]
    names = [name for name in reading.names if name.since[:4].isdigit() and int(name.since[:4]) < first]
    if not names:
        return
    by_word = {name.old: name for name in names}
    pattern = re.compile("|".join(sorted(map(re.escape, by_word), key=len, reverse=True)))
    for sentence in reading.sentences:
        if reading.looks_back(sentence.unit):
            continue
        for match in pattern.finditer(sentence.text):
            name = by_word[match.group()]
            reading.saw("outdated")
            if is_part_of_right(sentence.text, match.start(), name) or HISTORY.search(sentence.text[: match.start()]):
                continue
            words = sentence.text[max(0, match.start() - 10) : match.end() + 10]
            tier: Tier = "sure" if name.certain else "ask"
            values = (name.old, name.new, f"{name.since}，{name.source}")
            yield finding(reading, "outdated", "wrong_name", tier, "outdated", part(sentence, words), values)
    for row in reading.plan.indicators:
        in_row = pattern.search(row.name)
        if in_row and not is_part_of_right(row.name, in_row.start(), by_word[in_row.group()]):
            yield of_row(reading, row.address, row.source_line, row.name, by_word[in_row.group()])


def of_row(reading: Reading, address: str, line: int, words: str, name: ChangedName) -> Finding:
    here = Passage(address, address, "table", line, words)
    values = (name.old, name.new, f"{name.since}，{name.source}")
    return finding(reading, "outdated", "wrong_name", "sure" if name.certain else "ask", "outdated", here, values)


def is_part_of_right(text: str, at: int, name: ChangedName) -> bool:
    """“生态环境局” holds no old name; but an old name may be a part of the new one: 旅游局 in 文化和旅游局"""
    inside = name.new.find(name.old)
    return inside >= 0 and text[max(0, at - inside) :].startswith(name.new)
