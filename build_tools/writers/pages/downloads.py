"""The downloads page: what the data package describes, for people — each file with its size and a sentence on what it
is."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ...model.edition import Edition
from ...model.translation import _
from ..words import layout


def write(edition: Edition, files: Mapping[str, str]) -> dict[str, str]:
    """`files` are those of data_files.write."""
    package = files["data/datapackage.json"]
    say = layout.say(edition)
    entries = [(r["path"], say(r["title"]), size(r["bytes"])) for r in json.loads(package)["resources"]]
    return {
        f"{layout.folder(edition)}/downloads.md": layout.page(
            edition,
            "downloads.md.j2",
            translated=bool(edition.original),
            plans=[
                (plan.card, [entry for entry in entries if entry[0].startswith(f"plans/{plan.card.id}/")])
                for plan in edition.plans
            ],
            tables=[entry for entry in entries if not entry[0].startswith("plans/")],
            package=(
                "datapackage.json",
                say(_("数据包说明（Frictionless Data Package）：各表的列、类型、大小和校验和")),
                size(len(package.encode("utf-8"))),
            ),
        )
    }


def size(count: int) -> str:
    """12345 → 12 KB; 1336000 → 1.3 MB"""
    return f"{max(1, round(count / 1024))} KB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"
