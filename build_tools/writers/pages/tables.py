"""Tables as HTML, because Markdown has no merged cells: caption, scope, rowspan, and words for an empty cell."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...model.address import Address
from ...model.edition import Plan
from ...model.outline import Block, TableCell, expand, head_rows
from ...model.shown import stretches_of, together
from ..words import layout
from ..words.layout import Say
from ..words.markdown import attribute, in_language

EMPTY = '<td{spans}><span aria-hidden="true">—</span><span class="pr-hidden">{words}</span></td>'
FIGURE = re.compile(r"[\[［（(＜＞<>≥≤±+－-]?\s*\d")
YEAR = re.compile(r"(?:19|20)\d\d")


class Marks(NamedTuple):
    """Cells, by identity: those of which the text does not tell whether they are empty, and those of columns of
    figures."""

    doubtful: frozenset[int]
    figures: frozenset[int]


def render(
    block: Block,
    captions: list[Block],
    plan: Plan,
    say: Say,
    own_place: bool = True,
    rows: Mapping[int, str] | None = None,
) -> str:
    """One HTML block (no blank line in it), in a scroll region that the keyboard can reach. `own_place`: links lead to
    it;
    `rows`: what stands behind the name of a row, by its number among all rows of the table."""
    place = f' id="{Address(block.address).anchor}"' if own_place else ""
    caption = together((c.text.string for c in captions), "　") or unit_title(block, plan)
    count = head_rows(block.rows)
    head, body = block.rows[:count], block.rows[count:]
    marks = Marks(doubtful_cells(block, plan), figure_cells(block, count))
    width = sum(cell.colspan for cell in head[0])
    lines = [
        f'<div class="pr-table"{place} role="region" tabindex="0" aria-label="{attribute(caption)}">',
        f'<table class="pr-cols-{width}">',
        f"<caption>{escape(caption)}</caption>",
        "<thead>",
        *(row_html(row, "col", place == 0, say, marks) for place, row in enumerate(head)),
        "</thead>",
        "<tbody>",
        *(
            row_html(row, "row", leads, say, marks, (rows or {}).get(number, ""))
            for number, (row, leads) in enumerate(zip(body, leading_rows(body), strict=False), count)
        ),
        "</tbody>",
        "</table>",
        "</div>",
    ]
    return "\n".join(lines)


def unit_title(block: Block, plan: Plan) -> str:
    """A table without a caption goes by the heading above it."""
    return next(unit.title.string for unit in plan.units if unit.address == block.unit)


def leading_rows(body: tuple[tuple[TableCell, ...], ...]) -> Iterator[bool]:
    """For each row, whether its first cell stands in the first column; else a cell from above reaches down into it."""
    reaches = 0
    for row in body:
        yield not reaches
        reaches = reaches - 1 if reaches else (row[0].rowspan - 1 if row else 0)


def doubtful_cells(block: Block, plan: Plan) -> frozenset[int]:
    """The cells (by identity) that print may have merged with the one above: empty ones of a row that shares its
    indicator's name with the row before."""
    names = {i.name for i in plan.indicators if i.address == block.address and i.doubtful}
    found: set[int] = set()
    rows = expand(block.rows) if names else []
    for above, row in itertools.pairwise(rows):
        shared = [cell for cell, over in zip(row, above, strict=False) if cell is over and cell is not None]
        if any(name in cell.text.string for cell in shared for name in names):
            for cell, over in zip(row, above, strict=False):
                if cell and over and cell is not over and not cell.text.string:
                    found |= {id(cell)} if over.text.string or id(over) in found else set()
    return frozenset(found)


def figure_cells(block: Block, count: int) -> frozenset[int]:
    """The cells (by identity) of columns of figures, their heads too: they stand at the right, so that figures align. A
    column that is still empty is one where its head names a year. `count`: rows of the head."""
    rows = expand(block.rows)
    found: set[int] = set()
    for column in range(max(map(len, rows), default=0)):
        head, body = ([row[column] for row in part if column < len(row)] for part in (rows[:count], rows[count:]))
        said = [cell.text.string for cell in body if cell and not cell.header and cell.text.string]
        figures = sum(bool(FIGURE.match(words)) for words in said)
        dated = any(YEAR.match(cell.text.string) for cell in head if cell)
        if figures * 2 > len(said) or (dated and not said):
            found |= {id(cell) for cell in head if cell and cell.colspan == 1}
            found |= {id(cell) for cell in body if cell and cell.colspan == 1 and not cell.header}
    return frozenset(found)


def row_html(row: tuple[TableCell, ...], scope: str, leads: bool, say: Say, marks: Marks, end: str = "") -> str:
    """`leads`: the first cell is in the first column, which stays in sight when the table scrolls; `end`: what stands
    in the cell that names the row, too."""
    cells = [cell_html(cell, scope, leads and place == 0, say, marks) for place, cell in enumerate(row)]
    if end and cells:
        at = next((n for n, cell in enumerate(cells) if cell.startswith('<th scope="row"')), None)
        at = next((n for n, cell in enumerate(cells) if cell.startswith("<td")), 0) if at is None else at
        text, tag, closing = cells[at].rpartition("</")
        cells[at] = f"{text}{end}{tag}{closing}"
    return "<tr>" + "".join(cells) + "</tr>"


def cell_html(cell: TableCell, scope: str, first: bool, say: Say, marks: Marks) -> str:
    """A cell of the head, of a row's head, a badge for the attribute, or what is printed."""
    text = cell.text.string
    classes = " ".join(["pr-first"] * (first and cell.header) + ["pr-n"] * (id(cell) in marks.figures))
    spans = f' class="{classes}"' if classes else ""
    spans += "".join(
        f' {name}="{value}"' for name, value in (("rowspan", cell.rowspan), ("colspan", cell.colspan)) if value > 1
    )
    if cell.header and (text or scope == "col"):
        kind = "rowgroup" if scope == "row" and cell.rowspan > 1 else scope
        return f'<th scope="{kind}"{spans}>{escape(text)}</th>'
    if not text:
        words = escape(say(layout.DOUBTFUL if id(cell) in marks.doubtful else layout.EMPTY))
        empty = spans.replace('class="', 'class="pr-empty ') if classes else f' class="pr-empty"{spans}'
        return EMPTY.format(spans=empty, words=words)
    if text in layout.ATTRIBUTES or text.casefold() in map(str.casefold, map(say, layout.ATTRIBUTES)):
        return f"<td{spans}>{layout.badge(text, say)}</td>"
    return f"<td{spans}>{escape(text)}</td>"


def escape(text: str) -> str:
    """Text for an HTML block, which Markdown leaves alone."""
    return "".join(in_language(one, html.escape(one.text)) for one in stretches_of(text))
