"""HTML tables in Markdown, as OCR programs write them → grids with the spans that the tags give.

    <table><tr><td rowspan=2>类别</td><td>指标</td></tr><tr><td>粮食产量</td></tr></table>   →   Grid, 类别 over two rows

A table may stand on one line or on many; its end tags may be missing, as HTML allows. Without </table>, or with a table
in a table, it is left as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..model.problems import Problem
from ..model.text import Cell, Grid, Line, Removed
from .table_cells import Found, cell_of

OPEN = re.compile(r"<table\b", re.IGNORECASE)
TAG = re.compile(
    r"<(?P<end>/?)(?P<name>table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col)\b(?P<rest>[^<>]*)>", re.IGNORECASE
)
INNER = re.compile(r"</?(?:br|p|div|span|b|strong|i|em|u|font|center|sup|sub)\b[^<>]*>", re.IGNORECASE)
SPAN = re.compile(r"\b(?P<name>rowspan|colspan)\s*=\s*[\"']?(?P<n>\d{1,3})", re.IGNORECASE)
WIDEST = 100
LONGEST = 4000  # lines


@dataclass(slots=True)
class Reading:
    """What was read of a table so far: rows of (cell, rowspan, colspan), which rows are head, caption lines, what
    went."""

    rows: list[list[tuple[Cell, int, int]]] = field(default_factory=list)
    heads: list[bool] = field(default_factory=list)
    caption: list[Line] = field(default_factory=list)
    gone: list[Removed] = field(default_factory=list)
    inside: str = ""
    tables: int = 0
    thead: bool = False


def find(lines: tuple[Line | Grid, ...], at: int) -> Found | None:
    line = lines[at]
    if not isinstance(line, Line) or not (start := OPEN.search(line.string)):
        return None
    reading = Reading()
    before = cell_of(line, 0, start.start())
    for end in range(at, min(len(lines), at + LONGEST)):
        here = lines[end]
        if not isinstance(here, Line):
            break
        stop = read_line(here, start.start() if end == at else 0, reading)
        if reading.tables > 1:
            break
        if stop is not None:
            after = cell_of(here, stop, len(here.string))
            grid = grid_of(reading, line.number, here.number)
            gone = (
                blank_edges(line, 0, start.start(), before)
                + reading.gone
                + blank_edges(here, stop, len(here.string), after)
            )
            return Found((*before, *reading.caption, *([grid] if grid else []), *after), end + 1, gone)
    return Found((line,), at + 1, [], [Problem("warning", "html-table", line.number, (start.group() + ">",))])


def read_line(line: Line, at: int, reading: Reading) -> int | None:
    """Reads one line from `at` on; the position after </table>, or None where the table goes on."""
    for tag in TAG.finditer(line.string, at):
        take_words(line, at, tag.start(), reading)
        reading.gone += line.text[tag.start() : tag.end()].removed("html-tag")
        at = tag.end()
        name, end = tag["name"].lower(), bool(tag["end"])
        if name == "table" and end:
            return at
        turn(name, end, tag["rest"], reading)
    take_words(line, at, len(line.string), reading)
    return None


def turn(name: str, end: bool, rest: str, reading: Reading) -> None:
    """What a tag changes: a new row, a new cell, or the end of one."""
    reading.inside = ""
    if name == "table":
        reading.tables += 1
    elif name == "thead":
        reading.thead = not end
    elif name == "tr" and not end:
        reading.rows.append([])
        reading.heads.append(reading.thead)
    elif name in ("td", "th") and not end:
        spans = {m["name"].lower(): min(max(int(m["n"]), 1), WIDEST) for m in SPAN.finditer(rest)}
        if not reading.rows:
            reading.rows.append([])
            reading.heads.append(reading.thead)
        reading.rows[-1].append(((), spans.get("rowspan", 1), spans.get("colspan", 1)))
        reading.inside = "cell"
    elif name == "caption" and not end:
        reading.inside = "caption"


def take_words(line: Line, start: int, end: int, reading: Reading) -> None:
    """Text between two tags goes to the open cell; <br> and <p> in it begin a new line of the cell."""
    parts = [start]
    for tag in INNER.finditer(line.string, start, end):
        reading.gone += line.text[tag.start() : tag.end()].removed("html-tag")
        parts += [tag.start(), tag.end()]
    parts.append(end)
    for a, b in zip(parts[::2], parts[1::2], strict=False):
        words = cell_of(line, a, b)
        if words and reading.inside == "cell":
            cell, down, across = reading.rows[-1][-1]
            reading.rows[-1][-1] = ((*cell, *words), down, across)
        elif words:
            reading.caption += words
        reading.gone += blank_edges(line, a, b, words)


def blank_edges(line: Line, start: int, end: int, words: Cell) -> list[Removed]:
    """The blanks around the words that were taken out of `start`..`end`."""
    if not words:
        return line.text[start:end].removed("white-space")
    first = start + len(line.string[start:end]) - len(line.string[start:end].lstrip())
    last = first + len(words[0].string)
    return line.text[start:first].removed("white-space") + line.text[last:end].removed("white-space")


def grid_of(reading: Reading, first: int, last: int) -> Grid | None:
    """Rows of tags → a full grid: places that a cell covers are empty."""
    rows = [row for row in reading.rows if row]
    if not any(cell for row in rows for cell, _, _ in row):
        return None
    places: dict[tuple[int, int], Cell] = {}
    spans = []
    for r, row in enumerate(rows):
        column = 0
        for cell, down, across in row:
            while (r, column) in places:
                column += 1
            down = min(down, len(rows) - r)
            places |= {(i, j): () for i in range(r, r + down) for j in range(column, column + across)}
            places[r, column] = cell
            if down > 1 or across > 1:
                spans.append((r, column, down, across))
            column += across
    width = max(column for _, column in places) + 1
    full = tuple(tuple(places.get((r, c), ()) for c in range(width)) for r in range(len(rows)))
    head = sum(reading.heads[: len(rows)])
    return Grid(first, last, full, tuple(spans), drawn=bool(spans), head=head)
