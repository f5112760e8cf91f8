"""Names of the elements and attributes of WordprocessingML that the reader looks at."""

from typing import Any

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"

VALUE = f"{WORD}val"
PICTURES = (f"{DRAWING}blip", f"{VML}imagedata", f"{CHART}chart", f"{DIAGRAM}relIds", f"{OFFICE}OLEObject")


def w(name: str) -> str:
    return WORD + name


def value_of(parent: Any, name: str) -> str | None:
    """w:jc in w:pPr → "center"; None where there is none. A switch without value reads "1"."""
    child = parent.find(WORD + name) if parent is not None else None
    return None if child is None else str(child.get(VALUE, "1"))


def is_on(value: str | None) -> bool | None:
    """w:b → True, w:b w:val="0" → False, none → None"""
    return None if value is None else value not in ("0", "false", "off", "none")


def whole_number(value: str | None) -> int | None:
    """ "12" → 12; None for what is no number"""
    try:
        return int(value) if value is not None else None
    except ValueError:
        return None
