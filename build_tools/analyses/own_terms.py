"""Terms that a plan explains itself, in a list of terms at its end (名词解释): entries of the glossary that are the plan's
own.

铁水联运：指货物由…   →  铁水联运, explained by the plan;   “千万工程”： / 指浙江省…   →  the same over two lines
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..chinese.annexes import names_terms
from ..model.address import Address
from ..model.curated import Term
from ..model.outline import Block, Unit

ENTRY = re.compile(
    r"[“\"]?(?P<name>[^：:，。；“”\"]{2,30})[”\"]?[ \u3000]*(?:[：:][ \u3000]*|(?=是指|指的是|指))(?P<words>.*)$"
)


def find_own_terms(plan: str, units: tuple[Unit, ...], blocks: tuple[Block, ...]) -> tuple[Term, ...]:
    """Every term once, in the order of the list."""
    lists = {unit.address for unit in units if unit.level == "annex" and names_terms(unit.title.string)}
    found: dict[str, Term] = {}
    for name, words in entries([b.text.string for b in blocks if within(b.unit, lists) and is_entry(b)]):
        reason = "规划正文后的名词解释"
        found.setdefault(name, Term(name, "", words, "", "text", reason, plan))
    return tuple(found.values())


def within(unit: str, lists: set[str]) -> bool:
    return Address(unit).chapter in lists


def is_entry(block: Block) -> bool:
    return block.kind in ("paragraph", "item", "box_item")


def entries(texts: list[str]) -> Iterator[tuple[str, str]]:
    """(term, explanation); a term that stands alone takes the next line for its explanation."""
    waiting = ""
    for text in texts:
        match = ENTRY.match(text)
        if waiting and (match is None or text.startswith(("指", "是"))):
            yield waiting, text
            waiting = ""
        elif match and match["words"]:
            yield match["name"].strip(), match["words"]
            waiting = ""
        else:
            waiting = match["name"].strip() if match else ""


def with_own_terms(glossary: tuple[Term, ...], own: tuple[Term, ...]) -> tuple[Term, ...]:
    """The glossary of people and, behind it, what plans explain themselves; a word has one entry, the editors' or the
    first plan's."""
    known = {term.name for term in glossary}
    added: dict[str, Term] = {}
    for term in own:
        if term.name not in known:
            added.setdefault(term.name, term)
    return (*glossary, *added.values())
