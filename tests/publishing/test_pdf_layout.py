"""What a typographer looks at: no line alone on a page, tables whole, numbers below each other; what goes on says
so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from build_tools.model.outline import TableCell
from build_tools.model.text import Text
from build_tools.publishing.tails import Area, tight_chapters
from build_tools.writers.print.nodes import column_widths, weight
from build_tools.writers.print.numbers import before_the_point

from . import reading_pdf
from .conftest import Volume
from .reading_pdf import Word, bare

BOOKS = [("shuangliao", "book", "zh"), ("shuangcheng", "book", "zh")]
books = pytest.mark.parametrize("volume", BOOKS, indirect=True, ids=lambda found: found[0])
BODY = 11.5  # points: a line of the text is higher, of a table or a box it is not


def lines_by_page(volume: Volume) -> Iterator[tuple[tuple[float, float, float, float], list[list[Word]]]]:
    for number, words in enumerate(reading_pdf.words_by_page(volume.path), 1):
        area = reading_pdf.text_area(volume.style, number)
        yield area, reading_pdf.lines_of([word for word in words if reading_pdf.within(word, area)])


def text_of(line: list[Word]) -> str:
    return bare("".join(word.text for word in line))


@books
def test_no_line_stands_alone(volume: Volume) -> None:
    """The last line of a paragraph does not begin a page, its first does not end one, and no line is a single sign."""
    titles = {bare(title) for _, title in reading_pdf.headings(volume.model)}
    wrong = []
    for area, lines in lines_by_page(volume):
        if len(lines) < 6:
            continue
        indented = [line[0].left > area[0] + 12 for line in lines]
        full = [line[-1].right > area[2] - 15 for line in lines]
        first, last = text_of(lines[0]), text_of(lines[-1])
        body = [line[0].bottom - line[0].top > BODY for line in (lines[0], lines[-1])]
        if (
            body[0]
            and not indented[0]
            and indented[1]
            and not full[0]
            and not any(title.endswith(first) for title in titles)
        ):
            wrong.append(first)
        if body[1] and indented[-1] and full[-1] and not indented[-2]:
            wrong.append(last)
        wrong += [text_of(line) for line in lines if re.fullmatch("\\w[。；]", text_of(line))]
    assert wrong == []


@books
def test_a_table_that_fits_a_page_is_whole(volume: Volume) -> None:
    """The rows of the indicator table, as far as their names stand in one line, are all on one page."""
    table = next(node for node in volume.model["nodes"] if node["kind"] == "table" and node["role"] == "printed")
    names = [bare("".join(run["text"] for run in cell["runs"])) for row in table["body"] for cell in row]
    pages = ["".join(text_of(line) for line in lines) for _, lines in lines_by_page(volume)]
    found = [sum(name in text for name in names if len(name) > 8) for text in pages]
    assert len([count for count in found if count > 2]) == 1
    assert max(found) > 10


@pytest.mark.parametrize("volume", BOOKS[1:], indirect=True)
def test_points_stand_below_each_other(volume: Volume) -> None:
    """99.8, 6.3 and 0.27 have their points at one place."""
    pages = reading_pdf.words_by_page(volume.path)
    words = next(words for words in pages if {"类别", "指标", "属性"} <= {word.text for word in words})
    found = {word.text: word for word in words if word.text in ("99.8", "6.3", "0.27", "2.9")}
    assert len(found) == 4
    digit = found["99.8"].right - found["99.8"].left - (found["6.3"].right - found["6.3"].left)
    first = [found[text].left + digit * text.index(".") for text in ("99.8", "6.3", "0.27", "2.9")]
    assert max(first) - min(first) < 1


@pytest.mark.parametrize("volume", [("shuangliao", "book", "zh"), ("shuangliao", "gongwen", "zh")], indirect=True)
def test_a_box_that_goes_on_says_so(volume: Volume) -> None:
    """Above the text of a page that begins within a box stands the title of that box; nowhere else."""
    boxes = {bare("".join(run["text"] for run in node["title"])) for node in volume.model["nodes"] if "items" in node}
    said = []
    for number, words in enumerate(reading_pdf.words_by_page(volume.path), 1):
        top = reading_pdf.text_area(volume.style, number)[1]
        said += [word.text for word in words if top - 30 < word.bottom < top and word.text.endswith("（续）")]
    assert said
    assert all(bare(words.removesuffix("（续）")) in {box[-len(bare(words)) + 3 :] for box in boxes} for words in said)


def test_a_table_that_goes_on_says_so(volume: Volume) -> None:
    """续表 stands above each further page of a table, with its title and its unit."""
    if volume.name not in ("shuangliao", "shuangcheng-en"):
        return
    words = bare(volume.model["words"]["table_goes_on"])
    pages = reading_pdf.words_by_page(volume.path)
    above = [
        "".join(bare(word.text) for word in page if word.bottom < reading_pdf.text_area(volume.style, number)[1])
        for number, page in enumerate(pages, 1)
    ]
    assert sum(words in text for text in above) > 1


def test_a_short_last_page_is_pulled_back() -> None:
    """Three lines on a last page and headings enough to give them back; not where the headings are too few, nor where
    the page is well filled."""
    nodes = [
        {"kind": "heading", "address": address, "role": role}
        for address, role in [
            ("a/01", "chapter"),
            *((f"a/01/0{n}", "section") for n in range(1, 6)),
            ("a/02", "chapter"),
        ]
    ]
    sections = [(f"a/01/0{n}", 2, 100.0) for n in range(1, 6)]
    area = Area(85, 20)

    def marks(lines: float) -> list[tuple[str, int, float]]:
        return [("a/01", 1, 85), *sections, ("ending", 3, 85 + 20 * lines), ("a/02", 4, 85), ("ending", 4, 400)]

    assert tight_chapters(marks(3), area, nodes) == ("a/01",)
    assert tight_chapters(marks(12), area, nodes) == ()
    assert tight_chapters([mark for mark in marks(3) if mark not in sections[1:]], area, nodes) == ()


def test_one_long_cell_takes_no_room_from_the_others() -> None:
    """A column is as wide as its texts weigh; short ones are held whole."""
    assert weight([3, 4, 3]) == 4
    assert weight([20, *[0] * 15]) == 8
    assert weight([20, 20]) == 20


def cells(*texts: str) -> tuple[TableCell, ...]:
    return tuple(TableCell(Text(text, ())) for text in texts)


def test_names_have_the_room_that_values_leave() -> None:
    """An empty column is narrow, a column of numbers holds the longest before and the longest after the point."""
    rows = (
        cells("指标", "2025年", "2030年"),
        cells("规模以上工业增加值增长率", "", "6.5"),
        cells("每千人口拥有执业医师数", "", "[1200]"),
        cells("森林覆盖率", "", "30左右"),
    )
    name, empty, numbers = column_widths(rows)
    assert empty < numbers < name
    assert numbers > 4 * 0.55 + 2


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("6.5", "6"),
        ("≥12.0%", "≥12"),
        ("[200]", "[200"),
        ("30左右", "30"),
        ("1,200.5", "1,200"),
        ("约30", ""),
        ("预期性", ""),
    ],
)
def test_what_stands_before_the_point(text: str, whole: str) -> None:
    """Signs before a number go with it, words do not."""
    assert before_the_point(text) == whole


def test_titles_stand_once_and_without_the_breaks_of_a_scan(models: dict[str, dict]) -> None:
    """The joint volume has the title of each plan once, and a title that the cover broke into lines is whole."""
    for name in ("all-plans", "shuangcheng"):
        titles = [node["title"] for node in models[name]["nodes"] if node["kind"] == "heading"]
        assert not any(first == second for first, second in pairwise(titles))
        assert not any(re.search("年 远景", title) for title in titles)
