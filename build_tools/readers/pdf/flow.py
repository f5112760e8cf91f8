"""Printed pages → paragraphs, tables and notes in reading order; heads, page numbers and footnotes are told by their
places.

A paragraph begins where a line is indented, where the line before stops short of the right edge, or where the type
changes size.
It goes on over a page if neither is so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...chinese.numbering import read_marker
from .printed import PrintedPage, PrintedTable
from .signs import Frame, PrintedLine

NUMBER = re.compile(
    r"[-—–─·•~～\s]*(?:第\s*)?(?P<n>\d{1,4}|[ivxlcIVXLC]{1,6})(?:\s*页)?(?:\s*[/／]\s*\d{1,4})?[-—–─·•~～\s]*(?:共\s*\d"
    r"{1,4}\s*页)?"
)
ROMAN = re.compile(r"^[ivxIVX]{1,6}\s{2,}|\s{2,}[ivxIVX]{1,6}$")  # a page number beside the words of a head
NOTE_MARK = re.compile(r"[⁰¹²³⁴-⁹①-⑳]|\[\d{1,2}\]|［\d{1,2}］|〔\d{1,2}〕|\d{1,2}\s*(?=\D)|注\s*\d{0,2}[：:]")
ENTRY = re.compile(r"[.·…•⋯]{3,}\s*\d{1,4}\s*$")  # the end of a line of contents
BROWSER = re.compile(  # what a browser prints around a page: day and hour with the title, address with the page
    r"\d{1,4}/\d{1,2}/\d{1,4},?\s*(?:上午|下午)?\s*\d{1,2}:\d\d(?::\d\d)?(?:\s*[AP]M)?(?:\s{2,}\S.*)?"
    r"|(?:https?|file|ﬁle|about):\S+(?:\s+\d+/\d+)?"
)
UNBROKEN = re.compile(r"(?P<narrow>[!-~]*)(?P<first>[^!-~\s，。、；：！？）》”％]?)(?P<marks>[，。、；：！？）》”％]*)")
WHITE = 1.6  # em; more is between two paragraphs, whatever is between lines
MORE_WHITE = 0.5  # em
ROOM = 0.3  # em; what a line without stretching may lack besides
ENDS = "。！？；：”》）"
SMALL = 0.93  # of the body size; notes are set smaller
INDENT = 1.3  # em
SHORT = 1.6  # em between the end of a paragraph's last line and the right edge
PADDING = 2.0  # points between a frame and the words in it
ZONE = 0.12  # of the page's height; heads and feet stand there


@dataclass(frozen=True, slots=True)
class Area:
    """The edges of the text on a page, the size of its body type, and the white between the lines of a paragraph."""

    left: float
    right: float
    size: float
    white: float = 1e9


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its lines put together, the page it begins on, whether its type marks it as a heading."""

    page: int
    text: str
    hint: bool = False


@dataclass(frozen=True, slots=True)
class Furniture:
    page: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    page: int
    text: str


Flow = Paragraph | PrintedTable | Furniture | Note


def flow_of(pages: Sequence[PrintedPage]) -> list[Flow]:
    """Everything on the pages in reading order; furniture and notes of a page after its text."""
    areas = areas_of(pages)
    body = areas[0].size
    edges = {id(line): area_in(page, areas) for page in pages for line in page.lines}
    heads = repeated_heads(pages)
    heights = head_heights(pages, heads)
    offsets = page_number_offset(pages)
    marks = {(line.text, line.size) for page in pages for line in page.watermark}
    out: list[Flow] = []
    open_lines: list[PrintedLine] = []
    for page in pages:
        area = area_in(page, areas)
        furniture = {id(line): "watermark" for line in page.lines if (line.text, line.size) in marks}
        furniture |= {id(line): reason for line, reason in furniture_of(page, heads, heights, offsets, area)}
        notes = notes_of(page, furniture, body)
        noted = {id(line) for line in notes}
        text = [line for line in page.lines if id(line) not in furniture and id(line) not in noted]
        out += flow_on(page, text, open_lines, edges, body)
        waiting = [
            Furniture(page.number, line.text, furniture[id(line)]) for line in page.lines if id(line) in furniture
        ]
        waiting += [Furniture(page.number, page.turned, "margin-text")] if page.turned else []
        waiting += [Furniture(page.number, line.text, "watermark") for line in page.watermark]
        waiting_notes = [Note(page.number, words) for words in note_texts(notes)]
        out += (
            [*waiting, *waiting_notes]
            if not open_lines
            else after_open(open_lines, edges, body, waiting, waiting_notes)
        )
    out += closed(open_lines, edges, body)
    return out


def flow_on(
    page: PrintedPage, text: list[PrintedLine], open_lines: list[PrintedLine], edges: dict[int, Area], body: float
) -> Iterator[Flow]:
    """Paragraphs and tables of a page; lines of a paragraph that may go on on the next page stay open."""
    things: list[PrintedLine | PrintedTable] = [*text, *page.tables]
    for thing in sorted(things, key=lambda one: one.top):
        if isinstance(thing, PrintedTable):
            yield from closed(open_lines, edges, body)
            yield thing
            continue
        before = open_lines[-1] if open_lines else None
        if (
            before is None
            or parted_by_frame(before, thing, page)
            or not goes_on(before, thing, edges[id(before)], edges[id(thing)])
        ):
            yield from closed(open_lines, edges, body)
        open_lines.append(thing)


def after_open(
    open_lines: list[PrintedLine],
    edges: dict[int, Area],
    body: float,
    furniture: list[Furniture],
    notes: list[Note],
) -> list[Flow]:
    """At the end of a page: an ended paragraph is closed first; one that may go on stays open behind furniture and
    notes."""
    last = open_lines[-1]
    if is_short(last, edges[id(last)]):
        return [*closed(open_lines, edges, body), *furniture, *notes]
    return [*furniture, *notes]


def closed(open_lines: list[PrintedLine], edges: dict[int, Area], body: float) -> Iterator[Paragraph]:
    """The open lines as a paragraph; none are open afterwards."""
    lines = list(open_lines)
    open_lines.clear()
    if lines:
        first = lines[0]
        text = first.text
        for line in lines[1:]:
            text = joined(text, line.text)
        if first.columns and len(lines) == 1:  # columns keep their places: the table step finds them
            text = " " * max(0, round((first.x0 - edges[id(first)].left) / first.size * 2)) + text
        larger = first.size > body * 1.08
        yield Paragraph(first.page, text, hint=(larger or all(line.bold for line in lines)) and len(text) <= 60)


def joined(before: str, after: str) -> str:
    """Two Latin words at a line end are parted by a space: … high- / speed, GDP / growth; Han signs are not."""
    latin = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return f"{before} {after}" if latin else before + after


def goes_on(before: PrintedLine, line: PrintedLine, area_before: Area, area: Area) -> bool:
    """Is `line` the next line of the paragraph that `before` belongs to?"""
    if line.columns or before.columns or abs(line.size - before.size) > 0.08 * before.size:
        return False
    if (is_short(before, area_before) and not had_no_room(before, line, area_before)) or ENTRY.search(before.text):
        return False
    if before.text[-1:] in ENDS and (line.font != before.font or read_marker(line.text)):
        return False
    if before.page == line.page and is_set_off(before, line, area):
        return False
    indent = (line.x0 - area.left) / line.size
    centred = abs(line.middle - (area.left + area.right) / 2) < line.size and indent > INDENT
    if not centred or before.text[-1:] in ENDS:
        return indent < INDENT
    return before.bold == line.bold and before.x0 - area_before.left < line.size


def is_set_off(before: PrintedLine, line: PrintedLine, area: Area) -> bool:
    """White as between paragraphs; after the end of a sentence, half an em more than within a paragraph is enough."""
    white = line.top - before.bottom
    return white > WHITE * line.size or (before.text[-1:] in ENDS and white > area.white + MORE_WHITE * line.size)


def parted_by_frame(before: PrintedLine, line: PrintedLine, page: PrintedPage) -> bool:
    """Does one of two lines stand in a frame, and the other outside of it?"""
    return before.page == line.page and any(
        stands_in(before, frame) != stands_in(line, frame) for frame in page.ornaments
    )


def stands_in(line: PrintedLine, frame: Frame) -> bool:
    """With room around it: what is marked or underlined stands in no frame."""
    x0, top, x1, bottom = frame
    return x0 + PADDING < line.x0 and line.x1 < x1 + PADDING and top < line.top and line.bottom < bottom


def is_short(line: PrintedLine, area: Area) -> bool:
    return area.right - line.x1 > SHORT * line.size


def had_no_room(before: PrintedLine, line: PrintedLine, area: Area) -> bool:
    """Where no line is stretched: 完成率 / 100%， goes on, as 100%， did not fit behind 完成率."""
    first = UNBROKEN.match(line.text)
    if first is None or before.text[-1:] in ENDS or read_marker(line.text):
        return False
    needed = 0.5 * len(first["narrow"]) + len(first["marks"]) + (0 if first["narrow"] else len(first["first"]))
    return area.right - before.x1 < (needed + ROOM) * line.size


# -- edges of the text


def areas_of(pages: Sequence[PrintedPage]) -> tuple[Area, Area]:
    """The text area of even and of odd pages: books have mirrored margins."""
    lines = [line for page in pages if page.edges is None for line in page.lines]
    lines = lines or [line for page in pages for line in page.lines]
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 12.0
    even = area_of([line for line in lines if line.page % 2 == 0] or lines, body)
    odd = area_of([line for line in lines if line.page % 2] or lines, body)
    white = white_between(lines, body)
    return replace(even, white=white), replace(odd, white=white)


def white_between(lines: Sequence[PrintedLine], body: float) -> float:
    """What most lines that follow a line without an end of a sentence keep from it."""
    pairs = Counter(
        round(line.top - before.bottom)
        for before, line in pairwise(lines)
        if before.page == line.page
        and abs(line.size - body) < 0.05 * body
        and before.text[-1:] not in ENDS
        and 0 < line.top - before.top < (1 + WHITE) * 2 * body
    )
    return float(pairs.most_common(1)[0][0]) if pairs else WHITE * body


def area_in(page: PrintedPage, areas: tuple[Area, Area]) -> Area:
    """The edges of a column are its own."""
    return Area(*page.edges, areas[0].size, areas[0].white) if page.edges else areas[page.number % 2]


def area_of(lines: Sequence[PrintedLine], body: float) -> Area:
    """Left: the leftmost edge at which many lines begin; right: the one at which many end."""
    own = [line for line in lines if abs(line.size - body) < 0.05 * body] or list(lines)
    lefts = Counter(round(line.x0) for line in own)
    rights = Counter(round(line.x1) for line in own)
    if not own:
        return Area(0, 0, body)
    enough = max(lefts.values()) * 0.15
    left = min(edge for edge, count in lefts.items() if count + lefts[edge + 1] >= enough)
    many = max(rights.values()) * 0.15
    right = max(edge for edge, count in rights.items() if count + rights[edge - 1] >= many)
    return Area(left, right, body)


# -- heads, feet, page numbers


def key(line: PrintedLine) -> str:
    """What a head repeats: its words without page number, blanks and rules."""
    words = ROMAN.sub("", line.text.strip())
    return re.sub(r"[\s\d·•\-—–|]", "", words)


def at_edge(line: PrintedLine, page: PrintedPage) -> bool:
    return line.bottom < page.height * ZONE or line.top > page.height * (1 - ZONE)


def repeated_heads(pages: Sequence[PrintedPage]) -> set[tuple[str, int]]:
    """(words, height) of lines near an edge of the page that come back at that height on three pages or more."""
    places: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page in pages:
        for line in page.lines:
            if at_edge(line, page) and key(line):
                places[key(line), round(line.top / 4)].add(page.number)
    return {place for place, found in places.items() if len(found) >= 3}


def head_heights(pages: Sequence[PrintedPage], heads: set[tuple[str, int]]) -> set[int]:
    """Heights at which most of what stands there are running heads: a head that names the chapter comes back on few
    pages."""
    rows = [(key(line), round(line.top / 4)) for page in pages for line in page.lines if at_edge(line, page)]
    all_there, heads_there = Counter(height for _, height in rows), Counter(row[1] for row in rows if row in heads)
    return {height for height, count in heads_there.items() if count * 3 >= all_there[height]}


def page_number_offset(pages: Sequence[PrintedPage]) -> int | None:
    """Printed number less number of the page in the file, where most pages that have one agree."""
    offsets = Counter(
        int(match["n"]) - page.number
        for page in pages
        for line in page.lines
        if at_edge(line, page) and (match := NUMBER.fullmatch(line.text)) and match["n"].isdecimal()
    )
    return offsets.most_common(1)[0][0] if offsets and offsets.most_common(1)[0][1] >= 2 else None


def furniture_of(
    page: PrintedPage, heads: set[tuple[str, int]], heights: set[int], offset: int | None, area: Area
) -> Iterator[tuple[PrintedLine, str]]:
    """Lines of the page that are no text, with the reason."""
    for line in page.lines:
        if ENTRY.search(line.text):
            continue
        if at_edge(line, page) and BROWSER.fullmatch(line.text):
            yield line, "running-head" if line.top < page.height / 2 else "page-footer"
            continue
        if line.x1 < area.left - line.size / 2 or line.x0 > area.right + line.size / 2:
            yield line, "margin-text"
            continue
        match = NUMBER.fullmatch(line.text)
        place = round(line.top / 4)
        if at_edge(line, page) and match and (not match["n"].isdecimal() or int(match["n"]) - page.number == offset):
            yield line, "page-number"
        elif at_edge(line, page) and (
            any((key(line), place + near) in heads for near in (-1, 0, 1))
            or (
                line.size < area.size * SMALL
                and any(place + near in heights for near in (-1, 0, 1))
                and apart(line, page)
            )
        ):
            yield line, "running-head" if line.top < page.height / 2 else "page-footer"


def apart(line: PrintedLine, page: PrintedPage) -> bool:
    """Is the line set off from the text by more than a line's height?"""
    things: list[PrintedLine | PrintedTable] = [*page.lines, *page.tables]
    others = [one for one in things if one is not line]
    if line.top < page.height / 2:
        return all(one.top - line.bottom > line.size for one in others if one.top > line.top)
    ends = [one.bottom if isinstance(one, PrintedLine) else one.frame[3] for one in others]
    return all(line.top - end > line.size for end in ends if end < line.bottom)


# -- footnotes


def notes_of(page: PrintedPage, furniture: dict[int, str], body: float) -> list[PrintedLine]:
    """Small lines at the foot of the page, below a short rule or beginning with a mark."""
    text = [line for line in page.lines if id(line) not in furniture]
    rules = [top for x0, x1, top in page.rules if x1 - x0 < page.width * 0.5 and top > page.height * 0.3]
    small = []
    for line in sorted(text, key=lambda one: -one.top):
        if line.size > body * SMALL and not set(line.text) <= set(map(str, range(10))):
            break
        small.append(line)
    small.reverse()
    for at, line in enumerate(small):
        if NOTE_MARK.match(line.text) and (any(top <= line.top + 3 for top in rules) or not line.text[0].isdecimal()):
            below = [table for table in page.tables if table.top > line.top]
            return [] if below else small[at:]
    return []


def note_texts(lines: Sequence[PrintedLine]) -> list[str]:
    """A note begins with its mark; the lines after it belong to it."""
    texts: list[str] = []
    for line in lines:
        if texts and not NOTE_MARK.match(line.text):
            texts[-1] = joined(texts[-1], line.text)
        else:
            texts.append(line.text)
    return texts
