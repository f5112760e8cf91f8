"""Footnotes: ① [1] ［1］ 〔1〕 ¹ at the end of a page, a chapter or the document, and the marks in the text that refer to
them.

    …全县森林覆盖率①达到32%… / ① 森林覆盖率指…   →  a note of its own, linked with the paragraph whose text keeps the mark

A line that begins with such a mark is a note only if an earlier text has the same mark behind a word; else it is an
item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..chinese.numbering import CIRCLED, end_of
from ..model.text import Draft, Grid, Line

MARK = re.compile(
    rf"[\[［〔](?P<n>\d{{1,2}})[\]］〕]|(?P<c>[{CIRCLED}])|(?P<s>[\u00b9\u00b2\u00b3\u2070-\u2079]{{1,2}})"
)
SUPERSCRIPT = str.maketrans("\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079", "1230456789")
# a line that begins with ① explains something, or is an item of a list
EXPLAINS = re.compile(
    r"[^。]{0,40}(?:指|按|数据|来源|来自|口径|包括|不含|简称|下同|参见|详见|为准|统计|计算|即|系|修订|快报|初步核算|当年价|可比价|不变价)"
)
SPACE = re.compile(r"[ \t\u3000]*")


@dataclass(frozen=True, slots=True)
class Footnote:
    """`line`: the note as printed; `mark` and `rest`: where its mark ends and its words begin; `places`: source offsets
    of the marks."""

    line: Line
    mark: int
    rest: int
    places: tuple[tuple[int, int], ...]


def take_notes(draft: Draft) -> tuple[tuple[Line | Grid, ...], list[Footnote]]:
    """The lines without the notes among them, and all notes, those that the reader took out included."""
    waiting: dict[str, list[tuple[int, int]]] = {}
    notes: list[Footnote] = []
    lines: list[Line | Grid] = []
    for element in draft.lines:
        if isinstance(element, Line) and (note := read_note(element, waiting)):
            notes.append(note)
            continue
        for name, place in references(element):
            waiting.setdefault(name, []).append(place)
        lines.append(element)
    for line in draft.notes:
        notes.append(read_note(line, waiting) or whole_note(line))
    return tuple(lines), notes


def read_note(line: Line, waiting: dict[str, list[tuple[int, int]]]) -> Footnote | None:
    """The note in this line, if marks in the text before wait for it."""
    match = MARK.match(line.string)
    if not match or not (places := waiting.get(name_of(match))):
        return None
    rest = end_of(SPACE, line.string, match.end())
    if rest == len(line.string) or (match["c"] and not EXPLAINS.match(line.string, rest)):
        return None
    del waiting[name_of(match)]
    return Footnote(line, match.end(), rest, tuple(places))


def whole_note(line: Line) -> Footnote:
    """A note of the reader's whose mark was not found in the text: kept all the same."""
    match = MARK.match(line.string)
    end = match.end() if match else 0
    return Footnote(line, end, end_of(SPACE, line.string, end), ())


def name_of(match: re.Match[str]) -> str:
    """[1], ［1］, 〔1〕 and ¹ are one mark; ① is another."""
    circled, digits, raised = match["c"], match["n"], match["s"]
    return circled or (digits or raised.translate(SUPERSCRIPT)).lstrip("0")


def references(element: Line | Grid) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every mark behind a word: (its name, first and one past last source offset)."""
    texts = [element] if isinstance(element, Line) else [line for row in element.rows for cell in row for line in cell]
    for line in texts:
        for match in MARK.finditer(line.string):
            before = line.string[: match.start()].rstrip()[-1:]
            if match["s"] and before.isascii():
                continue  # km², 10³
            if before and (before.isalnum() or before in "”’》）)%％。"):
                offsets = line.text.offsets
                yield name_of(match), (offsets[match.start()], offsets[match.end() - 1] + 1)
