"""Loads content/curated/glossary.yml: terms of plans, their English wording, and what they mean in a sentence."""

from __future__ import annotations

from pathlib import Path

from ..model.curated import TERM_SOURCES, Term
from ..model.edition import BadInput
from .keys import check_keys
from .yaml_files import load_yaml

KEYS = ("zh", "en", "explanation_zh", "explanation_en", "source", "reason", "plan")
NEEDED = KEYS[:5]


def load_glossary(path: Path) -> tuple[Term, ...]:
    """A missing file means no terms."""
    if not path.is_file():
        return ()
    terms, seen = [], {}
    for entry in load_yaml(path) or []:
        term = load_term(path, entry)
        if term.name in seen:
            raise BadInput(
                f"{path}:{entry.line}: the term “{term.name}” already stands on line {seen[term.name]}. Keep one of the two."
            )
        seen[term.name] = entry.line
        terms.append(term)
    return tuple(terms)


def load_term(path: Path, entry: object) -> Term:
    check_keys(path, entry, KEYS, NEEDED)
    if entry["source"] not in TERM_SOURCES:
        raise BadInput(
            f"{path}:{entry.lines['source']}: the source “{entry['source']}” is not known. Use one of: {', '.join(TERM_SOURCES)}."
        )
    return Term(*(str(entry.get(key) or "") for key in KEYS))
