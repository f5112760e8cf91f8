"""What OCR programs write as JSON: MinerU (content_list, content_list_v2, middle) and docling.

Every form becomes the same list of pieces — page, kind, text or table — and then lines. What a program calls a title is
a hint and no more: its levels are flat and often wrong. Heads, page numbers and discarded blocks go to the ledger; a
picture is a Problem.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ..model.edition import BadInput
from ..model.problems import Problem
from ..model.text import Draft, Source
from .html_cells import rows_of
from .taken_text import CellText, TakenText

MOST_PAGES = 20_000
FURNITURE = {  # kinds of the programs → reason on the ledger
    "header": "running-head",
    "page_header": "running-head",
    "footer": "page-footer",
    "page_footer": "page-footer",
    "page_number": "page-number",
    "aside_text": "margin-text",
    "page_aside_text": "margin-text",
    "discarded": "page-footer",
}
PICTURES = ("image", "chart", "picture", "seal")
NOTES = ("page_footnote", "footnote")


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing on a page (from 1). `kind`: text, title, table, picture, note, or a key of FURNITURE."""

    page: int
    kind: str
    text: str = ""
    rows: tuple[tuple[CellText, ...], ...] = ()
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


def fits(data: bytes, name: str) -> bool:
    """JSON that one of the programs writes."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"[", b"{"):
        return False
    try:
        return pieces_of(json.loads(data)) is not None
    except (ValueError, RecursionError):
        return False


def read(data: bytes, name: str) -> tuple[Source, Draft]:
    """Raises BadInput where the JSON holds no text."""
    try:
        pieces = list(pieces_of(json.loads(data)) or ())
        if any(piece.page > MOST_PAGES for piece in pieces):
            raise ValueError(f"a page beyond {MOST_PAGES}")
    except (KeyError, TypeError, AttributeError, IndexError, ValueError, RecursionError) as error:
        raise BadInput("json-odd", f"{type(error).__name__}: {error}", place=f"{name}:1") from None
    taken = TakenText(name)
    problems: list[Problem] = []
    page = 0
    for piece in sorted(pieces, key=lambda piece: piece.page):
        while page < piece.page:
            taken.page()
            page += 1
        put(piece, taken, problems)
    if not taken.lines:
        raise BadInput("json-empty", place=f"{name}:1")
    return taken.source(name, data, "utf-8"), replace(taken.draft(), problems=tuple(problems))


def put(piece: Piece, taken: TakenText, problems: list[Problem]) -> None:
    """One piece → lines, a grid, a note, or an entry of the ledger."""
    if piece.kind in FURNITURE:
        taken.drop(piece.text, FURNITURE[piece.kind])
    elif piece.kind == "note":
        taken.note(piece.text)
    elif piece.kind == "picture":
        problems.append(Problem("warning", "picture", taken.next_number, (piece.page,)))
        for words in (*piece.above, *piece.below):
            taken.add(words, whole=True)
    elif piece.kind == "table":
        for words in piece.above:
            taken.add(words, whole=True)
        taken.table(piece.rows)
        for words in piece.below:
            taken.add(words, whole=True)
    else:
        for words in piece.text.split("\n"):
            taken.add(words, hint=piece.kind == "title")


def pieces_of(found: Any) -> Iterator[Piece] | None:
    """The pieces of any of the four forms; None for JSON of something else."""
    if isinstance(found, list) and found and all(isinstance(entry, dict) and "page_idx" in entry for entry in found):
        return map(piece_of_list, found)
    if isinstance(found, list) and found and all(isinstance(page, list) for page in found):
        return pieces_of_pages(found) if any("type" in block for page in found for block in page) else None
    if isinstance(found, dict) and isinstance(found.get("pdf_info"), list):
        return pieces_of_middle(found["pdf_info"])
    if isinstance(found, dict) and isinstance(found.get("texts"), list) and isinstance(found.get("body"), dict):
        return pieces_of_docling(found)
    return None


def words_of(value: Any) -> str:
    """Text of any nesting of spans: [{"content": "甲"}, {"content": "乙"}] → 甲乙"""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "".join(map(words_of, value))
    if isinstance(value, dict):
        return words_of(value.get("content") or value.get("text") or value.get("spans") or "")
    return ""


def each(value: Any) -> tuple[str, ...]:
    """A caption may be a text or a list of texts."""
    values = value if isinstance(value, list) else [value]
    return tuple(words for one in values if (words := words_of(one).strip()))


# -- MinerU, content_list.json: a flat list


def piece_of_list(entry: dict[str, Any]) -> Piece:
    """{"type": "text", "text": "…", "text_level": 1, "page_idx": 0} → Piece(1, "title", "…")"""
    page, kind = int(entry["page_idx"]) + 1, str(entry.get("type", "text"))
    if kind == "table":
        rows = table_rows(entry.get("table_body"))
        above, below = each(entry.get("table_caption")), each(entry.get("table_footnote"))
        return Piece(page, "table" if rows else "picture", rows=rows, above=above, below=below)
    if kind in PICTURES:
        above, below = each(entry.get(f"{kind}_caption")), each(entry.get(f"{kind}_footnote"))
        return Piece(page, "picture", above=above, below=below)
    if kind in NOTES:
        return Piece(page, "note", words_of(entry.get("text")))
    if kind in FURNITURE:
        return Piece(page, kind, words_of(entry.get("text")))
    if kind == "list":
        return Piece(page, "text", "\n".join(each(entry.get("list_items") or entry.get("text"))))
    words = words_of(entry.get("text") or entry.get("code_body") or "")
    return Piece(page, "title" if entry.get("text_level") else "text", words)


def table_rows(html: Any) -> tuple[tuple[CellText, ...], ...]:
    return tuple(map(tuple, rows_of(html))) if isinstance(html, str) and "<t" in html else ()


# -- MinerU, content_list_v2.json: a list of pages


def pieces_of_pages(pages: list[list[dict[str, Any]]]) -> Iterator[Piece]:
    """Blocks {"type": "paragraph", "content": {"paragraph_content": [spans]}}, a list a page."""
    for number, blocks in enumerate(pages, 1):
        for block in blocks:
            yield piece_of_block(number, str(block["type"]), block.get("content") or {})


def piece_of_block(page: int, kind: str, content: Any) -> Piece:
    if not isinstance(content, dict):
        return Piece(page, kind if kind in FURNITURE else "text", words_of(content))
    if kind == "table":
        rows = table_rows(content.get("html") or content.get("table_body"))
        above, below = each(content.get("table_caption")), each(content.get("table_footnote"))
        return Piece(page, "table" if rows else "picture", rows=rows, above=above, below=below)
    if kind in PICTURES:
        above, below = each(content.get(f"{kind}_caption")), each(content.get(f"{kind}_footnote"))
        return Piece(page, "picture", above=above, below=below)
    if kind == "list":
        items = content.get("list_items") or []
        return Piece(page, "text", "\n".join(words_of(item.get("item_content", item)) for item in items))
    words = "".join(words_of(value) for key, value in content.items() if key.endswith("_content"))
    if kind in NOTES:
        return Piece(page, "note", words)
    return Piece(page, kind if kind in FURNITURE or kind == "title" else "text", words)


# -- MinerU, middle.json


def pieces_of_middle(pages: list[dict[str, Any]]) -> Iterator[Piece]:
    """pdf_info → para_blocks → lines → spans; discarded_blocks are heads and page numbers."""
    for page in pages:
        number = int(page.get("page_idx", 0)) + 1
        for block in page.get("para_blocks") or []:
            yield from pieces_of_para(number, block)
        for block in page.get("discarded_blocks") or []:
            kind = str(block.get("type", "discarded"))
            words = lines_of(block)
            yield Piece(number, "note" if kind in NOTES else kind if kind in FURNITURE else "discarded", words)


def pieces_of_para(page: int, block: dict[str, Any]) -> Iterator[Piece]:
    kind = str(block.get("type", "text"))
    if kind == "table":
        inner = block.get("blocks") or []
        html = next((span["html"] for part in inner for span in spans_of(part) if span.get("html")), "")
        above = tuple(lines_of(part) for part in inner if part.get("type") == "table_caption")
        below = tuple(lines_of(part) for part in inner if part.get("type") == "table_footnote")
        rows = table_rows(html)
        yield Piece(page, "table" if rows else "picture", rows=rows, above=above, below=below)
    elif kind in PICTURES:
        yield Piece(page, "picture", above=tuple(filter(None, map(lines_of, block.get("blocks") or []))))
    elif kind in ("list", "index") and block.get("blocks"):
        for part in block["blocks"]:
            yield Piece(page, "text", lines_of(part))
    else:
        yield Piece(page, "title" if kind == "title" else "text", lines_of(block))


def spans_of(block: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (span for line in block.get("lines") or [] for span in line.get("spans") or [])


def lines_of(block: dict[str, Any]) -> str:
    return "".join(words_of(span) for span in spans_of(block))


# -- docling


def pieces_of_docling(document: dict[str, Any]) -> Iterator[Piece]:
    """body.children are references such as {"$ref": "#/texts/3"}; groups hold further references."""
    waiting = list(reversed(document["body"].get("children") or []))
    seen: set[str] = set()
    while waiting:
        reference = str(waiting.pop().get("$ref", ""))
        if reference in seen or reference.count("/") != 2:
            continue
        seen.add(reference)
        _, part, index = reference.split("/")
        entry = document[part][int(index)]
        if part == "texts":
            yield piece_of_docling(entry)
        elif part == "tables":
            yield Piece(page_of(entry), "table", rows=docling_rows(entry["data"]), above=captions(document, entry))
        elif part == "pictures":
            yield Piece(page_of(entry), "picture", above=captions(document, entry))
        if part not in ("tables", "pictures"):
            waiting += reversed(entry.get("children") or [])
        seen.update(str(caption.get("$ref", "")) for caption in entry.get("captions") or [])


def page_of(entry: dict[str, Any]) -> int:
    return int(((entry.get("prov") or [{}])[0]).get("page_no", 1))


def piece_of_docling(entry: dict[str, Any]) -> Piece:
    label, words = str(entry.get("label", "text")), str(entry.get("text", ""))
    marker = str(entry.get("marker") or "")
    if label == "list_item" and marker and not words.startswith(marker) and marker.strip("-•·* "):
        words = marker + words
    if label in NOTES:
        return Piece(page_of(entry), "note", words)
    kind = "title" if label in ("section_header", "title") else label if label in FURNITURE else "text"
    return Piece(page_of(entry), kind, words)


def captions(document: dict[str, Any], entry: dict[str, Any]) -> tuple[str, ...]:
    references = [str(caption.get("$ref", "")) for caption in entry.get("captions") or []]
    return tuple(str(document["texts"][int(one.rsplit("/", 1)[1])]["text"]) for one in references if "/texts/" in one)


def docling_rows(data: dict[str, Any]) -> tuple[tuple[CellText, ...], ...]:
    """data.grid repeats a merged cell in every place it covers: the first place counts."""
    rows = []
    for r, row in enumerate(data["grid"]):
        starts = [
            cell
            for c, cell in enumerate(row)
            if int(cell.get("start_row_offset_idx", r)) == r and int(cell.get("start_col_offset_idx", c)) == c
        ]
        rows.append(tuple(docling_cell(cell) for cell in starts))
    return tuple(rows)


def docling_cell(cell: dict[str, Any]) -> CellText:
    words = str(cell.get("text", ""))
    return CellText((words,) if words.strip() else (), int(cell.get("row_span", 1)), int(cell.get("col_span", 1)))
