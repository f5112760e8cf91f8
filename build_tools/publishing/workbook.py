"""All published tables as one workbook, a sheet a table; made from the data package, so it can say nothing else."""

from __future__ import annotations

import csv
import json
from datetime import datetime
from pathlib import Path

FILE = "tables/plan-reader.xlsx"  # below build/; the site has it in /data/
OF = ".datapackage.json"  # beside it: the description, with checksums, of the tables it was made of
WIDEST = 60  # characters a column
FIXED = datetime(2000, 1, 1)  # the same tables give the same bytes on any day
NUMBERS = ("integer", "number", "year")


def write_if_changed(data: Path | None, target: Path) -> None:
    """Writing takes its time, so an unchanged workbook stays. Without tables there is none."""
    if data is None:
        return
    now, before = (data / "datapackage.json").read_bytes() + Path(__file__).read_bytes(), target.parent / OF
    if target.is_file() and before.is_file() and before.read_bytes() == now:
        return
    before.unlink(missing_ok=True)
    write_workbook(data, target)
    before.write_bytes(now)


def write_workbook(data: Path, target: Path) -> None:
    """`data`: a folder with datapackage.json. The first sheet tells what the others hold."""
    import xlsxwriter  # here, because only this command needs it and it takes its time

    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    tables = [resource for resource in package["resources"] if resource.get("profile") == "tabular-data-resource"]
    target.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(target), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": package["title"], "created": FIXED})
        bold = book.add_format({"bold": True})
        write_list(book.add_worksheet("说明"), tables, bold)
        for table in tables:
            with (data / table["path"]).open(encoding="utf-8", newline="") as file:
                write_sheet(book.add_worksheet(table["name"][:31]), table, list(csv.reader(file))[1:], bold)


def write_list(sheet, tables: list[dict], bold) -> None:
    """Every table, and every column with what it means."""
    rows = [(table["name"], field["name"], field["title"]) for table in tables for field in table["schema"]["fields"]]
    sheet.write_row(0, 0, ("工作表", "列", "含义"), bold)
    for place, row in enumerate(rows, 1):
        sheet.write_row(place, 0, row)
    sheet.set_column(0, 1, 22)
    sheet.set_column(2, 2, WIDEST)
    sheet.freeze_panes(1, 0)


def write_sheet(sheet, table: dict, rows: list[list[str]], bold) -> None:
    fields = table["schema"]["fields"]
    sheet.write_row(0, 0, [field["title"] for field in fields], bold)
    for place, row in enumerate(rows, 1):
        for column, (field, value) in enumerate(zip(fields, row)):
            write_cell(sheet, place, column, field["type"], value)
    for column, field in enumerate(fields):
        longest = max([len(field["title"]), *(len(row[column]) for row in rows)])
        sheet.set_column(column, column, min(WIDEST, 2 + 2 * longest))
    sheet.freeze_panes(1, 0)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(fields) - 1)


def write_cell(sheet, row: int, column: int, kind: str, value: str) -> None:
    """An empty cell stays empty; a number is written as one, so that it can be summed."""
    if kind in NUMBERS and value:
        sheet.write_number(row, column, float(value))
    elif value:
        sheet.write_string(row, column, value)
