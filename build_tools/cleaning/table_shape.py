"""The shape of a grid: its width, its head, and the cells that are merged although only the layout says so.

    类别 | 指标 | (empty) | 2020年 …            指标 stands over two columns
    民生福祉 | 9. 人均可支配收入增长率 | 城镇 …    the category over its group, the name over its two breakdowns
    (empty)  | (empty)               | 农村 …

A blank is part of a merged cell in the head and below a category; the same words written out into neighbouring places
of the head, of a category, or of name and breakdown are one cell, and its repetitions go. Everything else stays: an
empty cell is an empty cell.
"""

from __future__ import annotations

from dataclasses import replace

from ..chinese.table_words import YEAR, head_kind, is_leaf, is_total, kind_of
from ..model.text import Cell, Draft, Grid, Line, Removed
from .table_cells import is_group, words_of

MergedCells = tuple[int, int, int, int]
Rows = list[list[Cell]]
DEEPEST = 4  # rows of a head
FIRM = ("serial", "figure", "unit", "attribute", "nature", "dash")


def settle(draft: Draft) -> Draft:
    """Head and merged cells of every grid whose columns are known."""
    gone: list[Removed] = []
    lines = tuple(shaped(line, gone) if isinstance(line, Grid) else line for line in draft.lines)
    return replace(draft, lines=lines, removed=draft.removed + tuple(gone))


def shaped(grid: Grid, gone: list[Removed]) -> Grid:
    if grid.doubtful or not grid.rows or len({len(row) for row in grid.rows}) > 1 or len(grid.rows[0]) < 2:
        return grid
    if grid.drawn:
        return replace(grid, head=grid.head or drawn_head(grid))
    rows = [list(row) for row in grid.rows if any(row)]
    if len(rows) != len(grid.rows):
        grid = replace(grid, rows=tuple(map(tuple, rows)), spans=())
    head = grid.head or head_rows(rows)
    spans = Spans(rows, list(grid.spans), gone)
    merge_head(rows, head, spans)
    merge_body(rows, head, spans)
    found = tuple(sorted(spans.found))
    return replace(
        grid, rows=tuple(map(tuple, rows)), spans=found, head=head, inferred=tuple(span[:2] for span in found)
    )


class Spans:
    """The merged cells of a grid while they are being found; the words that a merged cell repeats go to the ledger."""

    def __init__(self, rows: Rows, found: list[MergedCells], gone: list[Removed]) -> None:
        self.rows, self.found, self.gone = rows, found, gone
        self.covered = {place for span in found for place in places(span)}

    def merge(self, row: int, column: int, down: int, across: int) -> None:
        """Does nothing where a part of the place is taken."""
        span = (row, column, down, across)
        if down * across < 2 or any(place in self.covered for place in places(span)):
            return
        self.found.append(span)
        self.covered |= set(places(span))
        for i, j in places(span):
            if (i, j) != (row, column):
                for line in self.rows[i][j]:
                    self.gone += line.text.removed("repeated-cell")
                self.rows[i][j] = ()


def places(span: MergedCells) -> list[tuple[int, int]]:
    row, column, down, across = span
    return [(i, j) for i in range(row, row + down) for j in range(column, column + across)]


def drawn_head(grid: Grid) -> int:
    """As many rows as the merged cells of the first row reach down, where that row has heads."""
    if not any(head_kind(words_of(cell)) != "any" for cell in grid.rows[0]):
        return 0 if any(kind_of(words_of(cell)) in FIRM for cell in grid.rows[0]) else 1
    across = any(row == 0 and columns > 1 for row, _, _, columns in grid.spans)
    deep = max([down for row, _, down, _ in grid.spans if row == 0], default=1)
    full = [i for i in range(1, min(deep, DEEPEST)) if is_head_row(grid.rows[i])]
    return 1 + len(full) if across or (deep > 1 and len(full) == deep - 1) else 1


def head_rows(rows: Rows) -> int:
    """One row, and those below it that hold heads: years below a wider head, or the same words again."""
    if not any(head_kind(words_of(cell)) != "any" for cell in rows[0]) and any(
        kind_of(words_of(cell)) in FIRM for cell in rows[0]
    ):
        return 0
    head = 1
    while head < min(DEEPEST, len(rows) - 1) and goes_below(rows, head):
        head += 1
    return head


def goes_below(rows: Rows, at: int) -> bool:
    """Is row `at` a part of the head: heads only, and none under 序号, 单位, 属性 but the same again?"""
    above, here = rows[at - 1], rows[at]
    if not is_head_row(here):
        return False
    for upper, cell in zip(above, here, strict=False):
        words, over = words_of(cell), words_of(upper)
        if words and is_leaf(over) and words != over:
            return False
    filled = [words_of(cell) for cell in here if cell]
    measured = any(YEAR.search(words) or head_kind(words) == "figure" for words in filled)
    return measured or parts_below_years(above, here)


def parts_below_years(above: list[Cell] | tuple[Cell, ...], here: list[Cell] | tuple[Cell, ...]) -> bool:
    """指标 | 2025年 | | 2030年 | / | 全市 | 城区 | 全市 | 城区: the same words under each of the years, nothing under 指标"""
    under: dict[str, list[str]] = {}
    year = ""
    for upper, cell in zip(above, here, strict=False):
        year = words_of(upper) or year
        if words := words_of(cell):
            under.setdefault(year, []).append(words)
    parts = list(under.values())
    return (
        len(parts) > 1 and all(YEAR.search(head) for head in under) and all(p == parts[0] and len(p) > 1 for p in parts)
    )


def is_head_row(row: list[Cell] | tuple[Cell, ...]) -> bool:
    filled = [words_of(cell) for cell in row if cell]
    return bool(filled) and not any(kind_of(words) in FIRM for words in filled)


def merge_head(rows: Rows, head: int, spans: Spans) -> None:
    """First what stands over several columns, then what goes down to the body."""
    width = len(rows[0])
    for r in range(head):
        for c in range(width):
            words = words_of(rows[r][c])
            if not words or (r, c) in spans.covered:
                continue
            across = 1
            while c + across < width and joins_right(rows, r, c, c + across, head, words):
                across += 1
            down = 1
            while r + down < head and all(words_of(rows[r + down][j]) in ("", words) for j in range(c, c + across)):
                down += 1
            spans.merge(r, c, down, across)


def joins_right(rows: Rows, r: int, start: int, c: int, head: int, words: str) -> bool:
    """Does the head at `start` stand over column c, too? It is empty or says the same there, and has other heads
    below."""
    here = words_of(rows[r][c])
    if here not in ("", words):
        return False
    below = [words_of(rows[r + 1][j]) for j in (start, c)] if r + 1 < head else ["", ""]
    if r + 1 < head and all(below) and (not here or below[0] != below[1]):
        return True
    return c == start + 1 and head_kind(words) == "name" and is_breakdown(rows, start, c, head)


def is_breakdown(rows: Rows, name: int, c: int, head: int) -> bool:
    """The column right of the names holds 城镇, 农村 …, nothing, or the name again; never a figure."""
    body = [(words_of(row[name]), words_of(row[c])) for row in rows[head:]]
    return (
        any(words and words != before for before, words in body)
        or all(words == before for before, words in body)
        or all(not words for _, words in body)
        if not any(kind_of(words) in FIRM for _, words in body if words)
        else False
    )


def merge_body(rows: Rows, head: int, spans: Spans) -> None:
    for c in category_columns(rows, head):
        merge_down(rows, head, c, spans)
    heads = [next((words_of(rows[r][c]) for r in range(head) if words_of(rows[r][c])), "") for c in range(len(rows[0]))]
    name = next(
        (span[1] for span in spans.found if span[0] < head and span[3] == 2 and head_kind(heads[span[1]]) == "name"),
        None,
    )
    if name is not None:
        serial = next((c for c, words in enumerate(heads) if head_kind(words) == "serial"), None)
        merge_names(rows, head, name, serial, spans)
    for r in range(head, len(rows)):
        if is_row_across(rows, r):
            spans.merge(r, 0, 1, len(rows[r]))
        elif is_total(words_of(rows[r][0])):
            again = next((c for c, cell in enumerate(rows[r]) if words_of(cell) != words_of(rows[r][0])), len(rows[r]))
            spans.merge(r, 0, 1, again)


def category_columns(rows: Rows, head: int) -> list[int]:
    """Columns whose head says 类别 …; else the first one (behind 序号) if it is words with blanks below them or repeats
    itself."""
    heads = ["".join(words_of(rows[r][c]) for r in range(head)) for c in range(len(rows[0]))]
    named = [c for c, words in enumerate(heads) if head_kind(words) == "category"]
    if named or head == 0:
        return named
    first = 1 if head_kind(heads[0]) == "serial" and len(heads) > 3 else 0
    body = [words_of(row[first]) for row in rows[head:]]
    if (
        len(heads) < first + 3
        or not body
        or not body[0]
        or head_kind(heads[first]) in ("name", "unit", "figure", "serial")
    ):
        return []
    follows = all(row[first + 1] for row in rows[head:] if not row[first])
    plain = all(kind_of(words) == "text" for words in body if words)
    return [first] if plain and follows and len(set(body) - {""}) < len(body) else []


def merge_down(rows: Rows, head: int, c: int, spans: Spans) -> None:
    """A category goes on over blanks and over its own repetitions; not past a sum, not from nothing."""
    r = head
    while r < len(rows):
        words = words_of(rows[r][c])
        end = r + 1
        while (
            words
            and end < len(rows)
            and words_of(rows[end][c]) in ("", words)
            and any(rows[end])
            and not (is_total(words) or is_total(first_words(rows[end])) or is_row_across(rows, end))
        ):
            end += 1
        spans.merge(r, c, end - r, 1)
        r = end


def first_words(row: list[Cell]) -> str:
    return next((words_of(cell) for cell in row if cell), "")


def merge_names(rows: Rows, head: int, name: int, serial: int | None, spans: Spans) -> None:
    """A name without breakdown stands over both columns; one with several over their rows, and so does its number."""
    r = head
    while r < len(rows):
        words, part = words_of(rows[r][name]), words_of(rows[r][name + 1])
        down = 1
        if part in ("", words):
            spans.merge(r, name, 1, 2)
        elif words:
            while (
                r + down < len(rows)
                and words_of(rows[r + down][name]) in ("", words)
                and words_of(rows[r + down][name + 1])
            ):
                down += 1
            spans.merge(r, name, down, 1)
            if serial is not None and all(
                words_of(rows[r + i][serial]) in ("", words_of(rows[r][serial])) for i in range(down)
            ):
                spans.merge(r, serial, down, 1)
        r += down


def is_row_across(rows: Rows, r: int) -> bool:
    """一、经济发展 in the first place and nothing else, or in every place: a row that parts groups."""
    words = [words_of(cell) for cell in rows[r]]
    if len(words) < 3 or not words[0] or kind_of(words[0]) != "text" or is_total(words[0]):
        return False
    return all(word == words[0] for word in words[1:]) or (not any(words[1:]) and is_group(words[0]))


def repeated(first: Grid, second: Grid, rows: int) -> bool:
    """Do both grids begin with the same `rows` rows?"""
    return len(second.rows) >= rows > 0 and all(
        [words_of(cell) for cell in a] == [words_of(cell) for cell in b]
        for a, b in zip(first.rows[:rows], second.rows[:rows], strict=False)
    )


def lines_in(row: tuple[Cell, ...]) -> list[Line]:
    return [line for cell in row for line in cell]
