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
    say, own = layout.say(edition), layout.data_folder(edition)
    documents, package = files["data/datapackage.json"], files[f"{own}datapackage.json"]
    return {
        f"{layout.folder(edition)}/downloads.md": layout.page(
            edition,
            "downloads.md.j2",
            translated=bool(edition.original),
            plans=[
                (plan.card, [(path, say(what)) for path, what in listed(documents) if path.startswith(f"plans/{id}/")])
                for plan in edition.plans
                for id in [plan.card.id]
            ],
            tables=[(own, *table) for table in listed(package) if is_table(table[0])]
            + [("data/", path, say(what)) for path, what in listed(documents) if is_of_all(path) and edition.original],
            package=(
                "datapackage.json",
                say(_("数据包说明（Frictionless Data Package）：各表的列、类型、大小和校验和")),
                size(len(package.encode("utf-8"))),
            ),
        )
    }


def listed(package: str) -> list[tuple[str, str]]:
    """Every file of the package, with a sentence on what it is."""
    return [(resource["path"], resource["title"]) for resource in json.loads(package)["resources"]]


def is_table(path: str) -> bool:
    return not path.startswith("plans/")


def is_of_all(path: str) -> bool:
    """The table that holds every translation stands with the tables of the plans' own language."""
    return path == "translations.csv"


def size(count: int) -> str:
    """12345 → 12 KB; 1336000 → 1.3 MB"""
    return f"{max(1, round(count / 1024))} KB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"
