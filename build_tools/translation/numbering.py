"""第三章, 一、, （二） and 专栏-4 in another language, by patterns that a translator fills in."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..chinese.annexes import read_annex
from ..chinese.numbering import HAN, read_marker
from ..chinese.numerals import to_number
from ..model.translation import _

PATTERNS = {
    "part": _("第{n}篇"),
    "chapter": _("第{n}章"),
    "section": _("第{n}节"),
    "han": _("{n}、"),
    "arabic": _("{n}、"),
    "han-paren": _("（{n}）"),
    "arabic-paren": _("（{n}）"),
}
BOX = re.compile(rf"专栏\s?[-—–－]?\s?(?P<n>[{HAN}\d]{{0,5}})[：:]?")
ANNEX = _("附件{n}")
NUMBERED_BOX, BOX_ALONE = _("专栏{n}"), _("专栏：")


def translated_number(printed: str, say: Callable[[str], str]) -> str:
    """“第三章” → “Chapter 3”; “（二）” → “(2)”; “专栏-4” → “Box 4”; ①, —— and what no pattern fits stay as printed."""
    if box := BOX.fullmatch(printed):
        return say(NUMBERED_BOX).format(n=to_number(box["n"])) if box["n"] else say(BOX_ALONE)
    if (annex := read_annex(printed)) and annex.number and annex.printed.startswith("附件"):
        return say(ANNEX).format(n=annex.number)
    marker = read_marker(printed)
    pattern = PATTERNS.get(marker.kind) if marker else None
    return say(pattern).format(n=marker.number) if marker and pattern and say(pattern) != pattern else printed
