"""The signs of a PDF page → printed lines: a PDF has no words, they are put together again by their places."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

RAISED = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
BOLD = ("bold", "black", "heavy", "hei", "小标宋", "黑体")
WORD_GAP = 0.18  # em between two Latin words; Chinese fonts set no wider gap between Han and digit than a quarter
LEADER = ".·…•⋯"  # from the words of an entry of the contents to its page
SIGN_GAP = 0.7  # em; two Han signs further apart were parted on purpose (推进转型　塑造格局)
BLANK = 0.15  # em; a blank of the file that is seen
TOUCHING = 0.02  # em between the digits of one figure
SLOPE = 0.05  # rise of a line for its length; more is no slip of a scanner
COLUMN_GAP = 1.6  # em; what is further apart stands in different columns

OPENING_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?")

Char = dict[str, Any]
Frame = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of print: its words, its four edges, the size of its type, and whether all of it is bold."""

    page: int
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    font: str = ""
    columns: bool = False

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def once(chars: Sequence[Char]) -> list[Char]:
    """The signs without blanks, each knowing whether a blank stood before it.

    Word prints bold type twice, a hair apart: the second impression of a sign goes.
    """
    seen: set[tuple[str, int, int]] = set()
    kept: list[Char] = []
    spaced = False
    for char in chars:
        if char["text"].isspace():
            spaced = True
            continue
        column, row = round(char["x0"] / 2), round(char["top"] / 2)
        near = {(char["text"], column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1)}
        if not near & seen:
            kept.append(char | {"spaced": spaced})
            seen.add((char["text"], column, row))
        spaced = False
    return kept


def seated(chars: Sequence[Char]) -> list[Char]:
    """A figure that is wider than its cell is not cut: its digits, drawn one after the other, are all looked for where
    its middle is."""
    out: list[Char] = []
    run: list[Char] = []
    for char in [*chars, None]:
        if char and run and goes_with(run[-1], char):
            run.append(char)
            continue
        seat = (run[0]["x0"] + run[-1]["x1"]) / 2 if len(run) > 1 else None
        out += [one | {"seat": seat} for one in run] if seat is not None else run
        run = [char] if char else []
    return out


def goes_with(before: Char, char: Char) -> bool:
    """The next digit of one figure: no gap, no overlap, at one height."""
    figures = all(one["text"] in "0123456789.,%" for one in (before, char))
    gap = abs(char["x0"] - before["x1"])
    return bool(figures and gap < TOUCHING * char["size"] and abs(char["top"] - before["top"]) < 1)


def quarter(char: Char) -> int | None:
    """How a sign lies: 0 upright, 1 where its line runs upwards, 2 upside down, 3 downwards; None where it slopes."""
    a, b, *_ = char["matrix"]
    if abs(b) < SLOPE * abs(a):
        return 0 if a > 0 else 2
    if abs(a) < SLOPE * abs(b):
        return 1 if b > 0 else 3
    return None


def righted(chars: Sequence[Char]) -> list[Char]:
    """Words written upwards in a cell are read downwards: the lowest sign comes first."""
    upwards = [char for char in chars if quarter(char) == 1]
    if not upwards:
        return list(chars)
    places = sorted((char["top"], char["bottom"]) for char in upwards)
    lowest_first = sorted(upwards, key=lambda char: -char["top"])
    moved = {id(c): c | {"top": t, "bottom": b} for c, (t, b) in zip(lowest_first, places, strict=True)}
    return [moved.get(id(char), char) for char in chars]


def parted(chars: Iterable[Char], frame: Frame) -> tuple[list[Char], list[Char]]:
    """Signs whose middle lies inside the frame, and the others."""
    x0, top, x1, bottom = frame
    inside: list[Char] = []
    outside: list[Char] = []
    for char in chars:
        x, y = char.get("seat", (char["x0"] + char["x1"]) / 2), (char["top"] + char["bottom"]) / 2
        (inside if x0 <= x <= x1 and top <= y <= bottom else outside).append(char)
    return inside, outside


def lines_of(chars: Sequence[Char], page: int) -> Iterator[PrintedLine]:
    """Signs whose middles lie at one height are a line; a raised figure belongs to the line it stands in."""
    rows = rows_of_signs(chars)
    for group in (part for row in rows for part in without_margins(row)):
        size = Counter(round(char["size"], 1) for char in group).most_common(1)[0][0] or 1.0
        text, columns = words_of(group, size)
        yield PrintedLine(
            page,
            text,
            group[0]["x0"],
            max(char["x1"] for char in group),
            min(char["top"] for char in group),
            max(char["bottom"] for char in group),
            size,
            all(is_bold(char) for char in group),
            Counter(str(char.get("fontname", "")) for char in group).most_common(1)[0][0],
            columns,
        )


def without_margins(row: list[Char]) -> Iterator[list[Char]]:
    """A wide gap with type of another size behind it: what stands there is no part of the line (notes in the
    margin)."""
    start = 0
    for i, (before, char) in enumerate(pairwise(row), 1):
        sizes = sorted((before["size"], char["size"]))
        wide = char["x0"] - before["x1"] > SIGN_GAP * sizes[1] and before["text"] not in LEADER
        if wide and sizes[0] < 0.75 * sizes[1]:
            yield row[start:i]
            start = i
    yield row[start:]


def rows_of_signs(chars: Sequence[Char]) -> list[list[Char]]:
    """Larger signs first: each joins the line whose middle is nearest, where it stands at its height."""
    rows: list[list[Char]] = []
    middles: list[tuple[float, int]] = []  # in order, each with the number of its line
    for char in sorted(chars, key=lambda c: -c["size"]):
        middle = (char["top"] + char["bottom"]) / 2
        near = nearest(middles, middle)
        if near is not None and reaches(rows[near][0], char):
            rows[near].append(char)
        else:
            insort(middles, (middle, len(rows)))
            rows.append([char])
    return sorted((sorted(row, key=lambda c: c["x0"]) for row in rows), key=lambda row: row[0]["top"])


def nearest(middles: Sequence[tuple[float, int]], middle: float) -> int | None:
    """Number of the line whose middle is nearest; None where there is none yet."""
    at = bisect_left(middles, (middle, -1))
    near = middles[max(0, at - 1) : at + 1]
    return min(near, key=lambda one: abs(one[0] - middle))[1] if near else None


def reaches(first: Char, char: Char) -> bool:
    """Does `char` stand at the height of the line that `first`, its largest sign, began?"""
    middle = (char["top"] + char["bottom"]) / 2
    return bool(abs(middle - (first["top"] + first["bottom"]) / 2) <= first["size"] * 0.5)


def words_of(chars: list[Char], size: float) -> tuple[str, bool]:
    """The words of a line, and whether wide gaps part it into columns: “2030年    约束性” → True"""
    parts: list[str] = []
    columns = False
    floor = max(char["bottom"] for char in chars if char["size"] >= size * 0.9)
    before: Char | None = None
    bracketed = False
    for char in chars:
        if before is not None:
            blanks = blanks_between(before, char, size) or blank_after_number("".join(parts), before, char, size)
            columns = columns or blanks > 1
            parts.append(" " * blanks)
        raised = char["size"] < size * 0.8 and char["bottom"] < floor - size * 0.2
        bracketed = char["text"] in "[［〔" or (bracketed and char["text"].isdecimal())
        parts.append(raised_sign(char["text"]) if raised and not bracketed else char["text"])  # a raised [1] stays [1]
        before = char
    return "".join(parts), columns


def raised_sign(sign: str) -> str:
    return RAISED.get(sign) or sign


def blanks_between(before: Char, char: Char, size: float) -> int:
    """0 within a word, 1 between words, more between columns (one each half em, so that columns keep their places)."""
    gap: float = (char["x0"] - before["x1"]) / size
    if before["text"] in LEADER and char["text"] in LEADER:
        return 0
    if gap > COLUMN_GAP:
        return max(2, round(gap * 2))
    if before["text"].isascii() == char["text"].isascii() and gap > (BLANK if char.get("spaced") else SIGN_GAP):
        return 1
    latin = before["text"].isascii() and char["text"].isascii() and before["text"].isalnum() and char["text"].isalnum()
    return 1 if latin and gap > WORD_GAP else 0


def blank_after_number(start: str, before: Char, char: Char, size: float) -> int:
    """1 behind the number that opens a line, where the file has a blank there: “1 规划背景”, but “2030年”."""
    seen = char.get("spaced") and char["x0"] - before["x1"] > BLANK * size
    return 1 if seen and not char["text"].isascii() and OPENING_NUMBER.fullmatch(start) else 0


def is_bold(char: Char) -> bool:
    name = str(char.get("fontname", "")).casefold()
    return any(word in name for word in BOLD)
