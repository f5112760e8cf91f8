"""The parts of a document that number their headings on their own: what stands before the plan, the plan, each annex,
the lines of the printing house.

    notice … preface | 第一章 … 第九章 | 附件1 … | 附件2 … | 抄送：…

An annex begins with a line 附件N (附表, 附录, 名词解释) behind the first heading, where the numbering of the chapters does not go
on below it; a list of annexes at the end of a letter is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..chinese.annexes import AnnexTitle, is_date, is_letter_line, is_notice_title, is_printing_line, read_annex
from ..chinese.boxes import is_box_title
from ..chinese.numbering import read_marker
from ..chinese.sentences import reads_like_title
from ..model.text import NOTHING, Grid, Line, Text, line_at
from .boxes import Element
from .headings import Candidate, is_blank

LAST_LINES = 8  # the lines of the printing house are the last few of a document
BEGINNINGS = ("part", "chapter", "bare", "ruled-chapter")
DOCUMENT = re.compile(
    r"(?:工作报告|规划|纲要|方案|意见|建议|说明|报告)(?:[（(][^（()）]{1,12}[)）])?$"
)  # a title even if alone
SIGNS = "：:、.．"  # between 附件1 and its title: as much part of the number as the 、 of 一、
LONGEST_LAST = 150  # characters of one of them


@dataclass(frozen=True, slots=True)
class Region:
    """Elements `start`..`end` (half-open); those before `body` hold its title. `name`: its step in addresses (00, a1,
    end), "" for the plan.

    `gap`: white space between number and title.
    """

    level: str
    name: str
    start: int
    body: int
    end: int
    line: int = 0
    number: Text = NOTHING
    title: Text = NOTHING
    gap: Text = NOTHING


def divide(elements: list[Element], headings: list[Candidate], before_contents: int = 0) -> list[Region]:
    """All regions in order. `before_contents`: lines below this number stood above the printed contents."""
    first = first_heading(headings)
    if first is None:  # a text without any heading is one chapter
        return [replace(region, level="chapter") for region in front_regions(elements, len(elements), 0)]
    start = first.position
    last = printing_lines(elements, start)
    annexes = annex_regions(elements, headings, start, last)
    body_end = annexes[0].start if annexes else last
    regions = front_regions(elements, start, before_contents)
    regions.append(Region("", "", start, start, body_end))
    regions += annexes
    if last < len(elements):
        line = line_at(elements, last)
        regions.append(Region("annex", "end", last, last, len(elements), line.number))
    return regions


def first_heading(headings: list[Candidate]) -> Candidate | None:
    """The first chapter or part where there are any: a numbered list in the notice is not the plan's beginning."""
    sure = [c for c in headings if c.kind in BEGINNINGS]
    if sure and sure[0].number <= 1:
        return sure[0]
    return headings[0] if headings else None


def printing_lines(elements: list[Element], start: int) -> int:
    """Where 抄送：… and …印发 begin, at the end of the document; its length where there are none."""
    filled = [i for i in range(start, len(elements)) if not is_blank(elements[i])][-LAST_LINES:]
    for n, at in enumerate(filled):
        line = elements[at]
        if isinstance(line, Line) and is_printing_line(line.string):
            rest = [elements[i] for i in filled[n:]]
            if all(isinstance(e, Line) and len(e.string) <= LONGEST_LAST and not read_marker(e.string) for e in rest):
                return at
    return len(elements)


def annex_regions(elements: list[Element], headings: list[Candidate], start: int, last: int) -> list[Region]:
    held = {at for c in headings for at in range(c.position, c.end)}
    starts = [at for at in range(start + 1, last) if at not in held and opens_annex(elements, at)]
    starts = [at for n, at in enumerate(starts) if not goes_on_below(headings, at, [*starts[n + 1 :], last][0])]
    titles = {title_below(elements, at) for at in starts if not annex_at(elements, at).title}
    starts = without_listed(elements, [at for at in starts if at not in titles])
    regions: list[Region] = []
    for at, end in zip(starts, [*starts[1:], last], strict=False):
        regions.append(annex_region(elements, at, end, {region.name for region in regions}))
    return regions


def opens_annex(elements: list[Element], at: int) -> bool:
    line = elements[at]
    if not isinstance(line, Line):
        return False
    annex = read_annex(line.string)
    if annex is None:
        return False
    if not annex.title:
        return title_below(elements, at) is not None or len(line.string.strip("：: ")) <= 4
    return True


def annex_at(elements: list[Element], at: int) -> AnnexTitle:
    """What the line at `at` says, which is known to name an annex."""
    annex = read_annex(line_at(elements, at).string)
    if annex is None:
        raise ValueError(f"no annex at {at}: {elements[at]!r}")
    return annex


def goes_on_below(headings: list[Candidate], at: int, end: int) -> bool:
    """Does the numbering of the chapters go on behind an annex line, so that the line belongs to a chapter?"""
    before = [c for c in headings if c.position < at]
    after = [c for c in headings if at < c.position < end]
    if not before or not after:
        return False
    top = before[0].kind
    last = [c for c in before if c.kind == top][-1].number
    following = [c for c in after if c.kind == top]
    return bool(following) and following[0].number == last + 1


def without_listed(elements: list[Element], starts: list[int]) -> list[int]:
    """附件1 … / 附件2 … in a row as a list, and again each above its text: the second ones count. A table's 附表 line is its
    caption."""
    out: list[int] = []
    for n, at in enumerate(starts):
        printed = squeezed(annex_at(elements, at).printed)
        again = printed and any(squeezed(annex_at(elements, i).printed) == printed for i in starts[n + 1 :])
        caption = printed.startswith(("附表", "附图")) and out and next_is_grid(elements, at)
        if not again and not caption:
            out.append(at)
    return out


def squeezed(words: str) -> str:
    return "".join(words.split())


def next_is_grid(elements: list[Element], at: int) -> bool:
    following = [e for e in elements[at + 1 : at + 4] if not is_blank(e)]
    return bool(following) and isinstance(following[0], Grid)


def title_below(elements: list[Element], at: int) -> int | None:
    """Position of the title that stands on the line below a bare 附件1."""
    below = next((i for i in range(at + 1, len(elements)) if not is_blank(elements[i])), None)
    line = elements[below] if below is not None else None
    if not isinstance(line, Line):
        return None
    words = line.string
    plain = reads_like_title(words) and read_marker(words) is None and not is_box_title(words)
    annex = read_annex(words)
    return below if plain and (annex is None or not annex.printed) else None


def annex_region(elements: list[Element], at: int, end: int, taken: set[str]) -> Region:
    line, annex = line_at(elements, at), annex_at(elements, at)
    sign = next((i + 1 for i in range(len(annex.printed), annex.rest) if line.string[i] in SIGNS), len(annex.printed))
    number, title, body = line.text[:sign], line.text[annex.rest :], at + 1
    gap = line.text[sign : annex.rest]
    if not annex.title and (below := title_below(elements, at)) is not None and below < end:
        title, body = line_at(elements, below).text, below + 1
    return Region("annex", free_name(annex.number, taken), at, body, end, line.number, number, title, gap)


def free_name(number: int, taken: set[str]) -> str:
    """a2 for 附件2; without a number the next that is free; 附表2 beside 附件2 is a2b."""
    if not number:
        number = next(n for n in range(1, 100) if f"a{n}" not in taken)
    letters = ["", *"bcdefghijklmnopqrstuvwxyz"]
    return next(name for letter in letters if (name := f"a{number}{letter}") not in taken)


def front_regions(elements: list[Element], end: int, before_contents: int) -> list[Region]:
    """What stands before the first heading: the notice, and the preface."""
    filled = [i for i in range(end) if not is_blank(elements[i])]
    if not filled:
        return []
    cut = notice_end(elements, filled, before_contents)
    groups = [g for g in ([i for i in filled if i < cut], [i for i in filled if i >= cut]) if g]
    regions: list[Region] = []
    for n, group in enumerate(groups):
        region = front_region(elements, group, "00" + ["", "b"][n])
        regions.append(replace(region, end=groups[n + 1][0] if n + 1 < len(groups) else end))
    return regions


def notice_end(elements: list[Element], filled: list[int], before_contents: int) -> int:
    """Position behind the notice: where the printed contents stood, else behind its date line; 0 where there is no
    notice."""
    strings = {i: line.string for i in filled if isinstance(line := elements[i], Line)}
    if not any(is_notice_title(s) or is_letter_line(s) for s in strings.values()):
        return 0
    above = [i for i in filled if number_of(elements[i]) < before_contents]
    if above:
        return above[-1] + 1
    dates = [i for i, string in strings.items() if is_date(string)]
    return dates[0] + 1 if dates else filled[-1] + 1


def number_of(element: Element) -> int:
    return element.number if isinstance(element, (Line, Grid)) else element.title.number


def front_region(elements: list[Element], group: list[int], name: str) -> Region:
    """Its title is the notice's, or the printed one in its first line; a single line names nothing."""
    line = elements[group[0]]
    title = line.text if isinstance(line, Line) and names_front(line, len(group) == 1) else NOTHING
    body = group[0] + 1 if len(title) else group[0]
    return Region("front", name, group[0], body, group[-1] + 1, number_of(line), NOTHING, title)


def names_front(line: Line, alone: bool) -> bool:
    words = line.string
    if not is_notice_title(words) and (not reads_like_title(words) or is_letter_line(words)):
        return False
    return line.hint or not alone or DOCUMENT.search(words) is not None
