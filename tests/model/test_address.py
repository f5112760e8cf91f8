"""Addresses are parsed once and tell everything else: page, anchor, place in print, what stands above."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.address import Address, is_address_of_text, is_address_of_unit, is_published

LETTERS = st.sampled_from(["", "b", "c", "z", "aa"])
NUMBERS = st.integers(0, 250)  # more than 99 chapters
PLANS = st.from_regex(r"[a-z][a-z0-9-]{0,11}", fullmatch=True)
CHAPTERS = st.one_of(
    st.builds("{:02d}{}".format, NUMBERS, LETTERS),
    st.builds("p{:02d}{}".format, NUMBERS, LETTERS),
    st.builds("a{}".format, NUMBERS),
    st.sampled_from(["00", "00b", "end"]),
)
BELOW = st.lists(st.builds("{:02d}{}".format, NUMBERS, LETTERS), max_size=3)  # sections, subsections, a fourth level
ONE = st.integers(1, 400)
BLOCKS = st.one_of(
    st.just(""),
    st.builds("#{}".format, ONE),
    st.builds("@{}".format, ONE),
    st.builds("@{}.{}".format, ONE, ONE),
    st.builds("@{}.{}.{}".format, ONE, ONE, ONE),
    st.builds("@{}.caption{}".format, ONE, ONE),
    st.builds("@{}.note{}".format, ONE, ONE),
    st.builds("@fn{}".format, ONE),
)
FIELDS = st.one_of(st.just(""), st.builds(":r{}c{}".format, ONE, ONE))


def built(plan: str, units: list[str], block: str, field: str) -> Address:
    """Step by step, as the stages make addresses."""
    address = Address(plan)
    for unit in units:
        address = address.below(unit)
    sign, rest = block[:1], block[1:]
    if sign == "#":
        address = address.nth_paragraph(int(rest))
    elif rest.startswith("fn"):
        address = address.nth_footnote(int(rest[2:]))
    elif rest:
        number, *places = rest.split(".")
        address = address.nth_box(int(number))
        for place in places:
            address = address.part(place)
    return address.of(field[1:]) if field else address


@given(PLANS, CHAPTERS, BELOW, BLOCKS, FIELDS)
def test_written_and_read_again(plan: str, chapter: str, below: list[str], block: str, field: str) -> None:
    """Whatever form an address has, its parts make the same address again."""
    text = "/".join([plan, chapter, *below]) + block + field
    address = Address(text)
    assert str(address) == text == "".join(address)
    assert (address.plan, address.units) == (plan, (chapter, *below))
    assert built(address.plan, list(address.units), block, field) == address
    assert address.block == text.removesuffix(field)
    assert address.unit == "/".join([plan, chapter, *below])
    assert address.chapter == f"{plan}/{chapter}"
    assert [*address.upwards, address.upwards[-1].parent][-1] == plan
    assert all(address.is_in(unit) for unit in address.upwards)
    assert address.is_in(plan)
    assert not address.is_in(address.unit.below("01"))
    assert is_published(address.block) or len(below) == 3 or block.count(".") > 1


@given(PLANS, CHAPTERS, BELOW, BLOCKS, BLOCKS)
def test_no_two_places_of_a_page_share_an_anchor(
    plan: str, chapter: str, below: list[str], one: str, other: str
) -> None:
    """Two different addresses of a chapter have different anchors, and different places in print."""
    here, there = Address("/".join([plan, chapter, *below]) + one), Address("/".join([plan, chapter, *below]) + other)
    assert (here.anchor == there.anchor) == (here == there) == (here.locator == there.locator)


@pytest.mark.parametrize(
    ("address", "anchor"),
    [
        ("plan/03", "top"),
        ("plan/03/01", "s01"),
        ("plan/03/01/02", "s01-02"),
        ("plan/03/01/02/04", "s01-02-04"),
        ("plan/03/01/02#3", "s01-02-p3"),
        ("plan/03#1", "p1"),
        ("plan/03/01@1", "s01-b1"),
        ("plan/03/01@1.2", "s01-b1-i2"),
        ("plan/03/01@1.2.5", "s01-b1-i2-5"),
        ("plan/03@1", "b1"),
        ("plan/03@fn1", "fn1"),
        ("plan/p01", "top"),
        ("plan/p01#2", "p2"),
    ],
)
def test_anchor(address: str, anchor: str) -> None:
    """The anchor on the chapter's page is the one that the data contract promises."""
    assert Address(address).anchor == anchor


def test_everything_that_leads_to_it() -> None:
    """The way on the web, in Markdown from here and from elsewhere, and in print."""
    address = Address("plan/03/01#2")
    assert address.web == "plan/03/#s01-p2"
    assert address.href == "03.md#s01-p2"
    assert address.href_from("../") == "../plan/03.md#s01-p2"
    assert address.locator == "03·s01-p2"
    assert (Address("plan").href, Address("plan").web) == ("index.md", "plan/")
    assert (address.chapter, address.section, address.unit.parent) == ("plan/03", "plan/03/01", "plan/03")


def test_boxes() -> None:
    """Items and captions know their box; a paragraph and a footnote are in none."""
    assert Address("plan/03@1.4.2").box == Address("plan/03@1.caption1").box == Address("plan/03@1").box == "plan/03@1"
    assert Address("plan/03@1.4.2").item == "4.2"
    assert Address("plan/03#1").box is None
    assert Address("plan/03@fn1").box is None
    assert Address("plan/03@fn1").is_footnote


def test_a_neighbour_is_not_in_it() -> None:
    """A unit whose number begins alike is another one."""
    assert not Address("plan/03b#1").is_in("plan/03")
    assert not Address("plan/03/010").is_in("plan/03/01")
    assert not Address("planet/03").is_in("plan")
    assert Address("plan/00b").is_before_chapters
    assert not Address("plan/001").is_before_chapters
    assert not Address("plan/03/00").is_before_chapters


def test_it_is_the_text() -> None:
    """What is kept under the text is found under the address, and an address outlives being copied or sent."""
    address = Address("plan/03@1.2")
    assert {"plan/03@1.2": 1}[address] == 1
    assert Address(address) is address
    for other in (copy.copy(address), copy.deepcopy(address), pickle.loads(pickle.dumps(address))):
        assert (other, other.anchor) == (address, "b1-i2")


def test_as_people_write_them() -> None:
    """What an editor's file may name: units, and where it says so paragraphs, boxes and items."""
    assert is_address_of_unit("plan/03/01")
    assert not is_address_of_unit("plan/03/01#2")
    assert not is_address_of_unit("plan")
    assert is_address_of_text("plan/03/01@1.2")
    assert not is_address_of_text("plan/03/01@")
    assert not is_published("第三章")
