"""The text of a block as runs: stretches of characters with what is known about them. Joined, the runs are the text."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.edition import Plan
from ..model.outline import Block, TableCell
from ..model.translation import CLOSE, OPEN, has_han


@dataclass(frozen=True)
class Marks:
    """What the runs of a plan are marked with: figures still open by address, corrections by source place."""

    plan: Plan
    open: dict[str, list[tuple[int, int]]]


def marks_of(plan: Plan) -> Marks:
    places: dict[str, list[tuple[int, int]]] = {}
    for figure in plan.placeholders:
        places.setdefault(figure.address, []).append((figure.start, figure.end))
    return Marks(plan, places)


def runs_of(part: Block | TableCell, marks: Marks) -> list[dict]:
    """Marker, run-in lead, open figures and corrections of a block or cell, as runs in order.

    ——坚持系统观念。加强X → [{——}, {坚持系统观念。, lead}, {加强}, {X, open}]
    """
    text = part.text.string
    tags: list[dict] = [{} for _ in text]
    for at in range(getattr(part, "lead", 0)):
        tags[at]["lead"] = True
    for start, end in marks.open.get(getattr(part, "address", ""), []):
        for at in range(start, end):
            tags[at]["open"] = True
    if len(part.text.offsets) == len(text):  # not in a translation, whose signs are not those of the source
        mark_corrections(part, marks.plan, tags)
    marker = getattr(part, "marker", None)
    runs = [{"text": marker.string + space_after(marker.string, text), "marker": True}] if marker is not None and marker.string else []
    return runs + joined(text, tags)


def mark_corrections(part: Block | TableCell, plan: Plan, tags: list[dict]) -> None:
    for change in plan.changes:
        if change.start in part.text.offsets:
            start = part.text.offsets.index(change.start)
            for at in range(start, min(start + len(change.after), len(tags))):
                tags[at]["mended"] = change.before


def space_after(marker: str, text: str) -> str:
    """A marker keeps its distance from letters: “1.”, “Development” → a space; “1.”, “发展” → nothing"""
    start = text.partition(OPEN)[0]
    return " " if marker and start and not has_han(start) else ""


def joined(text: str, tags: list[dict]) -> list[dict]:
    """Neighbours with the same tags become one run. What a translation leaves in Chinese is tagged, and its two signs go."""
    runs: list[dict] = []
    last: dict | None = None
    chinese = False
    for sign, tag in zip(text, tags):
        if sign in (OPEN, CLOSE):
            chinese = sign == OPEN
            continue
        if chinese:
            tag = tag | {"chinese": True}
        if tag == last:
            runs[-1]["text"] += sign
        else:
            runs.append({"text": sign} | tag)
            last = tag
    return runs


def plain(text: str) -> list[dict]:
    """Runs of a text without marks of its own."""
    return joined(text, [{}] * len(text))
