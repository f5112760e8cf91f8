"""Edition → {path below content/: text}. Pure: no file is touched here.

WRITERS is the list of page writers; each makes the pages of one kind, in the language of the edition.
"""

from collections.abc import Mapping, Sequence

from ..model.edition import Edition
from . import (
    changes_page,
    chapter_pages,
    compare_pages,
    data_files,
    downloads_page,
    glossary_page,
    home_pages,
    indicator_pages,
    navigation,
    place_pages,
    project_pages,
    record_pages,
    search_text,
    target_pages,
)

WRITERS = (
    home_pages.write,
    chapter_pages.write,
    record_pages.write,
    indicator_pages.write,
    target_pages.write,
    project_pages.write,
    glossary_page.write,
    place_pages.write,
    changes_page.write,
    compare_pages.write,
    navigation.write,
    search_text.write,
)


def write_data(edition: Edition, translated: Sequence[Edition] = ()) -> dict[str, str]:
    """The published data: one for all languages."""
    return data_files.write(edition, translated)


def write_pages(edition: Edition, data: Mapping[str, str]) -> dict[str, str]:
    """Every page of one language. The downloads page comes last: it tells what the data files are."""
    files: dict[str, str] = {}
    for write in WRITERS:
        files |= write(edition)
    return files | downloads_page.write(edition, data)
