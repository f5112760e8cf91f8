"""Pages as they look: nothing outside the text area, line breaks as Chinese typesetting wants them, heads repeated."""

from __future__ import annotations

import itertools
from collections import Counter

from pypdf import PdfReader

from build_tools.model.edition import Edition
from build_tools.model.outline import expand, head_rows
from build_tools.writers.print.nodes import column_widths, width

from . import reading_pdf
from .conftest import Volume
from .reading_pdf import bare

NOT_AT_START = set("、，。；：？！”’）》】〉』」％%·—…,.;:?!)")
NOT_AT_END = set("“‘（《【〈『「(")
HANGING = "-–—\u00ad"  # with stops, what may stand half outside a line
SLACK = 1.5  # points by which a glyph's box may stand out


def test_nothing_stands_across_the_edge_of_the_text_area(volume: Volume) -> None:
    """Every word is either inside the text area or wholly outside it (head, foot, margin), and none touches the edge of
    the paper."""
    for number, words in enumerate(reading_pdf.words_by_page(volume.path), 1):
        if number == 1 and volume.style == "book":
            continue  # the cover has margins of its own
        left, top, right, bottom = area = reading_pdf.text_area(volume.style, number)
        for word in words:
            halves = (word.bottom - word.top) / 2  # a mark at a line's edge is half as wide as its box
            before, after = (
                halves * (word.text[0] in NOT_AT_END),
                halves * (word.text[-1] in NOT_AT_START or word.text[-1] in HANGING),
            )
            hangs = abs(word.left - right) <= after + SLACK and top <= word.top <= bottom
            if reading_pdf.within(word, area) or hangs:
                inside = (
                    word.left >= left - SLACK - before
                    and word.right <= right + SLACK + after
                    and word.top >= top - 4
                    and word.bottom <= bottom + 4
                )
            else:
                inside = word.right < left or word.left > right or word.bottom < top or word.top > bottom
            assert inside, f"page {number}: {word}"
            assert word.left > 8, f"page {number}: {word}"
            assert word.right < 210 * reading_pdf.POINT - 8, f"page {number}: {word}"


def body_lines(volume: Volume) -> list[tuple[int, str]]:
    """(page, line) of running text: the commonest heights of type, whole lines only."""
    pages = reading_pdf.words_by_page(volume.path)
    heights = Counter(round(word.bottom - word.top) for words in pages for word in words if len(word.text) > 10)
    body = {height for height, _ in heights.most_common(1)}
    found = []
    for number, words in enumerate(pages, 1):
        area = reading_pdf.text_area(volume.style, number)
        running = [word for word in words if reading_pdf.within(word, area) and round(word.bottom - word.top) in body]
        found += [(number, bare("".join(word.text for word in line))) for line in reading_pdf.lines_of(running)]
    return found


def test_no_line_starts_or_ends_with_a_forbidden_sign(volume: Volume) -> None:
    """No closing mark begins a line, no opening mark ends one, and neither ——, …… nor a number is torn apart
    (kinsoku)."""
    lines = body_lines(volume)
    assert len(lines) > 1000
    wrong = [
        (page, line)
        for page, line in lines
        if (line[0] in NOT_AT_START and not line.startswith("——")) or line[-1] in NOT_AT_END
    ]
    torn = [
        (page, line + "|" + after)
        for (page, line), (_, after) in itertools.pairwise(lines)
        if (line[-1] == after[0] and line[-1] in "—…")
        or (line[-1].isdigit() and after[0].isdigit() and line[-1].isascii())
    ]
    assert (wrong, torn) == ([], [])


def test_no_heading_is_the_last_line_of_a_page(volume: Volume) -> None:
    """A heading has at least a line of what it heads under it."""
    titles = {bare(title) for _, title in reading_pdf.headings(volume.model)}
    for number, words in enumerate(reading_pdf.words_by_page(volume.path), 1):
        area = reading_pdf.text_area(volume.style, number)
        lines = reading_pdf.lines_of([word for word in words if reading_pdf.within(word, area)])
        last = bare("".join(word.text for word in lines[-1])) if lines else ""
        opening = len(lines) <= 6 and number > 1  # a plan's name on a page of its own
        assert last not in titles or opening, f"page {number} ends with the heading “{last}”"


def test_table_heads_repeat(volume: Volume) -> None:
    """On every page that carries rows of a table its head stands above them."""
    pages = [bare("".join(word.text for word in words)) for words in reading_pdf.words_by_page(volume.path)]
    comparison = next((node["title"] for node in volume.model["nodes"] if node["address"] == "comparison"), None)
    compared = next(
        (page for _, title, page in reading_pdf.outline(PdfReader(volume.path)) if title == comparison), len(pages)
    )
    pages = pages[:compared]  # the comparison names the same indicators in tables of its own
    tables = [node for node in volume.model["nodes"] if node["kind"] == "table" and node["role"] == "printed"]
    assert tables
    for table in tables:
        head = [word for cell in table["head"][0] for word in "".join(run["text"] for run in cell["runs"]).split()]
        names = [
            max((bare("".join(run["text"] for run in cell["runs"])) for cell in row), key=len) for row in table["body"]
        ]
        places = {
            page
            for page, text in enumerate(pages)
            for name in names
            if len(name) > 8 and name in text and all(words in text for words in head)
        }
        for page, text in enumerate(pages):
            rows = sum(name in text for name in names if len(name) > 8)
            assert rows < 3 or page in places, f"page {page + 1} has rows of the table without “{head}”"


def test_added_tables_carry_their_head_on_every_page(volume: Volume) -> None:
    """The list of open figures runs over many pages; each says what the columns are."""
    if volume.name != "shuangliao":
        return
    pages = [bare("".join(word.text for word in words)) for words in reading_pdf.words_by_page(volume.path)]
    filled = [text for text in pages if text.count("#") == 0 and text.count("-p") > 25]
    assert filled
    assert all("填什么（程序推断）" in text for text in filled)


def test_gongwen_has_22_lines_of_28_characters(volume: Volume) -> None:
    """The official layout keeps its grid: at most 22 lines a page, 28 characters of 三号 across, and full pages reach
    it."""
    if volume.style != "gongwen":
        return
    lines = body_lines(volume)
    counts = Counter(page for page, _ in lines)
    assert max(counts.values()) == 22
    plain = [
        line
        for _, line in lines
        if len(line) > 20 and not any(sign in "“”（），。、；：·" or sign < "\u3000" for sign in line)
    ]
    assert not [line for line in plain if len(line) > 28]


def test_gongwen_fills_its_lines(volume: Volume) -> None:
    """Of the lines of plain Chinese that go from edge to edge at least 85 % have exactly 28 characters."""
    if volume.style != "gongwen":
        return
    full = []
    for number, words in enumerate(reading_pdf.words_by_page(volume.path), 1):
        left, _top, right, _bottom = area = reading_pdf.text_area(volume.style, number)
        for line in reading_pdf.lines_of([word for word in words if reading_pdf.within(word, area)]):
            text = bare("".join(word.text for word in line))
            if line[0].left < left + 5 and line[-1].right > right - 18 and all(sign > "\u2000" for sign in text):
                full += [text] if line[0].bottom - line[0].top > 15 else []
    assert len(full) > 300
    assert sum(len(line) == 28 for line in full) >= 0.85 * len(full)


def test_the_inner_margin_of_an_official_document_is_the_wider(volume: Volume) -> None:
    """28 mm at the fold and 26 mm outside, on left and right pages."""
    if volume.style != "gongwen":
        return
    starts: dict[int, Counter[int]] = {0: Counter(), 1: Counter()}
    for number, words in enumerate(reading_pdf.words_by_page(volume.path), 1):
        area = reading_pdf.text_area(volume.style, number)
        lines = reading_pdf.lines_of([word for word in words if reading_pdf.within(word, area)])
        starts[number % 2].update(round(line[0].left) for line in lines if len(bare(line[0].text)) > 20)
    assert starts[1].most_common(1)[0][0] - starts[0].most_common(1)[0][0] in (5, 6)  # 2 mm are 5.67 points


def test_a_table_gives_its_room_to_what_is_read(editions: list[Edition]) -> None:
    """In every language columns without a value are no wider than the longest word of their head, and where there are
    such columns the one that names the indicators has at least 30 % of the width."""
    for edition in editions:
        for plan in edition.plans:
            for block in plan.blocks:
                if not plan.indicators or block.address != plan.indicators[0].address:
                    continue
                heads, matrix = head_rows(block.rows), expand(block.rows)
                widths = column_widths(block.rows, heads)
                for column, share in enumerate(widths):
                    texts = [one.text.string if (one := row[column]) else "" for row in matrix]
                    if not any(texts[heads:]):
                        assert share <= max([2.0, *(width(word) for text in texts[:heads] for word in text.split())])
                        assert max(widths) >= 0.3 * sum(widths), (edition.language, plan.card.id, widths)
