"""A file as received → decoded lines, with the markup of its format taken off and put on the ledger.

After this stage a line is plain text; what the markup said survives as `Line.hint`, `Line.whole` and `Grid`.
A new format is one module with a function that gives a Reading, and one record in formats.FORMATS.
"""

from .formats import FORMATS, NAMES, ORIGINS, Format, Reading, read_file, recognise
from .several import read_files

__all__ = ["FORMATS", "NAMES", "ORIGINS", "Format", "Reading", "read_file", "read_files", "recognise"]
