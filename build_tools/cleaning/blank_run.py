"""Where a table in blanks begins and ends, and the parts of its lines.

Lines of several parts with wide gaps between are its rows; parts of wrapped cells stand between them, or below the
last.
"""

from __future__ import annotations

import re

from ..chinese.numbering import HEADING_KINDS, read_marker
from ..chinese.sentences import ends_sentence
from ..chinese.table_words import head_kind, kind_of
from ..model.text import Grid, Line, line_at
from .centred_rows import COUNT
from .column_places import Segment, extent
from .table_cells import is_blank, is_caption_line, is_group, is_sentence, opens_unit

# two blanks or more, or one between figures: 917600 203400
GAP = re.compile(r"[ \u3000\xa0]{2,}|\t|(?<=[\d%％\]〕]) (?=[\d\[〔])|(?<=\d[)）]) (?=[(（]\d)", re.ASCII)
APART = 3  # blank lines that may stand between two lines of a table
TALLEST = 12  # lines of wrapped cells between two lines of columns
WRAPPED = 3  # lines of wrapped cells below the last row
FAR = 8  # blanks before the end of a sentence in a cell
HIGHEST = 12  # lines above which show where the columns are
LONGEST_GROUP = 12  # characters of a head over several columns
LONGEST = 600  # lines
MOST_PARTS = 60  # … of a line
SUMS = ("figure", "serial", "dash")
PAGE_END = re.compile(r"\s*[-—–─]\s*\d{1,4}\s*[-—–─]\s*$")


def segments_of(line: Line) -> list[Segment]:
    """The parts of a line between wide gaps, with their places in it."""
    out, at = [], 0
    for gap in GAP.finditer(line.string):
        if line.string[at : gap.start()].strip():
            out.append(Segment(line, at, gap.start()))
        at = gap.end()
    if line.string[at:].strip():
        out.append(Segment(line, at, len(line.string.rstrip())))
    return [segment.trimmed() for segment in out]


def is_columnar(line: Line | Grid) -> bool:
    """Two parts or more with a wide gap between, and no heading (第四节       远景展望); of a sentence three."""
    if not isinstance(line, Line) or is_blank(line):
        return False
    parts = segments_of(line)
    if len(parts) > MOST_PARTS:
        return False
    if opens_unit(line):
        return is_group_with_sums(parts)
    marker = read_marker(line.string.strip())
    heading = marker is not None and marker.kind in HEADING_KINDS and len(parts) == 2
    caption = len(parts) == 2 and is_caption_line(line)  # 表1    主要指标
    return len(parts) >= (3 if is_sentence(line) else 2) and not (heading or caption)


def is_group_with_sums(parts: list[Segment]) -> bool:
    """一、水源工程      312000: a heading has no figures a wide gap behind it"""
    sums = [kind_of(part.words) in SUMS for part in parts[1:]]
    counts = [bool(COUNT.fullmatch("".join(part.words.split()))) for part in parts[1:]]
    return any(sums) and is_group(parts[0].words) and all(map(any, zip(sums, counts, strict=True)))


def is_wrapped(line: Line | Grid, width: int) -> bool:
    """May this be the part of a wrapped cell: a single short part? The end of a sentence only where it stands far from
    the edge."""
    if not isinstance(line, Line) or is_blank(line) or (opens_unit(line) and not is_group(line.string)):
        return False
    indent = len(line.string) - len(line.string.lstrip())
    if is_sentence(line) and indent < FAR:
        return False
    return len(line.string.strip()) <= max(8, width * 0.5) and not is_caption_line(line)


def first_line(lines: tuple[Line | Grid, ...], at: int) -> int:
    """A head that stands over several columns has a line of its own above the others; blank lines part them if they
    part all lines."""
    start, width = at, len(line_at(lines, at).string)
    step = 2 if at + 2 < len(lines) and is_blank(lines[at + 1]) and is_columnar(lines[at + 2]) else 1
    while start >= step and at - start < 3 * step and all(is_blank(line) for line in lines[start - step + 1 : start]):
        above = lines[start - step]
        if not isinstance(above, Line) or not is_wrapped(above, width):
            break
        if len(above.string.strip()) > LONGEST_GROUP or is_group(above.string) or ends_sentence(above.string):
            break
        start -= step
    return start


def last_line(lines: tuple[Line | Grid, ...], at: int) -> int:
    """One past the last line of the table: wrapped parts and blank lines may stand between lines of columns."""
    first = line_at(lines, at)
    end, width, blanks, wrapped = at + 1, len(first.string), 0, 0
    tail = 0
    for position in range(at + 1, min(len(lines), at + LONGEST)):
        line = lines[position]
        if is_blank(line):
            blanks += 1
            if blanks > APART:
                break
            continue
        if not isinstance(line, Line) or PAGE_END.match(line.string) or is_head_again(line, first):
            break
        if is_columnar(line) or (not blanks and stands_below(line, lines[at:position])):
            end, wrapped, tail, width = position + 1, 0, 0, max(width, len(line.string))
        elif is_wrapped(line, width) and wrapped < TALLEST:
            wrapped += 1
            tail += not blanks and wrapped <= WRAPPED and not is_group(line.string)
            end = end if blanks or tail != wrapped or tail > WRAPPED else position + 1
        else:
            break
        blanks = 0
    return end


def stands_below(line: Line, above: tuple[Line | Grid, ...]) -> bool:
    """革      年评估1次。 below rows of a table: the end of a sentence in a cell, where each part of the line stands below
    a cell and reaches no other; a single one only in the first column."""
    parts = segments_of(line)
    if not parts or not is_sentence(line) or opens_unit(line):
        return False
    rows = [cells for row in above[-HIGHEST:] if isinstance(row, Line) and len(cells := segments_of(row)) > 1]
    for wide in (False, True):
        places = [[extent(part, wide) for part in cells] for cells in rows]
        if any(all(is_below(extent(part, wide), row) for part in parts) for row in places):
            first = extent(parts[0], wide)
            return len(parts) > 1 or all(first[1] < row[1][0] for row in places)
    return False


def is_below(place: tuple[int, int], row: list[tuple[int, int]]) -> bool:
    """Does the place lie below one cell of the row, and below no other?"""
    return sum(min(place[1], right) > max(place[0], left) for left, right in row) == 1


def is_head_again(line: Line, first: Line) -> bool:
    """The first line once more: the table goes on on the next page."""
    return line.string.split() == first.string.split() and len(first.string.split()) > 2


def looks_like_table(run: list[Line]) -> bool:
    """Two lines of columns or more, and a known head among the first or figures in several."""
    parts = [segments_of(line) for line in run if is_columnar(line)]
    wide = [line for line in parts if len(line) >= 3]
    if len(parts) < 2 or (not wide and len(parts) < 3):
        return False
    heads = sum(head_kind(part.words) != "any" for line in parts[:3] for part in line if len(part.words) <= 16)
    figures = sum(any(kind_of(part.words) in ("figure", "serial", "dash", "years") for part in line) for line in parts)
    return (heads >= 2 and figures >= 1) or figures >= 2 or heads >= 3
