"""Loads content/curated/glossary.yml: terms of plans, their English wording, and what they mean in a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..model.curated import TERM_SOURCES, Term
from .keys import Once, check_keys, check_one_of, check_words, load_entries

KEYS = ("zh", "en", "explanation_zh", "explanation_en", "source", "reason", "plan")
NEEDED = KEYS[:5]


def load_glossary(path: Path) -> tuple[Term, ...]:
    """A missing file means no terms."""
    terms, seen = [], Once(path)
    for line, entry in load_entries(path):
        term = load_term(path, entry, line)
        seen.see(term.name, line)
        terms.append(term)
    return tuple(terms)


def load_term(path: Path, entry: Any, line: int) -> Term:
    check_keys(path, entry, KEYS, NEEDED, line)
    check_one_of(path, entry, "source", TERM_SOURCES)
    check_words(path, entry, ("zh", "en"))
    said = {key: "" if entry.get(key) is None else str(entry[key]) for key in KEYS}
    return Term(
        name=said["zh"],
        name_en=said["en"],
        explanation=said["explanation_zh"],
        explanation_en=said["explanation_en"],
        source=said["source"],
        reason=said["reason"],
        plan=said["plan"],
        place=f"{path}:{line}",
    )
