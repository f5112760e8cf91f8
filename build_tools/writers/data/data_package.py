"""datapackage.json: what the published files are, for programs (Frictionless Data Package, version 1)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from ...model.edition import Edition
from ...model.translation import _
from ..words import layout
from ..words.site_address import EXAMPLE
from .published import Table

LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": _("编者整理的数据和文字按 CC BY 4.0 许可使用，请注明出处；规划文本是政府公文，不在此列"),
}
CONTENT = _("县（市、区）五年规划的全文、指标表、待填项与转换账本。")
MARK = _("表格文件以字节顺序标记（BOM）开头。")
TEXT_COLUMNS = _(
    "类型为 string 的列，凡电子表格会当作公式执行的格（以 = + - @ 开头而不是数字），前面加一个撇号（'）；去掉它就是原文。"
)
LIST = (_("说明"), (_("工作表"), _("列"), _("含义")))  # the first sheet of the workbook, publishing/workbook.py
DOCUMENTS = (
    ("document", _("全文：标题、段落、专栏、表格，每条带地址和原文本行号")),
    ("ledger", _("账本：去掉和改正的每个字符及其理由")),
)

RECEIVED = _("收到的文件（Word、Excel 文件去掉了批注、修订和作者姓名）")


def package(
    edition: Edition, tables: Sequence[Table], files: Mapping[str, str], documents: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """Every table with its columns, size and checksum, and the documents; in the language of the edition."""
    say, code = layout.say(edition), f"-{edition.language.lower()}" if edition.original else ""
    sheet, heads = LIST
    return {
        "profile": "data-package",
        "name": f"plan-reader{code}",
        "title": say(_("{title}数据")).format(title=edition.site.get("title") or say(_("规划读本"))),
        "description": layout.sentence_joint(say).join(map(say, (CONTENT, MARK, TEXT_COLUMNS))),
        **edition_of(edition),
        "licenses": [LICENCE | {"title": say(LICENCE["title"])}],
        "sources": [{"title": f"{plan.card.title}（{plan.card.origin}）"} for plan in edition.plans],
        "workbook": {"sheet": say(sheet), "heads": [say(head) for head in heads]},
        "resources": [
            described(table, files[f"{layout.data_folder(edition)}{table.name}.csv"], say) for table in tables
        ]
        + list(documents),
    }


def described(table: Table, text: str, say: layout.Say) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": say(table.title),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        **measure(text),
        "schema": {
            "fields": [{"name": name, "type": kind, "title": say(title)} for name, kind, title in table.columns],
            "missingValues": [""],
        },
    }


def described_documents(edition: Edition, files: Mapping[str, str]) -> list[dict[str, Any]]:
    """The documents and ledgers, which are one for all languages."""
    return [
        {
            "name": f"{plan.card.id}-{kind}",
            "path": f"plans/{plan.card.id}/{kind}.json",
            "title": title,
            "format": "json",
            "mediatype": "application/json",
            "encoding": "utf-8",
            **measure(files[f"data/plans/{plan.card.id}/{kind}.json"]),
        }
        for plan in edition.plans
        for kind, title in DOCUMENTS
    ]


def described_received(edition: Edition, received: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """The files as received that are published with their plan."""
    return [
        {
            "name": f"{plan.card.id}-received-{number}",
            "path": path,
            "title": RECEIVED,
            "format": path.rpartition(".")[2],
            **measured(received[f"data/{path}"]),
        }
        for plan in edition.plans
        for number, path in enumerate(plan.card.published_files, 1)
        if f"data/{path}" in received
    ]


def edition_of(edition: Edition) -> dict[str, str]:
    """Version and day, as site.yml has them, and the address of the site; what it does not say, or only as an
    example, is left out."""
    date, address = edition.site.get("edition"), str(edition.site.get("address") or "")
    known = {"version": str(date), "created": f"{date}T00:00:00Z"} if date else {}
    return known | ({"homepage": address} if address and not EXAMPLE.match(address) else {})


def measure(text: str) -> dict[str, Any]:
    return measured(text.encode("utf-8"))


def measured(data: bytes) -> dict[str, Any]:
    return {"bytes": len(data), "hash": "sha256:" + hashlib.sha256(data).hexdigest()}
