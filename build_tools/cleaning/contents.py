"""The printed table of contents goes from the text, but stays as a witness of the headings.

目录 / 第一章 继往开来.....\\t10 / 一、全面建成小康社会·····  20   →  nothing; the entries are kept in Draft.contents

With or without the word 目录, with leaders, a tab, a blank or nothing before the page, with or without a page, as a
table, with entries wrapped over two lines; also twice (of a web page and of the booklet). It ends where its first entry
stands again: there the text begins.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from ..chinese.numbering import HEADING_KINDS, Marker, read_bare_number, read_marker
from ..chinese.page_numbers import FRAMED_PAGE, read_page_number
from ..chinese.sentences import ends_sentence, reads_like_title
from ..chinese.signs import narrow
from ..model.text import NOTHING, Cell, Draft, Grid, Line, Removed, line_at

HEAD = re.compile(r"目[录次錄]|CONTENTS|Contents")
LEADERS = ".．·…•⋯‥﹒-—_―"
BAR_RULE = re.compile(r"[|:\-\s]+")
ROW = re.compile(r"<tr\b[^<>]{0,80}>(.{0,2000}?)</tr>", re.IGNORECASE)
CELL = re.compile(r"<t[dh]\b[^<>]{0,80}>([^<>]{0,200})</t[dh]>", re.IGNORECASE)
GAPS = re.compile(r"\t+|[ \u3000]{2,}")
LONGEST = 70  # characters of an entry, without leader and page
RUN = 3  # entries in a row that show a table of contents without the word
NEAR = 8  # lines between the contents and the first heading: a title, a date
NAMED = re.compile(r"(?:前|序|引|绪|导|结)\s*[言论语]|附\s*[件录表图则]|后\s*记|专\s*栏|[图表]\s*\d")


class Entry(NamedTuple):
    """`title` as printed, without leader; `page` 0 where none is printed; `led`: a leader, a tab or a gap shows that it
    is an entry; `dotted`: a row of dots."""

    title: str
    page: int
    led: bool
    dotted: bool


def take_out(draft: Draft) -> Draft:
    """Every table of contents; the one with most entries is the witness."""
    lines, gone, found = list(draft.lines), list[Removed](), list[list[Line]]()
    for start, end in regions(draft.lines):
        found.append(list(entries(lines[start:end])))
        for at in range(start, end):
            line = lines[at]
            gone += [entry for part in parts(line) for entry in part.text.removed("contents")]
            lines[at] = (
                Line(line.number, NOTHING) if isinstance(line, Grid) else replace(line, text=NOTHING, hint=False)
            )
    if not found:
        return draft
    witness = max(found, key=len)
    return replace(draft, lines=tuple(lines), removed=draft.removed + tuple(gone), contents=tuple(witness))


def parts(line: Line | Grid) -> Iterable[Line]:
    return (part for row in line.rows for cell in row for part in cell) if isinstance(line, Grid) else (line,)


def entries(lines: list[Line | Grid]) -> Iterable[Line]:
    """The lines that name a heading; a row of a table, and an entry on two lines, as one line."""
    waiting: Line | None = None
    for line in lines:
        for row in rows_of(line):
            one = as_line(row)
            if one is None or is_head(one.string) or read_page_number(one.string):
                continue
            entry = read_entry(one.string)
            if waiting and entry.page and not numbered(one.string):
                one = replace(waiting, text=waiting.text + one.text)
            elif waiting:
                yield waiting
            waiting = None
            if entry.page or numbered(one.string) is None:
                yield one
            else:
                waiting = one
    if waiting:
        yield waiting


def rows_of(line: Line | Grid) -> list[tuple[Cell, ...]]:
    """Rows of a table, one written in HTML on a single line included; any other line is a row of one cell."""
    if isinstance(line, Grid):
        return list(line.rows)
    rows: list[tuple[Cell, ...]] = [
        tuple(
            (replace(line, text=line.text[cell.start(1) : cell.end(1)]),)
            for cell in CELL.finditer(line.string, *row.span(1))
        )
        for row in ROW.finditer(line.string)
    ]
    return rows or [((line,),)]


def as_line(row: tuple[tuple[Line, ...], ...]) -> Line | None:
    text = NOTHING
    for cell in row:
        for part in cell:
            text += part.text.without((i, i + 1) for i, sign in enumerate(part.string) if sign == "|")
    first = next((part for cell in row for part in cell), None)
    return replace(first, text=text) if first and text.string.strip() else None


def regions(lines: tuple[Line | Grid, ...]) -> list[tuple[int, int]]:
    """First and one past last line of every table of contents."""
    found: list[tuple[int, int]] = []
    at, first = 0, next((i for i, line in enumerate(lines) if isinstance(line, Line) and is_numbered(line.string)), -1)
    while at < len(lines):
        end = end_of_contents(lines, at) if is_start(lines, at, at == first) else at
        if end > at:
            found.append((at, end))
        at = max(end, at + 1)
    return found


def is_head(string: str) -> bool:
    return bool(HEAD.fullmatch("".join(string.split()).strip("【】[]—-·")))


def numbered(string: str) -> Marker | None:
    """第一章, 1.1, （一）; also the bare 1 of “1 发展基础”"""
    words = string.replace("|", " ").strip()
    return read_marker(words) or read_bare_number(words)


def is_numbered(string: str) -> bool:
    marker = numbered(string)
    return marker is not None and marker.kind in (*HEADING_KINDS, "bare") and is_title(string)


def is_start(lines: tuple[Line | Grid, ...], at: int, first: bool) -> bool:
    """The word 目录; or an entry with leader and page that others follow; or, as the first numbered line, titles that all
    stand again below."""
    line = lines[at]
    if isinstance(line, Grid):
        return False
    if is_head(line.string):
        return True
    entry = read_entry(line.string)
    if entry.led and entry.page and (marker := numbered(line.string)):
        return leads_a_run(lines, at) and (marker.kind != "bare" or stands_again(lines, at)) and not is_row(line.string)
    return first and repeats_below(lines, at)


def is_row(string: str) -> bool:
    """2⇥集装箱吞吐量⇥万标箱⇥3.2⇥6 has more parts than number, title, leader and page: a row of a table"""
    parts = [part for part in GAPS.split(string.strip()) if part.strip(LEADERS + " \u3000")]
    return len(parts) > 3


def stands_again(lines: tuple[Line | Grid, ...], at: int) -> bool:
    """1⇥县医院⇥3 / 2⇥中学⇥5 is a table; 1⇥发展基础⇥3 / 2⇥总体要求⇥5 are contents if one of the titles stands again below."""
    titles = {title_key(read_entry(line.string).title) for line in lines[at : at + RUN] if isinstance(line, Line)} - {
        ""
    }
    return any(
        title_key(line.string) in titles for line in lines[at + RUN :] if isinstance(line, Line) and line.string.strip()
    )


def leads_a_run(lines: tuple[Line | Grid, ...], at: int) -> bool:
    """Three entries or more, with nothing else between, that have a dotted leader or stand again as titles: no rows of
    a table."""
    count = 0
    titles: set[str] = set()
    for line in lines[at : at + 4 * RUN]:
        if isinstance(line, Grid):
            break
        entry = read_entry(line.string)
        if line.string.strip() and not (entry.led and entry.page):
            break
        if entry.page:
            titles.add(squeezed(entry.title))
            count += entry.dotted
    if count >= RUN:
        return True
    below = {squeezed(line.string) for line in lines[at + 1 :] if isinstance(line, Line)}
    return len(titles) >= RUN and len(titles & below) >= RUN


def repeats_below(lines: tuple[Line | Grid, ...], at: int) -> bool:
    """Numbered titles in a row, four or more, and then the first of them again, and nearly all of them further
    below."""
    run: list[str] = []
    end = at
    for line in lines[at:]:
        words = "" if isinstance(line, Grid) else line.string.strip()
        if isinstance(line, Grid) or (words and not is_numbered(words)) or squeezed(words) in run:
            break
        run += [squeezed(words)] if words else []
        end += 1
    below = [squeezed(line.string) for line in lines[end:] if isinstance(line, Line) and line.string.strip()]
    again = set(below)
    return len(run) > RUN and run[0] in below[:NEAR] and sum(words in again for words in run) >= 0.8 * len(run)


def squeezed(words: str) -> str:
    return "".join(narrow(words).split())


def end_of_contents(lines: tuple[Line | Grid, ...], start: int) -> int:
    """One past the last entry; `start` where there is none."""
    end, first, open_entry, paged = start, "", False, 0
    again_below = said_twice(lines)
    for at in range(start + is_head(words_of(lines[start])), len(lines)):
        line = lines[at]
        if isinstance(line, Grid) or ROW.search(line.string):
            if not are_contents(rows_of(line)):
                break
            rows = [row for row in rows_of(line) if any(row)]
            end, first = at + 1, first or title_key("".join(part.string for cell in rows[0][:1] for part in cell))
            paged += len(rows)
            continue
        words = line.string.strip()
        if not words or read_page_number(words) or is_head(words) or BAR_RULE.fullmatch(words):
            continue
        entry, marker = read_entry(line.string), numbered(words)
        again = first and title_key(entry.title) == first and not (entry.led and entry.page)
        named = marker or (NAMED.match(words) and not ends_sentence(words)) or squeezed(words) in again_below
        listed = (entry.led and entry.page) or (named and is_title(entry.title))
        goes_on = open_entry or wrapped(lines, at)
        over = paged >= RUN and not (entry.led and entry.page) and not pages_follow(lines, at)
        if again or over or restarts(first, marker, entry, lines, at) or not (listed or goes_on):
            break
        paged += entry.led and entry.page > 0
        first = first or title_key(entry.title)
        open_entry = bool(marker) and not entry.page and wrapped(lines, at)
        end = at + 1
    return end


def said_twice(lines: tuple[Line | Grid, ...]) -> set[str]:
    """Titles that stand on more than one line of their own: in the contents and in the text."""
    counts = Counter(squeezed(line.string) for line in lines if isinstance(line, Line) and is_title(line.string))
    return {words for words, count in counts.items() if count > 1}


def pages_follow(lines: tuple[Line | Grid, ...], at: int) -> bool:
    """Is there an entry with its page among the next three lines?"""
    filled = [line for line in lines[at + 1 : at + 12] if isinstance(line, Line) and line.string.strip()]
    found = [read_entry(line.string) for line in filled[:RUN]]
    return any(entry.led and entry.page for entry in found)


def restarts(first: str, marker: Marker | None, entry: Entry, lines: tuple[Line | Grid, ...], at: int) -> bool:
    """第一章 for the second time, without a page: the text begins, in other words than the contents have."""
    if not first or not marker or (entry.led and entry.page):
        return False
    opening = read_marker(first)
    return opening is not None and opening[:2] == marker[:2] and marker.kind in ("part", "chapter", "han")


def wrapped(lines: tuple[Line | Grid, ...], at: int) -> bool:
    """Does the next line bring leader and page of this one?"""
    words = line_at(lines, at).string
    if not is_title(words) or read_entry(words).page:
        return False
    after = next((line for line in lines[at + 1 : at + 3] if isinstance(line, Grid) or line.string.strip()), None)
    if after is None or isinstance(after, Grid) or numbered(after.string):
        return False
    entry = read_entry(after.string)
    return entry.led and entry.page > 0


def words_of(line: Line | Grid) -> str:
    return "".join(part.string for part in parts(line)) if isinstance(line, Grid) else line.string


def are_contents(table: list[tuple[Cell, ...]]) -> bool:
    """Rows of a title and a page number, or of titles that are numbered."""
    rows = [[part.string.strip() for cell in row for part in cell] for row in table]
    rows = [row for row in rows if row]
    good = sum((row[-1].isdigit() and len(row) > 1) or (bool(read_marker(row[0])) and is_title(row[0])) for row in rows)
    return bool(rows) and good >= 0.8 * len(rows)


def title_key(title: str) -> str:
    return "".join(sign for sign in squeezed(title) if sign not in LEADERS and sign not in "。：:、.")[:20]


def is_title(words: str) -> bool:
    """Headings that end in 。 stand so in the contents, too."""
    return reads_like_title(words.strip().removesuffix("。"), LONGEST)


def read_entry(string: str) -> Entry:
    """“（二）机遇方面·····  16” → (（二）机遇方面, 16, led); “第三章 保障 7” → (第三章 保障, 7, not led); “一、回顾（3）” → (一、回顾, 3, led)"""
    words = narrow(string.replace("|", " ")).rstrip()
    framed = FRAMED_PAGE.search(words)
    digits = len(words) - len(words.rstrip("0123456789"))
    inner = words[: framed.start()] if framed else words[: len(words) - digits] if 0 < digits <= 3 else words
    title = inner.rstrip(LEADERS + " \t\u3000")
    gap = inner[len(title) :]
    dotted = sum(sign in LEADERS for sign in gap) > 2 or "…" in gap
    led = dotted or "\t" in gap or len(gap) - len(gap.rstrip(" \u3000")) > 1 or sum(sign in LEADERS for sign in gap) > 1
    led = (led or bool(framed)) and bool(title.strip())
    led = led and "\t" not in title.strip()  # 2\t\t集装箱吞吐量\t6 is a row of a table
    if framed:
        return Entry(title.strip(), int(framed[framed.lastindex or 1]) if title.strip() else 0, led, dotted)
    page = int(words[len(words) - digits :]) if 0 < digits <= 3 and (led or gap) and title.strip() else 0
    return Entry(title.strip(), page, led, dotted)
