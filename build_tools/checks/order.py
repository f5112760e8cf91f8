"""Numbers of headings, of items and of items in boxes that leave one out, come twice or go back.

第一节 … 第三节 → a number is missing; 专栏: 1. 2. 3. 3. 4. → 3. stands twice
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..chinese.numbering import Marker, read_marker
from ..chinese.numerals import to_number
from ..model.address import Address
from ..model.findings import Finding
from ..model.outline import Block, Unit
from .passages import Passage, Reading, finding

KINDS = ("part", "chapter", "section", "han", "han-paren", "arabic", "arabic-paren")
TITLED = re.compile(r"[^，。；：]{4,24}(?:项目|工程|行动|计划|建设|提升|体系|能力)[。：:]")
IN_WORDS = re.compile(r"(?:^|[。；：])(?P<n>[一二三四五六七八九]|十[一二三四五]?)是(?=[\u4e00-\u9fff])")
LEAST = 3  # items of a box, with the one that has no number
Numbered = tuple[Marker, Passage]


def find(reading: Reading) -> Iterator[Finding]:
    yield from without_number(reading)
    for run in [*heading_runs(reading), *item_runs(reading), *runs_in_words(reading)]:
        yield from in_order(reading, run)


def heading_runs(reading: Reading) -> Iterator[list[Numbered]]:
    """Headings of one level below one heading; chapters are numbered through."""
    above: dict[str, list[Numbered]] = {}
    for unit in reading.plan.units:
        marker = read_marker(unit.number.string)
        if marker and marker.kind in KINDS:
            parent = unit.level if unit.level in ("chapter", "part") else Address(unit.address).parent
            above.setdefault(parent, []).append((marker, passage_of(unit)))
    yield from above.values()


def passage_of(unit: Unit) -> Passage:
    return Passage(unit.address, unit.address, "heading", unit.line, unit.number.string + unit.title.string)


def item_runs(reading: Reading) -> Iterator[list[Numbered]]:
    """Items that follow each other in a box, or directly below a heading."""
    run: list[Numbered] = []
    before: Block | None = None
    for block in reading.plan.blocks:
        marker = read_marker(block.marker.string) if block.kind in ("item", "box_item") else None
        if before is not None and (block.unit != before.unit or (marker is None and block.kind != before.kind)):
            yield run
            run = []
        if marker and marker.kind in KINDS:
            if run and (marker.kind != run[-1][0].kind or marker.number == 1):
                yield run
                run = []
            text = block.marker.string + block.text.string
            run.append((marker, Passage(block.address, block.unit, block.kind, block.lines[0], text)))
        before = block
    yield run


def runs_in_words(reading: Reading) -> Iterator[list[Numbered]]:
    """一是…二是…四是…: in one paragraph, or at the heads of paragraphs below one heading."""
    run: list[Numbered] = []
    for _, passage in reading.texts:
        for match in IN_WORDS.finditer(passage.text):
            number = to_number(match["n"]) or 0
            if run and (number == 1 or passage.unit != run[-1][1].unit):
                yield run
                run = []
            if run or number == 1:
                words = Passage(
                    passage.address, passage.unit, passage.kind, passage.line, passage.text[match.start("n") :]
                )
                run.append((Marker("in-words", number, match["n"] + "是", 0), words))
    yield run


def without_number(reading: Reading) -> Iterator[Finding]:
    """One item of a box that begins with a title like its siblings and has no number where they have."""
    boxes: dict[str, list[Block]] = {}
    for block in reading.plan.blocks:
        if block.kind == "box_item":
            boxes.setdefault(Address(block.address).box or block.unit, []).append(block)
    for items in boxes.values():
        bare = [block for block in items if not block.marker.string]
        if len(bare) != 1 or len(items) < LEAST:
            continue
        titled = [bool(TITLED.match(block.text.string)) for block in items]
        reading.saw("order")
        if all(titled):
            block = bare[0]
            here = Passage(block.address, block.unit, block.kind, block.lines[0], block.text.string[:40])
            yield finding(reading, "order", "numbering", "sure", "item-number", here)


def in_order(reading: Reading, run: Sequence[Numbered]) -> Iterator[Finding]:
    reading.saw("order", len({marker.kind for marker, _ in run}) == 1, len(run))
    if len({marker.kind for marker, _ in run}) != 1:
        return
    for (before, there), (marker, here) in pairwise(run):
        if marker.number == before.number + 1 or marker.number == 1:
            continue
        code = "numbering-gap"
        values = [marker.printed, before.printed]
        if marker.number == before.number:
            code = "numbering-twice"
        elif marker.number < before.number:
            code = "numbering-back"
        yield finding(reading, "order", "numbering", "sure", code, short(here), tuple(values), short(there))


def short(passage: Passage) -> Passage:
    return Passage(passage.address, passage.unit, passage.kind, passage.line, passage.text[:40])
