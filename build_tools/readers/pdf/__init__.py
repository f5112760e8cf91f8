"""A PDF with a text layer: pages → lines, tables and notes, with the page of each. A PDF of page images is refused with
what to do."""

from __future__ import annotations

import io
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed
from pdfplumber.utils.exceptions import PdfminerException

from ...model.edition import BadInput
from ...model.problems import Problem
from ...model.text import Draft, Source
from ..limits import MOST_DRAWN_OF_ALL, MOST_PAGES
from ..taken_text import CellText, TakenText
from .bounded import TooMuch, lay_out
from .flow import Furniture, Note, Paragraph, area_of, flow_of, goes_on, joined
from .pages import NOTHING_ABOVE, printed_pages
from .printed import PrintedPage, PrintedTable
from .signs import PrintedLine
from .turned import quarter_turns, turned

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # a font without a box is no matter for the reader of a plan
logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # what it grumbles of is no message for people

NEXT_TO_NOTHING = 20  # signs on a page
STRUCK = 3  # signs; fewer are a slip of the pen
UNMAPPED = 0.3  # of the signs of a page; a page with more that cannot be read is not read
TURNED = 40  # signs that lie on their side; fewer are a watermark or a mark at the side
PICTURE = 0.05  # of the page's area; smaller ones are seals and ornaments


def read(data: bytes, name: str) -> tuple[Source, Draft]:
    """Raises BadInput where the file is broken, locked, too large or holds no text."""
    pages = pages_of(data, name)
    if not pages:
        raise BadInput("pdf-broken", "no page", 1, place=f"{name}:1")
    signs = Counter[int]()
    for one in pages:
        signs[one.number] += signs_on(one)
    bare = {number for number, count in signs.items() if count < NEXT_TO_NOTHING}
    unmapped = {page.number for page in pages if page.unmapped > UNMAPPED * page.signs}
    if len(unmapped) * 2 > len(signs):
        raise BadInput("pdf-no-map", len(unmapped), len(signs), place=f"{name}:1")
    if len(bare) * 2 > len(signs):
        raise BadInput("pdf-pictures", len(bare), len(signs), place=f"{name}:1")
    taken = TakenText(name)
    page = 0
    for thing in flow_of(pages):
        while page < thing.page:
            taken.page()
            page += 1
        if isinstance(thing, Paragraph):
            taken.add(thing.text, hint=thing.hint, whole=True)
        elif isinstance(thing, Note):
            taken.note(thing.text)
        elif isinstance(thing, Furniture):
            taken.drop(thing.text, thing.reason)
        else:
            if thing.doubtful:
                taken.problem("warning", "table-by-places", taken.next_number, thing.page)
            taken.table(table_rows(thing))
    while page < len(signs):
        taken.page()
        page += 1
    draft = taken.draft()
    return taken.source(name, data, "pdf"), replace(draft, problems=(*doubts(pages, bare, taken), *draft.problems))


def pages_of(data: bytes, name: str) -> list[PrintedPage]:
    """Every page, one after the other; what pdfplumber remembers of a page is dropped once it is read."""
    pages: list[PrintedPage] = []
    above = NOTHING_ABOVE
    things = 0  # signs and lines
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MOST_PAGES:
                raise BadInput("pdf-pages", len(document.pages), MOST_PAGES, place=f"{name}:1")
            for number, page in enumerate(document.pages, 1):
                drawn = lay_out(page)
                if turns := quarter_turns(page):
                    page = turned(page, turns)
                    drawn = lay_out(page)
                things += drawn.signs + drawn.paths
                if things > MOST_DRAWN_OF_ALL:
                    raise TooMuch("pdf-full", MOST_DRAWN_OF_ALL)
                printed, above = printed_pages(page, number, above, drawn.crowded)
                pages += printed
                page.close()
    except BadInput:
        raise
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed):
        raise BadInput("locked", place=f"{name}:1") from None
    except Exception as error:  # a broken PDF fails anywhere inside the library, in any way
        if much := too_much(error):
            raise BadInput(much.code, len(pages) + 1, much.limit, place=f"{name}:1") from None
        if isinstance(error, PdfminerException) and "PasswordIncorrect" in repr(error):
            raise BadInput("locked", place=f"{name}:1") from None
        raise BadInput("pdf-broken", type(error).__name__, len(pages) + 1, place=f"{name}:1") from None
    return pages


def too_much(error: BaseException | None) -> TooMuch | None:
    """What went beyond a limit; the libraries wrap it in errors of their own."""
    while error is not None and not isinstance(error, TooMuch):
        inner = [one for one in error.args if isinstance(one, BaseException)]
        error = inner[0] if inner else error.__cause__ or error.__context__
    return error


def signs_on(page: PrintedPage) -> int:
    return sum(len(line.text) for line in page.lines) + sum(
        len(line.text) for table in page.tables for _, lines in table.cells for line in lines
    )


def doubts(pages: Sequence[PrintedPage], bare: set[int], taken: TakenText) -> list[Problem]:
    """Pages without text, and pictures large enough to hold a table, at the line where they stand."""
    found = []
    for page in pages:
        if page.goes_on:
            continue
        line = taken.page_starts[page.number - 1]
        area = sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in page.pictures)
        if page.number in bare:
            if page.pictures or signs_on(page):
                found.append(Problem("warning", "page-without-text", line, (page.number,)))
        elif page.unmapped > UNMAPPED * page.signs:
            found.append(Problem("warning", "page-without-map", line, (page.number, page.unmapped)))
        elif len(page.struck) >= STRUCK:
            found.append(Problem("warning", "page-struck-text", line, (page.number, page.struck[:40])))
        elif page.crowded:
            found.append(Problem("warning", "page-crowded", line, (page.number,)))
        elif len(page.turned) >= TURNED:
            found.append(Problem("warning", "page-turned-text", line, (page.number, page.turned[:40])))
        elif area > PICTURE * page.width * page.height:
            found.append(Problem("warning", "picture", line, (page.number,)))
    return found


def table_rows(table: PrintedTable) -> list[list[CellText]]:
    """Cells by place → rows as HTML has them. In a table of one column — a box — every paragraph stays one."""
    box = table.columns == 1
    rows: list[list[CellText]] = [[] for _ in range(table.rows)]
    for (row, _, height, width), lines in sorted(table.cells, key=lambda one: one[0][:2]):
        paragraphs = cell_paragraphs(lines) if box else one_text(lines)
        rows[row].append(CellText(paragraphs, height, width))
    return rows


def one_text(lines: Sequence[PrintedLine]) -> tuple[str, ...]:
    """The lines of a cell as one text. Two figures, one below the other, stay two: nothing tells that they are one."""
    texts: list[str] = []
    for line in lines:
        if texts and not (texts[-1][-1:].isdigit() and line.text[:1].isdigit()):
            texts[-1] = joined(texts[-1], line.text)
        else:
            texts.append(line.text)
    return tuple(texts)


def cell_paragraphs(lines: Sequence[PrintedLine]) -> tuple[str, ...]:
    """The paragraphs of a box, told by indents and short lines as on a page."""
    if not lines:
        return ()
    area = area_of(lines, lines[-1].size)
    texts: list[str] = []
    for before, line in zip((None, *lines), lines, strict=False):
        if before is not None and goes_on(before, line, area, area):
            texts[-1] = joined(texts[-1], line.text)
        else:
            texts.append(line.text)
    return tuple(texts)
