"""What a reader and a screen reader find in a PDF: text in reading order, lines on the page, outline and page labels.
Needs poppler."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from pypdf import PdfReader

POINT = 72 / 25.4
SAME_LINE = 5  # points
TEXT_AREA = {  # style: (left on odd pages, left on even pages, top, right on odd, right on even, bottom) in mm
    "book": (25.4, 28, 30, 210 - 28, 210 - 25.4, 285 - 29),
    "gongwen": (28, 26, 37, 210 - 26, 210 - 28, 297 - 35),
}
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
UNSEEN = re.compile("[\\s\\u00ad\\u2060\\u200b\\ufeff]")  # a hyphen at a line's end is a soft one


@dataclass(frozen=True)
class Word:
    left: float
    top: float
    right: float
    bottom: float
    text: str


def bare(text: str) -> str:
    """Without white space and signs that nobody sees; the only liberty that setting type may take with a text."""
    return UNSEEN.sub("", unicodedata.normalize("NFC", text))


def ask_poppler(*arguments: str) -> str:
    return subprocess.run(arguments, capture_output=True, check=True).stdout.decode("utf-8", "replace")


def words_by_page(path: Path) -> list[list[Word]]:
    pages = ask_poppler("pdftotext", "-bbox", str(path), "-").split("<page ")[1:]
    return [[Word(*map(float, found[:4]), unescape(found[4])) for found in WORD.findall(page)] for page in pages]


def text_area(style: str, page: int) -> tuple[float, float, float, float]:
    """(left, top, right, bottom) in points; `page` counts from 1."""
    odd_left, even_left, top, odd_right, even_right, bottom = TEXT_AREA[style]
    left, right = (odd_left, odd_right) if page % 2 else (even_left, even_right)
    return left * POINT, top * POINT, right * POINT, bottom * POINT


def within(word: Word, area: tuple[float, float, float, float]) -> bool:
    """Whether the word's middle lies in the text area, or at least its start (a mark at the end of a line stands half
    outside)."""
    y = (word.top + word.bottom) / 2
    return area[1] <= y <= area[3] and any(
        area[0] <= x <= area[2] for x in ((word.left + word.right) / 2, word.left + 1)
    )


def lines_of(words: list[Word]) -> list[list[Word]]:
    """Words on one height, from left to right; lines from top to bottom. Faces differ by a point or two in height."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=middle):
        if lines and middle(word) - middle(lines[-1][0]) < SAME_LINE:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]


def middle(word: Word) -> float:
    return (word.top + word.bottom) / 2


def page_text(words: list[Word]) -> str:
    """What stands on a page, line by line as the eye goes, not in the order in which poppler sees columns."""
    return bare("".join(word.text for line in lines_of(words) for word in line))


def outline(reader: PdfReader) -> list[tuple[int, str, int]]:
    """(level, title, index of the page) of every bookmark."""
    found: list[tuple[int, str, int]] = []

    def walk(entries: list, level: int) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry, level + 1)
            else:
                found.append((level, entry.title, reader.get_destination_page_number(entry)))

    walk(reader.outline, 1)
    return found


def headings(model: dict) -> list[tuple[int, str]]:
    """(level, number and title) of the model's headings, boxes and tables with a title, and of the colophon that every
    volume ends with."""
    found = [
        (node["level"], f"{node['number']} {node['title']}".strip())
        if node["kind"] == "heading"
        else (node["level"], "".join(run["text"] for run in node["title" if node["kind"] == "box" else "caption"]))
        for node in model["nodes"]
        if node["kind"] in ("heading", "box") or (node["kind"] == "table" and node["caption"])
    ]
    return [*found, (1, model["words"]["colophon"])]


def structure(reader: PdfReader) -> Iterator[dict]:
    """Every element of the structure that a screen reader follows, in reading order."""
    waiting: list[object] = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        at = waiting.pop()
        at = at.get_object() if hasattr(at, "get_object") else at
        if isinstance(at, list):
            waiting.extend(reversed(at))
        elif isinstance(at, dict):
            yield at
            if "/K" in at:
                waiting.append(at["/K"])


def languages(reader: PdfReader) -> set[str]:
    return {str(element["/Lang"]) for element in structure(reader) if "/Lang" in element}
