"""A plan as text a non-programmer can read: what the golden files and the expected outlines in cases/ are compared
with.

12  第一章 发展基础          source line, number and title of a heading, indented by level
14    ¶ 五年来，…            a paragraph (an item shows its number instead of ¶)
20    ▣ [专栏1] 重点工程     a box, its items below it
26    ▦ 类别 | 指标 | 2025年  a table, a line a row; an empty cell is ∅
"""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model.outline import Block, Unit, expand
from build_tools.model.problems import wording

DEPTH = {"part": 0, "chapter": 0, "front": 0, "annex": 0, "section": 1, "subsection": 2}
SIGNS = {"paragraph": "¶", "item": "", "caption": "▦ caption:", "note": "▦ note:", "box_item": "·", "box_subitem": "··"}


def show_heading(unit: Unit) -> str:
    words = " ".join(part for part in (unit.number.string, unit.title.string) if part)
    return f"{unit.line:>5}  {'  ' * DEPTH[unit.level]}{words}".rstrip()


def show_outline(units: Iterable[Unit]) -> str:
    return "".join(show_heading(unit) + "\n" for unit in units)


def show_block(block: Block, depth: int) -> list[str]:
    indent = f"{block.lines[0]:>5}  {'  ' * depth}"
    marker = block.marker.string
    if block.kind == "box":
        return [f"{indent}▣ {f'[{marker}] ' if marker else ''}{block.text.string}".rstrip()]
    if block.kind == "table":
        return [
            f"{indent}▦ " + " | ".join((cell.text.string if cell else "") or "∅" for cell in row)
            for row in expand(block.rows)
        ]
    inner = "  " if block.kind.startswith("box_") else ""
    return [indent + inner + " ".join(words for words in (SIGNS[block.kind], marker, block.text.string) if words)]


def show_plan(units: Iterable[Unit], blocks: Iterable[Block], problems: Iterable = ()) -> str:
    """Everything of a plan: headings, blocks in full, and below a rule the problems by code."""
    by_unit: dict[str, list[Block]] = {}
    for block in blocks:
        by_unit.setdefault(block.unit, []).append(block)
    lines = []
    for unit in units:
        lines.append(show_heading(unit))
        for block in by_unit.get(unit.address, []):
            lines += show_block(block, DEPTH[unit.level] + 1)
    doubts = [
        f"{problem.line:>5}  {problem.severity}: {wording(problem.code, problem.values, 'en')[0]}"
        for problem in problems
    ]
    return "\n".join(lines + (["-----", *doubts] if doubts else [])) + "\n"


def squeezed(words: str) -> str:
    """Words without white space: the scanner's blanks do not matter when a label is compared."""
    return "".join(words.split())
