"""A file as received → decoded lines, with the markup of its format taken off and put on the ledger.

After this stage a line is plain text; what the markup said survives as `Line.hint`, `Line.whole` and `Grid`.
A new format is one module with a function that gives a Reading, and one record in formats.FORMATS.
"""

from .formats import FORMATS, NAMES, ORIGINS, Format, Reading, read_file, recognise
from .several import read_files


def published_copy(data: bytes, name: str) -> bytes:
    """What may be published of a file as received; the libraries for it are loaded when there is one."""
    from .docx.clean_copy import cleaned

    return cleaned(data, name)


__all__ = ["FORMATS", "NAMES", "ORIGINS", "Format", "Reading", "published_copy", "read_file", "read_files", "recognise"]
