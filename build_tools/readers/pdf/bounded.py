"""The layout of a page, made under a count: a page that draws without end, and a stream that inflates without end, are
refused before they fill the memory. The limits stand in readers/limits.py."""

from __future__ import annotations

import io
import types
import zlib
from collections.abc import Sequence
from typing import Any

from pdfminer import pdftypes
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.runlength import rldecode
from pdfplumber.page import PDFPageAggregatorWithMarkedContent

from ..limits import (
    DEEPEST_STATE,
    LARGEST_STREAM,
    LONGEST_PATH,
    MOST_BRACKETS,
    MOST_CONTENT,
    MOST_FORMS,
    MOST_PATHS,
    MOST_SIGNS,
)

CHECKSUM = 4  # bytes at the end of a stream


class TooMuch(Exception):
    """The file asks for more than any plan does: a code of model.refusals, and the limit."""

    def __init__(self, code: str, limit: int) -> None:
        super().__init__(code, limit)
        self.code, self.limit = code, limit


class Counting(PDFPageAggregatorWithMarkedContent):
    """Counts what a page draws. `crowded`: it draws more lines than a table has, as maps do; those after the first
    MOST_PATHS are left out."""

    signs = 0
    paths = 0
    forms = 0
    content = 0
    crowded = False

    def render_char(self, *given: Any, **named: Any) -> float:
        self.signs += 1
        if self.signs > MOST_SIGNS:
            raise TooMuch("pdf-page-full", MOST_SIGNS)
        return super().render_char(*given, **named)

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]) -> None:
        self.paths += 1
        if self.paths > MOST_PATHS or len(path) > LONGEST_PATH:
            self.crowded = True
            return
        super().paint_path(gstate, stroke, fill, evenodd, path)

    def begin_figure(self, *given: Any) -> None:
        """A form may draw others, and they others: a few lines of a file can ask for billions."""
        self.forms += 1
        if self.forms > MOST_FORMS:
            raise TooMuch("pdf-page-full", MOST_FORMS)
        super().begin_figure(*given)


class Bounded(PDFPageInterpreter):
    """Reads the operators of a page and of the forms it draws, as long as they are not too many."""

    device: Counting

    def execute(self, streams: Sequence[object]) -> None:
        for one in streams:
            data = pdftypes.stream_value(one).get_data()
            self.device.content += len(data)
            if self.device.content > MOST_CONTENT or data.count(b"[") + data.count(b"<<") > MOST_BRACKETS:
                raise TooMuch("pdf-page-large", MOST_CONTENT // 1_000_000)
        super().execute(streams)

    def do_q(self) -> None:
        if len(self.gstack) > DEEPEST_STATE:
            raise TooMuch("pdf-page-full", DEEPEST_STATE)
        super().do_q()


def lay_out(page: Any) -> Counting:
    """Gives a page of pdfplumber its layout, which it would else make without a bound. Raises TooMuch."""
    device = Counting(page.pdf.rsrcmgr, pageno=page.page_number, laparams=page.pdf.laparams)
    Bounded(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    page._layout = device.get_result()
    return device


# -- streams


def inflate(data: bytes) -> bytes:
    """zlib.decompress, up to LARGEST_STREAM bytes."""
    machine = zlib.decompressobj()
    out = machine.decompress(data, LARGEST_STREAM + 1)
    if len(out) > LARGEST_STREAM:
        raise TooMuch("pdf-inflates", LARGEST_STREAM // 1_000_000)
    if not machine.eof:
        raise zlib.error("incomplete or truncated stream")  # as zlib.decompress does
    return out


def inflate_damaged(data: bytes) -> bytes:
    """The same of a stream that breaks off, or whose checksum at the end is wrong; zlib.error where more is damaged."""
    machine = zlib.decompressobj()
    out = machine.decompress(data[:-CHECKSUM], LARGEST_STREAM + 1)
    try:
        for at in range(max(0, len(data) - CHECKSUM), len(data)):
            out += machine.decompress(data[at : at + 1])
    except zlib.error:
        pass
    if len(out) > LARGEST_STREAM or machine.unconsumed_tail:
        raise TooMuch("pdf-inflates", LARGEST_STREAM // 1_000_000)
    return out


def run_lengths(data: bytes) -> bytes:
    """pdfminer's decoder of runs: two bytes stand for up to 128."""
    if len(data) * 64 > LARGEST_STREAM:
        raise TooMuch("pdf-inflates", LARGEST_STREAM // 1_000_000)
    return rldecode(data)


def lzw(data: bytes) -> bytes:
    """pdfminer's decoder of LZW, up to LARGEST_STREAM bytes."""
    out = bytearray()
    for piece in LZWDecoder(io.BytesIO(data)).run():
        out += piece
        if len(out) > LARGEST_STREAM:
            raise TooMuch("pdf-inflates", LARGEST_STREAM // 1_000_000)
    return bytes(out)


# pdfminer unpacks each stream whole and has no limit of its own; it looks these up in its module at every call
vars(pdftypes).update(
    zlib=types.SimpleNamespace(decompress=inflate, error=zlib.error),
    decompress_corrupted=inflate_damaged,
    rldecode=run_lengths,
    lzwdecode=lzw,
)
