"""What a scanner or a dump adds or leaves out changes no word, heading or address of the plans."""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from small_plan import read

from build_tools.model.edition import Edition, Plan
from build_tools.model.outline import Outline

CUTS = Path(__file__).parent / "golden" / "cuts.csv"
HASHES = re.compile(r"^#+ *", re.MULTILINE)
BOOKMARK = re.compile(r"\[bookmark: [^\]]*\]")


def words(outline: Outline) -> list[tuple]:
    """Everything a reader sees with its address, without line numbers and source positions."""
    units = [(unit.address, unit.level, unit.number.string, unit.title.string) for unit in outline.units]
    blocks = [
        (
            block.address,
            block.kind,
            block.marker.string,
            block.text.string,
            [[(cell.text.string, cell.rowspan, cell.colspan) for cell in row] for row in block.rows],
        )
        for block in outline.blocks
    ]
    return units + blocks


def words_of(text: str | bytes, plan: Plan) -> list[tuple]:
    return words(read(text, plan.card.reader)[2])


def differing(before: list[tuple], after: list[tuple]) -> list[tuple]:
    """The first entries that differ, so that a failure shows what happened rather than both texts."""
    pairs = [(a, b) for a, b in zip(before, after, strict=False) if a != b][:3]
    return pairs or ([("length", len(before), len(after))] if len(before) != len(after) else [])


def of_format(edition: Edition, reader: str) -> Plan:
    return next(plan for plan in edition.plans if plan.card.reader == reader)


@pytest.fixture
def scanned(edition: Edition) -> Plan:
    return of_format(edition, "ocr_markdown")


@pytest.fixture
def dumped(edition: Edition) -> Plan:
    return of_format(edition, "word_dump")


def page_ends(plan: Plan) -> list[int]:
    """Lines after which a page may end: inside the paragraphs that a page cut, and between paragraphs of one
    section."""
    with CUTS.open(encoding="utf-8", newline="") as file:
        cuts = [
            int(row["first_line"])
            for row in csv.DictReader(file)
            if row["plan"] == plan.card.id and row["one_text"] == "yes"
        ]
    tables = [block.lines for block in plan.blocks if block.kind in ("table", "box")]
    inside = [line for line in cuts if not any(first <= line <= last for first, last in tables)]
    pairs = [
        (a, b)
        for a, b in zip(plan.blocks, plan.blocks[1:], strict=False)
        if a.kind == b.kind == "paragraph" and a.unit == b.unit
    ]
    return sorted(set(inside + [before.lines[1] for before, _ in pairs[::5]]))


def with_page_furniture(plan: Plan, furniture: Callable[[int], list[str]]) -> str:
    lines = plan.source.split("\n")
    for page, line in reversed(list(enumerate(page_ends(plan), 1))):
        lines[line:line] = furniture(page)
    return "\n".join(lines)


FURNITURE: dict[str, Callable[[int], list[str]]] = {
    "page numbers in dashes": lambda page: [f"— {page} —"],
    "bare page numbers with blank lines": lambda page: ["", str(page), ""],
    "page number and head": lambda page: ["", f"- {page} -", "", "某某县“十四五”规划纲要", ""],
    "head with the page number in it": lambda page: ["", f"某某县国民经济和社会发展规划纲要 {page}", ""],
    "page x of y": lambda page: [f"第 {page} 页 共 92 页"],
}


@pytest.mark.parametrize("kind", FURNITURE)
def test_running_heads_and_page_numbers(plan: Plan, kind: str) -> None:
    """Heads and page numbers at the ends of pages are taken out, and what they part is one text."""
    assert differing(words_of(plan.source, plan), words_of(with_page_furniture(plan, FURNITURE[kind]), plan)) == []


def test_printed_title_as_running_head(plan: Plan) -> None:
    """So is the plan's own title at every page end."""
    text = with_page_furniture(plan, lambda page: [plan.card.title, ""])
    assert differing(words_of(plan.source, plan), words_of(text, plan)) == []


LEVELS, HALVES = random.Random(7), random.Random(8)
HEADING_MARKS: dict[str, Callable[[re.Match[str]], str]] = {
    "none": lambda match: "",
    "all of one level": lambda match: "# ",
    "at random": lambda match: "#" * LEVELS.randint(1, 6) + " ",
    "half of them": lambda match: match[0] if HALVES.random() < 0.5 else "",
}


@pytest.mark.parametrize("marks", HEADING_MARKS)
def test_heading_marks(scanned: Plan, marks: str) -> None:
    """The scanner's # say nothing: other levels, or none at all, change nothing."""
    assert (
        differing(
            words_of(scanned.source, scanned), words_of(HASHES.sub(HEADING_MARKS[marks], scanned.source), scanned)
        )
        == []
    )


def move_to_next_line(text: str) -> str:
    lines = text.split("\n")
    out = [BOOKMARK.sub("", line) for line in lines]
    for at, line in enumerate(lines[:-1]):
        if (found := BOOKMARK.findall(line)) and out[at + 1].strip() and not out[at + 1].startswith("\t"):
            out[at + 1] = "".join(found) + out[at + 1]
    return "\n".join(out)


BOOKMARKS: dict[str, Callable[[str], str]] = {
    "none": lambda text: BOOKMARK.sub("", text),
    "on the next line": move_to_next_line,
    "at the end of the line": lambda text: re.sub(r"(\[bookmark: [^\]]*\])([^\n]+)", r"\2\1", text),
    "on every paragraph": lambda text: re.sub(r"^(?=[^\t\n\[])", "[bookmark: _Toc9]", text, flags=re.MULTILINE),
}


@pytest.mark.parametrize("place", BOOKMARKS)
def test_bookmarks(dumped: Plan, place: str) -> None:
    """Word's bookmarks are hints only: wherever they stand, nothing changes."""
    assert differing(words_of(dumped.source, dumped), words_of(BOOKMARKS[place](dumped.source), dumped)) == []


def test_crlf(plan: Plan) -> None:
    """Line ends of another system change nothing but the line ends on the ledger."""
    _source, draft, outline, problems = read(plan.source, plan.card.reader)
    _, other_draft, other_outline, other_problems = read(plan.source.replace("\n", "\r\n"), plan.card.reader)
    assert differing(words(outline), words(other_outline)) == []
    assert problems == other_problems
    assert [block.lines for block in outline.blocks] == [block.lines for block in other_outline.blocks]

    def reasons(draft, outline) -> list[tuple[str, int]]:
        return [
            (entry.reason, entry.end - entry.start)
            for entry in draft.removed + outline.removed
            if entry.reason not in ("line-end", "page-cut")
        ]

    assert reasons(draft, outline) == reasons(other_draft, other_outline)


WHITE_SPACE: dict[str, Callable[[str], str]] = {
    "blanks at line ends": lambda text: text.replace("\n", "  \n"),
    "paragraphs set in by two wide blanks": lambda text: re.sub(
        r"^(?=[\u4e00-\u9fff“（])", "　　", text, flags=re.MULTILINE
    ),
    "blank lines before and after": lambda text: "\n\n\n" + text + "\n\n\n",
    "two blank lines more before a heading": lambda text: re.sub(
        r"\n(?=#+ *第|\[bookmark: [^\]]*\]第)", "\n\n\n", text
    ),
}


@pytest.mark.parametrize("kind", WHITE_SPACE)
def test_white_space(plan: Plan, kind: str) -> None:
    """White space around lines and more blank lines between them change nothing."""
    assert differing(words_of(plan.source, plan), words_of(WHITE_SPACE[kind](plan.source), plan)) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "gb18030"])
def test_encodings(plan: Plan, encoding: str) -> None:
    """The file in another encoding gives the same document."""
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    assert differing(words_of(plan.source, plan), words_of(mark + plan.source.encode(encoding), plan)) == []


def test_three_blank_lines_for_one(scanned: Plan) -> None:
    """A page cut leaves one blank line or three; both change nothing. (In a Word dump a blank line ends the row of a
    table.)"""
    text = re.sub(r"(?<=[^\n])\n\n(?=[^\n])", "\n\n\n\n", scanned.source)
    assert differing(words_of(scanned.source, scanned), words_of(text, scanned)) == []
