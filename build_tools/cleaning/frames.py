"""Tables drawn with lines (┌─┬┐│ or +--+|) → grids; the drawing says which cells are merged.

    ┌──┬────┐
    │类别│指标│      a place where no upright stands joins its neighbour to the right,
    │    ├────┤      a place without a stroke below joins the one under it
    └──┴────┘

Positions are counted as the drawing counts them: Han and full-width signs are two wide, and the strokes as wide as
makes all lines of the frame equally long.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from ..chinese.table_words import kind_of
from ..model.problems import Problem
from ..model.text import Cell, Grid, Line, Removed
from .table_cells import Found, blanks_in, fuses, is_blank, left_over, piece

UPRIGHT = "│┃║|┆┊╎｜"
CORNERS = "┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛╭╮╰╯╞╪╡╒╤╕╘╧╛╟╫╢╓╥╖╙╨╜┝┿┥┠╂┨+"
FLAT = "─━═-=╌┄—"
TOP = re.compile(r"\s*[┌╔┏╭╒╓][─━═┬╦┳╤╥]+[┐╗┓╮╕╖]?\s*$|\s*\+[-=+]{3,}\+\s*$")
BOTTOM = re.compile(r"\s*[└╚┗╰╘╙]")
FRAMED = re.compile(r"\s*[│┃║├┤┌└┐┘╔╠╚╟┏┣┗╭╰┼|+]")
STROKES = re.compile(r"[┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛╭╮╰╯╞╪╡╒╤╕╘╧╛╟╫╢╓╥╖╙╨╜┝┿┥┠╂┨]|\+[-=]{2}")
SLIP = 2  # places by which a line may be too long
GAP = 12  # blank lines inside a frame: what is left of a page's end
INDENT = re.compile(r"(?:\u3000{2}| {2,})\S")
Metric = tuple[int, int]  # width of strokes and of signs whose width is not certain (—, “, Ⅱ)
METRICS: tuple[Metric, ...] = ((2, 2), (1, 1), (1, 2), (2, 1))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line of the frame with the position of every sign, and one past its end."""

    line: Line
    at: tuple[int, ...]

    @property
    def rules(self) -> bool:
        """Is this a line of strokes: ├──┼──┤, also where single cells go through it?"""
        return bool(STROKES.search(self.line.string))

    @property
    def words(self) -> bool:
        return any(not (s.isspace() or s in UPRIGHT or s in CORNERS or s in FLAT) for s in self.line.string)


def find(lines: tuple[Line | Grid, ...], at: int) -> Found | None:
    first = lines[at]
    if not isinstance(first, Line) or not TOP.match(first.string):
        return None
    end = end_of_frame(lines, at)
    run = [line for line in lines[at:end] if isinstance(line, Line) and line.string.strip()]
    frame = measured(run)
    if frame is None:
        return doubtful(run, end, blanks_in(lines[at:end]))
    grid, gone = read(frame)
    if grid and len(grid.rows[0]) > 1 and any(fuses(cell) for row in grid.rows for cell in row):
        return doubtful(run, end, blanks_in(lines[at:end]))
    return Found((grid,), end, gone + blanks_in(lines[at:end])) if grid else None


def end_of_frame(lines: tuple[Line | Grid, ...], at: int) -> int:
    """One past the bottom of the frame; blank lines in it are what is left of a page's end."""
    end, blanks = at + 1, 0
    for position in range(at + 1, len(lines)):
        line = lines[position]
        if is_blank(line):
            blanks += 1
            if blanks > GAP:
                break
            continue
        if (
            not isinstance(line, Line)
            or not FRAMED.match(line.string)
            or (TOP.match(line.string) and "+" not in line.string)
        ):
            break
        blanks, end = 0, position + 1
        if BOTTOM.match(line.string):
            break
    return end


def width(sign: str, metric: Metric) -> int:
    if sign in "+-=|":
        return 1
    if sign in UPRIGHT or sign in CORNERS or "─" <= sign <= "╿":
        return 2 if sign == "｜" else metric[0]
    kind = unicodedata.east_asian_width(sign)
    return 2 if kind in "WF" else metric[1] if kind == "A" else 1


def measured(run: list[Line]) -> list[Drawn] | None:
    """The lines with positions, counted so that most are equally long; None where no way of counting does that."""
    best: tuple[int, list[Drawn]] | None = None
    for metric in METRICS:
        drawn = [Drawn(line, positions(line.string.rstrip(), metric)) for line in run]
        usual = Counter(entry.at[-1] for entry in drawn).most_common(1)[0][0]
        off = sum(abs(entry.at[-1] - usual) > SLIP for entry in drawn)
        if best is None or off < best[0]:
            best = (off, snapped(drawn, usual))
    return best[1] if best and best[0] * 20 <= len(run) else None


def snapped(drawn: list[Drawn], usual: int) -> list[Drawn]:
    """A line a little too long, for a mark hanging over its end, has its uprights put where those of the others are."""
    known = sorted({at for entry in drawn if entry.at[-1] == usual for at in uprights_of(entry)})
    out = []
    for entry in drawn:
        if entry.at[-1] != usual and known:
            places = list(entry.at)
            for i, at in enumerate(entry.at[:-1]):
                near = min(known, key=lambda place: abs(place - at))
                if is_upright(entry.line.string[i], entry) and abs(near - at) <= SLIP:
                    places[i] = near
            entry = Drawn(entry.line, held(entry, places))
        out.append(entry)
    return out


def held(entry: Drawn, places: list[int]) -> tuple[int, ...]:
    """A sign stays on its side of the upright that was moved: the ； of 600张；│ is in the cell."""
    bound = places[-1] + 1
    for i in range(len(places) - 2, -1, -1):
        if is_upright(entry.line.string[i], entry):
            bound = places[i]
        else:
            places[i] = min(places[i], bound - 1)
    return tuple(places)


def uprights_of(entry: Drawn) -> list[int]:
    return [at for at, sign in zip(entry.at, entry.line.string, strict=False) if is_upright(sign, entry)]


def positions(string: str, metric: Metric) -> tuple[int, ...]:
    out, at = [], 0
    for sign in string:
        out.append(at)
        at += width(sign, metric)
    return (*out, at)


def read(frame: list[Drawn]) -> tuple[Grid | None, list[Removed]]:
    """Uprights give the columns, lines of strokes the rows; what neither parts is one cell."""
    uprights = sorted({at for entry in frame for at in uprights_of(entry)})
    bands, rules = banded(frame)
    columns = list(itertools.pairwise(uprights))
    if not columns or not bands:
        return None, []
    if len(bands) <= 2 and len(columns) > 1:
        bands, rules = unruled(bands, rules, columns)
    owner = merged(bands, rules, columns)
    rows: list[tuple[Cell, ...]] = []
    spans: list[tuple[int, int, int, int]] = []
    kept: list[Line] = []
    for r in range(len(bands)):
        row: list[Cell] = []
        for c in range(len(columns)):
            down = max(i for i, j in owner if owner[i, j] == (r, c)) - r + 1 if owner[r, c] == (r, c) else 0
            across = max(j for i, j in owner if owner[i, j] == (r, c)) - c + 1 if down else 0
            cell = (
                words_in(bands[r : r + down], columns[c][0], columns[c + across - 1][1], len(columns) == 1)
                if down
                else ()
            )
            kept += cell
            row.append(cell)
            if down > 1 or across > 1:
                spans.append((r, c, down, across))
        rows.append(tuple(row))
    gone = [entry for drawn in frame for entry in left_over(drawn.line, kept, "table-rule")]
    return Grid(frame[0].line.number, frame[-1].line.number, tuple(rows), tuple(spans), drawn=bool(spans)), gone


def is_upright(sign: str, entry: Drawn) -> bool:
    return sign in UPRIGHT or (sign in CORNERS and entry.rules)


def banded(frame: list[Drawn]) -> tuple[list[list[Drawn]], list[Drawn]]:
    """Lines of words between lines of strokes, and the strokes below each band."""
    bands: list[list[Drawn]] = []
    rules: list[Drawn] = []
    open_band = False
    for entry in frame:
        if entry.rules:
            if open_band:
                rules.append(entry)
                bands[-1] += [entry] if entry.words else []  # a category may stand in the gap of a line of strokes
            open_band = False
        elif open_band:
            bands[-1].append(entry)
        else:
            bands.append([entry])
            open_band = True
    return bands, rules


def unruled(
    bands: list[list[Drawn]], rules: list[Drawn], columns: list[tuple[int, int]]
) -> tuple[list[list[Drawn]], list[Drawn]]:
    """A frame without strokes between its rows: a line with at least half of its cells filled begins a row."""
    out: list[list[Drawn]] = []
    for band in bands:
        for n, entry in enumerate(band):
            filled = [words for a, b in columns if (words := between(entry, a, b))]
            figures = any(kind_of(line.string) in ("figure", "serial", "attribute") for line in filled)
            if n and not (len(filled) * 2 >= len(columns) and figures):
                out[-1].append(entry)
            else:
                out.append([entry])
    return out, rules[:1] * (len(out) - 1) + rules[-1:]


def merged(
    bands: list[list[Drawn]], rules: list[Drawn], columns: list[tuple[int, int]]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For every place the top left place of the cell that it belongs to."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for r, band in enumerate(bands):
        for c, (left, _) in enumerate(columns):
            if r and not stroke(rules[r - 1], *columns[c]):
                owner[r, c] = owner[r - 1, c]
            elif c and not any(upright_at(entry, left) for entry in band):
                owner[r, c] = owner[r, c - 1]
            else:
                owner[r, c] = (r, c)
    return owner


def stroke(rule: Drawn, left: int, right: int) -> bool:
    return any(left < at < right and sign in FLAT for at, sign in zip(rule.at, rule.line.string, strict=False))


def upright_at(entry: Drawn, place: int) -> bool:
    return any(at == place and sign in UPRIGHT for at, sign in zip(entry.at, entry.line.string, strict=False))


def between(entry: Drawn, left: int, right: int) -> Line | None:
    """The words of one line between two uprights."""
    inside = [i for i, at in enumerate(entry.at[:-1]) if left < at < right and entry.line.string[i] not in UPRIGHT]
    part = piece(entry.line, inside[0], inside[-1] + 1) if inside else None
    strokes = part is not None and entry.rules and not Drawn(part, ()).words
    return part if part and part.string and not strokes else None


def words_in(bands: list[list[Drawn]], left: int, right: int, box: bool) -> Cell:
    """All lines of a cell. In a box an indented line begins a paragraph, and the others go on with the one before."""
    out: list[Line] = []
    before: Drawn | None = None
    for entry in (entry for band in bands for entry in band):
        words = between(entry, left, right)
        if words is None:
            continue
        start = entry.line.text.offsets.index(words.text.offsets[0])
        inside = next(i for i, at in enumerate(entry.at) if at > left)
        if out and is_cut_figure(out[-1], words) and before is not None and fills(before, out[-1], right):
            out[-1] = Line(out[-1].number, out[-1].text + words.text, words.number, whole=box)
        elif box and out and not INDENT.match(entry.line.string[inside : start + 1]) and goes_on(out[-1], entry.line):
            out[-1] = Line(out[-1].number, out[-1].text + words.text, words.number, whole=True)
        else:
            out.append(Line(words.number, words.text, whole=box))
        before = entry
    return tuple(out)


def is_cut_figure(before: Line, after: Line) -> bool:
    """光伏2 / 0万千瓦"""
    return before.string[-1:].isdigit() and after.string[:1].isdigit()


def fills(entry: Drawn, words: Line, right: int) -> bool:
    """Do the words reach the upright, so that the figure was cut for want of room? 120 / 165 in a wide cell are two."""
    last = entry.line.text.offsets.index(words.text.offsets[-1])
    return entry.at[last + 1] == right


def goes_on(before: Line, here: Line) -> bool:
    """A line of a box is followed by its second half only where it stands directly above."""
    return here.number <= before.end + 1


def doubtful(run: list[Line], end: int, gone: list[Removed]) -> Found:
    """A frame whose lines do not fit together: each line a row, cut at its uprights, as it stands."""
    rows = []
    for line in run:
        edges = [-1, *(i for i, sign in enumerate(line.string) if sign in UPRIGHT), len(line.string)]
        cells = [piece(line, a + 1, b) for a, b in itertools.pairwise(edges)]
        kept = [cell for cell in cells if cell.string and Drawn(cell, ()).words]
        if kept:
            rows.append(tuple((cell,) for cell in kept))
        gone += left_over(line, kept, "table-rule")
    grid = Grid(run[0].number, run[-1].number, tuple(rows), doubtful=True)
    return Found((grid,), end, gone, [Problem("warning", "table-doubtful", run[0].number)])
