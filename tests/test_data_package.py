"""The data package, by the reference validator: every table is what datapackage.json says of it; the workbook says the same."""

from __future__ import annotations

import csv
import json
import zipfile

import pytest
from frictionless import Package, system

from build_tools.publishing.workbook import write_workbook


@pytest.fixture(scope="module")
def package(content):
    with system.use_context(trusted=True):
        yield Package(str(content / "data" / "datapackage.json"))


def test_the_reference_validator_finds_no_fault(package):
    """Names and types of columns, sizes and checksums."""
    report = package.validate()
    assert report.flatten(["code", "type", "rowNumber", "fieldName", "note"]) == []


def test_every_table_of_the_folder_is_described(content, package):
    assert {path.name for path in (content / "data").glob("*.csv")} == {
        resource.path for resource in package.resources if resource.path.endswith(".csv")
    }


def test_the_workbook_has_a_sheet_for_every_table_and_the_same_bytes_twice(content, tmp_path):
    write_workbook(content / "data", tmp_path / "a.xlsx")
    write_workbook(content / "data", tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    sheets = zipfile.ZipFile(tmp_path / "a.xlsx").read("xl/workbook.xml").decode("utf-8")
    tables = [
        r["name"]
        for r in json.loads((content / "data" / "datapackage.json").read_text(encoding="utf-8"))["resources"]
        if r.get("profile") == "tabular-data-resource"
    ]
    assert all(f'name="{name}"' in sheets for name in tables)


def test_numbers_in_the_tables_of_facts_are_numbers(content):
    """A reader who sums a column gets a sum: no units, no signs."""
    for table, columns in (("targets", ("normalized_value", "by_year")), ("projects", ("investment_yuan",))):
        with (content / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column in columns:
                    assert not row[column] or float(row[column]) > 0 or row[column] == "0"
