"""A work list that people have filled in, as a workbook or as a document, read back."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..model.edition import BadInput
from .work_lists import IN_DOCUMENT

ID = re.compile(r"[0-9a-f]{10}")
HEADS = {  # a column by its head, in either language
    "编号": "id", "No.": "id", "填入或改成": "value", "Value": "value", "责任人": "person", "Person": "person",
    "期限": "due", "Due": "due", "完成": "done", "Done": "done", "备注": "remark", "Remark": "remark",
}  # fmt: skip
NOT_DONE = {"", "否", "未", "未完成", "no", "0", "false"}


@dataclass(frozen=True)
class Filled:
    """A row of the list. `value` as people wrote it."""

    id: str
    value: str
    person: str = ""
    due: str = ""
    done: bool = False
    remark: str = ""


def read_filled(data: bytes, place: str) -> list[Filled]:
    """Rows with an id. Raises BadInput for what is neither workbook nor document, or holds no list."""
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
        found = rows_of(data, names)
    except Exception as error:  # the libraries tell a damaged file in many ways
        raise BadInput("no-work-list", place=place) from error
    if not found:
        raise BadInput("no-work-list", place=place)
    return found


def rows_of(data: bytes, names: set[str]) -> list[Filled]:
    read = from_workbook if "xl/workbook.xml" in names else from_document if "word/document.xml" in names else None
    return [row for row in read(data) if ID.fullmatch(row.id)] if read else []


def from_workbook(data: bytes) -> list[Filled]:
    """The first sheet that has a column of ids, whatever columns were moved or added."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        rows = sheet.iter_rows(values_only=True)
        keys = [HEADS.get(as_text(head), "") for head in next(rows, ())]
        if "id" in keys:
            return [filled(dict(zip(keys, row, strict=False))) for row in rows]
    return []


def filled(values: dict[str, Any]) -> Filled:
    said = {key: as_text(value) for key, value in values.items() if key}
    return Filled(
        said.get("id", ""),
        said.get("value", ""),
        said.get("person", ""),
        said.get("due", ""),
        said.get("done", "").casefold() not in NOT_DONE,
        said.get("remark", ""),
    )


def as_text(value: object) -> str:
    """12.0 → 12: a spreadsheet keeps whole numbers as fractions; a date as 2026-12-31"""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    date = getattr(value, "date", None)
    return str(date() if callable(date) else value).strip()


def from_document(data: bytes) -> list[Filled]:
    """Tables with the columns that the list has; the id is the last line of the first cell."""
    from docx import Document

    at = {key: IN_DOCUMENT.index(key) for key in ("value", "person")}
    rows: Iterable[Sequence[Any]] = (row.cells for table in Document(io.BytesIO(data)).tables for row in table.rows)
    return [
        Filled(
            cells[0].text.split()[-1] if cells[0].text.split() else "",
            cells[at["value"]].text.strip(),
            cells[at["person"]].text.strip(),
        )
        for cells in rows
        if len(cells) == len(IN_DOCUMENT)
    ]
