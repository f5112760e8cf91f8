"""Text that was set at a fixed width: the lines of a paragraph are joined, by its indent, its width and what the line
before lacks.

    大力发展茶叶产业…，年均增长6 / .1%；带动农民增收。 / 　　加快补齐短板。   →  two paragraphs
    …扩大到 12.5 万亩， /                     “沅溪鳜鱼” / 获得国家地理标志…   →  one: a PDF program put the quotation on a line of its
    own

The text must show its width: nearly all long lines that have no end are as long as each other. Where its paragraphs
begin with an indent, a full line and what follows it without one are one paragraph, even where a sentence ends with the
line.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..chinese.boxes import is_box_title
from ..chinese.numbering import HEADING_KINDS, read_marker
from ..chinese.sentences import FULL_LINE, ends_sentence, reads_like_title
from ..chinese.titles import is_said_at
from ..model.text import NOTHING, Draft, Grid, Line, Removed, strike
from .page_cuts import closes_quotation, opens_something, renamed, sewn, stands_alone

LONG = 36  # columns: 18 characters
WIDEST = 130
BAND = 6  # columns by which full lines differ: a mark or a number that does not fit goes to the next line
ENOUGH = 3  # full lines without an end
SHARE = 0.6
EXACTLY, MOSTLY = 0.8, 0.5  # of the lines without an end have nearly, and exactly, as many signs as each other
PUSHED = 6  # signs of a number that does not fit and goes to the next line
BELOW = 3  # lines in which the next filled one is looked for
INDENT = 4  # columns of an indent of two characters
COLUMNS = re.compile(r"\S(?: {3,}|\u3000{3,}|\t)\S|\S {2,}\S+ {2,}\S|[│┃|┌├└┬┴┼─━]")
NOTE = re.compile(r"[\[［〔]\d{1,2}[\]］〕][ \u3000]*\S")
OPENING = "“‘（《〈【"


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: `width` of a full line in columns, `margin` of continued lines by page, `indented`: paragraphs
    begin with an indent.

    `signs`: a program cut the lines after so many signs, whatever their width; 0 where it did not.
    """

    width: float
    margin: dict[int, int]
    indented: bool
    parted: bool
    page_starts: tuple[int, ...]
    signs: int = 0

    def is_full(self, tail: Tail) -> bool:
        if self.signs:
            return len(tail.line.string.rstrip()) >= self.signs - PUSHED
        return tail.width >= self.width - BAND - 2

    def is_indented(self, line: Line) -> bool:
        margin = self.margin.get(bisect_right(self.page_starts, line.number), self.margin[-1])
        return indent(line) > margin + (0 if line.string.strip()[:1] in OPENING else 1)


class Tail(NamedTuple):
    """The last printed line of a paragraph so far, and how many columns are taken."""

    line: Line
    width: float


class Gap(NamedTuple):
    """Blank lines between two lines; `page`: a page ends among them."""

    lines: int
    page: bool


def join(draft: Draft) -> Draft:
    setting = find_setting(draft)
    if setting is None:
        return draft
    gone: list[Removed] = []
    seams: list[tuple[int, int]] = []
    furniture = sorted(r.start for r in draft.removed if r.reason in ("page-number", "running-head"))
    lines: list[Line | Grid] = []
    blanks: list[Line] = []
    tail = Tail(Line(0, NOTHING), 0.0)
    for at, line in enumerate(draft.lines):
        if isinstance(line, Line) and not line.string.strip():
            blanks.append(line)
            continue
        before = lines[-1] if lines else None
        if not isinstance(line, Line):
            lines += [*blanks, line]
        elif (
            isinstance(before, Line)
            and before.string.strip()
            and not is_title(before, line, draft.lines[at + 1 : at + 1 + BELOW], setting)
            and goes_on(before, line, tail, gap_of(blanks, furniture, draft.page_starts, before, line), setting)
        ):
            same = on_same_line(before, line, tail, setting)
            tail = Tail(line, columns(line) + (tail.width if same else 0))
            gone += [entry for blank in blanks for entry in blank.text.removed("white-space")]
            lines[-1] = bare_sewn(before, line, seams, gone)
        else:
            lines += [*blanks, line]
            tail = Tail(line, width_with_indent(line))
        blanks = []
    lines = [replace(line, whole=True) if isinstance(line, Line) and line.string.strip() else line for line in lines]
    removed = tuple(renamed(draft.removed + tuple(gone), seams))
    return replace(draft, lines=(*lines, *blanks), removed=removed)


def gap_of(blanks: list[Line], furniture: list[int], page_starts: tuple[int, ...], before: Line, line: Line) -> Gap:
    return Gap(len(blanks), page_between(furniture, page_starts, before, line))


def find_setting(draft: Draft) -> Setting | None:
    """None where the lines do not show a width."""
    body = [line for line in draft.lines if isinstance(line, Line) and is_prose(line)]
    unended = [line for line in body if columns(line) >= LONG and not ends_sentence(line.string)]
    unended = [line for line in unended if not line.whole and not stands_alone(stripped(line))]
    if len(unended) < ENOUGH:
        return None
    if signs := signs_a_line(body, unended):
        width = max(width_with_indent(line) for line in unended)
        return replace(setting_of(draft, width, {line.number for line in unended}), signs=signs)
    widths = sorted(width_with_indent(line) for line in unended)
    width = max(widths, key=lambda w: (sum(0 <= w - v <= BAND for v in widths), w))
    full = [line for line in unended if 0 <= width - width_with_indent(line) <= BAND]
    if width > WIDEST or len(full) < max(ENOUGH, SHARE * len(unended)):
        return None
    return setting_of(draft, width, {line.number for line in full})


def signs_a_line(body: list[Line], unended: list[Line]) -> int:
    """100% / 10万亩 / 发展 cut after 36 signs each: most unended lines have exactly as many, the others end before a number
    or with a mark more; no line has more."""
    lengths = [len(line.string.rstrip()) for line in unended]
    signs, times = Counter(lengths).most_common(1)[0]
    longest = max(len(line.string.rstrip()) for line in body)
    near = sum(signs - PUSHED <= length <= signs + 1 for length in lengths)
    even = times >= MOSTLY * len(lengths) and near >= EXACTLY * len(lengths)
    return signs if times >= ENOUGH and even and longest <= signs + 1 else 0


def setting_of(draft: Draft, width: float, full: set[int]) -> Setting:
    filled = [line for line in draft.lines if isinstance(line, Grid) or line.string.strip()]
    by_page: dict[int, Counter[int]] = {-1: Counter()}
    for before, after in itertools.pairwise(filled):
        if isinstance(after, Line) and before.number in full and is_prose(after) and after.number == before.number + 1:
            by_page[-1][indent(after)] += 1
            by_page.setdefault(bisect_right(draft.page_starts, after.number), Counter())[indent(after)] += 1
    margin = {page: counts.most_common(1)[0][0] for page, counts in by_page.items() if counts} or {-1: 0}
    trial = Setting(width, margin, True, False, draft.page_starts)
    prose = [line for line in filled if isinstance(line, Line) and is_prose(line)]
    indented = sum(trial.is_indented(line) for line in prose)
    ends = [
        i
        for i, line in enumerate(draft.lines[:-1])
        if isinstance(line, Line) and ends_sentence(line.string) and columns(line) < width - BAND - INDENT
    ]
    below = [draft.lines[i + 1] for i in ends]
    parted = sum(isinstance(line, Line) and not line.string.strip() for line in below)
    return replace(
        trial, indented=indented >= max(2, 0.08 * len(prose)), parted=bool(ends) and parted >= 0.8 * len(ends)
    )


def is_prose(line: Line) -> bool:
    words = line.string.strip()
    return bool(words) and not COLUMNS.search(words) and any("\u4e00" <= sign <= "\u9fff" for sign in words)


def columns(line: Line) -> float:
    """Width in columns of what is printed: a Han character two, a letter or digit one, the gap between the two a
    half."""
    words = line.string.strip()
    wide = sum(unicodedata.east_asian_width(sign) in "WFA" for sign in words)
    gaps = words.count(" ")
    return 2 * wide + (len(words) - wide - gaps) + gaps / 2


def width_with_indent(line: Line) -> float:
    """An indent counts as two characters, however many blanks stand for it; that of a centred line does not count."""
    return columns(line) + (INDENT if 2 <= indent(line) <= 2 * INDENT else 0)


def indent(line: Line) -> int:
    """Blanks at the start, a wide one two."""
    start = line.string[: len(line.string) - len(line.string.lstrip())].replace("\f", "")
    return len(start) + start.count("\u3000") + 3 * start.count("\t")


def stripped(line: Line) -> Line:
    return strike(line, edges(line.string), "")[0]


def edges(string: str) -> list[tuple[int, int]]:
    return [
        (0, len(string) - len(string.lstrip())),
        (max(len(string.rstrip()), len(string) - len(string.lstrip())), len(string)),
    ]


def page_between(furniture: list[int], page_starts: tuple[int, ...], before: Line, after: Line) -> bool:
    """Does a page end between the two, or was a page number or running head taken out there?"""
    at = bisect_left(furniture, before.text.offsets[-1])
    taken = at < len(furniture) and furniture[at] < after.text.offsets[0]
    return taken or bisect_right(page_starts, before.end) < bisect_right(page_starts, after.number)


def on_same_line(before: Line, after: Line, tail: Tail, setting: Setting) -> bool:
    """Does `after` begin where `before` ends? A PDF program counts a character as a column."""
    if after.string.strip()[:1] not in OPENING or indent(after) < 2:
        return False
    if indent(after) <= INDENT and is_heading(stripped(before)):
        return False  # 一、发展基础 / 　　“十四五”时期…: a paragraph begins with its quotation
    if tail.width + columns(after) > setting.width + BAND:
        return False
    return abs(indent(after) - len(tail.line.string.rstrip())) <= 3 or before.string.rstrip()[-1:] in "，、"


def goes_on(before: Line, after: Line, tail: Tail, gap: Gap, setting: Setting) -> bool:
    """Is `after` the next line of the paragraph that ends with `before` so far?"""
    if (
        before.whole
        or after.whole
        or not (is_prose(after) or is_tail(after))
        or COLUMNS.search(tail.line.string.strip())
    ):
        return False
    a, b = stripped(before), stripped(after)
    ended, full = ends_sentence(a.string), setting.is_full(tail)
    if not gap.lines and is_said_at(a.string) and b.string.endswith(("会议上", "会议上）", "会上", "会上）")):
        return len(b.string) <= FULL_LINE
    if not gap.lines and on_same_line(before, after, tail, setting):
        return not is_heading(b) and not (ended and opens_something(b))
    if ended and NOTE.match(b.string):
        return False
    if setting.indented and setting.is_indented(after):
        if not ended and closes_quotation(a, b) and not read_marker(b.string):
            return True
        return not opens_something(b) and (closes_quotation(a, b) or a.string[-1:] in "，、")
    if gap.lines and not gap.page:
        return full and not ended and not opens_something(b) and not stands_alone(a)
    if not ended:
        return full and (not opens_something(b) or (not stands_alone(a) and not is_heading(b)))
    return full and not opens_something(b) and (setting.indented or (setting.parted and not gap.lines))


def is_title(before: Line, line: Line, below: tuple[Line | Grid, ...], setting: Setting) -> bool:
    """…取得成效。 / 建设和美乡村 / 　　统筹…: what ends no sentence between two paragraphs is a title, though the line above is
    full."""
    follower = next((other for other in below if not isinstance(other, Line) or other.string.strip()), None)
    words = line.string.strip()
    apart = setting.indented and isinstance(follower, Line) and setting.is_indented(follower)
    short = len(words) > 3 and columns(line) < setting.width / 2 and reads_like_title(words)
    return apart and short and ends_sentence(before.string) and not ends_sentence(words) and words[-1] not in "”）"


def is_tail(line: Line) -> bool:
    """The end of a torn figure or a mark: .1%；, 0., [2]"""
    words = line.string.strip()
    return len(words) <= 12 and not COLUMNS.search(words)


def is_heading(line: Line) -> bool:
    marker = read_marker(line.string)
    if marker is None:
        return is_box_title(line.string)
    return marker.kind in HEADING_KINDS and reads_like_title(line.string[marker.rest :]) and len(line.string) < LONG / 2


def bare_sewn(before: Line, after: Line, seams: list[tuple[int, int]], gone: list[Removed]) -> Line:
    """The two without the white space between them."""
    start, end = edges(before.string)[1]
    before, removed = strike(before, [(start, end)], "white-space")
    gone += removed
    after, removed = strike(after, [edges(after.string)[0]], "white-space")
    gone += removed
    return sewn(before, after, seams)
