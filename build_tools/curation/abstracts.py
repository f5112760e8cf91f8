"""Loads content/curated/abstracts.yml: what each chapter says, in a few sentences of another language, each with the paragraphs it sums up."""

from __future__ import annotations

from pathlib import Path

from ..model.curated import Abstract
from ..model.edition import BadInput
from .keys import check_keys
from .yaml_files import load_yaml

KEYS = ("sentence", "of")


def load_abstracts(path: Path) -> tuple[Abstract, ...]:
    """One a chapter and language; a missing file means none."""
    if not path.is_file():
        return ()
    return tuple(
        load_abstract(path, entry, language)
        for entry in load_yaml(path) or []
        for language in entry
        if language != "chapter"
    )


def load_abstract(path: Path, entry: dict, language: str) -> Abstract:
    if not entry.get("chapter"):
        raise BadInput(f"{path}:{entry.line}: “chapter” is missing. Write the address of the chapter, such as plan/03.")
    sentences = []
    for said in entry[language]:
        check_keys(path, said, KEYS, KEYS)
        sentences.append((str(said["sentence"]), tuple(map(str, said["of"]))))
    return Abstract(str(entry["chapter"]), str(language), tuple(sentences))
