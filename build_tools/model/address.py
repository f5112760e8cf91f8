"""Where something stands in a plan, as readers quote it: docs of the data contract, here as a text that knows its
parts.

    some             the plan             some/03/01#2          the second paragraph of the section
    some/03          chapter 3            some/03/01@1          its first box or table
    some/03/01       its section 1        some/03/01@1.4        item 4 of the box; @1.4.2 the second below it
    some/03/01/02    its subsection 2     some/03/01@1.caption1 a caption, @1.note2 a note of the table
    some/p01         part 1               some/03@fn1           the first footnote of the chapter
    some/a2          annex 2              some/03@1:r2c3        a cell; some:title a line of the plan's card
    some/00          text before them     some/end              the lines of the printing house

Only this module knows the signs. An address is made from the one above it and asked for its parts; nobody else cuts or
joins.
"""

from __future__ import annotations

import re
from functools import lru_cache

UNIT = re.compile(r"[a-z][a-z0-9-]*(/[a-z]?\d+[a-z]*){1,3}")
UNIT_OR_BLOCK = re.compile(UNIT.pattern + r"([#@]\d+(\.\d+)?)?")
PUBLISHED = re.compile(r"[a-z][a-z0-9-]*/\w+(/\w+){0,2}([#@][\w.]+)?")
FOOTNOTE, CAPTION, NOTE = "fn", "caption", "note"
KEPT = 1 << 15  # addresses that are parsed once; of more the least used are parsed again


class Address(str):
    """`plan` its id; `units` the steps below it; `paragraph` “2” of #2; `places` (“1”, “4”) of @1.4; `field` r2c3 of
    :r2c3.

    An address is the text it is written as, so that it finds what is kept under that text. Whatever text is asked for
    its parts, there is an answer; whether the plan has the address, only the plan knows.
    """

    __slots__ = ("field", "paragraph", "places", "plan", "units")
    plan: str
    units: tuple[str, ...]
    paragraph: str
    places: tuple[str, ...]
    field: str

    def __new__(cls, text: str) -> Address:
        return text if isinstance(text, Address) else parsed(text)

    def __reduce__(self) -> tuple[type[Address], tuple[str]]:
        """To another process goes the text alone."""
        return Address, (str(self),)

    # -- the addresses above

    @property
    def block(self) -> Address:
        """some/03@1:r2c3 → some/03@1; some:title → some"""
        return Address(self.removesuffix(f":{self.field}")) if self.field else self

    @property
    def unit(self) -> Address:
        """some/03/01#2 → some/03/01"""
        return self.first(len(self.units))

    @property
    def chapter(self) -> Address:
        """What has a page of its own: some/03/01#2 → some/03, some/p01 → some/p01; some → some"""
        return self.first(1)

    @property
    def section(self) -> Address:
        """some/03/01/02#1 → some/03/01; some/03#1 → some/03"""
        return self.first(2)

    @property
    def parent(self) -> Address:
        """The unit above a unit: some/03/01 → some/03 → some"""
        return self.first(len(self.units) - 1)

    @property
    def upwards(self) -> tuple[Address, ...]:
        """The unit and all above it, nearest first: some/03/01#2 → some/03/01, some/03"""
        return tuple(self.first(depth) for depth in range(len(self.units), 0, -1))

    @property
    def box(self) -> Address | None:
        """The box or table that this is, or is in: some/03@1.4 → some/03@1; none for a paragraph or a footnote"""
        return self.unit.nth_box(self.places[0]) if self.places and not self.is_footnote else None

    def first(self, depth: int) -> Address:
        return Address("/".join((self.plan, *self.units[:depth])))

    # -- what it is

    @property
    def name(self) -> str:
        """How its chapter is called in addresses: 03, p01, a2, 00, end; empty for a plan"""
        return self.units[0] if self.units else ""

    @property
    def item(self) -> str:
        """Below a box: some/03@1.4.2 → 4.2; else empty"""
        return ".".join(self.places[1:])

    @property
    def is_footnote(self) -> bool:
        return bool(self.places) and self.places[0].startswith(FOOTNOTE)

    @property
    def shown_at(self) -> Address:
        """A caption has no place of its own but that of its table: some/03@1.caption1 → some/03@1"""
        return self.box if self.box and self.item.startswith(CAPTION) else self

    @property
    def is_before_chapters(self) -> bool:
        """some/00 and, where two texts stand before the first chapter, some/00b"""
        return len(self.units) == 1 and self.name.rstrip("abcdefghijklmnopqrstuvwxyz") == "00"

    def is_in(self, unit: str) -> bool:
        """Whether it is the unit, or in it: some/03/01#2 is in some/03/01, in some/03 and in some"""
        above = Address(unit)
        return self.plan == above.plan and self.units[: len(above.units)] == above.units

    # -- where readers find it

    @property
    def anchor(self) -> str:
        """The id on the chapter's page: some/03/01/02#3 → s01-02-p3; some/03@1.2 → b1-i2; some/03@fn1 → fn1; some/03 →
        top"""
        parts = ["s" + "-".join(self.units[1:])] if self.units[1:] else []
        if self.paragraph:
            parts.append(f"p{self.paragraph}")
        for depth, place in enumerate(self.places):
            parts.append((("" if self.is_footnote else "b"), "i", "")[min(depth, 2)] + place)
        return "-".join(parts) or "top"

    @property
    def locator(self) -> str:
        """In print, without the plan: some/03/01#2 → 03·s01-p2"""
        return f"{self.name}·{self.anchor}"

    @property
    def file(self) -> str:
        """The chapter's file among those of its plan: 03.md; that of a plan is index.md"""
        return f"{self.name or 'index'}.md"

    @property
    def href(self) -> str:
        """From a page of the same plan: some/03/01#2 → 03.md#s01-p2; some → index.md"""
        return f"{self.file}#{self.anchor}" if self.units else self.file

    def href_from(self, up: str) -> str:
        """From elsewhere; `up` leads to the folder that holds the plans: ../ → ../some/03.md#s01-p2"""
        return f"{up}{self.plan}/{self.href}"

    @property
    def web(self) -> str:
        """Below the site's address: some/03/01#2 → some/03/#s01-p2; some → some/"""
        return f"{self.chapter}/#{self.anchor}" if self.units else f"{self.plan}/"

    # -- the addresses below

    def below(self, step: str) -> Address:
        return Address(f"{self}/{step}")

    def nth_paragraph(self, n: int) -> Address:
        return Address(f"{self}#{n}")

    def nth_box(self, n: int | str) -> Address:
        """Boxes and tables are counted together."""
        return Address(f"{self}@{n}")

    def nth_footnote(self, n: int) -> Address:
        return Address(f"{self}@{FOOTNOTE}{n}")

    def part(self, name: int | str) -> Address:
        """some/03@1 → its item some/03@1.4"""
        return Address(f"{self}.{name}")

    def nth_caption(self, n: int) -> Address:
        return self.part(f"{CAPTION}{n}")

    def nth_note(self, n: int) -> Address:
        return self.part(f"{NOTE}{n}")

    def of(self, field: str) -> Address:
        """A text of a block or card that has no place of its own: some/03@1:r2c3"""
        return Address(f"{self}:{field}")


@lru_cache(maxsize=KEPT)
def parsed(text: str) -> Address:
    address = str.__new__(Address, text)
    place, _, address.field = text.partition(":")
    place, _, block = place.partition("@")
    unit, _, address.paragraph = place.partition("#")
    address.plan, *units = unit.split("/")
    address.units = tuple(units)
    address.places = tuple(block.split(".")) if block else ()
    return address


def is_address_of_unit(text: str) -> bool:
    """Written as the address of a chapter, section or subsection."""
    return UNIT.fullmatch(text) is not None


def is_address_of_text(text: str) -> bool:
    """… or of a paragraph, a box or an item."""
    return UNIT_OR_BLOCK.fullmatch(text) is not None


def is_published(text: str) -> bool:
    """Written as any address in the tables: a value to be linked to its page."""
    return PUBLISHED.fullmatch(text) is not None
