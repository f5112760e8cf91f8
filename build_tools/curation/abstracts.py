"""Loads content/curated/abstracts.yml: what each chapter says, in a few sentences of another language, each with the
paragraphs it sums up."""

from __future__ import annotations

from pathlib import Path

from ..model.address import Address, is_address_of_unit
from ..model.curated import Abstract
from ..model.edition import BadInput
from ..model.refusals import meant
from .folder import LANGUAGE
from .keys import Once, check_keys, check_list, entries_of, load_entries
from .yaml_files import Entry

KEYS = ("sentence", "of")


def load_abstracts(path: Path) -> tuple[Abstract, ...]:
    """One a chapter and language; a missing file means none."""
    seen = Once(path)
    found = []
    for line, entry in load_entries(path):
        if not isinstance(entry, Entry) or "chapter" not in entry:
            check_keys(path, entry, ("chapter", *(entry if isinstance(entry, Entry) else ("en",))), ("chapter",), line)
        check_keys(path, entry, tuple(entry), ("chapter",), line, others=[key for key in entry if key != "chapter"])
        check_chapter(path, entry)
        for language in entry:
            if language != "chapter":
                check_language(path, entry, str(language))
                seen.see((entry["chapter"], language), entry.lines[language], f"{entry['chapter']} {language}")
                found.append(load_abstract(path, entry, language))
    return tuple(found)


def check_chapter(path: Path, entry: Entry) -> None:
    """The abstract of a section would stand on no page."""
    said = Address(str(entry["chapter"]))
    if not is_address_of_unit(said) or said.chapter != said:
        raise BadInput("no-chapter", said, said.chapter, place=f"{path}:{entry.lines['chapter']}")


def check_language(path: Path, entry: Entry, language: str) -> None:
    """en, fr: a key that is no language's, such as “english”, would be read by nobody."""
    if not LANGUAGE.fullmatch(language):
        known = ("chapter", "en")
        raise BadInput(
            "key-unknown",
            language,
            meant(language, known, 0.3),
            ", ".join(known),
            place=f"{path}:{entry.lines[language]}",
        )


def load_abstract(path: Path, entry: Entry, language: str) -> Abstract:
    line = entry.lines[language]
    sentences = []
    for at, said in entries_of(path, entry[language], line):
        check_keys(path, said, KEYS, KEYS, at, others=("of",))
        of = check_list(path, said, "of", "[plan/03/01#1]", least=1)
        for address in of:
            if Address(address).plan != Address(str(entry["chapter"])).plan:
                raise BadInput("sums-up-another", address, entry["chapter"], place=f"{path}:{said.lines['of']}")
        sentences.append((str(said["sentence"]), of))
    if not sentences:
        raise BadInput("nothing-said", language, place=f"{path}:{line}")
    return Abstract(str(entry["chapter"]), str(language), tuple(sentences), f"{path}:{entry.line}")
