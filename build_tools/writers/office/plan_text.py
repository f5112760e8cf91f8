"""The text of a plan as parts of a document: headings with their level, paragraphs, tables."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.edition import Plan
from ...model.outline import Block, Unit, expand
from ...model.walks import by_chapter, chapters_of

LEVELS = {"part": 1, "chapter": 1, "annex": 1, "front": 1, "section": 2, "subsection": 3}
Part = tuple[str, int, object]


def plan_text(plan: Plan) -> Iterator[Part]:
    """("heading", 1, 第一章 总则), ("text", 0, 坚持……), ("table", 0, [[指标, 2025年], …]) in the order of the plan."""
    pages = by_chapter(plan)
    for chapter in chapters_of(plan):
        for part in [chapter, *pages[chapter.address]]:
            yield heading(part) if isinstance(part, Unit) else body(part)


def heading(unit: Unit) -> Part:
    words = " ".join(words for words in (unit.number.string, unit.title.string) if words)
    return "heading", LEVELS.get(unit.level, 3), words


def body(block: Block) -> Part:
    if block.rows:
        return "table", 0, [[cell.text.string if cell else "" for cell in row] for row in expand(block.rows)]
    return "text", 0, f"{block.marker.string}{block.text.string}"
