"""The published data (data contract): a document and a ledger a plan, tables of all plans, and the package that
describes them."""

from __future__ import annotations

import csv
import hashlib
import io
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.outline import Block, Unit
from ...model.problems import wording
from ...model.spreadsheets import BYTE_ORDER_MARK, guarded
from ...model.text import line_starts
from ...model.translation import _, has_han
from ...model.walks import corrections_in
from ..words import note_links, source_lines
from ..words.site_address import EXAMPLE
from .fact_tables import fact_tables
from .finding_tables import DESK, check_table, finding_table
from .json_text import to_json
from .link_tables import link_tables
from .moved_table import moved_table
from .place_table import place_table
from .published import Row, Table
from .row_columns import opening
from .source_text import source_pages
from .web_columns import line_web, page_web

LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "编者整理的数据和文字按 CC BY 4.0 许可使用，请注明出处；规划文本是政府公文，不在此列",
}
TEXT_COLUMNS = (
    "表格文件以字节顺序标记（BOM）开头。类型为 string 的列，凡电子表格会当作公式执行的格（以 = + - @ 开头而不是数字），"
    "前面加一个撇号（'）；去掉它就是原文。"
)


INDICATORS = Table(
    "indicators",
    _("官方指标表，一行一个指标，数值照录，空格即原文为空"),
    (
        ("plan", "string", "规划"),
        ("no", "string", "序号"),
        ("category", "string", "类别"),
        ("name", "string", "指标名称"),
        ("unit", "string", "单位"),
        ("breakdown", "string", "分项，如城镇、农村"),
        ("baseline_year", "year", "基期年份"),
        ("baseline", "string", "基期值，照录"),
        ("target_year", "year", "目标年份"),
        ("target", "string", "目标值，照录"),
        ("annual_growth", "string", "年均增长或累计，照录"),
        ("attribute", "string", "预期性或约束性"),
        ("cumulative", "boolean", "带 [ ] 的累计数"),
        ("source_line", "integer", "原文本行号"),
        ("name_en", "string", "英文名称（尚未翻译则为空）"),
        ("address", "string", "所在表格的地址"),
        ("id", "string", "这一行的编号：由名称和单位算出，不随序号变"),
        ("group", "string", "指标的编号：分项（城镇、农村）各行相同"),
        ("table", "string", "所在表格的地址"),
        ("area", "string", "数值所指的范围，如全市、城区；表中不分则为空"),
        ("baseline_value", "string", "基期值，只取数字"),
        ("target_value", "string", "目标值，只取数字"),
        ("comparator", "string", "目标值前后的限定：>= <= > < ≈ ="),
        ("interim", "string", "其他年份的数值，照录"),
    ),
)
PLACEHOLDERS = Table(
    "placeholders",
    _("草案中待填的数字（X），一行一处"),
    (
        ("plan", "string", "规划"),
        ("address", "string", "段落地址"),
        ("chapter", "string", "章"),
        ("line", "integer", "原文本行号"),
        ("quote", "string", "前后文"),
        ("unit", "string", "单位"),
        ("stands_for", "string", "待填的是什么（程序推断）"),
        ("kind", "string", "类型：figure 数字，blank 文字，cell 表格单元格"),
    ),
)
CORRECTIONS = Table(
    "corrections",
    _("识别错误的改正，一行一处"),
    (
        ("id", "string", "编号"),
        ("plan", "string", "规划"),
        ("address", "string", "地址"),
        ("line", "integer", "原文本行号"),
        ("before", "string", "原识别文字"),
        ("after", "string", "改正为"),
        ("reason", "string", "理由"),
    ),
)
TRANSLATIONS = Table(
    "translations",
    _("译文，一行一段（非官方，仅供参考）"),
    (
        ("plan", "string", "规划"),
        ("address", "string", "标题或段落的地址"),
        ("language", "string", "语言"),
        ("text", "string", "译文"),
        ("state", "string", "translated 已翻译，reviewed 已校对，fuzzy 按原文的旧版翻译"),
    ),
)
PROBLEMS = Table(
    "problems",
    _("转换中需要人工核对之处，一行一处"),
    (
        ("plan", "string", "规划"),
        ("severity", "string", "warning 请核对；note 仅供知悉"),
        ("code", "string", "种类"),
        ("line", "integer", "原文本行号"),
        ("what", "string", "情况"),
        ("advice", "string", "建议"),
        ("id", "string", "编号，由种类和所引文字得出，文字不变则不变"),
    ),
)


def write(edition: Edition, translated: Sequence[Edition] = ()) -> dict[str, str]:
    """`translated`: the same edition in other languages; the English names stand in the tables, every translation in
    one of its own."""
    files: dict[str, str] = {}
    english = english_names(translated)
    for plan in edition.plans:
        files[f"data/plans/{plan.card.id}/document.json"] = to_json(document(plan, english))
        files[f"data/plans/{plan.card.id}/ledger.json"] = to_json(ledger(plan))
        files |= source_pages(plan)
        if plan.moved:
            files[f"data/plans/{plan.card.id}/moved.csv"] = to_csv(*moved_table(plan))
    tables: tuple[tuple[Table, list[Row]], ...] = (
        (INDICATORS, indicator_rows(edition, english)),
        (PLACEHOLDERS, [row for plan in edition.plans for row in placeholder_rows(plan)]),
        *fact_tables(edition),
        *link_tables(edition),
        place_table(edition),
        (CORRECTIONS, [row for plan in edition.plans for row in correction_rows(plan)]),
        (TRANSLATIONS, [row for other in translated for row in translation_rows(other)]),
        (PROBLEMS, [row for plan in edition.plans for row in problem_rows(plan)]),
        finding_table(edition),
        check_table(edition),
    )
    tables = tuple(opening(table, rows, edition) for table, rows in tables)
    for table, rows in tables:
        files[f"data/{table.name}.csv"] = to_csv(table, rows)
    shown = all(plan.card.publish_findings for plan in edition.plans)
    kept = {table.name for table in DESK}
    public = [table for table, _ in tables if shown or table.name not in kept]
    files["data/datapackage.json"] = to_json(package(edition, public, files))
    return files


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


def translation_rows(edition: Edition) -> Iterator[Row]:
    """Every heading, paragraph, box and note of the plans that has a translation; tables are in documents of their
    own."""
    for plan in edition.plans:
        parts: list[Unit | Block] = [*plan.units, *plan.blocks]
        for part in parts:
            state = edition.states.get(part.address, "missing")
            words = part.title.string if isinstance(part, Unit) else part.text.string
            if state != "missing" and words:
                yield plan.card.id, part.address, edition.language, words, state


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
        | ({"files": list(card.files)} if card.files else {}),
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


def chapter_names(plan: Plan) -> dict[str, str]:
    """plan/03 → 第三章, or the title where the chapter has no number"""
    return {unit.address: unit.number.string or unit.title.string for unit in plan.units}


def indicator_rows(edition: Edition, english: Mapping[str, str]) -> list[Row]:
    return INDICATORS.rows(
        (indicator for plan in edition.plans for indicator in plan.indicators),
        {
            "cumulative": lambda indicator: str(indicator.cumulative).lower(),
            "name_en": lambda indicator: english.get(indicator.key, ""),
            "table": lambda indicator: indicator.address,
        },
    )


def placeholder_rows(plan: Plan) -> list[Row]:
    chapters = chapter_names(plan)
    return PLACEHOLDERS.rows(plan.placeholders, {"chapter": lambda one: chapters[Address(one.address).chapter]})


def correction_rows(plan: Plan) -> list[Row]:
    starts = line_starts(plan.source)
    places = {id: block.address for block in plan.blocks for id in corrections_in(plan, block)}
    return CORRECTIONS.rows(
        plan.changes,
        {
            "plan": lambda change: plan.card.id,
            "address": lambda change: places.get(change.id, ""),
            "line": lambda change: bisect_right(starts, change.start),
        },
    )


def problem_rows(plan: Plan) -> list[Row]:
    return PROBLEMS.rows(
        plan.problems,
        {
            "plan": lambda problem: plan.card.id,
            "what": lambda problem: wording(problem.code, problem.values, "zh")[0],
            "advice": lambda problem: wording(problem.code, problem.values, "zh")[1],
        },
    )


def package(edition: Edition, tables: list[Table], files: dict[str, str]) -> dict[str, Any]:
    """Frictionless Data Package (v1): every table with its columns, size and checksum; the documents and ledgers as
    JSON."""
    resources = [
        {
            "name": table.name,
            "path": f"{table.name}.csv",
            "title": table.title,
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8-sig",
            **measure(files[f"data/{table.name}.csv"]),
            "schema": {
                "fields": [{"name": name, "type": kind, "title": title} for name, kind, title in table.columns],
                "missingValues": [""],
            },
        }
        for table in tables
    ]
    for plan in edition.plans:
        for kind, title in (
            ("document", _("全文：标题、段落、专栏、表格，每条带地址和原文本行号")),
            ("ledger", _("账本：去掉和改正的每个字符及其理由")),
        ):
            path = f"plans/{plan.card.id}/{kind}.json"
            resources.append(
                {
                    "name": f"{plan.card.id}-{kind}",
                    "path": path,
                    "title": title,
                    "format": "json",
                    "mediatype": "application/json",
                    "encoding": "utf-8",
                    **measure(files[f"data/{path}"]),
                }
            )
    return {
        "profile": "data-package",
        "name": "plan-reader",
        "title": edition.site.get("title", "规划读本") + "数据",
        "description": f"县（市、区）五年规划的全文、指标表、待填项与转换账本。{TEXT_COLUMNS}",
        **edition_of(edition),
        "licenses": [LICENCE],
        "sources": [{"title": f"{plan.card.title}（{plan.card.origin}）"} for plan in edition.plans],
        "resources": resources,
    }


def edition_of(edition: Edition) -> dict[str, str]:
    """Version and day, as site.yml has them, and the address of the site; what it does not say, or only as an
    example, is left out."""
    date, address = edition.site.get("edition"), str(edition.site.get("address") or "")
    known = {"version": str(date), "created": f"{date}T00:00:00Z"} if date else {}
    return known | ({"homepage": address} if address and not EXAMPLE.match(address) else {})


def measure(text: str) -> dict[str, Any]:
    data = text.encode("utf-8")
    return {"bytes": len(data), "hash": "sha256:" + hashlib.sha256(data).hexdigest()}
