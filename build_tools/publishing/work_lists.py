"""Work lists as files of an office: a workbook to be filled in, and a document to be handed round."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from .office_zip import same_bytes

FIXED = datetime(2000, 1, 1)
FOR_PEOPLE = ("value", "person", "due", "done", "remark")
IN_DOCUMENT = ("place", "missing", "sentence", "own", "other", "value", "person")
WIDTHS = (2.6, 3.4, 7.2, 3.6, 3.6, 2.4, 1.9)  # centimetres, of a page laid across
ID = "id"
LINE, HIGHEST = 15, 400  # points
SIZE, SIZE_OF_TEXT = 9 * 12700, 12 * 12700  # 9 and 12 points, in the unit of Word files (EMU)


def workbook(
    columns: Sequence[tuple[str, str, int]],
    rows: Sequence[Sequence[str]],
    tally: Sequence[Sequence[str | int]],
    names: tuple[str, str],
    title: str,
) -> bytes:
    """Two sheets: the tasks, with the columns for people marked, and how many there are. Text stays text, whatever it
    begins with."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": title, "created": FIXED})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        filled = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#FFF2CC"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        empty = book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FFFBEF", "border": 4})
        sheet = book.add_worksheet(names[0][:31])
        for place, (key, words, width) in enumerate(columns):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, words, filled if key in FOR_PEOPLE else head)
        for line, row in enumerate(rows, 1):
            sheet.set_row(line, height_of(row, columns))
            for place, (key, _words, _width) in enumerate(columns):
                if key in FOR_PEOPLE:
                    sheet.write_blank(line, place, None, empty)
                else:
                    sheet.write_string(line, place, row[place], wrapped)
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)
        if rows:
            sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        counts = book.add_worksheet(names[1][:31])
        counts.set_column(0, len(tally[0]), 14)
        for line, numbers in enumerate(tally):
            for place, number in enumerate(numbers):
                counts.write(line, place, number, head if line == 0 else None)
    return out.getvalue()


def height_of(row: Sequence[str], columns: Sequence[tuple[str, str, int]]) -> float:
    """Of a row whose cells wrap: a Chinese sign is two wide. Not every program finds the height by itself."""
    lines = (
        sum(max(1, -(-display_width(part) // width)) for part in words.split("\n"))
        for words, (_key, _head, width) in zip(row, columns, strict=True)
    )
    return float(min(LINE * max(lines, default=1) + 2, HIGHEST))


def display_width(words: str) -> int:
    return sum(1 if sign.isascii() else 2 for sign in words)


def document(columns: Sequence[tuple[str, str, int]], rows: Sequence[Sequence[str]], title: str, lead: str) -> bytes:
    """A table a chapter, its head repeated on every page; the number of each task in small print below its place."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    made = Document()
    page = made.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    faces(made, "宋体", SIZE)
    made.core_properties.title, made.core_properties.author = title, ""
    made.core_properties.created = made.core_properties.modified = FIXED
    made.add_heading(title, 0)
    made.add_paragraph(lead)
    at = {key: place for place, (key, _words, _width) in enumerate(columns)}
    heads = [columns[at[key]][1] for key in IN_DOCUMENT]
    for chapter, found in by_chapter(rows, at["chapter"]):
        made.add_heading(chapter, 1)
        table = made.add_table(1, len(heads), "Table Grid")
        table.autofit = False
        fill(table.rows[0].cells, heads, bold=True)
        repeat_head(table.rows[0])
        for row in found:
            values = [row[at[key]] for key in IN_DOCUMENT]
            values[0] += f"\n{row[at[ID]]}"
            fill(table.add_row().cells, values)
        for column, width in zip(table.columns, WIDTHS, strict=True):
            column.width = Cm(width)  # the grid, which LibreOffice goes by; Word goes by the cells
        for row in table.rows:
            whole(row)
            for cell, width in zip(row.cells, WIDTHS, strict=True):
                cell.width = Cm(width)
    out = io.BytesIO()
    made.save(out)
    return same_bytes(out.getvalue())


def by_chapter(rows: Iterable[Sequence[str]], at: int) -> list[tuple[str, list[Sequence[str]]]]:
    found: dict[str, list[Sequence[str]]] = {}
    for row in rows:
        found.setdefault(row[at], []).append(row)
    return list(found.items())


def faces(made: Any, face: str, size: int) -> None:
    """Word takes the face of Chinese signs from an attribute of its own."""
    from docx.oxml.ns import qn

    for name in ("Normal", "Title", "Heading 1"):
        style = made.styles[name]
        style.font.name = face
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    made.styles["Normal"].font.size = size


def fill(cells: Sequence[Any], values: Sequence[str], bold: bool = False) -> None:
    for cell, value in zip(cells, values, strict=True):
        run = cell.paragraphs[0].add_run(value)
        run.bold = bold or None


def whole(row: Any) -> None:
    """A task is not parted by the end of a page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def repeat_head(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
