"""Tables whose cells stand on lines of their own, without tabs: what browsers and many PDF programs give.

    指标 / 2025年 / 2030年 / 属性 / 粮食产量 / 20 / 22 / 约束性 / 森林覆盖率 / …   →   a grid of four columns

The table begins with known heads (指标, 单位, 2025年 …) one below the other. Heads in one row and in two are tried, and the
rows that follow are cut by what the columns hold; the cheapest reading is taken. Where none fits, the lines stay as
they are, none is joined to its neighbour, and a Problem names the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..chinese.numbering import read_marker
from ..chinese.sentences import ends_sentence
from ..chinese.table_words import head_kind, is_leaf, kind_of
from ..model.problems import Problem
from ..model.text import Cell, Grid, Line, Removed
from .row_fit import Fit, Row, fit_rows, unplaced
from .table_cells import (
    NOTES,
    Found,
    blanks_in,
    cell_of,
    is_blank,
    is_caption_line,
    is_group,
    left_over,
    opens_text,
    piece,
    put_between,
)
from .table_heads import Head, double, may_be_head, single

LONGEST = 40  # characters of a cell
LONG = 300  # … of one below 建设内容
WIDEST = 24  # words of a head
BLANKS = 2  # blank lines that may part two cells
EMPTIES = 9  # … that may each be an empty cell
KNOWN = ("serial", "category", "years", "unit", "attribute", "figure", "name", "nature", "free")
GOOD = 0.12  # cost a cell up to which a reading is taken
UNKNOWN_HEAD = 0.3
MOST = 1500  # cells
SAMPLE = 90  # cells by which a reading is chosen
FIGURES = 12  # cells by which figures among unknown heads are noticed
TRIES = 3  # lines of one run at which a table is looked for
TEXT = 10  # of so many cells one at least is no text
MOST_HEADS = 150  # ways to read the head that are tried
OFTEN = 3  # rows that lack the same cell
SHORT = 6  # characters of a first head that is not a well-known one


@dataclass(frozen=True, slots=True)
class Reading:
    head: Head
    words: int
    fit: Fit

    @property
    def cost(self) -> float:
        """A cell on the average; heads that nobody knows make it dearer."""
        return (self.fit.cost + UNKNOWN_HEAD * self.head.unknown) / max(1, self.fit.end + self.words)


def find(lines: tuple[Line | Grid, ...], at: int) -> Found | None:
    if above(lines, at) >= TRIES or (not begins(lines, at) and not may_be_figures(lines, at)):
        return None
    run, blanks = cells_from(lines, at)
    reading = best_reading(words_in(run), blanks) if has_figures(run) else None
    if blanks or reading is None or any(row.lacks for row in reading.fit.rows):
        run, reading = with_empty_cells(lines, at, reading) or (run, reading)
    if reading is None:
        return doubtful(lines, at, run)
    used = reading.words + reading.fit.end
    end = position_after(lines, at, run[:used])
    rest = up_to_figures([line for line in run[used:] if not is_blank(line)])
    left = doubtful(lines, end, rest)
    problems = lacking_rows(reading, run)
    problems += [Problem("warning", "table-rest", rest[0].number, (rest[0].string.strip(),))] if rest else []
    taken = [line for line in lines[at:end] if isinstance(line, Line)]
    removed = [entry for line in taken for entry in edges_of(line)] + (left.removed if left else [])
    elements = (grid_of(reading, run), *(left.elements if left else ()))
    return Found(elements, left.end if left else end, removed, problems)


def words_in(run: list[Line]) -> list[str]:
    return [line.string.strip() for line in run]


def has_figures(run: list[Line]) -> bool:
    """One cell in ten at least is a figure, a unit, an attribute …"""
    filled = [line.string for line in run if not is_blank(line)]
    return sum(kind_of(words) != "text" for words in filled) * TEXT >= len(filled)


def with_empty_cells(
    lines: tuple[Line | Grid, ...], at: int, known: Reading | None
) -> tuple[list[Line], Reading] | None:
    """The run and its reading if every blank line in it is an empty cell; None where the cells fit better without."""
    run, _ = cells_from(lines, at, EMPTIES)
    run = [line for line in lines[at : position_after(lines, at, run)] if isinstance(line, Line)]
    reading = best_reading(words_in(run), frozenset()) if has_figures(run) else None
    if reading is None:
        return None
    doubts = sum(row.lacks for row in reading.fit.rows)
    if known and (doubts, reading.cost) >= (sum(row.lacks for row in known.fit.rows), known.cost):
        return None
    return run, reading


def position_after(lines: tuple[Line | Grid, ...], at: int, run: list[Line]) -> int:
    """One past the last filled line of the run."""
    last = next(line for line in reversed(run) if not is_blank(line))
    return next(i for i in range(at, len(lines)) if lines[i] is last) + 1


def up_to_figures(rest: list[Line]) -> list[Line]:
    """What of the lines behind a table goes on like one: up to the last figure, number or attribute."""
    last = [i for i, line in enumerate(rest) if kind_of(line.string) in ("figure", "serial", "attribute")]
    return rest[: last[-1] + 1] if last else []


def above(lines: tuple[Line | Grid, ...], at: int) -> int:
    """How many lines directly above are cells, too, so that the table was looked for there: not more than it takes to
    know."""
    count = 0
    while count < TRIES and at - count - 1 >= 0:
        line = lines[at - count - 1]
        if not isinstance(line, Line) or not is_cell(line) or not is_head_cell(line):
            break
        count += 1
    return count


def lacking_rows(reading: Reading, run: list[Line]) -> list[Problem]:
    """A problem a row with a cell too few; where many rows lack the same cell, it is a merged one, and one problem says
    so."""
    out, told = [], set()
    often = Counter(lacked(row, reading.head.width) for row in reading.fit.rows if row.lacks)
    for row in reading.fit.rows:
        if not row.lacks or lacked(row, reading.head.width) in told:
            continue
        if often[lacked(row, reading.head.width)] > OFTEN:
            told.add(lacked(row, reading.head.width))
        line = run[reading.words + row.first].number
        out.append(Problem("warning", "ragged-row", line, (len(row.columns), reading.head.width)))
    return out


def lacked(row: Row, width: int) -> int:
    return max(set(range(width)) - set(row.columns), default=-1)


def begins(lines: tuple[Line | Grid, ...], at: int) -> bool:
    """Do known heads stand here one below the other: two of the first three, and three of the first eight with a
    figure's head?"""
    first = lines[at]
    if not isinstance(first, Line) or not is_cell(first) or not is_head_cell(first):
        return False
    if not is_leaf(first.string) and len(first.string.strip()) > SHORT:
        return False
    heads: list[str] = []
    for line in lines[at : at + 8 * (BLANKS + 1)]:
        if is_blank(line):
            continue
        if not isinstance(line, Line) or not is_cell(line) or not is_head_cell(line) or len(heads) == 8:
            break
        heads.append(head_kind(line.string) if len(line.string.strip()) <= 16 else "any")
    known = [kind in KNOWN for kind in heads]
    firm = {"serial", "unit", "attribute", "category", "years", "figure", "nature", "free"} & set(heads)
    enough = 2 if below_caption(lines, at) else 3
    return len(heads) >= 3 and sum(known[:3]) >= 2 and len(firm) >= 1 and sum(known) >= enough


def below_caption(lines: tuple[Line | Grid, ...], at: int) -> bool:
    """Is the last line above, blank ones aside, 表1 … or 单位：…?"""
    above = next((line for line in reversed(lines[max(0, at - 4) : at]) if not is_blank(line)), None)
    return isinstance(above, Line) and is_caption_line(above)


def may_be_figures(lines: tuple[Line | Grid, ...], at: int) -> bool:
    """Cells whose heads nobody knows: many short lines in a row, and figures in every few of them."""
    first = lines[at]
    if not isinstance(first, Line) or not is_cell(first) or not is_head_cell(first):
        return False
    run, _ = cells_from(lines[: at + 3 * FIGURES], at)
    kinds = [kind_of(line.string) for line in run[: FIGURES + FIGURES // 2]]
    figures = sum(kind in ("figure", "serial", "dash", "years") for kind in kinds)
    return len(run) >= FIGURES and figures >= 4 and kinds[0] == "text"


def is_head_cell(line: Line) -> bool:
    """A head has no number of its own and no full stop."""
    return may_be_head(line.string) and read_marker(line.string.strip()) is None and not ends_sentence(line.string)


def is_cell(line: Line) -> bool:
    """A short line without tab, wide gap or sentence."""
    words = line.string.strip()
    fits = 0 < len(words) <= LONGEST and not any(gap in words for gap in ("\t", "  ", "|", "│"))
    return fits and not opens_text(line) and not is_caption_line(line)


def cells_from(lines: tuple[Line | Grid, ...], at: int, blanks: int = BLANKS) -> tuple[list[Line], frozenset[int]]:
    """The run of cells from here on, and before which of them a blank line stands, if that parts rows. `blanks`: how
    many may follow one another."""
    run: list[Line] = []
    blank: set[int] = set()
    gap, indented, long = 0, is_indented(lines[at]), False
    for position, line in enumerate(lines[at:], at):
        if is_blank(line):
            gap += 1
            continue
        if not isinstance(line, Line) or (run and (gap > blanks or is_indented(line) != indented)) or len(run) == MOST:
            break
        if not (is_cell(line) or (long and is_long_cell(line)) or (run and is_group_row(lines, position))):
            break
        if gap and run:
            blank.add(len(run))
        gap = 0
        run.append(line)
        long = long or (len(run) <= WIDEST and head_kind(line.string) == "free")
    parts_rows = 2 <= len(blank) <= 0.6 * len(run)
    return run, frozenset(blank) if parts_rows else frozenset()


def is_indented(line: Line | Grid) -> bool:
    return isinstance(line, Line) and line.string.startswith("\u3000\u3000")


def is_long_cell(line: Line) -> bool:
    """建设内容, 主要任务 …: a cell may be a sentence; a heading or a note never is one."""
    words = line.string.strip()
    opens = opens_text(line) and not ends_sentence(words)
    return (
        len(words) <= LONG
        and "\t" not in words
        and not opens
        and not words.startswith(NOTES)
        and read_marker(words) is None
    )


def is_group_row(lines: tuple[Line | Grid, ...], at: int) -> bool:
    """一、经济发展, and below it more cells, the first of them a number or short"""
    line = lines[at]
    below = next((other for other in lines[at + 1 : at + 2 + BLANKS] if not is_blank(other)), None)
    return isinstance(line, Line) and is_group(line.string) and isinstance(below, Line) and is_cell(below)


def best_reading(words: list[str], blanks: frozenset[int]) -> Reading | None:
    """The cheapest way to read the cells as head and rows; None where nothing fits well. The first cells show which it
    is."""
    fits: dict[tuple[int, tuple[str, ...]], Reading | None] = {}
    good = []
    for count, head in heads_of(words):
        known = (count, head.kinds)
        if known not in fits and len(fits) == MOST_HEADS:
            break
        if known not in fits:
            fits[known] = read_as(head, count, words[:SAMPLE], blanks)
        reading = fits[known]
        good += [replace(reading, head=head)] if reading and reading.cost <= GOOD else []
    total = min(len(words), SAMPLE)
    best = min(good, key=lambda r: (r.cost * total + 0.8 * (total - r.words - r.fit.end), r.head.width), default=None)
    if best is None or len(words) <= SAMPLE:
        return best
    whole = read_as(best.head, best.words, words, blanks)
    return whole if whole and whole.cost <= GOOD else None


def read_as(head: Head, count: int, words: list[str], blanks: frozenset[int]) -> Reading | None:
    """`count` words of head, the rest rows."""
    fit = fit_rows(words[count:], head.kinds, frozenset(i - count for i in blanks if i > count))
    enough = len(fit.rows) > 1 if head.unknown * 2 <= head.width else False
    fits = fit.rows and fit.end >= head.width - 1 and (enough or not head.unknown)
    return Reading(head, count, fit) if fits else None


def heads_of(words: list[str]) -> Iterator[tuple[int, Head]]:
    """(how many words, the head) for heads in one row and in two."""
    limit = next((i for i, word in enumerate(words) if not may_stand_in_head(word)), len(words))
    counts = [n for n in range(max(2, limit - 4), min(limit, WIDEST) + 1) if all(len(w) <= WIDEST for w in words[:n])]
    for count in counts:
        yield count, single(words[:count])
    for count in counts:
        for upper in range(2, count):
            for head in double(words[:count], upper):
                yield count, head


def may_stand_in_head(word: str) -> bool:
    """新建 and 加固 may stand below a head, too"""
    return bool(word) and (may_be_head(word) or kind_of(word) == "nature")


def grid_of(reading: Reading, run: list[Line]) -> Grid:
    rows: list[tuple[Cell, ...]] = [
        tuple(() if i is None else (bare_line(run[i]),) for i in places) for places in reading.head.places
    ]
    spans = list(reading.head.spans)
    words = words_in(run[reading.words :])
    for row in reading.fit.rows:
        cells: list[Cell] = [()] * reading.head.width
        for i, column in enumerate(row.columns):
            cells[column] = whole_cell(run[reading.words + row.first + i])
        across = reading.head.width if len(row.columns) == 1 else row.columns[1] if row.total else 1
        if across > 1:
            spans.append((len(rows), 0, 1, across))
        if row.lacks and (between := unplaced(row, words, reading.head.kinds)):
            held = tuple(line for cell in cells[between[0] : between[1] + 1] for line in cell)
            spans.append((len(rows), *put_between(cells, between, held)))
        rows.append(tuple(cells))
    last = run[reading.words + reading.fit.end - 1].number
    head = len(reading.head.places)
    return Grid(run[0].number, last, tuple(rows), tuple(spans), head=head, inferred=tuple(span[:2] for span in spans))


def whole_cell(line: Line) -> Cell:
    return cell_of(line, 0, len(line.string))


def bare_line(line: Line) -> Line:
    return piece(line, 0, len(line.string))


def edges_of(line: Line) -> list[Removed]:
    return left_over(line, [bare_line(line)], "white-space")


def doubtful(lines: tuple[Line | Grid, ...], at: int, run: list[Line]) -> Found | None:
    """Cells whose columns cannot be told: a row each, as they stand, so that none becomes a heading or a paragraph."""
    figures = sum(kind_of(line.string) in ("figure", "serial", "dash") for line in run)
    if len(run) < 6 or figures * 5 < len(run):
        return None
    end = position_after(lines, at, run)
    rows = tuple(((bare_line(line),),) for line in run)
    grid = Grid(run[0].number, run[-1].number, rows, doubtful=True)
    removed = [entry for line in run for entry in edges_of(line)] + blanks_in(lines[at:end])
    return Found((grid,), end, removed, [Problem("warning", "table-doubtful", run[0].number)])
