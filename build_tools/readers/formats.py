"""The formats a plan may come in: how each is recognised and read. One record a format, looked at in this order."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..model.edition import BadInput
from ..model.text import Draft, Line, Source
from . import ocr_json, ocr_markdown, word_dump
from .control_signs import pages, read_signs
from .decoding import decode, file_hash, split_lines
from .limits import MOST_CHARACTERS, MOST_LINES
from .refused import ZIP, refuse
from .web_page import looks_like_page
from .word_cells import read_tables


class Reading(NamedTuple):
    """A file as text, and the same as a draft: markup taken off, tables as grids where the format says so."""

    source: Source
    draft: Draft


@dataclass(frozen=True, slots=True)
class Format:
    """`fits(data, name)`: can the file be of this format? `read(data, name)` raises BadInput where it cannot be read
    after all."""

    name: str
    fits: Callable[[bytes, str], bool]
    read: Callable[[bytes, str], Reading]


def read_text(unmark: Callable[[tuple[Line, ...]], Draft]) -> Callable[[bytes, str], Reading]:
    """A reader of decoded text whose markup `unmark` takes off."""

    def read(data: bytes, file: str) -> Reading:
        text, encoding = decode(data, file)
        if len(text) > MOST_CHARACTERS:
            raise BadInput("most-text", place=f"{file}:1")
        lines, line_ends = split_lines(text)
        if len(lines) > MOST_LINES:
            raise BadInput("most-text", place=f"{file}:{MOST_LINES + 1}")
        source = Source(file, file_hash(data), encoding, text, lines, line_ends, pages(text))
        signs = read_signs(lines)
        draft = read_tables(unmark(signs.lines))
        removed = line_ends + signs.removed + draft.removed
        draft = replace(draft, removed=removed, folded=signs.folded + draft.folded, page_starts=source.page_starts)
        return Reading(source, draft)

    return read


def is_markdown(data: bytes, name: str) -> bool:
    """Text with the marks of an OCR program's Markdown."""
    try:
        return ocr_markdown.looks_like_it(decode(data, name)[0])
    except BadInput:
        return False


def lazily(module: str) -> Callable[[bytes, str], Reading]:
    """The reader of a module that is loaded only when such a file is read, as it brings large libraries with it."""

    def read(data: bytes, file: str) -> Reading:
        return Reading(*importlib.import_module(module, __package__).read(data, file))

    return read


FORMATS = (
    Format("xlsx", lambda data, name: data.startswith(ZIP) and b"xl/workbook.xml" in data, lazily(".xlsx")),
    Format("docx", lambda data, name: data.startswith(ZIP), lazily(".docx")),
    Format("html", looks_like_page, lazily(".html")),
    Format("pdf", lambda data, name: b"%PDF-" in data[:1024], lazily(".pdf")),
    Format("ocr_json", ocr_json.fits, lambda data, name: Reading(*ocr_json.read(data, name))),
    Format("ocr_markdown", is_markdown, read_text(word_dump.unmark)),
    Format("word_dump", lambda data, name: True, read_text(word_dump.unmark)),
)
ORIGINS = {  # format → what was received, and the sentence that says so
    "docx": ("word", "Word 文件"),
    "xlsx": ("word", "Excel 文件"),
    "html": ("web", "网站页面存盘"),
    "pdf": ("pdf", "PDF 文件"),
    "ocr_json": ("scan", "扫描件经文字识别所得的 JSON"),
    "ocr_markdown": ("scan", "扫描件经文字识别所得的 Markdown 文本"),
    "word_dump": ("word", "文稿导出的文本"),
}
NAMES = tuple(form.name for form in FORMATS)


def recognise(data: bytes, name: str) -> Format:
    """The first format that fits; text that nothing else fits is a plain dump."""
    return next(form for form in FORMATS if form.fits(data, name))


def read_file(data: bytes, name: str, reader: str = "") -> tuple[str, Reading]:
    """(name of the format, its reading); `reader` names the format, else it is recognised. Raises BadInput."""
    refuse(data, name)
    form = next(form for form in FORMATS if form.name == reader) if reader else recognise(data, name)
    return form.name, no_more_than_a_plan(form.read(data, name), name)


def no_more_than_a_plan(reading: Reading, name: str) -> Reading:
    """Whatever the format: what holds more text is refused before it is cleaned and searched for facts."""
    if len(reading.source.text) > MOST_CHARACTERS:
        raise BadInput("most-text", place=f"{name}:1")
    return reading
