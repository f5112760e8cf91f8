"""What is added to a plan in print, and says so: the figures a draft leaves open, and the corrections, each with its
page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.translation import _
from ...model.walks import corrections_in
from ..words import layout
from .kinds import Cell, Heading, Node, Paragraph, Table
from .nodes import titled
from .runs import plain

OPEN_FIGURES = _("草案中以 X 表示、尚待填写的数字共 {n} 处，依次列出。“填什么”由程序从前文推断，未经人工核对。")
CORRECTED = _(
    "本书照录规划原文，只改正扫描、转存造成的损坏，共 {n} 处，正文中以点线标出。作者写错的、前后矛盾的，都照原样印出。"
)


def appendix_nodes(edition: Edition, plan: Plan, below: int = 0) -> list[Node]:
    return open_figures(edition, plan, below) + corrections(edition, plan, below)


def open_figures(edition: Edition, plan: Plan, below: int) -> list[Node]:
    if not plan.placeholders:
        return []
    say = layout.say(edition)
    rows = [(page(f.address), Address(f.address).locator, f.stands_for, f.unit) for f in plan.placeholders]
    return [
        title(say(_("待填的数字")), f"{plan.card.id}/open", below + 1),
        words(say(OPEN_FIGURES).format(n=len(rows))),
        made_table((say(_("页")), say(_("地址")), say(_("填什么（程序推断）")), say(_("单位"))), (2.5, 7, 24, 5), rows),
    ]


def corrections(edition: Edition, plan: Plan, below: int) -> list[Node]:
    if not plan.changes:
        return []
    say = layout.say(edition)
    places = {id: block.address for block in plan.blocks for id in corrections_in(plan, block)}
    rows = [
        (page(places[c.id]), Address(places[c.id]).locator, c.before, c.after, c.reason)
        for c in plan.changes
        if c.id in places
    ]
    head = (say(_("页")), say(_("地址")), say(_("原识别文字")), say(_("改正为")), say(_("理由")))
    return [
        title(say(_("文字改正")), f"{plan.card.id}/corrections", below + 1),
        words(say(CORRECTED).format(n=len(plan.changes))),
        made_table(head, (2.5, 5.5, 6, 6, 18), rows),
    ]


def title(text: str, address: str, level: int) -> Heading:
    return titled(text, level, address, "added")


def words(text: str) -> Paragraph:
    return Paragraph("added", plain(text), "", "")


def page(address: str) -> Cell:
    """A cell that shows on which page an address stands; only the typesetter can know."""
    return Cell([], page_of=address)


def made_table(head: tuple[str, ...], columns: tuple[float, ...], rows: Sequence[tuple[str | Cell, ...]]) -> Table:
    """A table that the plan does not have."""
    return Table(
        caption=[],
        columns=list(columns),
        head=[[replace(made_cell(text), header=True) for text in head]],
        body=[[made_cell(value) for value in row] for row in rows],
        notes=[],
        locator="",
        address="",
        role="added",
    )


def made_cell(value: str | Cell) -> Cell:
    return value if isinstance(value, Cell) else Cell(plain(value), long=True)
