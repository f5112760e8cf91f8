"""JSON as it is published: short to diff, quick to write, Chinese as it is."""

from __future__ import annotations

import json
from typing import Any


def to_json(value: dict[str, Any]) -> str:
    """A key a line, and of a list an entry a line: short to diff, quick to write."""
    lines = [
        f" {plain_json(key)}: "
        + (list_json(entry) if isinstance(entry, list) and entry and isinstance(entry[0], dict) else plain_json(entry))
        for key, entry in value.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def list_json(entries: list[Any]) -> str:
    return "[\n" + ",\n".join("  " + plain_json(entry) for entry in entries) + "\n ]"


def plain_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
