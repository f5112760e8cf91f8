"""Terms of the glossary in the text: a link to the glossary at the first use in a section, with the explanation for the
script to show.

The words of the paragraph stay as they are: the explanation is in an attribute.
"""

from __future__ import annotations

from ...model.address import Address
from ...model.curated import Term
from ...model.edition import Edition, Plan
from ...model.outline import Block
from ...model.span import Span
from ...model.translation import _
from ..words import layout
from ..words.layout import Say
from ..words.markdown import attribute
from ..words.term_uses import own_name
from .inline import Mark, lead_marks, marks_in

SOURCES = {"text": _("据规划文本"), "general": _("一般知识")}
PAGE = "glossary.md"


def anchors(glossary: tuple[Term, ...]) -> dict[str, str]:
    """Term → its anchor on the glossary page, by its place in the list."""
    return {own_name(term): f"t{number}" for number, term in enumerate(glossary, 1)}


def term_marks(plan: Plan, edition: Edition, others: dict[str, list[Mark]], up: str) -> dict[str, list[Mark]]:
    """Marks by address. A use that touches another mark is left alone; the next in the section is marked then."""
    terms = {own_name(term): term for term in edition.glossary}
    names = anchors(edition.glossary)
    blocks = {block.address: block for block in plan.blocks if block.kind not in ("table", "caption")}
    marks: dict[str, list[Mark]] = {}
    seen: set[tuple[str, str]] = set()
    for mention in plan.terms:
        block = blocks.get(mention.address)
        key = (section_of(mention.address), mention.name)
        foreign = terms[mention.name].plan not in ("", plan.card.id)  # explained by another plan in its own way
        if (
            foreign
            or block is None
            or mention.span is None
            or key in seen
            or not free(mention.span, block, plan, others, up)
        ):
            continue
        seen.add(key)
        marks.setdefault(block.address, []).append(
            mark(mention.span, terms[mention.name], names[mention.name], up, layout.say(edition))
        )
    return marks


def section_of(address: str) -> str:
    """plan/03/01/02#4 → plan/03/01"""
    return Address(address).section


def free(span: Span, block: Block, plan: Plan, others: dict[str, list[Mark]], up: str) -> bool:
    """No mark begins, ends or goes on where the term stands; only the lead sentence may go around it."""
    leads = lead_marks(block)
    around = all(span.end <= lead.end or span.start >= lead.end for lead in leads)
    return around and all(
        other in leads or other.end <= span.start or other.start >= span.end
        for other in marks_in(block, plan, others, up)
    )


def mark(span: Span, term: Term, anchor: str, up: str, say: Say) -> Mark:
    about = attribute(
        say(_("{explanation}（{source}）")).format(explanation=term.explanation, source=say(SOURCES[term.source]))
    )
    return Mark(*span, "[", f']({up}{PAGE}#{anchor}){{ .pr-term data-about="{about}" }}')
