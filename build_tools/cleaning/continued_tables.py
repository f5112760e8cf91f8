"""A table that runs over a page is one table: its head stands once, and its rows follow one another.

    表1 … / grid / 续表 / the same head, more rows   →   one grid; 续表 and the second head go to the ledger

The two parts follow one another with nothing between but blank lines, 续表, and notes at the foot of the page. They are
one if the head is the same, or if the second has none and is as wide. A merged cell that goes on on the next page is
one cell.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..chinese.boxes import is_box_title
from ..chinese.numbering import read_marker
from ..chinese.sentences import ends_sentence, reads_like_title
from ..chinese.table_words import head_kind, is_total, kind_of
from ..model.text import Cell, Draft, Grid, Line, Removed
from .cut_rows import begins_with_rest, put_together
from .table_cells import is_blank, is_caption_line, words_of
from .table_shape import FIRM, drawn_head, head_rows, is_head_row, lines_in, repeated

AGAIN = re.compile(
    r"\s*[（(]?\s*(?:续\s*表|接\s*上\s*表|续\s*上\s*表|接上页|续前表)[\s\d一二三四五六七八九十\-—.：:]{0,12}[)）]?|"
    r".{0,40}[（(]\s*续\s*(?:表)?\s*\d{0,2}\s*[)）]\s*$"
)
FOOT = re.compile(r"\s*(?:[\[［〔(（]?\d{1,2}[\]］〕)）]?(?:\s|$|(?=[\u3400-\u9fff]))|[①-⑳*＊※▲★]|\$?\^)")
PLAN = re.compile(r"规划|纲要")
LONGEST_RUNNING = 30
MOST = 4  # lines at the foot of a page
HEAD_CELLS = 3  # as many heads that are the same cannot be chance


def join(draft: Draft) -> Draft:
    out: list[Line | Grid] = []
    gone: list[Removed] = []
    for element in draft.lines:
        if not isinstance(element, Grid) or element.doubtful:
            out.append(element)
            continue
        element = without_repeats(element, gone)
        before = last_grid(out)
        above = out[before] if before is not None else None
        between = out[before + 1 :] if before is not None else []
        at_page = isinstance(above, Grid) and any(above.last < start <= element.number for start in draft.page_starts)
        if (
            before is not None
            and isinstance(above, Grid)
            and (head := goes_on(above, element, between, at_page)) is not None
        ):
            out[before] = joined(above, element, head, gone, at_page)
            for line in between:
                if isinstance(line, Line) and AGAIN.match(line.string):
                    gone += line.text.removed("repeated-head")
                    out[out.index(line)] = replace(line, text=line.text[:0], hint=False)
        else:
            out.append(element)
    return replace(draft, lines=tuple(out), removed=draft.removed + tuple(gone))


def last_grid(out: list[Line | Grid]) -> int | None:
    """Position of the grid above, if only little stands between."""
    filled = 0
    for at in range(len(out) - 1, -1, -1):
        element = out[at]
        if isinstance(element, Grid):
            return None if element.doubtful else at
        filled += not is_blank(element)
        if filled > MOST:
            return None
    return None


def goes_on(first: Grid, second: Grid, between: list[Line | Grid], at_page: bool = False) -> int | None:
    """How many rows of head the second part repeats; None if it is another table. `at_page`: it begins a page."""
    if len(first.rows[-1]) != len(second.rows[0]) or (len(second.rows[0]) < 2 and not box_goes_on(second, at_page)):
        return None
    filled = [line for line in between if isinstance(line, Line) and not is_blank(line)]
    again = any(AGAIN.match(line.string) for line in filled)
    if not all(AGAIN.match(line.string) or is_foot(filled, at) or is_running(line) for at, line in enumerate(filled)):
        return None
    head = head_of(first)
    if (
        is_head_row(first.rows[0])
        and repeated(first, second, head)
        and (again or len([cell for cell in first.rows[0] if cell]) >= HEAD_CELLS or len(second.rows[0]) == 2)
    ):
        return head
    if at_page and not filled and first.drawn and begins_with_rest(first, second):
        return 0
    if has_head(second) and len(second.rows[0]) > 1:
        return None
    return 0 if again or not filled else None


def box_goes_on(second: Grid, at_page: bool) -> bool:
    """A frame of one column at the head of a page, which does not begin with the title of a box of its own."""
    first = next((line for row in second.rows for cell in row for line in cell), None)
    return at_page and second.drawn and first is not None and not is_box_title(first.string.strip())


def is_running(line: Line) -> bool:
    """某县“十五五”规划纲要文本: the head of a page that nothing else took out"""
    words = line.string.strip()
    return (
        bool(PLAN.search(words))
        and reads_like_title(words)
        and len(words) <= LONGEST_RUNNING
        and not is_caption_line(line)
    )


def is_foot(lines: list[Line], at: int) -> bool:
    """A note at the foot of a page: its mark, or the words after a mark that has a line of its own."""
    mark = lines[at - 1].string.strip() if at else ""
    return bool(FOOT.match(lines[at].string)) or (0 < len(mark) <= 4 and bool(FOOT.match(mark)))


def head_of(grid: Grid) -> int:
    return grid.head or (drawn_head(grid) if grid.drawn else head_rows([list(row) for row in grid.rows]))


def has_head(grid: Grid) -> bool:
    """Is the first row one of heads rather than of figures?"""
    words = [words_of(cell) for cell in grid.rows[0] if cell]
    known = sum(head_kind(word) != "any" for word in words if kind_of(word) not in FIRM)
    firm = sum(kind_of(word) in FIRM for word in words)
    return firm == 0 or (known * 2 >= len(words) and known > firm)


def joined(first: Grid, second: Grid, head: int, gone: list[Removed], at_page: bool) -> Grid:
    """The rows of both, the second's head taken off; rows and cells that reach over the cut are put together."""
    last = second.last
    first, second = put_together(first, second, head, at_page)
    if len(first.rows[0]) == 1:
        first, second = with_cut_line(first, second)
    for row in second.rows[:head]:
        gone += [entry for line in lines_in(row) for entry in line.text.removed("repeated-head")]
    shift = len(first.rows) - head
    rows = [*first.rows, *second.rows[head:]]
    moved = [(r + shift, c, down, across) for r, c, down, across in second.spans if r >= head]
    spans, inferred = list(first.spans), list(first.inferred)
    inferred += [(r + shift, c) for r, c in second.inferred if r >= head]
    if first.drawn or second.drawn:
        spans, moved, inferred = over_the_cut(rows, spans, moved, inferred, len(first.rows), head)
    return replace(
        first,
        last=last,
        rows=tuple(rows),
        spans=(*spans, *moved),
        inferred=tuple(inferred),
        drawn=first.drawn or second.drawn,
        head=first.head or head,
    )


def with_cut_line(first: Grid, second: Grid) -> tuple[Grid, Grid]:
    """A box over two pages: 加固大坝680 / 米，改建溢洪道。 is one line."""
    upper, lower = first.rows[-1][0], second.rows[0][0]
    if not upper or not lower:
        return first, second
    before, after = upper[-1], lower[0]
    opened = not ends_sentence(before.string) and read_marker(after.string.strip()) is None
    if not opened or (before.string[-1:].isdigit() and after.string[:1].isdigit()):
        return first, second
    whole = replace(before, text=before.text + after.text, last=after.end)
    return (
        replace(first, rows=(*first.rows[:-1], ((*upper[:-1], whole),))),
        replace(second, rows=((lower[1:],), *second.rows[1:])),
    )


Spans = list[tuple[int, int, int, int]]
Places = list[tuple[int, int]]


def over_the_cut(
    rows: list[tuple[Cell, ...]], spans: Spans, moved: Spans, inferred: Places, cut: int, head: int
) -> tuple[Spans, Spans, Places]:
    """An empty cell at the top of the second page, in the column of categories, belongs to the last category of the
    first."""
    column = category_of(rows, head)
    if column is None or cut >= len(rows) or rows[cut][column] or not any(rows[cut]):
        return spans, moved, inferred
    here = next((span for span in moved if span[:2] == (cut, column)), (cut, column, 1, 1))
    above = next(
        (span for span in spans if span[1] == column and span[0] >= head and span[0] + span[2] == cut and span[3] == 1),
        None,
    )
    start = above[0] if above else cut - 1
    if not rows[start][column] or is_total(words_of(rows[start][column])) or here[3] != 1:
        return spans, moved, inferred
    spans = [span for span in spans if span != above] + [(start, column, cut - start + here[2], 1)]
    return spans, [span for span in moved if span != here], [*inferred, (start, column)]


def category_of(rows: list[tuple[Cell, ...]], head: int) -> int | None:
    """The column of categories: its head says so, or it is the first and holds no numbers."""
    for c in range(min(2, len(rows[0]))):
        if any(head_kind(words_of(rows[r][c])) == "category" for r in range(head)):
            return c
    first = [words_of(row[0]) for row in rows[head:] if row[0]]
    return 0 if first and all(kind_of(words) == "text" for words in first) else None


def without_repeats(grid: Grid, gone: list[Removed]) -> Grid:
    """The head again in the middle of a grid goes."""
    head = head_of(grid)
    if grid.spans or head == 0 or len(grid.rows) <= head or len(grid.rows[0]) < 2 or not is_head_row(grid.rows[0]):
        return grid
    top = [[words_of(cell) for cell in row] for row in grid.rows[:head]]
    rows, at = list(grid.rows[:head]), head
    while at < len(grid.rows):
        again = [[words_of(cell) for cell in row] for row in grid.rows[at : at + head]] == top
        if again and any(top[0]) and len(rows) > head:
            gone += [
                entry
                for row in grid.rows[at : at + head]
                for line in lines_in(row)
                for entry in line.text.removed("repeated-head")
            ]
            at += head
        else:
            rows.append(grid.rows[at])
            at += 1
    return replace(grid, rows=tuple(rows))
