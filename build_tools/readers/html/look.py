"""How a stretch of text on a page looks and what it belongs to, and white space as a browser shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..soft_breaks import SOFT
from .article import leads_away
from .tree import Element

BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
NOTE_TARGET = re.compile(r"#_?(?:ftn|edn|fn|sdfootnote|sdendnote|footnote)\w*", re.IGNORECASE)
NOTE_PLACE = re.compile(r"_?(?:ftn|edn|fn|sdfootnote|sdendnote|footnote)-?\d+$", re.IGNORECASE)
NUMBERED = re.compile(r"第[\d一二三四五六七八九十百零〇]{1,4}[章节篇编]$")
BLANKS = re.compile(r"[ \t\r\n\f\v]+")


@dataclass(frozen=True, slots=True)
class Look:
    """`mark`: the text is the mark of a note; `note`: it is the note; `away`: a link to another page; `pre`: line ends
    count."""

    bold: bool = False
    up: bool = False
    mark: bool = False
    away: bool = False
    note: bool = False
    pre: bool = False


def within(element: Element, look: Look) -> Look:
    """How text inside `element` looks, which stands in text that looks like `look`."""
    tag, style = element.tag, element.get("style")
    bold = tag in ("b", "strong", "th") or bool(BOLD.search(style)) or (look.bold and not LIGHT.search(style))
    look = replace(
        look, bold=bold, up=look.up or tag == "sup" or bool(RAISED.search(style)), pre=look.pre or tag == "pre"
    )
    if tag == "a":
        target = element.get("href").strip()
        look = replace(look, mark=look.mark or bool(NOTE_TARGET.match(target)), away=look.away or leads_away(element))
    if tag in ("div", "li", "p", "a") and (
        NOTE_PLACE.match(element.get("id")) or NOTE_PLACE.match(element.get("name"))
    ):
        look = replace(look, note=True)
    return look


def tidy(text: str) -> str:
    """A line of the file that breaks between Chinese signs leaves no space; other white space is one; &nbsp; is a
    space.

    第一章(line end)发展基础 keeps it: programs break lines where there is a space, and after a number there is one.
    """

    def between(match: re.Match[str]) -> str:
        blanks = match[0]
        if SOFT in blanks:
            return SOFT * blanks.count(SOFT)
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        if not before or not after:
            return ""
        wrapped = ("\n" in blanks or "\r" in blanks) and min(before, after) > "\xff"
        return "" if wrapped and not NUMBERED.search(text[max(0, match.start() - 8) : match.start()]) else " "

    return BLANKS.sub(between, text).replace("\xa0", " ").rstrip(" \u3000")
