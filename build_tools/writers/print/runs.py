"""The text of a block as runs: stretches of characters with what is known about them. Joined, the runs are the text."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

from ...model.edition import Plan
from ...model.outline import Block, TableCell
from ...model.shown import foreign, stretches_of
from ...model.span import Span
from ...model.text import Translated
from ...model.translation import has_han
from ..words import note_links

Run = dict[str, Any]  # text, and what is known of it: lead, open, mended, to, marker, chinese


@dataclass(frozen=True)
class Marks:
    """What the runs of a plan are marked with: figures still open by address, corrections by source place."""

    plan: Plan
    open: dict[str, list[Span]]


def marks_of(plan: Plan) -> Marks:
    places: dict[str, list[Span]] = {}
    for figure in plan.placeholders:
        if figure.span:
            places.setdefault(figure.address, []).append(figure.span)
    return Marks(plan, places)


def runs_of(part: Block | TableCell, marks: Marks) -> list[Run]:
    """Marker, run-in lead, open figures and corrections of a block or cell, as runs in order.

    ——坚持系统观念。加强X → [{——}, {坚持系统观念。, lead}, {加强}, {X, open}]
    """
    text = part.text.string
    found: list[tuple[int, int, Run]] = [(0, getattr(part, "lead", 0), {"lead": True})]
    found += [(start, end, {"open": True}) for start, end in marks.open.get(getattr(part, "address", ""), [])]
    if not isinstance(part.text, Translated):
        found += corrections(part, marks.plan)
    if isinstance(part, Block):
        found += [(start, end, {"to": address}) for start, end, address in note_links.spans(part, marks.plan)]
    marker = getattr(part, "marker", None)
    runs = (
        [{"text": marker.string + space_after(marker.string, text), "marker": True}]
        if marker is not None and marker.string
        else []
    )
    return runs + tagged(text, found) + back_runs(part)


def back_runs(part: Block | TableCell) -> list[Run]:
    """From a footnote back to the texts that refer to it."""
    if not isinstance(part, Block) or not part.is_footnote:
        return []
    return [{"text": " ↑", "to": address} for address in dict.fromkeys(link.address for link in part.notes)]


def corrections(part: Block | TableCell, plan: Plan) -> list[tuple[int, int, Run]]:
    """(start, end, tag) of each correction in the text."""
    changes = [change for change in plan.changes if change.start in part.text.offsets]
    starts = [part.text.offsets.index(change.start) for change in changes]
    return [
        (start, start + len(change.after), {"mended": change.before})
        for start, change in zip(starts, changes, strict=False)
    ]


def space_after(marker: str, text: str) -> str:
    """A marker keeps its distance from letters: “1.”, “Development” → a space; “1.”, “发展” → nothing"""
    start = stretches_of(text)[0].text if text else ""
    return " " if marker and start and (not has_han(start) or marker[0] in "第[［〔") else ""


def tagged(text: str, found: list[tuple[int, int, Run]]) -> list[Run]:
    """Runs of a text, cut wherever a tag begins or ends. What a translation leaves in Chinese is tagged."""
    found = found + [(start, end, {"chinese": True}) for start, end, _language in foreign(text)]
    cuts = sorted({0, len(text), *(min(place, len(text)) for start, end, _tag in found for place in (start, end))})
    runs = []
    for start, end in itertools.pairwise(cuts):
        run = {"text": str(text[start:end])}
        for first, last, tag in found:
            if first <= start and end <= last:
                run |= tag
        runs += [run] if run["text"] else []
    return runs


def plain(text: str) -> list[Run]:
    """Runs of a text without marks of its own."""
    return tagged(text, [])
