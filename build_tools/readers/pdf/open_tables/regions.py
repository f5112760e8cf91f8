"""Where on a page a table stands that no frame shows: lines of several pieces below each other, and the rules among
them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....chinese.numbering import read_marker
from ....chinese.table_words import head_kind, kind_of
from .pieces import Piece, PrintLine, Region, Rule, size_of

FIRM = ("serial", "figure", "unit", "attribute", "nature", "dash", "years")
LEADER = re.compile(r"[.·…•⋯]{3,}")
APART = re.compile(
    r"\s*(?:注\s*[0-9０-９]{0,2}[：:]|说明[：:]|资料来源|数据来源|(?:计量)?单位[：:]|[（(]?续\s*表|(?:附|分)?表\s*\d|专栏)"
)
HEAD_ZONE = 0.07  # of the page's height; what stands there is a running head
LOOSE, RULED = 2.6, 4.0  # em; from line to line of a table, without and with a rule between
TIGHT = 0.95  # em; from line to line of one cell
SAME = 0.12  # of the size; type of a table is of one size
LEAST = 2  # lines of at least three pieces
HIGHEST_HEAD = 6.0  # em from the first rule to the first line of several heads
FIRST_LINES = 6  # of a page; a running head, and what is left of a row cut off
LONG_LINES = 2  # lines across the whole table one after the other are text


def open_regions(lines: Sequence[PrintLine], rules: Sequence[Rule], goes_on: bool, height: float) -> list[Region]:
    """`goes_on`: a table without a frame ended the page before; what stands first on this one may be its rest."""
    found: list[Region] = []
    lines = [line for line in lines if min(piece.top for piece in line) > HEAD_ZONE * height]
    for run in runs(lines, rules):
        rest = goes_on and not found and bool(run) and any(line is run[0] for line in lines[:FIRST_LINES])
        if len(run) > 1 or (rest and run and len(run[0]) > 2):
            region = with_rules(run, lines, rules, rest)
            if is_table(region, rest):
                found.append(region)
    return found


def is_row(line: PrintLine) -> bool:
    """Several pieces, and no entry of the contents."""
    return len(line) > 1 and not LEADER.search("".join(piece.text for piece in line))


def runs(lines: Sequence[PrintLine], rules: Sequence[Rule]) -> Iterator[list[PrintLine]]:
    """Rows with the lines of single pieces between them."""
    run: list[PrintLine] = []
    waiting: list[PrintLine] = []
    for line in lines:
        near = bool(run) and follows([*run, *waiting][-1], line, run, rules)
        if is_row(line):
            if near:
                run += [*waiting, line]
            else:
                yield run
                run = [line]
            waiting = []
        elif near and not APART.match(line[0].text) and not too_wide([*waiting, line], run):
            waiting.append(line)
        else:
            yield run
            run, waiting = [], []
    yield run


def follows(before: PrintLine, line: PrintLine, run: list[PrintLine], rules: Sequence[Rule]) -> bool:
    """Is `line` as near and of the same type as what stands above it?"""
    size = size_of(piece for one in run for piece in one)
    bottom, top = max(p.bottom for p in before), min(p.top for p in line)
    ruled = any(bottom - 2 < rule.top < top + 2 for rule in rules)
    return top - bottom < (RULED if ruled else LOOSE) * size and abs(size_of(line) - size) <= SAME * size


def too_wide(waiting: list[PrintLine], run: list[PrintLine]) -> bool:
    """Several lines from edge to edge of what stands above: text below a table."""
    x0, x1 = min(p.x0 for line in run for p in line), max(p.x1 for line in run for p in line)
    wide = [line for line in waiting if line[-1].x1 - line[0].x0 > 0.8 * (x1 - x0)]
    return len(wide) >= LONG_LINES


def with_rules(run: list[PrintLine], lines: Sequence[PrintLine], rules: Sequence[Rule], rest: bool) -> Region:
    """The run with its rules, and with the lines that belong to its first and its last row."""
    size = size_of(piece for line in run for piece in line)
    x0, x1 = min(p.x0 for line in run for p in line), max(p.x1 for line in run for p in line)
    first = next(i for i, line in enumerate(lines) if line is run[0])
    last = next(i for i, line in enumerate(lines) if line is run[-1])
    near = [rule for rule in rules if min(rule.x1, x1) - max(rule.x0, x0) > 0.6 * (rule.x1 - rule.x0)]
    start, end = first, last
    while start > 0 and belongs(lines[start - 1], lines[start], lines[start - 1], near, size, x1 - x0):
        start -= 1
    while (
        rest
        and start > 0
        and not APART.match(lines[start - 1][0].text)
        and follows(lines[start - 1], lines[start], run, rules)
    ):
        start -= 1  # the title of a group, or what is left of a row, above the first whole row of the page
    start = below_rule(lines, start, near, size, x1 - x0)
    while end + 1 < len(lines) and belongs(lines[end], lines[end + 1], lines[end + 1], near, size, x1 - x0):
        end += 1
    top = max([max(p.bottom for p in line) for line in lines[:start]], default=0.0)
    bottom = min([min(p.top for p in line) for line in lines[end + 1 :]], default=1e9)
    top = max(top, min(p.top for p in lines[start]) - RULED * size) - 1
    bottom = min(bottom, max(p.bottom for p in lines[end]) + RULED * size) + 1
    return Region(list(lines[start : end + 1]), [rule for rule in near if top < rule.top < bottom])


def below_rule(lines: Sequence[PrintLine], start: int, rules: Sequence[Rule], size: float, width: float) -> int:
    """The first line below the rule that opens the table: a head over others may stand alone in its line."""
    tops = [
        rule.top for rule in rules if rule.x1 - rule.x0 > 0.9 * width and rule.top < min(p.top for p in lines[start])
    ]
    if not tops or min(p.top for p in lines[start]) - tops[-1] > HIGHEST_HEAD * size:
        return start
    top = next((one for one in tops if min(p.top for p in lines[start]) - one < HIGHEST_HEAD * size), tops[-1])
    first = next((i for i, line in enumerate(lines) if min(p.middle for p in line) > top), start)
    between = lines[first:start]
    fit = all(abs(p.size - size) <= SAME * size and not APART.match(p.text) for line in between for p in line)
    return first if fit else start


def belongs(
    upper: PrintLine, lower: PrintLine, line: PrintLine, rules: Sequence[Rule], size: float, width: float
) -> bool:
    """Is the single piece in `line` a line of a cell, above or below what is known to be a row?"""
    if len(line) > 1 or APART.match(line[0].text) or abs(line[0].size - size) > SAME * size:
        return False
    bottom, top = max(p.bottom for p in upper), min(p.top for p in lower)
    if any(bottom - 2 < rule.top < top + 2 for rule in rules):
        return False
    return top - bottom < TIGHT * size and line[0].x1 - line[0].x0 < 0.75 * width


def is_table(region: Region, goes_on: bool) -> bool:
    """`goes_on`: a table ended the page before, and this is the first on its page."""
    rows = [line for line in region.lines if is_row(line)]
    three = sum(len(line) > 2 for line in rows)
    if reads_like_contents(rows) or reads_like_columns(rows, region):
        return False
    if len(region.wide) > 1 and len(rows) >= 2 and (three or len(rows) > 2):
        return True
    if goes_on and three:
        return True
    return three >= LEAST and (bool(region.wide) or has_evidence(rows))


def reads_like_contents(rows: Sequence[PrintLine]) -> bool:
    """第一章　发展基础　　3: a number or title, and pages that only grow."""
    pages = [int(line[-1].text) for line in rows if line[-1].text.isdecimal() and len(line[-1].text) < 4]
    marked = sum(read_marker(line[0].text) is not None for line in rows)
    return len(pages) * 4 > 3 * len(rows) and pages == sorted(pages) and marked * 2 > len(rows)


def reads_like_columns(rows: Sequence[PrintLine], region: Region) -> bool:
    """Two pieces in each line, most of them as long as half a page allows: text in two columns."""
    half = (region.x1 - region.x0) / 2
    return all(len(line) == 2 for line in rows) and sum(
        all(piece.x1 - piece.x0 > 0.75 * half for piece in line) for line in rows
    ) * 2 > len(rows)


def has_evidence(rows: Sequence[PrintLine]) -> bool:
    """Heads of a table in its first lines, or figures and units in a third of all places."""
    heads = {piece.text for line in rows[:3] for piece in line if head_kind(piece.text) != "any"}
    pieces = [piece for line in rows for piece in line]
    return len(heads) >= 2 or sum(is_firm(piece) for piece in pieces) * 3 > len(pieces)


def is_firm(piece: Piece) -> bool:
    return kind_of(piece.text) in FIRM
