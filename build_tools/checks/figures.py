"""Every figure of the source stands somewhere as it is: none is lost, none is cut, none has grown together with its
neighbour.

    20   22 → 2022 · a page number 6 taken out of a row · 31.2 and 32 in one cell → a problem with its line

This check knows nothing of how the text was read. It takes every run of digits of the source and looks for its
positions in what is published and in the ledger: whole and in a row in one text, and with no other digit beside it than
in the source; or taken out for a reason that a figure can have. In a table the figures of one source line stand in one
row.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model.edition import Problem
from ..model.outline import Block, Unit
from ..model.text import Change, Removed, Text, line_starts

FIGURE = re.compile(r"\d+(?:[.．]\d+)*[%％‰]?")
NEVER = frozenset(
    [
        "white-space",
        "cell-mark",
        "table-rule",
        "marker-space",
        "heading-space",
        "bold-mark",
        "bullet",
        "ocr-space",
        "page-cut",
        "line-end",
        "stray-tab",
        "line-wrap",
    ]
)  # reasons for which blanks and marks go, never a figure
PAGE_NUMBER = "page-number"
CONTENTS = "contents"
SHOWN = 16  # signs of lost words that the message quotes
WRAPPED = 16  # signs of a line that may have been cut at its end
ENTITY = re.compile(r"&#x?[\da-fA-F]*$")
NEAR = 8  # signs of an entity before its last figures
LINE_ENDS = dict.fromkeys(map(ord, "\r\x85\u2029"), "\n")
TABLE = re.compile(r"<t[dr]\b|\x07", re.IGNORECASE)  # a whole table on one line


@dataclass(frozen=True, slots=True)
class Piece:
    """One published text. `row` is set for a cell of a table: the block's address and the number of its row."""

    text: Text
    row: tuple[str, int] | None = None
    tall: bool = False


def check_figures(
    source: str,
    units: tuple[Unit, ...],
    blocks: tuple[Block, ...],
    removed: Iterable[Removed],
    changes: Iterable[Change],
) -> list[Problem]:
    """`changes`: what people corrected and signs that were folded; what they touch is theirs."""
    places = PiecePlaces(pieces_of(units, blocks))
    removed = tuple(removed)
    reasons = {offset: entry.reason for entry in removed for offset in range(entry.start, entry.end)}
    touched = {offset for change in changes for offset in range(change.start, change.end)}
    starts = line_starts(source)
    source = source.translate(LINE_ENDS)
    found: dict[tuple[int, str], Problem] = {}
    for match in FIGURE.finditer(source):
        if (touched and not touched.isdisjoint(range(*match.span()))) or in_entity(match):
            continue
        if code := oddity(match, source, places, reasons):
            line = bisect_right(starts, match.start())
            found.setdefault((line, code), Problem("warning", code, line, (match.group(),)))
    for entry in removed:
        words = source[entry.start : entry.end].strip()
        if entry.reason in NEVER and any("\u3400" <= sign <= "\u9fff" for sign in words):
            line = bisect_right(starts, entry.start)
            found.setdefault((line, "words-lost"), Problem("warning", "words-lost", line, (words[:SHOWN],)))
    for problem in out_of_row(source, places, starts):
        found.setdefault((problem.line, problem.code), problem)
    return sorted(found.values(), key=lambda problem: problem.line)


def in_entity(match: re.Match[str]) -> bool:
    """The 3000 of &#x3000; is no figure."""
    return ENTITY.search(match.string[max(0, match.start() - NEAR) : match.start()]) is not None


class PiecePlaces:
    """Where each source position stands: in which piece, and how far in it."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.at: dict[int, tuple[int, int]] = {}
        for number, piece in enumerate(pieces):
            for i, (sign, offset) in enumerate(zip(piece.text.string, piece.text.offsets, strict=True)):
                if sign.isdigit() or sign in ".．%％‰":
                    self.at[offset] = (number, i)


def pieces_of(units: tuple[Unit, ...], blocks: tuple[Block, ...]) -> list[Piece]:
    out = [Piece(text) for unit in units for text in (unit.number, unit.title)]
    for block in blocks:
        out += [Piece(block.marker), Piece(block.text)]
        out += [
            Piece(cell.text, (block.address, r), cell.rowspan > 1) for r, row in enumerate(block.rows) for cell in row
        ]
    return out


def oddity(match: re.Match[str], source: str, places: PiecePlaces, reasons: dict[int, str]) -> str:
    """The code of what is wrong with this figure, or nothing."""
    start, end = match.span()
    kept = [places.at[offset] for offset in range(start, end) if offset in places.at]
    if not kept:
        return "" if went_rightly(start, end, source, reasons) else "figure-lost"
    piece, first = kept[0]
    if len(kept) < end - start or kept != [(piece, first + i) for i in range(end - start)]:
        return "figure-cut"
    return "figure-grown" if has_grown(source, start, places.pieces[piece], first) else ""


def went_rightly(start: int, end: int, source: str, reasons: dict[int, str]) -> bool:
    """Was the figure taken out whole, for a reason that a figure can have? A page number has its line for itself."""
    said = {reasons.get(offset, "") for offset in range(start, end)}
    if len(said) != 1 or said & NEVER or said == {""}:
        return False
    first, last = source.rfind("\n", 0, start) + 1, source.find("\n", end)
    if said == {CONTENTS}:  # pages are whole numbers; 1.2 may begin an entry
        return source[start:end].isdigit() or not source[first:start].strip()
    if said != {PAGE_NUMBER}:
        return True
    line = range(first, last if last >= 0 else len(source))
    return all(offset in reasons for offset in line)


def has_grown(source: str, start: int, piece: Piece, first: int) -> bool:
    """Does a digit stand before the figure that does not in the source, and no cut of a line or space of a scan
    explains it?"""
    before = piece.text.string[:first].rstrip(".．")[-1:] if first else ""
    if not before.isdigit():
        return False
    gap = source[piece.text.offsets[first - 1] + 1 : start]
    if not gap or (any(not sign.isspace() for sign in gap) and "\n" not in gap):
        return False
    if piece.row is not None:
        return True
    if "\n" in gap:
        end = source.rfind("\n", 0, start)
        above = source[source.rfind("\n", 0, piece.text.offsets[first - 1]) + 1 : piece.text.offsets[first - 1] + 1]
        return end >= 0 and len(above.strip()) < WRAPPED
    return len(gap) > 1 or not one_number(piece.text.string, first)


def one_number(words: str, at: int) -> bool:
    """Is the number whose second part begins at `at` a year, one of thousands, or with a decimal point: was the space
    the scanner's?"""
    left, right = at, at
    while left and (words[left - 1].isdigit() or words[left - 1] in ".．"):
        left -= 1
    while right < len(words) and (words[right].isdigit() or words[right] in ".．"):
        right += 1
    whole = words[left:right]
    return "." in whole or right - at == 3 or bool(re.fullmatch(r"(?:19|20)\d\d", whole))


def out_of_row(source: str, places: PiecePlaces, starts: list[int]) -> Iterator[Problem]:
    """Figures of one line of the source in two rows of a table, where the line is not a whole table."""
    rows: dict[tuple[int, str], int] = {}
    for match in FIGURE.finditer(source):
        piece = places.pieces[places.at[match.start()][0]] if match.start() in places.at else None
        if piece is None or piece.row is None or piece.tall:
            continue
        line = bisect_right(starts, match.start())
        address, row = piece.row
        if rows.setdefault((line, address), row) != row:
            words = source[starts[line - 1] : starts[line] if line < len(starts) else len(source)]
            if not TABLE.search(words):
                yield Problem("warning", "figure-row", line, (match.group(),))
