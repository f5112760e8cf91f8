"""Numbers in a table of a plan: which cells stand in a column of numbers, and what is before the point of each."""

from __future__ import annotations

import re

from ...model.outline import TableCell, expand

NUMBER = re.compile(r"[^\w\s]{0,2}\d[\d,，]*(?=\D|$)")
LONGEST = 10  # signs; what is longer is read, not compared
FEWEST = 2


def before_the_point(text: str) -> str:
    """What stands before the point of a number: 6.5 → 6, ≥12.0% → ≥12, [200] → [200, 30左右 → 30; of anything else
    nothing"""
    found = NUMBER.match(text)
    return found.group() if found and len(text) <= LONGEST and "\n" not in text else ""


def columns_of_numbers(rows: tuple[tuple[TableCell, ...], ...]) -> dict[int, int]:
    """The column of every cell (by its identity) whose number can be set below the others of its column."""
    found: dict[int, dict[int, TableCell]] = {}
    for row in expand(rows):
        for column, cell in enumerate(row):
            if cell is not None and cell.colspan == 1 and before_the_point(cell.text.string):
                found.setdefault(column, {})[id(cell)] = cell
    return {id(cell): column for column, cells in found.items() if len(cells) >= FEWEST for cell in cells.values()}
