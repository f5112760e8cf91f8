"""Which lines of a table in blanks make one row, and which rows one category.

     一般公共预算收
2               亿元      6.32      the cell of two lines stands evenly above and below the line with the other cells
     入
"""

from __future__ import annotations

from itertools import pairwise

from ..chinese.table_words import is_total, kind_of
from ..model.text import Line
from .centred_rows import FIRM, NO_BEGINNING, RAGGED, Block, centred, names_group, parts_in
from .column_places import Placed, Segment, width
from .label_rows import labels_in
from .table_cells import is_group

NEAR = 0.5  # squared lines a category by which its middle may be off
EMPTY, TWO_FIGURES = 0.3, 6.0  # what an empty cell, and two figures in one cell, tell against rows
SURE = 1.0  # what tells less against rows tells nothing
PADDING = 0.6  # lines that the rules between two rows are high
HIGHEST = 8  # lines of a wrapped cell above its row's own line


def blocks_of(
    placed: list[Placed], run: list[Line], first: int, width: int, category: int | None, head: int
) -> list[Block] | None:
    """First and one past last line of every row; None where the lines do not fit together. `head`: lines that are head
    for certain."""
    mains = [i for i in range(first, len(placed)) if is_main(placed[i], width, category)]
    if not mains:
        return None
    lines = [i for i in range(head, len(placed)) if i in mains or any(c != category for c in placed[i])]
    if parted := parted_by_blanks(mains, lines, placed, run, category):
        return parted
    ways = [*evenly(mains, lines, placed, category), *downwards(mains, placed, category)]
    whole = [i for i in mains if len(placed[i]) >= width - (category is not None) or labelled(placed[i])]
    if len(whole) > 1 and whole != mains and whole[0] == mains[0]:
        ways += [*evenly(whole, lines, placed, category), *downwards(whole, placed, category)]
    off = [doubt(placed, blocks, category) for blocks in ways]
    if not any(one < SURE for one in off):
        ways += centred(lines, mains, placed, width, category)
    return min(ways, key=lambda blocks: doubt(placed, blocks, category), default=None)


def doubt(placed: list[Placed], blocks: list[Block], category: int | None) -> float:
    return amiss(placed, blocks, category) + EMPTY * empty_cells(placed, blocks, category)


def amiss(placed: list[Placed], blocks: list[Block], category: int | None) -> float:
    """What tells a wrong way of drawing lines together: a short line although its cell goes on, a cell that begins
    with 、, two figures in one cell, a line left over."""
    columns = sorted({c for line in placed for c in line if c != category})
    count = float(sum(bool(line) for line in placed[blocks[-1][1] :]))
    for c in columns:
        cells = [[part.words for i in range(*block) for part in placed[i].get(c, ())] for block in blocks]
        longest = max((width(words) for cell in cells if len(cell) > 1 for words in cell), default=0)
        count += sum(width(words) < longest - RAGGED for cell in cells for words in cell[:-1])
        count += 2 * sum(bool(cell) and cell[0].startswith(NO_BEGINNING) for cell in cells)
        count += TWO_FIGURES * sum(sum(kind_of(words) in FIRM for words in cell) > 1 for cell in cells)
    return count


def empty_cells(placed: list[Placed], blocks: list[Block], category: int | None) -> int:
    """Cells without words in rows that name no group and no sum."""
    columns = {c for line in placed for c in line if c != category}
    rows = [
        {c for i in range(*block) for c in placed[i]} | (columns if labelled(placed[block[0]]) else set())
        for block in blocks
    ]
    return sum(len(columns - row) for row in rows)


def labelled(line: Placed) -> bool:
    return bool(labels_in(parts_in(line)))


def is_main(line: Placed, width: int, category: int | None) -> bool:
    """Has the line at least half of the cells that a row can have, or is it a sum?"""
    others = [c for c in line if c != category]
    words = [part.words for parts in line.values() for part in parts]
    if (len(line) > 1 and any(is_total(word) for word in words)) or (len(words) == 1 and is_group(words[0])):
        return True
    if len(words) > 1 and labelled(line):
        return True
    return (len(others) * 2 >= width - (category is not None) and len(others) >= 2) or len(line) == width


def parted_by_blanks(
    mains: list[int], lines: list[int], placed: list[Placed], run: list[Line], category: int | None
) -> list[Block] | None:
    """A blank line stands between every two rows: case by case where cells are wrapped."""
    edges = [i for i in range(mains[0], len(run)) if not run[i].string.strip()]
    if len(mains) < 2 or not all(any(a < edge < b for edge in edges) for a, b in pairwise(mains)):
        return None
    starts = [
        max([edge for edge in range(main) if not run[edge].string.strip()], default=main - 1) + 1 for main in mains
    ]
    ends = [min([edge for edge in edges if edge > main], default=len(run)) for main in mains]
    blocks = list(zip(starts, ends, strict=False))
    inside = {i for a, b in blocks for i in range(a, b)}
    body = [i for i in lines if i >= starts[0]]
    return blocks if all(i in inside for i in body) and len(set(starts)) == len(starts) else None


def evenly(mains: list[int], lines: list[int], placed: list[Placed], category: int | None) -> list[list[Block]]:
    """As many lines above a row's own as below it: the ways to do that."""
    wrapped = [i for i in lines if i not in set(mains)]
    above_first = [i for i in wrapped if i < mains[0]]
    ways = [even_from(count, mains, wrapped, placed, category) for count in range(min(HIGHEST, len(above_first)) + 1)]
    return [blocks for blocks in ways if blocks]


def even_from(
    count: int, mains: list[int], wrapped: list[int], placed: list[Placed], category: int | None
) -> list[Block] | None:
    """Rows if the first has `count` lines above its own; None where a later row does not come out even."""
    blocks: list[Block] = []
    alone = {i for i in mains if names_group(placed, i)}
    above = [i for i in wrapped if i < mains[0]][len([i for i in wrapped if i < mains[0]]) - count :]
    for main, follower in zip(mains, [*mains[1:], None], strict=False):
        between = [i for i in wrapped if i > main and (follower is None or i < follower)]
        below = between[: len(above)]
        if (
            (above and main in alone)
            or len(below) < len(above)
            or not complete(placed, [*above, main, *below], main, category)
        ):
            return None
        blocks.append((min([main, *above]), max([main, *below]) + 1))
        above = between[len(below) :]
    return blocks  # lines left over stand below the table


def complete(placed: list[Placed], block: list[int], main: int, category: int | None) -> bool:
    """A row whose own line lacks its longest cell has an even number of its lines: some above, some below."""
    others = {c for i in block if i != main for c in placed[i] if c != category}
    for column in others:
        above = sum(column in placed[i] for i in block if i < main)
        below = sum(column in placed[i] for i in block if i > main)
        if abs(above - below) > 1:
            return False
    parts = [part for i in block for some in placed[i].values() for part in some]
    if len(parts) == 1 and is_group(parts[0].words):
        return True
    words = {c for i in block for c in placed[i] if c != category}
    return len(words) >= 2 and not lacks_name(placed, block, category)


def lacks_name(placed: list[Placed], block: list[int], category: int | None) -> bool:
    """Has the row no cell with words at all among its first three columns?"""
    return not any(
        any("\u3400" <= sign <= "\u9fff" for part in placed[i].get(c, ()) for sign in part.words)
        for i in block
        for c in range(4)
        if c != category
    )


def downwards(mains: list[int], placed: list[Placed], category: int | None) -> list[list[Block]]:
    """All lines of a wrapped cell stand below the row's first; what they go on with must have begun there."""
    blocks = [(a, b) for a, b in zip(mains, [*mains[1:], len(placed)], strict=False)]
    for a, b in blocks:
        if names_group(placed, a) and any(placed[i] for i in range(a + 1, b)):
            return []
        if any(c not in placed[a] for i in range(a + 1, b) for c in placed[i] if c != category):
            return []
    return [blocks]


def category_rows(
    placed: list[Placed], blocks: list[Block], category: int
) -> tuple[list[tuple[int, list[Segment]]], bool] | None:
    """(first row, parts) of each category, and whether that is sure: rows are shared out so that every category stands
    in the middle of its own, or in the first of them."""
    marks = category_marks(placed, blocks, category)
    if not marks:
        return [], True
    tall = [tallest(placed, block, category) for block in blocks]
    heights = [len(lines) + PADDING for lines in tall]
    tops = [sum(heights[:r]) for r in range(len(blocks) + 1)]
    middles = [place_of(line, blocks, tall, tops) for line, _ in marks]
    off, middle = best_starts(middles, tops)
    first = first_rows(placed, blocks, marks, category)
    fits = off <= NEAR * len(marks)
    starts = first if first and (not fits or hangs(placed, blocks, category)) else middle
    sure = fits if not first else starts is first or first == middle
    return ([(start, parts) for start, (_, parts) in zip(starts, marks, strict=True)], sure) if starts else None


def first_rows(
    placed: list[Placed], blocks: list[Block], marks: list[tuple[float, list[Segment]]], category: int
) -> list[int]:
    """The rows in whose first line the categories stand, the first in the first row; [] where one stands elsewhere."""
    numbers = {min(part.line.number for part in parts) for _, parts in marks}
    rows = []
    for r, (a, _) in enumerate(blocks):
        here = [part.line.number for part in placed[a].get(category, ())]
        rows += [r] if here and here[0] in numbers and len(placed[a]) > 2 else []
    return rows if len(rows) == len(marks) and rows[0] == 0 else []


def hangs(placed: list[Placed], blocks: list[Block], category: int) -> bool:
    """Are there rows of several lines, and does every cell of theirs begin in the first?"""
    high = [range(*block) for block in blocks if sum(any(c != category for c in placed[i]) for i in range(*block)) > 1]
    return bool(high) and all({c for i in block for c in placed[i]} <= {*placed[block[0]], category} for block in high)


def category_marks(placed: list[Placed], blocks: list[Block], category: int) -> list[tuple[float, list[Segment]]]:
    """(line, parts) of each category; two lines of one cell stand directly below one another, not both on rows of their
    own."""
    first, last = blocks[0][0], blocks[-1][1]
    mains = {i for i in range(first, last) if len(placed[i]) > 2}
    marks: list[tuple[float, list[Segment]]] = []
    lines: list[int] = []
    for i in range(first, last):
        for part in placed[i].get(category, ()):
            if lines and lines[-1] == i - 1 and not {i, i - 1} <= mains:
                marks[-1] = ((marks[-1][0] + i) / 2, [*marks[-1][1], part])
            else:
                marks.append((float(i), [part]))
            lines.append(i)
    return marks


def tallest(placed: list[Placed], block: Block, category: int) -> list[int]:
    """The lines of the row's cell with most lines: as high is the row, whatever stands between them."""
    columns = {c for i in range(*block) for c in placed[i] if c != category}
    return max(([i for i in range(*block) if c in placed[i]] for c in sorted(columns)), key=len)


def place_of(line: float, blocks: list[Block], tall: list[list[int]], tops: list[float]) -> float:
    """How far down a line stands, the rules between rows counted in."""
    for r, (a, b) in enumerate(blocks):
        if line < a:
            return tops[r]
        if line < b:
            return tops[r] + PADDING / 2 + sum(i < line for i in tall[r]) + (0.5 if line in tall[r] else 0.0)
    return tops[-1]


def best_starts(middles: list[float], tops: list[float]) -> tuple[float, list[int]]:
    """The rows at which categories begin, so that the middles of their rows are nearest to `middles`, and how far they
    are off; rows above go on from elsewhere."""
    rows = len(tops) - 1
    best: list[tuple[float, list[int]] | None] = [(0.0 if r == 0 else 0.01, [r]) for r in range(rows + 1)]
    for _number, middle in enumerate(middles):
        following: list[tuple[float, list[int]] | None] = [None] * (rows + 1)
        for start in range(rows):
            so_far = best[start]
            if so_far is None:
                continue
            cost, starts = so_far
            for end in range(start + 1, rows + 1):
                total = cost + ((tops[start] + tops[end]) / 2 - middle) ** 2
                known = following[end]
                if known is None or total < known[0]:
                    following[end] = (total, [*starts, end])
        best = following
    whole = best[rows]
    return (whole[0], whole[1][:-1]) if whole else (0.0, [])
