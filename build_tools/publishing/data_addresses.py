"""Addresses in the published data: relative to the site's root in content/data, absolute where the site has an address
of its own.

A table that was downloaded stands alone; whoever opens it must not have to know where it came from.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
from pathlib import Path

from ..model.spreadsheets import BYTE_ORDER_MARK

SITE_ADDRESS = "SITE_URL"  # the variable that holds the address of the site
COLUMNS = ("url", "source_url", "from_url", "to_url", "other_url", "other_source_url", "row_url")
IN_JSON = re.compile(r'(?<=[{ ])("(?:source_)?url": ")(?=[^"])(?!https?://)')
SCHEMES = ("http://", "https://")


def make_absolute(data: Path, site: str | None = None) -> None:
    """Every address in the tables and documents of `data`, a built folder; the package then tells their new sizes and
    checksums."""
    home = os.environ.get(SITE_ADDRESS, "") if site is None else site
    package = data / "datapackage.json"
    if not home or not package.is_file():
        return
    described = json.loads(package.read_text(encoding="utf-8"))
    changed: dict[str, str] = {}
    for resource in described["resources"]:
        path = data / resource["path"]
        before = path.read_bytes().decode("utf-8")
        after = of_table(before, home) if path.suffix == ".csv" else of_document(before, home)
        if after != before:
            path.write_text(after, encoding="utf-8", newline="\n")
            changed |= {measured(before): measured(after)}
    text = package.read_text(encoding="utf-8")
    for before, after in changed.items():
        text = text.replace(before, after)
    package.write_text(text, encoding="utf-8", newline="\n")


def measured(text: str) -> str:
    """As the package tells it."""
    data = text.encode("utf-8")
    return f'"bytes": {len(data)}, "hash": "sha256:{hashlib.sha256(data).hexdigest()}"'


def of_table(text: str, home: str) -> str:
    """some/03/#s01-p2 → https://…/some/03/#s01-p2, in the columns that hold addresses"""
    head, *rows = list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK))))
    places = [at for at, name in enumerate(head) if name in COLUMNS]
    if not places:
        return text
    out = io.StringIO()
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([absolute(cell, home) if at in places else cell for at, cell in enumerate(row)])
    return out.getvalue()


def absolute(cell: str, home: str) -> str:
    return home.rstrip("/") + "/" + cell if cell and not cell.startswith(SCHEMES) else cell


def of_document(text: str, home: str) -> str:
    return IN_JSON.sub(lambda match: match.group() + home.rstrip("/") + "/", text)
