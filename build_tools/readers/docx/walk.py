"""The walk through a Word document in reading order: paragraphs with their numbers, tables, text boxes, notes."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ...chinese.boxes import is_box_title
from ...chinese.numbering import read_marker
from ...chinese.sentences import LONGEST_TITLE, reads_like_title
from ...model.edition import BadInput
from ...model.text import Grid, Line
from ..framed import elements_of
from ..limits import MOST_NESTING, MOST_TABLES
from ..soft_breaks import SOFT, take_paragraph
from ..taken_text import TakenText
from .names import WORD, is_on, value_of, w, whole_number
from .numbering import Numbering
from .runs import Inside, Run, Runs
from .styles import Style
from .tables import read_table

CONTENTS_HEAD = ("目录", "目次")
LONGEST_ENTRY = 80  # characters; what is longer is no entry of a contents field, whatever the field says
LEAST_BODY = 15  # characters after a bold beginning that make it a run-in heading
FRAMES = tuple(WORD + name for name in ("customXml", "ins", "moveTo", "sdtContent"))


class Walk:
    """Puts what it finds into the text. `runs` and `numbering` keep what goes on from paragraph to paragraph."""

    def __init__(self, taken: TakenText, styles: dict[str, Style], default: str, numbering: Numbering) -> None:
        self.taken, self.styles, self.default, self.numbering = taken, styles, default, numbering
        self.runs = Runs(styles)
        self.depth = self.tables = 0
        self.in_cell = False
        self.waiting: Inside | None = None  # a paragraph whose end was deleted goes on in the next
        self.referred: list[tuple[str, str]] = []
        self.counts: Counter[str] = self.runs.counts

    def block(self, element: Any, contents: bool = False) -> list[Line | Grid]:
        """The lines and grids of one element of the body or of a cell."""
        name = element.tag
        if name == f"{WORD}p":
            return self.paragraph(element, contents)
        if name == f"{WORD}tbl":
            return self.table(element)
        if name == f"{WORD}sdt":
            return self.control(element, contents)
        if name in FRAMES:
            return self.blocks(element, contents)
        if name in (f"{WORD}del", f"{WORD}moveFrom"):
            self.counts["deleted"] += 1
        elif name == f"{WORD}altChunk":
            self.taken.problem("warning", "embedded-file", self.taken.number)
        return []

    def blocks(self, parent: Any, contents: bool = False) -> list[Line | Grid]:
        self.depth += 1
        if self.depth > MOST_NESTING:
            raise BadInput("nested-tables", MOST_NESTING, place=f"{self.taken.file}:{self.taken.number + 1}")
        found = [part for element in parent for part in self.block(element, contents)]
        self.depth -= 1
        return found

    def control(self, element: Any, contents: bool) -> list[Line | Grid]:
        """A content control; the one around a table of contents says so."""
        properties, content = element.find(w("sdtPr")), element.find(w("sdtContent"))
        gallery = (
            next((part.get(w("val")) or "" for part in properties.iter(w("docPartGallery"))), "")
            if properties is not None
            else ""
        )
        if content is None or is_on(value_of(properties, "showingPlcHdr")):
            return []
        return self.blocks(content, contents or "Table of Contents" in gallery)

    def paragraph(self, element: Any, contents: bool = False) -> list[Line | Grid]:
        properties = element.find(w("pPr"))
        style_id = value_of(properties, "pStyle") or self.default
        style = self.styles.get(style_id, Style())
        inside = self.runs.read(element, style)
        self.referred += inside.notes
        if self.waiting:
            inside.runs[:0], inside.boxes[:0] = self.waiting.runs, self.waiting.boxes
            inside.pictures += self.waiting.pictures
            self.waiting = None
        mark = properties.find(w("rPr")) if properties is not None else None
        if mark is not None and mark.find(w("del")) is not None:
            self.counts["deleted"] += 1
            self.waiting = inside
            return []
        text = inside.text
        if (text.strip() and not text.isspace()) or numbered_empty(properties):
            text = self.number(properties, style, style_id, bool(text.strip()) or self.in_cell) + text
        if (contents or inside.contents or style.contents) and self.is_entry(text):
            self.entry(text)
            return []
        lines = self.lines(text, inside, properties, style)
        self.marks(inside)
        return [*lines, *(part for box in inside.boxes for part in self.text_box(box))]

    def number(self, properties: Any, style: Style, style_id: str, filled: bool) -> str:
        """“第三章 ”, as the lists of the document count; a number with nothing after it is counted and not printed."""
        own = properties.find(w("numPr")) if properties is not None else None
        key = value_of(own, "numId") or style.list
        if key is None or key == "0":
            return ""
        direct = whole_number(value_of(own, "ilvl"))
        level = self.numbering.level_of(key, direct if direct is not None else style.level, style_id)
        number = self.numbering.next(key, level)
        return number if filled else ""

    def is_entry(self, text: str) -> bool:
        """Short lines only: a field that runs on over the text by mistake takes nothing of it away."""
        return len(text.strip()) <= LONGEST_ENTRY

    def entry(self, text: str) -> None:
        """An entry of the printed contents: a witness of the headings, not text."""
        if text.strip():
            self.taken.contents.append(self.taken.drop(text.replace(SOFT, " "), "contents"))

    def contents_head(self) -> None:
        """目录, the last line with words before the first entry, goes with the entries."""
        first = self.taken.contents[0].number if self.taken.contents else 0
        for at in range(len(self.taken.lines) - 1, -1, -1):
            line = self.taken.lines[at]
            if isinstance(line, Grid) or line.number >= first or not line.string.strip():
                continue
            if "".join(line.string.split()) in CONTENTS_HEAD:
                self.taken.removed += line.text.removed("contents")
                del self.taken.lines[at]
            return

    def lines(self, text: str, inside: Inside, properties: Any, style: Style) -> list[Line]:
        hint = self.hint(text, inside, properties, style)
        if not self.depth and (length := run_in(inside.runs)) and SOFT not in text:
            shift = len(text) - len(inside.text)
            line = self.taken.line(text, whole=True)
            cut = length + shift
            head, body = line.text[:cut], line.text[cut:]
            return [Line(line.number, head, hint=True, whole=True), Line(line.number, body, whole=True)]
        return take_paragraph(self.taken, text, hint)

    def hint(self, text: str, inside: Inside, properties: Any, style: Style) -> bool:
        """Marked as heading: by style, by outline level, or bold from end to end and no sentence."""
        words = text.replace(SOFT, "").strip()
        if not words or len(words) > LONGEST_TITLE + 15:
            return False
        outline = whole_number(value_of(properties, "outlineLvl"))
        if (outline is not None and outline < 9) or style.heading:
            return True
        filled = [run for run in inside.runs if run.text.strip()]
        return all(run.bold for run in filled) and reads_like_title(words.rstrip("。"))

    def marks(self, inside: Inside) -> None:
        """What a person should look at, with the line just taken."""
        yellow = "".join(run.text if run.yellow else "\n" for run in inside.runs)
        for words in filter(None, (part.strip() for part in yellow.split("\n"))):
            self.taken.problem("note", "highlighted", self.taken.number, words[:40])
        inserted = "；".join(filter(str.strip, inside.inserted))
        deleted = sum(len(words.strip()) for words in inside.deleted)  # how much, not what: it is not to be published
        if inserted or deleted:
            self.taken.problem("note", "revised-here", self.taken.number, inserted[:40], deleted)
        if inside.pictures:
            self.taken.problem("warning", "picture-here", self.taken.number)

    def text_box(self, box: Any) -> list[Line | Grid]:
        """A text box that begins with the title of a box is one; the lines of any other stand where it is anchored."""
        first = self.taken.number + 1
        parts = self.blocks(box)
        lines = [part for part in parts if isinstance(part, Line) and part.string.strip()]
        if len(lines) < 2 or not is_box_title(lines[0].string.strip()):
            return [part for part in parts if isinstance(part, Grid) or part.string.strip()]
        grid = Grid(first, self.taken.number, tuple(((line,),) for line in lines), drawn=True)
        return [grid, *(part for part in parts if isinstance(part, Grid))]

    def table(self, element: Any) -> list[Line | Grid]:
        self.tables += 1
        if self.tables > MOST_TABLES:
            raise BadInput("most-tables", MOST_TABLES, place=f"{self.taken.file}:{self.taken.number + 1}")
        first = self.taken.number + 1
        slots, head, deleted = read_table(element, self.cell)
        self.counts["deleted"] += deleted
        return elements_of(slots, first, self.taken.number, head)

    def cell(self, element: Any) -> list[Line | Grid]:
        """In a cell a number stands for itself: the column 序号 of many tables is numbered so."""
        outer, self.in_cell = self.in_cell, True
        parts = self.blocks(element)
        self.in_cell = outer
        return [part for part in parts if isinstance(part, Grid) or part.string.strip()]


def numbered_empty(properties: Any) -> bool:
    """An empty paragraph that is an item of a list counts, though nothing stands in it."""
    return properties is not None and properties.find(w("numPr")) is not None


def run_in(runs: list[Run]) -> int:
    """Length of a heading that is run in, bold, at the head of a paragraph: 一、夯实基础。(bold) 五年来，… → 7; 0 where there is
    none."""
    at = 0
    for run in runs:
        if run.text.strip() and not run.bold:
            break
        at += len(run.text)
    text = "".join(run.text for run in runs)
    head, body = text[:at].strip(), text[at:].strip()
    marker = read_marker(head)
    if not marker or marker.kind in ("circled", "dash") or len(body) < LEAST_BODY:
        return 0
    return at if reads_like_title(head[marker.rest :].rstrip("。：: ")) else 0
