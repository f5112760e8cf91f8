"""Columns that open: beside every address and line of a published table where on the site it is read.

In content/data they are relative to the site's root; publishing makes them absolute (publishing/data_addresses.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ...model.address import Address, is_published
from ...model.edition import Plan
from ...model.translation import _
from ..words import source_lines
from .published import Row, Table

# column → the column that leads there, and what that is
OF_ADDRESS = {
    "address": ("url", _("网址，相对于本站根目录")),
    "from": ("from_url", _("from 的网址")),
    "to": ("to_url", _("to 的网址")),
    "other_address": ("other_url", _("另一处的网址")),
}
OF_LINE = {
    "line": ("source_url", _("原文本这一行的网址")),
    "source_line": ("source_url", _("原文本这一行的网址")),
    "other_line": ("other_source_url", _("另一处原文本行的网址")),
}
PAGE = ("page", "integer", _("原件页码，从 1 起；原件没有页的为空"))


def with_addresses(table: Table, rows: Sequence[Row], plans: Sequence[Plan]) -> tuple[Table, list[Row]]:
    """The table with a column at its end for every column of addresses or lines; what has none stays empty."""
    names = [name for name, _type, _what in table.columns]
    lines = {plan.card.id: line_web(plan) for plan in plans}
    added: list[tuple[str, str, str]] = []
    makers: list[Callable[[Row], str | int]] = []
    for at, name in enumerate(names):
        if name in OF_ADDRESS:
            column, what = OF_ADDRESS[name]
            makers.append(page_maker(at, names))
        elif name in OF_LINE and "plan" in names:
            column, what = OF_LINE[name]
            makers.append(line_maker(at, names.index("plan"), lines))
        else:
            continue
        added.append((column, "string", what))
        if column == "source_url":
            added.append(PAGE)
            makers.append(sheet_maker(at, names.index("plan"), {plan.card.id: plan for plan in plans}))
    return (
        Table(table.name, table.title, (*table.columns, *added)),
        [(*row, *(make(row) for make in makers)) for row in rows],
    )


def page_maker(at: int, names: list[str]) -> Callable[[Row], str]:
    return lambda row: page_web(str(row[at] or ""), home_of(row, names))


def line_maker(at: int, plan: int, lines: Mapping[str, Callable[[object], str]]) -> Callable[[Row], str]:
    return lambda row: lines[str(row[plan])](row[at])


def sheet_maker(at: int, plan: int, plans: Mapping[str, Plan]) -> Callable[[Row], str | int]:
    """The page of the file as received on which the row's line stands."""

    def page(row: Row) -> str | int:
        line = row[at]
        return (plans[str(row[plan])].page_of(line) or "") if isinstance(line, int) and line else ""

    return page


def home_of(row: Row, names: list[str]) -> str:
    """Pages of a translation stand in a folder of their own: en/"""
    code = str(row[names.index("language")]) if "language" in names else ""
    return code.lower().replace("_", "-") + "/" if code else ""


def page_web(address: str, home: str = "") -> str:
    """some/03/01#2 → some/03/#s01-p2; of a chapter some/03/#top; of a plan some/"""
    place = Address(address).shown_at.block
    if not place.units:
        return f"{home}{place}/" if place else ""
    return home + place.web if is_published(place) else ""


def line_web(plan: Plan) -> Callable[[object], str]:
    """195 → data/plans/some/source.html#L195; no line, no address"""
    parts = source_lines.parts_of(plan)
    return lambda line: source_lines.address_of_line(plan, parts, line) if isinstance(line, int) and line else ""


def with_rows(table: Table, rows: Sequence[Row], places: Sequence[str]) -> tuple[Table, list[Row]]:
    """… and the address of each row on its page, in the order of the rows."""
    column = ("row_url", "string", _("这一行在本站网页上的网址"))
    return (
        Table(table.name, table.title, (*table.columns, column)),
        [(*row, place) for row, place in zip(rows, places, strict=True)],
    )
