"""A page a plan whose earlier edition is known: what became of its texts, sign by sign, and figures filled in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ...chinese.amounts import open_places
from ...model.edition import Edition, Plan
from ...model.former import FormerEdition, Kind, Moved
from ...model.translation import _
from ..words import fact_words, layout
from ..words.paragraph_names import paragraph_name
from ..words.references import Places, places_of
from ..words.task_words import as_printed

KINDS: dict[Kind, str] = {
    "edited": _("有改动"),
    "new": _("新增"),
    "removed": _("删去"),
    "moved": _("移位"),
    "split": _("拆分"),
    "merged": _("合并"),
    "same": _("未改"),
}
SHOWN = ("edited", "new", "removed", "moved", "split", "merged")
LEAST_KEPT = 2  # signs between two changes; fewer are shown as changed, too
WORDS = re.compile(r"\d[\d.,]*|[A-Za-z]+|[\s\S]")
DIGITS = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True)
class Piece:
    """Signs of a text: kept, put in (`ins`) or taken out (`del`)."""

    kind: str
    words: str


@dataclass(frozen=True)
class ChangedText:
    """One text: its kind in words, its name and the way there (none where it is gone), where it stood, its signs."""

    kind: str
    name: str
    target: str
    former: str
    pieces: tuple[Piece, ...]
    filled: tuple[str, ...]


def write(edition: Edition) -> dict[str, str]:
    places = places_of(edition)
    return {
        f"{layout.folder(edition)}/{plan.card.id}/drafts.md": page(edition, plan, places)
        for plan in edition.plans
        if plan.moved
    }


def page(edition: Edition, plan: Plan, places: Places) -> str:
    """The newest comparison first."""
    return layout.page(
        edition,
        "drafts.md.j2",
        **layout.of_plan(edition, plan),
        steps=[step(edition, plan, former, places) for former in reversed(plan.former)],
    )


def step(edition: Edition, plan: Plan, former: FormerEdition, places: Places) -> dict[str, object]:
    """From one edition to the next: how many texts of each kind, and those that changed."""
    say = layout.say(edition)
    rows = [row for row in plan.moved if row.edition == former.folder]
    newest = former == plan.former[-1]
    told = {(row.kind, row.source if row.kind != "merged" else row.target): row for row in rows}
    counted = Counter(kind for kind, _address in told)
    found = [change_of(edition, row, places, newest) for row in in_order(rows)]
    return {
        "folder": former.folder,
        "name": former.name,
        "date": former.date,
        "counts": [(say(KINDS[kind]), counted[kind]) for kind in KINDS if counted[kind]],
        "filled": [change for change in found if change.filled],
        "changes": found,
    }


def in_order(rows: Sequence[Moved]) -> Iterator[Moved]:
    """Changed texts in the order of the next edition; what was removed stands behind what stood before it."""
    at: tuple[int, int] = (0, 0)
    order: list[tuple[tuple[int, int], int, Moved]] = []
    for number, row in enumerate(rows):
        at = (0, number) if row.target and row.kind != "new" else at
        order.append((at, number, row))
    yield from (row for _at, _number, row in order if row.kind in SHOWN)


def change_of(edition: Edition, row: Moved, places: Places, newest: bool) -> ChangedText:
    say = layout.say(edition)
    name = paragraph_name(row.target, places, say) if row.target and newest else row.target
    pieces = tuple(Piece(piece.kind, as_printed(piece.words, edition)) for piece in pieces_of(row.before, row.after))
    target = fact_words.paragraph(row.target) if row.target and newest else ""
    return ChangedText(say(KINDS[row.kind]), name, target, row.source, pieces, tuple(filled_in(row.before, row.after)))


def pieces_of(before: str, after: str) -> Iterator[Piece]:
    """产值达到X亿元 → 产值达到38亿元: 产值达到 | −X | +38 | 亿元; a figure is never cut: −287 +293"""
    old, new = WORDS.findall(before), WORDS.findall(after)
    for way, first, last, start, end in joined(SequenceMatcher(None, old, new, autojunk=False).get_opcodes()):
        if way == "equal":
            yield Piece("", "".join(new[start:end]))
            continue
        if last > first:
            yield Piece("del", "".join(old[first:last]))
        if end > start:
            yield Piece("ins", "".join(new[start:end]))


Code = tuple[str, int, int, int, int]


def joined(codes: Sequence[Code]) -> Iterator[Code]:
    """A sign or two that happen to be the same between two changes belong to the change."""
    waiting: Code | None = None
    for number, code in enumerate(codes):
        inside = 0 < number < len(codes) - 1
        kept = code[0] == "equal" and not (inside and code[2] - code[1] < LEAST_KEPT)
        if kept:
            yield from (waiting,) if waiting else ()
            yield code
            waiting = None
        else:
            waiting = (
                "replace",
                waiting[1] if waiting else code[1],
                code[2],
                waiting[3] if waiting else code[3],
                code[4],
            )
    yield from (waiting,) if waiting else ()


def filled_in(before: str, after: str) -> Iterator[str]:
    """“X → 38”: figures that were open and are not any more"""
    blanks = open_places(before)
    for way, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        figure = DIGITS.fullmatch(after[start:end]) if way == "replace" else None
        if figure and any(first <= begin and finish <= last for begin, finish in blanks):
            yield f"{before[first:last]} → {figure.group()}"
