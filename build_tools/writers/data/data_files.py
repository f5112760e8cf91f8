"""The published data (data contract): a document and a ledger a plan, tables of all plans, and the package that
describes them."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ...model.edition import Edition, Plan
from ...model.outline import Block
from ...model.spreadsheets import BYTE_ORDER_MARK, guarded
from ...model.translation import has_han
from ...model.walks import corrections_in
from ..words import note_links, source_lines
from ..words.layout import data_folder
from .data_package import described_documents, described_received, package
from .fact_tables import fact_tables
from .finding_tables import DESK, check_table, finding_table
from .glossary_table import glossary_table
from .json_text import to_json
from .link_tables import link_tables
from .moved_table import moved_table
from .place_table import place_table
from .plan_tables import correction_table, indicator_table, placeholder_table, problem_table, translation_table
from .published import Row, Table
from .row_columns import opening
from .source_text import source_pages
from .translated_tables import in_translation
from .web_columns import line_web, page_web


def write(
    edition: Edition, translated: Sequence[Edition] = (), received: Mapping[str, bytes] | None = None
) -> dict[str, str]:
    """`translated`: the same edition in other languages; the English names stand in the tables, every translation in
    one of its own. `received`: the files as received that are published, by path; the package names them."""
    files: dict[str, str] = {}
    english = english_names(translated)
    for plan in edition.plans:
        files[f"data/plans/{plan.card.id}/document.json"] = to_json(document(plan, english))
        files[f"data/plans/{plan.card.id}/ledger.json"] = to_json(ledger(plan))
        files |= source_pages(plan)
        if plan.moved:
            files[f"data/plans/{plan.card.id}/moved.csv"] = to_csv(*moved_table(plan))
    tables = (*tables_of(edition, english), translation_table(translated))
    described = described_documents(edition, files) + described_received(edition, received or {})
    files |= written(edition, tables, described)
    for other in translated:
        files |= written(other, tables_of(other, english), [])
    return files


def tables_of(edition: Edition, english: Mapping[str, str]) -> tuple[tuple[Table, list[Row]], ...]:
    """Every table that a language has of its own."""
    return (
        indicator_table(edition, english),
        placeholder_table(edition),
        *fact_tables(edition),
        *link_tables(edition),
        place_table(edition),
        glossary_table(edition),
        correction_table(edition),
        problem_table(edition),
        finding_table(edition),
        check_table(edition),
    )


def written(
    edition: Edition, tables: Sequence[tuple[Table, list[Row]]], described: list[dict[str, Any]]
) -> dict[str, str]:
    """The tables with all their addresses, and the package that describes them: in data/, those of a translation in
    data/en/. `described`: what else is in the package."""
    folder = data_folder(edition)
    opened = [in_translation(*opening(table, rows, edition), edition) for table, rows in tables]
    files = {f"{folder}{table.name}.csv": to_csv(table, rows) for table, rows in opened}
    shown = all(plan.card.publish_findings for plan in edition.plans)
    kept = {table.name for table in DESK}
    public = [table for table, _ in opened if shown or table.name not in kept]
    return files | {f"{folder}datapackage.json": to_json(package(edition, public, files, described))}


def english_names(translated: Sequence[Edition]) -> dict[str, str]:
    """Address of a unit, or plan and number of an indicator, → its English name; what is not translated is left out."""
    units = {
        unit.address: unit.title.string
        for edition in translated
        if edition.language == "en"
        for plan in edition.plans
        for unit in plan.units
    }
    indicators = {
        i.key: i.name
        for edition in translated
        if edition.language == "en"
        for plan in edition.plans
        for i in plan.indicators
    }
    return {key: name for key, name in (units | indicators).items() if not has_han(name)}


def to_csv(table: Table, rows: list[Row]) -> str:
    """Fit to be opened in a spreadsheet: it is known to be UTF-8, and no cell of it is run."""
    out = io.StringIO()
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(name for name, _, _ in table.columns)
    writer.writerows([guarded(value) if isinstance(value, str) else value for value in row] for row in rows)
    return out.getvalue()


def document(plan: Plan, english: Mapping[str, str]) -> dict[str, Any]:
    card, line = plan.card, line_web(plan)
    return {
        "plan": card.id,
        "name": card.name,
        "title": card.title,
        "name_en": card.name_en,
        "period": list(card.period),
        "status": card.status,
        "source": {"file": card.file, "sha256": plan.sha256, "characters": len(plan.source)}
        | ({"files": list(card.files)} if card.files else {})
        | ({"published": list(card.published_files)} if card.publish_source else {}),
        "units": [
            {
                "address": unit.address,
                "level": unit.level,
                "number": unit.number.string,
                "title": unit.title.string,
                "title_en": english.get(unit.address, ""),
                "line": unit.line,
                "url": page_web(unit.address),
                "source_url": line(unit.line),
            }
            for unit in plan.units
        ],
        "blocks": [
            block_entry(plan, block) | {"url": page_web(block.address), "source_url": line(block.lines[0])}
            for block in plan.blocks
        ],
        "title_en": card.title_en,
        "url": f"{card.id}/",
        "source_url": source_lines.folder_of(plan) + source_lines.file_name(0),
    }


def block_entry(plan: Plan, block: Block) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "address": block.address,
        "unit": block.unit,
        "kind": block.kind,
        "marker": block.marker.string,
        "text": block.text.string if block.kind != "table" else table_text(block),
        "lines": list(block.lines),
        "corrections": corrections_in(plan, block),
    }
    if page := plan.page_of(block.lines[0]):
        entry["page"] = page
    if footnotes := note_links.texts(block, plan):
        entry["footnotes"] = footnotes
    if block.lead:
        entry["lead"] = block.lead
    if block.kind == "table":
        entry["rows"] = [
            [
                {"text": cell.text.string, "rowspan": cell.rowspan, "colspan": cell.colspan, "header": cell.header}
                | ({"inferred": True} if cell.inferred else {})
                for cell in row
            ]
            for row in block.rows
        ]
    return entry


def table_text(block: Block) -> str:
    """A table as plain text: a tab between cells, a line a row."""
    return "\n".join("\t".join(cell.text.string for cell in row) for row in block.rows)


def ledger(plan: Plan) -> dict[str, Any]:
    totals: Counter[str] = Counter()
    for entry in plan.removed:
        totals[entry.reason] += entry.end - entry.start
    return {
        "characters": len(plan.source),
        "removed": [{"start": r.start, "end": r.end, "reason": r.reason} for r in plan.removed],
        "changed": [
            {"start": c.start, "end": c.end, "before": c.before, "after": c.after, "reason": c.reason}
            for c in sorted(plan.changes + plan.folded, key=lambda change: change.start)
        ],
        "totals": dict(sorted(totals.items())),
    }
