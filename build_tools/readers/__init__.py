"""Source file → decoded lines, with the markup of its format taken off and put on the ledger.

After this stage a line is plain text; what the markup said survives as `Line.hint`.
A new format is one module with a function `unmark(lines) -> Draft` and one row in FORMATS.
"""

from ..model.text import Draft, Source
from . import ocr_markdown, word_dump
from .decoding import decode, file_hash, split_lines

FORMATS = {
    "ocr_markdown": ocr_markdown.unmark,
    "word_dump": word_dump.unmark,
}


def read_source(data: bytes, file: str) -> Source:
    """Bytes of a plan as received → lines. Raises BadInput where they are empty, binary, cut off or in an unknown encoding."""
    text, encoding = decode(data, file)
    lines, line_ends = split_lines(text)
    return Source(file, file_hash(data), encoding, text, lines, line_ends)


def take_off_markup(source: Source, reader: str) -> Draft:
    """`reader` is a key of FORMATS."""
    draft = FORMATS[reader](source.lines)
    return Draft(draft.lines, source.line_ends + draft.removed, draft.contents)
