"""All published tables as one workbook a language, a sheet a table; made from the data package, so it can say nothing
else."""

from __future__ import annotations

import csv
import json
import os
import re
from datetime import datetime
from pathlib import Path
from typing import Any

from ..model.address import Address, is_published
from ..model.spreadsheets import unguarded
from . import data_addresses

FOLDER = (
    "tables"  # below build/; the site has each beside its tables: /data/plan-reader.xlsx, /data/en/plan-reader-en.xlsx
)
PACKAGE = "datapackage.json"
WIDEST = 60  # characters a column
FIXED = datetime(2000, 1, 1)  # the same tables give the same bytes on any day
UNNAMED = re.compile(r"[\[\]:*?/\\\x00-\x1f]")  # signs that the name of a sheet may not have
LONGEST_NAME = 31
NUMBERS = ("integer", "number", "year")
PRINTED_NUMBER = re.compile(r"-?(0|[1-9]\d{0,11})(\.\d{1,4})?")  # as the plan has it: 12.50; not 007, and no long code
ADDRESSES = ("address", "other_address", "from", "to", "paragraph")

Table = dict[str, Any]  # a resource of datapackage.json; the sheet, its book and its formats are the library's own


def packages(data: Path) -> list[tuple[Path, str]]:
    """Every folder of tables below `data` (those of a translation lie in one of their own), and its workbook's name."""
    return [
        (path.parent, f"{json.loads(path.read_text(encoding='utf-8'))['name']}.xlsx")
        for path in sorted((*data.glob(PACKAGE), *data.glob(f"*/{PACKAGE}")))
    ]


def write_all(data: Path | None, folder: Path) -> None:
    """Without tables there is none."""
    for tables, name in packages(data) if data else []:
        write_if_changed(tables, folder / name)


def write_if_changed(data: Path, target: Path) -> None:
    """Writing takes its time, so an unchanged workbook stays: beside it lies the description, with checksums, of the
    tables it was made of."""
    homepage = os.environ.get(data_addresses.SITE_ADDRESS, "")
    now = (data / PACKAGE).read_bytes() + Path(__file__).read_bytes() + homepage.encode()
    before = target.with_name(f".{target.stem}.json")
    if target.is_file() and before.is_file() and before.read_bytes() == now:
        return
    before.unlink(missing_ok=True)
    write_workbook(data, target, homepage)
    before.write_bytes(now)


def write_workbook(data: Path, target: Path, homepage: str = "") -> None:
    """`data`: a folder with datapackage.json. The first sheet tells what the others hold. `homepage`: where
    addresses lead, if not as it says."""
    import xlsxwriter  # here, because only this command needs it and it takes its time

    package = json.loads((data / PACKAGE).read_text(encoding="utf-8"))
    tables = [resource for resource in package["resources"] if resource.get("profile") == "tabular-data-resource"]
    target.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(target), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": package["title"], "created": FIXED})
        bold = book.add_format({"bold": True})
        first = book.add_worksheet(sheet_name(package["workbook"]["sheet"]))
        write_list(first, package["workbook"]["heads"], tables, bold)
        for table in tables:
            sheet, rows = book.add_worksheet(sheet_name(table["name"])), read_rows(data / table["path"])
            write_sheet(sheet, table, rows, bold, Looks(book, homepage or str(package.get("homepage") or "")))


def sheet_name(words: str) -> str:
    """A translator's words as the name of a sheet: Notes: [1] → Notes 1; 31 signs at most, as Excel has it."""
    return UNNAMED.sub("", words)[:LONGEST_NAME].strip(" '") or "-"


def read_rows(path: Path) -> list[list[str]]:
    """Without the head, and without the marks against formulas: a workbook knows what is text."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [[unguarded(value) for value in row] for row in csv.reader(file)][1:]


class Looks:
    """How numbers are shown, by their decimals, and where addresses lead."""

    def __init__(self, book: Any, homepage: str) -> None:
        self.homepage = homepage.rstrip("/") + "/" if homepage else ""
        self.decimals = [book.add_format({"num_format": "0" + ("." + "0" * n if n else "")}) for n in range(5)]

    def of(self, number: str) -> Any:
        """12.50 keeps its two decimals"""
        return self.decimals[min(len(number.partition(".")[2]), 4)]

    def link(self, column: str, value: str) -> str:
        """plan/03/01#2 → https://…/plan/03/#s01-p2; what is no address leads nowhere"""
        if column in data_addresses.COLUMNS:
            return (
                value if value.startswith(("https://", "http://")) else self.homepage + value if self.homepage else ""
            )
        if column not in ADDRESSES or not self.homepage or not is_published(value):
            return ""
        return f"{self.homepage}{Address(value).web}"


def write_list(sheet: Any, heads: list[str], tables: list[Table], bold: Any) -> None:
    """Every table, and every column with what it means."""
    rows = [(table["name"], field["name"], field["title"]) for table in tables for field in table["schema"]["fields"]]
    sheet.write_row(0, 0, heads, bold)
    for place, row in enumerate(rows, 1):
        sheet.write_row(place, 0, row)
    sheet.set_column(0, 1, 22)
    sheet.set_column(2, 2, WIDEST)
    sheet.freeze_panes(1, 0)


def write_sheet(sheet: Any, table: Table, rows: list[list[str]], bold: Any, looks: Looks) -> None:
    fields = table["schema"]["fields"]
    sheet.write_row(0, 0, [field["title"] for field in fields], bold)
    for place, row in enumerate(rows, 1):
        for column, (field, value) in enumerate(zip(fields, row, strict=False)):
            write_cell(sheet, (place, column), field, value, looks)
    for column, field in enumerate(fields):
        longest = max([len(field["title"]), *(len(row[column]) for row in rows)])
        sheet.set_column(column, column, min(WIDEST, 2 + 2 * longest))
    sheet.freeze_panes(1, 0)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(fields) - 1)


def write_cell(sheet: Any, place: tuple[int, int], field: dict[str, str], value: str, looks: Looks) -> None:
    """An empty cell stays empty; a number is written as one, so that it can be summed; an address leads to its page."""
    if not value:
        return
    if field["type"] in NUMBERS:
        sheet.write_number(*place, float(value))
    elif PRINTED_NUMBER.fullmatch(value):
        sheet.write_number(*place, float(value), looks.of(value))
    elif link := looks.link(field["name"], value):
        sheet.write_url(*place, link, None, value)
    else:
        sheet.write_string(*place, value)
