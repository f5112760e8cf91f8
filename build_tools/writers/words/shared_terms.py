"""Words that two linked sections share, for their texts to be marked with: those the analysis found in the plans.

A translation has other words; there they are terms of the glossary, the rarest first.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from ...model.address import Address
from ...model.edition import Edition
from ...model.subjects import Link
from ...model.translation import has_han

MOST = 6
COMMON = 0.2  # a term that more of the sections use tells nothing about two of them
SHORTEST = 4  # mu and jin are measures; so is what begins with a figure

Terms = dict[str, tuple[str, ...]]
SharedTerms = dict[tuple[str, str], tuple[str, ...]]  # (from section, to section) → words


def shared_terms(edition: Edition) -> SharedTerms:
    """(from section, to section) → the words both use."""
    if not edition.original:
        return {(link.source, link.target): link.terms for link in edition.links}
    used = terms_by_section(edition)
    return {(link.source, link.target): both(link, used) for link in edition.links}


def both(link: Link, used: Terms) -> tuple[str, ...]:
    """“black soil protection”, and then not “black soil” as well"""
    theirs = used.get(link.target, ())
    terms = [term for term in used.get(link.source, ()) if term in theirs]
    return tuple(
        term for term in terms if not any(term != other and term.casefold() in other.casefold() for other in terms)
    )[:MOST]


def terms_by_section(edition: Edition) -> Terms:
    """Terms in the text of a section and of its subsections, the rarest first."""
    names = {term.name.casefold(): term.name for term in edition.glossary if is_subject(term.name)}
    found: dict[str, set[str]] = defaultdict(set)
    for unit, text in texts(edition):
        small = text.casefold()
        terms = {name for sought, name in names.items() if sought in small and is_whole(sought, small)}
        for above in units_above(unit):
            found[above] |= terms
    rare = Counter(term for terms in found.values() for term in terms)
    return {
        section: tuple(
            sorted((term for term in terms if rare[term] <= COMMON * len(found)), key=lambda term: (rare[term], term))
        )
        for section, terms in found.items()
    }


def is_subject(name: str) -> bool:
    """“black soil protection” and not “100 million yuan”; nor a term that has no translation yet"""
    return len(name) >= SHORTEST and not name[0].isdigit() and not has_han(name)


def is_whole(words: str, text: str) -> bool:
    """Not “chain leader” in “chain leaders”."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def texts(edition: Edition) -> list[tuple[str, str]]:
    """(unit, text) of every heading and block."""
    headings = [(unit.address, unit.title.string) for plan in edition.plans for unit in plan.units]
    return headings + [(block.unit, block.text.string) for plan in edition.plans for block in plan.blocks]


def units_above(unit: str) -> list[Address]:
    """plan/03/01/02 → itself and plan/03/01"""
    address = Address(unit)
    return [above for above in address.upwards if above != address.chapter]
