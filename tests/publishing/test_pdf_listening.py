"""What a voice reads of a printed volume, and where its addresses lead: lists, boxes, captions, notes of the margin,
names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
import pytest

from build_tools.publishing.pdf_places import addresses_of
from build_tools.publishing.pdf_tags import elements_below, is_item, kids, runs_in

from . import reading_pdf
from .conftest import Volume

LISTENED = [  # every kind of volume
    ("shuangcheng", "book", "zh"),
    ("all-plans", "book", "zh"),
    ("shuangliao", "gongwen", "zh"),
    ("shuangliao-en", "book", "en"),
]
pytestmark = pytest.mark.parametrize("volume", LISTENED, indirect=True, ids=lambda found: "-".join(found[:2]))


@dataclass(frozen=True)
class Heard:
    volume: Volume
    file: pikepdf.Pdf

    def elements(self, kind: str) -> list[pikepdf.Dictionary]:
        return [one for one in elements_below(self.file.Root.StructTreeRoot) if str(one.S) == f"/{kind}"]


@pytest.fixture
def heard(volume: Volume) -> Iterator[Heard]:
    with pikepdf.open(volume.path) as file:
        yield Heard(volume, file)


def test_lists_are_lists(heard: Heard) -> None:
    """A voice says how many items there are: each item with a marker, of boxes and of the text, is one of a list."""
    parts = [part for node in heard.volume.model["nodes"] for part in (node, *node.get("items", ()))]
    assert len(heard.elements("LI")) == sum(is_item(part) for part in parts) > 0
    assert all(str(kid.S) == "/LI" for one in heard.elements("L") for kid in kids(one))


def test_boxes_are_sections_with_their_heading(heard: Heard) -> None:
    """Each box holds its title first and then its items, so that one can pass over it."""
    boxes = [node for node in heard.volume.model["nodes"] if node["kind"] == "box" and node["items"]]
    sections = heard.elements("Sect")
    assert len(sections) == len(boxes) > 0
    assert all(str(kids(one)[0].S)[:2] == "/H" for one in sections)


def test_titles_of_tables_are_captions(heard: Heard) -> None:
    """The title of a table belongs to it in the tags, and the bookmarks lead to it."""
    titled = [node for node in heard.volume.model["nodes"] if node["kind"] == "table" and node["caption"]]
    captions = heard.elements("Caption")
    assert len(captions) == len(titled)
    assert all(str(one.P.S) == "/Table" and kids(one.P)[0].objgen == one.objgen for one in captions)


def test_notes_of_the_margin_are_said(heard: Heard) -> None:
    """Former readings are told where they were mended, and headings say where other plans speak of the same, with the
    page that is printed there."""
    model = heard.volume.model
    said = {str(one.get("/Alt", "")) for one in elements_below(heard.file.Root.StructTreeRoot)}
    for run in runs_in(model["nodes"]):
        if "mended" in run:
            assert f"{run['text']}（{model['words']['was'].replace('{text}', run['mended'])}）" in said
    seen = [node for node in model["nodes"] if node["kind"] == "heading" and node.get("see")]
    assert bool(seen) == heard.volume.name.startswith("all-plans")
    for node in seen[:10]:
        heading = next(words for words in said if words.startswith(f"{node['number']} {node['title']}（".strip()))
        assert node["see"][0]["name"] in heading


def test_every_address_opens_its_page(heard: Heard) -> None:
    """file.pdf#address: each address of the volume is a name in it, and the page that it opens has the locator in its
    margin."""
    names = list(heard.file.Root.Names.Dests.Names)
    places = dict(zip(map(str, names[::2]), names[1::2], strict=True))
    assert [*places] == sorted(places, key=lambda name: name.encode())
    assert set(addresses_of(heard.volume.model["nodes"])) <= set(places) | {""}
    pages = {page.objgen: number for number, page in enumerate(heard.file.pages)}
    words = reading_pdf.words_by_page(heard.volume.path)
    for node in [node for node in heard.volume.model["nodes"] if node.get("locator")][::25]:
        printed = {word.text for word in words[pages[places[node["address"]][0].objgen]]}
        assert node["locator"] in printed, node["address"]


def test_bookmarks_are_shown_and_the_file_says_what_it_is(heard: Heard) -> None:
    """Opened, the file shows its bookmarks; its information names title, issuer, subject and keywords."""
    assert heard.file.Root.PageMode == "/UseOutlines"
    info = heard.file.docinfo
    assert {"/Title", "/Author", "/Subject", "/Keywords", "/CreationDate"} <= set(info.keys())
