"""What a printed volume is made of: the kinds of nodes that a design sets, and their parts. Texts are runs; what is
None is not said."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any, ClassVar

from .runs import Run


@dataclass(frozen=True)
class Pointer:
    """The way to an address, for which the typesetter finds the page."""

    name: str
    address: str


@dataclass(frozen=True)
class Heading:
    """`lines`, `draft`, `running`, `unofficial`: of one that opens a plan; `see`: where other plans speak of the
    same; `runs_on`: begins no page; `also`: another address that leads here."""

    kind: ClassVar = "heading"
    level: int
    number: str
    address: str
    role: str
    title: str
    chinese: bool
    lines: list[list[Run]] | None = None
    draft: str | None = None
    running: str | None = None
    unofficial: str | None = None
    see: list[Pointer] | None = None
    runs_on: bool | None = None
    also: str | None = None


@dataclass(frozen=True)
class Paragraph:
    """Any text with runs: of the plan, of a box, a note, or one that print adds."""

    kind: ClassVar = "paragraph"
    role: str
    runs: list[Run]
    locator: str
    address: str


@dataclass(frozen=True)
class Box:
    kind: ClassVar = "box"
    title: list[Run]
    locator: str
    address: str
    role: str
    items: list[Paragraph]
    level: int


@dataclass(frozen=True)
class Cell:
    """`page_of`: shows on which page an address stands; `places`: addresses with their pages, and how many `more` there
    are; `together`: not to be parted from the row below; `row_head`: says what the row is about; `whole`: of a number
    what stands before its point, and in which `column`."""

    runs: list[Run]
    rowspan: int = 1
    colspan: int = 1
    header: bool = False
    long: bool = False
    together: bool | None = None
    page_of: str | None = None
    places: list[Pointer] | None = None
    more: int | None = None
    row_head: bool | None = None
    whole: str | None = None
    column: int | None = None


@dataclass(frozen=True)
class Table:
    """`columns`: their shares of the width; `see`: what shows the same in another form; `level`: of its title among
    the headings; `unit`: 单位：万元, what all its numbers are counted in."""

    kind: ClassVar = "table"
    caption: list[Run]
    columns: list[float]
    head: list[list[Cell]]
    body: list[list[Cell]]
    notes: list[Paragraph]
    locator: str
    address: str
    role: str
    see: list[Pointer] | None = None
    level: int | None = None
    unit: list[Run] | None = None


@dataclass(frozen=True)
class Bar:
    """`length` in thousandths of the longer one."""

    year: str
    value: list[Run]
    length: int


@dataclass(frozen=True)
class ChartPanel:
    """Two bars, before and after, or a bar a year, and a sentence that says what they show."""

    name: list[Run]
    unit: list[Run]
    bars: list[Bar]
    said: str


@dataclass(frozen=True)
class Charts:
    kind: ClassVar = "charts"
    role: str
    address: str
    colour: str
    panels: list[ChartPanel]


Node = Heading | Paragraph | Box | Table | Charts
KINDS = (Heading, Paragraph, Box, Table, Charts)


def as_data(part: Any) -> Any:
    """Nodes as dictionaries, for the typesetter: runs say which words are Chinese, heads and bookmarks cannot."""
    if isinstance(part, str):
        return str(part)
    if isinstance(part, list):
        return [as_data(found) for found in part]
    if is_dataclass(part):
        said = {field.name: getattr(part, field.name) for field in fields(part)}
        kind = {"kind": part.kind} if isinstance(part, KINDS) else {}
        return kind | {name: as_data(value) for name, value in said.items() if value is not None}
    return {key: as_data(found) for key, found in part.items()} if isinstance(part, dict) else part
