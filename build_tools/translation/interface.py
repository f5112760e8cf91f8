"""Template and program texts → [Message]: every `_("…")`, found by the template engine and the Python parser
themselves."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from jinja2 import Environment

from ..model.translation import INTERFACE, Message


def interface_strings(files: dict[str, str]) -> tuple[Message, ...]:
    """{path: text} → one message a string, with all the places where it stands; sorted by path, then line."""
    places: dict[str, list[tuple[str, int]]] = {}
    for path in sorted(files):
        for line, string in strings_in(path, files[path]):
            if not string.isascii():  # “。” alone reads otherwise in another language, too
                places.setdefault(string, []).append((path, line))
    return tuple(Message(INTERFACE, string, tuple(dict.fromkeys(found))) for string, found in places.items())


def strings_in(path: str, text: str) -> Iterator[tuple[int, str]]:
    return in_python(text) if path.endswith(".py") else in_template(text)


def in_template(text: str) -> Iterator[tuple[int, str]]:
    """`{{ _("首页") }}` on line 2 → (2, "首页")"""
    environment = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)
    extract = environment.extract_translations  # type: ignore[attr-defined] # the i18n extension brings it
    for line, _, message in extract(text):
        for string in message if isinstance(message, tuple) else (message,):
            if string:
                yield line, string


def in_python(text: str) -> Iterator[tuple[int, str]]:
    """`_("首页")` on line 2 → (2, "首页"); an expression in the brackets is no message"""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
            yield from (
                (node.lineno, a.value) for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
            )
