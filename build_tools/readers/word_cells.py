"""Tables as the text of a Word file holds them: U+0007 ends a cell, and once more the row.

    指标␇2025年␇ / 粮食␇20␇                →  a row a line, with or without marks at its ends
    指标␇2025年␇␇粮食␇20␇␇第二章           →  all rows in one line, and the text that follows
    指标 / ␇2025年 / ␇ / ␇粮食 / ␇20 / ␇   →  Word's own text: each paragraph of a cell is a line, CR stands before the mark

An empty cell and the end of a row look the same: how many cells the rows have tells which is which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, product

from ..chinese.numbering import read_marker
from ..chinese.sentences import ends_sentence
from ..model.problems import Problem
from ..model.text import Cell, Draft, Grid, Line, Removed

CELL = "\x07"
WIDEST = 24  # cells of a row
TALLEST = 12  # lines of a cell
LEAST = 4  # lines that begin with a mark
LONG = 20  # signs that no first cell of a row has in a line of its own


def read_tables(draft: Draft) -> Draft:
    """The same text with its tables as grids."""
    lines: list[Line | Grid] = []
    gone: list[Removed] = []
    problems: list[Problem] = []
    at = 0
    while at < len(draft.lines):
        run = run_from(draft.lines, at)
        if not run:
            lines.append(draft.lines[at])
            at += 1
            continue
        at += len(run)
        if begins_each_cell(run):
            first = [lines.pop()] if lines and is_first_cell(lines[-1], run[0]) else []
            lines += flowing([line for line in first if isinstance(line, Line)] + run, gone, problems)
        elif len(marked(run)) == 1 and in_rows([any_words([part]) for part in parts_of(run[0])[:-1]], least=2):
            lines += flowing(run, gone, problems)
        else:
            lines += row_a_line(run, gone)
    return replace(
        draft,
        lines=tuple(lines),
        removed=draft.removed + tuple(gone),
        problems=draft.problems + tuple(problems),
    )


def run_from(lines: tuple[Line | Grid, ...], at: int) -> list[Line]:
    """Lines with marks, one after the other; where a mark begins each cell, the other lines of their cells, too."""
    run: list[Line] = []
    waiting: list[Line] = []
    each = True
    for place in range(at, len(lines)):
        line = lines[place]
        if not isinstance(line, Line) or (CELL not in line.string and not (run and each)):
            break
        if CELL in line.string:
            each = each and begins_each_cell([line])
            run += [*waiting, line]
            waiting = []
        elif len(waiting) == TALLEST:
            break
        else:
            waiting.append(line)
    return run


def marked(run: list[Line]) -> list[Line]:
    return [line for line in run if CELL in line.string]


def begins_each_cell(run: list[Line]) -> bool:
    """One mark in every line that has any, at its start"""
    return all(line.string.startswith(CELL) and line.string.count(CELL) == 1 for line in run if CELL in line.string)


def is_first_cell(line: Line | Grid, below: Line) -> bool:
    return isinstance(line, Line) and bool(line.string.strip()) and line.number == below.number - 1


def parts_of(line: Line) -> list[Line]:
    """甲␇乙␇ → 甲, 乙 and what follows the last mark"""
    marks = [at for at, sign in enumerate(line.string) if sign == CELL]
    edges = zip([0, *(at + 1 for at in marks)], [*marks, len(line.string)], strict=True)
    return [replace(line, text=line.text[start:end], hint=False) for start, end in edges]


def marks_in(line: Line) -> list[Removed]:
    marks = (at for at, sign in enumerate(line.string) if sign == CELL)
    return [entry for at in marks for entry in line.text[at : at + 1].removed("cell-mark")]


def row_a_line(run: list[Line], gone: list[Removed]) -> Iterator[Line | Grid]:
    """Each line is a row; one with marks at its ends only is text between tables. Marks at the ends are those of the
    row, or stand for empty cells: what makes the rows equally long."""
    for is_row, lines in groupby(run, lambda line: CELL in without_outer_marks(line.string)):
        some = list(lines)
        gone += [entry for line in some for entry in marks_in(line)]
        rows = [parts_of(line) for line in some]
        gone += [entry for row in rows for part in row if not part.string.strip() for entry in blank(part)]
        if not is_row or not any(any_words(row) for row in rows):
            yield from (words_left(line) for line in some)
            continue
        ways = [[without_ends(row, *ends) for row in rows] for ends in product((1, 0), (1, 2, 0))]
        cells = tuple(tuple(cell_of([part]) for part in row) for row in min(ways, key=amiss))
        yield Grid(some[0].number, some[-1].number, cells)


def without_outer_marks(words: str) -> str:
    return words.removeprefix(CELL).removesuffix(CELL)


def words_left(line: Line) -> Line:
    """␇上述指标落实到位。 → the words; of nothing but marks and blanks a blank line"""
    return next((part for part in parts_of(line) if part.string.strip()), replace(line, text=line.text[:0]))


def blank(part: Line) -> list[Removed]:
    return part.text.removed("white-space")


def cell_of(parts: list[Line]) -> Cell:
    """An empty cell has no line in it."""
    return tuple(part for part in parts if part.string.strip())


def without_ends(row: list[Line], first: int, last: int) -> list[Line]:
    """The row less as many empty parts at its start and end, where it has them."""
    while first and len(row) > 1 and not row[0].string:
        row, first = row[1:], first - 1
    while last and len(row) > 1 and not row[-1].string:
        row, last = row[:-1], last - 1
    return row


def amiss(rows: list[list[Line]]) -> tuple[int, int]:
    """How many rows are not as long as most, and how many columns have nothing in them."""
    widths = Counter(len(row) for row in rows)
    usual = widths.most_common(1)[0][0]
    empty = sum(not any(c < len(row) and row[c].string.strip() for row in rows) for c in range(usual))
    return len(rows) - widths[usual], empty if len(rows) > 1 else 0


def flowing(run: list[Line], gone: list[Removed], problems: list[Problem]) -> Iterator[Line | Grid]:
    """Marks alone part cells and rows: the tables among these lines, and the text between and behind them."""
    items: list[list[Line]] = [[]]
    for line in run:
        gone += marks_in(line)
        first, *others = parts_of(line)
        items[-1] += [first] if first.string else []
        items += [[part] for part in others]
    behind = items.pop()
    rows = in_rows([any_words(item) for item in items], least=1)
    if not rows:
        problems.append(Problem("warning", "table-doubtful", run[0].number))
        rows = [(i, i + 1) for i in range(len(items))]
    yield from tables_of(items, rows, gone)
    yield from text_of(behind, gone)


def tables_of(items: list[list[Line]], rows: list[tuple[int, int]], gone: list[Removed]) -> Iterator[Line | Grid]:
    table: list[tuple[Cell, ...]] = []
    for start, end in rows:
        outside, items[start] = text_before(items[start]) if table else ([], items[start])
        if outside:
            yield grid_of(table)
            yield from text_of(outside, gone)
            table = []
        cells = tuple(cell_of(item) for item in items[start:end])
        gone += [
            entry
            for item in items[start : end + 1]
            for part in item
            if not part.string.strip()
            for entry in blank(part)
        ]
        if any(cells):
            table.append(cells)
    if table:
        yield grid_of(table)


def grid_of(table: list[tuple[Cell, ...]]) -> Grid:
    held = [line for row in table for cell in row for line in cell]
    return Grid(held[0].number, held[-1].end, tuple(table))


def text_of(lines: list[Line], gone: list[Removed]) -> Iterator[Line]:
    for line in lines:
        if line.string.strip():
            yield line
        else:
            gone += blank(line)


def text_before(item: list[Line]) -> tuple[list[Line], list[Line]]:
    """The first cell of a row holds text that stands between two tables, too: a heading, a sentence, a caption."""
    before = [line for line in item[:-1] if line.string.strip()]
    if any(
        ends_sentence(line.string) or len(line.string) > LONG or read_marker(line.string.strip()) for line in before
    ):
        return item[:-1], item[-1:]
    return [], item


def any_words(item: list[Line]) -> bool:
    return any(part.string.strip() for part in item)


def in_rows(filled: list[bool], least: int) -> list[tuple[int, int]]:
    """First and one past last cell of every row, an empty one behind each: rows of one length, or nearly so. []: fewer
    than `least` rows, or none that fit. `filled`: which cells hold words."""
    count = len(filled)
    for width in range(1, min(WIDEST, count - 1) + 1):
        ends = range(width, count, width + 1)
        if count % (width + 1) == 0 and not any(filled[end] for end in ends) and count >= least * (width + 1):
            return [(end - width, end) for end in ends]
    ways = [rows_near(filled, width) for width in range(2, min(WIDEST, count - 1) + 1)]
    _, best = min((way for way in ways if way), key=lambda way: (way[0], len(way[1])), default=(0, []))
    return best if len(best) >= max(least, 2) else []


def rows_near(filled: list[bool], width: int) -> tuple[int, list[tuple[int, int]]] | None:
    """Rows no longer than `width`, as few shorter ones as possible, and their number."""
    best: list[tuple[int, int] | None] = [
        (0, 0),
        *[None] * len(filled),
    ]  # by items taken: short rows, where the last begins
    for end, words in enumerate(filled):
        if words:
            continue
        for start in range(max(0, end - width), end):
            before = best[start]
            total = (before[0] + (end - start < width), start) if before else None
            known = best[end + 1]
            if total and (known is None or total < known):
                best[end + 1] = total
    last = best[-1]
    if last is None or last[0] * 2 > len(filled) // width:
        return None
    rows, at = [], len(filled)
    while at:
        step = best[at]
        start = step[1] if step else 0
        rows.append((start, at - 1))
        at = start
    return last[0], rows[::-1]
