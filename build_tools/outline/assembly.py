"""Headings and the elements between them → units and blocks with their addresses."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ..chinese.boxes import read_box_title
from ..chinese.numbering import UNMISTAKABLE, Marker, read_marker
from ..chinese.sentences import lead_length, reads_like_title
from ..model.address import Address
from ..model.edition import Problem
from ..model.outline import Block, Outline, Unit
from ..model.text import NOTHING, Grid, Line, Removed, Text
from .addresses import unit_addresses
from .boxes import Box, Element
from .footnotes import with_notes
from .notes import Footnote
from .numbering import Heading
from .regions import Region
from .tables import build_table

NOTES = ("注：", "注:", "备注：", "资料来源", "说明：")
UNIT_LINES = ("单位：", "（单位：", "(单位：")
LEAD_SHARE = 0.5  # a plan uses run-in lead sentences if at least half of its paragraphs (or items) begin with one


def assemble(
    plan: str, elements: list[Element], regions: list[Region], headings: dict[str, list[Heading]], notes: list[Footnote]
) -> tuple[Outline, list[Problem]]:
    """`headings`: those of each region, by its name."""
    units: list[Unit] = []
    blocks: list[Block] = []
    gone: list[Removed] = []
    problems: list[Problem] = []
    for region in regions:
        found = headings.get(region.name, [])
        opening: list[Unit] = []
        if region.level:
            gone += region.gap.removed("heading-space")
            opening = [Unit(Address(plan).below(region.name), region.level, region.number, region.title, region.line)]
        annex = Address(opening[0].address) if opening else None
        units_here = opening + [
            heading_unit(h, a, gone) for h, a in zip(found, unit_addresses(plan, found, annex), strict=False)
        ]
        starts = [region.body] * len(opening) + [h.candidate.end for h in found]
        ends = [*(h.candidate.position for h in found), region.end][-len(units_here) :]
        for unit, start, end, heading in zip(
            units_here, starts, ends, [*(None for _ in opening), *found], strict=False
        ):
            body = [e for e in [*run_in_text(heading), *elements[start:end]] if not is_blank(e)]
            units.append(unit)
            blocks += unit_blocks(Address(unit.address), body, gone, problems)
    return Outline(tuple(units), with_notes(mark_leads(blocks), units, notes, gone), tuple(gone)), problems


def run_in_text(heading: Heading | None) -> list[Line]:
    """（二）提升港口能级。优化码头布局，… → the text behind the title, as a paragraph of its own"""
    if heading is None or not heading.candidate.title_end:
        return []
    line = heading.candidate.line
    return [replace(line, text=line.text[heading.candidate.title_end :], hint=False)]


def is_blank(element: Element) -> bool:
    return isinstance(element, Line) and not element.string


def heading_unit(heading: Heading, address: str, gone: list[Removed]) -> Unit:
    candidate = heading.candidate
    text = candidate.line.text[: candidate.title_end or None]
    number, title = split_marker(text, candidate.marker, "heading-space", gone)
    return Unit(address, heading.level, number, title, heading.candidate.line.number)


def split_marker(text: Text, marker: Marker | None, reason: str, gone: list[Removed]) -> tuple[Text, Text]:
    """“1. 农业机械化工程” → “1.”, “农业机械化工程”; what stands between goes to the ledger."""
    if marker is None:
        return NOTHING, text
    gone += text[len(marker.printed) : marker.rest].removed(reason)
    return text[: len(marker.printed)], text[marker.rest :]


def unit_blocks(unit: Address, body: list[Element], gone: list[Removed], problems: list[Problem]) -> list[Block]:
    """Blocks of one unit: `unit#n` for paragraphs and items, `unit@n` for boxes and tables."""
    blocks: list[Block] = []
    paragraphs = tables = captions = 0
    for at, element in enumerate(body):
        before = body[at - 1] if at else None
        if isinstance(element, Box):
            tables += 1
            blocks += box_blocks(unit, tables, element, gone)
        elif isinstance(element, Grid):
            tables += 1
            rows, found = build_table(element)
            problems += found
            blocks.append(
                Block(unit.nth_box(tables), unit, "table", NOTHING, (element.number, element.last), rows=rows)
            )
        elif stands_above_a_table(element, body[at + 1 : at + 3]):
            captions += 1
            blocks.append(
                Block(unit.nth_box(tables + 1).nth_caption(captions), unit, "caption", element.text, lines_of(element))
            )
        elif (
            element.string.startswith(NOTES)
            and tables
            and isinstance(before, (Grid, Box, Line))
            and blocks[-1].kind in ("table", "note", "box_item")
        ):
            captions += 1
            blocks.append(Block(unit.nth_box(tables).nth_note(captions), unit, "note", element.text, lines_of(element)))
        else:
            paragraphs += 1
            blocks.append(paragraph(unit.nth_paragraph(paragraphs), unit, element, gone))
    return blocks


def stands_above_a_table(line: Line, after: list[Element]) -> bool:
    """表1 主要指标 / 单位：亿元 / the table: the title and the line of the unit, with or without the other."""
    if not after or not isinstance(line, Line):
        return False
    if isinstance(after[0], Grid):
        return is_caption(line) or line.string.startswith(UNIT_LINES)
    unit_between = isinstance(after[0], Line) and after[0].string.startswith(UNIT_LINES)
    return unit_between and isinstance(after[-1], Grid) and is_caption(line)


def is_caption(line: Line) -> bool:
    return read_marker(line.string) is None and reads_like_title(line.string)


def lines_of(line: Line) -> tuple[int, int]:
    return line.number, line.end


def paragraph(address: Address, unit: Address, line: Line, gone: list[Removed]) -> Block:
    marker = read_marker(line.string)
    if marker is not None and marker.kind in UNMISTAKABLE:
        marker = None  # 第三章提出… is a sentence, not an item
    printed, text = split_marker(line.text, marker, "marker-space", gone)
    return Block(address, unit, "item" if marker else "paragraph", text, lines_of(line), printed)


def box_blocks(unit: Address, number: int, box: Box, gone: list[Removed]) -> list[Block]:
    address = unit.nth_box(number)
    title = read_box_title(box.title.string)
    text = box.title.text
    marker = NOTHING
    if title:
        marker, text = text[: len(title.marker)], text[title.rest :]
        gone += box.title.text[len(title.marker) : title.rest].removed("marker-space")
    out = [Block(address, unit, "box", text, (box.title.number, box.last), marker)]
    for i, (item, subs) in enumerate(zip(box.items, box.subs, strict=False), 1):
        out.append(replace(paragraph(address.part(i), unit, item, gone), kind="box_item"))
        out += [
            replace(paragraph(address.part(i).part(j), unit, sub, gone), kind="box_subitem")
            for j, sub in enumerate(subs, 1)
        ]
    return out


def mark_leads(blocks: list[Block]) -> tuple[Block, ...]:
    """Run-in lead sentences are marked where a plan uses them, separately for paragraphs, items and box items."""
    leads = {block.address: lead_length(block.text.string, block.kind != "paragraph") for block in blocks}
    total = Counter(block.kind for block in blocks)
    having = Counter(block.kind for block in blocks if leads[block.address])
    used = {
        kind
        for kind in ("paragraph", "item", "box_item", "box_subitem")
        if total[kind] and having[kind] >= LEAD_SHARE * total[kind]
    }
    return tuple(replace(block, lead=leads[block.address]) if block.kind in used else block for block in blocks)
