"""The text of every section and subsection, ready for comparison. A section holds the text of its subsections too."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.address import Address
from ..model.edition import Plan
from ..model.outline import Block

OPENING = 40  # characters taken as the lead of a paragraph that has no run-in lead sentence
LISTS = ("box_item", "box_subitem", "table")
# projects and figures listed below a section touch many subjects beside its own: they say less of what it is about
OF_LISTS = 0.3


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with its text as one string. `lead` is its run-in lead sentence or its opening words."""

    address: str
    text: str
    lead: str
    kind: str

    @property
    def share(self) -> float:
        """How much it says of what its section is about."""
        return OF_LISTS if self.kind in LISTS else 1.0

    @property
    def runs_in(self) -> bool:
        """Whether text follows the lead."""
        return len(self.lead) < len(self.text)


@dataclass(frozen=True, slots=True)
class Section:
    """A section or subsection: its heading, the headings above it (nearest first), its passages in order."""

    address: str
    plan: str
    heading: str
    above: tuple[str, ...]
    passages: tuple[Passage, ...]


def sections_of(plan: Plan) -> list[Section]:
    """Sections and subsections in document order; a chapter without sections stands for itself."""
    passages = passages_by_unit(plan.blocks)
    units = {unit.address: unit for unit in plan.units}
    parents = {Address(address).parent for address in units}
    inside: dict[str, list[str]] = {}
    for address in units:
        for above in Address(address).upwards:
            inside.setdefault(above, []).append(address)
    out = []
    for unit in plan.units:
        if unit.level in ("section", "subsection") or (
            unit.level == "chapter" and unit.address not in parents and Address(unit.address).name != "00"
        ):
            out.append(
                Section(
                    unit.address,
                    plan.card.id,
                    unit.title.string,
                    tuple(units[a].title.string for a in Address(unit.address).upwards[1:] if a in units),
                    tuple(passage for a in inside[unit.address] for passage in passages.get(a, ())),
                )
            )
    return out


def passages_by_unit(blocks: tuple[Block, ...]) -> dict[str, list[Passage]]:
    out: dict[str, list[Passage]] = {}
    for block in blocks:
        text = words_of(block)
        lead = text[: block.lead] if block.lead else text[:OPENING]
        out.setdefault(block.unit, []).append(Passage(block.address, text, lead, block.kind))
    return out


def words_of(block: Block) -> str:
    """The text of a block; a table as its cells."""
    if block.kind != "table":
        return block.text.string
    return "\n".join(cell.text.string for row in block.rows for cell in row)
