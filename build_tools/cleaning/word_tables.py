"""Tables without figures whose cells stand on lines of their own.

    领域 / 改革事项 / 责任单位 / 农业 / 深化林权改革 / 县林草局 / …   →   a grid of three columns

The heads say how many columns there are, or blank lines between the rows do. Both must come out even, and the columns
must be alike: a column ends in one word (局), or holds sentences, or short words only. Short lines below a caption that
do not are shown as they stand, with a Problem.
"""

from __future__ import annotations

from collections import Counter

from ..chinese.numbering import read_marker
from ..chinese.sentences import ends_sentence
from ..chinese.table_words import head_kind, kind_of
from ..model.problems import Problem
from ..model.text import Grid, Line
from .table_cells import NOTES, Found, blanks_in, is_blank, is_caption_line, left_over, opens_unit, piece
from .table_heads import may_be_head

LONGEST_HEAD = 12  # signs
LONGEST = 60  # … of a cell
SHORT = 20  # … of most cells
WIDEST = 8  # columns
MOST = 400  # cells
GAP = 2  # blank lines between two cells
KNOWN = 2  # heads at least that are known
ALIKE = 0.6  # of a column's cells that end alike
FEW = 6  # short lines below a caption that are taken for cells


def find(lines: tuple[Line | Grid, ...], at: int) -> Found | None:
    first = lines[at]
    if not isinstance(first, Line) or not is_head(first):
        return None
    captioned = below_caption(lines, at)
    if not captioned and sum(known(line) for line in next_cells(lines, at, 3)) < KNOWN:
        return None
    run, groups = cells_from(lines, at)
    for count in sizes(run, groups):
        width = width_of(run[:count], [size for size in groups if size])
        if width:
            return table(lines, at, run[:count], width)
    return as_they_stand(lines, at, run) if captioned else None


def is_head(line: Line) -> bool:
    words = line.string.strip()
    plain = may_be_head(words) and not ends_sentence(words) and not is_caption_line(line)
    return 0 < len(words) <= LONGEST_HEAD and plain and not opens_unit(line) and "  " not in words and "\t" not in words


def known(line: Line) -> bool:
    return is_head(line) and head_kind(line.string) != "any"


def below_caption(lines: tuple[Line | Grid, ...], at: int) -> bool:
    above = next((line for line in reversed(lines[max(0, at - 3) : at]) if not is_blank(line)), None)
    return isinstance(above, Line) and is_caption_line(above)


def next_cells(lines: tuple[Line | Grid, ...], at: int, count: int) -> list[Line]:
    found = [line for line in lines[at : at + count * (GAP + 1)] if isinstance(line, Line) and not is_blank(line)]
    return found[:count]


def cells_from(lines: tuple[Line | Grid, ...], at: int) -> tuple[list[Line], list[int]]:
    """Short lines that may be cells, and how many stand before each blank line."""
    run: list[Line] = []
    groups: list[int] = []
    size = gap = 0
    for line in lines[at:]:
        if is_blank(line):
            gap += 1
            groups += [size] if size else []
            size = 0
            if gap > GAP:
                break
            continue
        if not isinstance(line, Line) or gap > GAP or not is_cell(line) or len(run) == MOST:
            break
        run.append(line)
        size += 1
        gap = 0
    return run, [*groups, size] if size else groups


def is_cell(line: Line) -> bool:
    words = line.string.strip()
    apart = opens_unit(line) or is_caption_line(line) or words.startswith(NOTES) or "  " in words or "\t" in words
    return len(words) <= LONGEST and not apart and read_marker(words) is None


def sizes(run: list[Line], groups: list[int]) -> list[int]:
    """How many cells the table may have: all, or up to one of the last blank lines."""
    ends = [sum(groups[:n]) for n in range(len(groups), max(1, len(groups) - 3), -1)]
    return [end for end in dict.fromkeys([len(run), *ends]) if end >= FEW]


def width_of(cells: list[Line], groups: list[int]) -> int:
    """By equal groups between blank lines, else by the heads in front; 0 where the columns do not come out."""
    heads = next((n for n, line in enumerate(cells) if not known(line)), len(cells))
    grouped = groups[0] if len(groups) > KNOWN and len(set(groups[:-1])) == 1 else 0
    for width in (grouped, heads):
        fits = KNOWN <= width <= WIDEST and len(cells) % width == 0 and len(cells) >= 3 * width
        if fits and sum(known(line) for line in cells[:width]) >= KNOWN and all(map(is_head, cells[:width])):
            columns = [[line.string.strip() for line in cells[width + c :: width]] for c in range(width)]
            if sum(map(alike, columns)) * 2 >= width:
                return width
    return 0


def alike(column: list[str]) -> bool:
    """农业农村局, 林草局: the same end; or all of them sentences, or of a kind that is no text"""
    last = Counter(words[-1] for words in column).most_common(1)[0][1]
    kinds = {kind_of(words) for words in column}
    lengths = [len(words) for words in column]
    close = max(lengths) <= min(lengths) + 3
    return last >= ALIKE * len(column) or close or (len(kinds) == 1 and kinds != {"text"})


def table(lines: tuple[Line | Grid, ...], at: int, cells: list[Line], width: int) -> Found:
    pieces = [piece(line, 0, len(line.string)) for line in cells]
    rows = tuple(tuple((one,) for one in pieces[n : n + width]) for n in range(0, len(pieces), width))
    return taken(lines, at, Grid(cells[0].number, cells[-1].number, rows, head=1), pieces, [])


def as_they_stand(lines: tuple[Line | Grid, ...], at: int, run: list[Line]) -> Found | None:
    """Many short lines that are no sentences, a row each."""
    short = [line for line in run if len(line.string.strip()) <= SHORT and not ends_sentence(line.string)]
    if len(run) < FEW or len(short) * 4 < len(run) * 3:
        return None
    pieces = [piece(line, 0, len(line.string)) for line in run]
    grid = Grid(run[0].number, run[-1].number, tuple(((one,),) for one in pieces), doubtful=True)
    return taken(lines, at, grid, pieces, [Problem("warning", "table-doubtful", run[0].number)])


def taken(lines: tuple[Line | Grid, ...], at: int, grid: Grid, pieces: list[Line], problems: list[Problem]) -> Found:
    end = next(i for i in range(at, len(lines)) if isinstance(lines[i], Line) and lines[i].number == grid.last) + 1
    gone = blanks_in(lines[at:end])
    for line in lines[at:end]:
        if isinstance(line, Line) and not is_blank(line):
            gone += left_over(line, pieces, "white-space")
    return Found((grid,), end, gone, problems)
