"""Signs that no face has: what cannot be seen is left out of print, what can be seen is replaced by its number, and the
colophon says where."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

NOT_TEXT = ("qr", "kind", "role", "colour", "lang")  # of a model: addresses and drawings
VARIATION = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))  # ask for another form of the sign before
UNSEEN = ("Cf", "Cc")
KEPT = "\n\t"
MOST = 3  # places named for a sign


def is_unseen(sign: str) -> bool:
    """Zero-width spaces and joiners, marks of direction, controls, variation selectors: they need no glyph."""
    return sign not in KEPT and (
        unicodedata.category(sign) in UNSEEN or any(ord(sign) in selectors for selectors in VARIATION)
    )


def seen_in(texts: Iterator[str]) -> set[str]:
    """All signs of the texts that need a glyph."""
    return {sign for sign in set().union(*texts) if not sign.isspace() and not is_unseen(sign)}


def texts_in(value: object) -> Iterator[str]:
    """Every string of a model that may be printed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts_in(part)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in NOT_TEXT:
                yield from texts_in(part)


Model = dict[str, Any]  # what a template prints: texts, lists of nodes, and the words around them


def code(sign: str) -> str:
    """𬖋 → U+2C58B"""
    return f"U+{ord(sign):04X}"


def substitute(sign: str) -> str:
    """𬖋 → 〔U+2C58B〕"""
    return f"〔{code(sign)}〕"


def printable(model: Model, missing: frozenset[str]) -> Model:
    """The model as it can be set: unseen signs left out, missing ones replaced and named in the colophon. One without
    either comes back as it is."""
    there = set().union(*texts_in(model))
    lost = sorted(there & missing)
    table = {ord(sign): None for sign in there if is_unseen(sign)} | {ord(sign): substitute(sign) for sign in lost}
    if not table:
        return model
    named = [
        f"{substitute(sign)}（{'、'.join(found)}）" if (found := places_of(sign, model)) else substitute(sign)
        for sign in lost
    ]
    made: Model = changed(model, lambda text: text.translate(table))
    if lost:
        said = made["words"]["substitutes"].format(signs="；".join(named))
        made["imprint"] = [*made["imprint"], [{"text": said}]]
    return made


def changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list | tuple):
        return [changed(part, change) for part in value]
    if isinstance(value, dict):
        return {key: part if key in NOT_TEXT else changed(part, change) for key, part in value.items()}
    return value


def places_of(sign: str, model: Model) -> list[str]:
    """The first places where a sign stands, as the margin names them: 01·s01-p2; of a heading its number."""
    found = dict.fromkeys(
        place
        for node in model["nodes"]
        for part, place in located(node)
        if any(sign in text for text in texts_in(part)) and place
    )
    return [*found][:MOST] + (["…"] if len(found) > MOST else [])


def located(node: Model) -> Iterator[tuple[object, str]]:
    """The parts of a node with the place each has: a box and its items, or the node as a whole."""
    place = node.get("locator") or node.get("number", "")
    if "items" not in node:
        yield node, place
        return
    yield node["title"], place
    for item in node["items"]:
        yield item, item.get("locator") or place
