"""What a copy of the plan's Word file says beside its sentences: a remark for each finding that nobody has decided."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.edition import Edition, Plan
from ...model.translation import _
from ..words import layout
from ..words.paragraph_names import paragraph_name
from ..words.references import places_of
from ..words.task_words import TIERS, explained

ELSEWHERE = _("另见{place}：{quote}")
NUMBER = _("编号 {id}")


@dataclass(frozen=True)
class Remark:
    """`quote`: the words that it stands at, and `context` the whole text of their block; `line`: of the source text."""

    quote: str
    context: str
    line: int
    text: str


def remarks(edition: Edition, plan: Plan) -> list[Remark]:
    """In the order of the text; a finding about two places stands at both."""
    say, places = layout.say(edition), places_of(edition)
    blocks = {block.address: block.text.string for block in plan.blocks}
    found = []
    for one in plan.findings:
        if one.state != "open":
            continue
        texts = [(one.address, one.line, one.quote), (one.other_address, one.other_line, one.other_quote)]
        for (address, line, quote), (there, _line, other) in zip(texts, reversed(texts), strict=True):
            if not address:
                continue
            words = [f"{say(TIERS[one.tier])}：{explained(one, edition)}", one.computed]
            if there:
                words.append(say(ELSEWHERE).format(place=paragraph_name(there, places, say), quote=other))
            words.append(say(NUMBER).format(id=one.id))
            text = "\n".join(word for word in words if word)
            found.append(Remark(quote, blocks.get(address, ""), line, text))
    return sorted(found, key=lambda remark: remark.line)
