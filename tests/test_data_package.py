"""The data package, by the reference validator: every table is what datapackage.json says of it; the workbook says the
same."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from frictionless import Package, system
from small_plan import write_plan

from build_tools import pipeline
from build_tools.model import spreadsheets
from build_tools.model.translation import has_han
from build_tools.publishing.workbook import sheet_name, write_workbook


@pytest.fixture(scope="module")
def package(content):
    with system.use_context(trusted=True):
        yield Package(str(content / "data" / "datapackage.json"))


def test_the_reference_validator_finds_no_fault(package):
    """Names and types of columns, sizes and checksums."""
    report = package.validate()
    assert report.flatten(["code", "type", "rowNumber", "fieldName", "note"]) == []


def test_the_english_tables_are_described_in_english(content):
    """Every table but that of translations, with heads in English; the same rows, and addresses on English pages."""
    folder = content / "data" / "en"
    with system.use_context(trusted=True):
        described = Package(str(folder / "datapackage.json"))
        assert described.validate().flatten(["code", "type", "rowNumber", "fieldName", "note"]) == []
    chinese = {path.name for path in (content / "data").glob("*.csv")} - {"translations.csv"}
    assert {path.name for path in folder.glob("*.csv")} == chinese
    for name in ("indicators.csv", "targets.csv", "projects.csv", "places.csv"):
        here, there = read_table(folder / name), read_table(content / "data" / name)
        assert [row["address"] for row in here] == [row["address"] for row in there]
        assert all(row["row_url"].startswith("en/") for row in here if row["row_url"])
    names = [row["name"] for row in read_table(folder / "indicators.csv")]
    assert [name for name in names if has_han(name)] == []


def read_table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_glossary_is_a_table_in_both_languages(content, edition):
    """A row a term, with where each chapter first uses it; the address leads to the term on its page."""
    rows = read_table(content / "data" / "glossary.csv")
    assert [row["zh"] for row in rows] == [term.name for term in edition.glossary]
    page = (content / "pages" / "zh" / "glossary.md").read_text(encoding="utf-8")
    assert all(f'id="{row["row_url"].partition("#")[2]}"' in page for row in rows)
    known = {block.address for plan in edition.plans for block in plan.blocks}
    known |= {unit.address for plan in edition.plans for unit in plan.units}
    assert {address for row in rows for address in row["first_uses"].split(";") if address} <= known


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
    looked_at = 0
    for table, columns in (("targets", ("normalized_value", "by_year")), ("projects", ("investment_yuan",))):
        with (content / "data" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                for column in columns:
                    assert not row[column] or float(row[column]) > 0 or row[column] == "0"
                    looked_at += bool(row[column])
    assert looked_at > 300


def test_a_spreadsheet_reads_the_tables_as_chinese_and_runs_nothing(content):
    """Every CSV begins with the mark of UTF-8, and no cell with the sign of a formula; the package says so."""
    package = json.loads((content / "data" / "datapackage.json").read_text(encoding="utf-8"))
    tables = [r for r in package["resources"] if r["format"] == "csv"]
    assert {r["encoding"] for r in tables} == {"utf-8-sig"}
    assert "撇号" in package["description"]
    cells = 0
    for table in tables:
        data = (content / "data" / table["path"]).read_bytes()
        assert data.startswith(b"\xef\xbb\xbf"), table["path"]
        assert data.count(b"\xef\xbb\xbf") == 1, table["path"]
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))):
            assert [cell for cell in row if spreadsheets.guarded(spreadsheets.unguarded(cell)) != cell] == []
            cells += len(row)
    assert cells > 10_000


HOSTILE = """第一章 指标

| 指标 | 2025年 | 2030年 | 属性 |
|---|---|---|---|
| =HYPERLINK("http://example.invalid","粮食产量")（亿斤） | 20 | 22.50 | 约束性 |
| +城镇化率（%） | -1.5 | 3 | 约束性 |
| @单位能耗降低（%） | 3-5 | 1/2 | 约束性 |

上述指标落实到位，各乡镇分解任务。
"""


def test_cells_like_formulas(tmp_path):
    """A cell that a spreadsheet would run is marked in the CSV and plain text in the workbook; a number is one in
    both; an address is a link."""
    sources, curated = tmp_path / "sources", tmp_path / "curated"
    write_plan(sources, "some", HOSTILE)
    curated.mkdir()
    (curated / "site.yml").write_text("address: https://plans.test/\nedition: 2026-01-02\n", encoding="utf-8")
    pipeline.convert(pipeline.editions_of(pipeline.read_edition(sources, curated), curated), tmp_path)
    text = (tmp_path / "data/indicators.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["name"][:4] for row in rows] == ["'=HY", "'+城镇", "'@单位"]
    assert [row["baseline"] for row in rows] == ["20", "-1.5", "3-5"]
    package = json.loads((tmp_path / "data/datapackage.json").read_text(encoding="utf-8"))
    assert (package["version"], package["created"]) == ("2026-01-02", "2026-01-02T00:00:00Z")
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    write_workbook(tmp_path / "data", tmp_path / "a.xlsx")
    book = zipfile.ZipFile(tmp_path / "a.xlsx")
    sheets = [book.read(name).decode("utf-8") for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    indicators = next(sheet for sheet in sheets if "<v>-1.5</v>" in sheet)
    assert all("<f>" not in sheet for sheet in sheets)
    assert "<v>22.5</v>" in indicators
    strings = book.read("xl/sharedStrings.xml").decode("utf-8")
    assert "=HYPERLINK(" in strings
    assert "'=HYPERLINK(" not in strings
    assert ">+城镇化率" in strings
    links = "".join(book.read(name).decode("utf-8") for name in book.namelist() if name.endswith(".xml.rels"))
    assert 'Target="https://plans.test/some/01/"' in links
    assert 'location="b1"' in indicators


@pytest.mark.parametrize(
    ("words", "name"), [("Notes: [1]", "Notes 1"), ("a" * 40, "a" * 31), ("'?'", "-"), ("说明", "说明")]
)
def test_any_words_become_the_name_of_a_sheet(words: str, name: str) -> None:
    """What a translator wrote never stops the workbook: Excel takes neither brackets nor more than 31 signs."""
    assert sheet_name(words) == name
