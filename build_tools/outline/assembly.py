"""Headings and the elements between them → units and blocks with their addresses."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ..chinese.boxes import read_box_title
from ..chinese.numbering import UNMISTAKABLE, read_marker
from ..chinese.sentences import lead_length, reads_like_title
from ..model.edition import Problem
from ..model.outline import Block, Outline, Unit
from ..model.text import NOTHING, Grid, Line, Removed, Text
from .addresses import unit_addresses
from .boxes import Box, Element
from .numbering import Heading
from .tables import build_table

NOTES = ("注：", "注:", "备注：", "资料来源", "说明：")
UNIT_LINES = ("单位：", "（单位：", "(单位：")
LEAD_SHARE = 0.5  # a plan uses run-in lead sentences if at least half of its paragraphs (or items) begin with one


def assemble(plan: str, elements: list[Element], headings: list[Heading]) -> tuple[Outline, list[Problem]]:
    units, blocks, gone, problems = [], [], [], []
    addresses = unit_addresses(plan, headings)
    first = headings[0].candidate.position if headings else len(elements)
    preface = [e for e in elements[:first] if not is_blank(e)]
    if preface:
        units.append(front_unit(plan, preface))
        body = preface[1:] if units[0].title.string else preface
        blocks += unit_blocks(units[0].address, body, gone, problems)
    for heading, address, following in zip(headings, addresses, [*headings[1:], None]):
        units.append(heading_unit(heading, address, gone))
        end = following.candidate.position if following else len(elements)
        body = [e for e in elements[heading.candidate.end : end] if not is_blank(e)]
        blocks += unit_blocks(address, body, gone, problems)
    return Outline(tuple(units), mark_leads(blocks), tuple(gone)), problems


def is_blank(element: Element) -> bool:
    return isinstance(element, Line) and not element.string


def front_unit(plan: str, preface: list[Element]) -> Unit:
    """Text before the first chapter; its title is the printed one, where there is one."""
    line = preface[0]
    titled = isinstance(line, Line) and reads_like_title(line.string) and (line.hint or len(preface) > 1)
    number = line.title.number if isinstance(line, Box) else line.number
    return Unit(f"{plan}/00", "chapter", NOTHING, line.text if titled else NOTHING, number)


def heading_unit(heading: Heading, address: str, gone: list[Removed]) -> Unit:
    number, title = split_marker(heading.candidate.line.text, heading.candidate.marker, "heading-space", gone)
    return Unit(address, heading.level, number, title, heading.candidate.line.number)


def split_marker(text: Text, marker, reason: str, gone: list[Removed]) -> tuple[Text, Text]:
    """“1. 农业机械化工程” → “1.”, “农业机械化工程”; what stands between goes to the ledger."""
    if marker is None:
        return NOTHING, text
    gone += text[len(marker.printed) : marker.rest].removed(reason)
    return text[: len(marker.printed)], text[marker.rest :]


def unit_blocks(unit: str, body: list[Element], gone: list[Removed], problems: list[Problem]) -> list[Block]:
    """Blocks of one unit: `unit#n` for paragraphs and items, `unit@n` for boxes and tables."""
    blocks: list[Block] = []
    paragraphs = tables = captions = 0
    for at, element in enumerate(body):
        before, after = body[at - 1] if at else None, body[at + 1] if at + 1 < len(body) else None
        if isinstance(element, Box):
            tables += 1
            blocks += box_blocks(unit, tables, element, gone)
        elif isinstance(element, Grid):
            tables += 1
            rows, found = build_table(element)
            problems += found
            blocks.append(Block(f"{unit}@{tables}", unit, "table", NOTHING, (element.number, element.last), rows=rows))
        elif isinstance(after, Grid) and (is_caption(element) or element.string.startswith(UNIT_LINES)):
            captions += 1
            blocks.append(
                Block(f"{unit}@{tables + 1}.caption{captions}", unit, "caption", element.text, lines_of(element))
            )
        elif (
            element.string.startswith(NOTES)
            and tables
            and isinstance(before, (Grid, Box, Line))
            and blocks[-1].kind in ("table", "note", "box_item")
        ):
            captions += 1
            blocks.append(Block(f"{unit}@{tables}.note{captions}", unit, "note", element.text, lines_of(element)))
        else:
            paragraphs += 1
            blocks.append(paragraph(f"{unit}#{paragraphs}", unit, element, gone))
    return blocks


def is_caption(line: Line) -> bool:
    return read_marker(line.string) is None and reads_like_title(line.string)


def lines_of(line: Line) -> tuple[int, int]:
    return line.number, line.end


def paragraph(address: str, unit: str, line: Line, gone: list[Removed]) -> Block:
    marker = read_marker(line.string)
    if marker is not None and marker.kind in UNMISTAKABLE:
        marker = None  # 第三章提出… is a sentence, not an item
    printed, text = split_marker(line.text, marker, "marker-space", gone)
    return Block(address, unit, "item" if marker else "paragraph", text, lines_of(line), printed)


def box_blocks(unit: str, number: int, box: Box, gone: list[Removed]) -> list[Block]:
    address = f"{unit}@{number}"
    title = read_box_title(box.title.string)
    text = box.title.text
    marker = NOTHING
    if title:
        marker, text = text[: len(title.marker)], text[title.rest :]
        gone += box.title.text[len(title.marker) : title.rest].removed("marker-space")
    out = [Block(address, unit, "box", text, (box.title.number, box.last), marker)]
    for i, (item, subs) in enumerate(zip(box.items, box.subs), 1):
        out.append(replace(paragraph(f"{address}.{i}", unit, item, gone), kind="box_item"))
        out += [
            replace(paragraph(f"{address}.{i}.{j}", unit, sub, gone), kind="box_subitem")
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
