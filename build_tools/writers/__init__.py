"""Edition → {path below content/: text}. Pure: no file is touched here.

WRITERS is the whole list of what is published; each writer makes the files of one kind.
"""

from ..model.edition import Edition
from . import chapter_pages, data_files, home_pages, navigation, record_pages, search_text

WRITERS = (
    home_pages.write,
    chapter_pages.write,
    record_pages.write,
    navigation.write,
    search_text.write,
    data_files.write,
)


def write_edition(edition: Edition) -> dict[str, str]:
    """Every generated file. The data files come last: the package describes the tables written before it."""
    files: dict[str, str] = {}
    for write in WRITERS:
        files |= write(edition)
    return files
