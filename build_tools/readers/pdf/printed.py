"""What a page holds, once its signs have been put together: lines with their places, tables with their cells.

Lengths are points, measured from the top left corner.
"""

from __future__ import annotations

from dataclasses import dataclass

from .signs import Frame, PrintedLine


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """Cells by place (row, column, rows, columns), each its printed lines; the frame around all of them. `doubtful`:
    nothing is drawn, and the places do not tell for sure which cell a line belongs to."""

    page: int
    frame: Frame
    cells: tuple[tuple[tuple[int, int, int, int], tuple[PrintedLine, ...]], ...]
    rows: int
    columns: int
    doubtful: bool = False

    @property
    def top(self) -> float:
        return self.frame[1]


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """What stands on one page (number from 1), or in one part of a page that is set in columns.

    `rules`: thin lines across, as (x0, x1, top). `crowded`: so many lines are drawn, as on a map, that tables were not
    looked for. `ornaments`: frames around lines that are no boxes. `turned`: signs outside of tables that lie on their
    side. `watermark`: lines under the text. `struck`: signs through which a line is drawn. `unmapped`: of its `signs`,
    those whose font does not say what they are. `edges`: left and right of a column. `goes_on`: a further part of the
    page before it.
    """

    number: int
    width: float
    height: float
    lines: tuple[PrintedLine, ...] = ()
    tables: tuple[PrintedTable, ...] = ()
    pictures: tuple[Frame, ...] = ()
    rules: tuple[tuple[float, float, float], ...] = ()
    crowded: bool = False
    ornaments: tuple[Frame, ...] = ()
    turned: str = ""
    watermark: tuple[PrintedLine, ...] = ()
    struck: str = ""
    unmapped: int = 0
    signs: int = 0
    edges: tuple[float, float] | None = None
    goes_on: bool = False
