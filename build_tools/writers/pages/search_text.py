"""What the search reads: every heading and block with its place on the page, as one script that the search worker
loads.

A script and not JSON, because a page opened from a disk may load scripts but may not fetch. Ranking is the worker's
work, not ours.
"""

from __future__ import annotations

import json
from typing import Any

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.outline import Block, TableCell, Unit, expand, head_rows
from ...model.walks import by_chapter, chapters_of
from ..words import citation, layout
from ..words.unit_names import label
from . import search_signs, search_things, search_words

PARTS = (  # of the search, in their order, for the page of results (overrides/assets/search/worker.js has the same)
    "lunr", "folding", "roots", "places", "asking", "typed", "spelling", "terms",
    "ranking", "figures", "finding", "things", "marking", "answering",
)  # fmt: skip
HEADINGS = {"section": "h2", "subsection": "h3"}
KINDS = {"box": "box", "box_item": "box", "box_subitem": "box", "table": "table", "caption": "table", "note": "table"}


def write(edition: Edition) -> dict[str, str]:
    say = layout.say(edition)
    chapters = [chapter_row(plan, chapter, parts, say) for plan in edition.plans for chapter, parts in pages(plan)]
    signs = search_signs.han_in(compact(chapters)) if edition.original is None else []
    text = layout.page(
        edition,
        "search_text.js.j2",
        plans=compact([plan_row(plan, edition) for plan in edition.plans]),
        words=compact(search_words.rows(edition)),
        idle=compact(edition.search.idle),
        topics=[compact(row) for row in search_words.topic_rows(edition)],
        traditional=compact(search_signs.traditional(signs)),
        sounds=compact(search_signs.sounds(signs)),
        things=[compact(row) for row in search_things.things(edition)],
        kinds=compact({kind: say(name) for kind, name in search_things.KINDS.items()}),
        chapters=list(map(compact, chapters)),
    )
    return {
        f"{layout.folder(edition)}/search/text.js": text,
        f"{layout.folder(edition)}/search/index.md": layout.page(
            edition, "search.md.j2", scripts=PARTS, examples=search_things.asked(edition)
        ),
    }


def pages(plan: Plan) -> list[tuple[Unit, list[Unit | Block]]]:
    parts = by_chapter(plan)
    return [(chapter, parts[chapter.address]) for chapter in chapters_of(plan)]


def plan_row(plan: Plan, edition: Edition) -> dict[str, Any]:
    """`names` are the words that stand for the plan in a query; in a translation the Chinese ones, too."""
    say = layout.say(edition)
    cards = [plan.card] + [
        other.card for other in (edition.original.plans if edition.original else ()) if other.card.id == plan.card.id
    ]
    names = dict.fromkeys(name for card in cards for name in (card.name, card.short, card.name_en, card.id) if name)
    return {
        "id": plan.card.id,
        "name": plan.card.short,
        "names": list(names),
        "period": layout.period(plan.card, say),
        "status": layout.status_badge(plan.card, say),
        "cite": citation.source_of_script(plan, "", f"{plan.card.id}/search", edition) | citation.text_of(plan),
    }


def chapter_row(plan: Plan, chapter: Unit, parts: list[Unit | Block], say: layout.Say) -> dict[str, Any]:
    return {
        "plan": plan.card.id,
        "page": chapter.address,
        "title": label(chapter, say),
        "parts": [part_row(part, say) for part in parts],
    }


def part_row(part: Unit | Block, say: layout.Say) -> list[Any]:
    """[anchor, kind, text], and the length of a run-in lead sentence where there is one."""
    anchor = Address(part.address).anchor
    if isinstance(part, Unit):
        return [anchor, HEADINGS[part.level], label(part, say)]
    row = [anchor, KINDS.get(part.kind, "p"), words_of(part)]
    return [*row, part.lead + len(row[2]) - len(part.text)] if part.lead else row


def words_of(block: Block) -> str:
    """Marker and text as the page shows them: 专栏-4 端牢中国饭碗支撑行动; cells of a table parted by tabs, rows by line ends."""
    if block.rows:
        return "\n".join("\t".join(row) for row in rows_of(block))
    marker, text = block.marker.string, block.text.string
    apart = (
        block.kind == "box" or block.is_footnote or marker[:1] == "第" or text[:1].isascii()
    )  # “1. Rice”, but “1.水稻”
    return f"{marker} {text}" if marker and apart else marker + text


def rows_of(block: Block) -> list[list[str]]:
    """Each row as it is read: what spans several rows stands in all of them, and a value after the head of its column:
    2025年 43."""
    matrix = expand(block.rows)
    count = head_rows(block.rows)
    heads = matrix[count - 1] if all(cell.header for cell in block.rows[0]) else []
    return [
        [words for words in map(str.strip, row_words(row, heads if at >= count else [])) if words]
        for at, row in enumerate(matrix)
    ]


def row_words(row: list[TableCell | None], heads: list[TableCell | None]) -> list[str]:
    """Every cell once; an empty one says nothing."""
    out, last = [], None
    for column, cell in enumerate(row):
        if cell is None or cell is last:
            continue
        last = cell
        head = heads[column] if column < len(heads) and not cell.header else None
        out.append(f"{head.text.string} {cell.text.string}" if head and cell.text.string else cell.text.string)
    return out


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
