"""A Word file with remarks as comments at its sentences: a copy of the file as received, or one made of the plan's
text."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from typing import Any, Protocol, TypeVar

from .office_zip import same_bytes

AUTHOR, INITIALS = "规划读本", "读"


class Remark(Protocol):
    """What is said (`text`) of the words `quote`, which stand in a block that reads `context`."""

    @property
    def quote(self) -> str: ...
    @property
    def context(self) -> str: ...
    @property
    def text(self) -> str: ...


Said = TypeVar("Said", bound=Remark)


def with_comments(data: bytes, remarks: Sequence[Said]) -> tuple[bytes, list[Said]]:
    """The file with a comment for every remark whose words it has, and the remarks that found no place.

    Raises NotOpened. Remarks come in the order of the text: of words that stand twice, each remark takes the next
    place.
    """
    document = opened(data)
    paragraphs = [(paragraph, squeezed(text_of(paragraph))) for paragraph in paragraphs_of(document)]
    lost: list[Said] = []
    at = 0
    for remark in remarks:
        found = place_of(remark, [text for _paragraph, text in paragraphs], at)
        if found is None:
            lost.append(remark)
            continue
        at = found
        runs = runs_over(paragraphs[found][0], squeezed(remark.quote))
        document.add_comment(runs, text=remark.text, author=AUTHOR, initials=INITIALS)
    out = io.BytesIO()
    document.save(out)
    return same_bytes(without_clock(out.getvalue())), lost


class NotOpened(Exception):
    """A file that our reader reads and the library that writes Word files does not."""


def opened(data: bytes) -> Any:
    from docx import Document

    try:
        return Document(io.BytesIO(data))
    except Exception as error:  # the library tells a damaged file in many ways
        raise NotOpened(str(error)) from error


def paragraphs_of(document: Any) -> Iterator[Any]:
    """Every paragraph in the order of the file, in tables and text boxes, too; of those that hold no text there is
    nothing to say."""
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    for element in document.element.body.iter(qn("w:p")):
        yield Paragraph(element, document._body)


def runs_of(paragraph: Any) -> list[Any]:
    """The runs that a reader sees: those in links and insertions, not the deleted ones, and not those of a text box
    within."""
    from docx.oxml.ns import qn
    from docx.text.run import Run

    return [
        Run(run, paragraph)
        for run in paragraph._p.iter(qn("w:r"))
        if next(run.iterancestors(qn("w:p"))) is paragraph._p and next(run.iterancestors(qn("w:del")), None) is None
    ]


def text_of(paragraph: Any) -> str:
    return "".join(run.text for run in runs_of(paragraph))


def squeezed(text: str) -> str:
    """Blanks and line ends differ between the file and its text, and say nothing."""
    return "".join(text.split())


def place_of(remark: Remark, texts: Sequence[str], at: int) -> int | None:
    """The paragraph that has the words, from the last one on, else anywhere; where a sign differs, the one that the
    words are cut from."""
    quote, context = squeezed(remark.quote), squeezed(remark.context)
    first = squeezed(remark.quote.split(" ")[0])  # of a row of a table its first cell
    order = [*range(at, len(texts)), *range(at)]
    tests: tuple[Callable[[str], bool], ...] = (
        lambda text: bool(quote) and text == context and quote in text,
        lambda text: bool(quote) and quote in text,
        lambda text: len(text) > 1 and text in (quote, context),
        lambda text: bool(first) and first in text and len(text) <= 2 * len(first),
    )
    return next((n for test in tests for n in order if test(texts[n])), None)


def runs_over(paragraph: Any, quote: str) -> list[Any]:
    """The runs that hold the words; a run of plain text that begins before or ends after them is cut there."""
    runs = runs_of(paragraph)
    whole = squeezed("".join(run.text for run in runs))
    start = whole.find(quote)
    if start < 0 or not quote:
        return runs
    end, seen, found = start + len(quote), 0, []
    for run in runs:
        length = len(squeezed(run.text))
        first, last = max(start - seen, 0), min(end - seen, length)
        seen += length
        if first < last:
            found.append(cut(run, first, last))
    return [found[0], found[-1]] if found else runs


def cut(run: Any, first: int, last: int) -> Any:
    """A run of three: what stands before, the words, what stands after; one that holds more than text stays whole."""
    from docx.oxml.ns import qn
    from docx.text.run import Run

    plain = all(child.tag in (qn("w:rPr"), qn("w:t")) for child in run._r)
    if not plain or (first == 0 and last == len(squeezed(run.text))):
        return run
    text = run.text
    begin, end = position(text, first), position(text, last)
    parts = [text[:begin], text[begin:end], text[end:]]
    middle = run
    for words, where in ((parts[0], "before"), (parts[2], "after")):
        if words:
            other = Run(deepcopy(run._r), run._parent)
            other.text = words
            (run._r.addprevious if where == "before" else run._r.addnext)(other._r)
    middle.text = parts[1]
    return middle


def position(text: str, squeezed_at: int) -> int:
    """Where in the text the n-th sign stands that is no blank."""
    signs = [at for at, sign in enumerate(text) if not sign.isspace()]
    return signs[squeezed_at] if squeezed_at < len(signs) else len(text)


def without_clock(data: bytes) -> bytes:
    """Comments carry the moment in which they were made; the same file gives the same bytes, so they carry none."""
    import re
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for entry in before.infolist():
            part = before.read(entry)
            if entry.filename == "word/comments.xml":
                part = re.sub(rb' w:date="[^"]*"', b"", part)
            after.writestr(entry, part)
    return out.getvalue()


def made_document(title: str, parts: Iterable[tuple[str, int, object]]) -> bytes:
    """A Word file of a plan's text: (heading, level, words), (text, 0, words), (table, 0, rows of cells)."""
    from docx import Document

    from .work_lists import FIXED, SIZE_OF_TEXT, faces

    made = Document()
    faces(made, "宋体", SIZE_OF_TEXT)
    made.core_properties.title, made.core_properties.author = title, ""
    made.core_properties.created = made.core_properties.modified = FIXED
    made.add_heading(title, 0)
    for kind, level, words in parts:
        if kind == "heading":
            made.add_heading(str(words), level)
        elif kind == "table" and isinstance(words, list) and words:
            table = made.add_table(0, max(map(len, words)), "Table Grid")
            for row in words:
                for cell, value in zip(table.add_row().cells, row, strict=False):
                    cell.text = value
        else:
            made.add_paragraph(str(words))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
