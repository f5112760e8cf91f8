"""A plan as the checks read it: its texts with their places, cut into sentences and clauses; what looks back is known."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..model.address import Address
from ..model.edition import Plan
from ..model.findings import Finding, Tier
from ..model.outline import Block

PAST = re.compile(r"回顾|成就|成效|成果|基础|现状|形势|环境|机遇|挑战|短板|问题|不足|困难|优势")
SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?[”’」』）]*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a block's text: where it stands, on which source line it begins."""

    address: str
    unit: str
    kind: str
    line: int
    text: str


class Reading:
    """One plan for all checks: blocks in order, passages, sentences."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.starts = [0, *(match.end() for match in re.finditer("\n", plan.source))]
        self.looked_at: Counter[str] = Counter()
        self.recognised: Counter[str] = Counter()

    def saw(self, check: str, recognised: bool = True, times: int = 1) -> None:
        """A check met a statement it is about; could it read it? What it found is counted by nobody here."""
        self.looked_at[check] += times
        self.recognised[check] += times * recognised

    def line_of(self, block: Block, at: int = 0) -> int:
        offsets = block.text.offsets
        return bisect_right(self.starts, offsets[min(at, len(offsets) - 1)]) if offsets else block.lines[0]

    @cached_property
    def texts(self) -> list[tuple[Block, Passage]]:
        """Every block that is text: paragraphs, items, notes, captions."""
        return [
            (block, Passage(block.address, block.unit, block.kind, self.line_of(block), block.text.string))
            for block in self.plan.blocks
            if block.kind not in ("table", "box") and block.text.string
        ]

    @cached_property
    def sentences(self) -> list[Passage]:
        found = []
        for block, passage in self.texts:
            for match in SENTENCE.finditer(passage.text):
                line = self.line_of(block, match.start())
                found.append(Passage(passage.address, passage.unit, passage.kind, line, match.group()))
        return found

    @cached_property
    def past_units(self) -> frozenset[str]:
        """Units whose titles look back or describe the present, such as 发展基础与面临形势."""
        return frozenset(unit.address for unit in self.plan.units if PAST.search(unit.title.string))

    def looks_back(self, unit: str) -> bool:
        return not self.past_units.isdisjoint(Address(unit).upwards)

    @cached_property
    def titles(self) -> dict[str, str]:
        return {unit.address: unit.number.string + unit.title.string for unit in self.plan.units}


def finding(
    reading: Reading,
    check: str,
    kind: str,
    tier: Tier,
    code: str,
    here: Passage,
    values: tuple[object, ...] = (),
    there: Passage | None = None,
    computed: str = "",
) -> Finding:
    return Finding(
        reading.plan.card.id,
        check,
        kind,
        tier,
        code,
        tuple(map(str, values)),
        here.address,
        here.line,
        here.text.strip(),
        there.address if there else "",
        there.line if there else 0,
        there.text.strip() if there else "",
        computed,
    )


def clauses(sentence: str) -> Iterator[tuple[int, str]]:
    """“甲，乙；丙。” → (0, 甲), (2, 乙), (4, 丙)"""
    for match in re.finditer(r"[^，。；：！？]+", sentence):
        yield match.start(), match.group()


def part(passage: Passage, text: str) -> Passage:
    """The same place, a shorter text."""
    return Passage(passage.address, passage.unit, passage.kind, passage.line, text)
