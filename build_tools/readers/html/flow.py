"""The page in reading order: paragraphs, tables, lists, notes. What stands outside the article goes to the ledger, line
by line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ...chinese.sentences import LONGEST_TITLE, reads_like_title
from ...model.edition import BadInput
from ...model.text import Grid, Line
from ..docx.symbols import raised
from ..framed import Slot, elements_of
from ..limits import MOST_TABLES
from ..soft_breaks import SOFT, take_paragraph
from ..taken_text import TakenText, laid_out
from .article import is_frame
from .cells import Cell, read_rows
from .lists import printed_numbers
from .look import Look, tidy, within
from .tree import BLOCKS, Element

FRAME = "page-frame"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
RUNNING = ("header", "footer")
NOTE_MARKS = "[［【(（①②③④⑤⑥⑦⑧⑨⑩*0123456789¹²³⁴⁵⁶⁷⁸⁹"
NOTE_MARK = re.compile(r"^(\[\d+\])\s*")
SMALL = 40  # pixels: a picture smaller than this is an icon


@dataclass
class Gathered:
    """Inline text since the last block began or ended: (text, bold, link that leads away)."""

    runs: list[tuple[str, bool, bool]] = field(default_factory=list)
    pictures: int = 0
    note: bool = False


class Flow:
    """Walks the body once; `inside` is true within the article. `out` is where lines go: the article, or a cell."""

    def __init__(self, taken: TakenText, article: Element) -> None:
        self.taken, self.article = taken, article
        self.inside = self.heading = False
        self.out: list[Line | Grid] = []
        self.linked: set[int] = set()
        self.gathered = Gathered()
        self.tables = 0

    def element(self, element: Element, look: Look) -> None:
        if element.tag == "br":
            self.gathered.runs.append((SOFT, look.bold, look.away))
        elif element.tag == "img":
            self.gathered.pictures += is_picture(element)
        elif element.tag == "del":
            self.taken.problem("warning", "deleted-text", self.taken.number)
        elif element.tag == "table" and self.inside:
            self.flush()
            self.table(element, look)
        elif element.tag == "ol":
            self.block(element, lambda: self.ordered(element, look))
        elif self.inside and element.tag in BLOCKS and (element.get("title") in RUNNING or is_frame(element)):
            self.outside(element, look)
        elif element.tag in BLOCKS:
            self.block(element, lambda: self.children(element, within(element, look)))
        else:
            self.children(element, within(element, look))

    def block(self, element: Element, content: Callable[[], None]) -> None:
        """A block begins and ends a paragraph; the article is the block inside which lines are kept."""
        self.flush()
        begins, heading = element is self.article, self.heading
        self.inside = self.inside or begins
        self.heading = heading or element.tag in HEADINGS
        content()
        self.flush(blank=element.tag == "p")
        self.heading = heading
        self.inside = self.inside and not begins

    def outside(self, element: Element, look: Look) -> None:
        """Parts of the site in the article, and running heads, as LibreOffice writes them into a page."""
        self.flush()
        inside, self.inside = self.inside, False
        self.block(element, lambda: self.children(element, look))
        self.inside = inside

    def children(self, element: Element, look: Look) -> None:
        for child in element.children:
            if isinstance(child, str):
                self.text(child, look)
            else:
                self.element(child, look)

    def text(self, string: str, look: Look) -> None:
        if look.pre:
            string = string.replace("\r\n", "\n").replace("\n", SOFT)
        if look.mark and string.strip().isdigit():
            string = f"[{string.strip()}]"  # the mark of a note, set as a raised figure
        elif look.up:
            string = raised(string)
        self.gathered.note = self.gathered.note or (look.note and bool(string.strip()))
        self.gathered.runs.append((string, look.bold, look.away))

    def flush(self, blank: bool = False) -> None:
        """What was gathered is a paragraph."""
        now, self.gathered = self.gathered, Gathered()
        text = tidy("".join(run[0] for run in now.runs))
        words = text.replace(SOFT, "").strip()
        if not self.inside:
            if words:
                self.taken.drop(text.replace(SOFT, " ").strip(), FRAME)
            return
        if words and now.note and words[0] in NOTE_MARKS:
            self.taken.note(NOTE_MARK.sub(r"\1 ", words))
        elif words:
            self.paragraph(text, words, now)
        elif blank and now.runs and self.out and isinstance(last := self.out[-1], Line) and last.string:
            self.out.append(self.taken.line("", whole=True))
        if now.pictures:
            self.taken.problem("warning", "picture-here", self.taken.number)

    def paragraph(self, text: str, words: str, now: Gathered) -> None:
        filled = [run for run in now.runs if run[0].replace(SOFT, "").strip()]
        bold = all(run[1] for run in filled) and reads_like_title(words.rstrip("。"))
        lines = take_paragraph(self.taken, text, (bold or self.heading) and len(words) <= LONGEST_TITLE + 15)
        if sum(len(run[0].strip()) for run in filled if run[2]) * 2 > len(words):
            self.linked.update(line.number for line in lines)
        self.out += lines

    def ordered(self, element: Element, look: Look) -> None:
        """Items with their printed numbers; a number stands before the first paragraph of its item."""
        for item, printed in printed_numbers(element):
            self.flush()
            inner = item
            while (
                (first := next((c for c in inner.children if isinstance(c, Element) or c.strip()), None))
                and isinstance(first, Element)
                and first.tag in ("p", "div", *HEADINGS)
            ):
                inner = first
            if printed:
                inner.children.insert(0, printed)
            self.element(item, look)

    def table(self, element: Element, look: Look) -> None:
        self.tables += 1
        if self.tables > MOST_TABLES:
            raise BadInput("most-tables", MOST_TABLES, place=f"{self.taken.file}:{self.taken.next_number}")
        for caption in (child for child in element.elements if child.tag == "caption"):
            self.element(caption, look)
        rows, head = read_rows(element)
        if not rows:
            self.block(element, lambda: self.children(element, look))
            return
        first = self.taken.next_number
        places = laid_out(rows, f"{self.taken.file}:{first}")[0]
        slots = [self.slot(place, cell, len(rows), look) for place, cell in sorted(places.items())]
        found = elements_of(slots, first, self.taken.number, head)
        nested = any(isinstance(part, Grid) for slot in slots for part in slot.holds)
        if nested and len(found) == 1 and found[0] not in [part for slot in slots for part in slot.holds]:
            self.taken.problem("note", "nested-table", first)
        self.out += found

    def slot(self, place: tuple[int, int], cell: Cell, height: int, look: Look) -> Slot:
        """Reads a cell in its place; line breaks part its lines."""
        outer, self.out = self.out, []
        self.block(cell.element, lambda: self.children(cell.element, within(cell.element, look)))
        holds = [part for part in self.out if isinstance(part, Grid) or part.string.strip()]
        self.out = outer
        return Slot(*place, min(cell.rowspan, height - place[0]), cell.colspan, holds)


def is_picture(image: Element) -> bool:
    """Not an icon, a counter or a spacer."""
    said = [image.get(name).removesuffix("px").strip() for name in ("width", "height")]
    sizes = [int(size) for size in said if size.isdecimal() and len(size) < 6]
    return not sizes or max(sizes) > SMALL
