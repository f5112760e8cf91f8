"""Encodings met in county offices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plan import read

from build_tools.model.edition import BadInput
from build_tools.model.text import line_starts
from build_tools.readers import read_file
from build_tools.readers.decoding import decode, split_lines

ENCODINGS = {
    "utf-8": lambda text: text.encode("utf-8"),
    "utf-8 with BOM": lambda text: text.encode("utf-8-sig"),
    "utf-16-le with BOM": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16-be with BOM": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "utf-32-le with BOM": lambda text: b"\xff\xfe\x00\x00" + text.encode("utf-32-le"),
    "utf-32-be": lambda text: text.encode("utf-32-be"),
    "utf-32-le": lambda text: text.encode("utf-32-le"),
    "gb18030": lambda text: text.encode("gb18030"),
}
START = "第一章 总则\n坚持稳中求进，推动高质量发展。县域经济和社会事业的现代化、一体化：全面展开；不断深化。\n"
SENTENCES = st.lists(
    st.text("坚持稳中求进高质量发展，。、；：的一和化第二章节（）“”1234567890.% A㎡—…〇𠮷\n", min_size=1, max_size=60),
    max_size=8,
).map("\n".join)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2029"])
@given(more=SENTENCES)
def test_any_text_comes_back(encoding: str, line_end: str, more: str) -> None:
    """A Chinese text in any of these encodings, with LF or CRLF, is read as it was written."""
    text = (START + more).replace("\n", line_end)
    assert decode(ENCODINGS[encoding](text), "plan.txt")[0] == text


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(more=SENTENCES)
def test_line_ends_and_encodings_give_the_same_blocks(encoding: str, more: str) -> None:
    """And becomes the same document, line numbers included."""

    def blocks(data: bytes) -> list[tuple]:
        _, _, outline, problems = read(data)
        return [(b.address, b.kind, b.marker.string, b.text.string, b.lines) for b in outline.blocks] + problems

    text = START + more
    others = ("\x85", "\u2028", "\u2029") if encoding.startswith("utf") else ()
    for line_end in ("\r\n", "\r", "\r\r\n", *others):
        assert blocks(ENCODINGS[encoding](text.replace("\n", line_end))) == blocks(text.encode("utf-8"))


@given(st.text("一二三，。\n\r\t 　", max_size=40))
def test_lines_and_line_ends_hold_every_character_once(text: str) -> None:
    """Splitting into lines loses nothing, whatever the mixture of line ends."""
    lines, ends = split_lines(text)
    places = [offset for line in lines for offset in line.text.offsets] + [
        position for end in ends for position in range(end.start, end.end)
    ]
    assert sorted(places) == list(range(len(text)))
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert [line.text.offsets[0] if line.string else None for line in lines] == [
        start if line.string else None for start, line in zip(line_starts(text), lines, strict=True)
    ]


def test_the_encoding_is_named() -> None:
    """The plan knows how its file was encoded, and the checksum is that of the bytes as received."""
    source = read_file(START.encode("gb18030"), "plan.txt")[1].source
    assert source.encoding == "gb18030"
    assert len(source.sha256) == 64
    assert source.sha256 != read_file(START.encode("utf-8"), "plan.txt")[1].source.sha256


UTF_8 = (
    "附表\n\n| 项目 | 地点 | 投资 |\n|---|---|---|\n| 供水管网改造工程 | 县城 | 12000 |\n",  # no comma, no 的
    "支持\ue01a坪镇发展",
    "第一章",
    "COUNTY PLAN 2026",
    "一\x07二\x07三\x07",
    "全县\x00总量",
)


@pytest.mark.parametrize("text", UTF_8)
def test_what_decodes_as_utf_8_is_utf_8(text: str) -> None:
    """Strict UTF-8 needs no comma and no common character to be believed; nor does its twin with a mark."""
    assert decode(text.encode("utf-8"), "plan.txt") == (text, "utf-8")
    assert decode(text.encode("utf-8-sig"), "plan.txt") == (text, "utf-8")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [text for text in UTF_8 if len(text) > 20 and not text.isascii()])
def test_few_commas_in_other_encodings(encoding: str, text: str) -> None:
    """A table without a comma is read in the other encodings, too: its characters are everyday ones."""
    assert decode(text.encode(encoding), "plan.txt") == (text, encoding)


@pytest.mark.parametrize(
    ("text", "starts"),
    [("甲\n乙", ()), ("甲\n\f乙\n丙\f丁", (1, 2, 3)), ("甲\r\f乙\r\f", (1, 2)), ("甲\f\f乙", (1, 1))],
)
def test_pages_of_a_text(text: str, starts: tuple[int, ...]) -> None:
    """U+000C ends a page; the line on which the next one begins is known, and a last one without text is none."""
    assert read(text)[0].page_starts == starts


def test_a_text_of_more_lines_than_a_plan_is_refused_at_once() -> None:
    """One line with its place, not minutes of work."""
    with pytest.raises(BadInput) as refused:
        read_file(("字\n" * 70_000).encode("utf-8"), "plan.txt")
    assert "plan.txt:60001: the file holds more than a plan can" in str(refused.value)
