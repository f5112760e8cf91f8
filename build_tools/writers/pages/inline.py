"""The text of a block with its marks: run-in lead, figures still open, corrections. Marks never change the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...model.address import Address
from ...model.edition import Plan
from ...model.outline import Block
from ...model.shown import foreign, holds_chinese
from ...model.text import Translated
from ...model.translation import _
from ..words import fact_words, note_links
from ..words.layout import Say
from ..words.markdown import attribute, escape, escape_inside
from ..words.plan_references import find_references


@dataclass(frozen=True)
class Mark:
    """`before` and `after` stand around characters `start`..`end` (half-open) of the block's text."""

    start: int
    end: int
    before: str
    after: str


def render(block: Block, plan: Plan, marks_of: Mapping[str, list[Mark]], up: str) -> str:
    """Markdown of the block's text. `marks_of`: open figures by address; `up`: the way to the top folder."""
    return weave(block.text.string, marks_in(block, plan, marks_of, up))


def marks_in(block: Block, plan: Plan, marks_of: Mapping[str, list[Mark]], up: str) -> list[Mark]:
    return (
        lead_marks(block)
        + marks_of.get(block.address, [])
        + correction_marks(block, plan, up)
        + reference_marks(block, plan)
        + note_marks(block, plan)
    )


def weave(text: str, marks: list[Mark]) -> str:
    """Escaped text with the marks set in; marks may stand inside each other, or side by side, but not overlap."""
    marks = [Mark(start, end, f'<span lang="{language}">', "</span>") for start, end, language in foreign(text)] + marks
    text = str(text)
    opening = sorted(marks, key=lambda m: (m.start, -m.end))
    out: list[str] = []
    waiting: list[Mark] = []
    at = 0

    def close_until(position: int) -> None:
        nonlocal at
        while waiting and waiting[-1].end <= position:
            out.append(escape(text[at : waiting[-1].end]) if at == 0 else escape_inside(text[at : waiting[-1].end]))
            at = max(at, waiting[-1].end)
            out.append(waiting.pop().after)

    for mark in opening:
        close_until(mark.start)
        out.append(escape(text[at : mark.start]) if at == 0 else escape_inside(text[at : mark.start]))
        at = mark.start
        out.append(mark.before)
        waiting.append(mark)
    close_until(len(text))
    out.append(escape(text[at:]) if at == 0 else escape_inside(text[at:]))
    return "".join(out)


def lead_marks(block: Block) -> list[Mark]:
    return [Mark(0, block.lead, '<strong class="pr-lead">', "</strong>")] if block.lead else []


def reference_marks(block: Block, plan: Plan) -> list[Mark]:
    return [Mark(start, end, "[", f"]({target})") for start, end, target in find_references(block, plan)]


def note_marks(block: Block, plan: Plan) -> list[Mark]:
    """能耗[2]下降 → the mark leads to its note"""
    return [
        Mark(start, end, "[", f"]({Address(address).href}){{: .pr-note-mark }}")
        for start, end, address in note_links.spans(block, plan)
    ]


def correction_marks(block: Block, plan: Plan, up: str) -> list[Mark]:
    """Nothing in a translation, whose signs are not those of the source."""
    marks = []
    for change in () if isinstance(block.text, Translated) else plan.changes:
        if change.start in block.text.offsets:
            at = block.text.offsets.index(change.start)
            about = attribute(f"原识别为“{change.before}”。{change.reason}")
            marks.append(
                Mark(
                    at,
                    at + len(change.after),
                    "[",
                    f']({up}corrections.md#{change.id}){{ .pr-mended data-about="{about}" }}',
                )
            )
    return marks


def target_marks(plan: Plan, say: Say) -> dict[str, list[Mark]]:
    """Marks for the quantities that the plan undertakes, by address; the reader turns them on."""
    marks: dict[str, list[Mark]] = {}
    for target in plan.targets:
        if target.span is None:  # a translation that does not show it
            continue
        title = attribute(
            say(_("，")).join(
                words
                for words in (
                    target.subject,
                    fact_words.shown_context(target),
                    fact_words.amount_per(target, say) if target.per else "",
                    say(_("到{year}年")).format(year=target.by_year),
                )
                if words
            )
        )
        marks.setdefault(target.address, []).append(
            Mark(*target.span, f'<span class="pr-target" title="{title}">', "</span>")
        )
    return marks


def joined(*several: dict[str, list[Mark]]) -> dict[str, list[Mark]]:
    """Marks of several kinds as one."""
    out: dict[str, list[Mark]] = {}
    for marks in several:
        for address, found in marks.items():
            out.setdefault(address, []).extend(found)
    return out


def open_figures(plan: Plan, say: Say) -> dict[str, list[Mark]]:
    """Marks for the figures that a draft leaves open, by address."""
    marks: dict[str, list[Mark]] = {}
    for figure in plan.placeholders:
        if figure.span is None:  # a cell, or a translation that does not show it
            continue
        unit = say(_("单位{unit}")).format(unit=figure.unit) if figure.unit else ""
        title = attribute(
            say(_("待填："))
            + say(_("，")).join(words for words in (figure.stands_for, unit) if words and not holds_chinese(words))
        )
        marks.setdefault(figure.address, []).append(
            Mark(*figure.span, f'<span class="pr-open" title="{title}">', "</span>")
        )
    return marks
