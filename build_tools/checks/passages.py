"""A plan as the checks read it: its texts with their places, cut into sentences and clauses; what looks back is
known."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ..chinese.sentences import LONGEST_SENTENCE, SENTENCE
from ..model.address import Address
from ..model.curated import ChangedName
from ..model.edition import Plan
from ..model.findings import Finding, Tier
from ..model.outline import Block
from .values import Value, values_in

PAST = re.compile(  # a title that looks back or describes; 基础设施, 营商环境, 取得新成效 do not
    r"回顾|(?:主要|发展|重大|显著)成[就效果]|成就$|发展基础|发展现状|基础现状|基本情况|现实基础|基础(?:条件)?$|基础和|基础与|现状"
    r"|(?:面临|发展|环境|宏观|国内外|国际国内)形势|发展环境|环境形势|形势$|(?:国际|国内)环境|机遇|挑战|(?:存在|主要)(?:的)?(?:问题|短板|不足|困难)|(?:发展|比较|区位)优势$"
)


MAY_COUNT = re.compile(r"\d|[万亿]")  # 超亿元 counts one 亿元


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

    def __init__(self, plan: Plan, names: tuple[ChangedName, ...] = ()) -> None:
        self.plan = plan
        self.names = names
        self.starts = [0, *(match.end() for match in re.finditer("\n", plan.source))]
        self._values: dict[str, list[Value]] = {}
        self._looks_back: dict[str, bool] = {}
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
        return [
            Passage(passage.address, passage.unit, passage.kind, self.line_of(block, match.start()), match.group())
            for block, passage in self.texts
            for match in SENTENCE.finditer(passage.text)
            if match.end() - match.start() <= LONGEST_SENTENCE  # of a longer one long_sentences.py tells
        ]

    def values(self, passage: Passage) -> list[Value]:
        """The quantities of a passage that can be compared; several checks ask for them."""
        if passage.text not in self._values:
            self._values[passage.text] = values_in(passage.text) if MAY_COUNT.search(passage.text) else []
        return self._values[passage.text]

    @cached_property
    def past_units(self) -> frozenset[str]:
        """Units whose titles look back or describe the present, such as 发展基础与面临形势."""
        return frozenset(unit.address for unit in self.plan.units if PAST.search(unit.title.string))

    def text_at(self, address: str) -> str:
        """The text of the block at an address."""
        return self._by_address.get(address, "")

    @cached_property
    def _by_address(self) -> dict[str, str]:
        return {block.address: block.text.string for block in self.plan.blocks}

    def looks_back(self, unit: str) -> bool:
        known = self._looks_back.get(unit)
        if known is None:
            known = self._looks_back[unit] = not self.past_units.isdisjoint(Address(unit).upwards)
        return known

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


def told_together(found: Iterable[Finding]) -> Iterator[Finding]:
    """Findings that say the same in the same words are one: it quotes the first two places."""
    groups: dict[tuple[str, tuple[str, ...]], list[Finding]] = {}
    for one in found:
        groups.setdefault((one.code, one.values), []).append(one)
    for first, *others in groups.values():
        other = next((one for one in others if one.quote != first.quote), others[0] if others else None)
        if other is None or first.other_quote:
            yield first
        else:
            yield replace(first, other_address=other.address, other_line=other.line, other_quote=other.quote)


def clauses(sentence: str) -> Iterator[tuple[int, str]]:
    """“甲，乙；丙。” → (0, 甲), (2, 乙), (4, 丙)"""
    for match in re.finditer(r"[^，。；：！？]+", sentence):
        yield match.start(), match.group()


def part(passage: Passage, text: str) -> Passage:
    """The same place, a shorter text."""
    return Passage(passage.address, passage.unit, passage.kind, passage.line, text)
