"""What stands inside a paragraph: text and what is meant to be read as text. Fields give their result, insertions stay,
deletions go.

Everything else that was met — notes, pictures, text boxes, marks — is put down beside the text, for the walk to deal
with.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from ..limits import MOST_NESTING
from ..soft_breaks import SOFT
from .names import COMPATIBILITY, MATH, PICTURES, VML, WORD, is_on, value_of, w, whole_number
from .styles import Style, font_of
from .symbols import drawn, raised

RAISED_BY = 4  # half points: a figure set so much higher is one above the line
ENCIRCLED = re.compile(r"\s*EQ\s+\\o(?:\\a[clr])?\s*\(\s*[○◯]\s*[,，;；]\s*(\w{1,2})\s*\)", re.IGNORECASE)
CIRCLES = {str(n): chr(ord("①") + n - 1) for n in range(1, 21)}


@dataclass
class Run:
    """One stretch of text of one look."""

    text: str
    bold: bool = False
    yellow: bool = False
    font: str = ""


@dataclass
class Inside:
    """What one paragraph holds. `boxes`: contents of text boxes anchored in it; `notes`: (kind, id) in the order of
    their marks; `inserted`, `deleted`: words of revisions that are still open."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    pictures: int = 0
    contents: bool = False
    inserted: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Runs:
    """Reads paragraph after paragraph; fields may begin in one and end in another, so their state lives here."""

    def __init__(self, styles: dict[str, Style]) -> None:
        self.styles = styles
        self.fields: list[list[Any]] = []  # each: its instruction, and whether its result has begun
        self.counts: Counter[str] = Counter()
        self.marks: dict[tuple[str, str], int] = {}  # note → its printed number

    def read(self, paragraph: Any, style: Style) -> Inside:
        inside = Inside(contents=self.in_contents())
        self.walk(paragraph, inside, style)
        inside.contents = inside.contents or self.in_contents()
        return inside

    def in_contents(self) -> bool:
        return any(instruction.split()[:1] == ["TOC"] for instruction, _ in self.fields)

    def walk(self, parent: Any, inside: Inside, style: Style) -> None:
        for child in parent:
            name = child.tag
            if name == f"{WORD}r":
                self.run(child, inside, style)
            elif name in (f"{WORD}del", f"{WORD}moveFrom"):
                self.counts["deleted"] += 1
                inside.deleted.append("".join(text.text or "" for text in child.iter(w("delText"), w("t"))))
            elif name == f"{WORD}sdt":
                self.walk_frame(child, inside, style)
            elif name == f"{WORD}ruby":
                self.walk_children(child.find(w("rubyBase")), inside, style)
            elif name in (f"{MATH}oMath", f"{MATH}oMathPara"):
                inside.runs.append(Run(formula(child)))
            elif name in DESCEND:
                before = len(inside.runs)
                self.walk(child, inside, style)
                if name in (f"{WORD}ins", f"{WORD}moveTo"):
                    self.counts["inserted"] += 1
                    inside.inserted.append("".join(run.text for run in inside.runs[before:]))
            elif name == f"{COMPATIBILITY}AlternateContent":
                self.walk_children(chosen(child), inside, style)

    def walk_children(self, parent: Any, inside: Inside, style: Style) -> None:
        if parent is not None:
            self.walk(parent, inside, style)

    def walk_frame(self, frame: Any, inside: Inside, style: Style) -> None:
        """A content control; “click here to enter text” is no text."""
        if not is_on(value_of(frame.find(w("sdtPr")), "showingPlcHdr")):
            self.walk_children(frame.find(w("sdtContent")), inside, style)

    def run(self, run: Any, inside: Inside, style: Style) -> None:
        look = self.look(run.find(w("rPr")), style)
        if look is None:
            self.counts["hidden"] += sum(len(text.text or "") for text in run.iter(w("t")))
            return
        up = look.pop("up")
        for child in run:
            text = self.piece(child, inside, style)
            if text and not self.silent():
                inside.runs.append(Run(raised(text) if up else text, **look))

    def look(self, properties: Any, style: Style) -> dict[str, Any] | None:
        """How the run looks; None for hidden text."""
        if properties is None:
            return (
                None
                if style.hidden
                else {"bold": bool(style.bold), "yellow": False, "font": style.font or "", "up": False}
            )
        own = self.styles.get(value_of(properties, "rStyle") or "", Style())
        hidden = [is_on(value_of(properties, "vanish")), own.hidden, style.hidden]
        if next((word for word in hidden if word is not None), False):
            return None
        bold = [is_on(value_of(properties, "b")), own.bold, style.bold]
        return {
            "bold": bool(next((word for word in bold if word is not None), False)),
            "yellow": value_of(properties, "highlight") == "yellow" or is_yellow(properties),
            "font": font_of(properties) or own.font or style.font or "",
            "up": (value_of(properties, "vertAlign") or own.raised) == "superscript"
            or (whole_number(value_of(properties, "position")) or 0) >= RAISED_BY,
        }

    def silent(self) -> bool:
        """Inside the instruction of a field nothing is text."""
        return any(not begun for _, begun in self.fields)

    def piece(self, child: Any, inside: Inside, style: Style) -> str:
        """The text of one element of a run."""
        name = child.tag[len(WORD) :] if child.tag.startswith(WORD) else ""
        if name == "t":
            return (child.text or "").replace("\n", " ")
        if name in PLAIN:
            return PLAIN[name]
        if name == "br":
            return "" if child.get(w("type")) in ("page", "column") else SOFT
        if name == "sym":
            return drawn(child.get(w("font")) or "", child.get(w("char")) or "")
        if name in ("footnoteReference", "endnoteReference"):
            return self.note(name.removesuffix("Reference"), child, inside)
        if name == "fldChar":
            return self.field(child.get(w("fldCharType")))
        if name == "instrText" and self.fields and not self.fields[-1][1]:
            self.fields[-1][0] += child.text or ""
        elif name == "ruby":
            self.walk_children(child.find(w("rubyBase")), inside, style)
        elif name in ("drawing", "pict", "object"):
            self.drawing(child, inside)
        elif child.tag == f"{COMPATIBILITY}AlternateContent":
            self.drawing(chosen(child), inside)
        return ""

    def note(self, kind: str, reference: Any, inside: Inside) -> str:
        key = (kind, reference.get(w("id")) or "")
        if is_on(reference.get(w("customMarkFollows"), "0")):
            return ""
        self.marks.setdefault(key, len(self.marks) + 1)
        inside.notes.append(key)
        return f"[{self.marks[key]}]"

    def field(self, kind: str | None) -> str:
        """begin, separate, end; a circle drawn around a number is that number in a circle: eq \\o\\ac(○,3) → ③"""
        if kind == "begin" and len(self.fields) < MOST_NESTING:
            self.fields.append(["", False])
        elif kind == "separate" and self.fields:
            self.fields[-1][1] = True
        elif kind == "end" and self.fields:
            match = ENCIRCLED.match(self.fields.pop()[0])
            return CIRCLES.get(match[1], match[1]) if match else ""
        return ""

    def drawing(self, element: Any, inside: Inside) -> None:
        """Text boxes in their order; everything drawn that is no text is counted."""
        if element is None:
            return
        boxes = [box for box in element.iter(w("txbxContent")) if not stands_in(box, element)]
        inside.boxes += boxes
        if not boxes:
            inside.pictures += any(next(element.iter(name), None) is not None for name in PICTURES)
            inside.runs += [Run(shape.get("string") or "") for shape in element.iter(f"{VML}textpath") if not boxes]


PLAIN = {"tab": "\t", "ptab": "\t", "cr": SOFT, "noBreakHyphen": "-"}
DESCEND = {
    WORD + name
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdtContent", "r")
}


def chosen(alternatives: Any) -> Any:
    """Of the same thing said for newer and older programs, what newer ones see."""
    choice = alternatives.find(f"{COMPATIBILITY}Choice")
    return choice if choice is not None and len(choice) else alternatives.find(f"{COMPATIBILITY}Fallback")


def stands_in(box: Any, root: Any) -> bool:
    """Is the text box inside another one, or said a second time for older programs?"""
    parent = box.getparent()
    while parent is not None and parent is not root:
        if parent.tag == box.tag or parent.tag == f"{COMPATIBILITY}Fallback":
            return True
        parent = parent.getparent()
    return False


def is_yellow(properties: Any) -> bool:
    shade = properties.find(w("shd"))
    return shade is not None and (shade.get(w("fill")) or "").upper() == "FFFF00"


def formula(element: Any) -> str:
    """Letters and figures of a formula; a fraction reads a/b."""
    out = []
    for child in element:
        if child.tag == f"{MATH}f":
            top, bottom = child.find(f"{MATH}num"), child.find(f"{MATH}den")
            out.append("/".join(formula(part) for part in (top, bottom) if part is not None))
        elif child.tag == f"{MATH}t":
            out.append(child.text or "")
        else:
            out.append(formula(child))
    return "".join(out)
