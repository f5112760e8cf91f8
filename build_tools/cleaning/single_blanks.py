"""Tables whose cells are parted by one blank, as `pdftotext` without -layout prints them → grids.

    指标 2025 年 2030 年 属性 / 粮食产量（亿斤） 20 22 约束性 / …   →   a grid of four columns

Only below a line of known heads, and only where the parts of every line fit the columns; a sentence with blanks is none
of this.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..chinese.table_words import head_kind
from ..model.text import Cell, Grid, Line
from .row_fit import Row, fit_row
from .table_cells import Found, is_blank, is_sentence, left_over, opens_unit, piece

PART = re.compile(r"\d{4} 年|[^ ]+")
LEAST = 3  # columns
LONGEST = 12  # characters of a head
FIRM = ("figure", "unit", "attribute", "serial")


@dataclass(frozen=True, slots=True)
class Parted:
    """A line and its parts."""

    line: Line
    parts: tuple[Line, ...]

    @property
    def words(self) -> list[str]:
        return [part.string for part in self.parts]


def find(lines: tuple[Line | Grid, ...], at: int) -> Found | None:
    head = parted(lines[at])
    if head is None or not is_head(head.words):
        return None
    kinds = tuple(head_kind(word) for word in head.words)
    rows: list[tuple[Parted, Row]] = []
    for line in lines[at + 1 :]:
        here = parted(line)
        row = fit_row(here.words, kinds) if here else None
        if here is None or row is None or row.lacks:
            break
        rows.append((here, row))
    if len(rows) < 2:
        return None
    cells: list[tuple[Cell, ...]] = [tuple((part,) for part in head.parts)]
    for here, row in rows:
        places = dict(zip(row.columns, here.parts, strict=False))
        cells.append(tuple((places[c],) if c in places else () for c in range(len(kinds))))
    used = [head, *(here for here, _ in rows)]
    gone = [entry for here in used for entry in left_over(here.line, list(here.parts), "cell-mark")]
    return Found((Grid(used[0].line.number, used[-1].line.number, tuple(cells)),), at + len(used), gone)


def parted(line: Line | Grid) -> Parted | None:
    """The parts between single blanks; None for a line of another kind."""
    if not isinstance(line, Line) or is_blank(line) or opens_unit(line) or is_sentence(line):
        return None
    if any(gap in line.string.strip() for gap in ("  ", "\t", "|")):
        return None
    return Parted(line, tuple(piece(line, m.start(), m.end()) for m in PART.finditer(line.string)))


def is_head(words: list[str]) -> bool:
    """Three short words or more, all but one of them known heads, and one of a column of figures, units or
    attributes."""
    kinds = [head_kind(word) for word in words]
    known = len(kinds) - kinds.count("any")
    return (
        len(words) >= LEAST
        and all(len(w) <= LONGEST for w in words)
        and known >= len(words) - 1
        and bool(set(kinds) & set(FIRM))
    )
