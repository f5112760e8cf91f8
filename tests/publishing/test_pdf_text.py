"""The printed text is the plan's text, whole and in order, and finds its way: outline, contents, page labels."""

from __future__ import annotations

import re
from collections import Counter

from pypdf import PdfReader

from build_tools.writers.data.data_files import document

from . import reading_pdf
from .conftest import Volume
from .reading_pdf import bare


def runs_and_tables(plan_document: dict) -> tuple[list[str], list[dict]]:
    """The text of a document.json, in order: what stands before, between and after its tables, and the tables."""
    blocks: dict[str, list[dict]] = {}
    for block in plan_document["blocks"]:
        blocks.setdefault(block["unit"], []).append(block)
    runs, tables = [""], []
    for unit in plan_document["units"]:
        runs[-1] += bare(unit["number"] + unit["title"])
        for block in blocks.get(unit["address"], []):
            if block["kind"] == "table":
                tables.append(block | {"notes": ""})
                runs.append("")
            elif block["kind"] == "note" and tables and not runs[-1]:  # a note is the foot of its table
                tables[-1]["text"] += block["text"]
                tables[-1]["notes"] += block["text"]
            else:
                runs[-1] += bare(block["marker"] + block["text"])
    return runs, tables


def text_area_text(volume: Volume) -> str:
    """All that stands in the text areas, page after page; heads, feet and margins are cropped off by their place."""
    pages = enumerate(reading_pdf.words_by_page(volume.path), 1)
    return "".join(
        reading_pdf.page_text(
            [word for word in words if reading_pdf.within(word, reading_pdf.text_area(volume.style, number))]
        )
        for number, words in pages
    )


def first_difference(text: str, printed: str) -> str:
    """The place where the printed text leaves the plan's text."""
    at = next(length for length in range(0, len(text), 20) if text[: length + 20] not in printed)
    return f"after “{text[max(0, at - 20) : at]}” the plan goes on with “{text[at : at + 40]}”"


def test_every_character_of_document_json_is_printed_in_order(volume: Volume) -> None:
    """The text of document.json stands in the PDF in order and in one unbroken run; only tables, which carry their
    cells sign for sign, part it."""
    printed = text_area_text(volume)
    assert volume.plans
    for plan in volume.plans:
        runs, tables = runs_and_tables(document(plan, {}))
        at = 0
        for number, run in enumerate(runs):
            start = printed.find(run, at)
            assert start >= 0, first_difference(run, printed)
            if number:
                assert_table(tables[number - 1], printed[at:start])
            at = start + len(run)


def assert_table(table: dict, printed: str) -> None:
    """Between two runs stand the signs of the table and nothing else, its head and its notes once a page."""
    again = Counter(bare("".join(cell["text"] for cell in table["rows"][0]) + table["notes"]))
    rest = Counter(printed)
    rest.subtract(Counter(bare(table["text"])))
    repeats = max(rest[sign] // again[sign] for sign in again)
    for sign, count in again.items():
        rest[sign] -= repeats * count
    assert not +rest, f"{table['address']}: too many {+rest}, missing {-rest}"
    assert not -rest, f"{table['address']}: too many {+rest}, missing {-rest}"


def test_outline_is_the_headings(volume: Volume) -> None:
    """The bookmarks are exactly the headings, nested as in the plan, and each leads to the page that carries it."""
    reader = PdfReader(volume.path)
    found = reading_pdf.outline(reader)
    assert [(level, bare(title)) for level, title, _ in found] == [
        (level, bare(title)) for level, title in reading_pdf.headings(volume.model)
    ]
    pages = [
        reading_pdf.page_text(
            [word for word in words if reading_pdf.within(word, reading_pdf.text_area(volume.style, number))]
        )
        for number, words in enumerate(reading_pdf.words_by_page(volume.path), 1)
    ]
    for _, title, page in found:
        assert bare(title) in pages[page], f"“{title}” is not on page {page + 1}"


def test_printed_contents_give_the_right_pages(volume: Volume) -> None:
    """The contents list every heading down to their depth, each with the number that is printed on its page."""
    reader = PdfReader(volume.path)
    labels = reader.page_labels
    bookmarks = reading_pdf.outline(reader)
    wanted = "".join(
        bare(title) + labels[page] for level, title, page in bookmarks if level <= volume.model["contents_depth"]
    )
    first = min(page for _, _, page in bookmarks)
    printed = ""
    for number, words in enumerate(reading_pdf.words_by_page(volume.path)[:first], 1):
        area = reading_pdf.text_area(volume.style, number)
        printed += "".join(word.text for word in words if reading_pdf.within(word, area))
    heading = volume.model["words"]["contents"]
    assert bare(heading) in bare(printed)
    listed = bare(printed).split(bare(heading), 1)[1].replace(".", "")
    same = listed == wanted.replace(".", "")
    assert same, first_difference(wanted.replace(".", ""), listed)


def test_page_numbers_on_paper_are_the_page_labels(volume: Volume) -> None:
    """The number in the foot of each page of the body is its label in the PDF."""
    reader = PdfReader(volume.path)
    first = min(page for _, _, page in reading_pdf.outline(reader))
    for index, words in enumerate(reading_pdf.words_by_page(volume.path)):
        if index < first:
            continue
        bottom = reading_pdf.text_area(volume.style, index + 1)[3]
        foot = bare("".join(word.text for word in words if word.top > bottom))
        for words_beside in filter(
            None,
            (volume.model["unofficial"], volume.model["draft"], *(node.get("draft") for node in volume.model["nodes"])),
        ):
            foot = foot.replace(bare(words_beside), "")
        assert re.sub("[—\\s]", "", foot) == reader.page_labels[index]


def test_a_draft_says_so_on_every_page(volume: Volume) -> None:
    """No page of a draft's own volume can be taken for the adopted plan."""
    if not volume.model["draft"]:
        assert [plan.card.status for plan in volume.plans] != ["draft"]
        return
    for number, words in enumerate(reading_pdf.words_by_page(volume.path), 1):
        if words:
            assert bare(volume.model["draft"]) in bare("".join(word.text for word in words)), f"page {number}"


def test_every_address_stands_in_the_margin(volume: Volume) -> None:
    """Each paragraph, box and table has its address beside it, written as the web edition writes it."""
    printed = {bare(word.text) for words in reading_pdf.words_by_page(volume.path) for word in words}
    wanted = [
        part["locator"]
        for node in volume.model["nodes"]
        for part in (node, *node.get("items", []))
        if part.get("locator")
    ]
    assert wanted
    assert not [locator for locator in wanted if locator not in printed]


def test_a_translation_says_on_every_page_what_it_is_worth(volume: Volume) -> None:
    """Cover, contents and every page of a translation say that it is unofficial and that the Chinese text prevails; the
    original never says so."""
    assert bool(volume.model["unofficial"]) == (volume.language != "zh")
    for number, words in enumerate(reading_pdf.words_by_page(volume.path), 1):
        if words:
            assert bare(volume.model["unofficial"]) in bare("".join(word.text for word in words)), f"page {number}"


def test_what_stays_chinese_is_set_as_chinese(volume: Volume) -> None:
    """A screen reader is told where a translation leaves the words of the plan."""
    kept = [run["text"] for node in volume.model["nodes"] for run in chinese_runs(node)]
    if volume.language == "zh":
        assert not kept
    elif kept:
        assert any(language.startswith("zh") for language in reading_pdf.languages(PdfReader(volume.path)))


def chinese_runs(value: object) -> list[dict]:
    if isinstance(value, list):
        return [run for part in value for run in chinese_runs(part)]
    if isinstance(value, dict):
        here = [value] if value.get("chinese") and "text" in value else []
        return here + [run for part in value.values() if isinstance(part, (list, dict)) for run in chinese_runs(part)]
    return []


def test_colophon_tells_where_it_comes_from(volume: Volume) -> None:
    """Source, checksum, status and the address of the web edition stand on the last page."""
    last = bare("".join(word.text for word in reading_pdf.words_by_page(volume.path)[-1]))
    for plan in volume.plans:
        assert plan.sha256 in last
        assert bare(plan.card.origin) in last
    assert volume.model["address"] in last
    assert volume.model["address"].endswith(
        "/" if volume.name.startswith("all-plans") else f"/{volume.plans[0].card.id}/"
    )
    assert ("/en/" in volume.model["address"]) == (volume.language == "en")
