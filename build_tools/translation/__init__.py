"""Texts of plans and pages ↔ gettext PO and XLIFF, so that Poedit, OmegaT or Weblate can work on them. No file is
written here.

The module xliff is imported where it is needed: only two commands need its library.
"""

from .catalogue import catalogue
from .checking import check_po
from .edition import translated
from .general import lend
from .interface import interface_strings
from .merge import merge, overlay
from .placeholders import refuse_wrong_fields
from .po import new_po, po_text, read_po, refuse_control_signs, translations
from .status import count_states

__all__ = [
    "catalogue",
    "check_po",
    "count_states",
    "interface_strings",
    "lend",
    "merge",
    "new_po",
    "overlay",
    "po_text",
    "read_po",
    "refuse_control_signs",
    "refuse_wrong_fields",
    "translated",
    "translations",
]
