"""YAML files of people, read fast and with the line of every entry, so that an error can name its place.

PyYAML's C parser reads the decisions of two plans in 20 ms; a pure Python parser took over a second.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from ..model.edition import BadInput
from ..model.translation import without_signs

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Entry(dict):
    """A mapping that knows its line, and the line of each of its keys (1-based)."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[Any, int] = {}


def load_yaml(path: Path) -> Any:
    """Lists, Entries and plain values. Raises BadInput for what is no UTF-8, no YAML, or says a key twice."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(f"{path}:1: this file is not UTF-8. Save it as UTF-8.") from None
    loader = LOADER(text)
    try:
        node = loader.get_single_node()
        return None if node is None else build(path, loader, node)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error).split("\n")[0]
        raise BadInput(
            f"{path}:{mark.line + 1 if mark else 1}: this is not valid YAML: {problem}. Look for a missing colon, quote or indent."
        ) from None
    finally:
        loader.dispose()


def build(path: Path, loader: Any, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return [build(path, loader, item) for item in node.value]
    if isinstance(node, yaml.ScalarNode):
        # “no” and “on” are words, as in YAML 1.2; only true and false are truth values
        word = node.tag == "tag:yaml.org,2002:bool" and node.value.lower() not in ("true", "false")
        value = node.value if word else loader.construct_object(node)
        return without_signs(value) if isinstance(value, str) else value
    entry = Entry(node.start_mark.line + 1)
    for key_node, value in node.value:
        key, line = build(path, loader, key_node), key_node.start_mark.line + 1
        if key in entry:
            raise BadInput(f"{path}:{line}: the key “{key}” stands twice. Keep one of the two.")
        entry.lines[key] = line
        entry[key] = build(path, loader, value)
    return entry
