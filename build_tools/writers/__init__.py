"""Edition → {path below content/: text}. Pure: no file is touched here.

WRITERS is the list of page writers; each makes the pages of one kind, in the language of the edition.
"""

from collections.abc import Mapping, Sequence

from jinja2 import BytecodeCache

from ..model.edition import Edition
from .data import data_files
from .pages import (
    changes,
    chapters,
    compare,
    downloads,
    drafts,
    findings,
    glossary,
    home,
    imprint,
    indicators,
    navigation,
    places,
    projects,
    record,
    search_text,
    targets,
    tasks,
)
from .words import layout
from .words.apart import set_apart

WRITERS = (
    home.write,
    chapters.write,
    record.write,
    indicators.write,
    targets.write,
    projects.write,
    tasks.write,
    findings.write,
    drafts.write,
    glossary.write,
    places.write,
    changes.write,
    compare.write,
    navigation.write,
    imprint.write,
    search_text.write,
)


def keep_compiled(cache: BytecodeCache | None) -> None:
    """Templates that were compiled before are taken from there; compiling them takes a fifth of a second."""
    layout.templates().bytecode_cache = cache


def write_data(
    edition: Edition, translated: Sequence[Edition] = (), received: Mapping[str, bytes] | None = None
) -> dict[str, str]:
    """The published data: one for all languages. `received`: files as received that stand beside it."""
    return data_files.write(edition, translated, received or {})


def write_pages(edition: Edition) -> dict[str, str]:
    """Every page of one language but that of the downloads, and for each plan a file with what shifts in them."""
    files: dict[str, str] = {}
    for write in WRITERS:
        files |= write(edition)
    return set_apart(files, edition.language)


def write_downloads(edition: Edition, data: Mapping[str, str]) -> dict[str, str]:
    """The page that tells what the data files are."""
    return downloads.write(edition, data)
