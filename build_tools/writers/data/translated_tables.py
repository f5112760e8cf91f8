"""A published table in another language: its words without the signs around what is still Chinese, its addresses on the
pages of that language."""

from __future__ import annotations

from collections.abc import Callable

from ...model.edition import Edition
from ...model.translation import _
from ..words import layout
from .published import Row, Table

ON_PAGES = ("url", "from_url", "to_url", "other_url", "row_url")  # not source_url: the source text is Chinese
# What a table says in a translation that its column does not say in the plan's own language: 280万亩 is 2.8 million mu.
SAID_ANEW = {
    "value": _("数值，按译文的单位；X 为草案待填"),
    "value_high": _("区间的上限，按译文的单位"),
    "unit": _("单位，译文的说法"),
    "investment": _("投资，译文的说法"),
    "quote": _("译文中的句子；没有译文的是原句"),
}


def in_translation(table: Table, rows: list[Row], edition: Edition) -> tuple[Table, list[Row]]:
    """A table of the edition in the language of the plans stays as it is."""
    if edition.original is None:
        return table, rows
    home = layout.data_folder(edition).removeprefix("data/")
    makers = [on_page(home) if name in ON_PAGES else plain for name in table.names]
    columns = tuple((name, kind, SAID_ANEW.get(name, title)) for name, kind, title in table.columns)
    return (
        Table(table.name, table.title, columns),
        [tuple(make(value) for make, value in zip(makers, row, strict=True)) for row in rows],
    )


def plain(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def on_page(home: str) -> Callable[[object], object]:
    """some/03/#s01-p2 → en/some/03/#s01-p2"""
    return lambda value: f"{home}{value}" if value else value
