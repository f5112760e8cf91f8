"""An Excel file, as annexes of plans come in: each visible sheet is a table, with the lines above and below it.

Figures stand as the sheet shows them (0.125 with the format 0.0% is 12.5%); what is hidden goes to the ledger.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import replace
from typing import Any

from ..model.edition import BadInput
from ..model.text import Draft, Source
from .limits import LARGEST_PART, MOST_COLUMNS, MOST_LINES, MOST_PARTS
from .shown_values import shown
from .taken_text import CellText, TakenText

UNNAMED = re.compile(r"(?:Sheet|工作表)\s*\d*", re.IGNORECASE)
BELOW = ("注", "备注", "说明", "资料来源", "数据来源")

Cells = dict[tuple[int, int], str]
Spans = dict[tuple[int, int], tuple[int, int]]


def read(data: bytes, name: str) -> tuple[Source, Draft]:
    """Raises BadInput for what is broken, locked or far too large."""
    check_size(data, name)
    book, formulas = opened(data, name), opened(data, name, values=False)
    taken = TakenText(name)
    sheets = [sheet for sheet in book.worksheets if sheet.max_row and sheet.max_column]
    shown_sheets = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
    for sheet in sheets:
        cells, spans, empty = content_of(sheet, formulas[sheet.title], name)
        if sheet not in shown_sheets:
            hide(taken, cells)
            continue
        for place in empty:
            taken.problem("warning", "formula-without-value", taken.next_number, f"{sheet.title}!{place}")
        named = len(shown_sheets) > 1 and not UNNAMED.fullmatch(sheet.title)
        add_sheet(taken, sheet, cells, spans, sheet.title if named else "")
    draft = taken.draft()
    return taken.source(name, data, "xlsx"), replace(draft, problems=tuple(taken.problems))


def check_size(data: bytes, name: str) -> None:
    """A zip says how large its parts are; the library unpacks no more than that."""
    try:
        infos = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        raise BadInput("xlsx-broken", place=f"{name}:1") from None
    if len(infos) > MOST_PARTS or any(info.file_size > LARGEST_PART for info in infos):
        raise BadInput("xlsx-large", place=f"{name}:1")


def opened(data: bytes, name: str, values: bool = True) -> Any:
    from openpyxl import load_workbook

    try:
        return load_workbook(io.BytesIO(data), data_only=values, keep_links=False)
    except (Exception, zlib.error):  # the library tells a damaged file in many ways
        raise BadInput("xlsx-broken", place=f"{name}:1") from None


def content_of(sheet: Any, formulas: Any, name: str) -> tuple[Cells, Spans, list[str]]:
    """Words by place, merged cells, and the places of formulas that were never reckoned."""
    if sheet.max_column > 4 * MOST_COLUMNS and any(
        c.column > 4 * MOST_COLUMNS for row in sheet for c in row if c.value
    ):
        raise BadInput("most-columns", MOST_COLUMNS, place=f"{name}:1")
    cells: Cells = {}
    empty = []
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None and (words := shown(cell.value, cell.number_format).strip()):
                cells[cell.row, cell.column] = words
            elif cell.value is None and formulas.cell(cell.row, cell.column).data_type == "f":
                empty.append(cell.coordinate)
        if len(cells) > MOST_LINES:
            raise BadInput("most-text", place=f"{name}:1")
    spans = {
        (one.min_row, one.min_col): (one.max_row - one.min_row + 1, one.max_col - one.min_col + 1)
        for one in sheet.merged_cells.ranges
    }
    return cells, spans, empty


def hide(taken: TakenText, cells: Cells) -> None:
    for _, words in sorted(cells.items()):
        taken.drop(words, "hidden-text")


def add_sheet(taken: TakenText, sheet: Any, cells: Cells, spans: Spans, title: str) -> None:
    """Lines above the table, the table, lines below it; hidden rows and columns go to the ledger."""
    hidden = {place for place in cells if is_hidden(sheet, *place)}
    hide(taken, {place: words for place, words in cells.items() if place in hidden})
    cells = {place: words for place, words in cells.items() if place not in hidden}
    rows = sorted({row for row, _ in cells})
    filled = {row: [place for place in cells if place[0] == row] for row in rows}
    first = next((i for i, row in enumerate(rows) if len(filled[row]) > 1), len(rows))
    last = next((i for i in range(len(rows), first, -1) if not is_note(rows[i - 1], filled, cells)), first)
    if title and not any(title in cells[place] for row in rows[:first] for place in filled[row]):
        taken.add(title, whole=True)
    for row in rows[:first]:
        taken.add(cells[filled[row][0]], whole=True)
    if first < last:
        taken.table(table_rows(cells, spans, rows[first], rows[last - 1]))
    for row in rows[last:]:
        taken.add(cells[filled[row][0]], whole=True)


def is_hidden(sheet: Any, row: int, column: int) -> bool:
    from openpyxl.utils import get_column_letter

    return bool(sheet.row_dimensions[row].hidden or sheet.column_dimensions[get_column_letter(column)].hidden)


def is_note(row: int, filled: dict[int, list[tuple[int, int]]], cells: Cells) -> bool:
    """注：… alone in a row below the table"""
    return len(filled[row]) == 1 and cells[filled[row][0]].startswith(BELOW)


def table_rows(cells: Cells, spans: Spans, first: int, last: int) -> list[list[CellText]]:
    """The rows from `first` to `last` as HTML has them: places that a merged cell covers are left out, and so are rows
    and columns that nothing stands in."""
    inside = {place for place in cells if first <= place[0] <= last}
    rows = sorted({row for row, _ in inside})
    columns = sorted({column for _, column in inside})
    covered: set[tuple[int, int]] = set()
    out = []
    for row in rows:
        line = []
        for column in columns:
            if (row, column) in covered:
                continue
            height, width = spans.get((row, column), (1, 1))
            down = [r for r in rows if row <= r < row + height]
            across = [c for c in columns if column <= c < column + width]
            covered |= {(r, c) for r in down for c in across}
            line.append(CellText(words_in(cells, row, column), len(down), len(across)))
        out.append(line)
    return out


def words_in(cells: Cells, row: int, column: int) -> tuple[str, ...]:
    words = cells.get((row, column), "")
    return tuple(one for one in words.split("\n") if one.strip())
