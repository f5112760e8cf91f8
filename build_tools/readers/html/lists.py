"""<ol>: the browser prints the numbers of its items, so they are text: 1. …, 一、…"""

from __future__ import annotations

import re

from ..docx.number_formats import written
from .tree import Element

STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
COUNTING = "chineseCountingThousand"
FORMS = {
    "cjk-ideographic": COUNTING, "simp-chinese-informal": COUNTING, "trad-chinese-informal": COUNTING,
    "cjk-decimal": "ideographDigital",
    "simp-chinese-formal": "chineseLegalSimplified", "upper-roman": "upperRoman", "lower-roman": "lowerRoman",
    "upper-alpha": "upperLetter", "lower-alpha": "lowerLetter", "upper-latin": "upperLetter",
    "lower-latin": "lowerLetter",
    "I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter",
    "none": "none", "disc": "bullet", "square": "bullet", "circle": "bullet",
}  # fmt: skip


def printed_numbers(element: Element) -> list[tuple[Element, str]]:
    """The items of an <ol> with what is printed before each; other children without."""
    said = STYLE.search(element.get("style"))
    form = FORMS.get(said[1].lower() if said else element.get("type"), "decimal")
    number = whole(element.get("start"), 1)
    out = []
    for child in element.elements:
        if child.tag == "li":
            number = whole(child.get("value"), number)
            out.append((child, mark(number, form)))
            number += 1
        else:
            out.append((child, ""))
    return out


def whole(said: str, otherwise: int) -> int:
    return int(said) if said.isdecimal() and len(said) < 6 else otherwise


def mark(number: int, form: str) -> str:
    """3, decimal → “3. ”; 3, chineseCountingThousand → “三、”"""
    words = written(number, form)
    return "" if not words else f"{words}. " if words.isascii() else f"{words}、"
