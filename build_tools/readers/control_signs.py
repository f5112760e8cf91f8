"""Control signs that Word and old programs leave in a text: read for what they mean, or taken off with a reason.

    指标␇2025年␇          →  stays: U+0007 ends a cell, see word_cells.py
    平稳运行，␋社会大局   →  平稳运行，社会大局: U+000B is a line end inside a paragraph
    …实␌现…              →  …实现…: U+000C is the end of a page

A break after which a number opens something is a line end all the same; so is one between two figures, which must not
become one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from ..chinese.numbering import read_marker
from ..model.text import Change, Line, Removed, fold, line_ends, strike

BREAKS = {"\x0b": "soft-break", "\u2028": "soft-break", "\x0c": "page-break"}
BREAK = re.compile(
    "[\x0b\u2028]|(?<!^)\x0c(?!$)"
)  # where nothing stands before or behind it, U+000C shows cleaning a page's end
PAGE_END = re.compile("\x0c\\s*")
NEAR = 40  # characters on either side tell what a break is
FIELD = re.compile("\x13[^\x13-\x15]*\x14|[\x13\x14\x15]")  # {PAGEREF _Toc1 | 12}: the second half is what is printed
HYPHEN = "\x1e"  # the hyphen at which Word does not break a line
OPTIONAL = re.compile("\x1f")
OTHERS = re.compile("[\x00-\x06\x08\x0e-\x12\x16-\x1d\x7f-\x9f]")
ANY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028]")


class Signs(NamedTuple):
    """Lines without control signs, and the ledger entries for what went or reads as another sign."""

    lines: tuple[Line, ...]
    removed: tuple[Removed, ...]
    folded: tuple[Change, ...]


def read_signs(lines: tuple[Line, ...]) -> Signs:
    """The same lines, with nothing in them below U+0020 but tabs and marks between cells."""
    out: list[Line] = []
    gone: list[Removed] = []
    folded: list[Change] = []
    for line in lines:
        if not ANY.search(line.string):
            out.append(line)
            continue
        line = take_off(line, gone, folded)
        out += read_breaks(line, gone)
    return Signs(tuple(out), tuple(gone), tuple(folded))


def take_off(line: Line, gone: list[Removed], folded: list[Change]) -> Line:
    """Fields keep what they print; a hyphen that must not break is a hyphen; signs without meaning in a text go."""
    for reason, pattern in (("field-code", FIELD), ("soft-hyphen", OPTIONAL), ("control-sign", OTHERS)):
        line, removed = strike(line, [match.span() for match in pattern.finditer(line.string)], reason)
        gone += removed
    hyphens = ((at, at + 1, "-") for at, sign in enumerate(line.string) if sign == HYPHEN)
    line, changes = fold(line, hyphens, "fixed-hyphen")
    folded += changes
    return line


def read_breaks(line: Line, gone: list[Removed]) -> Iterator[Line]:
    """The line, or the lines into which its breaks part it; all have its number."""
    words, begin = line.string, 0
    drop: list[int] = []
    for match in BREAK.finditer(words):
        at = match.start()
        drop.append(at)
        if parts(words[max(begin, at - NEAR) : at], words[at + 1 : at + 1 + NEAR]):
            yield without_breaks(line, begin, at, drop, gone)
            begin, drop = at + 1, []
    yield without_breaks(line, begin, len(words), drop, gone)


def without_breaks(line: Line, begin: int, end: int, drop: list[int], gone: list[Removed]) -> Line:
    for at in drop:
        gone += line.text[at : at + 1].removed(BREAKS[line.string[at]])
    return replace(line, text=line.text[begin:end].without([(at - begin, at - begin + 1) for at in drop if at < end]))


def parts(before: str, after: str) -> bool:
    """Does a line end where this break is: before a number that opens something, or between two figures?"""
    before, after = before.rstrip(), after.lstrip("\x0b\x0c\u2028 \t\u3000")
    if not before or not after:
        return False
    figures = all(sign.isascii() and sign.isalnum() for sign in (before[-1], after[0]))
    return figures or read_marker(after) is not None


def pages(text: str) -> tuple[int, ...]:
    """甲⏎␌乙⏎丙␌丁 → (1, 2, 3): the line on which each page begins; none where there is no U+000C."""
    starts, at, number = [1], 0, 1
    for match in PAGE_END.finditer(text):
        number += sum(1 for _ in line_ends(text, at, match.end()))
        at = match.end()
        if at < len(text):
            starts.append(number)
    return tuple(starts) if len(starts) > 1 else ()
