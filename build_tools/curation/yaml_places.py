"""Where things stand in a YAML file of people, by ruamel.yaml; what is put in or taken out there; and how ruamel writes
a value."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .card_text import editor

DOCUMENT_END = re.compile(r"^\.\.\.[ \t]*\r?$", re.MULTILINE)


def composed(text: str) -> Any:
    """The nodes of the file with their places; None where it says nothing."""
    return editor().compose(text)


def is_mapping(node: Any) -> bool:
    return node is not None and type(node).__name__ == "MappingNode"


def is_sequence(node: Any) -> bool:
    return node is not None and type(node).__name__ == "SequenceNode"


def is_null(node: Any) -> bool:
    return str(node.tag) == "tag:yaml.org,2002:null"


def pair_of(mapping: Any, key: str) -> tuple[Any, Any] | None:
    return next(((k, v) for k, v in mapping.value if k.value == key), None)


def value_of(entry: Any, key: str) -> str:
    pair = pair_of(entry, key) if is_mapping(entry) else None
    return str(pair[1].value) if pair else ""


def line_of(node: Any) -> int:
    return int(node.start_mark.line) + 1


def last_sign(text: str, node: Any, key: Any = None) -> int:
    """Where the last thing that belongs to a node ends."""
    if is_mapping(node) and not node.flow_style and node.value:
        return last_sign(text, node.value[-1][1], node.value[-1][0])
    if is_sequence(node) and not node.flow_style and node.value:
        return last_sign(text, node.value[-1])
    end, least = int(node.end_mark.index), int(node.start_mark.index)
    if end == least and key is not None:  # nothing stands behind the key
        return text.index(":", key.end_mark.index) + 1
    while end > least and text[end - 1].isspace():
        end -= 1
    return end


def newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Before the line end."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - 1 if end > at and text[end - 1] == "\r" else end


def lines_around(text: str, first: int, last: int) -> tuple[int, int]:
    """The whole lines from one place to another, with their ends."""
    end = text.find("\n", max(first, last))
    return line_start(text, first), len(text) if end < 0 else end + 1


def behind_line(text: str, at: int, lines: Sequence[str]) -> tuple[int, int, str]:
    """The change that puts lines behind the one in which `at` stands."""
    end, sign = line_end(text, at), newline(text)
    return end, end, "".join(sign + line for line in lines)


def append_lines(text: str, lines: Sequence[str]) -> str:
    """At the end of the file, before its end mark; a last line without an end stays the one before."""
    ends = list(DOCUMENT_END.finditer(text))
    at, sign = ends[-1].start() if ends else len(text), newline(text)
    said = sign.join(lines)
    unended = at == len(text) and text and not text.endswith("\n")
    return text[:at] + (sign + said if unended else said + sign) + text[at:]


def without(text: str, cuts: Iterable[tuple[int, int]]) -> str:
    """Whole lines and parts of lines taken out; a file whose last line had no end has none afterwards."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(cuts):
        if joined and joined[-1][1] >= start:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    if (
        joined
        and joined[-1][1] == len(text)
        and not text.endswith("\n")
        and joined[-1][0] == line_start(text, joined[-1][0])
    ):
        start = joined[-1][0] - len(newline(text)) if joined[-1][0] else 0
        joined[-1] = (start, len(text))
    return changed(text, [(start, end, "") for start, end in joined])


def changed(text: str, changes: Sequence[tuple[int, int, str]]) -> str:
    """Every (from, to, words) put in; of two at one place the later one in the list comes first."""
    for start, end, words in sorted(changes, key=lambda change: change[:2], reverse=True):
        text = text[:start] + words + text[end:]
    return text


def block_of(entry: Mapping[str, object]) -> list[str]:
    """- id: a-correction / ␣␣plan: some-county / …"""
    out = io.StringIO()
    editor().dump([dict(entry)], out)
    return out.getvalue().splitlines()


def flow_of(entry: Mapping[str, object]) -> str:
    """{reject: plan/03/01, reason: 只是同名}"""
    from ruamel.yaml.comments import CommentedMap

    values = CommentedMap(entry)
    values.fa.set_flow_style()
    out = io.StringIO()
    editor().dump(values, out)
    return " ".join(out.getvalue().split("\n")).strip()


def flow_pair(key: str, value: str) -> str:
    """from: plan/03/01"""
    return flow_of({key: value})[1:-1]
